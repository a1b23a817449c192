import EventModel
import Exporters
import Testing

/// Changes to one field each, of a data set that has a value everywhere.
private let changes: [(field: String, change: @Sendable (inout Dataset) -> Void)] = [
  ("article id", { $0.articles[0].id = RecordID(.article, bits: 0xA9) }),
  ("article document id", { $0.articles[0].document.id = "x" }),
  ("article document path", { $0.articles[0].document.path = "x" }),
  ("article document record", { $0.articles[0].document.record = 9 }),
  ("article document sha256", { $0.articles[0].document.sha256 = "x" }),
  ("article document bytes", { $0.articles[0].document.bytes = 9 }),
  ("article document encoding", { $0.articles[0].document.encoding = "x" }),
  ("article document encoding basis", { $0.articles[0].document.encodingBasis = .detected }),
  ("article document media type", { $0.articles[0].document.mediaType = "x" }),
  ("article segment", { $0.articles[0].segment = 9 }), ("article start", { $0.articles[0].range = 1..<900 }),
  ("article end", { $0.articles[0].range = 0..<901 }), ("article language", { $0.articles[0].language = "x" }),
  ("article headline", { $0.articles[0].headline = "x" }), ("article deck", { $0.articles[0].deck = "x" }),
  ("article byline", { $0.articles[0].byline = "x" }), ("article outlet", { $0.articles[0].outlet = "x" }),
  ("article url", { $0.articles[0].url = "x" }),
  ("article published date", { $0.articles[0].published.date = EDTFDate("2020") }),
  ("article published basis", { $0.articles[0].published.basis = .metadata }),
  ("article published evidence", { $0.articles[0].published.evidence = [] }),
  ("article published quote", { $0.articles[0].published.evidence[0].quote = "x" }),
  ("article paragraphs", { $0.articles[0].paragraphs = 99 }), ("article sentences", { $0.articles[0].sentences = 99 }),
  ("article words", { $0.articles[0].words = 99 }), ("article copy", { $0.articles[0].copyOf = nil }),
  ("article also in", { $0.articles[0].alsoIn = [] }),
  ("article also in path", { $0.articles[0].alsoIn[0].document.path = "x" }),
  ("article also in segment", { $0.articles[0].alsoIn[0].segment = 9 }),
  ("article text", { $0.articles[0].text = "x" }),
  ("article removed", { $0.articles[0].removed = [] }),
  ("article removed reason", { $0.articles[0].removed[0].reason = .advert }),
  ("entity id", { $0.entities[0].id = RecordID(.entity, bits: 9) }),
  ("entity kind", { $0.entities[0].kind = .country }),
  ("entity name", { $0.entities[0].name = "x" }), ("entity English name", { $0.entities[0].nameEnglish = "x" }),
  ("entity aliases", { $0.entities[0].aliases = [] }), ("entity wikidata", { $0.entities[0].wikidata = "Q9" }),
  ("entity country", { $0.entities[0].country = "USA" }), ("entity sector", { $0.entities[0].sector = nil }),
  ("entity masked", { $0.entities[0].masked = nil }), ("entity masked count", { $0.entities[0].masked?.count = 9 }),
  ("event id", { $0.events[0].id = RecordID(.event, bits: 9) }), ("event type", { $0.events[0].type = .aid }),
  ("event mode", { $0.events[0].mode = .visit }), ("event CAMEO", { $0.events[0].cameo = "099" }),
  ("event status", { $0.events[0].status = .denied }), ("event contested", { $0.events[0].contested = false }),
  ("event confidence", { $0.events[0].confidence = 1 }), ("event part of", { $0.events[0].partOf = nil }),
  ("event date", { $0.events[0].date?.date = EDTFDate(year: 1999) }),
  ("event date expression", { $0.events[0].date?.expression = "x" }),
  ("event date basis", { $0.events[0].date?.resolvedBy = .explicit }),
  ("event place", { $0.events[0].place?.entity = Sample.placeID }),
  ("event place name", { $0.events[0].place?.name = "x" }),
  ("event place English", { $0.events[0].place?.nameEnglish = "x" }),
  ("event place country", { $0.events[0].place?.country = "USA" }), ("event count", { $0.events[0].count?.value = 99 }),
  ("event count relation", { $0.events[0].count?.relation = .about }), ("event topics", { $0.events[0].topics = [] }),
  ("participant", { $0.events[0].participants[0].entity.id = Sample.placeID }),
  ("participant name", { $0.events[0].participants[0].entity.name = "x" }),
  ("participant English", { $0.events[0].participants[0].entity.nameEnglish = "x" }),
  ("participant kind", { $0.events[0].participants[0].entity.kind = .country }),
  ("participant country", { $0.events[0].participants[0].entity.country = "USA" }),
  ("participant sector", { $0.events[0].participants[0].entity.sector = nil }),
  ("participant masked", { $0.events[0].participants[0].entity.masked = nil }),
  ("participant role", { $0.events[0].participants[0].role = .recipient }),
  ("participant surface", { $0.events[0].participants[0].surface = ["x"] }),
  ("claim id", { $0.events[0].claims[0].id = RecordID(.claim, bits: 9) }),
  ("claim article", { $0.events[0].claims[0].article = RecordID(.article, bits: 9) }),
  ("claim stance", { $0.events[0].claims[0].stance = .doubts }),
  ("claim scope", { $0.events[0].claims[0].scope = .topic }),
  ("claim speech", { $0.events[0].claims[0].speech = .indirect }),
  ("claim date", { $0.events[0].claims[0].date = nil }),
  ("claim date basis", { $0.events[0].claims[0].date?.resolvedBy = .explicit }),
  ("claim start", { $0.events[0].claims[0].evidence.range = 41..<58 }),
  ("claim quote", { $0.events[0].claims[0].evidence.quote = "x" }),
  ("link name", { $0.events[0].claims[0].chain[0].name = "x" }),
  ("link English", { $0.events[0].claims[0].chain[0].nameEnglish = "x" }),
  ("link entity", { $0.events[0].claims[0].chain[0].entity = nil }),
  ("link named", { $0.events[0].claims[0].chain[0].named = false }),
  ("link verb", { $0.events[0].claims[0].chain[0].verb = nil }),
  ("evidence article", { $0.events[0].evidence[0].article = RecordID(.article, bits: 9) }),
  ("evidence end", { $0.events[0].evidence[0].range = 40..<59 }),
  ("evidence quote", { $0.events[0].evidence[0].quote = "x" }),
  ("corroboration articles", { $0.events[0].corroboration.articles = 9 }),
  ("corroboration outlets", { $0.events[0].corroboration.outlets = 9 }),
  ("corroboration named", { $0.events[0].corroboration.namedSources = 9 }),
  ("corroboration anonymous", { $0.events[0].corroboration.anonymousSources = 9 }),
]

@Test(
  "No format of data loses a field: a change to any one changes the bytes", arguments: ExporterRegistry.defaultNames)
func noFieldIsLost(format: String) throws {
  let exporter = try #require(ExporterRegistry.exporter(named: format))
  let before = Sample.export(Sample.full, with: exporter)
  for (field, change) in changes {
    var dataset = Sample.full
    change(&dataset)
    #expect(dataset != Sample.full, "\(field) is not changed")
    #expect(Sample.export(dataset, with: exporter) != before, "\(field)")
  }
}

@Test("A null and an empty text, an empty list and one with an empty text, are told apart by every format")
func nothingIsNoEmptyText() throws {
  let pairs: [(@Sendable (inout Dataset) -> Void, @Sendable (inout Dataset) -> Void)] = [
    ({ $0.entities[0].nameEnglish = nil }, { $0.entities[0].nameEnglish = "" }),
    ({ $0.articles[0].headline = nil }, { $0.articles[0].headline = "" }),
    ({ $0.articles[0].text = nil }, { $0.articles[0].text = "" }),
    ({ $0.events[0].date?.expression = nil }, { $0.events[0].date?.expression = "" }),
  ]
  for entry in ExporterRegistry.entries {
    for (one, other) in pairs {
      var (first, second) = (Sample.full, Sample.full)
      one(&first)
      other(&second)
      let exporter = entry.make(ExportOptions())
      #expect(Sample.export(first, with: exporter) != Sample.export(second, with: exporter), "\(entry.name)")
    }
  }
}

@Test("Ids begin with letters, whatever their bits, so that no spreadsheet takes them for numbers")
func idsBeginWithLetters() {
  for kind in RecordID.Kind.allCases {
    for bits in [UInt64(0), 0x12e4_5678_0000_0000, 0x1234_5678_9012_3456, .max] {
      let id = RecordID(kind, bits: bits).description
      #expect(id.utf8.prefix(3).allSatisfy { (0x61...0x7A).contains($0) } && id.utf8.count == 20)
    }
  }
}
