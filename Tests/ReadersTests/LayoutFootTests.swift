import Testing

extension LayoutCase {
  /// Pages that show what stands below a story.
  static let foot = [
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
      "A signature stands below the text, a note on the writer goes",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      -other | * كاتب وباحث في الشؤون الدولية
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
  ]
}

@Suite struct LayoutFootTests {
  @Test(arguments: LayoutCase.foot)
  func `The foot of a page is told apart`(example: LayoutCase) throws {
    try example.check()
  }
}
