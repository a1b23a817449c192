import EventModel
import Testing

@testable import Normalizer

/// Sides that are set apart by words between them, and those who are told of together.
@Suite struct SidesTests {
  @Test(
    "Those who stand on one side and on the other both take part",
    arguments: [
      (
        "جرت محادثات بين جون كيري من جهة وسيرغي لافروف من جهة أخرى في موسكو.",
        ["both John Kerry", "both Sergey Lavrov"]
      ),
      (
        "دارت اشتباكات بين الجيش السوري من جهة، وتنظيم داعش من جهة ثانية في ريف حماة.",
        ["both Islamic State", "both الجيش السوري"]
      ),
    ])
  func sides(_ text: String, _ expected: [String]) throws {
    let events = try TablesFixture.shared().events(text)
    let parts = events.flatMap(\.participants).map { "\($0.role.rawValue) \($0.entity.nameEnglish ?? $0.entity.name)" }
    #expect(events.count == 1 && parts.sorted() == expected.sorted(), "\(parts)")
  }

  @Test(
    "Two of one office or kind, told with two countries, are one of each",
    arguments: [
      ("التقى وزيرا خارجية السعودية وإيران في بكين أمس.", ["IRN", "SAU"]),
      ("استضافت جدة محادثات بين وفدين أميركي وأوكراني.", ["UKR", "USA"]),
      ("اجتمع رئيسا روسيا وتركيا في سوتشي أمس.", ["RUS", "TUR"]),
    ])
  func pairs(_ text: String, _ expected: [String]) throws {
    let parts = try TablesFixture.shared().events(text).flatMap(\.participants)
    #expect(parts.compactMap(\.entity.country).sorted() == expected && parts.count == 2)
  }

  @Test("Who holds what two speak of is no third side")
  func holders() throws {
    let text = "جرى التنسيق بين إيران وسوريا لتحرير المعابر المحتلة من قبل تنظيم داعش."
    let found = try TablesFixture.shared().events(text).filter { $0.type == .cooperate }.map(\.summary)
    #expect(found == ["COOPERATE - occurred: both Iran, both Syria"])
  }

  @Test("Losses of both sides of a battle are losses, however exact their numbers are")
  func losses() throws {
    let text = "وقتل 39 متمردا على الأقل و17 جنديا خلال يومين في معارك عنيفة."
    let killed = try TablesFixture.shared().events(text).flatMap(\.participants).filter { $0.role != .recipient }
    #expect(killed.map(\.entity.name) == [])
  }

  @Test(
    "A body arrests and is not arrested; a person with whom nobody is named is",
    arguments: [
      ("واعتقلت الشرطة المغربية، وهي جهاز مستقل، أمس، ثمانية أشخاص.", Participant.Role.actor),
      ("واعتقل الناشط المغربي محمد علان، وهو محام، أمس.", .recipient),
    ])
  func arrests(_ text: String, _ role: Participant.Role) throws {
    let roles = try TablesFixture.shared().events(text).filter { $0.type == .coerce }.flatMap(\.participants).map(
      \.role)
    #expect(roles == [role])
  }

  @Test(
    "What only looks like an event is none",
    arguments: [
      "بلغت قمة التوتر بين البحرين وإيران ذروتها.", "وتطلب الأمر تدخل جون كيري.",
      "ويخزن ثاني أكسيد الكربون في المكمن بإيران.", "قال سيرغي لافروف إن الظروف خارج نطاق سيطرتنا.",
      "بعدما ألقت إسرائيل القبض عليها.",
    ])
  func none(_ text: String) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary) == [])
  }
}
