import EventModel
import Exporters
import Foundation
import Testing

@testable import Pipeline

@Suite struct StagedFolderTests {
  private let folder: TemporaryFolder
  private var target: String { folder.path + "/exports" }

  init() throws { folder = try TemporaryFolder() }

  /// Writes an export of one payload file that names itself as one.
  @discardableResult
  private func export(
    _ text: String, to target: String? = nil,
    exchange: @escaping @Sendable (String, String) -> Bool = { exchangeNames($0, $1) }
  ) throws -> Diagnostic? {
    let digits = String(repeating: "0", count: 64)
    let tags = ["bagit.txt", "manifest-sha256.txt", "provenance.json"]
    let files = [
      ("data/file.txt", text), ("bagit.txt", "b"), ("provenance.json", "{}"),
      ("manifest-sha256.txt", "\(digits)  data/file.txt\n"),
      ("tagmanifest-sha256.txt", tags.map { "\(digits)  \($0)\n" }.joined()),
    ]
    var staged = try StagedFolder(target: target ?? self.target, exchange: exchange)
    for (name, text) in files { try write(text, to: name, in: staged.path) }
    return try staged.commit()
  }

  @discardableResult
  private func write(_ text: String, to name: String, in folder: String) throws -> FileDigest? {
    var file = try HashedFiles(in: folder, names: [name])
    for byte in text.utf8 { try file.write([byte], to: 0) }
    return try file.finish().first
  }

  @Test func aFolderAppearsWholeAndNothingElseStays() throws {
    #expect(try export("one") == nil)
    #expect(
      folder.names == [
        "exports", "exports/bagit.txt", "exports/data", "exports/data/file.txt", "exports/manifest-sha256.txt",
        "exports/provenance.json", "exports/tagmanifest-sha256.txt",
      ])
  }

  @Test func aLaterExportReplacesAnEarlierOne() throws {
    try export("one")
    try folder.write("exports/data/file.txt", "somebody changed it")
    #expect(try export("two") == nil)
    #expect(folder.read("exports/data/file.txt") == "two")
    #expect(folder.names.filter { !$0.hasPrefix("exports") }.isEmpty)
  }

  @Test func aFolderThatIsNotCommittedLeavesTheEarlierOneInPlace() throws {
    try export("one")
    do {
      let staged = try StagedFolder(target: target)
      try write("half", to: "data/file.txt", in: staged.path)
      #expect(folder.names.contains { $0.hasPrefix(".exports.isnad-") })
    }
    #expect(folder.read("exports/data/file.txt") == "one")
    #expect(folder.names.filter { !$0.hasPrefix("exports") }.isEmpty)
  }

  @Test func filesOfAnotherOriginAreKeptBesideTheNewExport() throws {
    try export("one")
    try folder.write("exports/data/my notes.txt", "mine")
    let note = try export("two")
    #expect(note?.id == "files-kept")
    #expect(folder.read("exports/data/file.txt") == "two")
    #expect(folder.names.filter { $0.hasPrefix("exports.kept") }.last == "exports.kept/data/my notes.txt")
    try folder.write("exports/more.txt", "mine too")
    #expect(try export("three") != nil)
    #expect(folder.read("exports.kept-2/more.txt") == "mine too")
  }

  @Test func aManifestCannotNameFilesOutsideTheExport() throws {
    try folder.write("precious.txt", "keep me")
    try export("one")
    let digits = String(repeating: "0", count: 64)
    try folder.write("exports/manifest-sha256.txt", "\(digits)  ../precious.txt\n\(digits)  data/file.txt\n")
    try export("two")
    #expect(folder.read("precious.txt") == "keep me")
  }

  @Test func aFolderThatIsNoExportIsRefused() throws {
    try folder.write("exports/thesis.txt", "years of work")
    let fault = #expect(throws: Diagnostic.self) { try export("one") }
    #expect(fault?.id == "target-refused")
    #expect(folder.names == ["exports", "exports/thesis.txt"])
  }

  @Test func aFileIsNoTarget() throws {
    try folder.write("exports", "a file")
    #expect(throws: Diagnostic.self) { try export("one") }
    #expect(folder.read("exports") == "a file")
  }

  @Test func anEmptyFolderIsATarget() throws {
    try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: false)
    try export("one")
    #expect(folder.read("exports/data/file.txt") == "one")
  }

  @Test func foldersThatLeadToTheTargetAreMade() throws {
    try export("one", to: folder.path + "/a/b/c/")
    #expect(folder.read("a/b/c/data/file.txt") == "one")
  }

  @Test func aLinkToAnExportStaysALink() throws {
    try export("one")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/latest", withDestinationPath: "exports")
    try export("two", to: folder.path + "/latest")
    #expect(folder.read("exports/data/file.txt") == "two")
    #expect(FileTree.kind(of: folder.path + "/latest") == .link)
  }

  @Test func aPathThatCannotBeMadeIsSaid() throws {
    try folder.write("file", "a file")
    let fault = #expect(throws: Diagnostic.self) { try export("one", to: folder.path + "/file/exports") }
    #expect(fault?.id == "system")
    #expect(folder.names == ["file"])
  }

  @Test func whatAKilledProgramLeftIsRemoved() throws {
    try folder.write(".exports.isnad-dead00/data/file.txt", "half")
    try export("one")
    #expect(!folder.names.contains { $0.hasPrefix(".exports") })
  }

  @Test func whatWasKilledWhileItRemovedAnEarlierExportLosesNoFilesOfAnotherOrigin() throws {
    try export("one")
    try folder.write("exports/data/my notes.txt", "mine")
    try FileManager.default.moveItem(atPath: target, toPath: folder.path + "/.exports.isnad-dead00.whole")
    try export("two")
    #expect(folder.read("exports/data/file.txt") == "two")
    #expect(folder.read("exports.kept/data/my notes.txt") == "mine")
    #expect(!folder.names.contains { $0.hasPrefix(".exports") })
  }

  @Test func anExportThatStoodBetweenTwoNamesGoesBackToItsPlace() throws {
    try export("one")
    try FileManager.default.moveItem(atPath: target, toPath: folder.path + "/.exports.isnad-dead00.whole.old")
    try export("two", to: folder.path + "/.exports.isnad-dead00.whole")
    do {
      let staged = try StagedFolder(target: target)
      #expect(staged.notes.map(\.id) == ["export-restored"])
    }
    #expect(!folder.names.contains { $0.hasPrefix(".exports") })
    #expect(folder.read("exports/data/file.txt") == "one")
  }

  @Test func aFileSystemThatCannotSwapRenamesTwice() throws {
    try export("one")
    try export("two", exchange: { _, _ in false })
    #expect(folder.read("exports/data/file.txt") == "two")
    #expect(folder.names.filter { !$0.hasPrefix("exports") }.isEmpty)
  }

  @Test func nothingIsRemovedThroughALinkInAnExport() throws {
    try export("one")
    try FileManager.default.moveItem(atPath: target + "/data", toPath: folder.path + "/elsewhere")
    try FileManager.default.createSymbolicLink(atPath: target + "/data", withDestinationPath: "../elsewhere")
    try export("two")
    #expect(folder.read("elsewhere/file.txt") == "one")
    #expect(folder.read("exports/data/file.txt") == "two")
  }

  @Test func aLockIsWaitedForAndLeavesNoFile() async throws {
    let first = try await TargetLock.wait(for: target) { _ in Issue.record("nobody has it") }
    let target = target
    let second = Task {
      var ids: [String] = []
      let lock = try await TargetLock.wait(for: target) { ids.append($0.id) }
      lock.release()
      return ids
    }
    try await Task.sleep(for: .milliseconds(200))
    first.release()
    #expect(try await second.value == ["target-busy"])
    #expect(folder.names.isEmpty)
    let third = try await TargetLock.wait(for: target) { _ in Issue.record("nobody has it") }
    let waiting = Task { try await TargetLock.wait(for: target) { _ in } }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
    third.release()
  }

  @Test func aFolderThatIsBeingWrittenIsLeftAlone() throws {
    let first = try StagedFolder(target: target)
    try write("first", to: "data/file.txt", in: first.path)
    try export("second")
    #expect(FileTree.kind(of: first.path + "/data/file.txt") == .file)
  }

  @Test func aFileIsHashedWhileItIsWritten() throws {
    let summary = try #require(try write("abc", to: "abc", in: folder.path))
    #expect(summary.bytes == 3)
    #expect(summary.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
