/// How texts stand in the cells of the tables.
enum CellRules {
  /// Several values in one cell: joined by space, bar, space; a bar or backslash of a value has a backslash before it.
  static func joined(_ values: [String]) -> String {
    values.map { value in
      guard value.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\\") }) else { return value }
      var escaped = ""
      for scalar in value.unicodeScalars {
        if scalar == "|" || scalar == "\\" { escaped.unicodeScalars.append("\\") }
        escaped.unicodeScalars.append(scalar)
      }
      return escaped
    }.joined(separator: " | ")
  }

  /// A text with the apostrophe that keeps spreadsheets from taking it for a formula, if it needs one.
  static func guarded(_ text: String) -> String {
    looksLikeFormula(text) ? "'" + text : text
  }

  /// Whether a text, after apostrophes and then what spreadsheets pass over, goes on like a formula.
  private static func looksLikeFormula(_ text: String) -> Bool {
    for scalar in text.unicodeScalars.drop(while: { $0 == "'" }) {
      switch scalar.value {
      case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20: return true
      case 0x00...0x20, 0x85, 0xA0, 0xAD, 0x34F, 0x61C, 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F,
        0x205F...0x206F, 0x3000, 0xFEFF:
        continue
      default: return false
      }
    }
    return false
  }
}
