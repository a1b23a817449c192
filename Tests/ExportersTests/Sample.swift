import EventModel
import Exporters

/// A small data set with a value in every field, and one with as few as there can be.
enum Sample {
  static let articleID = RecordID(.article, bits: 0xA1)
  static let personID = RecordID(.entity, bits: 0xE1)
  static let sourcesID = RecordID(.entity, bits: 0xE2)
  static let placeID = RecordID(.entity, bits: 0xE3)

  /// Every field has a value, every list one item, so that names can be compared with the description in order.
  static let full = Dataset(articles: [article], entities: [entity], events: [event])

  /// What a user might see: two articles, one without an outlet, and an event that is contested.
  static let contested = Dataset(
    articles: [article, bareArticle], entities: [entity, sources, place],
    events: [contestedEvent, bareEvent])

  static let document = DocumentInfo(
    id: "000", path: "news/000.txt", record: 3, sha256: String(repeating: "0f", count: 32), bytes: 1200,
    encoding: "utf-8", encodingBasis: .byteOrderMark, mediaType: "text/plain")

  static let article = Article(
    id: articleID,
    document: document, segment: 1, range: 0..<900, headline: "اتصال بين الوزيرين", deck: "سطر", byline: "دبي - رويترز",
    outlet: "الشرق", url: "https://asharq.example/000",
    published: Publication(date: EDTFDate("2022-11-14"), basis: .inferred, evidence: [evidence]), paragraphs: 4,
    sentences: 9, words: 150, copyOf: articleID, alsoIn: [Recurrence(document: document, segment: 2)],
    text: "نص الوثيقة", removed: [Removal(range: 20..<38, reason: .duplicateHeadline)])

  static let bareArticle = Article(
    id: RecordID(.article, bits: 0xA2),
    document: DocumentInfo(
      id: "001", path: "001.txt", record: nil, sha256: String(repeating: "ab", count: 32), bytes: 10,
      encoding: "windows-1256", mediaType: "text/plain"),
    segment: 1, range: 0..<9)

  static let entity = Entity(
    id: personID, kind: .person, name: "سيرغي لافروف", nameEnglish: "Sergey Lavrov", aliases: ["لافروف"],
    wikidata: "Q58217", country: "RUS", sector: .government, masked: Masking(reason: .onRequest, count: 1))

  static let sources = Entity(
    id: sourcesID, kind: .group, name: "مصدران مطلعان", masked: Masking(reason: .unnamed, count: 2))

  static let place = Entity(id: placeID, kind: .place, name: "أنقرة", nameEnglish: "Ankara", country: "TUR")

  static let evidence = Evidence(article: articleID, range: 40..<58, quote: "أجرى اتصالاً أمس")

  static let date = EventDate(
    date: EDTFDate(year: 2022, month: 11), expression: "الشهر الجاري", resolvedBy: .relative)

  static let event = Event(
    id: RecordID(.event, bits: 0xF1), type: .consult, mode: .phone, cameo: "041", status: .alleged, contested: true,
    confidence: 73,
    partOf: RecordID(.event, bits: 0xF1), date: date,
    place: EventPlace(entity: personID, name: "أنقرة", nameEnglish: "Ankara", country: "TUR"),
    count: EventCount(value: 5, relation: .atLeast),
    participants: [Participant(entity: entity, role: .both, surface: ["لافروف"])], topics: ["أوكرانيا"],
    claims: [
      Claim(
        id: RecordID(.claim, bits: 0xC1), article: articleID,
        chain: [.init(name: "الشرق", nameEnglish: "Asharq", entity: personID, named: true, verb: "ذكرت")],
        stance: .confirms, scope: .occurrence, speech: .direct, date: date, evidence: evidence)
    ],
    evidence: [evidence],
    corroboration: Corroboration(articles: 1, outlets: 1, namedSources: 1, anonymousSources: 2))

  static let contestedEvent = Event(
    id: RecordID(.event, bits: 0xF2), type: .consult, mode: .talks, cameo: "046", status: .alleged, contested: true,
    confidence: 41,
    date: EventDate(date: EDTFDate("2022-02-24/..") ?? EDTFDate(year: 2022), expression: nil, resolvedBy: .knownEvent),
    place: EventPlace(entity: placeID, name: "أنقرة", nameEnglish: "Ankara", country: "TUR"),
    participants: [
      Participant(entity: entity, role: .actor, surface: ["لافروف", "الوزير"]),
      Participant(entity: sources, role: .mediator, surface: []),
    ],
    claims: [
      Claim(
        id: RecordID(.claim, bits: 0xC2), article: articleID,
        chain: [
          .init(name: "CNN", named: true, verb: "نقلت"),
          .init(name: "مصدران مطلعان", entity: sourcesID, named: false),
        ], stance: .asserts, scope: .occurrence, speech: .indirect, evidence: evidence),
      Claim(
        id: RecordID(.claim, bits: 0xC3), article: articleID, chain: [], stance: .denies, scope: .occurrence,
        speech: .indirect, evidence: evidence),
    ],
    evidence: [
      evidence,
      Evidence(article: bareArticle.id, range: 1..<5, quote: "لقاء"),
      Evidence(article: articleID, range: 70..<74, quote: "قال "),
    ], corroboration: Corroboration(articles: 2, outlets: 1, anonymousSources: 1))

  static let bareEvent = Event(
    id: RecordID(.event, bits: 0xF3), type: .agree, mode: nil, cameo: "030", status: .planned)

  /// Texts that have broken other people's files.
  static let hostileTexts = [
    "\"", "\"\"", "a\"b", "\r\n", "a\rb\nc\td", "a,b;c", "\u{2028}\u{2029}\u{85}", "\u{B}\u{0}\u{1F}\u{7F}", "]]>",
    "<a b='c'>&amp;", "\u{202E}قلب\u{202C}", "👩‍👩‍👧🇸🇦", "\u{FFFE}\u{FFFF}\u{FEFF}", "=1+2", "'=1+2", "''@x", "\u{200F} -5",
    "\u{FF1D}sum", "\t", "a | b", "a\\|b\\", " ", "آ", "آ", "-->", "<![CDATA[", "𐀀\u{10FFFF}",
  ]

  /// A data set whose every text is `text`.
  static func hostile(_ text: String) -> Dataset {
    var article = article
    article.document.id = text
    article.document.path = text
    article.headline = text
    article.deck = text
    article.byline = text
    article.outlet = text
    article.url = text
    article.alsoIn = [Recurrence(document: article.document, segment: 1)]
    article.text = text
    var entity = entity
    entity.name = text
    entity.nameEnglish = text
    entity.aliases = [text, text]
    var evidence = evidence
    evidence.quote = text
    article.published.evidence = [evidence]
    var event = event
    event.date?.expression = text
    event.place?.name = text
    event.place?.nameEnglish = text
    event.participants = [Participant(entity: entity, role: .actor, surface: [text, text])]
    event.topics = [text, "b", text]
    event.evidence = [evidence]
    for index in event.claims.indices {
      event.claims[index].evidence = evidence
      event.claims[index].chain = [
        .init(name: text, nameEnglish: text, named: true, verb: text), .init(name: text, named: false),
      ]
    }
    return Dataset(articles: [article], entities: [entity], events: [event])
  }

  /// The files of a format, by path.
  static func export(_ dataset: Dataset, with exporter: any Exporter) -> [String: String] {
    var exporter = exporter
    var output = OutputBuffers(count: exporter.format.files.count)
    exporter.export(dataset, header: ExportHeader(dataset), to: &output)
    var files: [String: String] = [:]
    for index in output.indices {
      files[exporter.format.files[index].path] = String(decoding: output[index].bytes, as: UTF8.self)
    }
    return files
  }
}
