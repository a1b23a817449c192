import Testing

extension LayoutCase {
  /// Pages that show what stands above a story.
  static let head = [
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
      "A caption without a credit is printed twice in a row",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      -caption | جانب من مراسم الاستقبال الرسمية
      -caption | جانب من مراسم الاستقبال الرسمية
      paragraph | \(lead)
      """),
    LayoutCase(
      "A byline stands below the headline",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      byline | سمير الحاج – جدة
      paragraph | \(lead)
      """),
    LayoutCase(
      "A label alone above the text is its headline",
      """
      headline | أوروبا

      paragraph | \(lead)
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
}

@Suite struct LayoutHeadTests {
  @Test(arguments: LayoutCase.head)
  func `The head of a page is told apart`(example: LayoutCase) throws {
    try example.check()
  }
}
