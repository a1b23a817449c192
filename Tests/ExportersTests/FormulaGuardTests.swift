import Testing

@testable import Exporters

@Test(
  "A text that a spreadsheet could take for a formula gets an apostrophe",
  arguments: [
    "=1+2", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\t", "\r", "\n", " =1", "  \u{A0}=1", "\u{200F}=1",
    "\u{202B}\u{200B}\u{FEFF} -1", "\u{61C}+1", "\u{2066}@x", "\u{FF1D}1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}a",
    "\u{3000}=1", "\u{2028}=1", "\u{2060}=1", "\u{0}=1", "'=1", "''=1", "' =1", "'\t", "=", "\u{180E}=", "\u{AD}=",
    "\u{7F}=", "\u{9B}=1", "\u{FE0F}=1", "\u{115F}-", "\u{3164}@", "\u{2800}+", "\u{FFA0}=", "\u{E0020}=",
    "\u{E0100}-1", "\u{1D173}=", "\u{600}=", "'\u{FE0F}\u{200B}=",
  ])
func guarded(text: String) {
  #expect(FormulaGuard.apply(text) == "'" + text)
  #expect(FormulaGuard.undo(FormulaGuard.apply(text)).utf8.elementsEqual(text.utf8))
}

@Test(
  "Any other text stays as it is",
  arguments: [
    "", " ", "'", "''", "'a'", "'قال'", "a=1", "1-2", "قال =", " '=1", "\u{200F}قال", "«=»", "–1", "−1", "\u{FF1C}",
    "\u{D8}",
    "\u{2070}=", "\u{E2}", "\"=1\"", "\u{64B}=", "\u{E1000}=", "\u{FFFC}=", "\u{F0}=", "\u{10FFFF}=",
  ])
func unguarded(text: String) {
  #expect(FormulaGuard.apply(text) == text)
  #expect(FormulaGuard.undo(text) == text)
}

@Test("Whatever the text, the guard can be undone, and two texts never become one")
func guardIsReversible() {
  let pieces = ["'", "=", "-", " ", "\t", "\u{200F}", "\u{FF1D}", "\u{FEFF}", "a", "ق", "\""]
  var seen: [String: String] = [:]
  for first in pieces {
    for second in pieces {
      for third in pieces {
        for fourth in pieces {
          let text = first + second + third + fourth
          let cell = FormulaGuard.apply(text)
          #expect(FormulaGuard.undo(cell).utf8.elementsEqual(text.utf8))
          let other = seen.updateValue(text, forKey: cell)
          #expect(other == nil || other == text)
        }
      }
    }
  }
}

@Test("What is not seen is what the note says: by categories, and a list")
func guardFollowsItsNote() {
  let listed: Set<UInt32> = [0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x2800, 0x3164, 0xFFA0]
  let ranges: [ClosedRange<UInt32>] = [0x180B...0x180F, 0xFE00...0xFE0F, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF]
  let signs: Set<UInt32> = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0A, 0x0D, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20]
  var wrong: [String] = []
  for code in [UInt32(0)...0x1FFFF, 0xE0000...0xE1FFF].joined() where code != 0x27 {
    guard let scalar = Unicode.Scalar(code) else { continue }
    let category = scalar.properties.generalCategory
    let isUnseen =
      [.spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format].contains(category)
      || listed.contains(code) || ranges.contains { $0.contains(code) }
    let text = String(scalar) + "="
    if (FormulaGuard.apply(text) != text) != (isUnseen || signs.contains(code)) {
      wrong.append("U+" + String(code, radix: 16, uppercase: true))
    }
  }
  #expect(wrong == [])
}
