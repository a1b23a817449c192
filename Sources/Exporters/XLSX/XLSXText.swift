/// What a workbook's cell can hold of a text.
enum XLSXText {
  /// The most UTF-16 code units of a cell.
  static let limit = 32_767

  /// The text as a workbook has it: characters that XML cannot hold are written as `_xHHHH_`, as is an underscore that
  /// begins what looks like one; a text that is too long ends in `…`.
  ///
  /// - Returns: The text, and how long it would have been in UTF-16 code units where it was cut.
  static func cell(_ text: String) -> (text: String, cutFrom: Int?) {
    guard text.withBytes(needsCare) else { return (text, nil) }
    var (result, length) = ("", 0)
    // What fits together with the `…`, which only a longer text needs.
    var short: String?
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.first {
      let piece = isForbidden(scalar) || beginsEscape(scalars) ? escape(scalar) : String(scalar)
      length += piece.utf16.count
      if length > limit - 1, short == nil { short = result }
      if length > limit { return ((short ?? "") + "…", text.utf16.count) }
      result += piece
      scalars.removeFirst()
    }
    return (result, nil)
  }

  /// Whether a text may be too long or have something to escape; wrongly yes is only slower.
  private static func needsCare(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.count > limit { return true }
    var previous: UInt8 = 0
    for byte in text {
      if byte < 0x20 && byte != 0x09 && byte != 0x0A { return true }
      if previous == 0x5F && byte == 0x78 || previous == 0xEF && byte == 0xBF { return true }
      previous = byte
    }
    return false
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    // A carriage return may stand in XML, but readers make a line feed of it.
    case 0x00..<0x20, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Whether a text begins like `_x0041_`.
  private static func beginsEscape(_ scalars: Substring.UnicodeScalarView) -> Bool {
    let start = Array(scalars.prefix(7))
    guard start.count == 7, start[0] == "_", start[1] == "x", start[6] == "_" else { return false }
    return start[2...5].allSatisfy(\.properties.isASCIIHexDigit)
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits + "_"
  }
}
