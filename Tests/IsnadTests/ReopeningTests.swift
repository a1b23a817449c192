import BundledTables
import EventModel
import Exporters
import Lexicon
import Testing
import Validators

@testable import Pipeline

/// Exports that are read back.
@Suite struct ReopeningTests {
  private let extractor: Extractor
  private let lexicon: Lexicon
  private let folder: TemporaryFolder

  init() throws {
    lexicon = try Lexicon.bundled()
    extractor = try Extractor(lexicon: lexicon, keepsText: true)
    folder = try TemporaryFolder()
  }

  private func export(formats: [String], keepsText: Bool = true) async throws {
    let request = ExportRequest(
      inputs: [Seeds.folder], target: folder.path + "/out", formats: formats, keepsText: keepsText, jobs: 2)
    let extractor = keepsText ? extractor : try Extractor(lexicon: lexicon)
    _ = try await request.run(with: extractor, lexicon: lexicon) { _ in }
  }

  @Test(arguments: ["jsonl", "xml"])
  func whatIsReadBackIsWrittenAsItWas(format: String) async throws {
    try await export(formats: [format])
    var records = try ExportRecords(folder: folder.path + "/out")
    var dataset = Dataset(articles: [], entities: [], events: [])
    while let record = try records.take(.articles) {
      dataset.articles.append(try Article(RecordFields(record.value, title: record.title)))
    }
    while try records.take(.entities) != nil {}
    while let record = try records.take(.events) {
      dataset.events.append(try Event(RecordFields(record.value, title: record.title)))
    }
    #expect(!dataset.articles.isEmpty && !dataset.events.isEmpty)
    let original = try await extractor.extract(paths: [Seeds.folder], jobs: 2) { _ in }.dataset
    let reopened = Self.lines(dataset)
    let lines = Self.lines(Dataset(articles: original.articles, entities: [], events: original.events))
    #expect(reopened.count == lines.count)
    for (found, expected) in zip(reopened, lines) { #expect(found == expected) }
  }

  private static func lines(_ dataset: Dataset) -> [Substring] {
    guard var exporter = ExporterRegistry.exporter(named: "jsonl") else { return [] }
    var output = OutputBuffers(count: exporter.format.files.count)
    exporter.export(dataset, header: ExportHeader(dataset), to: &output)
    return output.indices.flatMap { String(decoding: output[$0].bytes, as: UTF8.self).split(separator: "\n") }
  }

  @Test func anExportWithTextExplainsAnEventAsItsInputsDo() async throws {
    try await export(formats: ["jsonl"])
    let events = try await extractor.extract(paths: [Seeds.folder], jobs: 2) { _ in }.dataset.events
    var notes: [Diagnostic] = []
    for event in events.enumerated().filter({ $0.offset % 9 == 0 }).map(\.element) {
      let exported = try extractor.explain(event.id, in: folder.path + "/out", lexicon: lexicon) { notes.append($0) }
      let read = try await extractor.explain(event.id, paths: [Seeds.folder], jobs: 2) { _ in }
      #expect(exported.lines() == read.lines())
      #expect(exported.lines { "<" + $0 + ">" } != read.lines(), "the words that decided are marked")
    }
    #expect(notes.isEmpty)
  }

  @Test func anExportWithoutTextSaysWhatItCannotTell() async throws {
    try await export(formats: ["xml"], keepsText: false)
    let events = try await extractor.extract(paths: [Seeds.folder], jobs: 2) { _ in }.dataset.events
    let event = try #require(events.first { !$0.claims.isEmpty })
    var notes: [Diagnostic] = []
    let lines = try extractor.explain(event.id, in: folder.path + "/out", lexicon: lexicon) { notes.append($0) }
      .lines()
    #expect(notes.map(\.id) == ["grounds-unknown"])
    #expect(lines.contains("who says so"))
    #expect(lines.contains { $0.hasPrefix("  words ") } && !lines.contains { $0.hasPrefix("  sentence ") })
  }
}
