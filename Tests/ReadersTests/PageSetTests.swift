import EventModel
import Foundation
import JSON
import Testing

@testable import Readers

/// The pages of `Tests/Pages` with what a person says is in them: `make measure` tells more, and beside peers.
@Suite struct PageSetTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Pages")

  /// What a page holds, and what the reader made of it.
  private struct Page {
    var document: SourceDocument
    var headlines: [String]
    var body: [String]
    var boilerplate: [String]

    init(_ name: String) throws {
      let reader = try testReader.get()
      var records = try RecordReader(
        InputFile(
          path: name + ".html", location: PageSetTests.folder.appending(path: name + ".html").path, mediaType: .html))
      document = try reader.read(try #require(try records.next()))
      let gold = try JSONParser.parse(
        Array(try Data(contentsOf: PageSetTests.folder.appending(path: name + ".json"))))
      let articles = try #require(gold["articles"]?.array)
      headlines = articles.compactMap { $0["headline"]?.string }
      body = articles.flatMap { $0["body"]?.array?.compactMap(\.string) ?? [] }
      boilerplate = gold["boilerplate"]?.array?.compactMap(\.string) ?? []
    }

    /// What is kept, with a blank at both ends.
    var kept: String {
      " " + document.articles.flatMap(\.blocks).map { collapsed(document.text[$0.range]) }.joined(separator: " ") + " "
    }

    var found: [String] {
      document.articles.map { article in
        article.blocks.first { $0.kind == .headline }.map { collapsed(document.text[$0.range]) } ?? ""
      }
    }
  }

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test("There are pages")
  func isThere() {
    #expect(Self.names.count >= 108)
  }

  @Test("A page's articles are found and nearly all of their text is kept", arguments: names)
  func keeps(name: String) throws {
    let page = try Page(name)
    let kept = page.kept
    let all = page.body.reduce(0) { $0 + $1.count }
    let lost = page.body.filter { !kept.contains(collapsed($0)) }
    #expect(lost.reduce(0) { $0 + $1.count } * 10 <= all, "\(lost)")
    #expect(page.document.articles.count == page.headlines.count)
  }

  @Test("Of all pages together hardly anything is lost, leaked or misread")
  func floors() throws {
    var (all, lost, strings, titles) = (0, 0, 0, 0)
    var leaked: [String] = []
    var misread: [String] = []
    for name in Self.names {
      let page = try Page(name)
      let kept = page.kept
      all += page.body.reduce(0) { $0 + $1.count }
      lost += page.body.filter { !kept.contains(collapsed($0)) }.reduce(0) { $0 + $1.count }
      strings += page.boilerplate.count
      leaked += page.boilerplate.filter { kept.contains(" " + collapsed($0) + " ") }.map { name + ": " + $0 }
      titles += page.headlines.count
      misread += page.headlines.filter { !page.found.contains(collapsed($0)) }.map { name + ": " + $0 }
    }
    #expect(lost * 200 <= all)
    #expect(leaked.count * 100 <= strings, "\(leaked)")
    #expect(misread.count * 20 <= titles, "\(misread)")
  }
}

/// A text without invisible marks, its white space collapsed.
private func collapsed(_ text: String) -> String {
  let invisible: Set<UInt32> = [0xAD, 0xFEFF]
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let code = scalar.value
    if invisible.contains(code) || (0x200B...0x200F).contains(code) || (0x202A...0x202E).contains(code)
      || (0x2066...0x2069).contains(code)
    {
      continue
    }
    scalars.append(scalar.properties.isWhitespace ? " " : scalar)
  }
  return String(scalars).split(separator: " ").joined(separator: " ")
}
