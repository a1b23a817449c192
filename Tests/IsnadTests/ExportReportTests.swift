import BundledTables
import EventModel
import Lexicon
import Testing

@testable import Pipeline

@Suite struct ExportReportTests {
  private static func event(_ bits: UInt64, _ type: EventType) -> Event {
    Event(id: RecordID(.event, bits: bits), type: type, mode: nil, cameo: "010", status: .occurred)
  }

  private func rows(_ types: [EventType], rejected: Int = 0, faults: Int = 0) -> [String] {
    let events = types.enumerated().map { Self.event(UInt64($0.offset), $0.element) }
    let report = ExportReport(
      DatasetCounts(Dataset(articles: [], entities: [], events: events)), rejected: rejected, faults: faults, files: 3,
      folder: "out",
      first: "data/csv/events.csv")
    return report.rows.map { "\($0.label): \($0.count) \($0.remark)" }
  }

  @Test func theSummaryNamesTheCommonestTypesAndCountsTheOthers() {
    let few = rows([.aid, .consult, .consult, .agree, .aid, .consult, .accuse, .protest])
    #expect(few[1] == "events: 8 CONSULT 3, AID 2, ACCUSE 1, AGREE 1, PROTEST 1")
    let many = rows([.aid, .consult, .consult, .agree, .accuse, .protest, .retreat])
    #expect(many[1] == "events: 7 CONSULT 2, ACCUSE 1, AGREE 1, AID 1, 2 other types 2")
    #expect(rows([])[1] == "events: 0 ")
  }

  @Test func theProgressEndsWithAllThatWasRead() async throws {
    let extractor = try Extractor(lexicon: try Lexicon.bundled())
    var steps: [ExtractionProgress] = []
    let extraction = try await extractor.extract(paths: [Seeds.folder, "nowhere"], jobs: 2) {
      steps.append($0)
    } report: { _ in
    }
    let sizes = Seeds.files.compactMap { InputSize.bytes(at: [$0]) }
    #expect(steps.map(\.documents) == [1, 2, 3, 4, 5, 5])
    #expect(steps.last?.faults == 1 && steps.last?.bytes == sizes.reduce(0, +))
    #expect(InputSize.bytes(at: [Seeds.folder]) == sizes.reduce(0, +) && InputSize.bytes(at: ["-"]) == nil)
    #expect(try (steps.last?.events ?? 0) >= extraction.dataset.events.count)
  }

  @Test func aFaultForMachinesHasItsFacts() {
    let fault = Diagnostic("x", "“no”\n", file: "a\"b", line: 3, byte: 7)
    #expect(
      String(decoding: JSONMessages.line(fault), as: UTF8.self)
        == #"{"severity":"error","id":"x","reason":"“no”\n","file":"a\"b","line":3,"byte":7}"# + "\n")
  }

  @Test func theSummarySaysWhereToLook() {
    let lines = rows([.aid], rejected: 2, faults: 1)
    #expect(lines.contains("  undated: 1 "))
    #expect(lines.contains("rejected triggers: 2 `isnad explain --rejected` says why"))
    #expect(lines.contains("faults: 1 named above; the rest is exported"))
    #expect(lines.last == "files: 3 in out; data/csv/events.csv is the one to open first")
  }
}
