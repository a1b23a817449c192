import EventModel
import Testing

@testable import Normalizer

/// What goes on with people whom a participle describes.
@Suite struct StatesTests {
  @Test(
    "People who are described as held somewhere or with somebody are held, whatever else is told",
    arguments: [
      (
        "أثار كيري قضية الأميركيين المحتجزين في روسيا.",
        "COERCE arrest ongoing: actor Russia, recipient الأميركيين in Russia"
      ),
      (
        "أثار كيري أمس قضية الأميركيين المعتقلين حاليا لدى السلطات الإيرانية.",
        "COERCE arrest ongoing: actor السلطات الإيرانية, recipient الأميركيين"
      ),
      (
        "تحدث كيري عن السكان المحاصرين من قبل الجيش السوري.",
        "COERCE restrict ongoing: actor الجيش السوري, recipient السكان"
      ),
    ])
  func held(_ text: String, _ expected: String) throws {
    let found = try TablesFixture.shared().events(text).filter { $0.status == .ongoing }.map(\.summary)
    #expect(found == [expected])
  }

  @Test(
    "Nobody is told to be held where nothing tells where or with whom",
    arguments: [
      "زار المحامي الصحافيين المعتقلين.", "أثار كيري قضية اللاعبين الموقوفين في البطولة.", "زار كيري المحتجزين.",
      "التقى كيري الأميركيين والمحتجزين.",
    ])
  func notHeld(_ text: String) throws {
    #expect(try TablesFixture.shared().events(text).filter { $0.status == .ongoing }.map(\.summary) == [])
  }

  @Test("Whom a word describes is named once")
  func once() throws {
    let people = try TablesFixture.shared().events("طالب كيري بالإفراج عن الأميركيين المحتجزين في روسيا.")
      .flatMap(\.participants).map(\.entity.name)
    #expect(Set(people).filter { $0.contains("المحتجزين") } == [])
  }

  @Test(
    "Whose people they are is told by the pronoun of the country that may be the subject",
    arguments: [
      ("سحبت فرنسا دبلوماسييها من روسيا.", "FRA"), ("جددت واشنطن تحذيرها لروسيا، وأثارت ملف مواطنيها هناك.", "USA"),
      ("قالت روسيا إن فرنسا سحبت دبلوماسييها.", "FRA"),
    ])
  func owners(_ text: String, _ country: String) throws {
    let groups = try TablesFixture.shared().annotations(text, .actors).filter { $0["kind"] == "group" }
    #expect(groups.map { $0["country"] } == [country])
  }
}
