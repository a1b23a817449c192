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
      case 0x20, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x2065, 0x2800, 0x3164, 0xFE00...0xFE0F,
        0xFFA0, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF:
        continue
      default:
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format: continue
        default: return false
        }
      }
    }
    return false
  }
}
