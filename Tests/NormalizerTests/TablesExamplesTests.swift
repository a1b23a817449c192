import EventModel
import Lexicon
import Testing

@testable import Normalizer

/// Every row of a table shows itself in its example; how many do is pinned, so that no change loses rows unseen.
@Suite struct TablesExamplesTests {
  /// Rows of a table that were tried, and those that failed.
  struct Outcome {
    var tried = 0
    var failed: [String] = []

    /// The share of rows that passed, in whole per cent.
    var share: Int { tried == 0 ? 0 : (tried - failed.count) * 100 / tried }

    mutating func note(_ row: Table.Row, _ column: StaticString, passed: Bool) {
      tried += 1
      if !passed { failed.append("\(row.file):\(row.line): \(row["id"]): \(row[column])") }
    }

    func report(_ floor: Int) -> Comment {
      "\(tried - failed.count) of \(tried) rows (\(share) %, floor \(floor) %); not:\n\(failed.joined(separator: "\n"))"
    }
  }

  @Test("A trigger is found in its row's example")
  func triggersFound() throws {
    let outcome = try triggers("example") { row, found in found.contains { $0["rule"] == row["id"] } }
    #expect(outcome.share >= 90, outcome.report(90))
  }

  @Test("A trigger's example gives an event of the row's type and mode")
  func triggersAccepted() throws {
    let outcome = try triggers("example") { row, found in
      found.contains {
        $0["rejected"] == nil && $0["type"] == row["type"] && (row["mode"].isEmpty || $0["mode"] == row["mode"])
      }
    }
    #expect(outcome.share >= 87, outcome.report(87))
  }

  @Test("A trigger's counter-example gives no event of its row")
  func counterexamples() throws {
    let outcome = try triggers("counter") { row, found in
      !found.contains { $0["rejected"] == nil && $0["rule"] == row["id"] }
    }
    #expect(outcome.share == 100, outcome.report(100))
  }

  @Test("A reporting word is found in its row's example, with the row's stance")
  func reporting() throws {
    let fixture = try TablesFixture.shared()
    var outcome = Outcome()
    for row in fixture.lexicon.rows("reporting") where !row["example"].isEmpty && !row["stance"].isEmpty {
      let found = try fixture.annotations(row["example"] + ".", .attribution)
      outcome.note(row, "example", passed: found.contains { $0["rule"] == row["id"] && $0["stance"] == row["stance"] })
    }
    #expect(outcome.share >= 43, outcome.report(43))
  }

  @Test("A word of modality gives the events of its row's example the row's status")
  func modality() throws {
    let fixture = try TablesFixture.shared()
    var outcome = Outcome()
    for row in fixture.lexicon.rows("modality") where !row["example"].isEmpty {
      let document = try fixture.document(row["example"] + ".")
      let records = fixture.normalizer.normalize(document)
      let statuses = records.flatMap { $0.events.map(\.status.rawValue) }
      let reasons = records.flatMap { $0.rejected.map(\.reason) }
      // Examples without any trigger prove nothing.
      if statuses.isEmpty, !reasons.contains("hypothetical") { continue }
      let passed =
        switch row["status"] {
        case "none": reasons.contains("hypothetical")
        case "possible": statuses.contains("planned") || reasons.contains("hypothetical")
        case "averted": statuses.contains("denied") || reasons.contains("hypothetical")
        case "requested": statuses.contains("requested") || reasons.contains("hypothetical")
        case let status: statuses.contains(status)
        }
      outcome.note(row, "example", passed: passed)
    }
    #expect(outcome.tried >= 40)
    #expect(outcome.share >= 56, outcome.report(56))
  }

  @Test("A light verb's example gives an event")
  func lightVerbs() throws {
    let fixture = try TablesFixture.shared()
    var outcome = Outcome()
    for row in fixture.lexicon.rows("light-verbs") where !row["example"].isEmpty {
      let found = try fixture.annotations(row["example"] + ".", .triggers)
      outcome.note(row, "example", passed: found.contains { $0["rejected"] == nil })
    }
    #expect(outcome.share >= 45, outcome.report(45))
  }

  @Test("A metonym stands in its row's example, and its owner acts")
  func metonyms() throws {
    let fixture = try TablesFixture.shared()
    let rows = fixture.lexicon.rows("metonyms")
    #expect(!rows.isEmpty)
    for row in rows {
      let words = row["example"].split(separator: " ").map(String.init)
      #expect(row.list("forms").contains { words.contains($0) }, "\(row.file):\(row.line)")
      let found = try fixture.annotations(row["example"] + ".", .triggers)
      #expect(found.contains { $0["rejected"] == nil }, "\(row.file):\(row.line): \(row["example"])")
    }
  }

  @Test("A trigger inside a name gives its reason")
  func partOfName() throws {
    let found = try TablesFixture.shared().annotations("قالت قوات الدعم السريع ذلك.", .triggers)
    #expect(found.contains { $0["rejected"] == "part-of-name" })
  }

  @Test("Pages of sport give events of those in office only")
  func sports() throws {
    let fixture = try TablesFixture.shared()
    let rows = fixture.lexicon.rows("sports")
    let page = rows.map { $0["example"] }.joined(separator: ". ") + ". "
    let match = "التقت ألمانيا مع إسبانيا في مدريد."
    let reception = "التقى جون كيري سيرغي لافروف في جنيف."
    let contacts = try fixture.annotations(page + match + " " + reception, .triggers).filter { $0["type"] == "CONSULT" }
    #expect(contacts.contains { $0["rejected"] == "sport" })
    #expect(contacts.contains { $0["rejected"] == nil })
    #expect(try fixture.annotations(match, .triggers).contains { $0["rejected"] == nil })
  }

  @Test(
    "An actor is found under its preferred name in its row's example",
    arguments: [("persons", 97), ("organizations", 94), ("places", 88), ("media", 93)])
  func actors(_ table: String, _ floor: Int) throws {
    let fixture = try TablesFixture.shared()
    var outcome = Outcome()
    for row in fixture.lexicon.rows(table) where !row["example"].isEmpty {
      let found = try fixture.annotations(row["example"] + ".", .actors)
      outcome.note(row, "example", passed: found.contains { $0["name"] == row["name"] })
    }
    #expect(outcome.share >= floor, outcome.report(floor))
  }

  @Test(
    "A noun for actors is found in its row's example",
    arguments: [("roles", 97), ("groups", 86), ("organization-heads", 96)])
  func nouns(_ table: String, _ floor: Int) throws {
    let fixture = try TablesFixture.shared()
    var outcome = Outcome()
    for row in fixture.lexicon.rows(table) where !row["example"].isEmpty {
      let found = try fixture.annotations(row["example"] + ".", .actors)
      outcome.note(row, "example", passed: !found.isEmpty)
    }
    #expect(outcome.share >= floor, outcome.report(floor))
  }

  private func triggers(
    _ column: StaticString, passes: (Table.Row, [Annotation]) -> Bool
  ) throws -> Outcome {
    let fixture = try TablesFixture.shared()
    var outcome = Outcome()
    for row in fixture.lexicon.rows("triggers") where !row[column].isEmpty {
      let found = try fixture.annotations(row[column] + ".", .triggers)
      outcome.note(row, column, passed: passes(row, found))
    }
    return outcome
  }
}
