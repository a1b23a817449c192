import EventModel
import Testing

@testable import Readers

/// Reads a page of the web.
func readPage(_ html: String) throws -> SourceDocument {
  let document = try testReader.get().read(RawRecord(path: "a/page.html", bytes: Array(html.utf8), mediaType: .html))
  try expectWholeAndDisjoint(document)
  return document
}

/// Sentences to build pages of.
enum Sentences {
  static let lead =
    "أعلن المتحدث باسم الوزارة أن الوفد الفني سيصل إلى العاصمة مطلع الأسبوع المقبل لاستكمال المباحثات."
  static let more = "وأضاف المتحدث في بيان أن الجانبين اتفقا على تشكيل لجنة مشتركة لمتابعة تنفيذ ما تم التوصل إليه."
  static let last = "ولم يصدر تعليق من الجانب الآخر على ما جاء في البيان حتى مساء الثلاثاء."
  static let other = "ناقش مجلس الإدارة في اجتماعه الدوري خطة التوسع في الموانئ، وأقر ميزانية العام المقبل كاملة."
  static let title = "الوزارة تعلن موعد زيارة الوفد"
}
