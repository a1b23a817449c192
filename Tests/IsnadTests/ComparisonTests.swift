import EventModel
import Foundation
import JSON
import Testing

@testable import Pipeline

@Suite struct ComparisonTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Exports the sample, and the sample after a change, and compares the two.
  private func compare(
    _ format: ComparisonFormat = .text, isBrief: Bool = false, _ change: (inout Dataset) -> Void = { _ in },
    after: (TemporaryFolder) throws -> Void = { _ in }
  ) async throws -> (isSame: Bool, output: String) {
    var dataset = DamageSample.dataset
    change(&dataset)
    try? FileManager.default.removeItem(atPath: folder.path + "/old")
    try? FileManager.default.removeItem(atPath: folder.path + "/new")
    try await DamageSample.export(to: folder.path + "/old")
    try await DamageSample.export(
      Dataset(articles: dataset.articles, entities: dataset.entities, events: dataset.events), to: folder.path + "/new")
    try after(folder)
    var output: [UInt8] = []
    let isSame = try format.compare(folder.path + "/old", folder.path + "/new", isBrief: isBrief) { output += $0 }
    return (isSame, String(decoding: output, as: UTF8.self))
  }

  private static let same = """
    articles: 2, before 2: the same
    entities: 3, before 3: the same
    events: 3, before 3: the same
    claims: 2, before 2: the same

    """

  @Test func anExportIsTheSameAsItself() async throws {
    let (isSame, output) = try await compare()
    #expect(isSame)
    #expect(output == Self.same)
  }

  @Test func theFormatsThatWereReadMakeNoDifference() async throws {
    for name in ["old", "new"] {
      let (isSame, output) = try await compare { _ in
      } after: {
        try $0.remove(name + "/data/jsonl")
      }
      #expect(isSame)
      #expect(output == Self.same)
    }
  }

  @Test func aChangedFieldIsShownWithBothValues() async throws {
    let (isSame, output) = try await compare { $0.events[0].confidence = 71 }
    #expect(!isSame)
    #expect(
      output == """
        ~ event evt-0000000000000011 2020-01-01 CONSULT phone أحمد | مصر
            confidence: 70 → 71
        articles: 2, before 2: the same
        entities: 3, before 3: the same
        events: 3, before 3: 1 changed
        claims: 2, before 2: the same

        """)
  }

  @Test func anEventWithAnotherIDIsPairedWithWhatItWas() async throws {
    let (_, output) = try await compare {
      $0.events[1].id = RecordID(.event, bits: 0x99)
      $0.events[1].date = EDTFDate("2020-03-01").map {
        EventDate(date: $0, expression: "2020-02-01", resolvedBy: .explicit)
      }
    }
    #expect(
      output.hasPrefix(
        """
        ~ event evt-0000000000000099 2020-03-01 CONSULT visit أحمد
            was evt-0000000000000012
            date.edtf: 2020-02-01 → 2020-03-01
            date.earliest: 2020-02-01 → 2020-03-01
            date.latest: 2020-02-01 → 2020-03-01
        articles
        """))
    #expect(output.contains("events: 3, before 3: 1 changed (1 with another id)\n"))
  }

  @Test func anEventOfOtherWordsAndParticipantsIsNotPaired() async throws {
    let (_, output) = try await compare {
      $0.events[1].id = RecordID(.event, bits: 0x99)
      $0.events[1].evidence = [
        Evidence(article: $0.articles[0].id, range: 50..<58, quote: "غير ذلك ")
      ]
      $0.events[1].participants = [Participant(entity: $0.entities[1], role: .actor, surface: [])]
    }
    #expect(output.contains("- event evt-0000000000000012 "))
    #expect(output.contains("+ event evt-0000000000000099 "))
    #expect(output.contains("events: 3, before 3: 1 added, 1 gone\n"))
  }

  @Test func elementsOfListsAreNamedByWhatTellsThemApart() async throws {
    let (_, output) = try await compare {
      $0.events[0].participants.remove(at: 1)
      $0.events[0].participants[0].role = .both
      $0.events[0].topics.append("الحدود")
      $0.events[0].claims[1].stance = .doubts
      $0.events[0].claims[0].id = RecordID(.claim, bits: 0xCC)
      $0.entities[0].aliases = []
      $0.articles[0].headline = "خبر آخر"
    }
    for line in [
      "    participants[ent-00000000000000e1].role: actor → both",
      "    - participants[ent-00000000000000e2]: مصر",
      "    + topics: الحدود",
      "    claims[clm-00000000000000c2].stance: denies → doubts",
      "    claims[clm-00000000000000c1].id: clm-00000000000000c1 → clm-00000000000000cc",
      "    - aliases: الوزير",
      "    headline: خبر → خبر آخر",
      "claims: 2, before 2: 2 changed (1 with another id)",
    ] {
      #expect(output.contains(line + "\n"), "\(line)")
    }
  }

  @Test func anArticleThatMovedIsTheSameArticle() async throws {
    let (_, output) = try await compare { $0.articles[0].document.path = "z/a.txt" }
    #expect(output.contains("    document.path: news/a.txt → z/a.txt\n"))
    #expect(output.contains("articles: 2, before 2: 1 changed\n"))
  }

  @Test func aBriefComparisonHasFiguresOnly() async throws {
    let (isSame, output) = try await compare(isBrief: true) { $0.events.removeLast() }
    #expect(!isSame)
    #expect(output.hasPrefix("articles: 2, before 2: the same\n"))
    #expect(output.contains("events: 2, before 3: 1 gone\n"))
  }

  @Test func theJSONIsOneDocument() async throws {
    let (_, output) = try await compare(.json) { $0.events[0].confidence = 71 }
    let document = try JSONParser.parse(Array(output.utf8))
    let change = try #require(document["changes"]?[0])
    #expect(change["record"]?.string == "event" && change["change"]?.string == "changed")
    #expect(change["fields"]?[0]?["old"]?.int == 70 && change["fields"]?[0]?["new"]?.int == 71)
    #expect(document["summary"]?["events"]?["changed"]?.int == 1)
    let same = try JSONParser.parse(Array(try await compare(.json).output.utf8))
    #expect(same["changes"]?.array?.isEmpty == true)
  }

  @Test func theTableHasARowAField() async throws {
    let (_, output) = try await compare(.csv) {
      $0.events[0].confidence = 71
      $0.events[0].topics[0] = "=2+2"
      $0.events.removeLast()
    }
    let rows = SampleTable(csv: Array(output.utf8)).rows
    #expect(rows.count == 5)
    #expect(rows.dropFirst().map { $0[1] } == ["changed", "changed", "changed", "gone"])
    #expect(output.contains("\"'=1+2\""), "a text that looks like a formula is guarded")
  }

  @Test func aFolderWithoutAnExportIsNamed() {
    let fault = #expect(throws: Diagnostic.self) {
      try ComparisonFormat.text.compare(folder.path, folder.path) { _ in }
    }
    #expect(fault?.id == "export-without-records")
  }

  @Test func recordsOutOfOrderAreRefused() async throws {
    try await DamageSample.export(to: folder.path)
    try folder.lines("data/jsonl/entities.jsonl") { $0.reversed() }
    let fault = #expect(throws: Diagnostic.self) {
      try ComparisonFormat.text.compare(folder.path, folder.path) { _ in }
    }
    #expect(fault?.id == "record-order")
  }
}
