import EventModel
import Foundation
import Testing

@testable import Validators

@Suite struct ParityValidatorTests {
  @Test(arguments: ["نص"] + ExportedSample.hostileTexts)
  func whatIsExportedReadsBackEqual(text: String) throws {
    let folder = try TemporaryFolder()
    try ExportedSample.write(ExportedSample.dataset(text), to: folder)
    let report = ParityValidator.validate(folder: folder.path)
    #expect(report.diagnostics == [])
    #expect(report.records == 6)
    // Without JSON Lines, XML is what the tables are held against; there a character may have been replaced already.
    guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 || [9, 10, 13].contains($0.value) }),
      !text.unicodeScalars.contains("\u{FFFE}")
    else { return }
    try FileManager.default.removeItem(atPath: folder.path + "/data/jsonl")
    #expect(ParityValidator.validate(folder: folder.path) == report)
  }

  @Test func whatIsExportedIsValidByItsSchemas() async throws {
    let folder = try TemporaryFolder()
    var dataset = ExportedSample.dataset("نص")
    dataset.events[1].participants = dataset.events[0].participants
    dataset.events[1].evidence = dataset.events[0].evidence
    dataset.events[1].corroboration.articles = 1
    try ExportedSample.write(dataset, to: folder)
    let report = await PackageValidator(folder: folder.path).validate()
    #expect(report.diagnostics == [])
    #expect(report.records > 12)
  }

  @Test func anEventThatNobodyTakesPartInAndNothingShowsIsNotValid() async throws {
    let folder = try TemporaryFolder()
    try ExportedSample.write(ExportedSample.dataset("نص"), to: folder)
    let ids = await PackageValidator(folder: folder.path).validate().diagnostics.map(\.id)
    #expect(ids.filter { $0 == "schema-min-items" }.count == 2)
    #expect(ids.contains("schema-minimum"))
    #expect(ids.filter { $0 == "xsd-element-unexpected" }.count == 2)
    #expect(ids.contains("table-minimum"))
  }

  @Test(arguments: [
    ("data/jsonl/events.jsonl", "\"phone\"", "\"visit\"", ["events.csv", "dataset.xml"], "parity-value"),
    (
      "data/jsonl/events.jsonl", "\"start\":4", "\"start\":5", ["claims.csv", "dataset.xml"],
      "parity-value"
    ),
    (
      "data/jsonl/events.jsonl", "\"denies\"", "\"doubts\"", ["events.csv", "claims.csv", "dataset.xml"], "parity-value"
    ),
    ("data/jsonl/articles.jsonl", "\"words\":3", "\"words\":4", ["articles.csv", "dataset.xml"], "parity-value"),
    ("data/jsonl/articles.jsonl", "\"default\"", "\"option\"", ["articles.csv", "dataset.xml"], "parity-value"),
    ("data/csv/articles.csv", "b.txt#2", "b.txt#3", ["articles.csv"], "parity-value"),
    ("data/csv/articles.csv", "\"art-0000000000000001\",\"\"", "\"\",\"\"", ["articles.csv"], "parity-value"),
    ("data/xml/dataset.xml", " segment=\"2\"", " segment=\"3\"", ["dataset.xml"], "parity-value"),
    ("data/jsonl/entities.jsonl", "\"Q1\"", "\"Q2\"", ["entities.csv", "dataset.xml"], "parity-value"),
    ("data/csv/participants.csv", "\"actor\"", "\"both\"", ["participants.csv"], "parity-value"),
    ("data/csv/claims.csv", "true | false", "true | true", ["claims.csv"], "parity-value"),
    ("data/csv/events.csv", "\"occurred\"", "\"denied\"", ["events.csv"], "parity-value"),
    ("data/csv/events.csv", "\"status\"", "\"stat\"", ["events.csv"], "parity-column"),
    ("data/xml/dataset.xml", "role=\"actor\"", "role=\"both\"", ["dataset.xml"], "parity-value"),
    ("data/xml/dataset.xml", "<topic>د</topic>", "", ["dataset.xml"], "parity-value"),
    ("data/xml/dataset.xml", "evt-0000000000000002", "evt-0000000000000003", ["dataset.xml"], "parity-missing"),
  ])
  func aDifferenceIsFoundInTheFileThatHasIt(
    path: String, old: String, new: String, files: [String], id: String
  ) throws {
    let folder = try TemporaryFolder()
    try ExportedSample.write(ExportedSample.dataset("نص"), to: folder)
    let text = try String(contentsOfFile: folder.path + "/" + path, encoding: .utf8)
    try #require(text.contains(old))
    try folder.write(path, text.replacing(old, with: new, maxReplacements: 1))
    let found = ParityValidator.validate(folder: folder.path).diagnostics.filter { $0.id.hasPrefix("parity-") }
    #expect(Set(found.compactMap { $0.file?.split(separator: "/").last.map(String.init) }) == Set(files))
    #expect(found.allSatisfy { $0.id == id && $0.line != nil })
  }

  @Test(arguments: [
    ("data/jsonl/events.jsonl", "parity-extra"), ("data/csv/participants.csv", "parity-missing"),
    ("data/jsonl/entities.jsonl", "parity-missing"),
  ])
  func aRecordThatIsMissingIsFound(path: String, id: String) throws {
    let folder = try TemporaryFolder()
    try ExportedSample.write(ExportedSample.dataset("نص"), to: folder)
    let bytes = try Array(ByteFile.contents(of: folder.path + "/" + path, name: path).dropLast())
    let last = try #require(bytes.lastIndex(of: 0x0A))
    try folder.write(path, Array(bytes[...last]))
    #expect(ParityValidator.validate(folder: folder.path).diagnostics.map(\.id).contains(id))
  }

  @Test(arguments: ["csv", "jsonl", "xml"])
  func theRecordsOfOneFormatAreCountedAndInOrder(format: String) throws {
    let folder = try TemporaryFolder()
    try ExportedSample.write(ExportedSample.dataset("نص"), to: folder)
    for other in ["csv", "jsonl", "xml"] where other != format {
      try FileManager.default.removeItem(atPath: folder.path + "/data/" + other)
    }
    let (report, counts) = ParityValidator.judge(folder: folder.path)
    #expect(report == ValidationReport(records: 6))
    #expect(counts?.articles == 2 && counts?.entities == 2 && counts?.events == 2)
    #expect(counts?.claims == (format == "csv" ? nil : 2))
  }

  @Test func aFolderWithoutDataHasNothingToCompare() throws {
    #expect(ParityValidator.validate(folder: try TemporaryFolder().path) == ValidationReport())
  }
}
