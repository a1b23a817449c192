import Digest
import EventModel
import Exporters
import Testing

@testable import Pipeline

@Suite struct ExportWriterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func export(_ formats: [String], moment: ExportMoment? = nil) async throws -> Int {
    let provenance = Provenance(
      toolVersion: Tool.version, options: [], inputs: [], tables: [], schemas: [], counts: [])
    return try await ExportWriter(formats: formats, moment: moment)
      .write(SampleDataset.dataset, provenance: provenance, into: folder.path) { Issue.record("\($0)") }
  }

  private var files: [String] {
    folder.names.filter { FileTree.kind(of: folder.path + "/" + $0) == .file }
  }

  /// Paths and digests of a manifest.
  private func manifest(_ name: String) throws -> [String: String] {
    let lines = try #require(folder.read(name)).split(separator: "\n")
    return Dictionary(uniqueKeysWithValues: lines.map { (String($0.dropFirst(66)), String($0.prefix(64))) })
  }

  @Test func theManifestsNameEveryFileWithItsDigest() async throws {
    let count = try await export(["csv", "jsonl", "xml"])
    let (payload, tags) = (try manifest("manifest-sha256.txt"), try manifest("tagmanifest-sha256.txt"))
    #expect(payload.keys.sorted() == files.filter { $0.hasPrefix("data/") })
    #expect((tags.keys + ["tagmanifest-sha256.txt"]).sorted() == files.filter { !$0.hasPrefix("data/") })
    for (name, digest) in payload.merging(tags, uniquingKeysWith: { first, _ in first }) {
      #expect(SHA256Digest.hex(of: folder.bytes(name)) == digest, "\(name)")
    }
    #expect(count == files.count)
  }

  @Test(arguments: ExporterRegistry.entries.map(\.name))
  func aFormatIsNotWrittenToItsEndForSomebodyWhoIsGone(format: String) async throws {
    let exporter = try #require(ExporterRegistry.exporter(named: format))
    let path = folder.path
    let writing = Task {
      while !Task.isCancelled { await Task.yield() }
      _ = try FormatWriter.write(SampleDataset.dataset, with: exporter, into: path)
    }
    writing.cancel()
    let fault = await #expect(throws: Diagnostic.self) { try await writing.value }
    #expect(fault?.id == "interrupted")
  }

  @Test(arguments: [["csv"], ["jsonl"], ["xml"], ["xml", "csv"]])
  func onlyTheFormatsThatWereAskedForAreWritten(formats: [String]) async throws {
    _ = try await export(formats)
    let folders = Set(files.filter { $0.hasPrefix("data/") }.map { $0.split(separator: "/")[1] })
    #expect(folders == Set(formats.map { Substring($0) } + ["schemas"]))
  }

  @Test func noFileNamesAMomentUnlessTheUserDoes() async throws {
    _ = try await export(["csv"])
    #expect(folder.read("bag-info.txt")?.contains("Date") == false)
    #expect(folder.read("datapackage.json")?.contains("created") == false)
  }

  @Test func theMomentThatTheUserNamesIsInTheTagFiles() async throws {
    _ = try await export(["csv"], moment: ExportMoment(epoch: "1709210096"))
    #expect(folder.read("bag-info.txt")?.contains("Bagging-Date: 2024-02-29\n") == true)
    #expect(folder.read("datapackage.json")?.contains("\"created\": \"2024-02-29T12:34:56Z\"") == true)
  }

  @Test(arguments: ["", "x", "-1", "1.5"])
  func aMomentIsANumberOfSeconds(text: String) {
    #expect(ExportMoment(epoch: text) == nil)
  }
}
