import Testing

extension LayoutCase {
  /// Pages that show what stands inside a story.
  static let body = [
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
      "Ruled lines go",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      -other | ***
      paragraph | \(more)
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
      "Names of networks inside the text stay",
      """
      headline | الوزارة تعلن موعد زيارة الوفد
      paragraph | \(lead)
      subhead | تويتر
      paragraph | \(more)
      """),
  ]
}

@Suite struct LayoutBodyTests {
  @Test(arguments: LayoutCase.body)
  func `The body of a page is told apart`(example: LayoutCase) throws {
    try example.check()
  }
}
