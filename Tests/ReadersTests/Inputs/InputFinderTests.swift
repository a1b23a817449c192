import EventModel
import Foundation
import Testing

@testable import Readers

@Suite struct InputFinderTests {
  @Test func `Files come by the bytes of their paths, without hidden names and other formats`() throws {
    let folder = try TemporaryFolder()
    for name in [
      "b.txt", "a/z.jsonl", "a/B.TXT", "a.txt", ".hidden.txt", ".git/c.txt", "notes.md", "é.txt", "Z.ndjson",
      "a+/x.HTM", "a/p.warc.gz", "a/q.gz",
    ] {
      try folder.write(name, "x".utf8)
    }
    let files = try InputFinder().files(at: [folder.path + "/"])
    #expect(
      files.map(\.path) == ["Z.ndjson", "a+/x.HTM", "a.txt", "a/B.TXT", "a/p.warc.gz", "a/z.jsonl", "b.txt", "é.txt"])
    #expect(
      files.map(\.mediaType) == [
        .jsonLines, .html, .plainText, .plainText, .warc, .jsonLines, .plainText, .plainText,
      ])
  }

  @Test func `A file's path is its name, and a file named twice is read once`() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("deep/one.txt", "x".utf8)
    let files = try InputFinder().files(at: [file, folder.path])
    #expect(files.map(\.path) == ["one.txt"])
    #expect(files.first?.location == file)
  }

  @Test(arguments: [("nowhere", "input-missing"), ("empty", "no-articles"), ("page.pdf", "input-format")])
  func `What cannot be read has a diagnostic that names it`(name: String, id: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("empty/.keep", [])
    try folder.write("page.pdf", "x".utf8)
    let path = folder.path + "/" + name
    let fault = #expect(throws: Diagnostic.self) { try InputFinder().files(at: [path]) }
    #expect(fault?.id == id)
    #expect(fault?.file == path)
  }
}
