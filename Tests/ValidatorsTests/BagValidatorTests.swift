import Digest
import EventModel
import Testing

@testable import Validators

@Suite struct BagValidatorTests {
  /// The files of a small bag.
  private static var files: [String: String] {
    var files = [
      "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
      "bag-info.txt": "Payload-Oxum: 7.2\n", "data/a.csv": "id\n1\n", "data/sub/50% ب.txt": "x\n",
    ]
    let digest = SHA256Digest.hex(of: Array("id\n1\n".utf8))
    files["datapackage.json"] =
      #"{"resources":[{"name":"a","path":"data/a.csv","bytes":5,"hash":"sha256:\#(digest)"}]}"#
    return files
  }

  /// Writes the files with manifests that are right for them, but for what is changed afterwards.
  private func report(
    _ change: (inout [String: String]) -> Void = { _ in }, after: (TemporaryFolder) throws -> Void = { _ in }
  ) throws -> ValidationReport {
    var files = Self.files
    change(&files)
    func line(_ path: String) -> String {
      "\(SHA256Digest.hex(of: Array(files[path, default: ""].utf8)))  \(path.replacing("%", with: "%25"))\n"
    }
    let payload = files.keys.filter { $0.hasPrefix("data/") }.sorted()
    files["manifest-sha256.txt"] = payload.map(line).joined()
    let tags = files.keys.filter { !$0.hasPrefix("data/") }.sorted()
    files["tagmanifest-sha256.txt"] = tags.map(line).joined()
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(name, text) }
    try after(folder)
    return BagValidator.validate(folder: folder.path)
  }

  /// Judges the bag after its manifests are made and something is done to it.
  private func reportAfter(_ spoil: (TemporaryFolder) throws -> Void) throws -> ValidationReport {
    try report({ _ in }, after: spoil)
  }

  @Test func aWholeBagHasNoFaults() throws {
    let report = try report()
    #expect(report.diagnostics == [])
    #expect(report.records == 2)
  }

  @Test func aChangedFileIsFound() throws {
    let report = try reportAfter { try $0.write("data/a.csv", "id\n2\n") }
    #expect(report.diagnostics.map(\.id) == ["bag-checksum", "package-hash"])
    #expect(report.diagnostics.map(\.file) == ["data/a.csv", "datapackage.json"])
  }

  @Test func anExtraFileIsFound() throws {
    let report = try reportAfter { try $0.write("data/extra.csv", "") }
    #expect(report.diagnostics.map(\.id) == ["bag-unlisted", "bag-oxum"])
    #expect(report.diagnostics.first?.file == "data/extra.csv")
    #expect(try self.reportAfter { try $0.write("extra.txt", "") }.diagnostics.map(\.id) == ["bag-unlisted"])
  }

  @Test func aMissingFileIsFound() throws {
    let report = try reportAfter { folder in
      let list = Array("\(String(repeating: "0", count: 64))  data/gone.csv\n".utf8)
      try folder.write(
        "manifest-sha256.txt", ByteFile.contents(of: folder.path + "/manifest-sha256.txt", name: "") + list)
    }
    #expect(report.diagnostics.map(\.id) == ["bag-missing", "bag-checksum"])
    #expect(report.diagnostics.first?.line == 3)
  }

  @Test(arguments: ["../a", "/etc/hostname", "data/../../a", "data//a", "~/a", "C:/a", "data\\..\\a", "./data/a.csv"])
  func aPathThatLeadsOutIsRefused(path: String) throws {
    #expect(!SafePath.isSafe(path))
    let report = try reportAfter {
      try $0.write("manifest-sha256.txt", "\(String(repeating: "0", count: 64))  \(path)\n")
    }
    #expect(report.diagnostics.map(\.id).contains("bag-unsafe-path"))
  }

  @Test func aPackageWhosePathLeadsOutIsRefused() throws {
    let report = try report { $0["datapackage.json"] = #"{"resources":[{"name":"a","path":"../a"}]}"# }
    #expect(report.diagnostics.map(\.id) == ["package-unsafe-path"])
  }

  @Test(arguments: [
    ("bagit.txt", "BagIt-Version: 9\n", "bag-declaration"), ("bag-info.txt", "Payload-Oxum: 8.2\n", "bag-oxum"),
    ("datapackage.json", "{}", "package-malformed"), ("datapackage.json", "{", "json-unexpected-end"),
    ("datapackage.json", #"{"resources":[{"name":"a","path":"data/a.csv","bytes":6}]}"#, "package-bytes"),
    ("datapackage.json", #"{"resources":[{"name":"a","path":"data/b.csv"}]}"#, "package-missing"),
  ])
  func aWrongTagFileIsFound(name: String, text: String, id: String) throws {
    #expect(try report { $0[name] = text }.diagnostics.map(\.id) == [id])
  }

  @Test func linesThatAreNoChecksumsAndPathsListedTwiceAreFound() throws {
    let digest = String(repeating: "0", count: 64)
    let list = ChecksumList(Array("nonsense\n\(digest)  data/a\n\(digest) *data/a\n".utf8), name: "m")
    #expect(list.faults.map(\.id) == ["bag-manifest-line", "bag-duplicate"])
    #expect(list.faults.map(\.line) == [1, 3])
    #expect(list.entries.map(\.path) == ["data/a"])
  }

  @Test func whatIsNoFolderIsReported() {
    #expect(BagValidator.validate(folder: "/nonexistent").diagnostics.map(\.id) == ["folder-unreadable"])
  }
}
