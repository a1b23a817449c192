import EventModel
import Testing

@testable import Readers

extension LayoutCase {
  /// Pages of two articles.
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
    LayoutCase(
      "Nothing but a line feed joins: the words below the title are not those above it",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      paragraph | \(more)
      ====
      headline | انخفاض أسعار القمح في الأسواق
      paragraph | \(market)
      paragraph | \(harvest)
      """),
    LayoutCase(
      "A line that holds nothing but no-break space joins",
      """
      headline | الوزارة تعلن موعد زيارة الوفد

      paragraph | \(lead)
      paragraph | \(more)
      ====
      \u{A0}
      headline | انخفاض أسعار القمح في الأسواق
      byline | شيكاغو - سمير الحاج
      paragraph | \(market)
      paragraph | \(harvest)
      """),
    LayoutCase(
      "The title below links to other articles is no link where its story follows",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      paragraph | \(more)

      -related | مقالات ذات صلة
      -related | البرلمان يقر قانون الموازنة العامة
      -related | المنتخب يختتم معسكره الصيفي
      ====

      headline | انخفاض أسعار القمح في الأسواق
      paragraph | \(market)
      paragraph | \(harvest)
      """),
    LayoutCase(
      "A title that was left with an entity of HTML joins",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      paragraph | \(more)
      ====

      headline | انخفاض أسعار القمح في &quot;الأسواق&quot;
      paragraph | \(market)
      paragraph | \(harvest)
      """),
  ]

  /// Pages of one article with something that looks like the beginning of another.
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
    LayoutCase(
      "A title whose story goes on with the subject does not",
      """
      headline | انخفاض أسعار القمح في الأسواق

      paragraph | \(market)

      subhead | أسعار القمح في الأسواق العالمية
      paragraph | \(harvest)
      """),
    LayoutCase(
      "Links inside the body do not",
      """
      headline | انخفاض أسعار القمح في الأسواق
      paragraph | \(market)

      -related | اقرأ أيضاً
      -related | الوفد الفني يؤجل زيارته إلى العاصمة
      -related | البرلمان يقر قانون الموازنة العامة

      paragraph | \(harvest)
      """),
  ]
}

@Suite struct LayoutJoinTests {
  @Test(arguments: LayoutCase.joined)
  func `Joined articles are divided`(example: LayoutCase) throws {
    #expect(MarkedPage(example.page).expected.count == 2)
    try example.check()
  }

  @Test(arguments: LayoutCase.single)
  func `One article is not divided`(example: LayoutCase) throws {
    #expect(MarkedPage(example.page).expected.count == 1)
    try example.check()
  }

  @Test func `Three articles are divided twice`() throws {
    let first = "الوزارة تعلن موعد زيارة الوفد\n\(LayoutCase.lead)\n\(LayoutCase.more)"
    let second = "انخفاض أسعار القمح في الأسواق\n\(LayoutCase.market)\n\(LayoutCase.harvest)"
    let third =
      "المنتخب يفوز بكأس البطولة للمرة الثالثة\nفاز المنتخب الأول لكرة القدم بكأس البطولة بعد تغلبه على ضيفه بهدفين سجلهما المهاجم."
    for gap in ["\n", "\n\n", "\n\u{C}", "\r\n\r\n"] {
      let document = try read([first, second, third].joined(separator: gap))
      #expect(document.articles.count == 3)
      #expect(document.articles.allSatisfy { $0.blocks.first?.kind == .headline })
    }
  }

  @Test func `A form feed ends a line`() throws {
    let document = try read("عنوان الخبر المنشور\u{C}\(LayoutCase.lead)")
    #expect(document.articles.first?.blocks.map(\.kind) == [.headline, .paragraph])
  }
}
