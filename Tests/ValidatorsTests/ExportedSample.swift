import EventModel
import Exporters
import Schemas

/// A data set in which every field has a value somewhere and no value elsewhere, and what it is exported to.
enum ExportedSample {
  /// Texts that have broken files of one format or another.
  static let hostileTexts = [
    "\"", "a\"b", "\r\n", "a\rb\nc\td", "a,b;c", "\u{2028}\u{85}", "\u{B}\u{0}\u{1F}", "]]>", "<a b='c'>&amp;", "😀",
    "\u{FFFE}\u{FFFF}\u{FEFF}", "=1+2", "'=1+2", "''@x", "\u{200F} -5", "\u{FF1D}sum", "\t", "a | b", "a\\|b\\", " ",
    "آ",
    "\u{627}\u{653}",
  ]

  private static let article = RecordID(.article, bits: 1)
  private static let event = RecordID(.event, bits: 1)

  /// Two records of each kind; every free text of the first of each is `text`.
  static func dataset(_ text: String) -> Dataset {
    let evidence = Evidence(article: article, range: 4..<4 + text.unicodeScalars.count, quote: text)
    let date = EventDate(date: EDTFDate(year: 2022, month: 11), expression: text, resolvedBy: .relative)
    let document = DocumentInfo(
      id: text, path: text, record: 3, sha256: String(repeating: "0f", count: 32), bytes: 12, encoding: "utf-8",
      mediaType: "text/plain")
    var bare = document
    (bare.id, bare.path, bare.record, bare.encodingBasis) = ("b", "b.txt", nil, .fallback)
    let person = Entity(
      id: RecordID(.entity, bits: 1), kind: .person, name: text, nameEnglish: text, aliases: [text, "ب"],
      wikidata: "Q1", country: "RUS", sector: .government, masked: Masking(reason: .unnamed, count: 2))
    let place = Entity(id: RecordID(.entity, bits: 2), kind: .place, name: "أنقرة")
    let claim = Claim(
      id: RecordID(.claim, bits: 1), article: article,
      chain: [
        .init(name: text, nameEnglish: text, entity: person.id, named: true, verb: text),
        .init(name: text, named: false),
      ], stance: .denies, scope: .topic, speech: .direct, date: date, evidence: evidence)
    let voice = Claim(
      id: RecordID(.claim, bits: 2), article: article, chain: [], stance: .asserts, scope: .occurrence,
      speech: .indirect, evidence: evidence)
    let full = Event(
      id: event, type: .consult, mode: .phone, cameo: "041", status: .occurred, contested: true, partOf: event,
      date: date, place: EventPlace(entity: place.id, name: text, nameEnglish: text, country: "TUR"),
      count: EventCount(value: 5, relation: .atLeast),
      participants: [
        Participant(entity: person, role: .actor, surface: [text, "ج"]),
        Participant(entity: place, role: .recipient, surface: []),
      ], topics: [text, "د"], claims: [claim, voice], evidence: [evidence, evidence],
      corroboration: Corroboration(articles: 1, outlets: 1, namedSources: 1, anonymousSources: 1))
    return Dataset(
      articles: [
        Article(
          id: article, document: document, segment: 1, range: 0..<90, headline: text, deck: text, byline: text,
          outlet: text, url: text, published: Publication(date: date.date, basis: .inferred, evidence: [evidence]),
          paragraphs: 1, sentences: 2, words: 3,
          alsoIn: [Recurrence(document: document, segment: 1), Recurrence(document: bare, segment: 2)], text: text,
          removed: [Removal(range: 1..<2, reason: .caption)]),
        Article(id: RecordID(.article, bits: 2), document: bare, segment: 1, range: 0..<9, copyOf: article),
      ], entities: [person, place],
      events: [
        full, Event(id: RecordID(.event, bits: 2), type: .agree, mode: nil, cameo: "030", status: .planned),
      ])
  }

  /// Writes all formats of a data set into a folder, with a description that names the bundled schemas.
  static func write(_ dataset: Dataset, to folder: TemporaryFolder) throws {
    var resources: [DataPackage.Resource] = []
    for entry in ExporterRegistry.entries {
      var exporter = entry.make(ExportOptions())
      let files = exporter.format.files
      var output = OutputBuffers(count: files.count)
      exporter.export(dataset, header: ExportHeader(dataset), to: &output)
      for (index, file) in files.enumerated() {
        try folder.write(file.path, output[index].bytes)
        resources.append(
          DataPackage.Resource(file: file, digest: FileDigest(path: file.path, contents: output[index].bytes)))
      }
    }
    for schema in EmbeddedSchemas.files { try folder.write("data/schemas/" + schema.name, schema.contents) }
    try folder.write(
      "datapackage.json", DataPackage(toolVersion: "0", created: nil, resources: resources).json())
  }
}
