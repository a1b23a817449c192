import EventModel
import Testing

@testable import Normalizer

/// Who says so: sentences that were made for the test.
@Suite struct AttributionTests {
  /// The claims of the only event of a text: stance, speech and the names of the chain.
  private func claims(_ text: String) throws -> [String] {
    let events = try TablesFixture.shared().events(text)
    try #require(events.count == 1, "\(events.map(\.summary))")
    return events.flatMap(\.claims).map { claim in
      "\(claim.stance) \(claim.speech): " + claim.chain.map(\.name).joined(separator: " ← ")
    }
  }

  @Test(
    "A reporting verb gives the source's stance",
    arguments: [
      ("قال الكرملين إن بوتين اتصل بماكرون أمس.", "asserts indirect: الكرملين"),
      ("أعلنت الرئاسة المصرية أن السيسي استقبل ماكرون في القاهرة.", "asserts indirect: الرئاسة المصرية"),
      ("أكد الكرملين أن بوتين اتصل بماكرون.", "confirms indirect: الكرملين"),
      ("نفى الكرملين أن يكون بوتين اتصل بترمب.", "denies indirect: الكرملين"),
      ("ونفى قصر الإليزيه أن يكون ماكرون اتصل ببوتين.", "denies indirect: قصر الإليزيه"),
      ("رفض الكرملين التعليق على زيارة إردوغان إلى موسكو.", "declines indirect: الكرملين"),
      (
        "امتنعت وزارة الخارجية الأميركية عن التعليق على لقاء بلينكن ولافروف في جنيف.",
        "declines indirect: وزارة الخارجية الأميركية"
      ),
      (
        "رفضت المتحدثة باسم وزارة الخارجية الروسية التعليق على محادثات لافروف وبلينكن.",
        "declines indirect: المتحدثة باسم وزارة الخارجية الروسية"
      ),
      ("لم يؤكد الكرملين أن بوتين اتصل بماكرون.", "doubts indirect: الكرملين"),
      ("قال ديمتري بيسكوف: «اتصل بوتين بماكرون أمس».", "asserts direct: ديمتري بيسكوف"),
      ("بحسب صحيفة الغارديان، اجتمع كير ستارمر مع ماكرون في لندن.", "asserts indirect: صحيفة الغارديان"),
      ("التقى إردوغان بوتين في سوتشي، وفق ما ذكرت وكالة الأناضول.", "asserts indirect: وكالة الأناضول"),
    ])
  func stance(_ text: String, _ expected: String) throws {
    #expect(try claims(text) == [expected])
  }

  @Test(
    "Who affirms what nobody else tells of asserts it, unless he speaks for those who took part",
    arguments: [
      ("أكد نبيل العربي أن بوتين اتصل بماكرون.", "asserts: نبيل العربي"),
      ("أكد قصر الإليزيه أن بوتين اتصل بماكرون.", "confirms: قصر الإليزيه"),
      ("أكد نبيل العربي اتصال بوتين بماكرون.", "confirms: نبيل العربي"),
      ("أقر نبيل العربي بأن بوتين اتصل بماكرون.", "confirms: نبيل العربي"),
    ])
  func affirmed(_ text: String, _ expected: String) throws {
    let claims = try TablesFixture.shared().events(text).flatMap(\.claims)
    #expect(claims.map { "\($0.stance): \($0.chain[0].name)" } == [expected])
  }

  @Test(
    "A source has its whole name, and no word of saying is one",
    arguments: [
      ("أفادت مصادر محلية في تصريح بثته وكالة الأناضول، بأن بوتين اتصل بماكرون.", "مصادر محلية"),
      ("وقال نبيل العربي في الرياض. وأوضح بالقول إن بوتين اتصل بماكرون.", "نبيل العربي"),
      (
        "قال مدير إدارة الحج والعمرة بمنطقة مكة المكرمة د. موفق أبو طالب إن بوتين اتصل بماكرون.",
        "مدير إدارة الحج والعمرة بمنطقة مكة المكرمة د. موفق أبو طالب"
      ),
      ("وبيّنت الرئاسة المصرية أن بوتين اتصل بماكرون.", "الرئاسة المصرية"),
      ("ونبّهت الرئاسة المصرية إلى أن بوتين اتصل بماكرون.", "الرئاسة المصرية"),
    ])
  func wholeName(_ text: String, _ expected: String) throws {
    let origins = try TablesFixture.shared().events(text).flatMap(\.claims).compactMap { $0.chain.last?.name }
    #expect(origins.contains(expected), "\(origins)")
    #expect(!origins.contains("بالقول"))
  }

  @Test("Behind «إلا أن» somebody else speaks for himself")
  func contrast() throws {
    let claims = try TablesFixture.shared().events(
      "قالت مصادر دبلوماسية إن بوتين اتصل بماكرون، إلا أن الكرملين نفى أن يكون بوتين اتصل بماكرون."
    ).flatMap(\.claims)
    #expect(
      claims.map { "\($0.stance): " + $0.chain.map(\.name).joined(separator: " ← ") }
        == ["asserts: مصادر دبلوماسية", "denies: الكرملين"])
  }

  @Test("«المصادر ذاتها» are the sources told of before")
  func sameSources() throws {
    let events = try TablesFixture.shared().events(
      "قالت مصادر دبلوماسية إن بوتين اتصل بماكرون. والتقى كيري لافروف في جنيف، وفقا للمصادر ذاتها.")
    #expect(events.flatMap(\.claims).compactMap { $0.chain.last?.name } == ["مصادر دبلوماسية", "مصادر دبلوماسية"])
  }

  @Test("Who denies several things denies all that the last speaker told")
  func several() throws {
    let events = try TablesFixture.shared().events(
      "قال نبيل العربي إن بوتين اتصل بماكرون وإن كيري زار طهران. ونفى الكرملين هذه المزاعم.")
    #expect(events.map(\.type) == [.consult, .consult])
    for event in events { #expect(event.claims.map(\.stance) == [.asserts, .denies], "\(event.summary)") }
  }

  @Test("A contact that is only denied, in other words than those of its teller, is the one that was told")
  func deniedTwin() throws {
    let events = try TablesFixture.shared().events(
      "كشفت صحيفة الغارديان عن مكالمات هاتفية بين ماكرون وبوتين. ونفى الكرملين إجراء أي اتصالات مع ماكرون.")
    #expect(events.count == 1, "\(events.map(\.summary))")
    #expect(events.first?.claims.map(\.stance) == [.asserts, .denies])
    #expect(events.first?.contested == true)
  }

  @Test(
    "Who does not want to be named denies nothing",
    arguments: [
      "وقال مسؤول فلسطيني طالبا عدم الكشف عن اسمه إن لافروف التقى كيري.",
      "وقال مسؤول أميركي شريطة عدم ذكر اسمه إن لافروف التقى كيري.",
    ])
  func withheld(_ text: String) throws {
    let event = try #require(try TablesFixture.shared().events(text).first)
    #expect(event.status != .denied)
    #expect(event.claims.map(\.stance) == [.asserts])
  }

  @Test("The lead's words that alone make no event tell of the headline's")
  func lead() throws {
    let events = try TablesFixture.shared().events(
      "«داعش» يعدم ألفي عراقي في نينوى\n\nقال وزير الدفاع العراقي خالد العبيدي إن ألفي شخص أعدموا هذا الشهر.")
    #expect(events.flatMap(\.claims).map(\.chain[0].name) == ["وزير الدفاع العراقي خالد العبيدي"])
  }

  @Test(
    "What an agency has from a source are two claims, and the second has the longer chain",
    arguments: [
      ("نقلت وكالة رويترز عن مصدر دبلوماسي قوله إن بوتين اتصل بماكرون.", "وكالة رويترز", "مصدر دبلوماسي"),
      ("نقلت وكالة رويترز عن مسؤول تركي أن إردوغان اتصل ببوتين.", "وكالة رويترز", "مسؤول تركي"),
      ("نقلت قناة العربية عن مسؤولين أميركيين أن ترمب اتصل ببوتين.", "قناة العربية", "مسؤولين أميركيين"),
    ])
  func chain(_ text: String, _ transmitter: String, _ origin: String) throws {
    let events = try TablesFixture.shared().events(text)
    let claims = events.flatMap(\.claims).sorted { $0.chain.count < $1.chain.count }
    #expect(claims.map { $0.chain.map(\.name) } == [[transmitter], [transmitter, origin]])
    #expect(claims.map { $0.chain.map(\.named) } == [[true], [true, false]])
    #expect(claims.allSatisfy { $0.stance == .asserts })
    #expect(events.map(\.corroboration.namedSources) == [1])
    #expect(events.map(\.corroboration.anonymousSources) == [1])
  }

  @Test(
    "A source is the whole phrase that names it, who issued a document, or who spoke last",
    arguments: [
      ("قال عالم السياسة إيان بريمير إن بوتين اتصل بماكرون.", ["asserts: عالم السياسة إيان بريمير"]),
      ("أفاد بيان صادر عن الرئاسة المصرية بأن السيسي استقبل ماكرون في القاهرة.", ["asserts: الرئاسة المصرية"]),
      ("كشف تقرير نشرته صحيفة الغارديان أن ستارمر اجتمع مع ماكرون.", ["asserts: صحيفة الغارديان"]),
      ("اجتمع كير ستارمر مع ماكرون في لندن، حسبما ذكرت صحيفة الغارديان.", ["asserts: صحيفة الغارديان"]),
      ("اجتمع كير ستارمر مع ماكرون في لندن، وفقا لما أكده شخص مطلع.", ["confirms: شخص مطلع"]),
      ("وكانت تقارير تحدثت عن اتصال بين بوتين وماكرون.", ["asserts: تقارير"]),
      (
        "قال مسؤول أميركي إن الطقس بارد. وأضاف الدبلوماسي أن بوتين اتصل بماكرون.",
        ["asserts: مسؤول أميركي"]
      ),
      ("علمت «النهار» من مصادر مطلعة أن بوتين اتصل بماكرون.", ["asserts: مصادر مطلعة"]),
      (
        "وبحسب معلومات حصلت عليها صحيفة الغارديان من الرئاسة المصرية، اتصل بوتين بماكرون.",
        ["asserts: الرئاسة المصرية"]
      ),
      ("وبحسب معلومات حصلت عليها صحيفة الغارديان، اتصل بوتين بماكرون.", ["asserts: صحيفة الغارديان"]),
      (
        "قال كل من نبيل العربي وديمتري بيسكوف إن إردوغان اتصل بماكرون.",
        ["asserts: نبيل العربي", "asserts: ديمتري بيسكوف"]
      ),
      (
        "قالت مصادر لوكالة رويترز إن بوتين اتصل بماكرون.",
        ["asserts: وكالة رويترز", "asserts: وكالة رويترز ← مصادر"]
      ),
      ("تحدث بيسكوف عن الطقس. وأضاف أن بوتين اتصل بماكرون.", ["asserts: بيسكوف"]),
      ("الكرملين: بوتين اتصل بماكرون.", ["asserts: الكرملين"]),
      ("ويذكر أن بوتين اتصل بماكرون أمس.", []),
      ("وقال الكرملين إن الطقس بارد، وأعلن الإليزيه أن بوتين اتصل بماكرون.", ["asserts: الإليزيه"]),
    ])
  func sources(_ text: String, _ expected: [String]) throws {
    let claims = try TablesFixture.shared().events(text).flatMap(\.claims)
    #expect(claims.map { "\($0.stance): " + $0.chain.map(\.name).joined(separator: " ← ") } == expected)
  }

  @Test(
    "A report without an event of its own speaks of the one told before",
    arguments: [
      ("اتصل بوتين بماكرون أمس. ونفى الكرملين ذلك.", ["denies: الكرملين"]),
      ("اتصل بوتين بماكرون أمس. وأكد الكرملين الخبر.", ["confirms: الكرملين"]),
      ("اتصل بوتين بماكرون أمس. ورفض الكرملين التعليق.", ["declines: الكرملين"]),
      ("اتصل بوتين بماكرون أمس. ولم يستجب الكرملين لطلبات التعليق.", ["declines: الكرملين"]),
      ("اتصل بوتين بماكرون أمس. ونفى الكرملين أن تكون الأسعار ارتفعت.", []),
      ("التقى بوتين ماكرون أمس. وأكد نبيل العربي، خلال اللقاء، أهمية الحوار.", []),
    ])
  func back(_ text: String, _ expected: [String]) throws {
    let claims = try TablesFixture.shared().events(text).flatMap(\.claims)
    #expect(claims.map { "\($0.stance): " + $0.chain.map(\.name).joined(separator: " ← ") } == expected)
  }

  @Test(
    "A speaker's own act and an outlet's passing on of a denial are no claims",
    arguments: [
      ("أعلن إردوغان أنه سيزور موسكو.", []),
      ("نقلت وكالة رويترز عن بيسكوف قوله إن بوتين لا يجري محادثات مع ترمب.", ["denies: وكالة رويترز ← بيسكوف"]),
    ])
  func own(_ text: String, _ expected: [String]) throws {
    let claims = try TablesFixture.shared().events(text).flatMap(\.claims)
    #expect(claims.map { "\($0.stance): " + $0.chain.map(\.name).joined(separator: " ← ") } == expected)
  }

  @Test("Who asks not to be named is masked on request, and asking is no report")
  func onRequest() throws {
    let text = "قال مسؤول أميركي طلب عدم الكشف عن هويته إن بوتين اتصل بماكرون."
    let events = try TablesFixture.shared().events(text)
    let claim = try #require(events.flatMap(\.claims).first)
    #expect(events.flatMap(\.claims).count == 1)
    #expect(claim.chain.map(\.named) == [false])
  }

  @Test("Who took part confirms what others report too")
  func confirms() throws {
    let text = "قالت صحيفة الغارديان إن بوتين اتصل بماكرون أمس. وقال الكرملين إن بوتين اتصل بماكرون أمس."
    let claims = try TablesFixture.shared().events(text).flatMap(\.claims)
    #expect(claims.map { "\($0.stance): \($0.chain[0].name)" } == ["asserts: صحيفة الغارديان", "confirms: الكرملين"])
  }

  @Test("What one source says and another denies is contested and alleged")
  func contested() throws {
    let text = "قالت موسكو إن بوتين اتصل بماكرون. ونفت باريس أن يكون بوتين اتصل بماكرون."
    let event = try #require(try TablesFixture.shared().events(text).first)
    #expect(event.contested)
    #expect(event.status == .alleged)
    #expect(Set(event.claims.map(\.stance)) == [.asserts, .denies])
    #expect(Set(event.claims.flatMap { $0.chain.map(\.name) }) == ["موسكو", "باريس"])
  }

  @Test("What is only denied is denied and not contested")
  func denied() throws {
    let event = try #require(try TablesFixture.shared().events("نفى الكرملين أن يكون بوتين اتصل بترمب.").first)
    #expect(event.status == .denied)
    #expect(!event.contested)
    #expect(event.corroboration.namedSources == 0)
  }

  @Test(
    "Who affirms a contact in the sentence in which others deny one confirms it, and otherwise only says so",
    arguments: [
      (
        "بعد أن نفى بيسكوف أي اتصال بين البلدين، أكد البيت الأبيض أن السفير الصيني التقى لافروف في جنيف أمس.",
        Claim.Stance.confirms
      ),
      ("أكد البيت الأبيض أن السفير الصيني التقى لافروف في جنيف أمس.", .asserts),
    ])
  func affirmed(_ text: String, _ stance: Claim.Stance) throws {
    let claims = try TablesFixture.shared().events(text).flatMap { $0.claims }
    let stances = claims.filter { $0.chain.last?.name == "البيت الأبيض" }.map { $0.stance }
    #expect(stances == [stance])
  }

  @Test("An act that only tells which time is meant is no part of what is said")
  func timeOfAct() throws {
    let text = "قال الكرملين إن بوتين اتصل بماكرون في اليوم الذي فرضت فيه واشنطن عقوبات على إيران."
    let events = try TablesFixture.shared().events(text)
    let claims = events.map { "\($0.type.rawValue) \($0.claims.count)" }.sorted()
    #expect(claims == ["CONSULT 1", "SANCTION 0"])
  }

  @Test(
    "An act that only tells who somebody is, when he spoke or what he goes by is no part of what is said",
    arguments: [
      ("قال نبيل العربي إن الوزير الذي اتهم إيران بدعم الإرهاب اتصل بماكرون.", "ACCUSE 0"),
      ("قال نبيل العربي إن الوزير اتهم إيران بدعم الإرهاب.", "ACCUSE 1"),
      ("أكد نبيل العربي، خلال لقاء بوتين وماكرون، أهمية الحوار.", "CONSULT 0"),
      ("أكد نبيل العربي لقاء بوتين وماكرون.", "CONSULT 1"),
    ])
  func background(_ text: String, _ expected: String) throws {
    let events = try TablesFixture.shared().events(text)
    let claims = events.map { "\($0.type.rawValue) \($0.claims.count)" }
    #expect(claims.contains(expected), "\(claims)")
  }

  @Test("The verb of a claim is printed without its conjunction")
  func verb() throws {
    let events = try TablesFixture.shared().events("وقال الكرملين إن بوتين اتصل بماكرون أمس.")
    #expect(events.flatMap { $0.claims.flatMap { $0.chain.map(\.verb) } } == ["قال"])
  }

  @Test("A report in the layer names source, stance and the stretch that it reports")
  func layer() throws {
    let text = "كان الطقس باردا. وقال الكرملين إن بوتين اتصل بماكرون أمس."
    let reports = try TablesFixture.shared().annotations(text, .attribution)
    #expect(reports.count == 1)
    let report = try #require(reports.first)
    #expect(report["source"] == "الكرملين")
    #expect(report["named"] == "true")
    #expect(report["stance"] == "asserts")
    #expect(report["scope"] == "occurrence")
    let letters = Array(text.unicodeScalars)
    let start = try #require(report["scope_start"].flatMap { Int($0) })
    let end = try #require(report["scope_end"].flatMap { Int($0) })
    var scope = String.UnicodeScalarView()
    scope.append(contentsOf: letters[start..<end])
    #expect(String(scope).contains("بوتين اتصل بماكرون أمس"))
    #expect(!String(scope).contains("قال"))
  }
}
