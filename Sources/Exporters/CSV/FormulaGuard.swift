/// Keeps spreadsheets from taking a text for a formula, so that the text can be had back exactly.
///
/// A text is in danger if, after any apostrophes at its beginning and then any spaces, control characters, bidi and
/// zero-width marks, it goes on with `= + - @`, TAB, CR, LF or a full-width twin. Such a text gets one more `'` in
/// front. A text with apostrophes of its own gets one too, so taking one apostrophe off is always right.
///
/// ```
/// =1+2  →  '=1+2
/// '=1+2 →  ''=1+2
/// 'quoted' stays
/// ```
package enum FormulaGuard {
  /// The rule in one sentence, for readers of the data.
  package static let note = """
    Formula guard: a cell whose text, after leading apostrophes and then spaces, control, bidi and zero-width \
    characters, goes on with one of = + - @ TAB CR LF or the full-width U+FF1D U+FF0B U+FF0D U+FF20 has one extra \
    leading apostrophe; remove exactly one to get the text back.
    """

  /// Whether a text needs the guard: the same answer before and after it is applied.
  package static func endangers(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count, text[index] == 0x27 { index += 1 }
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D: return true
      case 0x00...0x20: index += 1
      case 0xC2, 0xCD, 0xD8:
        guard index + 1 < text.count, isSkipped(byte, text[index + 1]) else { return false }
        index += 2
      case 0xE1, 0xE2, 0xE3, 0xEF:
        guard index + 2 < text.count else { return false }
        let code = UInt32(byte & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
        if code == 0xFF0B || code == 0xFF0D || code == 0xFF1D || code == 0xFF20 { return true }
        guard isSkipped(code) else { return false }
        index += 3
      default: return false
      }
    }
    return false
  }

  /// NEL, no-break space and soft hyphen; the combining grapheme joiner; the Arabic letter mark.
  private static func isSkipped(_ first: UInt8, _ second: UInt8) -> Bool {
    switch (first, second) {
    case (0xC2, 0x85), (0xC2, 0xA0), (0xC2, 0xAD), (0xCD, 0x8F), (0xD8, 0x9C): true
    default: false
    }
  }

  /// Spaces, line separators, bidi and zero-width marks of three bytes.
  private static func isSkipped(_ code: UInt32) -> Bool {
    switch code {
    case 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// The text with its guard, if it needs one.
  package static func apply(_ text: String) -> String {
    text.withBytes(endangers) ? "'" + text : text
  }

  /// The text that the guard was applied to.
  package static func undo(_ cell: String) -> String {
    guard cell.utf8.first == 0x27, cell.withBytes(endangers) else { return cell }
    return String(decoding: cell.utf8.dropFirst(), as: UTF8.self)
  }
}
