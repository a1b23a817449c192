import Testing

@testable import Exporters

@Test(
  "A text that a spreadsheet could take for a formula gets an apostrophe",
  arguments: [
    "=1+2", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\t", "\r", "\n", " =1", "  \u{A0}=1", "\u{200F}=1",
    "\u{202B}\u{200B}\u{FEFF} -1", "\u{61C}+1", "\u{2066}@x", "\u{FF1D}1", "\u{FF0B}1", "\u{FF0D}1", "\u{FF20}a",
    "\u{3000}=1", "\u{2028}=1", "\u{2060}=1", "\u{0}=1", "'=1", "''=1", "' =1", "'\t", "=", "\u{180E}=", "\u{AD}=",
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
    "\u{2070}=", "\u{E2}", "\"=1\"",
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
