import EventModel
import Exporters
import Foundation
import JSON
import Testing

@testable import Pipeline

@Suite struct JudgingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func export(_ dataset: Dataset = SampleDataset.dataset) async throws {
    let provenance = Provenance(
      toolVersion: Tool.version, options: [], inputs: [], tables: [], schemas: [],
      counts: ["articles", "entities", "events", "claims"].map { .init($0, 1) })
    _ = try await ExportWriter(formats: ["csv", "jsonl", "xml"])
      .write(dataset, provenance: provenance, into: folder.path) { _ in }
  }

  /// The ids of the faults that judging the folder's data files gives.
  private func faults(_ path: String = "") async throws -> [String] {
    let (files, unknown) = JudgedFile.find(at: [folder.path + path], schema: nil)
    return (unknown + (try await Judge(jobs: 2).faults(of: files))).map(\.id)
  }

  @Test func aFreshExportIsCompleteUnchangedAndValid() async throws {
    try await export()
    let report = await Bag(folder: folder.path).verify(jobs: 2)
    #expect(report.faults == [])
    #expect(report.files > 10)
    #expect(report.records > 5)
    #expect(try await faults() == [])
  }

  @Test(arguments: ["data/more.csv", "notes.txt", "data/csv/.hidden"])
  func aFileThatNobodyListsIsAFault(name: String) async throws {
    try await export()
    try folder.write(name, "x")
    #expect(await Bag(folder: folder.path).verify(jobs: 2).isValid == false)
  }

  @Test(arguments: ["data/csv/events.csv", "data/schemas/CODEBOOK.md", "provenance.json", "bag-info.txt"])
  func aChangedOrMissingFileIsAFault(name: String) async throws {
    try await export()
    try folder.write(name, folder.bytes(name) + [0x20])
    #expect(await Bag(folder: folder.path).verify(jobs: 2).isValid == false)
    try FileManager.default.removeItem(atPath: folder.path + "/" + name)
    #expect(await Bag(folder: folder.path).verify(jobs: 2).isValid == false)
  }

  @Test func aFolderThatIsNotThereIsAFault() async {
    #expect(await Bag(folder: folder.path + "/nowhere").verify(jobs: 1).isValid == false)
  }

  @Test(arguments: ["events.csv", "participants.csv"])
  func aTableIsJudgedWithoutTheOthersThatItRefersTo(name: String) async throws {
    try await export()
    #expect(try await faults("/data/csv/" + name) == [])
  }

  @Test(arguments: [
    ("/data/csv/events.csv", "CONSULT", "CONSLT"), ("/data/jsonl/events.jsonl", "\"phone\"", "\"fax\""),
    ("/data/xml/dataset.xml", "ent-0000000000000002", "ent-000000000000000X"),
    ("/data/csv", "evt-0000000000000004", "evt-0000000000000005"),
  ])
  func aWrongValueIsAFault(path: String, value: String, wrong: String) async throws {
    try await export()
    let file = path == "/data/csv" ? "data/csv/events.csv" : String(path.dropFirst())
    let text = try #require(folder.read(file))
    #expect(text.contains(value))
    try folder.write(file, text.replacingOccurrences(of: value, with: wrong))
    #expect(try await faults(path).isEmpty == false)
  }

  @Test func aFileWithoutASchemaIsAFault() async throws {
    try folder.write("mine.csv", "a\r\n")
    #expect(try await faults("/mine.csv") == ["schema-unknown"])
    #expect(try await faults("/nowhere.csv") == ["file-missing"])
    #expect(try await faults("") == ["no-data-files"])
  }

  @Test func anExportThatDoesNotSatisfyItsSchemasIsRefused() async throws {
    var dataset = SampleDataset.dataset
    dataset.events[0].cameo = "not a code"
    let wrong = dataset
    let fault = await #expect(throws: Diagnostic.self) { try await export(wrong) }
    #expect(fault?.id == "invalid-export")
  }
}
