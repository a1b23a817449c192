import ArabicText
import EventModel
import Foundation
import Testing

@testable import Normalizer

/// Measures against hand-made cases outside the package; `ISNAD_EVALUATE` names their folder.
@Suite struct TimeCasesTests {
  static let folder = ProcessInfo.processInfo.environment["ISNAD_EVALUATE"]

  @Test("At least nine of ten evaluation cases resolve exactly", .enabled(if: folder != nil, "ISNAD_EVALUATE is unset"))
  func cases() throws {
    let folder = try #require(Self.folder)
    let table = try String(contentsOfFile: folder + "/time_cases.tsv", encoding: .utf8)
    let fixture = try TimeFixture.shared()
    var right = 0
    var all = 0
    for line in table.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 6 else { continue }
      let found = fixture.dates(of: cells[2], in: cells[1], published: cells[3])
      let wanted = [cells[4]] + cells[5].split(separator: "|").map(String.init)
      let isRight = cells[4] == "-" ? found.isEmpty : found.count == 1 && wanted.contains(found[0])
      all += 1
      if isRight { right += 1 } else { print("\(cells[0]) \(cells[2]): \(found), expected \(wanted)") }
    }
    print("time cases: \(right) of \(all) exact")
    #expect(right * 10 >= all * 9)
  }
}
