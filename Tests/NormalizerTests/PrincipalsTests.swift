import EventModel
import Testing

@testable import Normalizer

/// Envoys, advisers and relatives, whose names stand behind those whom they serve or belong to.
@Suite struct PrincipalsTests {
  private func parts(_ text: String) throws -> [String] {
    try TablesFixture.shared().events(text).flatMap(\.participants).map { $0.entity.nameEnglish ?? $0.entity.name }
      .sorted()
  }

  @Test(
    "Who serves somebody takes part, and not whom he serves",
    arguments: [
      ("التقى بوتين مبعوث الرئيس الأميركي دونالد ترامب ستيف ويتكوف في موسكو.", ["Steve Witkoff", "Vladimir Putin"]),
      ("التقى بوتين مبعوث ترامب إلى أوكرانيا كيث كيلوغ في موسكو.", ["Keith Kellogg", "Vladimir Putin"]),
      ("التقى بوتين مستشار ترامب في موسكو.", ["Vladimir Putin", "مستشار ترامب"]),
      ("التقى صهر ترامب جاريد كوشنر نتنياهو في القدس.", ["Benjamin Netanyahu", "Jared Kushner"]),
      ("التقى بوتين مستشار الرئيس الإيراني علي شمخاني في موسكو.", ["Ali Shamkhani", "Vladimir Putin"]),
      ("التقى سيرغي لافروف رئيس مكتبها السياسي خالد مشعل.", ["Khaled Mashal", "Sergey Lavrov"]),
    ])
  func serves(_ text: String, _ expected: [String]) throws {
    #expect(try parts(text) == expected)
  }

  @Test("A head of state behind the name of a principal is met by his envoy and is no envoy")
  func heads() throws {
    let found = try parts("التقى مبعوث الرئيس الأميركي دونالد ترامب فلاديمير بوتين في موسكو.")
    #expect(found == ["Vladimir Putin", "مبعوث الرئيس الأميركي دونالد ترامب"])
  }

  @Test("Offices one after another before a name are one person's")
  func chains() throws {
    let found = try parts(
      "اجتمع الرئيس السيسي وولي ولي العهد النائب الثاني لرئيس مجلس الوزراء وزير الدفاع الأمير محمد بن سلمان في القاهرة."
    )
    #expect(found == ["Abdel Fattah el-Sisi", "Mohammed bin Salman"])
  }
}
