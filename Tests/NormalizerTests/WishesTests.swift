import EventModel
import Testing

@testable import Normalizer

/// What somebody asks for, wants or promises is told once, as what it is about.
@Suite struct WishesTests {
  @Test(
    "A meeting that is asked for or wanted is a meeting and no request besides",
    arguments: [
      ("طلب بوتين لقاء جون كيري.", "CONSULT meeting requested: both John Kerry, both Vladimir Putin"),
      ("يريد بوتين لقاء جون كيري.", "CONSULT meeting planned: both John Kerry, both Vladimir Putin"),
      ("يسعى بوتين إلى لقاء جون كيري.", "CONSULT meeting planned: both John Kerry, both Vladimir Putin"),
      ("يرغب بوتين في لقاء جون كيري.", "CONSULT meeting requested: both John Kerry, both Vladimir Putin"),
      ("طلب بوتين من جون كيري سحب القوات.", "REQUEST - occurred: actor Vladimir Putin, recipient John Kerry"),
    ])
  func wishes(_ text: String, _ expected: String) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary) == [expected])
  }

  @Test(
    "A promise of a deed is told as the deed, by who promises it",
    arguments: [
      ("تعهد بوتين بدعم الحكومة السورية.", "SUPPORT - planned: actor Vladimir Putin, recipient الحكومة السورية"),
      ("تعهد بوتين باحترام القانون.", "AGREE - occurred: actor Vladimir Putin"),
    ])
  func promises(_ text: String, _ expected: String) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary) == [expected])
  }

  @Test("A banquet in somebody's honour is a meeting with him", arguments: ["على شرف", "تكريما ل"])
  func banquets(_ honour: String) throws {
    let guest = honour.hasSuffix("ل") ? honour + "سيرغي لافروف" : honour + " سيرغي لافروف"
    let found = try TablesFixture.shared().events("أقام جون كيري مأدبة عشاء \(guest).").map(\.summary)
    #expect(found.count == 1 && found.allSatisfy { $0.contains(": both John Kerry, both Sergey Lavrov") }, "\(found)")
  }
}
