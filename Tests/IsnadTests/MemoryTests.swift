import BundledTables
import EventModel
import Foundation
import Lexicon
import Normalizer
import Testing

@testable import Pipeline

/// Exports that put on the disk what they gather.
@Suite struct MemoryTests {
  private let lexicon: Lexicon
  private let extractor: Extractor
  private let folder: TemporaryFolder

  init() throws {
    lexicon = try Lexicon.bundled()
    extractor = try Extractor(lexicon: lexicon)
    folder = try TemporaryFolder()
  }

  /// Exports, and gives the paths and contents of what came out.
  private func export(_ inputs: [String], memory: MemoryLimit, to name: String) async throws -> [String: [UInt8]] {
    let request = ExportRequest(
      inputs: inputs, target: folder.path + "/" + name, formats: ["csv", "jsonl", "xml"], jobs: 2, memory: memory)
    _ = try await request.run(with: extractor, lexicon: lexicon) { _ in }
    let paths = folder.names.filter { $0.hasPrefix(name + "/") }
    return Dictionary(uniqueKeysWithValues: paths.map { (String($0.dropFirst(name.count + 1)), folder.bytes($0)) })
  }

  private static let none = MemoryLimit(bytes: 0)

  @Test func anExportThatSpillsHasTheSameBytes() async throws {
    let held = try await export(Seeds.files, memory: .standard, to: "held")
    let spilled = try await export(Seeds.files, memory: Self.none, to: "spilled")
    #expect(held == spilled)
    #expect(!held.isEmpty && !folder.names.contains { $0.contains("spill-") })
  }

  /// Dated and undated articles, copies, recurrences, and events that several articles tell of.
  @Test func soHasOneWithCopiesAndUndatedArticles() async throws {
    var lines: [String] = []
    let places = ["باريس", "روما", "عمان", "مدريد", "أنقرة", "الرياض", "تونس", "الكويت"]
    for number in 0..<60 {
      let (place, story) = (places[number % places.count], number / 5)
      let rare = (0..<12).map { "كلمة\(story)حرف\($0) لفظ\(story)رقم\($0)" }.joined(separator: " ثم ")
      let text =
        "التقى وزير الخارجية الروسي سيرغي لافروف نظيره التركي في \(place) يوم 12 مايو 2021، وأكد مسؤول أميركي اللقاء. "
        + "أجرى الرئيسان اتصالات هاتفية بلغ عددها \(3 + number % 4). " + rare
      let date = number % 5 == 4 ? "" : #""published":"2021-05-\#(13 + number % 9)","#
      lines.append(#"{"id":"a\#(number)",\#(date)"text":"\#(text)"}"#)
      if number % 7 == 0 { lines.append(#"{"id":"b\#(number)",\#(date)"text":"\#(text)"}"#) }
      if number % 11 == 0 { lines.append(#"{"id":"c\#(number)","outlet":"رويترز",\#(date)"text":"\#(text)"}"#) }
    }
    try folder.write("in.jsonl", lines.joined(separator: "\n") + "\n")
    let input = [folder.path + "/in.jsonl"]
    let held = try await export(input, memory: .standard, to: "held")
    #expect(held == (try await export(input, memory: Self.none, to: "spilled")))
    let articles = String(decoding: held["data/jsonl/articles.jsonl"] ?? [], as: UTF8.self)
    for sign in [#""copy_of":"art-"#, #""also_in":[{"#, #""basis":"inferred""#] { #expect(articles.contains(sign)) }
  }

  @Test func aStoreSpillsBehindItsLimit() throws {
    let document = folder.path + "/one.txt"
    try folder.write("one.txt", "التقى لافروف بلينكن في جنيف.")
    let store = SpillingArticles(limit: 1 << 20, folder: folder.path)
    var records = ArticleRecords(
      article: Article(
        id: RecordID(.article, bits: 1),
        document: DocumentInfo(
          id: "one", path: document, record: nil, sha256: "", bytes: 1, encoding: "utf-8", mediaType: "text/plain"),
        segment: 1, range: 0..<1), sketch: try #require(ShingleSketch(hashes: [], count: 0)),
      pairs: WordPairs([]))
    for number in 0..<2000 {
      records.article.headline = "خبر رقم \(number)"
      try store.append(records)
    }
    #expect(store.folder == folder.path && store.count == 2000)
    records.article.headline = "خبر آخر"
    try store.replace(7, by: records)
    #expect(try store.records(7).article.headline == "خبر آخر")
    #expect(try store.records(1999).article.headline == "خبر رقم 1999")
  }

  @Test(arguments: [
    // 512 MB take 640 MB of addresses.
    (room: 640, asked: 512, given: 512), (639, 512, 256), (320, 512, 256), (319, 512, 128), (160, 512, 128),
    (160, 2000, 128), (159, 512, nil), (159, 128, nil), (125, 100, 100), (124, 100, nil), (1, 0, 0),
  ])
  func aLimitIsLoweredToTheRoomThatThereIs(room: Int, asked: Int, given: Int?) throws {
    let limit = MemoryLimit(bytes: asked << 20)
    let fits = { (bytes: Int) in bytes <= room << 20 }
    guard let given else {
      let fault = #expect(throws: Diagnostic.self) { _ = try limit.fitting(room: fits) }
      #expect(fault?.reason.hasPrefix("cannot begin: ") == true)
      return
    }
    #expect(try limit.fitting(room: fits).bytes == given << 20)
  }

  @Test(arguments: [
    ("512", 512 << 20), ("300MB", 300 << 20), ("300m", 300 << 20), ("2GB", 2 << 30), ("0", nil), ("-1", nil), ("", nil),
    ("GB", nil), ("1TB", nil), ("9999999999999", nil),
  ])
  func amountsOfMemoryAreRead(text: String, bytes: Int?) {
    #expect(MemoryLimit(text)?.bytes == bytes)
  }
}
