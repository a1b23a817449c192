internal import EventModel

/// A text being taken apart, byte by byte from its beginning.
struct FormatText {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte, from 0.
  var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  /// The next byte; zero at the end.
  var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// The whole text.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Goes past a byte if it is the next one.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: scalar) else { return false }
    position += 1
    return true
  }

  /// Goes past exactly so many ASCII digits and gives their number.
  mutating func takeNumber(_ digits: Int) -> Int? {
    guard position + digits <= bytes.count else { return nil }
    var value = 0
    for index in position..<position + digits {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    position += digits
    return value
  }

  /// Goes past as many bytes as are of a kind; tells how many.
  mutating func skip(while isOfKind: (UInt8) -> Bool) -> Int {
    let start = position
    while position < bytes.count, isOfKind(bytes[position]) { position += 1 }
    return position - start
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  // MARK: - Short formats

  var isUUID: Bool {
    guard bytes.count == 36 else { return false }
    return bytes.indices.allSatisfy { index in
      switch index {
      case 8, 13, 18, 23: bytes[index] == UInt8(ascii: "-")
      default: Self.isHexDigit(bytes[index])
      }
    }
  }

  var isEDTF: Bool { EDTFDate(string) != nil }

  /// Empty, or parts that begin with `/`, in which `~` stands only before 0 and 1.
  var isJSONPointer: Bool {
    guard bytes.isEmpty || bytes[0] == UInt8(ascii: "/") else { return false }
    return bytes.indices.allSatisfy { index in
      guard bytes[index] == UInt8(ascii: "~") else { return true }
      return index + 1 < bytes.count && (bytes[index + 1] == UInt8(ascii: "0") || bytes[index + 1] == UInt8(ascii: "1"))
    }
  }

  /// A number without leading zeros, then `#` or a pointer.
  var isRelativeJSONPointer: Bool {
    var text = self
    if !text.take("0") { guard text.skip(while: Self.isDigit) > 0 else { return false } }
    if text.take("#") { return text.isAtEnd }
    return FormatText(UnsafeBufferPointer(rebasing: bytes[text.position...])).isJSONPointer
  }
}
