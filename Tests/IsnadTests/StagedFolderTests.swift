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

  @Test(arguments: ["nowhere", "file"])
  func aLinkToWhatIsNoFolderIsNoTarget(_ name: String) throws {
    try folder.write("file", "a file")
    try FileManager.default.createSymbolicLink(atPath: target, withDestinationPath: name)
    let fault = #expect(throws: Diagnostic.self) { try export("one") }
    #expect(fault?.id == "target-refused")
    #expect(folder.names == ["exports", "file"])
    #expect(FileTree.kind(of: target) == .link && folder.read("file") == "a file")
  }

  @Test func aFolderWhereNothingCanBeMadeIsSaid() throws {
    #if os(Linux)
      let parent = "/proc/self/fdinfo"
    #else
      let parent = "/dev/fd"
    #endif
    let fault = #expect(throws: Diagnostic.self) { try export("one", to: parent + "/exports") }
    #expect(fault?.id == "system")
    #expect(fault?.file == parent + "/exports")
  }

  @Test(.enabled(if: geteuid() != 0, "nothing is closed to root"))
  func aFolderThatMayNotBeWrittenIsSaidAndStays() throws {
    try export("one")
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    let fault = #expect(throws: Diagnostic.self) { try export("two") }
    #expect(fault?.reason.contains("Permission denied") == true)
    #expect(folder.read("exports/data/file.txt") == "one")
  }

  /// A folder on a file system that is not that of temporary folders, where there is one.
  private static let elsewhere: String? = {
    var (here, there) = (stat(), stat())
    let folder = "/dev/shm"
    guard stat(FileManager.default.temporaryDirectory.path, &here) == 0, stat(folder, &there) == 0 else { return nil }
    return here.st_dev != there.st_dev && access(folder, W_OK) == 0 ? folder : nil
  }()

  @Test(.enabled(if: Self.elsewhere != nil, "there is one file system only"))
  func aTargetOnAnotherDeviceIsWrittenThere() throws {
    let other = try #require(Self.elsewhere) + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: other) }
    try export("one", to: other + "/exports")
    try FileManager.default.createSymbolicLink(atPath: target, withDestinationPath: other + "/exports")
    do {
      let staged = try StagedFolder(target: target)
      #expect(staged.path.hasPrefix(other + "/.exports.isnad-"))
    }
    try export("two")
    #expect(folder.names == ["exports"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: other) == ["exports"])
    #expect(try String(contentsOfFile: other + "/exports/data/file.txt", encoding: .utf8) == "two")
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

  /// What goes wrong when the two folders are to be swapped, at each of its steps.
  enum Fault: CaseIterable {
    case newCannotTakeItsPlace
    case oldCannotBeMovedAway

    /// Says that the system cannot swap, and makes one of the renames fail that are tried instead.
    func exchange(_ staged: String, _ target: String) -> Bool {
      switch self {
      case .newCannotTakeItsPlace: rename(staged, staged + ".gone")
      case .oldCannotBeMovedAway: _ = [".old", ".old/full"].map { mkdir(staged + $0, 0o777) }
      }
      return false
    }
  }

  @Test(arguments: Fault.allCases)
  func aRenameThatFailsHalfWayLeavesTheEarlierExport(_ renaming: Fault) throws {
    try export("one")
    let before = folder.names
    let fault = #expect(throws: Diagnostic.self) {
      try export("two") {
        _ = renaming.exchange($0, $1); return false
      }
    }
    #expect(fault?.id == "system")
    #expect(folder.names.filter { !$0.hasPrefix(".") } == before)
    #expect(folder.read("exports/data/file.txt") == "one")
    // What the disturber made is all that stays.
    #expect(!folder.names.contains { $0.hasSuffix(".whole") })
    #expect(try export("three") == nil)
    #expect(folder.names == before)
    #expect(folder.read("exports/data/file.txt") == "three")
  }

  @Test func aNameThatIsTakenMeanwhileLeavesTheEarlierExport() throws {
    try export("one")
    let before = folder.names
    let fault = #expect(throws: Diagnostic.self) {
      var staged = try StagedFolder(target: target)
      try folder.write(String(staged.path.dropFirst(folder.path.count + 1)) + ".whole/full", "somebody's")
      _ = try staged.commit()
    }
    #expect(fault?.reason.hasPrefix("cannot rename the export") == true)
    #expect(folder.read("exports/data/file.txt") == "one")
    #expect(folder.names.filter { !$0.hasPrefix(".") } == before)
    #expect(folder.names.contains { $0.hasSuffix(".whole/full") })
  }

  @Test(arguments: [
    (name: String(repeating: "x", count: 232), reason: "its name is too long: 232 bytes"),
    (String(repeating: "خ", count: 116), "its name is too long: 232 bytes"),
    (String(repeating: "x", count: 256) + "/exports", "the name of a folder that leads to it is too long: 256 bytes"),
    (Array(repeating: "folder", count: 600).joined(separator: "/"), "its path is too long"),
  ])
  func aTargetThatIsTooLongIsRefusedAtOnce(name: String, reason: String) throws {
    let fault = #expect(throws: Diagnostic.self) { _ = try StagedFolder(target: folder.path + "/" + name) }
    #expect(fault?.id == "target-refused")
    #expect(fault?.file == folder.path + "/" + name)
    #expect(fault?.reason.hasPrefix(reason) == true)
    #expect(folder.names.isEmpty)
  }

  @Test func theLongestNameIsATarget() throws {
    let name = String(repeating: "x", count: 231)
    for text in ["one", "two"] {
      try export(text, to: folder.path + "/" + name) { _, _ in false }
      #expect(folder.read(name + "/data/file.txt") == text)
    }
    #expect(folder.names.allSatisfy { $0.hasPrefix(name) })
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
    let (said, saying) = AsyncStream.makeStream(of: String.self)
    let second = Task {
      defer { saying.finish() }
      let lock = try await TargetLock.wait(for: target) { saying.yield($0.id) }
      lock.release()
    }
    var ids = said.makeAsyncIterator()
    #expect(await ids.next() == "target-busy")
    first.release()
    #expect(await ids.next() == nil)
    try await second.value
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
