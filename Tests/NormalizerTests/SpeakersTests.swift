import EventModel
import Testing

@testable import Normalizer

/// Speakers who tell of themselves, who are named before a colon, and who only seem to speak.
@Suite struct SpeakersTests {
  private func events(_ text: String) throws -> [Event] {
    try TablesFixture.shared().events("نشرة الأخبار من العواصم\n\n" + text)
  }

  private func claims(_ events: [Event]) -> [String] {
    events.flatMap(\.claims).map { "\($0.stance): " + $0.chain.map(\.name).joined(separator: " ← ") }
  }

  @Test(
    "Who says «I met» in a quotation took part",
    arguments: [
      ("وقال سامح شكري: «التقيت وزير الخارجية السوري وليد المعلم في القاهرة».", [2]),
      ("وأضاف سامح شكري: «زرنا موسكو والتقينا وزير الخارجية الروسي سيرغي لافروف».", [2]),
      // Behind the quotation nobody tells of himself.
      ("وقال سامح شكري: «نريد السلام». والتقيت هيلاري كلينتون بالترحيب في القاهرة.", []),
    ])
  func first(_ text: String, _ expected: [Int]) throws {
    let found = try events(text).filter { $0.mode == .meeting && $0.participants.count > 1 }
    #expect(found.map(\.participants.count) == expected)
  }

  @Test(
    "A source before a colon may be followed by the outlet that heard it",
    arguments: [
      ("جون كيري لـ«الشرق الأوسط»: بوتين التقى ميركل في موسكو", ["asserts: جون كيري"]),
      ("وزير الخارجية الأميركي لقناة الجزيرة: بوتين التقى ميركل في موسكو", ["asserts: وزير الخارجية الأميركي"]),
      ("جون كيري إلى موسكو: بوتين التقى ميركل في برلين", []),
    ])
  func label(_ text: String, _ expected: [String]) throws {
    #expect(try claims(events(text)) == expected)
  }

  @Test(
    "Who casts doubt on whether it happened doubts it, and not who doubts that it is good",
    arguments: [
      ("شكك مسؤول أردني في أن يكون سامح شكري قد التقى وليد المعلم في القاهرة.", ["doubts: مسؤول أردني"]),
      ("وشكك مسؤول أردني في حصول لقاء بين سامح شكري ووليد المعلم في القاهرة.", ["doubts: مسؤول أردني"]),
      ("شكك مسؤول أردني في الاتفاق الذي وقعه سامح شكري ووليد المعلم في القاهرة.", []),
    ])
  func doubt(_ text: String, _ expected: [String]) throws {
    #expect(try claims(events(text)) == expected)
  }

  @Test(
    "To whom acts are ascribed tells of none of them",
    arguments: [
      ("أطلق مسلحون من حزب العمال الكردستاني النار على الجيش التركي، في هجمات نسبت إلى المقاتلين الأكراد.", []),
      (
        "نسبت صحيفة الغارديان إلى دبلوماسي أن بوتين التقى ميركل في موسكو أمس.",
        ["asserts: صحيفة الغارديان", "asserts: صحيفة الغارديان ← دبلوماسي"]
      ),
    ])
  func ascribed(_ text: String, _ expected: [String]) throws {
    #expect(try claims(events(text)) == expected)
  }

  @Test(
    "Who gives no details gives none of what he has just said",
    arguments: [
      ("وقال قائد الشرطة إن الموسم كان جيدا. ولم يقدم مزيدا من التفاصيل.", []),
      (
        "وقال متحدث باسم الكرملين إن بوتين التقى ميركل. ولم يقدم مزيدا من التفاصيل.",
        ["confirms: متحدث باسم الكرملين", "declines: متحدث باسم الكرملين"]
      ),
    ])
  func details(_ text: String, _ expected: [String]) throws {
    #expect(try claims(events("التقى بوتين أنغيلا ميركل في موسكو أمس. " + text)) == expected)
  }

  @Test(
    "A city that is only told of does not go on speaking",
    arguments: [
      ("وستقام دولة تكون عاصمتها القدس. وقالت إن باكستان تطالب الهند بالحوار.", []),
      ("وقالت باكستان إنها تريد السلام. وأضافت أن الهند تطالب الصين بالحوار.", ["asserts: باكستان"]),
    ])
  func city(_ text: String, _ expected: [String]) throws {
    #expect(try claims(events(text)) == expected)
  }
}
