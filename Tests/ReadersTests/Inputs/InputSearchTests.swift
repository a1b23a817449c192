import EventModel
import Foundation
import Testing

@testable import Readers

@Suite struct InputSearchTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// The paths that are found and, in their places, the ids of faults.
  private func search(_ paths: String..., format: MediaType? = nil) -> [String] {
    var search = InputSearch(paths, format: format)
    var found: [String] = []
    while let result = search.next() {
      switch result {
      case .success(let file): found.append(file.path)
      case .failure(let fault): found.append("! " + fault.id)
      }
    }
    return found
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/" + name, withDestinationPath: target)
  }

  @Test func `Links are followed inside of a folder only`() throws {
    try folder.write("in/b/a.txt", "x".utf8)
    try folder.write("out/c.txt", "y".utf8)
    try folder.write("inner/d.txt", "z".utf8)
    try link("in/a.txt", to: "b/a.txt")
    try link("in/evil.txt", to: "../out/c.txt")
    try link("in/evil-folder", to: "../out")
    try link("in/near.txt", to: "../inner/d.txt")
    try link("in/self", to: ".")
    try link("in/b/up", to: "..")
    try link("in/gone.txt", to: "nowhere.txt")
    try link("in/gone.pdf", to: "nowhere.pdf")
    try link("in/loop.txt", to: "loop.txt")
    try link("in/x.pdf", to: "../out/c.txt")
    #expect(
      search(folder.path + "/in") == [
        "a.txt", "! input-outside", "! input-outside", "! input-missing", "! input-missing", "! input-outside",
      ])
    // A link that the user names himself is followed, to a file or a folder.
    #expect(search(folder.path + "/in/evil.txt", folder.path + "/in/evil-folder") == ["evil.txt"])
    #expect(search(folder.path + "/in/evil-folder") == ["c.txt"])
    #expect(search(folder.path + "/in/*/*.txt", folder.path + "/in/e*.txt") == ["b/a.txt", "! input-outside"])
  }

  @Test func `Patterns find files below the folder before their wildcards`() throws {
    for name in ["n/a.html", "n/b/c.html.gz", "n/b/c.pdf", "n/b/.h/d.html", "n/b/e.txt", "n/[x].txt"] {
      try folder.write(name, "x".utf8)
    }
    let root = folder.path
    #expect(search(root + "/n/**/*.html*") == ["a.html", "b/c.html.gz"])
    #expect(search(root + "/n/*") == ["[x].txt", "a.html", "b/c.html.gz", "b/e.txt"])
    #expect(search(root + "/*/b/*.txt") == ["n/b/e.txt"])
    // A name that is there is no pattern.
    #expect(search(root + "/n/[x].txt") == ["[x].txt"])
    #expect(
      search(root + "/n/*.pdf", root + "/no*/x", root + "/none/*") == Array(repeating: "! input-unmatched", count: 3))
    #expect(search(root + "/n/b/*.html.gz", root + "/n") == ["c.html.gz", "[x].txt", "a.html", "b/e.txt"])
  }

  @Test func `What cannot be read does not keep the rest from being read`() throws {
    try folder.write("a.txt", "x".utf8)
    try folder.write("z.txt", "x2".utf8)
    #expect(search(folder.path + "/none", folder.path) == ["! input-missing", "a.txt", "z.txt"])
    let name = [UInt8]("b".utf8) + [0xFF] + [UInt8](".txt".utf8)
    let path = Array(folder.path.utf8CString.dropLast()) + [CChar(0x2F)] + name.map { CChar(bitPattern: $0) } + [0]
    let file = try #require(fopen(path, "w"))
    fclose(file)
    #expect(search(folder.path) == ["a.txt", "! input-name", "z.txt"])
    unlink(path)
  }

  @Test(.enabled(if: getuid() != 0, "root may open every folder"))
  func `A folder that cannot be opened is named`() throws {
    try folder.write("a.txt", "x".utf8)
    try folder.write("b/c.txt", "x".utf8)
    try folder.write("d.txt", "x2".utf8)
    chmod(folder.path + "/b", 0)
    #expect(search(folder.path) == ["a.txt", "! input-unreadable", "d.txt"])
    chmod(folder.path + "/b", 0o755)
  }

  @Test func `Links that lead in a circle are told from what is not there`() throws {
    try link("one", to: "two")
    try link("two", to: "one")
    #expect(search(folder.path + "/one", folder.path + "/three") == ["! input-unreadable", "! input-missing"])
  }

  @Test func `Standard input is named once, and takes the format that the user tells`() throws {
    #expect(search("-", "-") == ["-"])
    try folder.write("page.php", "<p>".utf8)
    #expect(search(folder.path + "/page.php") == ["! input-format"])
    #expect(search(folder.path + "/page.php", format: .html) == ["page.php"])
    var search = InputSearch(["-"], format: .jsonLines)
    #expect(try search.next()?.get().mediaType == .jsonLines)
  }

  @Test(
    arguments: [
      ("WARC/1.0\r\n", .warc), ("\u{FEFF} {\"text\":1}", .jsonLines), ("\n <html>", .html), ("خبر", .plainText),
      ("", .plainText), ("\0<\0h", .html),
    ] as [(String, MediaType)])
  func `First bytes tell a format`(text: String, mediaType: MediaType) throws {
    #expect(MediaType(firstBytes: Array(text.utf8)) == mediaType)
    for (name, contents) in [("plain", Array(text.utf8)), ("compressed", Compressed.member(Array(text.utf8)))] {
      let location = try folder.write(name, contents)
      let reader = try RecordReader(InputFile(path: name, location: location, mediaType: nil), bufferSize: 3)
      #expect(reader.mediaType == mediaType)
    }
  }
}
