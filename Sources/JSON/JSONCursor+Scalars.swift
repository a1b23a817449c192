extension JSONCursor {
  // MARK: - Numbers

  /// Reads a number, from its first byte.
  mutating func number() throws(Fault) -> JSONNumber {
    let start = position
    if byte == UInt8(ascii: "-") { position += 1 }
    if byte == UInt8(ascii: "0") {
      position += 1
      guard !isDigit else { throw Fault(kind: .invalidNumber, offset: start) }
    } else {
      try digits(of: start)
    }
    if byte == UInt8(ascii: ".") {
      position += 1
      try digits(of: start)
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
      try digits(of: start)
    }
    return JSONNumber(checked: String(decoding: text[start..<position], as: UTF8.self))
  }

  private var isDigit: Bool {
    byte &- UInt8(ascii: "0") < 10
  }

  private mutating func digits(of start: Int) throws(Fault) {
    guard isDigit else {
      throw position < text.count
        ? Fault(kind: .invalidNumber, offset: start) : Fault(kind: .unexpectedEnd, offset: position)
    }
    while isDigit { position += 1 }
  }

  // MARK: - Strings

  /// Reads a string, from its opening quotation mark.
  mutating func string() throws(Fault) -> String {
    position += 1
    let start = position
    position = endOfPlainBytes(from: start)
    guard position < text.count else { throw unexpected }
    if text[position] == UInt8(ascii: "\"") {
      let bytes = UnsafeRawBufferPointer(rebasing: text[start..<position])
      position += 1
      return try Self.checkedString(bytes, at: start)
    }
    return try stringWithEscapes(from: start)
  }

  /// Copies bytes that must be UTF-8 into a string, checking them once.
  private static func checkedString(_ bytes: UnsafeRawBufferPointer, at start: Int) throws(Fault) -> String {
    do throws(UTF8.ValidationError) {
      return String(copying: try UTF8Span(validating: bytes.bindMemory(to: UInt8.self).span))
    } catch {
      throw Fault(kind: .invalidUTF8, offset: start + error.byteOffsets.lowerBound)
    }
  }

  /// The first byte from `start` on that is a quotation mark, a backslash or a control character.
  ///
  /// Eight bytes at a time: the arithmetic sets the high bit of the bytes looked for. It may set it falsely too, but only
  /// above one that is set rightly, so the lowest is always true.
  private func endOfPlainBytes(from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var index = start
    while index + 8 <= text.count {
      let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let hits =
        ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- ones &* 0x20) & ~word)
      if hits & highs != 0 { return index + (hits & highs).trailingZeroBitCount >> 3 }
      index += 8
    }
    while index < text.count, text[index] >= 0x20, text[index] != 0x22, text[index] != 0x5C { index += 1 }
    return index
  }

  private mutating func stringWithEscapes(from start: Int) throws(Fault) -> String {
    unescaped.removeAll(keepingCapacity: true)
    var plain = start
    while true {
      guard position < text.count else { throw unexpected }
      let bytes = UnsafeRawBufferPointer(rebasing: text[plain..<position])
      _ = try Self.checkedString(bytes, at: plain)
      unescaped.append(contentsOf: bytes)
      switch text[position] {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: unescaped, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape()
      default: throw Fault(kind: .controlCharacter, offset: position)
      }
      plain = position
      position = endOfPlainBytes(from: plain)
    }
  }

  private mutating func escape() throws(Fault) {
    let start = position
    position += 1
    guard position < text.count else { throw unexpected }
    let letter = text[position]
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(letter)
    case UInt8(ascii: "b"): unescaped.append(0x08)
    case UInt8(ascii: "f"): unescaped.append(0x0C)
    case UInt8(ascii: "n"): unescaped.append(0x0A)
    case UInt8(ascii: "r"): unescaped.append(0x0D)
    case UInt8(ascii: "t"): unescaped.append(0x09)
    case UInt8(ascii: "u"): try scalar(from: start)
    default: throw Fault(kind: .invalidEscape, offset: start)
    }
  }

  private mutating func scalar(from start: Int) throws(Fault) {
    var code = try fourHexDigits(of: start)
    if code & 0xFC00 == 0xD800, byte == UInt8(ascii: "\\"), position + 1 < text.count,
      text[position + 1] == UInt8(ascii: "u")
    {
      let second = position
      position += 2
      let low = try fourHexDigits(of: second)
      guard low & 0xFC00 == 0xDC00 else { throw Fault(kind: .loneSurrogate, offset: start) }
      code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
    }
    guard let scalar = Unicode.Scalar(code) else { throw Fault(kind: .loneSurrogate, offset: start) }
    unescaped.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func fourHexDigits(of start: Int) throws(Fault) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard position < text.count else { throw unexpected }
      let digit: UInt8
      switch text[position] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = text[position] - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = text[position] - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = text[position] - UInt8(ascii: "A") + 10
      default: throw Fault(kind: .invalidEscape, offset: start)
      }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }
}
