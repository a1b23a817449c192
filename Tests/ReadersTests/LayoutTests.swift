import EventModel
import Testing

@testable import Readers

/// What one rule says, and a page that shows it.
struct LayoutCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let page: String

  init(_ rule: String, _ page: String) {
    self.rule = rule
    self.page = page
  }

  var testDescription: String { rule }

  static let lead = "أعلن المتحدث باسم الوزارة أن الوفد الفني سيصل إلى العاصمة مطلع الأسبوع المقبل لاستكمال المباحثات."
  static let more = "وأضاف المتحدث في بيان أن الجانبين اتفقا على تشكيل لجنة مشتركة لمتابعة تنفيذ ما تم التوصل إليه."

  static let all = [
    LayoutCase(
      "The first line is the headline, the rest paragraphs",
      """
      headline | الوزارة تعلن موعد زيارة الوفد

      paragraph | \(lead)
      paragraph | \(more)
      """),
    LayoutCase(
      "A headline may be quoted or end with a mark",
      """
      headline | «لن نتراجع».. هل تنجح الوساطة؟

      paragraph | \(lead)
      """),
    LayoutCase(
      "A headline that is printed again is removed, whatever its spelling",
      """
      headline | «الوزارة» تعلن موعد زيارة الوفد

      deck | مصادر مطلعة تتحدث عن تفاصيل الزيارة

      -duplicate-headline | الوزارة تعلن موعد زيارة الوفد
      -share-widget | TT

      -duplicate-headline | الوزارة تعلن موعد زيارة الوفد
      -duplicate-headline | مصادر مطلعة تتحدث عن تفاصيل الزيارة
      -duplicate-headline | الوزاره تعلن موعد زيارة الوفد

      paragraph | \(lead)
      """),
    LayoutCase(
      "A section label stands above the headline",
      """
      -navigation | أخبار العالم

      headline | الوزارة تعلن موعد زيارة الوفد

      paragraph | \(lead)
      """),
    LayoutCase(
      "The way through the site stands above the headline",
      """
      -navigation | الرئيسية / سياسة
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      """),
    LayoutCase(
      "A few words above a repeated title are a label",
      """
      -navigation | ملفات ساخنة

      headline | الوزارة تعلن موعد زيارة الوفد
      -share-widget | TT
      -duplicate-headline | الوزارة تعلن موعد زيارة الوفد

      paragraph | \(lead)
      """),
    LayoutCase(
      "Reading time, captions printed twice and a glued byline stand in the head",
      """
      headline | الوزارة تعلن موعد زيارة الوفد

      -reading-time | time reading iconدقائق القراءة - 3
      -caption | مبنى وزارة الخارجية في العاصمة - AFP
      -caption | مبنى وزارة الخارجية في العاصمة - AFP
      byline | لندن/ جنيف -رويترزالفجر الجديد

      paragraph | \(lead)
      """),
    LayoutCase(
      "A caption names its agency in brackets",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)

      -caption | جانب من الاجتماع الذي عقد في العاصمة... 27 نوفمبر 2024 (رويترز)

      paragraph | \(more)
      -caption | الوزير خلال مؤتمر صحافي سابق (أرشيفية - أ.ف.ب)
      paragraph | \(more)
      """),
    LayoutCase(
      "A caption without a credit is printed twice in a row",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      -caption | جانب من مراسم الاستقبال الرسمية
      -caption | جانب من مراسم الاستقبال الرسمية
      paragraph | \(lead)
      """),
    LayoutCase(
      "A sentence that ends with an agency in brackets and a full stop stays",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      paragraph | وأفادت وكالة أنباء بأن الوفد وصل (رويترز).
      """),
    LayoutCase(
      "Subheads stand between paragraphs, even glued to the next one, even in quotes",
      """
      headline | الوزارة تعلن موعد زيارة الوفد

      paragraph | \(lead)

      subhead | “خطوة أولى”
      paragraph | \(more)

      subhead | لقاء في العاصمة

      paragraph | \(more)
      """),
    LayoutCase(
      "Verse and lists are paragraphs, not subheads",
      """
      headline | الوزارة تعلن أسماء الفائزين
      paragraph | \(lead)
      paragraph | محمد العلي
      paragraph | سعاد الكردي
      paragraph | كمال الحاج
      paragraph | \(more)
      """),
    LayoutCase(
      "Links go with their heading, tags with theirs",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      paragraph | \(more)

      -related | اقرأ أيضاً:
      -related | الوفد الفني يؤجل زيارته إلى العاصمة
      -related | لماذا تأجلت الزيارة مرتين

      -tags | تصنيفات
      -tags | سياسة
      """),
    LayoutCase(
      "A link inside the body does not take the story with it",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      -related | اقرأ أيضاً
      -related | الوفد الفني يؤجل زيارته إلى العاصمة

      paragraph | \(more)

      subhead | لقاء في العاصمة
      paragraph | \(more)
      """),
    LayoutCase(
      "Heading and link may share a line",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      -related | اقرأ أيضاً: الوفد الفني يؤجل زيارته إلى العاصمة
      paragraph | \(more)
      """),
    LayoutCase(
      "The foot of a page goes: outlet, links, way to the top, comment form",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)



      -other | الفجر الجديد

      -related | مقالات ذات صلة

      -navigation | زر الذهاب إلى الأعلى

      -comment-form | اترك تعليقاً
      -comment-form | لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *
      -comment-form | التعليق *
      -comment-form | الاسم
      """),
    LayoutCase(
      "Agency conventions go, the dateline stays",
      """
      headline | سياسي / الوزارة تعلن موعد زيارة الوفد

      dateline | صنعاء 26 شوال 1436 هـ الموافق 11 اغسطس 2015 م واس
      paragraph | \(lead)
      -other | // انتهى //
      -other | 18:37 ت م
      """),
    LayoutCase(
      "A byline stands below the headline",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      byline | سمير الحاج – جدة
      paragraph | \(lead)
      """),
    LayoutCase(
      "A signature stands below the text, a note on the writer goes",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      -other | * كاتب وباحث في الشؤون الدولية
      """),
    LayoutCase(
      "Ruled lines go",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      -other | ***
      paragraph | \(more)
      """),
    LayoutCase(
      "Buttons and the age of the page stand around the text",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      dateline | تاريخ النشر: 15.10.2022 | 10:30 GMT | أخبار العالم العربي
      -other | منذ 3 أيام
      -reading-time | 3 دقائق
      -share-widget | فيسبوك ‫X لينكدإن Tumblr بينتيريست Reddit
      paragraph | \(lead)
      -other | المصدر: الفجر الجديد + وكالات
      -share-widget | WhatsApp
      """),
    LayoutCase(
      "A note below a picture goes with its source",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      -caption | جانب من اللقاء في مقر الوزارة
      byline | لندن- «الفجر الجديد»:
      paragraph | \(lead)
      -caption | صدر الصورة، Getty Images
      -caption | التعليق على الصورة، لقاء سابق بين الوزيرين في جنيف
      paragraph | \(more)
      """),
    LayoutCase(
      "A label alone above the text is its headline",
      """
      headline | أوروبا

      paragraph | \(lead)
      """),
    LayoutCase(
      "Names of networks inside the text stay",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      subhead | تويتر
      paragraph | \(more)
      """),
    LayoutCase(
      "A text without a headline is a paragraph",
      """
      paragraph | \(lead)
      """),
    LayoutCase(
      "White space of any kind around lines is no part of them",
      "headline | \u{A0}الوزارة تعلن موعد زيارة الوفد\n \u{A0}\n\u{A0}\nparagraph |  \(lead)\n\u{200F}\n"),
  ]

  static let joined = [
    LayoutCase(
      "A title that is printed again after another story begins an article",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      paragraph | \(more)
      ====
      headline | البرلمان يقر قانون الموازنة العامة
      -share-widget | TT
      -duplicate-headline | البرلمان يقر قانون الموازنة العامة
      paragraph | \(lead)
      """),
    LayoutCase(
      "Captions may stand between a title and its repetition",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      ====


      headline | البرلمان يقر قانون الموازنة العامة

      -caption | نواب خلال جلسة التصويت في العاصمة (أ.ف.ب)
      -caption | نواب خلال جلسة التصويت في العاصمة (أ.ف.ب)

      -duplicate-headline | البرلمان يقر قانون الموازنة العامة
      paragraph | \(lead)
      """),
    LayoutCase(
      "A section label above a title opens an article",
      """
      -navigation | سياسة
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      ====

      -navigation | اقتصاد
      headline | البرلمان يقر قانون الموازنة العامة
      paragraph | \(lead)
      """),
    LayoutCase(
      "What follows the end of a page opens an article",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      -comment-form | اترك تعليقاً
      -comment-form | لن يتم نشر عنوان بريدك الإلكتروني.
      ====

      headline | البرلمان يقر قانون الموازنة العامة
      paragraph | \(lead)
      """),
    LayoutCase(
      "A broad gap, a title and a fresh lead open an article",
      """
      headline | الوزارة تعلن موعد زيارة الوفد

      paragraph | \(lead)
      ====



      headline | البرلمان يقر قانون الموازنة العامة بالأغلبية

      paragraph | \(lead)
      """),
    LayoutCase(
      "A byline may stand between the title and the lead",
      """
      headline | الوزارة تعلن موعد زيارة الوفد

      paragraph | \(lead)
      ====



      headline | البرلمان يقر قانون الموازنة العامة

      byline | بيروت - سمير الحاج
      paragraph | \(lead)
      """),
    LayoutCase(
      "Reading time below a title opens an article",
      """
      headline | الوزارة تعلن موعد زيارة الوفد

      paragraph | \(lead)
      ====


      headline | البرلمان يقر قانون الموازنة العامة
      -reading-time | دقيقتان قراءة 2 دقائق للقراءة
      paragraph | \(more)
      """),
  ]

  static let single = [
    LayoutCase(
      "Long subheads between equal gaps do not",
      """
      headline | الوزارة تعلن موعد زيارة الوفد

      paragraph | \(lead)



      subhead | السياسة الخارجية بعد اجتماع الوفد في العاصمة



      paragraph | \(lead)
      """),
    LayoutCase(
      "Verses that return do not",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)

      paragraph | يا ليل الصب متى غده
      paragraph | أقيام الساعة موعده
      paragraph | يا ليل الصب متى غده
      paragraph | رقد السمار فأرقه
      """),
    LayoutCase(
      "Subheads after a broad gap do not",
      """
      headline | الوزارة تعلن موعد زيارة الوفد

      paragraph | \(lead)



      subhead | لقاء في العاصمة

      paragraph | \(more)
      """),
    LayoutCase(
      "The headline as a link to the page does not",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)


      -duplicate-headline | الوزارة تعلن موعد زيارة الوفد
      -share-widget | TT
      """),
    LayoutCase(
      "Links to other articles do not",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      -related | مقالات ذات صلة
      -related | البرلمان يقر قانون الموازنة العامة
      -related | الوفد الفني يؤجل زيارته إلى العاصمة
      """),
  ]
}

@Suite struct LayoutTests {
  private func check(_ example: LayoutCase) throws {
    let page = MarkedPage(example.page)
    let document = try read(page.text)
    #expect(MarkedPage.roles(of: document) == page.expected)
    try expectWholeAndDisjoint(document)
  }

  @Test(arguments: LayoutCase.all)
  func `The lines of a page are told apart`(example: LayoutCase) throws {
    try check(example)
  }

  @Test(arguments: LayoutCase.joined)
  func `Joined articles are divided`(example: LayoutCase) throws {
    #expect(MarkedPage(example.page).expected.count == 2)
    try check(example)
  }

  @Test(arguments: LayoutCase.single)
  func `One article is not divided`(example: LayoutCase) throws {
    try check(example)
  }

  @Test(arguments: LayoutCase.all + LayoutCase.joined + LayoutCase.single)
  func `Line endings do not matter`(example: LayoutCase) throws {
    let page = MarkedPage(example.page)
    for ending in ["\r\n", "\r"] {
      let document = try read(
        page.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: ending))
      #expect(MarkedPage.roles(of: document) == page.expected)
      try expectWholeAndDisjoint(document)
    }
  }

  @Test func `A tag list that is glued to the last paragraph is cut off`() throws {
    let document = try read("عنوان الخبر المنشور\n\n\(LayoutCase.lead) سمات السعودية مجلس الوزراء \n")
    #expect(
      MarkedPage.roles(of: document) == [
        ["headline | عنوان الخبر المنشور", "paragraph | " + LayoutCase.lead, "-tags | سمات السعودية مجلس الوزراء"]
      ])
    try expectWholeAndDisjoint(document)
  }

  @Test func `A lone medium below the text, or in the byline, is the outlet`() throws {
    #expect(
      try read("عنوان الخبر المنشور\n\(LayoutCase.lead)\n\nالفجر الجديد\n").articles.first?.outlet == "الفجر الجديد")
    let byline = "لندن/ جنيف -رويترزالفجر الجديد"
    #expect(try read("عنوان الخبر\n\(byline)\n\(LayoutCase.lead)").articles.first?.outlet == "الفجر الجديد")
    #expect(
      try read("عنوان الخبر\n\(LayoutCase.lead)\nالمصدر: الفجر الجديد + وكالات").articles.first?.outlet
        == "الفجر الجديد")
    #expect(try read("عنوان الخبر\nلندن - رويترز\n\(LayoutCase.lead)").articles.first?.outlet == nil)
    #expect(try read("عنوان الخبر\n\(LayoutCase.lead)").articles.first?.outlet == nil)
  }

  @Test func `A dateline gives the publication date`() throws {
    let document = try read("عنوان الخبر\nالأربعاء 27 نوفمبر 2024\n\(LayoutCase.lead)")
    #expect(document.articles.first?.published == Publication(date: EDTFDate("2024-11-27"), basis: .dateline))
    #expect(try read("عنوان الخبر\n\(LayoutCase.lead)").articles.first?.published == .unknown)
  }
}
