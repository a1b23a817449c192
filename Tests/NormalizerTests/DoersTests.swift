import EventModel
import Testing

@testable import Normalizer

/// Who does what a verb says, where that is not told right behind it, in an article of 2024-11-27.
@Suite struct DoersTests {
  @Test(
    "What is done by a noun that names nobody is not done by whom the text was about before",
    arguments: [
      // The object stands behind the noun.
      ("تشن طائرات التحالف غارات على صنعاء. كما قصف الطيران مواقع الحوثيين في تعز.", EventType.assault, 1),
      // The object is a pronoun of the verb.
      ("قرر مجلس الوزراء الموافقة على الاتفاقية التي أقرها المؤتمر العام في دورته الأخيرة.", .agree, 1),
      // A clause behind an indefinite noun describes it.
      ("قتل بوتين في تفجير كبير استهدف سيارة إردوغان.", .assault, 0),
    ])
  func unnamed(_ text: String, _ type: EventType, _ count: Int) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.type == type }
    #expect(found.count { $0.participants.contains { $0.role == .actor } } == count, "\(found.map(\.summary))")
  }

  @Test(
    "A noun behind the verb that is its object leaves the subject to whom the text was about before",
    arguments: [
      ("عاد لافروف من جنيف أمس. ورفض الاتهامات الأميركية.", "REJECT - occurred: actor Sergey Lavrov"),
      ("قال لافروف في كلمة أمام المجلس إنه رفض الاقتراح.", "REJECT - occurred: actor Sergey Lavrov"),
      ("زار لافروف القاهرة حفظه الله، ثم رفض الاقتراح.", "REJECT - occurred: actor Sergey Lavrov"),
    ])
  func object(_ text: String, _ expected: String) throws {
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test("A plural verb has its subject before it, and those behind it are its object")
  func plural() throws {
    let text = "قال كبار المسؤولين الأميركيين أمس إنهم يدفعون أوكرانيا إلى التفكير في المحادثات."
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(!found.contains { $0.contains("actor Ukraine") }, "\(found)")
    let fled = "طرد التحالف الانقلابيين من طريق عدن الذي سيطروا عليه خلال الأيام الماضية، وتمكين النازحين من العودة."
    let events = try TablesFixture.shared().events(fled)
    #expect(events.allSatisfy { $0.participants.allSatisfy { $0.entity.name != "النازحين" } })
  }

  @Test("A verb with a pronoun that is spelled like a dual is followed by its subject")
  func pronoun() throws {
    let found = try TablesFixture.shared().events("كانت المكالمة التي أجراها لافروف مع وليام بيرنز أمس مفيدة.")
    #expect(found.map(\.summary).contains { $0.contains("both Sergey Lavrov, both William") })
  }

  @Test(
    "Rebels who are called by a plural of men take no verb of the singular over",
    arguments: [
      ("عقد الحوثيون اجتماعا مغلقا أمس. ورفض الاتهامات.", 0),
      ("عقدت جماعة الحوثي اجتماعا مغلقا أمس. ورفضت الاتهامات.", 1),
    ])
  func rebels(_ text: String, _ rejections: Int) throws {
    #expect(try TablesFixture.shared().events(text).count { $0.type == .reject } == rejections)
  }

  @Test("A vowel sign tells that those behind a verb had it done to them, by nobody named before")
  func markedPassive() throws {
    let text = "عندما يدخل قاسم سليماني إلى المحافظات العراقية وعندما يُقتل ضباط إيرانيون في العراق فهذا يعني الكثير."
    let found = try TablesFixture.shared().events(text).filter { $0.type == .assault }
    #expect(found.allSatisfy { $0.participants.allSatisfy { $0.role == .recipient } }, "\(found.map(\.summary))")
  }

  @Test("A man of rank is the last man who did something, not the last who is named")
  func honour() throws {
    let text = "وصل لافروف إلى جنيف أمس. وأكد مركز الصيانة جاهزيته. ورفض معاليه الاتهامات."
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains { $0.hasPrefix("REJECT - occurred: actor Sergey Lavrov") }, "\(found)")
  }

  @Test("Those between whom it was are all who took part, whatever is told with «مع» far behind")
  func between() throws {
    let met = "رحبت روسيا ببوتين بعد المداولة والاجتماعات المتعددة بين شيوخ ووجهاء، والخروج بقرار الوقوف مع تنظيم داعش."
    let meetings = try TablesFixture.shared().events(met).filter { $0.mode == .meeting }
    #expect(meetings.allSatisfy { $0.participants.allSatisfy { $0.entity.name != "تنظيم الدولة الإسلامية" } })
    let talks = "جرت محادثات بين لافروف وماكرون أمس مع إردوغان."
    let found = try TablesFixture.shared().events(talks).map(\.summary)
    #expect(found.contains { $0.contains("both Recep Tayyip Erdoğan") }, "\(found)")
  }

  @Test(
    "The name of a body ends where those begin to whom it does something",
    arguments: [
      ("طالب مجلس الأمن الحوثيين بالانسحاب.", "REQUEST yield occurred: actor مجلس الأمن, recipient Houthis"),
      ("استهدفت قوات التحالف الحوثيين في صعدة.", "ASSAULT - occurred: actor قوات التحالف, recipient Houthis"),
      ("قتلت قوات الأمن المتظاهرين.", "ASSAULT - occurred: actor قوات الأمن, recipient المتظاهرين"),
      ("هنأ مجلس الوزراء جمهورية مصر العربية على الافتتاح.", "SUPPORT - occurred: actor مجلس الوزراء, recipient Egypt"),
      ("وتحاصر قوات النظام الزبداني منذ عام 2013.", "actor قوات النظام on"),
      // Adjectives and those whose body it is belong to the name.
      ("أدانت رابطة الكتاب الأردنيين التفجير.", "ACCUSE disapprove occurred: actor رابطة الكتاب الأردنيين"),
      ("اتهم مجلس النواب العراقي تركيا.", ", recipient Türkiye"),
      ("جرت مواجهات بين المقاومة الشعبية وميليشيات التمرد الحوثي.", "ASSAULT firearms occurred: both Houthis"),
    ])
  func bodies(_ text: String, _ expected: String) throws {
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains { $0.contains(expected) }, "\(found)")
  }

  @Test(
    "An office, the rest of its field and the name behind a title are one person",
    arguments: [
      (
        "زار وزير الشؤون البلدية والقروية المهندس عبداللطيف بن عبدالملك آل الشيخ القاهرة أمس.",
        ["عبداللطيف بن عبدالملك آل الشيخ"]
      ),
      ("زار رئيس مجلس إدارة الغرفة التجارية الصناعية بالرياض الدكتور عبدالرحمن الزامل القاهرة.", ["عبدالرحمن الزامل"]),
      ("زار مستشار إمارة المنطقة الشرقية الشيخ الدكتور غازي عبدالعزيز الشمري القاهرة.", ["غازي عبدالعزيز الشمري"]),
      // A city behind a family name is where he went.
      ("زار أمين منطقة الرياض المهندس إبراهيم السلطان القاهرة.", ["إبراهيم السلطان"]),
      // A time in between tells that they are two.
      ("زار وزير الداخلية اللبناني أمس اللواء عباس إبراهيم.", ["بسام مولوي"]),
    ])
  func titles(_ text: String, _ expected: [String]) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.mode == .visit }
    #expect(found.map { $0.participants.filter { $0.role == .actor }.map(\.entity.name) } == [expected])
  }

  @Test(
    "Whose an attack is that is the subject of a verb did it, and those behind are whom it hit",
    arguments: ["استهدفت غارة للتحالف مواقع الحوثيين في صعدة.", "استهدفت غارات التحالف مواقع الحوثيين في صعدة."])
  func attacks(_ text: String) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.type == .assault && $0.participants.count == 2 }
    let roles = found.map { $0.participants.map { "\($0.role) \($0.entity.name)" }.sorted() }
    #expect(roles == [["actor التحالف", "recipient الحوثيون"]])
  }

  @Test("Who blames what another says of a third blames the other alone")
  func blamed() throws {
    let found = try TablesFixture.shared().events("استنكر لافروف بشدة تصريحات جون كيري تجاه إيران.").map(\.summary)
    #expect(found == ["ACCUSE disapprove occurred: actor Sergey Lavrov, recipient John Kerry"])
  }

  @Test(
    "Nobody who was named before does or suffers what those who speak tell of themselves",
    arguments: [
      "كان الوقت مناسبا لدى الاتحاد الأوروبي إلا أنني أناشد الأمم المتحدة.",
      "التقى لافروف القادة أمس. ونحن معنيون بمعرفة تنظيم داعش لأنه يستهدفنا.",
      "وصلت حركة طالبان إلى المدينة. وفجر انتحاري حزامه الناسف في كابول.",
    ])
  func speakers(_ text: String) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.type != .consult }
    #expect(found.isEmpty, "\(found.map(\.summary))")
  }

  @Test("Two bodies that are told of apart are no pair that a pronoun means")
  func pairs() throws {
    let text = "ذكر أن التنظيم هو داعش. ومثل الرجل أمام محكمة «أولد بيلي» أمس. وكان قد تم اعتقالهما الأسبوع الماضي."
    let found = try TablesFixture.shared().events(text).filter { $0.type == .coerce }
    #expect(found.isEmpty, "\(found.map(\.summary))")
    let two = "عقد لافروف وكيري مؤتمرا أمس. وقال المتحدث إن المحادثات التي جرت بينهما كانت مفيدة."
    let talks = try TablesFixture.shared().events(two).filter { $0.mode == .talks }
    #expect(talks.map(\.participants.count) == [2])
  }

  @Test("Those who complete a masdar did it where a number of people stands behind them")
  func masdars() throws {
    let text = "نشر المرصد معلومات عن اعتقال القوات الكردية 150 شابا عربيا في صرين."
    let found = try TablesFixture.shared().events(text).filter { $0.type == .coerce }
    #expect(found.allSatisfy { $0.participants.allSatisfy { $0.role == .actor } }, "\(found.map(\.summary))")
  }

  @Test(
    "A «مع» behind a noun of a relation names nobody who takes part, where those who do are named",
    arguments: [
      ("أجرى لافروف محادثات مع كيري لتعزيز العلاقات مع إيران.", ["John Kerry", "Sergey Lavrov"]),
      ("عقد لافروف اجتماعا مع كيري لمناقشة الحرب مع أوكرانيا.", ["John Kerry", "Sergey Lavrov"]),
      ("أجرى لافروف محادثات حول الأزمة مع كيري.", ["John Kerry", "Sergey Lavrov"]),
      ("أجرى لافروف محادثات لتعزيز العلاقات مع كيري.", ["John Kerry", "Sergey Lavrov"]),
      // Those who are with somebody take part.
      (
        "التقى ماكرون إردوغان في باريس، ومعه وزير الخارجية هاكان فيدان.",
        ["Emmanuel Macron", "Hakan Fidan", "Recep Tayyip Erdoğan"]
      ),
      // A delegation is called by whom it is from.
      ("التقى سيرغي لافروف وفدا من حركة حماس في موسكو.", ["Sergey Lavrov", "وفدا من حركة حماس"]),
    ])
  func company(_ text: String, _ expected: [String]) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.type == .consult }
    #expect(found.map { $0.participants.map { $0.entity.nameEnglish ?? $0.entity.name }.sorted() } == [expected])
  }

  @Test(
    "Those who take part are called by their own names and no more",
    arguments: [
      // A country behind ل is where a visit goes, and belongs to no office.
      (
        "أكد الخبير أن زيارة الأمير محمد بن سلمان بن عبدالعزيز ولي ولي العهد لمصر مهمة.",
        "actor Mohammed bin Salman, recipient Egypt in Egypt"
      ),
      // From whose hands something is taken is whom it is taken from.
      ("استعادت القوات قاعدة العند من أيدي المتمردين الحوثيين.", "actor القوات, recipient Houthis"),
      // «سبيل» is no name.
      ("أخلت قوات الأمن سبيل عبدالله مرسي نجل الرئيس المعزول.", "actor قوات الأمن, recipient عبدالله مرسي"),
      // Several offices before a title are one person's.
      (
        "زار مفتي عام المملكة رئيس هيئة كبار العلماء رئيس اللجنة الدائمة للبحوث العلمية والإفتاء الشيخ عبدالعزيز آل الشيخ القاهرة.",
        "visit occurred: actor Abdulaziz Al ash-Sheikh, recipient Egypt"
      ),
    ])
  func names(_ text: String, _ expected: String) throws {
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains { $0.contains(expected) }, "\(found)")
  }

  @Test(
    "Who condemns, demands, gives or refuses, and to whom, in the words of different papers",
    arguments: [
      ("دانت روسيا إيران.", "ACCUSE disapprove occurred: actor Russia, recipient Iran"),
      ("دان جون كيري الحوثيين.", "ACCUSE disapprove occurred: actor John Kerry, recipient Houthis"),
      ("سلمت روسيا إيران صواريخ متطورة.", "AID - occurred: actor Russia, recipient Iran"),
      ("رفض الاتحاد الأوروبي طلبا من إيران.", "REJECT - occurred: actor European Union, recipient Iran"),
      ("قبلت روسيا دعوة إيران للحوار.", "AGREE - occurred: actor Russia, recipient Iran"),
      ("رفضت روسيا مقترحات إيران.", "REJECT - occurred: actor Russia, recipient Iran"),
      ("العراق طالب الحوثيين بالانسحاب.", "REQUEST yield occurred: actor Iraq, recipient Houthis"),
      ("أدت عقوبات أميركية على إيران إلى أزمة.", "SANCTION - occurred: actor United States, recipient Iran"),
      ("تأتي تهديدات روسية للحوثيين بعد أيام من التوتر.", "THREATEN - occurred: actor Russia, recipient Houthis"),
      ("وجهت اتهامات إلى إيران من روسيا.", "ACCUSE allege occurred: actor Russia, recipient Iran"),
    ])
  func papers(_ text: String, _ expected: String) throws {
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test(
    "Who completes a masdar of doing does what its object tells",
    arguments: [
      ("وأثار فرض روسيا عقوبات على إيران غضبا.", "SANCTION - occurred: actor Russia, recipient Iran"),
      ("جاء ذلك بعد تقديم تركيا مساعدات إلى إيران.", "AID - occurred: actor Türkiye, recipient Iran"),
      ("وأثار قصف واشنطن مواقع إيران غضبا.", "ASSAULT"),
      ("جاء ذلك بعد مطالبة واشنطن إيران بالانسحاب.", "REQUEST"),
    ])
  func masdars(_ text: String, _ expected: String) throws {
    let found = try TablesFixture.shared().events(text)
    let event = found.first { $0.summary.hasPrefix(expected) && $0.participants.count == 2 }
    let actor = event?.participants.first { $0.role == .actor }
    #expect(actor != nil && event?.place == nil, "\(found.map(\.summary))")
  }

  @Test("A name behind what only looks like a light masdar does nothing")
  func noMasdar() throws {
    let found = try TablesFixture.shared().events("أدى تراجع روسيا عقوبات كثيرة.")
    #expect(found.allSatisfy { $0.type != .sanction || $0.participants.allSatisfy { $0.role != .actor } })
  }

  @Test(
    "Whose aircraft and guns do something does it, by name or by a country's adjective",
    arguments: [
      ("شنت طائرات إسرائيلية غارات على بيروت أمس.", ["actor Israel", "recipient Lebanon"]),
      ("قصفت المدفعية الإسرائيلية جنوب لبنان أمس.", ["actor Israel"]),
      ("طائرات روسية تقصف حلب.", ["actor Russia"]),
      ("وصلت طائرات روسية إلى دمشق أمس.", []),
    ])
  func owners(_ text: String, _ expected: [String]) throws {
    let parts = try TablesFixture.shared().events(text).flatMap(\.participants)
    let found = parts.map { "\($0.role.rawValue) \($0.entity.nameEnglish ?? $0.entity.name)" }.sorted()
    #expect(found == expected)
  }

  @Test("An ambush is its layer's, and whose delegation somebody carries is nobody's host")
  func carried() throws {
    let ambush = try TablesFixture.shared().events("نصبت كتائب القسام كمينا للجيش الإسرائيلي في بيت حانون.")
    #expect(
      ambush.map(\.summary).first?.hasPrefix("ASSAULT firearms occurred: actor") ?? false, "\(ambush.map(\.summary))")
    let carried = try TablesFixture.shared().events("نقلت طائرة عمانية أمس وفدا سياسيا تابعا للحوثيين إلى مسقط.")
    #expect(!carried.flatMap(\.participants).contains { $0.entity.nameEnglish == "Houthis" && $0.role == .recipient })
  }

  @Test("Nobody is told to have done what a passive with a preposition tells")
  func impersonal() throws {
    let found = try TablesFixture.shared().events("حكم بشار الأسد سوريا حتى 2024 حين أطيح به.")
    #expect(found.filter { $0.type == .coerce }.map(\.summary) == [])
  }
}
