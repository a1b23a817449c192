import EventModel
import Testing

@testable import Normalizer

/// Events of sentences that were made for the test, in an article of 2024-11-27.
@Suite struct EventsTests {
  @Test(
    "A verb gives an event with its participants, place and day",
    arguments: [
      (
        "التقى بوتين وإردوغان في سوتشي يوم 20 نوفمبر.",
        "CONSULT meeting occurred: both Recep Tayyip Erdoğan, both Vladimir Putin in Sochi on 2024-11-20"
      ),
      (
        "التقى لافروف بلينكن في جنيف في 10 يناير 2022.",
        "CONSULT meeting occurred: both Antony Blinken, both Sergey Lavrov in Geneva on 2022-01-10"
      ),
      (
        "قابل السيسي ماكرون في باريس قبل يومين.",
        "CONSULT meeting occurred: both Abdel Fattah el-Sisi, both Emmanuel Macron in Paris on 2024-11-25"
      ),
      (
        "استقبل السيسي ماكرون في القاهرة أمس.",
        "CONSULT meeting occurred: both Abdel Fattah el-Sisi, both Emmanuel Macron in Cairo on 2024-11-26"
      ),
      (
        "اجتمع لافروف مع بلينكن في جنيف لمدة ساعتين.",
        "CONSULT meeting occurred: both Antony Blinken, both Sergey Lavrov in Geneva"
      ),
      (
        "اتصل إيمانويل ماكرون بفلاديمير بوتين أمس.",
        "CONSULT phone occurred: actor Emmanuel Macron, recipient Vladimir Putin on 2024-11-26"
      ),
      (
        "زار إردوغان موسكو الأسبوع الماضي.",
        "CONSULT visit occurred: actor Recep Tayyip Erdoğan, recipient Russia in Moscow on 2024-11-18/2024-11-24"
      ),
      (
        "وصل بوتين إلى بكين أمس في زيارة تستمر يومين.",
        "CONSULT visit ongoing: actor Vladimir Putin, recipient China in Beijing on 2024-11-26/2024-11-27"
      ),
      ("وقعت مصر وفرنسا اتفاقية للتعاون أمس.", "AGREE - occurred: both Egypt, both France on 2024-11-26"),
      ("اتهمت روسيا أوكرانيا بقصف المحطة.", "ACCUSE allege occurred: actor Russia, recipient Ukraine"),
      ("حذرت الصين الولايات المتحدة من دعم تايوان.", "THREATEN - occurred: actor China, recipient United States"),
      ("فرضت الولايات المتحدة عقوبات على روسيا.", "SANCTION - occurred: actor United States, recipient Russia"),
      ("دعا ماكرون إسرائيل إلى وقف إطلاق النار.", "REQUEST yield occurred: actor Emmanuel Macron, recipient Israel"),
      ("أعلنت مصر دعمها لفلسطين.", "SUPPORT - occurred: actor Egypt, recipient Palestine"),
      (
        "اعتقلت الشرطة التركية ثلاثة صحافيين في إسطنبول.",
        "COERCE arrest occurred: actor الشرطة التركية, recipient ثلاثة صحافيين in Istanbul"
      ),
      (
        "قصف الجيش الإسرائيلي بيروت أمس.",
        "ASSAULT - occurred: actor الجيش الإسرائيلي, recipient Lebanon in Beirut on 2024-11-26"
      ),
      ("أفرجت حركة حماس عن أربعة رهائن.", "RETREAT release occurred: actor Hamas, recipient أربعة رهائن"),
    ])
  func verbs(_ text: String, _ expected: String) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary) == [expected])
  }

  @Test(
    "A light verb hands its subject to the event noun",
    arguments: [
      (
        "أجرى ماكرون اتصالا هاتفيا ببوتين أمس.",
        "CONSULT phone occurred: actor Emmanuel Macron, recipient Vladimir Putin on 2024-11-26"
      ),
      (
        "تلقى إردوغان اتصالا هاتفيا من بوتين.",
        "CONSULT phone occurred: actor Vladimir Putin, recipient Recep Tayyip Erdoğan"
      ),
      (
        "جرى اتصال هاتفي بين بوتين وماكرون أمس.",
        "CONSULT phone occurred: both Emmanuel Macron, both Vladimir Putin on 2024-11-26"
      ),
      (
        "قام إردوغان بزيارة إلى روسيا أمس.",
        "CONSULT visit occurred: actor Recep Tayyip Erdoğan, recipient Russia in Russia on 2024-11-26"
      ),
      (
        "أجرى سيرغي لافروف محادثات مع أيمن الصفدي في موسكو.",
        "CONSULT talks occurred: both Ayman Safadi, both Sergey Lavrov in Moscow"
      ),
      (
        "عقد بوتين وإردوغان اجتماعا مغلقا في سوتشي.",
        "CONSULT meeting occurred: both Recep Tayyip Erdoğan, both Vladimir Putin in Sochi"
      ),
      (
        "عقد اجتماع لوزراء الخارجية العرب في القاهرة أمس.",
        "CONSULT meeting occurred: both وزراء الخارجية العرب in Cairo on 2024-11-26"
      ),
      (
        "عقدت قمة بين بوتين وإردوغان في سوتشي.",
        "CONSULT meeting occurred: both Recep Tayyip Erdoğan, both Vladimir Putin in Sochi"
      ),
      (
        "تلقى السيسي رسالة من نظيره الفرنسي.",
        "CONSULT message occurred: actor Emmanuel Macron, recipient Abdel Fattah el-Sisi"
      ),
      (
        "أرسل بوتين رسالة إلى بشار الأسد.",
        "CONSULT message occurred: actor Vladimir Putin, recipient Bashar al-Assad"
      ),
      (
        "بعث فلاديمير بوتين برسالة إلى ماكرون أمس.",
        "CONSULT message occurred: actor Vladimir Putin, recipient Emmanuel Macron on 2024-11-26"
      ),
      ("أرسلت تركيا مساعدات إنسانية إلى لبنان.", "AID - occurred: actor Türkiye, recipient Lebanon"),
    ])
  func lightVerbs(_ text: String, _ expected: String) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary) == [expected])
  }

  @Test(
    "The subject of a passive is who it was done to",
    arguments: [
      ("اغتيل إسماعيل هنية في طهران.", "ASSAULT targeted occurred: recipient Ismail Haniyeh in Tehran"),
      (
        "اعتقل في بغداد قائد الميليشيا أمس.",
        "COERCE arrest occurred: recipient قائد الميليشيا in Baghdad on 2024-11-26"
      ),
      (
        "قُصفت مواقع حزب الله من قبل الجيش الإسرائيلي.",
        "ASSAULT - occurred: actor الجيش الإسرائيلي, recipient Hezbollah"
      ),
      (
        "تم اعتقال رجل الأعمال الروسي أوليغ ديريباسكا في باريس.",
        "COERCE arrest occurred: recipient Oleg Deripaska in Paris"
      ),
    ])
  func passives(_ text: String, _ expected: String) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary) == [expected])
  }

  @Test(
    "Negation, future, plan and pronoun give status and participants",
    arguments: [
      (
        "لم يلتق بوتين إردوغان في سوتشي.",
        "CONSULT meeting denied: both Recep Tayyip Erdoğan, both Vladimir Putin in Sochi"
      ),
      ("لم يتصل بوتين بترمب.", "CONSULT phone denied: actor Vladimir Putin, recipient Donald Trump"),
      ("لن يزور إردوغان موسكو.", "CONSULT visit denied: actor Recep Tayyip Erdoğan, recipient Russia in Moscow"),
      (
        "سيلتقي بوتين إردوغان في سوتشي غدا.",
        "CONSULT meeting planned: both Recep Tayyip Erdoğan, both Vladimir Putin in Sochi on 2024-11-28"
      ),
      (
        "سيزور ماكرون برلين الأسبوع المقبل.",
        "CONSULT visit planned: actor Emmanuel Macron, recipient Germany in Berlin on 2024-12-02/2024-12-08"
      ),
      (
        "من المقرر أن يلتقي بوتين شي جين بينغ في بكين.",
        "CONSULT meeting planned: both Vladimir Putin, both Xi Jinping in Beijing"
      ),
      (
        "رفض الكرملين التعليق على زيارة إردوغان إلى موسكو.",
        "CONSULT visit occurred: actor Recep Tayyip Erdoğan, recipient Russia in Moscow"
      ),
      (
        "أكد الكرملين أن الرئيس الروسي فلاديمير بوتين اتصل بماكرون.",
        "CONSULT phone occurred: actor Vladimir Putin, recipient Emmanuel Macron"
      ),
    ])
  func statuses(_ text: String, _ expected: String) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary) == [expected])
  }

  @Test(
    "A number before the noun and a dual count the event",
    arguments: [
      ("أجرى بوتين وماكرون 5 اتصالات هاتفية.", 5), ("أجرى بوتين وماكرون خمسة اتصالات هاتفية.", 5),
      ("أجرى بوتين سبع مكالمات مع ماكرون.", 7), ("عقد بوتين وإردوغان ثلاثة اجتماعات في سوتشي.", 3),
      ("أجرى بوتين وماكرون اتصالين هاتفيين.", 2), ("أجرى بوتين مكالمتين هاتفيتين مع ماكرون.", 2),
      ("أجرى بوتين اتصالا هاتفيا مع ماكرون.", nil), ("أجرى بوتين اتصالات هاتفية مع ماكرون.", nil),
    ])
  func counts(_ text: String, _ count: Int?) throws {
    let events = try TablesFixture.shared().events(text)
    #expect(events.map(\.count?.value) == [count])
    #expect(events.flatMap(\.participants).count == 2)
  }

  @Test(
    "A definite noun or a pronoun speaks of the event told before",
    arguments: [
      (
        "زار ماكرون القاهرة أمس. وتناولت الزيارة ملفات عدة.",
        "CONSULT visit occurred: actor Emmanuel Macron, recipient Egypt in Cairo on 2024-11-26"
      ),
      (
        "التقى بوتين إردوغان في سوتشي أمس. وقال بوتين إن اللقاء كان مفيدا.",
        "CONSULT meeting occurred: both Recep Tayyip Erdoğan, both Vladimir Putin in Sochi on 2024-11-26"
      ),
      (
        "التقى بوتين إردوغان في سوتشي أمس. والتقى بوتين إردوغان في سوتشي لبحث الوضع في سوريا.",
        "CONSULT meeting occurred: both Recep Tayyip Erdoğan, both Vladimir Putin in Sochi on 2024-11-26"
      ),
    ])
  func mentions(_ text: String, _ expected: String) throws {
    let events = try TablesFixture.shared().events(text)
    #expect(events.map(\.summary) == [expected])
    #expect(events.map(\.evidence.count) == [2])
  }

  @Test("Events of other kinds, days or participants stay apart")
  func apart() throws {
    let events = try TablesFixture.shared().events("التقى بوتين إردوغان أمس. واتصل ماكرون بترمب اليوم.")
    #expect(
      Set(events.map(\.summary)) == [
        "CONSULT meeting occurred: both Recep Tayyip Erdoğan, both Vladimir Putin on 2024-11-26",
        "CONSULT phone occurred: actor Emmanuel Macron, recipient Donald Trump on 2024-11-27",
      ])
  }

  @Test("A pronoun on the verb is its object")
  func pronounObject() throws {
    let events = try TablesFixture.shared().events("وصل ماكرون إلى القاهرة، والتقاه السيسي في القصر.")
    #expect(
      Set(events.map(\.summary)) == [
        "CONSULT meeting occurred: both Abdel Fattah el-Sisi, both Emmanuel Macron in Cairo",
        "CONSULT visit occurred: actor Emmanuel Macron, recipient Egypt in Cairo",
      ])
  }

  @Test(
    "An idiom is no event, and the trigger says why",
    arguments: [
      ("أرسل بوتين رسالة إخبارية إلى المشتركين.", "رسالة"), ("قال بوتين في لقاء تلفزيوني إن الأسعار سترتفع.", "لقاء"),
      ("يدرس وزير التعليم علم الاجتماع في جامعة القاهرة.", "الاجتماع"),
    ])
  func idioms(_ text: String, _ word: String) throws {
    let fixture = try TablesFixture.shared()
    #expect(try fixture.events(text).isEmpty)
    let trigger = try fixture.annotations(text, .triggers).first { $0.text == word }
    #expect(trigger?["rejected"] == "vetoed")
  }

  @Test("A trigger without participants is rejected with its reason")
  func rejected() throws {
    let triggers = try TablesFixture.shared().annotations("قال مصدر إن المحادثات بدأت.", .triggers)
    #expect(triggers.contains { $0.text == "المحادثات" && $0["rejected"] == "missing-participant" })
  }

  @Test("What an event was about is a noun phrase without clitics")
  func topics() throws {
    let fixture = try TablesFixture.shared()
    let event = try fixture.events("وصل وفد روسي إلى الخرطوم، وبحث مع الحكومة السودانية التعاون العسكري.")
      .first { $0.mode == .talks }
    #expect(event?.topics == ["التعاون العسكري"])
  }

  @Test("The quotation of a mention is the clause of its trigger")
  func quotation() throws {
    let events = try TablesFixture.shared().events("كان الطقس باردا. واتصل ماكرون ببوتين أمس. وانتهى اليوم.")
    #expect(events.flatMap(\.evidence).map(\.quote).allSatisfy { $0.contains("اتصل ماكرون ببوتين أمس") })
    #expect(events.flatMap(\.evidence).count == 1)
  }
}
