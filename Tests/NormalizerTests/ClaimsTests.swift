import EventModel
import Testing

@testable import Normalizer

/// Which events the statements of sources are about, and what they say of them.
@Suite struct ClaimsTests {
  /// The claims of the events of a type and mode below a headline: stance and chain.
  private func claims(_ text: String, _ type: EventType = .consult, _ mode: EventMode? = nil) throws -> [String] {
    try TablesFixture.shared().events("نشرة الأخبار من العواصم\n\n" + text)
      .filter { $0.type == type && (mode == nil || $0.mode == mode) }.flatMap(\.claims)
      .map { "\($0.stance): " + $0.chain.map(\.name).joined(separator: " ← ") }
  }

  @Test(
    "Who denies any contact denies the one that is affirmed against it",
    arguments: [
      (
        "ونفى البيت الأبيض إجراء أي اتصالات مع الروس. وأكد البيت الأبيض لاحقا أن سيرغي كيسلياك التقى جون برينان.",
        ["denies: البيت الأبيض", "confirms: البيت الأبيض"]
      ),
      (
        "بعد أن نفى الكرملين أي اتصال بالأميركيين، أكد البيت الأبيض أن سيرغي كيسلياك التقى جون برينان.",
        ["denies: الكرملين", "confirms: البيت الأبيض"]
      ),
      // What is denied is not whatever there may have been.
      (
        "ونفى البيت الأبيض إجراء اتصالات مع الروس. وأكد البيت الأبيض لاحقا أن سيرغي كيسلياك التقى جون برينان.",
        ["confirms: البيت الأبيض"]
      ),
      // Nobody of those with whom contacts are denied was there.
      (
        "ونفى البيت الأبيض إجراء أي اتصالات مع الروس. وأكد قصر الإليزيه أن محمد جواد ظريف التقى لوران فابيوس.",
        ["confirms: قصر الإليزيه"]
      ),
    ])
  func any(_ text: String, _ expected: [String]) throws {
    #expect(try claims("أجرى جون كيري اتصالات مع سيرغي لافروف. " + text, .consult, .meeting) == expected)
  }

  @Test("Who has denied contacts and affirms one of them admits some")
  func admitted() throws {
    let text =
      "قالت صحيفة الغارديان إن سيرغي كيسلياك وجون كيري على اتصال. ونفى البيت الأبيض أن يكون كيري على أي اتصال بكيسلياك. "
      + "وأكد البيت الأبيض لاحقا أن كيسلياك التقى جون برينان."
    let events = try TablesFixture.shared().events("نشرة الأخبار من العواصم\n\n" + text)
    let told = events.filter { $0.mode == .unspecified }.flatMap(\.claims)
    #expect(told.map { "\($0.stance) \($0.scope)" } == ["asserts occurrence", "denies occurrence", "confirms extent"])
  }

  @Test("From whom an outlet knows told of the contact that the outlet told of, not of what was told in between")
  func informants() throws {
    let text =
      "قالت صحيفة الغارديان إن جون كيري التقى سيرغي لافروف. واتهم الوزير الحكومة الإيرانية بالفساد. "
      + "وحصلت الصحيفة على معلوماتها من دبلوماسيين."
    #expect(try claims(text) == ["asserts: صحيفة الغارديان", "asserts: الصحيفة ← دبلوماسيين"])
    #expect(try claims(text, .accuse) == [])
  }

  @Test(
    "Who denies charges denies what he was accused of last",
    arguments: [("ونفى إردوغان هذه التهم.", ["denies: إردوغان"]), ("ونفى إردوغان هذه الزيارة.", [])])
  func charges(_ sentence: String, _ expected: [String]) throws {
    let text = "اتهم بنيامين نتنياهو رجب طيب إردوغان بالفساد. وزار إردوغان موسكو. " + sentence
    #expect(try claims(text, .accuse) == expected)
    let accusations = try TablesFixture.shared().events("نشرة الأخبار\n\n" + text).filter { $0.type == .accuse }
    #expect(accusations.map(\.status) == [.occurred])
  }

  @Test("What somebody denies himself is no claim of his by another's word")
  func disowned() throws {
    let text = "كتب نبيل العربي أن سيرغي لافروف أخبره أنه تحدث مع حسن روحاني. ونفى لافروف ذلك."
    #expect(try claims(text, .consult, .talks) == ["asserts: نبيل العربي", "denies: لافروف"])
  }

  @Test("Of two tellings of one source the one that tells through whom it came stands")
  func fuller() throws {
    let text = "قال مسؤول فرنسي إن جون كيري التقى سيرغي لافروف. ونقلت وكالة رويترز عن المسؤول أن كيري التقى لافروف سرا."
    #expect(try claims(text).sorted() == ["asserts: وكالة رويترز", "asserts: وكالة رويترز ← مسؤول فرنسي"])
  }

  @Test(
    "«المصدر» is one of several sources that was told of before, and no source of many",
    arguments: [("أحد المصادر", "أحد المصادر"), ("مصادر دبلوماسية", "المصدر")])
  func one(_ source: String, _ expected: String) throws {
    let text = "حسب \(source)، فإن جون كيري التقى سيرغي لافروف. وأوضح المصدر أن كيري اتصل بحسن روحاني."
    #expect(try claims(text, .consult, .phone) == ["asserts: \(expected)"])
  }

  @Test(
    "An outlet passes on what others say, and others what an outlet does not",
    arguments: [
      (
        "أكدت صحيفة الغارديان، طبقا لمصادر دبلوماسية، أن جون كيري التقى سيرغي لافروف.",
        "asserts: صحيفة الغارديان ← مصادر دبلوماسية"
      ),
      ("قال الكرملين إن جون كيري التقى سيرغي لافروف، بحسب صحيفة الغارديان.", "confirms: صحيفة الغارديان ← الكرملين"),
    ])
  func passedOn(_ text: String, _ expected: String) throws {
    #expect(try claims(text).contains(expected))
  }

  @Test(
    "Who took part and tells what a contact was about is a source of it",
    arguments: [
      ("وأوضح كيري أن المباحثات تناولت الأزمة.", ["asserts: كيري"]),
      ("وأكد كيري أن المباحثات تناولت الأزمة.", ["asserts: كيري"]),
      ("وأكد كيري في بداية لقائه لافروف أهمية الحوار.", []),
    ])
  func topic(_ sentence: String, _ expected: [String]) throws {
    #expect(try claims("التقى جون كيري سيرغي لافروف في جنيف أمس. " + sentence) == expected)
  }

  @Test(
    "«بعض الاتصالات مع الأجانب» are not those told of before",
    arguments: [
      ("بعض الاتصالات مع المسؤولين الأجانب كان مقبولا", 0), ("الاتصالات مع المسؤولين الأجانب كانت مقبولة", 1),
    ])
  func some(_ words: String, _ count: Int) throws {
    let text = "أجرى جون كيري وسيرغي لافروف اتصالات سرية. وقال نبيل العربي إن \(words)."
    #expect(try claims(text).count == count)
  }

  @Test(
    "What those who meet discuss they discuss at their meeting",
    arguments: [("القادة", ["asserts: وكالة تاس"]), ("الوزراء", [])])
  func agenda(_ subject: String, _ expected: [String]) throws {
    let text =
      "يجتمع فلاديمير بوتين غدا مع قادة الحلف. ويتوقع أن يناقش \(subject) الأزمة، وفق ما أكدت وكالة تاس."
    #expect(try claims(text, .consult, .meeting) == expected)
  }

  @Test(
    "Who denies what others have announced denies what they assert",
    arguments: [
      ("نفى الكرملين ما أعلنه المتمردون عن أن بوتين اتصل بماكرون.", ["denies: الكرملين", "asserts: المتمردون"]),
      (
        "نفى الكرملين ما نشرته صحيفة الغارديان عن لقاء بوتين وماكرون.",
        ["denies: الكرملين", "asserts: صحيفة الغارديان"]
      ),
      ("نفى الكرملين أن بوتين اتصل بماكرون.", ["denies: الكرملين"]),
    ])
  func announced(_ text: String, _ expected: [String]) throws {
    #expect(try claims(text) == expected)
  }

  @Test("What somebody is only accused of is not told by who names him")
  func accused() throws {
    let text =
      "قال الكرملين إن لندن غاضبة بسبب رفض موسكو تسليم مواطنها المتهم باغتيال العميل الروسي ألكسندر ليتفينينكو."
    #expect(try claims(text, .assault) == [])
    #expect(try claims(text, .reject) == ["asserts: الكرملين"])
  }

  @Test("A full stop without a space behind it ends what is said")
  func stop() throws {
    #expect(try claims("قال الكرملين إن الأزمة انتهت قبل أعوام.وفي لندن التقى كيري لافروف.") == [])
    #expect(try claims("قال الكرملين إن الأزمة انتهت، وفي لندن التقى كيري لافروف.") == ["asserts: الكرملين"])
  }

  @Test(
    "Further contacts, and those of others, are not the ones told of before",
    arguments: [
      ("لكن المزيد من المحادثات تلت ذلك، وفق صحيفة الغارديان.", 0),
      ("لكن المحادثات لم تستمر، وفق صحيفة الغارديان.", 1),
      ("وقال نبيل العربي إن المحادثات التي أجراها مسؤول بريطاني مفيدة.", 0),
      ("وقال نبيل العربي إن المحادثات التي ذكر الكاتب أنه أجراها مفيدة.", 0),
      ("وقال نبيل العربي إن المحادثات التي أجراها كيري مفيدة.", 1),
    ])
  func others(_ sentence: String, _ count: Int) throws {
    #expect(try claims("أجرى جون كيري محادثات مع سيرغي لافروف. " + sentence).count == count)
  }

  @Test(
    "What somebody says of a contact in a clause that describes it he says of it",
    arguments: [
      (" يقول مسؤولون أميركيون إنه سيركز على سوريا.", ["asserts: مسؤولون أميركيون"]),
      ("، ويقول مسؤولون أميركيون إنه سيسافر غدا.", []),
    ])
  func described(_ clause: String, _ expected: [String]) throws {
    #expect(try claims("سيعقد جون كيري اجتماعا مع سيرغي لافروف في الدوحة" + clause) == expected)
  }

  @Test(
    "Words around a statement tell what it is about",
    arguments: [
      ("وعن لقاء كيري ولافروف، قال نبيل العربي إن «السلام بين الطرفين صار قريبا جدا».", ["asserts: نبيل العربي"]),
      (
        "وقال نبيل العربي إن «السلام بين الطرفين صار قريبا جدا»، في إشارة إلى لقاء كيري ولافروف.",
        ["asserts: نبيل العربي"]
      ),
      ("وقال نبيل العربي إن «السلام بين الطرفين صار قريبا جدا»، في ختام لقاء كيري ولافروف.", []),
    ])
  func around(_ sentence: String, _ expected: [String]) throws {
    #expect(try claims("التقى جون كيري سيرغي لافروف في جنيف أمس. " + sentence) == expected)
  }

  @Test("A body that tells of the meeting that it holds is a source of it")
  func holder() throws {
    let text = "ستعقد منظمة التعاون الإسلامي قمة استثنائية في المغرب. وأوضح بيان صدر عن المنظمة أن القمة تخصص للقدس."
    #expect(try claims(text) == ["asserts: المنظمة"])
  }

  @Test("Who affirms what talks of others were about asserts it, whoever else tells of them")
  func opinion() throws {
    let text =
      "قالت صحيفة الغارديان إن جون كيري أجرى محادثات مع سيرغي لافروف. وأكد نبيل العربي أن المحادثات خطوة إيجابية."
    #expect(try claims(text) == ["asserts: صحيفة الغارديان", "asserts: نبيل العربي"])
  }

  @Test("What a source says of two tellings that turn out to be one event it says once")
  func once() throws {
    let text =
      "أكدت مصادر متطابقة في جبهات تعز أن معارك عنيفة احتدمت أمس بين المقاومة والمليشيات في جبهات الحوبان. وأضافت "
      + "المصادر: إن معارك عنيفة دارت عصر أمس بين الجيش الوطني والمقاومة ومليشيات الحوثي في أحياء تعز."
    let events = try TablesFixture.shared().events("نشرة الأخبار\n\n" + text)
    #expect(events.map(\.claims.count) == [1])
    #expect(events.map(\.evidence.count) == [2])
  }

  @Test(
    "Who declines to speak passes on nothing that others say",
    arguments: [
      (
        "ولم تستجب الرئاسة الفرنسية لطلب التعليق، ولكن مسؤولا فرنسيا أكد اللقاء.",
        ["declines: الرئاسة الفرنسية", "confirms: مسؤولا فرنسيا"]
      ),
      (
        "وقال متحدث باسم الكرملين إن وزير الخارجية أكد لقاء ماكرون وبوتين.",
        ["confirms: متحدث باسم الكرملين", "confirms: متحدث باسم الكرملين ← وزير الخارجية"]
      ),
    ])
  func silent(_ sentence: String, _ expected: [String]) throws {
    #expect(try claims("التقى ماكرون بوتين في موسكو أمس. " + sentence) == expected)
  }

  @Test("«أحدهم» is somebody of several and no verb", arguments: ["أحدهم", "بعضهم"])
  func oneOfThem(_ word: String) throws {
    let text = "أكد ثلاثة مسؤولين أوروبيين أن بوتين اتصل بماكرون. وقال \(word) إن ماكرون سيزور موسكو."
    #expect(try claims(text, .consult, .visit) == ["asserts: \(word)"])
  }

  @Test("A meeting beside which only a word for the press stands may be the one told of before")
  func press() throws {
    let text =
      "ستعقد منظمة التعاون الإسلامي قمة استثنائية في المغرب. وأوضح بيان صحفي صدر عن المنظمة أمس أن عقد القمة التي "
      + "تستضيفها المغرب يأتي استجابة لدعوة الرئيس."
    #expect(try claims(text, .consult, .meeting) == ["asserts: المنظمة"])
  }
}
