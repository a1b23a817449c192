import EventModel
import Testing

@testable import Normalizer

/// Laws of the data set: over the project's seeds, and over small articles that were made for the test.
@Suite struct ResolutionTests {
  /// A generator whose numbers depend on its seed only.
  private struct Shuffler: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  /// The records of small articles.
  private func records(_ articles: [(id: String, outlet: String?, text: String)]) throws -> [ArticleRecords] {
    let fixture = try TablesFixture.shared()
    return try articles.flatMap {
      fixture.normalizer.normalize(try fixture.document($0.text, id: $0.id, outlet: $0.outlet))
    }
  }

  // MARK: - Seeds

  @Test("The seeds give articles, entities, events and claims")
  func seeds() throws {
    let seeds = try ResolutionSeeds.shared()
    #expect(seeds.documents.count == 5)
    #expect(seeds.dataset.articles.count >= seeds.documents.count)
    #expect(!seeds.dataset.entities.isEmpty)
    #expect(!seeds.dataset.events.isEmpty)
    #expect(seeds.dataset.events.contains { !$0.claims.isEmpty })
  }

  @Test("The order of the articles does not matter", arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func order(_ seed: UInt64) throws {
    let seeds = try ResolutionSeeds.shared()
    var shuffler = Shuffler(state: seed)
    let shuffled = seeds.records.shuffled(using: &shuffler)
    #expect(try Resolution.resolve(shuffled) == seeds.dataset)
  }

  @Test("Normalizing and resolving again gives the same")
  func again() throws {
    let seeds = try ResolutionSeeds.shared()
    let fixture = try TablesFixture.shared()
    #expect(try Resolution.resolve(seeds.documents.flatMap { fixture.normalizer.normalize($0) }) == seeds.dataset)
  }

  @Test("An article that is met twice is kept once")
  func twice() throws {
    let seeds = try ResolutionSeeds.shared()
    #expect(try Resolution.resolve(seeds.records + seeds.records) == seeds.dataset)
  }

  @Test("Every quotation is the slice of the document's text that its offsets name")
  func quotations() throws {
    let seeds = try ResolutionSeeds.shared()
    let letters = Dictionary(
      uniqueKeysWithValues: seeds.documents.map { document in
        let text = document.text[0..<document.text.bytes.count]
        return (document.info.id, Array(text.unicodeScalars))
      })
    let documents = Dictionary(uniqueKeysWithValues: seeds.dataset.articles.map { ($0.id, $0) })
    var evidence = seeds.dataset.events.flatMap { $0.evidence + $0.claims.map(\.evidence) }
    evidence += seeds.dataset.articles.flatMap(\.published.evidence)
    for item in evidence {
      let article = try #require(documents[item.article])
      let text = try #require(letters[article.document.id])
      try #require(item.range.upperBound <= text.count)
      #expect(text[item.range].elementsEqual(item.quote.unicodeScalars), "\(article.id) \(item.range)")
      #expect(!item.quote.isEmpty)
    }
    #expect(evidence.count > seeds.dataset.events.count)
  }

  @Test("A mention's quotation lies in its article")
  func articles() throws {
    let seeds = try ResolutionSeeds.shared()
    let ranges = Dictionary(uniqueKeysWithValues: seeds.dataset.articles.map { ($0.id, $0.range) })
    for event in seeds.dataset.events {
      #expect(!event.evidence.isEmpty)
      for item in event.evidence {
        let range = try #require(ranges[item.article])
        #expect(range.lowerBound <= item.range.lowerBound && item.range.upperBound <= range.upperBound)
      }
      #expect(Set(event.evidence.map(\.article)).count == event.corroboration.articles)
    }
  }

  @Test("No id is given twice")
  func ids() throws {
    let dataset = try ResolutionSeeds.shared().dataset
    let ids =
      dataset.articles.map(\.id) + dataset.entities.map(\.id) + dataset.events.map(\.id)
      + dataset.events.flatMap { $0.claims.map(\.id) }
    #expect(Set(ids).count == ids.count)
  }

  @Test("Whoever takes part, every place and every source is an entity of the data set, and no entity is idle")
  func references() throws {
    let dataset = try ResolutionSeeds.shared().dataset
    let known = Set(dataset.entities.map(\.id))
    let articles = Set(dataset.articles.map(\.id))
    let events = Set(dataset.events.map(\.id))
    var used: Set<RecordID> = []
    for event in dataset.events {
      used.formUnion(event.participants.map(\.entity.id))
      if let place = event.place { used.insert(place.entity) }
      for claim in event.claims {
        used.formUnion(claim.chain.compactMap(\.entity))
        #expect(articles.contains(claim.article))
        #expect(!claim.chain.isEmpty)
      }
      if let whole = event.partOf { #expect(events.contains(whole) && whole != event.id) }
    }
    #expect(used == known)
  }

  @Test("Whom only his article tells apart is one inside it and another elsewhere", arguments: ["الحكومة", "الوزير"])
  func locals(_ name: String) throws {
    let fixture = try TablesFixture.shared()
    let texts = [
      "زارت أنغيلا ميركل باريس. واتهمت \(name) إسرائيل بقصف المدينة. وانتقدت \(name) إسرائيل أمس.",
      "وصل بشار الأسد إلى دمشق. واتهمت \(name) تركيا بقصف القرية. وانتقدت \(name) تركيا أمس.",
    ].map { name == "الوزير" ? $0.replacing("واتهمت", with: "واتهم").replacing("وانتقدت", with: "وانتقد") : $0 }
    let ids = try texts.map { text in
      let document = try fixture.document(text, id: text)
      return Set(
        fixture.normalizer.annotations(of: document, layer: .actors).filter { $0["name"] == name }.compactMap {
          $0["entity"]
        })
    }
    #expect(ids.map(\.count) == [1, 1])
    #expect(ids[0] != ids[1])
  }

  @Test("A mode is one of its type's, a place is a place, and nobody takes part twice")
  func consistency() throws {
    let dataset = try ResolutionSeeds.shared().dataset
    let kinds = Dictionary(uniqueKeysWithValues: dataset.entities.map { ($0.id, $0.kind) })
    for event in dataset.events {
      if let mode = event.mode { #expect(event.type.modes.contains(mode), "\(event.id)") }
      if let place = event.place { #expect([.place, .country].contains(kinds[place.entity]), "\(event.id)") }
      let participants = event.participants.map(\.entity.id)
      #expect(!participants.isEmpty)
      #expect(Set(participants).count == participants.count, "\(event.id)")
      #expect(event.participants.allSatisfy { !$0.surface.isEmpty }, "\(event.id)")
    }
  }

  @Test("An unrelated article changes no event and no entity of the others")
  func locality() throws {
    let seeds = try ResolutionSeeds.shared()
    let other = try records([("zzz", nil, "افتتح نادي الشطرنج في قرية نائية معرضا للصور أمس.")])
    let dataset = try Resolution.resolve(seeds.records + other)
    #expect(dataset.articles.count == seeds.dataset.articles.count + 1)
    #expect(Set(dataset.events).isSuperset(of: seeds.dataset.events))
    #expect(Set(dataset.entities).isSuperset(of: seeds.dataset.entities))
  }

  @Test("The events of some articles are evidenced by those articles only")
  func subsets() throws {
    let seeds = try ResolutionSeeds.shared()
    for document in seeds.documents {
      let records = seeds.records.filter { $0.article.document.id == document.info.id }
      let dataset = try Resolution.resolve(records)
      let ids = Set(records.map(\.article.id))
      #expect(Set(dataset.articles.map(\.id)) == ids)
      #expect(dataset.events.allSatisfy { ids.isSuperset(of: $0.evidence.map(\.article)) })
      #expect(dataset.events.allSatisfy { $0.corroboration.articles <= ids.count })
    }
  }

  // MARK: - Small articles

  @Test("An event that two articles tell is one event with two articles' evidence")
  func corroborated() throws {
    let dataset = try Resolution.resolve(
      try records([
        ("one", "رويترز", "قال الكرملين إن الرئيس الروسي فلاديمير بوتين اتصل بماكرون في 20 نوفمبر."),
        ("two", "الأناضول", "أجرى بوتين اتصالا هاتفيا بالرئيس الفرنسي إيمانويل ماكرون يوم 20 نوفمبر 2024."),
      ]))
    #expect(dataset.articles.count == 2)
    #expect(
      dataset.events.map(\.summary) == [
        "CONSULT phone occurred: actor Vladimir Putin, recipient Emmanuel Macron on 2024-11-20"
      ])
    let event = try #require(dataset.events.first)
    #expect(Set(event.evidence.map(\.article)) == Set(dataset.articles.map(\.id)))
    #expect(event.corroboration == Corroboration(articles: 2, outlets: 2, namedSources: 1, anonymousSources: 0))
    let surfaces = event.participants.first { $0.role == .actor }?.surface ?? []
    #expect(Set(surfaces).isSuperset(of: ["الرئيس الروسي فلاديمير بوتين", "بوتين"]))
  }

  @Test("Claims of two articles stand side by side, and contradict each other")
  func contradiction() throws {
    let dataset = try Resolution.resolve(
      try records([
        ("one", nil, "قال الكرملين إن بوتين اتصل بماكرون في 20 نوفمبر."),
        ("two", nil, "نفى قصر الإليزيه أن يكون بوتين اتصل بماكرون في 20 نوفمبر."),
      ]))
    let event = try #require(dataset.events.first)
    #expect(dataset.events.count == 1)
    #expect(event.contested)
    #expect(Set(event.claims.map(\.stance)) == [.asserts, .denies])
    #expect(Set(event.claims.map(\.article)).count == 2)
  }

  @Test(
    "Articles that tell of other days, participants or types do not corroborate each other",
    arguments: [
      "اتصل بوتين بماكرون في 21 نوفمبر.", "اتصل بوتين بترمب في 20 نوفمبر.", "اتهم بوتين ماكرون في 20 نوفمبر.",
    ])
  func distinct(_ other: String) throws {
    let dataset = try Resolution.resolve(
      try records([("one", nil, "اتصل بوتين بماكرون في 20 نوفمبر."), ("two", nil, other)]))
    #expect(dataset.events.count == 2)
    #expect(dataset.events.allSatisfy { $0.corroboration.articles == 1 })
  }

  @Test("One text in two files is one article, that of the file whose id sorts first")
  func copies() throws {
    let text = "اتصل بوتين بماكرون في 20 نوفمبر."
    let dataset = try Resolution.resolve(try records([("two", nil, text), ("one", nil, text)]))
    #expect(dataset.articles.map(\.document.id) == ["one"])
    #expect(dataset.events.map(\.corroboration.articles) == [1])
  }

  @Test("A capital and its country are one side")
  func capital() throws {
    let dataset = try Resolution.resolve(
      try records([
        ("one", nil, "اتهمت موسكو أوكرانيا بخرق الاتفاق في 20 نوفمبر."),
        ("two", nil, "اتهمت روسيا كييف بخرق الاتفاق في 20 نوفمبر."),
      ]))
    let sides = dataset.events.map { $0.participants.map(\.entity.nameEnglish) }
    #expect(sides == [["Russia", "Ukraine"]])
    #expect(dataset.events.map(\.corroboration.articles) == [2])
    let russia = dataset.entities.first { $0.nameEnglish == "Russia" }
    #expect(russia?.aliases.contains("موسكو") == true)
  }

  @Test("A person whom no table knows is one entity in two articles")
  func names() throws {
    let dataset = try Resolution.resolve(
      try records([
        ("one", nil, "وصل سامي الخطيب، وزير النقل اللبناني، إلى بغداد في 20 نوفمبر."),
        ("two", nil, "التقى وزير النقل اللبناني سامي الخطيب في بغداد رئيس الوزراء العراقي."),
      ]))
    let persons = dataset.entities.filter { $0.kind == .person && $0.country == "LBN" }
    #expect(persons.map(\.name) == ["سامي الخطيب"])
    #expect(dataset.events.count { $0.participants.contains { $0.entity.id == persons.first?.id } } == 2)
  }

  @Test("Counted parts belong to their whole")
  func parts() throws {
    let dataset = try Resolution.resolve(
      try records([
        (
          "one", nil,
          "أجرى بوتين وماكرون تسعة اتصالات هاتفية. وأجرى بوتين وماكرون ثلاثة اتصالات هاتفية في أكتوبر."
        )
      ]))
    let whole = try #require(dataset.events.first { $0.count?.value == 9 })
    let part = try #require(dataset.events.first { $0.count?.value == 3 })
    #expect(whole.partOf == nil)
    #expect(part.partOf == whole.id)
    #expect(part.date?.date.description == "2024-10")
  }

  @Test("An event's id is that of its content, not of its file or the articles around it")
  func identity() throws {
    let text = "اتصل بوتين بماكرون في 20 نوفمبر."
    let alone = try Resolution.resolve(try records([("one", nil, text)]))
    let among = try Resolution.resolve(
      try records([("aaa", nil, "قصف الجيش الإسرائيلي بيروت أمس."), ("two", "رويترز", text)]))
    let id = try #require(alone.events.first?.id)
    #expect(among.events.map(\.id).contains(id))
    #expect(among.events.count == 2)
  }
}
