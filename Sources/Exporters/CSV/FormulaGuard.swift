/// Keeps spreadsheets from taking a text for a formula, so that the text can be had back exactly.
///
/// A text is in danger if, after any apostrophes at its beginning and then any spaces, control characters, bidi and
/// zero-width marks and other characters that are not seen, it goes on with `= + - @`, TAB, CR, LF or a full-width twin.
/// Such a text gets one more `'` in front. A text with apostrophes of its own gets one too, so taking one apostrophe off
/// is always right.
///
/// ```
/// =1+2  →  '=1+2
/// '=1+2 →  ''=1+2
/// 'quoted' stays
/// ```
package enum FormulaGuard {
  /// The rule in two sentences, for readers of the data.
  package static let note = """
    Formula guard: a cell whose text, after leading apostrophes and then characters that are not seen, goes on with one \
    of = + - @ TAB CR LF or the full-width U+FF1D U+FF0B U+FF0D U+FF20 has one extra leading apostrophe; remove exactly \
    one to get the text back. Not seen are the other characters of the Unicode categories Zs Zl Zp Cc Cf, and U+034F \
    U+115F U+1160 U+17B4 U+17B5 U+180B-U+180F U+2065 U+2800 U+3164 U+FE00-U+FE0F U+FFA0 U+FFF0-U+FFFB U+E0000-U+E0FFF.
    """

  /// Whether a text needs the guard: the same answer before and after it is applied.
  package static func endangers(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < text.count, text[index] == 0x27 { index += 1 }
    while index < text.count {
      let byte = text[index]
      switch byte {
      case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D: return true
      case 0x00...0x20, 0x7F: index += 1
      case 0xC2...0xF4:
        let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard index + width <= text.count else { return false }
        var code = UInt32(byte) & (0x7F >> UInt32(width))
        for next in text[(index + 1)..<(index + width)] { code = code << 6 | UInt32(next & 0x3F) }
        if code == 0xFF0B || code == 0xFF0D || code == 0xFF1D || code == 0xFF20 { return true }
        guard isUnseen(code) else { return false }
        index += width
      default: return false
      }
    }
    return false
  }

  /// Whether a character beyond ASCII is a space, a control or format character, a filler or a variation selector.
  private static func isUnseen(_ code: UInt32) -> Bool {
    switch code {
    case 0x80...0xA0, 0xAD, 0x34F, 0x600...0x605, 0x61C, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2: true
    case 0x115F, 0x1160, 0x1680, 0x17B4, 0x17B5, 0x180B...0x180F: true
    case 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x2800, 0x3000, 0x3164: true
    case 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: true
    case 0x110BD, 0x110CD, 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
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
