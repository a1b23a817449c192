import Digest
import EventModel
import JSON
import Schemas
import Testing

@testable import Exporters

/// The report of a data set.
private func report(_ dataset: Dataset) throws -> String {
  try #require(Sample.export(dataset, with: HTMLExporter())["data/html/report.html"])
}

/// What stands between two texts, of which the first occurs once.
private func part(_ text: String, after start: String, before end: String) throws -> String {
  let pieces = text.components(separatedBy: start)
  try #require(pieces.count == 2, "“\(start)” stands \(pieces.count - 1) times")
  return try #require(pieces[1].components(separatedBy: end).first)
}

/// The records that the script reads.
private func records(_ page: String) throws -> JSONValue {
  let text = try part(page, after: "<script type=\"application/json\" id=\"data\">", before: "</script>")
  return try JSONParser.parse(Array(text.utf8))
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}

@Test("The report's policy allows its one style and its one script by their digests, and nothing else")
func reportPolicy() throws {
  let page = try report(Sample.full)
  let script = try part(page, after: "<script type=\"module\">", before: "</script>")
  let style = try part(page, after: "<style>", before: "</style>")
  func source(_ text: String) -> String {
    "'sha256-" + ReportPage.base64(SHA256Digest.bytes(of: Array(text.utf8))) + "'"
  }
  let policy = try part(page, after: "http-equiv=\"Content-Security-Policy\" content=\"", before: "\"")
  #expect(
    policy.components(separatedBy: "; ") == [
      "default-src 'none'", "script-src \(source(script))", "style-src \(source(style))", "img-src data:",
      "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
    ])
  #expect(!policy.contains("unsafe"))
  #expect(script.contains("start();") && style.contains(".panel"))
}

@Test(
  "Base 64 pads to groups of four",
  arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("ÿþ", "w7/Dvg==")])
func reportBase64(text: String, expected: String) {
  #expect(ReportPage.base64(Array(text.utf8)) == expected)
}

@Test("The page asks for nothing from elsewhere, and has no attributes that run or style")
func reportIsSelfContained() throws {
  let page = try report(Dataset(articles: [], entities: [], events: []))
  let script = try part(page, after: "<script type=\"module\">", before: "</script>")
  let style = try part(page, after: "<style>", before: "</style>")
  let frame = page.replacing(script, with: "").replacing(style, with: "")
  for banned in [" src=", " style=", " onclick=", " onload=", " onerror=", "javascript:", "@import", "url("] {
    #expect(!frame.contains(banned) && !style.contains(banned), "\(banned)")
  }
  for banned in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "import("] {
    #expect(!script.contains(banned), "\(banned)")
  }
  // The icon is in the page; the one address is the namespace of SVG.
  #expect(frame.components(separatedBy: "http").count - 1 == 2)
  #expect(!frame.contains("{{") && !frame.contains("}}"))
}

@Test(
  "No text of a record ends the data, begins a comment or is markup",
  arguments: [
    "</script><script>alert(1)</script>", "<!--<script>", "-->", "]]>", "<img src=x onerror=alert(1)>",
    "\u{2028}\u{2029}",
    "\u{0}\u{1F}\u{7F}", "{{data}}", "{{script}}", "\\u003C/script>", "&lt;/script&gt;", "\u{202E}قلب",
    "\u{2069}\u{2069}",
    "javascript:alert(1)",
  ])
func hostileTextStaysData(text: String) throws {
  func quoting(_ text: String) -> Dataset {
    var dataset = Sample.hostile(text)
    dataset.events[0].evidence[0].range = 2000..<2010
    return dataset
  }
  let page = try report(quoting(text))
  let plain = try report(quoting("x"))
  #expect(page.components(separatedBy: "<").count == plain.components(separatedBy: "<").count)
  #expect(!page.contains("\u{2028}") && !page.contains("\u{2029}"))
  let data = try records(page)
  let event = try #require(data["events"]?.array?.first)
  #expect(event["evidence"]?.array?.first?["quote"]?.string.map { Array($0.utf8) } == Array(text.utf8))
  let article = try #require(data["articles"]?.array?.first)
  #expect(article["headline"]?.string.map { Array($0.utf8) } == Array(text.utf8))
}

@Test("Every record is in the data, with what it says and without what it does not say")
func reportRecords() throws {
  let data = try records(report(Sample.contested))
  #expect(
    data["articles"]?.array?.count == 2 && data["entities"]?.array?.count == 3 && data["events"]?.array?.count == 2)
  let event = try #require(data["events"]?.array?.first)
  #expect(event["id"]?.string == "evt-00000000000000f2" && event["contested"]?.bool == true)
  #expect(event["date"]?["edtf"]?.string == "2022-02-24/.." && event["date"]?["from"]?.int == 19_047)
  #expect(event["date"]?["to"] == nil && event["date"]?["resolved_by"]?.string == "known-event")
  #expect(
    event["participants"]?.array?.map { $0["entity"]?.string } == ["ent-00000000000000e1", "ent-00000000000000e2"])
  let claim = try #require(event["claims"]?.array?.first)
  #expect(claim["chain"]?.array?.map { $0["name"]?.string } == ["CNN", "مصدران مطلعان"])
  #expect(claim["chain"]?.array?.map { $0["named"]?.bool } == [true, nil])
  let bare = try #require(data["events"]?.array?.last)
  #expect(bare["date"] == nil && bare["claims"] == nil && bare["contested"] == nil)
}

@Test("An article's text is its own part of the document, in code points, also beyond 16 bits")
func reportText() throws {
  var article = Sample.article
  article.text = "قبل😀\nنص\u{301}𐀀 الخبر\nبعد"
  article.range = 5..<15
  let data = try records(report(Dataset(articles: [article], entities: [], events: [])))
  let written = try #require(data["articles"]?.array?.first?["text"]?.string)
  #expect(Array(written.unicodeScalars) == Array(Array("قبل😀\nنص\u{301}𐀀 الخبر\nبعد".unicodeScalars)[5..<15]))
  article.range = 20..<4000
  let beyond = try records(report(Dataset(articles: [article], entities: [], events: [])))
  #expect(beyond["articles"]?.array?.first?["text"]?.string == "")
  article.text = nil
  let without = try records(report(Dataset(articles: [article], entities: [], events: [])))
  #expect(without["articles"]?.array?.first?["text"] == nil)
}

@Test("What is quoted from a text that is in the report is not written again")
func reportQuotes() throws {
  func quotes(_ article: Article) throws -> [String?] {
    let data = try records(report(Dataset(articles: [article], entities: [], events: [Sample.contestedEvent])))
    let event = try #require(data["events"]?.array?.first)
    return ((event["evidence"]?.array ?? []) + (event["claims"]?.array ?? [])).map { $0["quote"]?.string }
  }
  let told = "أجرى اتصالاً أمس"
  #expect(try quotes(Sample.article) == [nil, "لقاء", nil, nil, nil])
  var cut = Sample.article
  cut.range = 0..<60
  #expect(try quotes(cut) == [nil, "لقاء", "قال ", nil, nil])
  cut.text = nil
  #expect(try quotes(cut) == [told, "لقاء", "قال ", told, told])
}

@Test("Every value that a record can have has a word in both languages, and every word is said once")
func reportWords() throws {
  let file = try #require(EmbeddedFiles.all.first { "\($0.name)" == "words.tsv" })
  let lines = "\(file.contents)".split(separator: "\n").filter { !$0.hasPrefix("#") }
  let words = ReportWord.all(in: "\(file.contents)")
  #expect(words.count == lines.count)
  #expect(Set(words.map(\.key)).count == words.count)
  for word in words { #expect(!word.arabic.isEmpty && !word.english.isEmpty, "\(word.key)") }
  let keys = Set((words + ReportWord.cameo).map(\.key))
  func values(_ prefix: String, _ values: [String]) {
    for value in values { #expect(keys.contains(prefix + value), "\(prefix)\(value)") }
  }
  values("type.", EventType.allCases.map(\.rawValue))
  values("mode.", EventMode.allCases.map(\.rawValue))
  values("status.", Event.Status.allCases.map(\.rawValue))
  values("stance.", Claim.Stance.allCases.map(\.rawValue))
  values("scope.", Claim.Scope.allCases.map(\.rawValue))
  values("speech.", Claim.Speech.allCases.map(\.rawValue))
  values("role.", Participant.Role.allCases.map(\.rawValue))
  values("kind.", EntityKind.allCases.map(\.rawValue))
  values("sector.", Sector.allCases.map(\.rawValue))
  values("masked.", Masking.Reason.allCases.map(\.rawValue))
  values("resolved.", EventDate.Basis.allCases.map(\.rawValue))
  values("published.", Publication.Basis.allCases.map(\.rawValue))
  values("relation.", EventCount.Relation.allCases.map(\.rawValue))
  values("removed.", Removal.Reason.allCases.map(\.rawValue))
  values("cameo.", EventType.allCases.map(\.cameo))
}

@Test("Types are called in Arabic as the codebook calls them")
func reportWordsAgree() throws {
  let words = try #require(EmbeddedFiles.all.first { "\($0.name)" == "words.tsv" }).contents
  for word in ReportWord.all(in: "\(words)") where word.key.hasPrefix("type.") {
    let meaning = try #require(Wording.current["event-" + word.key]?.arabic)
    #expect(meaning.hasPrefix(word.arabic + ":"), "\(word.key)")
  }
}

@Test("Every script and word that the page has is in it, and every word that its elements ask for exists")
func reportFiles() throws {
  let names = Set(EmbeddedFiles.all.map { "\($0.name)" })
  #expect(names == Set(ReportPage.scripts.map { $0 + ".js" } + ["report.css", "report.html", "words.tsv"]))
  let page = try report(Dataset(articles: [], entities: [], events: []))
  let words = try JSONParser.parse(
    Array(part(page, after: "<script type=\"application/json\" id=\"words\">", before: "</script>").utf8))
  for piece in page.components(separatedBy: "data-word=\"").dropFirst() {
    let key = String(piece.prefix { $0 != "\"" })
    #expect(key == "]" || words[key]?.array?.count == 2, "\(key)")
  }
  // A key that ends with a full stop is the beginning of one.
  for piece in page.components(separatedBy: "word(\"").dropFirst() {
    let key = String(piece.prefix { $0 != "\"" })
    #expect(key.hasSuffix(".") || words[key]?.array?.count == 2, "\(key)")
  }
}
