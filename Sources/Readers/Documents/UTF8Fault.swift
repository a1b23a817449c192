/// Where bytes cease to be UTF-8.
enum UTF8Fault {
  /// The offset from 0 of the first byte of the first ill-formed sequence; nil where all bytes are valid UTF-8.
  static func first(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { first(in: $0) }
  }

  /// The offset from 0 of the first byte of the first ill-formed sequence; nil where all bytes are valid UTF-8 (no
  /// overlong forms, no surrogates, nothing above U+10FFFF).
  static func first(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      // Arabic letters take two bytes.
      if byte &- 0xC2 <= 0xDF - 0xC2, index + 1 < count, continues(bytes[index + 1]) {
        index += 2
        continue
      }
      let length = length(bytes, at: index)
      if length == 0 { return index }
      index += length
    }
    return nil
  }

  /// The length of the well-formed sequence at an offset; 1 for ASCII, 0 where there is none.
  @inline(__always)
  static func length(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let left = bytes.count - index
    switch bytes[index] {
    case 0..<0x80: return 1
    case 0xC2...0xDF:
      return left >= 2 && continues(bytes[index + 1]) ? 2 : 0
    case 0xE0...0xEF:
      guard left >= 3, continues(bytes[index + 1]), continues(bytes[index + 2]) else { return 0 }
      if bytes[index] == 0xE0 && bytes[index + 1] < 0xA0 { return 0 }
      if bytes[index] == 0xED && bytes[index + 1] > 0x9F { return 0 }
      return 3
    case 0xF0...0xF4:
      guard left >= 4, continues(bytes[index + 1]), continues(bytes[index + 2]), continues(bytes[index + 3])
      else { return 0 }
      if bytes[index] == 0xF0 && bytes[index + 1] < 0x90 { return 0 }
      if bytes[index] == 0xF4 && bytes[index + 1] > 0x8F { return 0 }
      return 4
    default: return 0
    }
  }

  @inline(__always)
  private static func continues(_ byte: UInt8) -> Bool {
    byte & 0xC0 == 0x80
  }
}
