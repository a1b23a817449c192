import EventModel
import Testing

@testable import Readers

@Suite struct MetadataTableTests {
  /// A document of two articles that says of itself that it is of May 2020.
  private func document(path: String = "news/a.txt", id: String = "a") -> SourceDocument {
    let text = SourceText("خبر اليوم\nالعنوان الأصلي\nنص\nالعُنوان الاصلي!\nذيل")
    let lines = text.bytes.split(separator: 0x0A).map { $0.startIndex..<$0.endIndex }
    let first = ArticleLayout(
      segment: 1, range: 0..<lines[3].upperBound,
      blocks: [
        .init(kind: .headline, range: lines[0]), .init(kind: .paragraph, range: lines[1]),
        .init(kind: .paragraph, range: lines[2]), .init(kind: .paragraph, range: lines[3]),
      ], removed: [], outlet: "الأصل",
      published: Publication(date: EDTFDate(year: 2020, month: 5), basis: .metadata))
    let second = ArticleLayout(
      segment: 2, range: lines[4], blocks: [], removed: [.init(range: lines[4], reason: .navigation)])
    let info = DocumentInfo(
      id: id, path: path, record: nil, sha256: "", bytes: 0, encoding: "utf-8", mediaType: "text/plain")
    return SourceDocument(info: info, text: text, articles: [first, second])
  }

  private func applied(
    _ files: [(name: String, text: String)], to document: SourceDocument? = nil
  ) throws -> (document: SourceDocument, warnings: [Diagnostic]) {
    var table = MetadataTable()
    for file in files { try table.add(file: file.name, contents: Array(file.text.utf8)) }
    var document = document ?? self.document()
    let matched = table.apply(to: &document)
    return (document, table.warnings(exceptFor: Set(matched)))
  }

  @Test(arguments: [
    ("m.csv", "path,published,outlet,url\nnews/a.txt,2022-11-14,الشرق,http://x/1\n"),
    ("m.csv", "\u{FEFF}\"id\",\"note\",\"published\",\"outlet\",\"url\"\r\n\"a\",\"،,\",2022-11-14,الشرق,http://x/1"),
    ("M.CSV", "outlet,path,published,url\nالشرق,a.txt,2022-11-14,http://x/1\n\n"),
    (
      "m.jsonl",
      "\n{\"path\":\"a.txt\",\"published\":\"2022-11-14\",\"outlet\":\"الشرق\",\"url\":\"http://x/1\",\"x\":{}}\n"
    ),
    (
      "m.ndjson",
      "{\"id\":\"a\",\"path\":\"\",\"published\":\"2022-11-14\",\"outlet\":\"الشرق\",\"url\":\"http://x/1\"}"
    ),
  ])
  func `A row replaces what the document says of all its articles`(name: String, text: String) throws {
    let (document, warnings) = try applied([(name, text)])
    #expect(warnings == [])
    for article in document.articles {
      #expect(article.published == Publication(date: EDTFDate("2022-11-14"), basis: .metadata))
      #expect(article.outlet == "الشرق")
      #expect(article.url == "http://x/1")
    }
  }

  @Test func `What a row leaves empty stays as it was`() throws {
    let document = try applied([("m.csv", "id,published,outlet,url,headline\na,,,http://x,\n")]).document
    #expect(document.articles[0].published.date == EDTFDate(year: 2020, month: 5))
    #expect(document.articles.map(\.outlet) == ["الأصل", nil])
    #expect(document.articles.map(\.url) == ["http://x", "http://x"])
  }

  @Test(arguments: [
    // The order of the rows of a file does not matter.
    "id,path,segment,outlet\n,a.txt,,و\n,news/a.txt,,ب\na,,,ج\na,a.txt,,د\n,a.txt,2,ه\n",
    "id,path,segment,outlet\n,a.txt,2,ه\na,a.txt,,د\na,,,ج\n,news/a.txt,,ب\n,a.txt,,و\n",
  ])
  func `Of the rows of a file, the closest decides`(text: String) throws {
    #expect(try applied([("m.csv", text)]).document.articles.map(\.outlet) == ["د", "ه"])
  }

  @Test func `A later file goes before an earlier one, value by value`() throws {
    let document = try applied([
      ("1.csv", "id,segment,outlet,url\na,1,أ,http://1\n"), ("2.jsonl", "{\"path\":\"a.txt\",\"outlet\":\"ب\"}"),
    ]).document
    #expect(document.articles.map(\.outlet) == ["ب", "ب"])
    #expect(document.articles.map(\.url) == ["http://1", nil])
  }

  @Test func `A row that names nothing is a warning with its place`() throws {
    let text = "path,segment\nnews/b.txt,\nother/a.txt,\na.txt,3\nnews/a.txt,1\n"
    let warnings = try applied([("m.csv", text)]).warnings
    #expect(
      warnings.map(\.description) == [
        "m.csv:2:1: warning: “news/b.txt” matched no input [metadata-unmatched]",
        "m.csv:3:1: warning: “other/a.txt” matched no input [metadata-unmatched]",
        "m.csv:4:1: warning: “a.txt” matched no input [metadata-unmatched]",
      ])
    let many = "id\n" + (1...25).map { "x\($0)\n" }.joined()
    #expect(try applied([("m.csv", many)]).warnings.map(\.reason).last == "5 further rows of metadata matched no input")
  }

  @Test func `A printed headline is marked, and what stood for it and what repeats it are not`() throws {
    let article = try applied([("m.csv", "id,headline\na,\"العنوان الأصلي\"\n")]).document.articles[0]
    #expect(article.blocks.map(\.kind) == [.subhead, .headline, .paragraph])
    #expect(article.removed.map(\.reason) == [.duplicateHeadline])
  }

  @Test func `A headline that is printed nowhere changes nothing, one that was left out comes back`() throws {
    let articles = try applied([("m.csv", "id,segment,headline\na,1,عنوان آخر\na,2,ذيل\n")]).document.articles
    #expect(articles[0] == document().articles[0])
    #expect(articles[1].blocks == [.init(kind: .headline, range: articles[1].range)])
    #expect(articles[1].removed == [])
  }

  @Test(
    arguments: [
      ("m.csv", "", "metadata-key", 1, 1), ("m.csv", "published,outlet\n2022,x\n", "metadata-key", 1, 1),
      ("m.csv", "path,url\n,http://x\n", "metadata-key", 2, 1), ("m.csv", "id,url,id\n", "metadata-column", 1, 8),
      ("m.csv", "id,url\na\n", "metadata-cells", 2, 1), ("m.csv", "id,url\na,b,c\n", "metadata-cells", 2, 1),
      ("m.csv", "id,published\na,2022\nb,أمس\n", "metadata-published", 3, 3),
      ("m.csv", "id,published\na,14/11/2022\n", "metadata-published", 2, 3),
      ("m.csv", "id,segment\na,0\n", "metadata-segment", 2, 3), ("m.csv", "id\na\nb\na\n", "metadata-duplicate", 4, 1),
      ("m.csv", "id,url\na,\"b\n", "csv-open-quote", 3, 1), ("m.csv", "id,url\na,b\"\n", "csv-quote", 2, 4),
      ("m.jsonl", "{\"id\":\"a\"}\n[]\n", "metadata-object", 2, nil),
      ("m.jsonl", "{\"url\":\"a\"}\n", "metadata-key", 1, nil),
      ("m.jsonl", "\n{\"id\":7}\n", "metadata-type", 2, nil),
      ("m.jsonl", "{\"id\":\"a\",\"published\":\"2022-13\"}", "metadata-published", 1, nil),
      ("m.jsonl", "{\"id\":\"a\"}\n{\"id\":\"b\"}\n{\"id\":\"a\"}", "metadata-duplicate", 3, nil),
      ("m.jsonl", "{\"id\":\"a\"}\n{\"id\":\"b\"", "json-unexpected-end", 2, 10),
      ("m.jsonl", "{\"id\":\"a\",\"segment\":1.5}", "metadata-segment", 1, nil),
      ("m.txt", "id\na\n", "metadata-format", nil, nil),
    ] as [(String, String, String, Int?, Int?)])
  func `A faulty file is refused where the fault is`(
    name: String, text: String, id: String, line: Int?, column: Int?
  ) throws {
    let fault = try #require(throws: Diagnostic.self) { try applied([(name, text)]) }
    #expect(fault.id == id)
    #expect(fault.file == name)
    #expect(fault.line == line)
    #expect(fault.column == column)
    #expect(fault.severity == .error)
  }

  @Test func `A file that is not UTF-8 is refused at its first bad byte`() throws {
    var table = MetadataTable()
    let fault = try #require(throws: Diagnostic.self) {
      try table.add(file: "m.csv", contents: Array("id,outlet\na,".utf8) + [0xC7, 0xE1])
    }
    #expect(fault.id == "invalid-utf8")
    #expect(fault.line == 2)
    #expect(fault.column == 3)
  }
}
