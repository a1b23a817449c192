import EventModel
import Testing

@testable import Normalizer

/// Those whose something is take part for it.
@Suite struct OwnersTests {
  @Test(
    "Whose positions are shelled is hit, and whose aircraft shell them acts",
    arguments: ["تعرضت مواقع الحوثيين لقصف من طيران الجيش السوري.", "تعرض الحوثيون لقصف من الجيش السوري."])
  func attacks(_ text: String) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.type == .assault }.map(\.summary)
    #expect(found.count == 1, "\(found)")
    #expect(found.allSatisfy { $0.contains("actor ") && $0.contains("recipient ") }, "\(found)")
  }

  @Test(
    "Whose request is turned down is turned down, and not whose other thing it is",
    arguments: [
      ("رفضت إيران طلب فرنسا تفتيش المواقع.", true), ("أثار رفض إيران طلب فرنسا تفتيش المواقع جدلا.", true),
      ("رفضت إيران وجود فرنسا في المنطقة.", false),
    ])
  func requests(_ text: String, _ isTurnedDown: Bool) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.type == .reject }.map(\.summary)
    #expect(found.count == 1 && found[0].contains("actor Iran, recipient France") == isTurnedDown, "\(found)")
  }

  @Test("A region that is a place only with its noun belongs to the office before it")
  func regions() throws {
    let text = "استقبل أمير منطقة عسير الأمير فيصل بن خالد وزير الخارجية الأمريكي جون كيري."
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.count == 1 && found[0].contains("John Kerry") && !found[0].contains("عسير"), "\(found)")
  }

  @Test("A body that somebody pays a visit is its host")
  func bodies() throws {
    let found = try TablesFixture.shared().events("قام جون كيري بزيارة البرلمان الياباني.").map(\.summary)
    #expect(found.count == 1 && found[0].contains("recipient البرلمان الياباني"), "\(found)")
  }

  @Test("Whose proposal somebody turns down is turned down, and turns nothing down")
  func proposals() throws {
    let found = try TablesFixture.shared().events("رفضت حماس المقترح الإسرائيلي.").filter { $0.type == .reject }
    #expect(found.map(\.summary) == ["REJECT - occurred: actor Hamas, recipient Israel"])
  }
}
