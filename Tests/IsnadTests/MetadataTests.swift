import BundledTables
import EventModel
import Lexicon
import Testing

@testable import Pipeline

/// What a user tells of articles, from the option to the export.
@Suite struct MetadataTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let body = """
    اتصل الرئيس الروسي فلاديمير بوتين بالرئيس الفرنسي إيمانويل ماكرون أمس وبحث معه سبل وقف إطلاق النار وتبادل الأسرى، \
    بحسب ما أعلنه الكرملين في بيان مقتضب نشره على موقعه الرسمي، وقال المتحدث باسمه إن المحادثة استمرت نحو ساعة وكانت مفيدة.
    """

  /// The articles and warnings that an export's reading gives.
  private func extract(
    published: EDTFDate? = nil, metadata: String? = nil
  ) async throws -> (dataset: Dataset, told: [Diagnostic]) {
    var options = ReadingOptions(published: published)
    if let metadata {
      try folder.write("known.csv", metadata)
      try options.addMetadata(file: folder.path + "/known.csv")
    }
    var told: [Diagnostic] = []
    let extractor = try Extractor(lexicon: try Lexicon.bundled(), reading: options)
    let extraction = try await extractor.extract(paths: [folder.path + "/in"], jobs: 2) { told.append($0) }
    #expect(extraction.faults == 0)
    return (try extraction.dataset, told)
  }

  /// Files that are dated by a line of their text, by a record's field, and not at all.
  private func writeInputs() throws {
    try folder.write("in/dated.txt", "مكالمة هاتفية\n\n14 نوفمبر 2022\n\n" + Self.body)
    try folder.write(
      "in/record.jsonl", #"{"id":"r","published":"2021-03-05","outlet":"الحياة","text":"مكالمة\n\n\#(Self.body)"}"#)
    try folder.write("in/bare.txt", "مكالمة\n\n" + Self.body)
  }

  @Test func aMetadataFileGoesBeforeTheRecordThatBeforeTheOptionAndThatBeforeADateInTheText() async throws {
    try writeInputs()
    func published(_ dataset: Dataset) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: dataset.articles.map {
          ($0.document.id, "\($0.published.date?.description ?? "-") \($0.published.basis.rawValue)")
        })
    }
    #expect(
      published(try await extract().dataset)
        == ["dated": "2022-11-14 dateline", "r": "2021-03-05 metadata", "bare": "- unknown"])
    let day = EDTFDate("2020-01-02")
    #expect(
      published(try await extract(published: day).dataset)
        == ["dated": "2020-01-02 metadata", "r": "2021-03-05 metadata", "bare": "2020-01-02 metadata"])
    let metadata = "id,path,published\nr,,2019-04\n,bare.txt,2018\n,in/none.txt,2017\n"
    let (dataset, told) = try await extract(published: day, metadata: metadata)
    #expect(
      published(dataset) == ["dated": "2020-01-02 metadata", "r": "2019-04 metadata", "bare": "2018 metadata"])
    #expect(told.map(\.id) == ["metadata-unmatched"])
    #expect(told.map(\.line) == [4])
  }

  @Test func anEventIsDatedFromTheDayThatTheUserGives() async throws {
    try folder.write("in/bare.txt", "مكالمة\n\n" + Self.body)
    #expect(try await extract().dataset.events.allSatisfy { $0.date == nil })
    let dates = try await extract(published: EDTFDate("2020-01-02")).dataset.events.map { $0.date?.date.description }
    #expect(dates.contains("2020-01-01"))
  }

  @Test func copiesAndRecurrencesAreExportedAlikeInAllFormatsAndTheProvenanceNamesTheMetadata() async throws {
    try writeInputs()
    try folder.write("in/again/bare.txt", "مكالمة\n\n" + Self.body + "\n")
    try folder.write("known.csv", "path,outlet,url\ndated.txt,الشرق,https://asharq.example/1\n")
    var options = ReadingOptions(published: EDTFDate("2024-11"))
    try options.addMetadata(file: folder.path + "/known.csv")
    let lexicon = try Lexicon.bundled()
    let request = ExportRequest(inputs: [folder.path + "/in"], target: folder.path + "/out", jobs: 2)
    let report = try await request.run(with: Extractor(lexicon: lexicon, reading: options), lexicon: lexicon) {
      Issue.record("\($0)")
    }
    #expect(report.articles == 3)
    #expect(await Bag(folder: folder.path + "/out").verify(jobs: 2).faults == [])
    let articles = try #require(folder.read("out/data/jsonl/articles.jsonl")).split(separator: "\n")
    #expect(articles.count { $0.contains("\"copy_of\":\"art-") } == 2)
    #expect(articles.count { $0.contains("\"also_in\":[{\"id\":\"bare\",\"path\":\"bare.txt\"") } == 1)
    #expect(folder.read("out/data/csv/articles.csv")?.contains("\"https://asharq.example/1\"") == true)
    let provenance = try #require(folder.read("out/provenance.json"))
    #expect(provenance.contains("\"published\": \"2024-11\""))
    #expect(provenance.contains("\"path\": \"known.csv\""))
    #expect(!provenance.contains(folder.path))
  }

  @Test func aMetadataFileThatIsNotThereOrFaultyIsRefused() throws {
    var options = ReadingOptions()
    #expect(throws: Diagnostic.self) { try options.addMetadata(file: folder.path + "/nothing.csv") }
    try folder.write("bad.csv", "published\n2022\n")
    let fault = #expect(throws: Diagnostic.self) { try options.addMetadata(file: folder.path + "/bad.csv") }
    #expect(fault?.id == "metadata-key")
    #expect(options.metadataFiles == [])
  }
}
