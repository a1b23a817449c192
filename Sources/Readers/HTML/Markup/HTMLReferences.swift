internal import EventModel
internal import Lexicon

/// Resolves character references (`html-entities`): `&laquo;`, `&#171;`, `&#xAB;`.
struct HTMLReferences: Sendable {
  private var codes: [UInt64: UInt32] = [:]
  /// The names that are read without a semicolon, too.
  private var bare: [UInt64: UInt32] = [:]

  /// The longest name in bytes.
  private static let nameLimit = 16
  /// The longest name that is read without a semicolon.
  private static let bareLimit = 6

  /// What numbers from 128 to 159 mean on the web: the characters of windows-1252.
  private static let windows: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
    0x178,
  ]

  /// Compiles the table.
  ///
  /// - Throws: A diagnostic with file and line for a code that is no hexadecimal number of a character.
  init(_ rows: [Table.Row]) throws(Diagnostic) {
    for row in rows {
      guard let code = UInt32(row["code"], radix: 16), Unicode.Scalar(code) != nil else {
        throw row.fault("table-value", "“\(row["code"])” is no code point in hexadecimal", in: "code")
      }
      let key = row["id"].utf8.reduce(Self.seed, Self.mix)
      codes[key] = code
      if row["bare"] == "yes" { bare[key] = code }
    }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mix(_ key: UInt64, _ byte: UInt8) -> UInt64 {
    (key ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The character of the reference that begins at an ampersand, and the offset behind it; nil where none does.
  func resolve(_ bytes: UnsafeBufferPointer<UInt8>, at ampersand: Int, before end: Int) -> (code: UInt32, end: Int)? {
    let start = ampersand + 1
    guard start < end else { return nil }
    if bytes[start] == 0x23 { return number(bytes, from: start + 1, before: end) }
    var key = Self.seed
    var index = start
    var found: (code: UInt32, end: Int)?
    while index < min(end, start + Self.nameLimit) {
      let byte = bytes[index]
      if byte == 0x3B, index > start { return codes[key].map { ($0, index + 1) } ?? found }
      guard MarkupByte.isLetter(byte) || byte &- 0x30 < 10 else { break }
      key = Self.mix(key, byte)
      index += 1
      if index - start <= Self.bareLimit, let code = bare[key] { found = (code, index) }
    }
    return found
  }

  private func number(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, before end: Int
  ) -> (code: UInt32, end: Int)? {
    var index = start
    let isHexadecimal = index < end && (bytes[index] | 0x20) == 0x78
    if isHexadecimal { index += 1 }
    let first = index
    var code: UInt32 = 0
    while index < end {
      let byte = bytes[index]
      let digit: UInt32
      if byte &- 0x30 < 10 {
        digit = UInt32(byte - 0x30)
      } else if isHexadecimal, (byte | 0x20) &- 0x61 < 6 {
        digit = UInt32((byte | 0x20) - 0x61) + 10
      } else {
        break
      }
      code = min(code * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      index += 1
    }
    guard index > first else { return nil }
    if index < end, bytes[index] == 0x3B { index += 1 }
    if (0x80...0x9F).contains(code) { code = Self.windows[Int(code - 0x80)] }
    return (code == 0 || Unicode.Scalar(code) == nil ? 0xFFFD : code, index)
  }

  /// The text of an attribute's value or of a title: references resolved, white space as it is.
  func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x26, let (code, end) = resolve(bytes, at: index, before: range.upperBound) {
        Self.append(code, to: &text)
        index = end
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return text
  }

  /// Appends a code point in UTF-8.
  static func append(_ code: UInt32, to text: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(code) else { return }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
