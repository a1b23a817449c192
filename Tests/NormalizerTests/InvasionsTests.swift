import ArabicText
import BundledTables
import EventModel
import Lexicon
import Testing

@testable import Normalizer

/// Invasions that a time is counted from, in articles of 2024-11-27.
@Suite struct InvasionsTests {
  /// The summaries of the assaults of a text below a headline.
  private func assaults(_ text: String) throws -> [String] {
    try TablesFixture.shared().events("نشرة الأخبار من العواصم\n\n" + text).filter { $0.type == .assault }
      .map(\.summary)
  }

  @Test(
    "An invasion that a time is counted from is told of, in the month in which it began",
    arguments: [
      (
        "أجرى بوتين محادثات مع زيلينسكي في روسيا قبل الغزو الروسي لأوكرانيا. وتدعم فرنسا أوكرانيا.",
        "ASSAULT - occurred: actor Russia, recipient Ukraine on 2022-02"
      ),
      (
        "بقيت رحلات بوتين محدودة منذ العملية العسكرية الروسية الشاملة في أوكرانيا. وغادر روسيا إلى أوكرانيا.",
        "ASSAULT - occurred: actor Russia, recipient Ukraine on 2022-02"
      ),
      (
        "انقطعت العلاقات بين العراق والكويت بعد غزو الكويت.",
        "ASSAULT - occurred: actor Iraq, recipient Kuwait on 1990-08"
      ),
    ])
  func told(_ text: String, _ expected: String) throws {
    #expect(try assaults(text) == [expected])
  }

  @Test(
    "No invasion is told of by a war's name, by that of an event without parties, or in an article that names one side",
    arguments: [
      "تراجعت العلاقات بين روسيا وأوكرانيا منذ الحرب في أوكرانيا.",
      "تراجعت العلاقات بين إسرائيل وحماس منذ هجوم السابع من أكتوبر.",
      "ارتفعت أسعار القمح منذ غزو الكويت.",
      "تراجعت العلاقات بين روسيا وأوكرانيا منذ العام الماضي.",
    ])
  func untold(_ text: String) throws {
    #expect(try assaults(text) == [])
  }

  @Test("Two articles that count from one invasion tell of one event")
  func joined() throws {
    let fixture = try TablesFixture.shared()
    let texts = [
      "تراجعت العلاقات بين روسيا وأوكرانيا منذ الغزو الروسي لأوكرانيا.",
      "زادت صادرات النفط من روسيا وأوكرانيا بعد غزو روسيا لأوكرانيا.",
    ]
    let records = try texts.enumerated().flatMap {
      fixture.normalizer.normalize(try fixture.document($1, id: "a\($0)", outlet: nil))
    }
    let events = try Resolution.resolve(records).events.filter { $0.type == .assault }
    #expect(events.map(\.corroboration.articles) == [2])
  }

  @Test(
    "Parties are two codes",
    arguments: ["RUS UKR", "RUS >", "Russia > Ukraine", "> RUS UKR"])
  func faults(_ parties: String) throws {
    var lexicon = try Lexicon.bundled()
    let table = "id\tkind\tedtf\tnames\tparties\nx\twar\t2022-02-24\tالغزو\t\(parties)\n"
    try lexicon.add(file: "known-events.tsv", contents: Array(table.utf8))
    var vocabulary = Vocabulary()
    let fault = #expect(throws: Diagnostic.self) { try TimeTagger(lexicon: lexicon, vocabulary: &vocabulary) }
    #expect(fault?.id == "known-event-parties")
  }
}
