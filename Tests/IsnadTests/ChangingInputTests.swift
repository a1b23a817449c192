import Digest
import EventModel
import Exporters
import Foundation
import Testing

@testable import Pipeline

/// Files that somebody changes while they are read: the provenance names the bytes that were read.
@Suite struct ChangingInputTests {
  private let folder: TemporaryFolder
  /// More than is read at once.
  private let lines = (0..<400).map { "{\"id\":\"\($0)\",\"text\":\"\(String(repeating: "خبر ", count: 500))\"}\n" }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("in.jsonl", lines.joined())
  }

  private var path: String { folder.path + "/in.jsonl" }

  /// Reads all records, and does something behind the first.
  ///
  /// - Returns: How many records came, what could not be read, and the digest of the file.
  private func read(_ paths: [String], _ change: () throws -> Void) throws -> (Int, [String], FileDigest) {
    let source = RecordSource(paths: paths, format: nil)
    var (records, faults) = (0, [String]())
    while let found = source.next() {
      switch found {
      case .success: records += 1
      case .failure(let fault): faults.append("\(fault.id) \(fault.file?.split(separator: "/").last ?? "")")
      }
      if records == 1, faults.isEmpty { try change() }
    }
    return (records, faults, try FileDigest(try #require(source.opened.first)))
  }

  private func digest(_ text: String) -> FileDigest { FileDigest(path: "in.jsonl", contents: Array(text.utf8)) }

  @Test func aFileThatStaysIsNamedByItsDigest() throws {
    let (records, faults, found) = try read([path]) {}
    #expect(records == 400 && faults.isEmpty && found == digest(lines.joined()))
  }

  @Test func aFileThatIsReplacedWhileItIsReadIsNamedByWhatWasRead() throws {
    let (records, faults, found) = try read([path]) {
      try Data("{}\n".utf8).write(to: URL(filePath: path), options: .atomic)
    }
    #expect(records == 400 && faults.isEmpty && found == digest(lines.joined()))
  }

  @Test func aFileThatGrowsWhileItIsReadIsAFaultAndItsDigestIsThatOfWhatWasRead() throws {
    let (records, faults, found) = try read([path]) {
      let file = try FileHandle(forWritingTo: URL(filePath: path))
      try file.seekToEnd()
      try file.write(contentsOf: Data(lines[0].utf8))
      try file.close()
    }
    #expect(records == 401 && faults == ["input-changed in.jsonl"] && found == digest(lines.joined() + lines[0]))
  }

  @Test func theOtherInputsAreRead() throws {
    try folder.write("other.jsonl", lines[0])
    let (records, faults, _) = try read([path, folder.path + "/other.jsonl"]) {
      let file = try FileHandle(forWritingTo: URL(filePath: path))
      try file.truncate(atOffset: UInt64(lines[0].utf8.count * 390))
      try file.close()
    }
    #expect(records == 391 && faults == ["input-changed in.jsonl"])
  }

  @Test func aFileThatIsGoneIsNamedByWhatWasRead() throws {
    let (records, faults, found) = try read([path]) { try FileManager.default.removeItem(atPath: path) }
    #expect(records == 400 && faults.isEmpty && found == digest(lines.joined()))
  }
}
