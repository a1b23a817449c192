import ArabicText
import EventModel
import Testing

@testable import Normalizer

@Suite struct TimePublicationTests {
  func infer(_ paragraphs: [String], captions: [String] = []) throws -> PublicationDate.Inference {
    let fixture = try TimeFixture.shared()
    func passage(_ paragraphs: [String], isCaption: Bool) -> PublicationDate.Passage {
      var text = ""
      var blocks: [ArticleLayout.Block] = []
      for paragraph in paragraphs {
        let start = text.utf8.count
        text += paragraph
        blocks.append(.init(kind: .paragraph, range: start..<text.utf8.count))
        text += "\n"
      }
      let tokens = fixture.tokenizer.tokenize(SourceText(text), blocks: blocks)
      return .init(text: tokens, mentions: fixture.tagger.tag(tokens), isCaption: isCaption)
    }
    return PublicationDate(fixture.tagger)
      .infer([passage(paragraphs, isCaption: false), passage(captions, isCaption: true)])
  }

  @Test("A date called today's or yesterday's is decisive")
  func anchored() throws {
    let today = try infer(["وصل الوزير اليوم الثلاثاء 5 مارس 2024 إلى الدوحة."])
    #expect(today.date?.description == "2024-03-05")
    #expect(today.evidence.count == 1)
    #expect(try infer(["وصل الوزير أمس الثلاثاء 5 مارس 2024 إلى الدوحة."]).date?.description == "2024-03-06")
  }

  @Test("A summit that is being held and a weekday give the day")
  func running() throws {
    let text =
      "قال المتحدث، الأربعاء، إن قمة حلف شمال الأطلسي (الناتو) المنعقدة في مدريد تناقش توسيع الحلف شرقا."
    #expect(try infer([text]).date?.description == "2022-06-29~")
  }

  @Test("A war's ninth month is a window of a month")
  func elapsed() throws {
    let inference = try infer([
      "تواصل القصف على المدن منذ بداية الغزو الروسي لأوكرانيا بلا توقف.",
      "ودخلت الحرب شهرها التاسع دون حل.",
    ])
    #expect(inference.date?.description == "2022-10-24/2022-11-24")
    #expect(!inference.evidence.isEmpty)
  }

  @Test("A caption's date and the weekdays around it give the day")
  func caption() throws {
    let inference = try infer(
      ["وصل الرئيس إلى العاصمة، الأربعاء، في زيارة تستمر يومين.", "ويجتمع الرئيس الخميس مع نظيره."],
      captions: ["الرئيس يصافح نظيره في 27 نوفمبر 2024 (أ.ف.ب)"])
    #expect(inference.date.map { $0.earliest?.description } == "2024-11-27")
    #expect((inference.candidates.last?.description ?? "") <= "2024-11-28")
  }

  @Test("A date that opens the text behind a place is the dateline's")
  func dateline() throws {
    let texts = [
      "عدن 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس أقام المحافظ حفلا لمنسوبي الجامعة في مقر المحافظة مساء.",
      "القاهرة، 11 أغسطس 2015 - بحث وزير الخارجية مع نظيره تطورات الأوضاع في المنطقة والعلاقات بين البلدين.",
    ]
    for text in texts { #expect(try infer([text]).date?.description == "2015-08-11", "\(text)") }
    let story = "هجوم 11 أغسطس 2015 غير تاريخ البلاد كلها ودفع الحكومة إلى إعلان حالة الطوارئ في المدن كافة."
    #expect(try infer([story]).date == nil)
  }

  @Test("A short term of office alone is no date, with an event of its time it is")
  func termOfOffice() throws {
    let name = "قال مستشار الأمن القومي الأميركي مايكل فلين إن بلاده تراقب الوضع."
    #expect(try infer([name]).date == nil)
    let inference = try infer([name, "وجاء ذلك بعد طرد 35 دبلوماسيا روسيا."])
    #expect(inference.date?.description == "2017-01-20/2017-02-13")
  }

  @Test("A day without a year on which a named event was gives the year")
  func dayOfEvent() throws {
    let inference = try infer([
      "بعد الاتفاق النووي مع إيران تستعد الشركات للعودة.", "وتوصل الطرفان في 14 يوليو (تموز) الجاري إلى نص طويل.",
    ])
    #expect(inference.date?.description == "2015-07-14/2015-07-31")
  }

  @Test("An event's year counts from publication where the text says so")
  func lastYear() throws {
    let inference = try infer(["بدأ القصف مع الغزو الروسي لأوكرانيا العام الماضي ثم اشتد."])
    #expect(inference.date?.description == "2023")
  }

  @Test(
    "Where nothing is certain there is no answer",
    arguments: [
      "أعلن الوزير أمس استقالته.", "قال الناطق الاثنين إن المحادثات جارية.", "وقع الاتفاق عام 1998 في بلفاست.",
      "شهدت البلاد حربا بعد هجمات 11 سبتمبر.", "",
    ])
  func unknown(_ text: String) throws {
    let inference = try infer([text])
    #expect(inference.date == nil)
    #expect(inference.candidates.isEmpty && inference.evidence.isEmpty)
  }

  /// The date of an article of which nothing is known but its text.
  private func published(_ text: String) throws -> Publication {
    try #require(TablesFixture.shared().dataset(text, published: nil).articles.first).published
  }

  @Test(
    "Persons who are named with their offices give the time in which all held them, or no longer did",
    arguments: [
      ("اجتمع رئيس الوزراء الإيطالي إنريكو ليتا بالرئيس المصري عدلي منصور وبحثا العلاقات.", "2013-07-04/2014-02-22"),
      (
        "اجتمع رئيس الوزراء الإيطالي السابق إنريكو ليتا بالرئيس المصري عدلي منصور وبحثا العلاقات.",
        "2014-02-22/2014-06-08"
      ),
      ("قالت رئيسة الوزراء البريطانية ليز تراس إنها تنسق مع الرئيس الأميركي جو بايدن.", "2022-09-06/2022-10-25"),
    ])
  func holders(_ text: String, _ expected: String) throws {
    let publication = try published(text)
    #expect(publication.date?.description == expected)
    #expect(!publication.evidence.isEmpty && publication.basis == .inferred)
  }

  @Test(
    "A former holder, a predecessor beside his successor and a lone one give no date",
    arguments: [
      "اجتمع الرئيس الفرنسي السابق نيكولا ساركوزي بالرئيس الأميركي جورج دبليو بوش.",
      "سلم الرئيس اليمني علي عبد الله صالح السلطة إلى الرئيس اليمني عبد ربه منصور هادي.",
      "قالت رئيسة الوزراء البريطانية ليز تراس إنها ستستقيل.",
      "التقى الرئيس اليمني المخلوع علي عبد الله صالح الرئيس الأميركي جورج دبليو بوش.",
      "أدان الوزير اغتيال النائب العام المستشار هشام بركات. وكان النائب العام المستشار هشام بركات يحقق في القضية.",
      "اجتمع الرئيس الفرنسي نيكولا ساركوزي والرئيس الأميركي جورج دبليو بوش.",
    ])
  func formerHolders(_ text: String) throws {
    #expect(try published(text) == .unknown)
  }

  @Test("An opening that is announced for tomorrow gives the day if the weekday is right")
  func announced() throws {
    #expect(try infer(["يصل الوفد لحضور حفل افتتاح قناة السويس الجديدة غدا الخميس."]).date?.description == "2015-08-05")
    #expect(try infer(["يصل الوفد لحضور حفل افتتاح قناة السويس الجديدة غدا الأحد."]).date == nil)
  }

  @Test(
    "What is planned or hoped for has not happened yet, what has happened has",
    arguments: [
      ("بحثا الاستعدادات التي تسبق حفل افتتاح قناة السويس الجديدة.", nil),
      ("أكد الضابط في خطابه أن تحرير الموصل قريب.", nil), ("عرض المرشح برنامجه أمام قمة العلا.", nil),
      ("تحدث عن تفجير سروج في خطابه.", "2015-07-20"),
    ] as [(String, String?)])
  func planned(_ text: String, _ expected: String?) throws {
    let bounds = try infer([text]).bounds
    #expect(bounds?.lowerBound.description == expected ?? "1900-01-01")
  }

  @Test("A date that contradicts its weekday is a misprint and decides nothing; a Hijri one may be a day off")
  func misprint() throws {
    #expect(try infer(["وصل الوزير أمس الاثنين الموافق 11/10/1436هـ إلى الدوحة."]).date?.description == "2015-07-28")
    #expect(try infer(["وصل الوزير أمس الأحد الموافق 11/10/1436هـ إلى الدوحة."]).date?.description == "2015-07-28")
    for text in [
      "وصل الوزير أمس الاثنين الموافق 10/4/1436هـ إلى الدوحة.", "وصل الوزير أمس الأحد 5 مارس 2024 إلى الدوحة.",
    ] { #expect(try infer([text]).date == nil, "\(text)") }
  }

  @Test(
    "A day without its year, a named year and an event of last month give the date",
    arguments: [
      ("وصل الوفد أمس الأحد 26 يوليو إلى جدة بعد تفجير سروج بأيام.", "2015-07-27"),
      ("وصل الوفد الأحد 26 يوليو إلى جدة بعد تفجير سروج بأيام.", "2015-07-26/2015-08-25"),
      ("عقد الاجتماع اليوم الاثنين الموافق 11/10/1436هـ في مقر الوزارة.", "2015-07-27"),
      ("ارتفعت الصادرات مقارنة مع العام الماضي 2014 ارتفاعا كبيرا.", "2015"),
      ("تحدث عن الاتفاق النووي مع إيران الشهر الماضي في خطابه.", "2015-08"),
    ])
  func partial(_ text: String, _ expected: String) throws {
    #expect(try infer([text]).date?.description == expected)
  }
}
