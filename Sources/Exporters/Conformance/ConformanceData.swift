public import EventModel

/// Data sets for whoever writes an exporter to try it on. They are the same in every run.
public enum ConformanceData {
  /// Three articles, entities and events, in which every field has a value once and has none once where it may.
  public static let small = dataset(texts: ["اتصل الوزير بنظيره", "بحث معه، أمس؛ الملف", "قال: \"لا\""])

  /// Nothing: a header and an end.
  public static let empty = Dataset(articles: [], entities: [], events: [])

  /// A record of each kind for each of ``hostileTexts``, whose every text it is.
  public static let hostile = dataset(texts: hostileTexts)

  /// As many events as asked for, an article for every eight of them, and texts of many lengths: a few are longer than a
  /// spreadsheet's cell holds.
  public static func large(events: Int) -> Dataset {
    let words = ["بحث", "الوزيران", "في", "اتصال", "هاتفي", "العلاقات", "بين", "البلدين،", "والأوضاع", "في", "المنطقة"]
    return dataset(
      texts: (0..<events).map { number in
        let length = number % 1000 == 999 ? 5000 : 1 + number % 40
        return (0..<length).map { words[(number + $0) % words.count] }.joined(separator: " ")
      }, eventsOfArticle: 8)
  }

  /// Texts that have broken other people's files.
  public static let hostileTexts = [
    // Quotation, separators and line ends.
    "", " ", "\"", "\"\"", "a\"b", "'", "\\", "a\\|b\\", "a | b", "a,b;c\td", "\r\n", "a\rb\nc", "\t",
    "\u{2028}\u{2029}\u{85}",
    // Markup and escapes.
    "<a b='c'>&amp;", "]]>", "<![CDATA[", "-->", "&#0;", "%00%s%n", "${HOME}`id`$(id)", "{\"a\": NaN}",
    "\\u0000\\ud800",
    // Formulas.
    "=1+2", "+1", "-1", "@SUM(A1)", "'=1+2", "''@x", "\u{200F} -5", "\u{FF1D}sum", "\u{A0}=1", "\u{FE0F}=1",
    // Controls, non-characters and characters that are not seen.
    "\u{0}", "\u{B}\u{1F}\u{7F}", "\u{1B}[31m", "\u{FFFE}\u{FFFF}\u{FEFF}", "\u{FEFF}", "\u{202E}قلب\u{202C}", "\u{AD}",
    // Arabic, and what is the same to Swift and not in bytes.
    "آ", "\u{627}\u{653}", "ﷺ", "لَا", "٠١٢٣٤٥٦٧٨٩", "ـــ", "é", "e\u{301}",
    // Beyond 16 bits, and many code points for one sign.
    "👩‍👩‍👧🇸🇦", "𐀀\u{10FFFF}", "a" + String(repeating: "\u{301}", count: 300),
    // What takes a value for another.
    "null", "NaN", "true", "00123", "1e400", "12345678901234567890", "2022-02-30", "evt-0000000000000001",
    // Longer than a cell.
    String(repeating: "ق", count: 40_000), String(repeating: "\n", count: 300),
  ]

  // MARK: - Records

  /// Records whose texts are given, numbered so that some have every value and some as few as there can be.
  private static func dataset(texts: [String], eventsOfArticle: Int = 1) -> Dataset {
    var dataset = empty
    for (number, text) in texts.enumerated() {
      let (article, position) = (number / eventsOfArticle, number % eventsOfArticle)
      let isBare = number % 3 == 1
      if position == 0 { dataset.articles.append(self.article(article, text, isBare: isBare)) }
      let entity = self.entity(number, text, isBare: isBare)
      dataset.entities.append(entity)
      dataset.events.append(event(number, text, isBare: isBare, entity: entity, article: article, position: position))
    }
    return Dataset(articles: dataset.articles, entities: dataset.entities, events: dataset.events)
  }

  private static func article(_ number: Int, _ text: String, isBare: Bool) -> Article {
    let document = DocumentInfo(
      id: isBare ? "d\(number)" : text, path: "news/\(number).txt", record: isBare ? nil : number + 1,
      sha256: String(repeating: "0f", count: 32), bytes: 1000 + number, encoding: "utf-8", mediaType: "text/plain")
    let id = RecordID(.article, bits: UInt64(number) + 1)
    let range = 0..<4000
    guard !isBare else { return Article(id: id, document: document, segment: 1, range: range) }
    return Article(
      id: id, document: document, segment: 1, range: range, headline: text, deck: text, byline: text, outlet: text,
      url: text,
      published: Publication(
        date: EDTFDate("2022-11-14"), basis: .inferred, evidence: [Evidence(article: id, range: 4..<9, quote: text)]),
      paragraphs: 4, sentences: 9, words: 150, copyOf: id, alsoIn: [Recurrence(document: document, segment: 2)],
      text: text, removed: [Removal(range: 20..<38, reason: .caption)])
  }

  private static func entity(_ number: Int, _ text: String, isBare: Bool) -> Entity {
    let id = RecordID(.entity, bits: UInt64(number) + 1)
    guard !isBare else { return Entity(id: id, kind: .group, name: text) }
    return Entity(
      id: id, kind: .person, name: text, nameEnglish: text, aliases: [text, "b", text], wikidata: "Q1", country: "SAU",
      sector: .government, masked: Masking(reason: .unnamed, count: 2))
  }

  private static func event(
    _ number: Int, _ text: String, isBare: Bool, entity: Entity, article: Int, position: Int
  ) -> Event {
    let id = RecordID(.event, bits: UInt64(number) + 1)
    let article = RecordID(.article, bits: UInt64(article) + 1)
    let evidence = Evidence(article: article, range: position * 400..<position * 400 + 90, quote: text)
    let claim = Claim(
      id: RecordID(.claim, bits: UInt64(number) + 1), article: article,
      chain: [
        Claim.Link(name: text, nameEnglish: text, entity: entity.id, named: true, verb: text),
        Claim.Link(name: text, named: false),
      ], stance: .asserts, scope: .occurrence, speech: .direct, evidence: evidence)
    guard !isBare else {
      return Event(
        id: id, type: .agree, mode: nil, cameo: "030", status: .planned,
        participants: [Participant(entity: entity, role: .both, surface: [])], evidence: [evidence])
    }
    let date = EventDate(
      date: EDTFDate(year: 2000 + number % 20, month: 1 + number % 12), expression: text, resolvedBy: .relative)
    return Event(
      id: id, type: .consult, mode: .phone, cameo: "041", status: .alleged, contested: true, confidence: number % 101,
      partOf: RecordID(.event, bits: 1), date: date,
      place: EventPlace(entity: entity.id, name: text, nameEnglish: text, country: "SAU"),
      count: EventCount(value: number + 2, relation: .atLeast),
      participants: [Participant(entity: entity, role: .actor, surface: [text, text])], topics: [text, "b", text],
      claims: [claim], evidence: [evidence],
      corroboration: Corroboration(articles: 1, outlets: 1, namedSources: 1, anonymousSources: 2))
  }
}
