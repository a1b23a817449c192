import EventModel
import Testing

@testable import Normalizer

/// Contacts that go on and single talks: which are one, whose they are and when they were, in articles of 2024-11-27.
@Suite struct ContactsTests {
  /// The events of a text below a headline, sorted.
  private func summaries(_ text: String) throws -> [String] {
    try TablesFixture.shared().events("نشرة الأخبار من العواصم\n\n" + text).map(\.summary).sorted()
  }

  @Test(
    "Behind «قبل» alone stands nobody who does what is told",
    arguments: [
      (
        "كشفت صحيفة الغارديان عن اتصالات جون كيري بالإيرانيين قبل توليه منصبه وانتخاب باراك أوباما رئيسا.",
        ["CONSULT unspecified occurred: both John Kerry, both الإيرانيين"]
      ),
      (
        "استهدف حزب الله من قبل القوات الإسرائيلية.",
        ["ASSAULT - occurred: actor القوات الإسرائيلية, recipient Hezbollah"]
      ),
    ])
  func before(_ text: String, _ expected: [String]) throws {
    #expect(try summaries(text) == expected)
  }

  private static let regular = "كشفت صحيفة الغارديان عن اتصالات منتظمة بين جون كيري وسيرغي لافروف. "

  @Test(
    "A talk with more is not the contacts that go on between some, and one with the same is",
    arguments: [
      ("وقال نبيل العربي إن كيري تحدث مع لافروف ومسؤولين إيرانيين.", 2),
      ("وقال نبيل العربي إن كيري تحدث مع لافروف.", 1),
    ])
  func more(_ sentence: String, _ count: Int) throws {
    #expect(try summaries(Self.regular + sentence).count == count)
  }

  @Test("Who denies contacts between more denies those between some")
  func denied() throws {
    let text = Self.regular + "ونفى الكرملين إجراء أي اتصالات بين كيري ولافروف ومسؤولين إيرانيين."
    let events = try TablesFixture.shared().events("نشرة الأخبار من العواصم\n\n" + text)
    #expect(events.map(\.participants.count) == [2])
    #expect(events.flatMap(\.claims).map(\.stance) == [.asserts, .denies])
  }

  @Test(
    "«الاتصالات» takes up no meeting",
    arguments: [
      ("وقال نبيل العربي إن الاتصالات انقطعت.", 0), ("وقال نبيل العربي إن المحادثات كانت ودية.", 1),
    ])
  func takenUp(_ sentence: String, _ claims: Int) throws {
    let text = "نشرة الأخبار من العواصم\n\nالتقى جون كيري سيرغي لافروف في جنيف. " + sentence
    #expect(try TablesFixture.shared().events(text).flatMap(\.claims).count == claims)
  }

  @Test(
    "The season of what somebody wrote is about that of what he tells, its month is not",
    arguments: [("خريف عام 2022", "2022-23~"), ("أكتوبر 2022", "-")])
  func toldIn(_ time: String, _ expected: String) throws {
    let text = "في \(time)، كتب نبيل العربي، أن بوتين أخبره أنه تحدث مع لافروف."
    let events = try TablesFixture.shared().events("نشرة الأخبار من العواصم\n\n" + text)
    #expect(events.filter { $0.mode == .talks }.map { $0.date?.date.description ?? "-" } == [expected])
  }

  @Test(
    "Several contacts that a noun alone speaks of were on no day that another clause names",
    arguments: [
      ("التقى جون كيري سيرغي لافروف أمس. وأشار تقرير إلى اتصالات كيري بالإيرانيين.", "-"),
      ("التقى جون كيري سيرغي لافروف. وأشار تقرير إلى اتصالات كيري أمس بالإيرانيين.", "2024-11-26"),
    ])
  func day(_ text: String, _ expected: String) throws {
    let events = try TablesFixture.shared().events("نشرة الأخبار من العواصم\n\n" + text)
    #expect(events.filter { $0.mode == .unspecified }.map { $0.date?.date.description ?? "-" } == [expected])
  }
}
