/// What leaves no mark on paper: white space, zero-width characters and direction marks. They separate and surround
/// text but are none, so a layout neither keeps nor removes them.
package enum Blank {
  /// The length in bytes of the blank character that begins at an index of valid UTF-8; 0 where none does.
  package static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
    guard index + 1 < bytes.count else { return 0 }
    let second = bytes[index + 1]
    switch byte {
    // U+0085 next line, U+00A0 no-break space.
    case 0xC2: return second == 0x85 || second == 0xA0 ? 2 : 0
    // U+061C Arabic letter mark.
    case 0xD8: return second == 0x9C ? 2 : 0
    case 0xE1, 0xE2, 0xE3, 0xEF:
      guard index + 2 < bytes.count else { return 0 }
      return isBlank(byte, second, bytes[index + 2]) ? 3 : 0
    default: return 0
    }
  }

  private static func isBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    // U+2000–U+200F spaces, zero-width characters, direction marks; U+2028–U+202F separators and embeddings.
    case (0xE2, 0x80): third <= 0x8F || (0xA8...0xAF).contains(third)
    // U+205F–U+206F: mathematical space, word joiner, isolates.
    case (0xE2, 0x81): third >= 0x9F && third <= 0xAF
    case (0xE1, 0x9A), (0xE3, 0x80): third == 0x80
    // U+FEFF, the byte order mark inside a text.
    case (0xEF, 0xBB): third == 0xBF
    default: false
    }
  }

  /// A range of valid UTF-8 without the blank characters at both ends.
  static func trim(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let length = length(bytes, at: start)
      if length == 0 { break }
      start += length
    }
    while start < end {
      var last = end - 1
      while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      guard length(bytes, at: last) == end - last else { break }
      end = last
    }
    return start..<max(start, end)
  }

  /// Valid UTF-8 without the blank characters at both ends.
  static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    let range = bytes.withUnsafeBufferPointer { trim(0..<$0.count, in: $0) }
    return range.count == bytes.count ? bytes : Array(bytes[range])
  }

  /// Whether bytes hold nothing else; bytes that are no UTF-8 are not blank.
  static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let length = length(buffer, at: index)
        if length == 0 { return false }
        index += length
      }
      return true
    }
  }
}
