import EventModel
import JSON
import Testing

@testable import Validators

@Suite struct RecordLedgerTests {
  private static let keys: RecordKeys = {
    var keys = RecordKeys()
    keys.add(["id"], kind: "event", isReference: false)
    keys.add(["part_of"], kind: "event", isReference: true)
    keys.add(["claims", "id"], kind: "claim", isReference: false)
    keys.add(["claims", "evidence", "article"], kind: "article", isReference: true)
    return keys
  }()

  private func ledger(_ file: String, _ lines: [String], keys: RecordKeys = keys) throws -> RecordLedger {
    let folder = try TemporaryFolder()
    let path = try folder.write(file, lines.joined(separator: "\n"))
    let validator = JSONLinesValidator(schema: try JSONSchema(.bool(true)), keys: keys)
    var ledger = RecordLedger(file: file)
    #expect(validator.validate(path: path, name: file, ledger: &ledger).isValid)
    return ledger
  }

  private func articles(_ ids: String...) throws -> RecordLedger {
    var keys = RecordKeys()
    keys.add(["id"], kind: "article", isReference: false)
    return try ledger("articles.jsonl", ids.map { #"{"id": "\#($0)"}"# }, keys: keys)
  }

  @Test func whatIsReferredToMayComeLaterAndInAnotherFile() throws {
    var all = try ledger(
      "events.jsonl",
      [
        #"{"id": "e1", "part_of": "e2", "claims": [{"id": "c1", "evidence": {"article": "a1"}}]}"#,
        #"{"id": "e2", "part_of": null, "claims": [{"id": "c2", "evidence": {"article": "a2"}}]}"#,
      ])
    all.append(try articles("a1", "a2"))
    #expect(all.faults().isEmpty)
  }

  @Test func aReferenceToNothingAndAnIdThatComesAgainAreFound() throws {
    var all = try ledger(
      "events.jsonl",
      [
        #"{"id": "e1", "part_of": "e3"}"#, #"{"id": "e1", "claims": [{"id": "c1", "evidence": {"article": "a9"}}]}"#,
        #"{"id": "e2", "claims": [{"id": "c1", "evidence": {"article": "a9"}}]}"#,
      ])
    all.append(try articles("a1"))
    #expect(
      all.faults().map(\.description) == [
        "events.jsonl:1: error: at /part_of: there is no event e3 (record 1) [record-reference]",
        "events.jsonl:2: error: at /claims/evidence/article: there is no article a9 (record 2) [record-reference]",
        "events.jsonl:2: error: at /id: e1 is the id of a record before (record 2) [record-id]",
        "events.jsonl:3: error: at /claims/id: c1 is the id of a record before (record 3) [record-id]",
      ])
  }

  @Test func kindsOfWhichThereIsNoFileAreNotAskedFor() throws {
    let all = try ledger("events.jsonl", [#"{"id": "e1", "claims": [{"id": "c1", "evidence": {"article": "a9"}}]}"#])
    #expect(all.faults().isEmpty)
  }

  @Test func theSameIdInTwoFilesIsFound() throws {
    var all = try articles("a1", "a2")
    all.append(try articles("a2"))
    #expect(all.faults().map(\.line) == [1])
  }

  @Test func oneJobOrManyFillTheSameLedger() async throws {
    let folder = try TemporaryFolder()
    var lines = (0..<40_000).map { #"{"id": "e\#($0)", "part_of": "e\#(39_999 - $0)"}"# }
    lines[30_000] = #"{"id": "e7", "part_of": "none"}"#
    let path = try folder.write("events.jsonl", lines.joined(separator: "\n"))
    let validator = JSONLinesValidator(schema: try JSONSchema(.bool(true)), keys: Self.keys)
    var one = RecordLedger(file: "x")
    var many = RecordLedger(file: "x")
    _ = validator.validate(path: path, name: "x", ledger: &one)
    _ = await validator.validate(path: path, name: "x", jobs: 4, ledger: &many)
    #expect(one.faults() == many.faults())
    // The id that came again, the reference to none, and the one to the event whose place it took.
    #expect(one.faults().map(\.line) == [10_000, 30_001, 30_001])
  }
}
