import EventModel
import Testing

@testable import Normalizer

/// Who is named near an event and takes no part in it.
@Suite struct BystandersTests {
  @Test(
    "Who is greeted is no side of an event, and what somebody did is",
    arguments: [
      ("رحب بوتين بجون كيري.", 0), ("رحب بوتين في كلمته بالحاضرين وبجون كيري.", 0),
      ("رحب بوتين بعدد من الوزراء.", 0), ("رحب بوتين بقرار جون كيري.", 1), ("رحب بوتين بالاتفاق.", 1),
      ("أشاد بوتين بجون كيري.", 1),
    ])
  func greeted(_ text: String, _ count: Int) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.type == .support }.map(\.summary)
    #expect(found.count == count, "\(found)")
  }

  @Test("An institution is not the person whose name completes it")
  func institutions() throws {
    let king = "سفارة خادم الحرمين الشريفين الملك سلمان بن عبد العزيز"
    let found = try TablesFixture.shared().events("التقى جون كيري أمس ممثلي \(king).").map(\.summary)
    #expect(found.allSatisfy { !$0.contains("King Salman") && !$0.contains("Salman bin") }, "\(found)")
    let person = try TablesFixture.shared().events("التقى جون كيري الملك سلمان بن عبد العزيز.")
    #expect(person.first?.participants.count == 2, "\(person.map(\.summary))")
  }

  @Test(
    "A name in brackets behind another tells who that is, and is no object",
    arguments: [
      ("هاجم مقاتلو الحزب (أكراد سوريا) القوات الروسية.", false),
      ("هاجم مقاتلو الحزب القوات الروسية (في سوريا).", false),
      ("هاجم مقاتلو الحزب سوريا.", true),
    ])
  func brackets(_ text: String, _ isHit: Bool) throws {
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains { $0.contains("recipient Syria") } == isHit, "\(found)")
  }

  @Test(
    "Who was killed in an attack was not killed by whoever the sentence tells of before",
    arguments: ["في هجوم على القافلة", "إثر هجوم على القافلة", "نتيجة انفجار لغم"])
  func losses(_ cause: String) throws {
    let found = try TablesFixture.shared().events("جاء في بيان للجيش التركي قتل ثلاثة جنود أتراك \(cause).")
    #expect(found.allSatisfy { $0.type != .assault || $0.participants.allSatisfy { $0.role != .actor } })
    let active = try TablesFixture.shared().events("قتل الجيش التركي ثلاثة مسلحين في المدينة.").map(\.summary)
    #expect(active.count == 1 && active.allSatisfy { $0.contains("actor") }, "\(active)")
  }

  @Test(
    "Who announces what befell his own side did not do it",
    arguments: [("مقتل ثلاثة جنود أتراك", false), ("مقتل ثلاثة مسلحين أكراد", true)])
  func announcers(_ loss: String, _ acts: Bool) throws {
    let found = try TablesFixture.shared().events("أعلن الجيش التركي \(loss) أمس.").filter { $0.type == .assault }
    #expect(found.contains { $0.participants.contains { $0.role == .actor } } == acts, "\(found.map(\.summary))")
  }

  @Test(
    "Whose a thing is that stands behind a preposition does not do what the verb says",
    arguments: ["قالت روسيا إن الوضع صعب. وأشادت بجهود فرنسا.", "قالت روسيا إن الوضع صعب. وأشادت فرنسا بجهود روسيا."])
  func owners(_ text: String) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.type == .support }
    let actor = text.contains("أشادت بجهود") ? "actor Russia, recipient France" : "actor France, recipient Russia"
    #expect(found.map(\.summary).map { $0.contains(actor) } == [true], "\(found.map(\.summary))")
  }

  @Test(
    "A pronoun is the object, and who completes a noun behind it is not",
    arguments: [
      ("وصل المقاتلون الذين دربتهم فرنسا لمحاربة تنظيم داعش.", false), ("دربت فرنسا تنظيم داعش في المعسكر.", true),
    ])
  func pronouns(_ text: String, _ isTrained: Bool) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.type == .aid }.map(\.summary)
    #expect(found.contains { $0.contains("recipient Islamic State") } == isTrained, "\(found)")
  }

  @Test(
    "A country behind ب is where somebody visits others, and takes no part",
    arguments: [("خلال زيارة جون كيري للوفد الروسي في المخيم باليابان.", 0), ("خلال زيارة جون كيري لليابان.", 1)])
  func countries(_ text: String, _ count: Int) throws {
    let found = try TablesFixture.shared().events("قال لافروف ذلك " + text).filter { $0.mode == .visit }
    #expect(found.count == 1 && found[0].participants.count { $0.entity.nameEnglish == "Japan" } == count)
  }

  @Test(
    "Nobody meets a million refugees",
    arguments: [("استقبلت ألمانيا مليون لاجئ سوري.", 0), ("استقبلت أنغيلا ميركل عشرين لاجئا سوريا.", 1)])
  func crowds(_ text: String, _ count: Int) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.mode == .meeting }
    #expect(found.count == count, "\(found.map(\.summary))")
  }

  @Test(
    "What a perfect behind ل answers to لو did not happen",
    arguments: [("قال بوتين إنه لو تمكن داعش من الأرض لأحرق روسيا.", 0), ("قال بوتين إن داعش أحرق القرية.", 1)])
  func unreal(_ text: String, _ count: Int) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.type == .assault }
    #expect(found.count == count, "\(found.map(\.summary))")
  }

  @Test(
    "A participle describes the subject of the verb before it, also where that names nobody",
    arguments: [("بينما فر العنصر الآخر هاربا", 0), ("بينما انسحب العنصر الآخر", 0), ("بينما انسحب بوتين", 1)])
  func participles(_ text: String, _ count: Int) throws {
    let found = try TablesFixture.shared().events("قال لافروف إن القوات ردت \(text).").filter { $0.type == .retreat }
    #expect(found.allSatisfy { !$0.summary.contains("actor Sergey Lavrov") }, "\(found.map(\.summary))")
    #expect(found.count >= count)
  }

  @Test(
    "A definite noun is all that «في» has",
    arguments: ["اتهمت روسيا في الماضي فرنسا بالكذب.", "اتهمت روسيا في السابق فرنسا بالكذب."])
  func adverbials(_ text: String) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.type == .accuse }.map(\.summary)
    #expect(found.map { $0.contains("actor Russia, recipient France") } == [true], "\(found)")
  }

  @Test("A country beside a person of its own is one side with him")
  func sides() throws {
    let text = "التقى لافروف جون كيري الذي يزور روسيا. واستعرض الجانبان خلال اللقاء الأوضاع."
    let found = try TablesFixture.shared().events(text).filter { $0.mode != .visit }.map(\.summary)
    #expect(found.count == 1 && found.allSatisfy { $0.contains("both John Kerry, both Sergey Lavrov") }, "\(found)")
  }

  @Test("A verb without a subject does not pass over the speaker of the sentence before")
  func speakers() throws {
    let text = "زارت روسيا مصر أمس. واعتبرت كويلو التراث ثروة. وأشادت بجهود فرنسا."
    let found = try TablesFixture.shared().events(text).filter { $0.type == .support }.map(\.summary)
    #expect(found.allSatisfy { !$0.contains("actor Russia") }, "\(found)")
    let plain = try TablesFixture.shared().events("اعتبرت روسيا التراث ثروة. وأشادت بجهود فرنسا.").map(\.summary)
    #expect(plain.contains { $0.contains("actor Russia, recipient France") }, "\(plain)")
  }
}
