import EventModel
import Foundation
import JSON
import Testing

@testable import Readers

/// Compares the layout with what annotators wrote down. The environment variable `ISNAD_EVALUATE` names the folder of
/// their files; without it these tests are skipped.
private let evaluation = ProcessInfo.processInfo.environment["ISNAD_EVALUATE"]

@Suite(.enabled(if: evaluation != nil, "set ISNAD_EVALUATE to the folder of the annotations"))
struct EvaluationTests {
  private func json(_ path: String) throws -> [JSONValue] {
    let data = try Data(contentsOf: URL(filePath: (evaluation ?? "") + "/" + path))
    return try #require(try JSONParser.parse(Array(data)).array)
  }

  private func strings(_ value: JSONValue?) -> [String] {
    value?.array?.compactMap(\.string) ?? []
  }

  @Test func `The seeds are laid out as annotated`() throws {
    var articles: [String: (SourceDocument, ArticleLayout)] = [:]
    for document in try LayoutLawTests.seeds.get() {
      for article in document.articles { articles["\(document.info.id) \(article.segment)"] = (document, article) }
    }
    let gold = try json("seeds.gold.json")
    #expect(gold.count == articles.count)
    for note in gold {
      let key = "\(note["id"]?.string ?? "") \(note["segment"]?.int ?? 1)"
      let (document, article) = try #require(articles[key])
      func printed(_ kind: ArticleLayout.Block.Kind) -> [String] {
        article.blocks.filter { $0.kind == kind }.map { document.text[$0.range] }
      }
      #expect(printed(.headline) == [note["headline"]?.string ?? ""])
      #expect(printed(.deck) == (note["deck"]?.string.map { [$0] } ?? []))
      if let byline = note["byline"]?.string { #expect(printed(.byline) == [byline]) }
      #expect(printed(.subhead) == strings(note["subheads"]))
      // Annotators count a byline among what is no body text.
      let removed = Set(article.removed.map { document.text[$0.range] } + printed(.byline))
      #expect(removed == Set(strings(note["boilerplate"])), "\(key)")
      if let words = note["last_words"]?.string {
        #expect(printed(.paragraph).last?.hasSuffix(words) == true)
      }
      if let span = note["char_span"]?.array?.compactMap(\.int), let start = span.first, let end = span.last {
        #expect(document.text.codePoints(article.range) == start..<end)
      }
    }
  }

  @Test func `In other articles the first line is the headline and only page furniture goes`() throws {
    var documents: [String: SourceDocument] = [:]
    let path = (evaluation ?? "") + "/dev/dev.jsonl"
    var reader = try RecordReader(InputFile(path: "dev.jsonl", location: path, mediaType: .jsonLines))
    while let record = try reader.next() {
      let document = try testReader.get().read(record)
      documents[document.info.id] = document
    }
    #expect(documents.count == 60)
    for note in try json("dev/dev.gold.json") {
      let id = try #require(note["id"]?.string)
      let document = try #require(documents[id])
      let article = try #require(document.articles.first)
      #expect(document.articles.count == 1, "\(id)")
      let firstLine = String(decoding: document.text.bytes.prefix { $0 != 0x0A }, as: UTF8.self)
      #expect(article.blocks.first.map { document.text[$0.range] } == firstLine.trimmingCharacters(in: .whitespaces))
      let furniture = strings(note["boilerplate"]).map { $0.trimmingCharacters(in: .whitespaces) }
      for stretch in article.removed {
        let text = document.text[stretch.range]
        #expect(furniture.contains { text.hasPrefix($0) }, "\(id): \(text)")
      }
      try expectWholeAndDisjoint(document)
    }
  }
}
