import EventModel
import Testing

@testable import Normalizer

/// Who and where two articles of 2024-11-27 must agree on to tell of one event.
@Suite struct ResolutionSidesTests {
  /// The events of two articles.
  private func events(_ one: String, _ two: String) throws -> [String] {
    let fixture = try TablesFixture.shared()
    let records = try [one, two].enumerated().flatMap { number, text in
      fixture.normalizer.normalize(try fixture.document(text, id: "article-\(number)"))
    }
    return try Resolution.resolve(records).events.map(\.summary)
  }

  @Test("Who acts for two states in one article is the states that another names, in the same place on the same day")
  func officials() throws {
    let named = "حذر وليام بيرنز سيرغي ناريشكين في أنقرة في 20 نوفمبر."
    #expect(
      try events(named, "حذرت واشنطن موسكو في تركيا في 20 نوفمبر.") == [
        "THREATEN - occurred: actor William Burns, recipient Sergey Naryshkin in Ankara on 2024-11-20"
      ])
  }

  @Test(
    "Other days, other countries' places, other people and other roles are other events",
    arguments: [
      "حذرت واشنطن موسكو في تركيا في 21 نوفمبر.", "حذرت واشنطن موسكو في فرنسا في 20 نوفمبر.",
      "حذر أنتوني بلينكن سيرغي لافروف في أنقرة في 20 نوفمبر.", "حذرت موسكو واشنطن في تركيا في 20 نوفمبر.",
      "حذرت واشنطن كييف في تركيا في 20 نوفمبر.",
    ])
  func others(_ other: String) throws {
    #expect(try events("حذر وليام بيرنز سيرغي ناريشكين في أنقرة في 20 نوفمبر.", other).count == 2)
  }

  @Test("A people that is told something is its state")
  func peoples() throws {
    #expect(
      try events("تم إبلاغ الأوكرانيين بالاجتماع في 20 نوفمبر.", "تم إطلاع أوكرانيا على الزيارة في 20 نوفمبر.") == [
        "CONSULT unspecified occurred: recipient Ukraine on 2024-11-20"
      ])
    let poles = "تم إبلاغ البولنديين بالاجتماع في 20 نوفمبر."
    #expect(try events(poles, "تم إطلاع أوكرانيا على الزيارة في 20 نوفمبر.").count == 2)
  }

  @Test("A house by whose it is may be in any city, but a city is in no other country")
  func places() throws {
    let palace = "استقبل إيمانويل ماكرون سيرغي لافروف في قصره في 20 نوفمبر."
    #expect(
      try events(palace, "التقى ماكرون لافروف في باريس في 20 نوفمبر.") == [
        "CONSULT meeting occurred: both Emmanuel Macron, both Sergey Lavrov in Paris on 2024-11-20"
      ])
    let city = "التقى إيمانويل ماكرون سيرغي لافروف في باريس في 20 نوفمبر."
    #expect(try events(city, "التقى ماكرون لافروف في تركيا في 20 نوفمبر.").count == 2)
  }

  @Test("Without a day and another side, only the same words are the same event")
  func unspecific() throws {
    let words = "سيطر الثوار على عدد من المواقع."
    #expect(try events(words, "أعلن متحدث أن الثوار سيطروا على الحاجز.").count == 2)
    #expect(try events(words + " وهطلت أمطار.", "ارتفعت الأسعار. " + words).count == 1)
  }

  @Test("Whom a pronoun warns is the person met, of its gender")
  func warned() throws {
    let fixture = try TablesFixture.shared()
    func threats(_ text: String) throws -> [String] {
      try fixture.events(text).filter { $0.type == .threaten }.map(\.summary)
    }
    #expect(
      try threats("أجرى لافروف محادثات مع بلينكن أمس لتحذيره من التصعيد.") == [
        "THREATEN - occurred: actor Sergey Lavrov, recipient Antony Blinken on 2024-11-26"
      ])
    #expect(try threats("أجرى لافروف محادثات مع بلينكن أمس لتحذيرها من التصعيد.").isEmpty)
  }

  @Test("Contacts that go on between two are the same, dated or not; contacts without a day that were are not")
  func standing() throws {
    let dated = "تحافظ واشنطن وموسكو على قنوات اتصال منذ عام 2022."
    let spoken = "قال مسؤول أميركي عن واشنطن: لدينا قنوات للتواصل مع روسيا."
    #expect(try events(dated, spoken) == ["CONSULT unspecified ongoing: both Russia, both United States on 2022/.."])
    #expect(try events(dated, "جرت اتصالات بين واشنطن وموسكو.").count == 2)
    #expect(try events(dated, "قال مسؤول فرنسي عن فرنسا: لدينا قنوات للتواصل مع روسيا.").count == 2)
  }

  @Test("People of one state whom another holds are the same people, whoever's citizens they are said to be")
  func held() throws {
    let spoken = "أثار كيري قضية الأميركيين المحتجزين في روسيا."
    let held = "COERCE arrest ongoing: actor Russia, recipient الأميركيين in Russia"
    #expect(try events(spoken, "أثارت واشنطن ملف مواطنيها المحتجزين في روسيا.") == [held])
    #expect(try events(spoken, "أثار لافروف قضية الروس المحتجزين في الولايات المتحدة.").count == 2)
  }
}
