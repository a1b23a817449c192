import EventModel
import Testing

@testable import Normalizer

/// Whom words for two, titles with a pronoun and verbs of two mean, in an article of 2024-11-27.
@Suite struct ReferenceTests {
  @Test(
    "Words for two mean those who fit them",
    arguments: [
      // Two ministers, although a president was named last.
      (
        "صرح سيرغي لافروف لدى وصول بلينكن. ونقل لافروف تحيات الرئيس بوتين. واجتمع الوزيران أمس في جنيف.",
        "CONSULT meeting occurred: both Antony Blinken, both Sergey Lavrov in Geneva on 2024-11-26"
      ),
      // The countries of the sentence, although others were named more often.
      (
        "أشادت فرنسا بقطر. وانتقدت فرنسا قطر. ناقش وزير إيراني في بغداد أمس مباحثات بين البلدين.",
        "CONSULT talks occurred: both Iran, both Iraq in Baghdad on 2024-11-26"
      ),
    ])
  func pairs(_ text: String, _ expected: String) throws {
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains(expected), "\(found)")
  }

  @Test(
    "A title with a pronoun means the last man who bears it",
    arguments: [
      (
        "استقبل الأمير محمد بن سلمان جلالة الملك عبد الله الثاني. وعقد جلالته اجتماعا مع سموه أمس.",
        ["Abdullah II of Jordan", "Mohammed bin Salman"]
      )
    ])
  func honours(_ text: String, _ expected: [String]) throws {
    let events = try TablesFixture.shared().events(text)
    for event in events {
      #expect(event.participants.map { $0.entity.nameEnglish ?? $0.entity.name }.sorted() == expected)
    }
    #expect(!events.isEmpty)
  }

  @Test(
    "A verb of two goes on with the two named before, and what they speak of takes no part",
    arguments: [
      ("اتصل ماركو روبيو بسيرغي لافروف، وناقشا اللقاء المرتقب بين ترامب وبوتين.", ["Marco Rubio", "Sergey Lavrov"]),
      ("اتصل ماركو روبيو بسيرغي لافروف، وناقشا الأزمة بين فرنسا ومالي.", ["Marco Rubio", "Sergey Lavrov"]),
    ])
  func duals(_ text: String, _ expected: [String]) throws {
    let calls = try TablesFixture.shared().events(text).filter { $0.mode == .phone }
    #expect(calls.flatMap(\.participants).map { $0.entity.nameEnglish ?? $0.entity.name }.sorted() == expected)
  }

  @Test("A noun that is written like a verb of two tells of nothing that they did")
  func nouns() throws {
    let found = try TablesFixture.shared().events("التقى ماركو روبيو سيرغي لافروف، ورفضا مستمرا للحرب يتوقع الخبراء.")
    #expect(found.filter { $0.type == .reject }.map(\.summary) == [])
  }

  @Test(
    "Who is told to be among others is one of them",
    arguments: [
      (
        "نشرت الدول الخليجية بما فيها السعودية والإمارات قواتها في اليمن.",
        ["Saudi Arabia", "United Arab Emirates", "الدول الخليجية"]
      ),
      ("سيطر الحوثيون على مناطق واسعة من البلاد من بينها صنعاء.", ["Houthis"]),
      (
        "دعا كل من أنتوني بلينكن وديفيد لامي إيران إلى وقف التصعيد.", ["Antony Blinken", "David Lammy", "Iran"]
      ),
    ])
  func members(_ text: String, _ expected: [String]) throws {
    let actors = try TablesFixture.shared().events(text).prefix(1).flatMap(\.participants)
    let names = actors.map { $0.entity.nameEnglish ?? $0.entity.name }.sorted()
    #expect(names == expected)
  }

  @Test("Whose counterpart is met is who tells of it, and the plan that he tells of is another's")
  func counterparts() throws {
    let text = "أعلن أنتوني بلينكن أن بلاده ستبدأ قريبا بسحب قواتها، خلال لقاء مع نظيره التركي هاكان فيدان في أنقرة."
    let found = try TablesFixture.shared().events(text).filter { $0.type == .consult }.map(\.summary)
    #expect(found == ["CONSULT meeting occurred: both Antony Blinken, both Hakan Fidan in Ankara"])
  }

  @Test(
    "Those whom a meeting brings together meet who holds it, by their names where they have any",
    arguments: [
      (
        "عقد بوتين اجتماعا ضم مستشاريه يوري أوشاكوف، وكيريل دميترييف.",
        ["Kirill Dmitriev", "Vladimir Putin", "Yuri Ushakov"]
      ),
      ("عقد بوتين اجتماعا ضم مستشاريه.", ["Vladimir Putin", "مستشاريه"]),
    ])
  func gathered(_ text: String, _ expected: [String]) throws {
    let parts = try TablesFixture.shared().events(text).flatMap(\.participants)
    #expect(parts.map { $0.entity.nameEnglish ?? $0.entity.name }.sorted() == expected)
  }

  @Test(
    "Who is invited is who is to come",
    arguments: [
      "التقى سيرغي لافروف خالد مشعل ووجه له الدعوة لزيارة موسكو.", "وجه لافروف دعوة لخالد مشعل لزيارة موسكو.",
      "وجه لافروف لخالد مشعل دعوة لزيارة موسكو.",
    ])
  func invited(_ text: String) throws {
    let visits = try TablesFixture.shared().events(text).filter { $0.mode == .visit }
    let guests = visits.flatMap(\.participants).filter { $0.role == .actor }
    #expect(guests.map { $0.entity.nameEnglish ?? $0.entity.name } == ["Khaled Mashal"])
  }

  @Test("A relative pronoun behind an age means whose age it is")
  func ages() throws {
    let text =
      "وكان بنيامين نتنياهو رفض ذلك. وحياة الناشط الفلسطيني محمد علان (31 عاما) الذي بدأ إضرابا عن الطعام في خطر."
    let strikes = try TablesFixture.shared().events(text).filter { $0.type == .protest }
    #expect(strikes.flatMap(\.participants).map(\.entity.name) == ["محمد علان"])
  }

  @Test(
    "Attacks with words accuse",
    arguments: [
      (
        "شن سيرغي لافروف هجوما لاذعا على فولوديمير زيلينسكي.",
        "ACCUSE disapprove occurred: actor Sergey Lavrov, recipient Volodymyr Zelenskyy"
      ),
      (
        "تعرضت السعودية لهجمات إعلامية شرسة من قبل إيران.",
        "ACCUSE disapprove occurred: actor Iran, recipient Saudi Arabia"
      ),
      ("شن الجيش السوري هجوما عنيفا على داعش.", "ASSAULT - occurred: actor الجيش السوري, recipient Islamic State"),
    ])
  func verbalAttacks(_ text: String, _ expected: String) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary) == [expected])
  }

  @Test("Who made an agreement that somebody turns down turns down nothing")
  func turnedDown() throws {
    let text = "سيصوت النواب لصالح رفض الاتفاق النووي الذي أبرمته الحكومة الأميركية مع إيران."
    let found = try TablesFixture.shared().events(text).filter { $0.type == .reject }
    #expect(!found.flatMap(\.participants).contains { $0.entity.country == "USA" })
  }

  @Test("A pronoun in what somebody is accused of means him")
  func accused() throws {
    let text = "اتهم فولوديمير زيلينسكي المستشار الألماني أولاف شولتس بفتح باب الحوار بعد مكالمته مع بوتين."
    let calls = try TablesFixture.shared().events(text).filter { $0.mode == .phone }.flatMap(\.participants)
    #expect(calls.map { $0.entity.nameEnglish ?? $0.entity.name }.sorted() == ["Olaf Scholz", "Vladimir Putin"])
  }

  @Test(
    "What is discussed in a call is discussed by phone",
    arguments: [
      "بحث سيرغي لافروف مع أنتوني بلينكن في اتصال هاتفي الأزمة في السودان.",
      "ناقش سيرغي لافروف مع أنتوني بلينكن في مكالمة هاتفية الأزمة في السودان.",
      "بحث سيرغي لافروف خلال اتصال هاتفي مع أنتوني بلينكن الأزمة في السودان.",
    ])
  func calls(_ text: String) throws {
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found == ["CONSULT phone occurred: both Antony Blinken, both Sergey Lavrov"])
  }

  @Test("Whom somebody meets before he leaves a city he meets there")
  func leaving() throws {
    let text = "غادر سيرغي لافروف القاهرة أمس بعد لقاء مع أنطونيو غوتيريش."
    let found = try TablesFixture.shared().events(text).filter { $0.mode == .meeting }.map { $0.place?.nameEnglish }
    #expect(found == ["Cairo"])
  }
}
