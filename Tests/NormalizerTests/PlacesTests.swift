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
      ("اندلعت مواجهات بين الجيش الوطني وقوات المخلوع صالح في جبهات تعز.", "Taiz"),
      ("اندلعت مواجهات بين الجيش الوطني والحوثيين دمرت مباني في جبهات تعز.", nil),
      ("أطلع لافروف بلينكن على الأوضاع في قطاع غزة.", nil),
      ("وصل لافروف إلي بغداد أمس.", "Baghdad"),
      ("التقى لافروف بلينكن في القدس أمس.", "Jerusalem"),
      ("قال إن المحادثات بين روسيا وفرنسا جرت بالفعل في تركيا.", "Türkiye"),
      ("وفي الدوحة من المقرر أن يلتقي لافروف بلينكن.", "Doha"),
      ("وفي الدوحة، ينتظر أن يلتقي لافروف بلينكن.", "Doha"),
      ("وفي الدوحة قال ماكرون إن لافروف التقى بلينكن.", nil),
      ("اتصل لافروف ببلينكن أمس من موسكو وبحث الأزمة في بيروت.", nil),
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

  @Test(
    "A meeting before a visit was where the visit was only if its hosts took part",
    arguments: [
      ("إن لقاء لافروف مع بلينكن يأتي قبل يومين من زيارة لافروف إلى طهران.", nil),
      ("التقى لافروف عباس عراقجي خلال زيارة لافروف إلى طهران.", "Tehran"),
    ])
  func beforehand(_ text: String, _ expected: String?) throws {
    let meetings = try TablesFixture.shared().events(text).filter { $0.mode == .meeting }
    #expect(meetings.map { $0.place?.nameEnglish } == [expected])
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

  /// The places of all events, in Arabic as printed, those without a place as "-".
  private func printed(_ text: String) throws -> [String] {
    try TablesFixture.shared().events(text).map { $0.place?.name ?? "-" }
  }

  @Test(
    "A house is told by whose it is, unless a name tells more; a house somebody goes to is no place of the event",
    arguments: [
      ("استقبل ماكرون في قصره أمس لافروف.", "قصره"),
      ("استقبل ماكرون بمكتبه أمس لافروف.", "مكتبه"),
      ("استقبل ماكرون لافروف في منزله بمدينة مرسيليا أمس.", "مرسيليا"),
      ("التقى لافروف بلينكن أمس قبل عودته إلى منزله.", "-"),
      ("التقى لافروف بلينكن في مسقط أمس.", "مسقط"),
      ("التقى لافروف بلينكن في مسقط رأسه أمس.", "مسقط رأسه"),
    ])
  func houses(_ text: String, _ expected: String) throws {
    #expect(try printed(text) == [expected])
  }

  @Test(
    "A stretch of land is told by a direction or a country, and is no place without them",
    arguments: [
      ("التقى ماكرون الجنود الفرنسيين على الحدود السورية أمس.", "الحدود السورية"),
      ("هاجم تنظيم داعش الجيش التركي عند الحدود مع سوريا أمس.", "الحدود مع سوريا"),
      ("التقى ماكرون لافروف بالمنطقة الشرقية أمس.", "المنطقة الشرقية"),
      ("التقى ماكرون لافروف في حدود المتاح أمس.", "-"),
      ("هاجم تنظيم داعش الجيش التركي لدى سوريا أمس.", "-"),
    ])
  func land(_ text: String, _ expected: String) throws {
    #expect(try printed(text) == [expected])
  }

  @Test("What leaves a place was there, and what somebody is from is not told by it")
  func departures() throws {
    #expect(try printed("انسحب الجيش السوري من حلب أمس.") == ["حلب"])
    #expect(try printed("اعتقل الجيش السوري ثلاثة رجال من حلب أمس.") == ["-"])
  }

  @Test("«في المدينة» is the city named last, unless a country or another kind of place stands in between")
  func citiesAgain() throws {
    let city = "زار ماكرون مدينة مرسيليا أمس. والتقى ماكرون لافروف في المدينة أمس."
    #expect(try printed(city) == ["مرسيليا", "مرسيليا"])
    let between = "زار ماكرون مدينة مرسيليا الأحد. وبحث لافروف شؤون ليبيا. والتقى بلينكن لافروف في المدينة أمس."
    #expect(try Set(printed(between)) == ["مرسيليا", "-"])
  }

  @Test("«جاء ذلك خلال» gives what was told before the place and day of the meeting; a plain «جاء» does not")
  func during() throws {
    let meeting = "أشاد إردوغان بمواقف إيطاليا. جاء ذلك خلال لقائه ماكرون في مدينة مرسيليا الاثنين."
    #expect(
      try TablesFixture.shared().events(meeting).contains {
        $0.type == .support && $0.place?.name == "مرسيليا" && $0.date?.date.description == "2024-11-25"
      })
    let after = "أشاد إردوغان بمواقف إيطاليا. وجاء ماكرون للقاء شولتس في مدينة مرسيليا الاثنين."
    #expect(try TablesFixture.shared().events(after).contains { $0.type == .support && $0.place == nil })
  }

  @Test("A building named in between leaves «المنطقة» the region named before, a country does not")
  func regions() throws {
    #expect(
      try printed("زار ماكرون مستشفى عسير المركزي بمنطقة عسير أمس. والتقى لافروف بلينكن في المنطقة أمس.").contains(
        "منطقة عسير"))
    let country = "زار ماكرون منطقة عسير أمس. وزار بلينكن إيران. والتقى لافروف إردوغان في المنطقة أمس."
    #expect(try printed(country).contains("-"))
  }

  @Test("«في حربها بأوكرانيا» is no place of a warning about it; «خلاله» takes that of the meeting")
  func warnings() throws {
    let events = try TablesFixture.shared().events(
      "عقد لافروف وبلينكن اجتماعا في تركيا أمس حذرت خلاله واشنطن موسكو من التصعيد في حربها بأوكرانيا.")
    #expect(events.filter { $0.type == .threaten }.map { $0.place?.nameEnglish } == ["Türkiye"])
  }

  @Test(
    "The place that a sentence opens with is that of the first event, and no other's",
    arguments: [
      ("وفي إثيوبيا، سيلتقي باراك أوباما إيمانويل ماكرون.", ["Ethiopia"]),
      ("وفي ليبيا، تحدث ماكرون عن الأزمة والتقى بلينكن لافروف.", [nil]),
      ("وفي ليبيا، نددت فرنسا بالحكومة.", [nil]),
    ])
  func fronted(_ text: String, _ expected: [String?]) throws {
    #expect(try TablesFixture.shared().events(text).map { $0.place?.nameEnglish } == expected)
  }

  @Test("A place behind ب is where one met, and a city tells more than an office")
  func offices() throws {
    #expect(try printed("عقد وزير الخارجية سيرغي لافروف في مكتبه بجدة اجتماعا مع بلينكن أمس.") == ["جدة"])
  }

  @Test("A relative pronoun of another gender takes up another noun")
  func relatives() throws {
    let masculine = "بدأت المفاوضات على وقع التقدم الذي تحرزه فرنسا في ليبيا."
    #expect(try TablesFixture.shared().events(masculine).filter { $0.type == .consult }.isEmpty)
    let compound = "أعلن باراك أوباما المبادرة خلال مؤتمر القمة العالمي الذي عقد السبت في كينيا."
    #expect(try TablesFixture.shared().events(compound).map { $0.place?.nameEnglish } == ["Kenya"])
    #expect(
      try TablesFixture.shared().events("بدأت المفاوضات التي أجرتها فرنسا في ليبيا.").contains {
        $0.type == .consult && $0.participants.map(\.entity.nameEnglish) == ["France"]
      })
  }

  @Test(
    "Who hosts talks is where they were, and where somebody left after a visit is what he visited",
    arguments: [
      ("استضافت جنيف محادثات بين إيران والولايات المتحدة.", "both Iran, both United States in Geneva"),
      ("غادر جون كيري موسكو بعد زيارة استغرقت يومين.", "actor John Kerry, recipient Russia in Moscow"),
      ("غادر جون كيري موسكو متوجها إلى باريس.", "actor John Kerry, recipient France in Paris"),
    ])
  func scenes(_ text: String, _ expected: String) throws {
    let found = try TablesFixture.shared().events(text).map(\.summary)
    #expect(found.contains { $0.contains(": " + expected) }, "\(found)")
  }
}
