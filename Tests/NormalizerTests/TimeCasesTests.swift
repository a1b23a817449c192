import ArabicText
import EventModel
import Foundation
import Testing

@testable import Normalizer

/// Runs tables of sentences: an expression in each, the day of publication, and the date that is expected, `-` for words that
/// look like a time and are none.
@Suite struct TimeCasesTests {
  /// What a table asks of the resolver, and what it gives.
  struct Score {
    var right = 0
    var all = 0
    var falseAlarms = 0
    var missed = 0
  }

  /// Compares a table's expected dates with those found.
  ///
  /// - Parameter accepted: The column of other dates that will do, joined by `|`.
  static func run(_ file: URL, accepted: Int? = nil) throws -> Score {
    let fixture = try TimeFixture.shared()
    var score = Score()
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(cells.count >= 6, "\(line)")
      let found = fixture.dates(of: cells[2], in: cells[1], published: cells[3])
      let wanted = [cells[4]] + (accepted.map { cells[$0].split(separator: "|").map(String.init) } ?? [])
      let isTrap = cells[4] == "-"
      let isRight = isTrap ? found.isEmpty : found.count == 1 && wanted.contains(found[0])
      score.all += 1
      if isTrap, !found.isEmpty { score.falseAlarms += 1 }
      if !isTrap, found.isEmpty { score.missed += 1 }
      if isRight { score.right += 1 } else { print("\(cells[0]) \(cells[2]): \(found), expected \(wanted)") }
    }
    return score
  }

  @Test("Of our own cases 98 of 100 resolve exactly, and no trap is taken for a time")
  func ownCases() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/time.tsv")
    let score = try Self.run(file)
    #expect(score.all >= 480)
    #expect(score.right * 100 >= score.all * 98)
    #expect(score.falseAlarms == 0)
  }

  static let folder = ProcessInfo.processInfo.environment["ISNAD_EVALUATE"]

  @Test("Of the evaluation cases 98 of 100 resolve exactly", .enabled(if: folder != nil, "ISNAD_EVALUATE is unset"))
  func cases() throws {
    let folder = try #require(Self.folder)
    let score = try Self.run(URL(filePath: folder).appending(path: "time_cases.tsv"), accepted: 5)
    print("time cases: \(score.right) of \(score.all) exact")
    #expect(score.right * 100 >= score.all * 98)
    #expect(score.falseAlarms == 0)
  }
}
