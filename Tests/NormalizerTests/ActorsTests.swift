import EventModel
import Testing

@testable import Normalizer

/// Names, roles and groups of sentences that were made for the test, in articles of 2024-11-27 unless said.
@Suite struct ActorsTests {
  /// A mention and what it must be read as.
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var mention: String
    var name: String
    var kind: EntityKind
    var country: String?
    var rule: String
    var published = TablesFixture.day

    init(
      _ text: String, _ mention: String, _ name: String, _ kind: EntityKind, _ country: String?, _ rule: String,
      published: String = TablesFixture.day
    ) {
      (self.text, self.mention, self.name) = (text, mention, name)
      (self.kind, self.country, self.rule, self.published) = (kind, country, rule, published)
    }

    var testDescription: String { "\(mention): \(name)" }
  }

  @Test(
    "A mention is read as an entity by a rule",
    arguments: [
      // Known names with glued particles.
      Case("وصل وفد حكومي وبوتين يستعد للسفر.", "وبوتين", "فلاديمير بوتين", .person, "RUS", "known-person"),
      Case("وقال الوزير لبايدن إن الوضع صعب.", "لبايدن", "جو بايدن", .person, "USA", "known-person"),
      Case("اتصل السيسي بماكرون مساء.", "بماكرون", "إيمانويل ماكرون", .person, "FRA", "known-person"),
      Case("التقى فلاديمير بوتين ودونالد ترمب.", "ودونالد ترمب", "دونالد ترمب", .person, "USA", "known-person"),
      Case("نقل الوزير الرسالة للكرملين أمس.", "للكرملين", "الكرملين", .organization, "RUS", "known-organization"),
      // Role, adjective of a country, name.
      Case(
        "التقى الرئيس الروسي فلاديمير بوتين وفدا.", "الرئيس الروسي فلاديمير بوتين", "فلاديمير بوتين", .person, "RUS",
        "role-name"),
      Case(
        "زار رئيس الوزراء العراقي محمد شياع السوداني طهران.", "رئيس الوزراء العراقي محمد شياع السوداني",
        "محمد شياع السوداني", .person, "IRQ", "role-name"),
      Case(
        "قالت المستشارة الألمانية السابقة أنغيلا ميركل إن القرار صائب.",
        "المستشارة الألمانية السابقة أنغيلا ميركل", "أنغيلا ميركل", .person, "DEU", "role-name"),
      Case(
        "وصل العاهل الأردني الملك عبد الله الثاني إلى واشنطن.", "العاهل الأردني الملك عبد الله الثاني",
        "عبد الله الثاني", .person, "JOR", "role-name"),
      Case(
        "قال مدير وكالة الاستخبارات المركزية الأميركية وليام بيرنز إن الخطر قائم.",
        "مدير وكالة الاستخبارات المركزية الأميركية وليام بيرنز", "وليام بيرنز", .person, "USA", "role-name"),
      // A role after the name.
      Case(
        "قال سامي الخطيب، وزير النقل اللبناني، إن المشروع بدأ.", "سامي الخطيب، وزير النقل اللبناني", "سامي الخطيب",
        .person, "LBN", "given-name"),
      // Titles and lineage.
      Case(
        "استقبل صاحب السمو الملكي الأمير فيصل بن فرحان في الرياض وفدا.", "صاحب السمو الملكي الأمير فيصل بن فرحان",
        "فيصل بن فرحان", .person, "SAU", "title-name"),
      Case(
        "استقبل صاحب السمو الملكي الأمير ماجد بن نايف بن سعود في الرياض وفدا.",
        "صاحب السمو الملكي الأمير ماجد بن نايف بن سعود", "ماجد بن نايف بن سعود", .person, nil, "title-name"),
      // Groups and peoples.
      Case(
        "قال مسؤولان أميركيان إن المحادثات بدأت.", "مسؤولان أميركيان", "مسؤولان أميركيان", .group, "USA",
        "group:official"),
      Case("أبلغ الروس الأمم المتحدة بأن القافلة وصلت.", "الروس", "الروس", .group, "RUS", "people"),
      Case("وزعم الإيرانيون أن المحادثات بدأت.", "الإيرانيون", "الإيرانيون", .group, "IRN", "people"),
      // Organizations by their heads.
      Case(
        "أعلنت الحكومة البريطانية أن السفير غادر.", "الحكومة البريطانية", "الحكومة البريطانية", .organization, "GBR",
        "head:government"),
      Case(
        "أعلنت وزارة الدفاع الأميركية أن السفينة وصلت.", "وزارة الدفاع الأميركية", "البنتاغون", .organization, "USA",
        "known-organization"),
      Case(
        "ذكرت صحيفة «كوميرسانت» الروسية أن السفينة وصلت.", "صحيفة «كوميرسانت» الروسية", "كوميرسانت", .organization,
        "RUS", "head-known:newspaper"),
      Case(
        "ذكرت صحيفة «صوت النهر» الروسية أن السفينة وصلت.", "صحيفة «صوت النهر» الروسية", "صوت النهر", .organization,
        "RUS", "head:newspaper"),
      // Counterparts.
      Case(
        "التقى وزير الخارجية المصري سامح شكري نظيره الروسي سيرغي لافروف في القاهرة.", "نظيره الروسي سيرغي لافروف",
        "سيرغي لافروف", .person, "RUS", "counterpart-name"),
      Case(
        "التقى وزير الخارجية المصري نظيره الروسي في القاهرة.", "نظيره الروسي", "سيرغي لافروف", .person, "RUS",
        "anaphor:counterpart", published: "2015-06-01"),
      // Roles by the day.
      Case(
        "قال وزير الخارجية الروسي إن المحادثات بدأت.", "وزير الخارجية الروسي", "سيرغي لافروف", .person, "RUS",
        "role:foreign-minister", published: "2015-06-01"),
      Case(
        "قال وزير الخارجية الأميركي إن المحادثات بدأت.", "وزير الخارجية الأميركي", "مايك بومبيو", .person, "USA",
        "role:foreign-minister", published: "2018-06-01"),
      Case(
        "قال وزير الخارجية المصري إن المحادثات بدأت.", "وزير الخارجية المصري", "سامح شكري", .person, "EGY",
        "role:foreign-minister", published: "2015-06-01"),
      // Places and countries.
      Case("وصل الوفد إلى سوتشي أمس.", "سوتشي", "سوتشي", .place, "RUS", "known-place"),
      Case("بحث الوفد الوضع في أوكرانيا.", "أوكرانيا", "أوكرانيا", .country, "UKR", "known-country"),
    ])
  func mention(_ item: Case) throws {
    let found = try TablesFixture.shared().annotations(item.text, .actors, published: item.published)
    let hit = try #require(found.first { $0.text == item.mention }, "\(found.map(\.text))")
    #expect(hit["name"] == item.name)
    #expect(hit["kind"] == item.kind.rawValue)
    #expect(hit["country"] == item.country)
    #expect(hit["rule"] == item.rule)
  }

  @Test("Nobody is no number of people", arguments: ["0 مسؤولين", "٠ من المسؤولين"])
  func nobody(_ count: String) throws {
    let entities = try TablesFixture.shared().dataset("التقى ترمب \(count) في واشنطن، وقال \(count) إنه اتصل ببوتين.")
      .entities
    #expect(entities.compactMap(\.masked?.count) == [])
  }

  @Test(
    "A group that withholds its names keeps their number",
    arguments: [
      ("قال أربعة مسؤولين حاليين إن ترمب اتصل ببوتين.", "أربعة مسؤولين حاليين", 4),
      ("قال ثلاثة دبلوماسيين غربيين إن ترمب اتصل ببوتين.", "ثلاثة دبلوماسيين غربيين", 3),
      ("وقال مصدران مطلعان إن ترمب اتصل ببوتين.", "مصدران مطلعان", 2),
    ])
  func counted(_ text: String, _ name: String, _ count: Int) throws {
    let entities = try TablesFixture.shared().dataset(text).entities.filter { $0.masked != nil }
    #expect(entities.map(\.name) == [name])
    #expect(entities.map(\.masked?.count) == [count])
    #expect(entities.map(\.masked?.reason) == [.unnamed])
    #expect(entities.map(\.kind) == [.group])
  }

  @Test(
    "A pair stands for the two actors named last",
    arguments: [
      (
        "التقى الرئيس المصري نظيره الفرنسي في القاهرة. وبحث الجانبان الوضع في ليبيا.", "الجانبان",
        ["عبد الفتاح السيسي", "إيمانويل ماكرون"]
      ),
      (
        "التقى فلاديمير بوتين ودونالد ترمب في هلسنكي. وبحث الزعيمان الوضع في أوكرانيا.", "الزعيمان",
        ["فلاديمير بوتين", "دونالد ترمب"]
      ),
      (
        "قال وزيرا الخارجية المصري والأردني إن الاجتماع انتهى.", "وزيرا الخارجية المصري والأردني",
        ["بدر عبد العاطي", "أيمن الصفدي"]
      ),
    ])
  func pair(_ text: String, _ mention: String, _ names: [String]) throws {
    let found = try TablesFixture.shared().annotations(text, .actors).filter { $0.text == mention }
    #expect(Set(found.compactMap { $0["name"] }) == Set(names))
    #expect(found.count == names.count)
  }

  @Test("A family name after the full name is the same person")
  func shortName() throws {
    let text = "التقى سمير الحداد ونبيل العطار في بيروت. وأكد الحداد أن اللقاء كان مفيدا."
    let found = try TablesFixture.shared().annotations(text, .actors).filter { $0["kind"] == "person" }
    #expect(found.map { $0["name"] } == ["سمير الحداد", "نبيل العطار", "سمير الحداد"])
    #expect(found.first?["entity"] == found.last?["entity"])
    #expect(found.last?["rule"] == "short-name")
  }

  @Test("A role that the article gives a name to is that person")
  func namedRole() throws {
    let text = "وصل وزير النقل اللبناني سامي الخطيب إلى بغداد. وقال وزير النقل اللبناني إن المشروع بدأ."
    let found = try TablesFixture.shared().annotations(text, .actors).filter { $0["kind"] == "person" }
    #expect(found.map { $0["name"] } == ["سامي الخطيب", "سامي الخطيب"])
    #expect(Set(found.map { $0["entity"] }).count == 1)
  }

  @Test("A role without a day stays a role")
  func undatedRole() throws {
    let text = "قال وزير الخارجية الروسي إن المحادثات بدأت."
    let found = try TablesFixture.shared().annotations(text, .actors, published: nil)
    #expect(found.map { $0["name"] } == ["وزير الخارجية الروسي"])
    #expect(found.map { $0["country"] } == ["RUS"])
  }

  @Test("A regular form of an adjective of origin that is an everyday word names nobody")
  func everydayForm() throws {
    let fixture = try TablesFixture.shared()
    let minister = try fixture.annotations("قال وزير الخارجية المجري إن بلاده ترفض العقوبات.", .actors)
    #expect(minister.map { $0["country"] } == ["HUN"])
    #expect(try fixture.annotations("تابع الجمهور مجريات الأحداث.", .actors).allSatisfy { !$0.text.contains("مجريات") })
  }

  @Test("A name may hold a number", arguments: [("القناة 12 الإسرائيلية", "ISR"), ("قوى 14 آذار", "LBN")])
  func numbers(_ name: String, _ country: String) throws {
    let found = try TablesFixture.shared().annotations("قالت " + name + " إن الاجتماع انتهى.", .actors)
    #expect(found.map { $0["name"] } == [name])
    #expect(found.map { $0["country"] } == [country])
  }
}
