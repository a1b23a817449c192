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

  static let market =
    "تراجعت أسعار القمح في بورصة شيكاغو أمس مع توقعات المزارعين بوفرة المحصول في سهول أستراليا وكندا هذا الموسم."
  static let harvest =
    "وقال محللون في بورصة شيكاغو إن محصول القمح في أستراليا يكفي حاجة الأسواق وإن المزارعين خفضوا أسعار البيع."

  /// All pages.
  static var all: [LayoutCase] { head + body + foot + joined + single }

  /// Expects that a page is laid out as it says.
  func check(_ location: SourceLocation = #_sourceLocation) throws {
    let page = MarkedPage(page)
    let document = try read(page.text)
    #expect(MarkedPage.roles(of: document) == page.expected, sourceLocation: location)
    try expectWholeAndDisjoint(document, location)
  }
}
