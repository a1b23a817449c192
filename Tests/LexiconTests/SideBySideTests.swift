import EventModel
import Lexicon
import Testing

@Suite struct SideBySideTests {
  @Test("Two steps side by side give what both make, and may run others side by side")
  func both() throws {
    let (left, right) = try sideBySide(
      { () throws(Diagnostic) in
        let (one, two) = try sideBySide({ () throws(Diagnostic) in 1 }, { () throws(Diagnostic) in 2 })
        return one + two
      }, { () throws(Diagnostic) in "x" })
    #expect(left == 3 && right == "x")
  }

  @Test("Of two faults the first step's is told")
  func faults() {
    #expect(throws: Diagnostic("first", "a")) {
      _ = try sideBySide(
        { () throws(Diagnostic) -> Int in throw Diagnostic("first", "a") },
        { () throws(Diagnostic) -> Int in throw Diagnostic("second", "b") })
    }
    #expect(throws: Diagnostic("second", "b")) {
      _ = try sideBySide(
        { () throws(Diagnostic) -> Int in 1 }, { () throws(Diagnostic) -> Int in throw Diagnostic("second", "b") })
    }
  }
}
