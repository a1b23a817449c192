import EventModel
import Foundation
import Testing

@testable import Pipeline

@Suite struct DeterminismTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The bytes of every file of an export, by path.
  private func files(_ name: String) -> [String: [UInt8]] {
    let names = folder.names.filter { $0.hasPrefix(name + "/") && FileTree.kind(of: folder.path + "/" + $0) == .file }
    return Dictionary(uniqueKeysWithValues: names.map { (String($0.dropFirst(name.utf8.count)), folder.bytes($0)) })
  }

  @Test func twoRunsGiveTheSameBytesForAnyNumberOfJobs() async throws {
    try await Seeds.export([Seeds.folder], to: folder.path + "/one", jobs: 1)
    try await Seeds.export([Seeds.folder], to: folder.path + "/again", jobs: 1)
    try await Seeds.export([Seeds.folder], to: folder.path + "/eight", jobs: 8)
    let one = files("one")
    #expect(one.count > 10)
    #expect(files("again") == one)
    #expect(files("eight") == one)
  }

  @Test func theOrderOfTheInputsDoesNotMatter() async throws {
    try await Seeds.export(Seeds.files, to: folder.path + "/sorted")
    let sorted = files("sorted")
    #expect(sorted.count > 10)
    for (number, rotation) in [3, 1].enumerated() {
      let shuffled = Array(Seeds.files[rotation...].reversed() + Seeds.files[..<rotation])
      try await Seeds.export(shuffled, to: folder.path + "/shuffled\(number)")
      #expect(files("shuffled\(number)") == sorted)
    }
  }

  @Test func aFolderAndItsFilesGiveTheSameBytes() async throws {
    try await Seeds.export(Seeds.files, to: folder.path + "/files")
    try await Seeds.export([Seeds.folder], to: folder.path + "/folder")
    #expect(files("folder") == files("files"))
  }

  @Test func aFileThatIsNamedTwiceIsReadOnce() async throws {
    try await Seeds.export([Seeds.folder] + Seeds.files + [Seeds.folder + "/"], to: folder.path + "/twice")
    try await Seeds.export([Seeds.folder], to: folder.path + "/once")
    #expect(files("twice") == files("once"))
  }
}
