import Testing

@testable import Exporters
@testable import Validators

@Test("The judge of cells knows the formula guard as the writer does")
func cellRulesGuard() {
  let ranges: [ClosedRange<UInt32>] = [
    0...0x3200, 0xFE00...0xFFFF, 0x13400...0x13450, 0x1D160...0x1D180, 0xDFFF0...0xE1010,
  ]
  var wrong: [UInt32] = []
  for code in ranges.joined() {
    guard let scalar = Unicode.Scalar(code) else { continue }
    for text in [String(scalar) + "=", "'" + String(scalar) + "=", String(scalar)] {
      if !CellRules.guarded(text).utf8.elementsEqual(FormulaGuard.apply(text).utf8) { wrong.append(code) }
    }
  }
  #expect(wrong == [])
}
