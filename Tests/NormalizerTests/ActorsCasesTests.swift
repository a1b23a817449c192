import EventModel
import Foundation
import Testing

@testable import Normalizer

/// Reads sentences that were made for the test, each with a mention and the entity that it must be read as, `-` for words
/// that look like an actor and are none.
@Suite struct ActorsCasesTests {
  /// A line of the table.
  struct Row: Sendable, CustomTestStringConvertible {
    var id: String
    var sentence: String
    var published: String?
    var mention: String
    var name: String
    var kind: String
    var country: String?

    var testDescription: String { "\(id) \(mention)" }
  }

  private static let rows: [Row] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Cases/actors.tsv")
    let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n").dropFirst() ?? []
    return lines.compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 7 else { return nil }
      return Row(
        id: cells[0], sentence: cells[1], published: cells[2] == "-" ? nil : cells[2], mention: cells[3],
        name: cells[4], kind: cells[5], country: cells[6] == "-" ? nil : cells[6])
    }
  }()

  @Test("The table of actors is there and whole")
  func count() {
    #expect(Self.rows.count >= 130)
  }

  @Test("A mention in an unseen sentence is the entity that the table says", arguments: rows)
  func mention(_ row: Row) throws {
    let found = try TablesFixture.shared().annotations(row.sentence, .actors, published: row.published)
    let hits = found.filter { $0.text == row.mention }
    if row.name == "-" {
      #expect(hits.isEmpty)
    } else {
      let isRight = hits.contains { hit in
        hit["name"] == row.name && hit["kind"] == row.kind && hit["country"] == row.country
      }
      #expect(isRight, "\(found.map { "\($0.text): \($0["name"] ?? "-") \($0["country"] ?? "-")" })")
    }
  }
}
