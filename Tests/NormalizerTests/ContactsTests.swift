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
}
