import EventModel
import Testing

@testable import Normalizer

/// Where events were, in an article of 2024-11-27.
@Suite struct PlacesTests {
  @Test(
    "A place belongs to the event whose words it stands with, and not to what is talked about",
    arguments: [
      ("التقى لافروف بلينكن في العاصمة النمساوية أمس.", "Vienna"),
      ("اختتم لافروف بالعاصمة النمساوية فيينا محادثات مع بلينكن.", "Vienna"),
      ("التقى لافروف بلينكن في عاصمة النمسا أمس.", "Vienna"),
      ("التقى لافروف بلينكن لبحث الأزمة في ليبيا.", nil),
      ("التقى لافروف بلينكن لبحث التدخل العسكري في ليبيا.", nil),
      ("أجرى لافروف محادثات مع بلينكن في تركيا أمس.", "Türkiye"),
      ("أجرى لافروف محادثات مع بلينكن بشأن الوضع في تركيا أمس.", nil),
      ("بحث لافروف مع بلينكن أمس على هامش قمة العشرين في نيودلهي الأزمة السورية.", "New Delhi"),
      ("ندد ماكرون بالهجوم في دمشق أمس.", nil),
      ("زار ماكرون مدينة مرسيليا، عاصمة إقليم بروفانس، أمس.", "Marseille"),
      ("قصف الجيش السوري مواقع المعارضة شمال حلب أمس.", "Aleppo"),
      ("هاجم تنظيم داعش الجيش العراقي بالقرب من الموصل.", "Mosul"),
      ("قصف الجيش السوري مواقع المعارضة من شمال حلب.", nil),
    ])
  func places(_ text: String, _ expected: String?) throws {
    let places = try TablesFixture.shared().events(text).map { $0.place?.nameEnglish }
    #expect(places == [expected])
  }

  @Test(
    "Whoever is received in a place on a visit meets there",
    arguments: [
      (
        "زار إردوغان برلين أمس. وتضمنت الزيارة محادثات مع أولاف شولتس.",
        "CONSULT talks occurred: both Olaf Scholz, both Recep Tayyip Erdoğan in Berlin on 2024-11-26"
      ),
      (
        "وصل إردوغان إلى برلين أمس. والتقى خلال الزيارة أولاف شولتس.",
        "CONSULT meeting occurred: both Olaf Scholz, both Recep Tayyip Erdoğan in Berlin on 2024-11-26"
      ),
    ])
  func visits(_ text: String, _ expected: String) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary).contains(expected))
  }

  @Test("A visit to a country is in the city where the visitor met somebody")
  func cities() throws {
    let events = try TablesFixture.shared().events("زار إردوغان ألمانيا أمس. والتقى إردوغان أمس أولاف شولتس في برلين.")
    #expect(events.map { $0.place?.nameEnglish } == ["Berlin", "Berlin"])
  }

  @Test("A journey to several countries is a visit to each of them")
  func legs() throws {
    let events = try TablesFixture.shared().events("زار ماكرون قطر والعراق أمس.")
    #expect(
      Set(events.map(\.summary)) == [
        "CONSULT visit occurred: actor Emmanuel Macron, recipient Qatar in Qatar on 2024-11-26",
        "CONSULT visit occurred: actor Emmanuel Macron, recipient Iraq in Iraq on 2024-11-26",
      ])
  }

  @Test(
    "What is visited is no visitor",
    arguments: [
      ("دعا بوتين ماكرون لزيارة روسيا.", "recipient Russia in Russia"),
      ("يعتزم ماكرون زيارة موسكو.", "recipient Russia in Moscow"),
    ])
  func hosts(_ text: String, _ expected: String) throws {
    #expect(try TablesFixture.shared().events(text).map(\.summary).contains { $0.contains(expected) })
  }

  @Test("The host of talks that a relative clause names takes part, and the talks are at the host's")
  func hostedTalks() throws {
    let events = try TablesFixture.shared().events("انتهت المحادثات التي استضافتها ماليزيا.")
    #expect(events.map(\.summary) == ["CONSULT talks occurred: both Malaysia in Malaysia"])
  }
}
