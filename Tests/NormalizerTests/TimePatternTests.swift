import ArabicText
import BundledTables
import EventModel
import Lexicon
import Testing

@testable import Normalizer

@Suite struct TimePatternTests {
  /// An example of the pattern table.
  struct Example: Sendable, CustomTestStringConvertible {
    var id: String
    var text: String
    var expression: String?
    var reference: String
    var expected: String
    var testDescription: String { id }

    init?(_ row: Table.Row) {
      id = row["id"]
      let marked = row["example"]
      let parts = marked.split(whereSeparator: { $0 == "[" || $0 == "]" })
      if marked.contains("["), marked.contains("]") {
        guard parts.count >= 2 else { return nil }
        expression = String(marked.hasPrefix("[") ? parts[0] : parts[1])
      }
      text = marked.filter { $0 != "[" && $0 != "]" }
      reference = row["reference"]
      expected = row["edtf"]
    }
  }

  static let examples: [Example] =
    ((try? Lexicon.bundled().rows("time-patterns")) ?? []).compactMap { Example($0) }

  @Test("Every row of the pattern table has an example")
  func everyRowHasAnExample() throws {
    let rows = try Lexicon.bundled().rows("time-patterns")
    #expect(rows.count > 100)
    #expect(rows.count == Self.examples.count)
    for example in Self.examples {
      #expect(EDTFDate(example.reference)?.precision == .day, "\(example.id)")
      #expect(example.expected == "-" || EDTFDate(example.expected) != nil, "\(example.id)")
      #expect(example.expression != nil || example.expected == "-", "\(example.id)")
    }
  }

  @Test("An example of the pattern table is tagged by its row and resolved to its date", arguments: examples)
  func example(_ example: Example) throws {
    let times = try TimeFixture.shared().resolve(example.text, published: example.reference)
    guard let expression = example.expression else {
      #expect(times.isEmpty, "\(example.text): \(times.map(\.rule))")
      return
    }
    let bytes = Array(example.text.utf8)
    let found = times.first { Array(bytes[$0.mention.bytes]) == Array(expression.utf8) }
    let all = times.map { $0.rule + ": " + String(decoding: bytes[$0.mention.bytes], as: UTF8.self) }
    #expect(found?.rule == example.id, "\(all)")
    #expect(found?.date?.description ?? "-" == example.expected)
  }
}
