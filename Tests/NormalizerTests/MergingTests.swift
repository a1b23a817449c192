import EventModel
import Testing

@testable import Normalizer

/// Which mentions are of one event, and what one mention tells another, in articles of 2024-11-27.
@Suite struct MergingTests {
  @Test(
    "Mentions of different events stay apart",
    arguments: [
      // Contacts over some time are not the one meeting of the same people.
      (
        "التقى بوتين إردوغان في سوتشي أمس. وحافظ بوتين وإردوغان على اتصالات سرية منذ بداية العام.",
        [
          "CONSULT meeting occurred: both Recep Tayyip Erdoğan, both Vladimir Putin in Sochi on 2024-11-26",
          "CONSULT unspecified ongoing: both Recep Tayyip Erdoğan, both Vladimir Putin on 2024-01-01/..",
        ]
      ),
      // What is asked for and denied is not the meeting that was held.
      (
        "التقى وليام بيرنز سيرغي ناريشكين في أنقرة أمس. وقال بيسكوف إن بيرنز لا يجري مفاوضات.",
        [
          "CONSULT meeting occurred: both Sergey Naryshkin, both William Burns in Ankara on 2024-11-26",
          "CONSULT talks denied: both Sergey Naryshkin, both William Burns in Ankara on 2024-11-26",
        ]
      ),
    ])
  func apart(_ text: String, _ expected: [String]) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary).sorted() == expected)
  }

  @Test(
    "Mentions of one event are one",
    arguments: [
      // The only call of a president's office with somebody is the one talk with the president.
      (
        "قال متحدث إن الاتصال الوحيد الذي أجراه الكرملين مع ماكرون كان أمس. وقال ماكرون إنه تحدث مرة واحدة مع بوتين.",
        "CONSULT phone occurred: both Emmanuel Macron, both Vladimir Putin on 2024-11-26 × 1"
      ),
      // A nation and one of its officials are one side of contacts, and the story tells who the other is.
      (
        "تحدثت الصحيفة عن اتصالات ماكرون بالروس. وأجرى خمسة اتصالات مع سيرغي لافروف.",
        "CONSULT unspecified occurred: both Emmanuel Macron, both Sergey Lavrov × 5"
      ),
      // What countries talked about during a call of their presidents is the call.
      (
        "تلقى السيسي اتصالاً هاتفياً من ماكرون أمس، تم خلاله بحث العلاقات بين البلدين.",
        "CONSULT phone occurred: actor Emmanuel Macron, recipient Abdel Fattah el-Sisi on 2024-11-26"
      ),
      // What one tells another whom he meets, he tells him there and then.
      (
        "التقى وليام بيرنز سيرغي ناريشكين في أنقرة أمس، وسيبلغ بيرنز ناريشكين رسالة من الرئيس.",
        "CONSULT message planned: actor William Burns, recipient Sergey Naryshkin in Ankara on 2024-11-26"
      ),
      // Who came to a gathering that was not told of before was there with those who came to the same.
      (
        "حضر لافروف حفلاً في باريس. وحضر هذا الحفل ماكرون.",
        "CONSULT meeting occurred: both Emmanuel Macron, both Sergey Lavrov in Paris"
      ),
    ])
  func together(_ text: String, _ expected: String) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary).contains(expected))
  }

  @Test(
    "A verb joined to what is planned is planned, and what was during a visit was",
    arguments: [
      (
        "من المتوقع أن يزور بوتين أنقرة ويلتقي إردوغان.",
        "CONSULT meeting planned: both Recep Tayyip Erdoğan, both Vladimir Putin in Ankara"
      ),
      (
        "سعى لافروف إلى التقارب خلال زيارته إلى مصر.",
        "CONSULT visit occurred: actor Sergey Lavrov, recipient Egypt in Egypt"
      ),
    ])
  func status(_ text: String, _ expected: String) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary).contains(expected))
  }

  @Test(
    "One side alone, whoever it is, is no contact",
    arguments: ["أجرى محادثات مع مسؤولين روس.", "حضر لافروف حفلاً في باريس."])
  func alone(_ text: String) throws {
    #expect(try TablesFixture.shared().events(text).isEmpty)
  }

  @Test("Contacts that go on are those which somebody denies for more people, who are not added")
  func deniedForMore() throws {
    let text =
      "كشفت صحيفة عن اتصالات منتظمة بين بوتين وماكرون. وقال المتحدث إن بوتين ومسؤولي الكرملين لا يجرون محادثات منتظمة مع ماكرون."
    let found = try TablesFixture.shared().events(text).filter { $0.type == .consult }
    #expect(found.map(\.participants.count) == [2], "\(found.map(\.summary))")
  }
}
