/// Text of two or four bytes a character.
enum UTF16Text {
  /// Turns bytes into UTF-8.
  ///
  /// - Parameters:
  ///   - start: Where the text begins, in bytes from 0; behind its byte order mark.
  ///   - bigEndian: Whether the higher byte of each pair is the first.
  /// - Throws: The offset of the first unit of a surrogate pair that lacks the other, or of a single byte at the end.
  static func decode(_ bytes: [UInt8], from start: Int, bigEndian: Bool) throws(UndecodableByte) -> [UInt8] {
    let (high, low) = bigEndian ? (0, 1) : (1, 0)
    let end = bytes.count - (bytes.count - start) % 2
    var text: [UInt8] = []
    text.reserveCapacity((end - start) / 2 * 2 + 8)
    var fault: Int?
    bytes.withUnsafeBufferPointer { bytes in
      var index = start
      while index < end {
        let unit = UInt32(bytes[index + high]) << 8 | UInt32(bytes[index + low])
        switch unit {
        case 0..<0x80: text.append(UInt8(truncatingIfNeeded: unit))
        case 0x80..<0x800:
          text.append(0xC0 | UInt8(truncatingIfNeeded: unit >> 6))
          text.append(0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
        case 0xD800..<0xDC00:
          guard index + 4 <= end, bytes[index + 2 + high] & 0xFC == 0xDC else {
            fault = index
            return
          }
          let second = UInt32(bytes[index + 2 + high]) << 8 | UInt32(bytes[index + 2 + low])
          let point = 0x10000 + (unit & 0x3FF) << 10 + second & 0x3FF
          text.append(0xF0 | UInt8(truncatingIfNeeded: point >> 18))
          text.append(0x80 | UInt8(truncatingIfNeeded: point >> 12 & 0x3F))
          text.append(0x80 | UInt8(truncatingIfNeeded: point >> 6 & 0x3F))
          text.append(0x80 | UInt8(truncatingIfNeeded: point & 0x3F))
          index += 2
        case 0xDC00..<0xE000:
          fault = index
          return
        default:
          text.append(0xE0 | UInt8(truncatingIfNeeded: unit >> 12))
          text.append(0x80 | UInt8(truncatingIfNeeded: unit >> 6 & 0x3F))
          text.append(0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
        }
        index += 2
      }
    }
    if fault == nil, end < bytes.count { fault = end }
    if let fault { throw UndecodableByte(offset: fault) }
    return text
  }

  /// The byte order of bytes that show themselves to be UTF-16 without a mark: every other byte is 0x06 or 0xFE, as
  /// in Arabic letters and their shapes, or 0x00, as in spaces and digits.
  static func byteOrder(of bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(4096)
    // Text in other encodings has no such byte at all.
    guard sample.prefix(256).contains(where: { $0 == 0x00 || $0 == 0x06 || $0 == 0xFE }) else { return nil }
    // By place in the pair: how often the upper byte of Arabic letters stands there, and how often that of ASCII.
    var (arabic, ascii) = ([0, 0], [0, 0])
    for (index, byte) in sample.enumerated() {
      if byte == 0x06 || byte == 0xFE { arabic[index & 1] += 1 }
      if byte == 0x00 { ascii[index & 1] += 1 }
    }
    let pairs = sample.count / 2
    for (high, encoding) in [(1, TextEncoding.utf16LittleEndian), (0, .utf16BigEndian)] {
      guard arabic[high] * 8 + ascii[high] >= 32, (arabic[high] + ascii[high]) * 10 >= pairs * 8,
        (arabic[1 - high] + ascii[1 - high]) * 10 <= pairs
      else { continue }
      return encoding
    }
    return nil
  }
}
