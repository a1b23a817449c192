import BundledTables
import EventModel
import Lexicon
import Testing

@testable import Pipeline

/// Exports that go on from what an interrupted one has finished.
@Suite struct ResumeTests {
  private let lexicon: Lexicon
  private let extractor: Extractor
  private let folder: TemporaryFolder

  init() throws {
    lexicon = try Lexicon.bundled()
    extractor = try Extractor(lexicon: lexicon)
    folder = try TemporaryFolder()
  }

  private func request(to name: String, resumes: Bool) -> ExportRequest {
    ExportRequest(
      inputs: Seeds.files, target: folder.path + "/" + name, formats: ["csv", "jsonl"], jobs: 2, resumes: resumes)
  }

  /// Begins an export and interrupts it after so many documents.
  ///
  /// - Returns: The ids of what was reported.
  private func interrupt(after documents: Int, resumes: Bool = true, with extractor: Extractor? = nil) async throws
    -> [String]
  {
    let request = request(to: "resumed", resumes: resumes)
    let (lexicon, extractor) = (lexicon, extractor ?? self.extractor)
    let task = Task {
      var ids: [String] = []
      await #expect(throws: CancellationError.self) {
        try await request.run(with: extractor, lexicon: lexicon) { progress in
          if progress.documents == documents { withUnsafeCurrentTask { $0?.cancel() } }
        } report: {
          ids.append($0.id)
        }
      }
      return ids
    }
    return await task.value
  }

  /// Makes the export whole, and returns the ids of what was reported.
  private func finish(resumes: Bool = true) async throws -> [String] {
    var ids: [String] = []
    _ = try await request(to: "resumed", resumes: resumes).run(with: extractor, lexicon: lexicon) { ids.append($0.id) }
    return ids
  }

  /// The paths and contents of an export.
  private func contents(_ name: String) -> [String: [UInt8]] {
    let paths = folder.names.filter { $0.hasPrefix(name + "/") }
    return Dictionary(uniqueKeysWithValues: paths.map { (String($0.dropFirst(name.count + 1)), folder.bytes($0)) })
  }

  private var shards: ShardFolder {
    get throws {
      try ShardFolder(
        target: folder.path + "/resumed",
        header: PartialWriter.header(
          tables: PartialForm.digest(of: lexicon), ReadingSummary(extractor.documents.options, keepsText: false)))
    }
  }

  private func expectTheSame() async throws {
    _ = try await request(to: "straight", resumes: false).run(with: extractor, lexicon: lexicon) { _ in }
    #expect(contents("resumed") == contents("straight"))
    #expect(!folder.names.contains { $0.contains("isnad") }, "nothing is left beside the exports")
  }

  @Test(arguments: [1, 3, 5])
  func anInterruptedExportGoesOnAndGivesTheSameBytes(documents: Int) async throws {
    #expect(try await interrupt(after: documents).contains("shards-kept"))
    #expect(FinishedShards(try shards).count >= documents)
    #expect(try await finish().isEmpty)
    try await expectTheSame()
  }

  @Test func itMayBeInterruptedAgainAndAgain() async throws {
    for documents in 1...4 { _ = try await interrupt(after: documents) }
    #expect(try await finish().isEmpty)
    try await expectTheSame()
  }

  @Test func whatIsFinishedIsTakenOverAndNotReadAgain() async throws {
    _ = try await interrupt(after: 5)
    let finished = FinishedShards(try shards)
    var kept = 0
    _ = try await extractor.read(paths: Seeds.files, jobs: 1, finished: finished) { _ in
    } report: { _ in
    } transform: {
      $0
    } consume: {
      kept += $0.isKept ? 1 : 0
    }
    #expect(kept == finished.count && kept > 0)
  }

  @Test func withoutTheOptionNothingIsKeptAndWhatIsThereIsNotUsed() async throws {
    #expect(try await interrupt(after: 2, resumes: false).isEmpty)
    #expect(try !shards.isThere)
    _ = try await interrupt(after: 2)
    #expect(try await finish(resumes: false) == ["shards-waiting"])
    try await expectTheSame()
  }

  @Test func aShardOfOtherOptionsIsNotUsed() async throws {
    var options = ReadingOptions()
    options.published = EDTFDate("2020-01-01")
    _ = try await interrupt(after: 2, with: try Extractor(lexicon: lexicon, reading: options))
    #expect(try await finish() == ["shard-unusable"])
    try await expectTheSame()
  }

  @Test(arguments: [0, 40, 5000, -1])
  func aShardThatIsDamagedIsNotUsed(place: Int) async throws {
    _ = try await interrupt(after: 2)
    let name = try #require(folder.names.first { $0.hasSuffix(".jsonl") && $0.contains("shard-") })
    var bytes = folder.bytes(name)
    let index = place < 0 ? bytes.count - 1 : place
    bytes[index] = bytes[index] == 0x20 ? 0x21 : 0x20
    try folder.write(name, bytes)
    #expect(try await finish() == ["shard-unusable"])
    try await expectTheSame()
  }

  @Test func aShardThatAKilledRunWasWritingIsForgotten() async throws {
    _ = try await interrupt(after: 1)
    let unfinished = try shards.path.dropFirst(folder.path.count + 1) + "/" + ShardFolder.draft(7)
    try folder.write(unfinished, "{\"type\":")
    #expect(try await finish().isEmpty)
    try await expectTheSame()
  }

  @Test func shardsAreFinishedByTheirSize() throws {
    let shards = try shards
    var writer = ShardWriter(shards, number: 1, limit: 64)
    for number in 0..<3 { try writer.write(Array("{\"number\":\(number)}\n".utf8) + Array(repeating: 0x20, count: 40)) }
    try writer.finish()
    let numbers = (FileTree.names(in: shards.path) ?? []).compactMap { ShardFolder.parts(of: $0)?.number }
    #expect(numbers == [1, 2])
  }
}
