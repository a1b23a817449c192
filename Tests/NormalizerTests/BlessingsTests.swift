import EventModel
import Testing

@testable import Normalizer

/// Words that wish somebody well, in an article of 2024-11-27.
@Suite struct BlessingsTests {
  @Test(
    "A blessing stands between nobody and what he does, whatever marks it off",
    arguments: [
      "الملك سلمان - حفظه الله -", "الملك سلمان –أيده الله–", "الملك سلمان، رعاه الله،", "الملك سلمان (يحفظه الله)",
      "الملك سلمان حفظه الله",
    ])
  func transparent(_ king: String) throws {
    let called = try TablesFixture.shared().events("أجرى \(king) اتصالا هاتفيا أمس بالرئيس ماكرون.").map(\.summary)
    let caller = "actor King Salman, recipient Emmanuel Macron on 2024-11-26"
    #expect(called == ["CONSULT phone occurred: \(caller)"])
    let met = try TablesFixture.shared().events("استقبل \(king) في جدة أمس الرئيس ماكرون.").map(\.summary)
    #expect(
      met == ["CONSULT meeting occurred: both Emmanuel Macron, both King Salman in Jeddah on 2024-11-26"])
  }

  @Test("A blessing is no part of a name, and of no source's")
  func names() throws {
    let dataset = try TablesFixture.shared().dataset(
      "زار الملك عبدالله رحمه الله باريس. وقال أمير المنطقة - حفظه الله - إن ماكرون التقى بوتين.")
    let names = dataset.entities.map(\.name) + dataset.events.flatMap(\.claims).flatMap(\.chain).map(\.name)
    #expect(names.contains { $0.hasSuffix("عبدالله") || $0.hasSuffix("عبد الله") })
    #expect(names.contains { $0.hasPrefix("أمير المنطقة") })
    #expect(names.allSatisfy { !$0.contains("رحمه") && !$0.contains("حفظ") }, "\(names)")
  }

  @Test("Who keeps something blesses nobody")
  func verbs() throws {
    let found = try TablesFixture.shared().events("حفظه ماكرون في مكتبه والتقى بوتين.").map(\.summary)
    #expect(found == ["CONSULT meeting occurred: both Emmanuel Macron, both Vladimir Putin"])
  }
}
