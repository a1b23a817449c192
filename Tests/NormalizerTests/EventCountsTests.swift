import EventModel
import Testing

@testable import Normalizer

@Suite("Counts of events")
struct EventCountsTests {
  @Test(
    "Numbers before and behind a noun, duals, «مرات» and «واحدة» tell how often an event was",
    arguments: [
      ("أجرى لافروف خمس مكالمات هاتفية مع كيري.", 5, .exactly),
      ("أجرى لافروف أكثر من 20 اتصالا مع كيري.", 20, .atLeast),
      ("عقد لافروف خمسة عشر لقاء مع كيري.", 15, .exactly),
      ("عقد لافروف نحو خمسة وعشرين اجتماعا مع كيري.", 25, .about),
      ("عقد لافروف ستة اجتماعات على الأقل مع كيري.", 6, .atLeast),
      ("جرت أقل من أربعة اتصالات بين لافروف وكيري.", 4, .atMost),
      ("شملت المكالمات الهاتفية الست بين لافروف وكيري ملفات عدة.", 6, .exactly),
      ("شملت الاتصالات الـ18 بين لافروف وكيري ملفات عدة.", 18, .exactly),
      ("عقد لافروف اجتماعين مع كيري.", 2, .exactly), ("أجرى لافروف مكالمة هاتفية واحدة مع كيري.", 1, .exactly),
      ("التقى لافروف كيري مرتين في جنيف.", 2, .exactly), ("التقى لافروف كيري ثلاث مرات في جنيف.", 3, .exactly),
      ("تحدث لافروف مع كيري مرة واحدة.", 1, .exactly),
      ("جرت خمسة من الاتصالات بين لافروف وكيري.", 5, .exactly),
      ("كشفت الوثائق 12 مكالمة أخرى أو رسائل نصية بين لافروف وكيري.", 12, .exactly),
    ] as [(String, Int, EventCount.Relation)])
  func counted(text: String, value: Int, relation: EventCount.Relation) throws {
    let counts = try TablesFixture.shared().events(text).compactMap(\.count)
    #expect(counts == [EventCount(value: value, relation: relation)])
  }

  @Test(
    "Ordinals, years, times of day, people and repetition are no counts",
    arguments: [
      "عقد لافروف الاجتماع الثالث مع كيري.", "التقى لافروف كيري مرة أخرى.", "التقى لافروف كيري لأول مرة.",
      "التقى لافروف كيري للمرة الثالثة.", "عقد لافروف عام 2015 اجتماعا مع كيري.", "بدأ لافروف اجتماعا مع كيري.",
      "التقى لافروف كيري لدى الوصول و40 صحافيا.",
    ])
  func uncounted(text: String) throws {
    let events = try TablesFixture.shared().events(text)
    #expect(!events.isEmpty)
    #expect(events.allSatisfy { $0.count == nil })
  }
}
