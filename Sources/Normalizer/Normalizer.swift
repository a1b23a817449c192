internal import ArabicText
package import EventModel
package import Lexicon

/// Turns articles into records: who did what to whom, when, where, and who says so.
///
/// The steps follow the folders: times, actors, attribution, events; ``Resolution`` joins what several articles tell.
package struct Normalizer: Sendable {
  let knowledge: Knowledge
  /// More days than this are not tried one by one.
  private static let mostCandidates = 31

  /// Takes the tables as they were compiled when the program was built, or compiles them where a user added rows.
  ///
  /// - Parameter images: What ``images`` were for the program's own tables; nil to compile them.
  /// - Throws: A diagnostic with file and line where a row of a table cannot be understood.
  package init(lexicon: Lexicon, images: TableImages<StaticString>?) throws(Diagnostic) {
    if let images, lexicon.isBundled {
      knowledge = Knowledge(images: images, lexicon: lexicon)
    } else {
      knowledge = try Knowledge(lexicon: lexicon)
    }
  }

  /// The compiled tables as text, to be part of a program.
  package var images: TableImages<String> {
    let images = knowledge.images
    return TableImages(
      actors: ImageDigits.text(of: images.actors), grammar: ImageDigits.text(of: images.grammar))
  }

  /// The records of every article in a document, in order.
  ///
  /// - Parameter withText: Whether the articles carry the text of their document.
  package func normalize(_ document: SourceDocument, withText: Bool = false) -> [ArticleRecords] {
    document.articles.map { records($0, document, withText: withText) }
  }

  private func records(_ layout: ArticleLayout, _ document: SourceDocument, withText: Bool) -> ArticleRecords {
    let reading = reading(layout, document, withText: withText)
    return ArticleRecords(
      article: reading.article, entities: reading.drafts.entities(of: reading.article.id),
      events: reading.events.map { local($0, document.text, reading) },
      sketch: ShingleSketch(reading.text, blocks: layout.blocks),
      pairs: WordPairs(reading.text, blocks: layout.blocks, words: knowledge.words),
      opening: layout.blocks.first.map { block in
        Evidence(
          article: reading.article.id, range: document.text.codePoints(block.range), quote: document.text[block.range])
      },
      bounds: reading.bounds,
      isFromAgency: reading.article.outlet.map(knowledge.agencies.contain) ?? false, candidates: reading.candidates,
      rejected: reading.rejected.map { rejected in
        LocalRejection(
          range: document.text.codePoints(rejected.range), rule: rejected.rule, type: rejected.type,
          reason: rejected.reason.rawValue)
      })
  }

  /// Everything that the steps find in an article.
  func reading(_ layout: ArticleLayout, _ document: SourceDocument, withText: Bool) -> ArticleReading {
    let text = knowledge.tokenizer.tokenize(document.text, blocks: layout.blocks)
    var article = article(layout, document, text, withText: withText)
    let tagged = knowledge.times.tag(text)
    var isTime = Array(repeating: false, count: text.tokens.count)
    for mention in tagged where mention.isTemporal { for token in mention.tokens { isTime[token] = true } }
    var scanner = MentionScanner(knowledge: knowledge, text: text, blocked: isTime)
    scanner.scan()
    let inference = published(layout, tagged, scanner, text, article.id)
    article.published = inference.publication
    let times = knowledge.timeResolver.resolve(tagged, in: text, published: article.published.date)
    let day = article.published.date?.latest
    let alternatives = knowledge.timeResolver.dates(tagged, in: text, published: inference.candidates)
    let waiting = Set(
      times.indices.filter { index in
        times[index].date == nil && alternatives.contains { $0[index] != nil }
      })
    var coreference = Coreference(
      knowledge: knowledge, published: day, home: layout.outlet.flatMap { knowledge.actors.home(of: $0) },
      drafts: scanner.drafts, mentions: scanner.mentions)
    coreference.resolve(in: text, anaphors: scanner.anaphors)
    var drafts = coreference.drafts
    for index in drafts.indices where drafts[index].kind == .person && !drafts[index].isFeminine {
      drafts[index].isFeminine = knowledge.actors.variants.isWoman(drafts[index].name)
    }
    let government = governments(&drafts)
    let view = SyntaxView(knowledge: knowledge, text: text, mentions: coreference.mentions, isTime: isTime)
    let subjects = SubjectFinder(view: view, drafts: drafts)
    let reports = ReportFinder.find(view: view, subjects: subjects, drafts: drafts)
    for source in reports.flatMap(\.chain) where source.isOnRequest {
      if let entity = source.entity, drafts[entity].masked != nil { drafts[entity].masked?.reason = .onRequest }
    }
    var finder = EventFinder(
      view: view, subjects: subjects, drafts: drafts, government: government,
      times: times, waiting: waiting, published: article.published.date)
    finder.read { layout.blocks[text.sentences[$0].block].kind == .headline }
    let merged = EventMerging.merge(finder.events, drafts, published: day)
    finder.reject(merged.leftOver, .nothingAttended)
    finder.reject(merged.oneSided, .missingParticipant)
    let events = Stances.attach(reports, to: merged.events, rejected: finder.rejected, view, drafts)
    return ArticleReading(
      article: article, text: text, times: times, candidates: inference.candidates, bounds: inference.bounds,
      alternatives: alternatives,
      mentions: coreference.mentions, drafts: drafts, reports: reports,
      events: events, rejected: finder.rejected)
  }

  // MARK: - The article

  private func article(
    _ layout: ArticleLayout, _ document: SourceDocument, _ text: TokenizedText, withText: Bool
  ) -> Article {
    func first(_ kind: ArticleLayout.Block.Kind) -> String? {
      layout.blocks.first { $0.kind == kind }.map { document.text[$0.range] }
    }
    let isBody = layout.blocks.map { $0.kind == .paragraph || $0.kind == .subhead }
    let body = text.sentences.filter { isBody[$0.block] }
    return Article(
      id: ArticleIdentity.id(layout, text), document: document.info,
      segment: layout.segment, range: document.text.codePoints(layout.range), headline: first(.headline),
      deck: first(.deck), byline: first(.byline), outlet: layout.outlet, url: layout.url, published: layout.published,
      paragraphs: layout.blocks.count { $0.kind == .paragraph }, sentences: body.count,
      words: body.reduce(0) { $0 + text.tokens[$1.tokens].count { $0.kind != .punctuation } },
      text: withText ? document.text[0..<document.text.bytes.count] : nil,
      removed: layout.removed.map { Removal(range: document.text.codePoints($0.range), reason: $0.reason) })
  }

  /// The date that the reader found, else the one that the article's own words and captions allow.
  private func published(
    _ layout: ArticleLayout, _ times: [TimeMention], _ scanner: borrowing MentionScanner, _ text: TokenizedText,
    _ id: RecordID
  ) -> (publication: Publication, candidates: [CivilDay], bounds: ClosedRange<CivilDay>?) {
    if layout.published.date != nil { return (layout.published, [], nil) }
    var passages = [PublicationDate.Passage(text: text, mentions: times)]
    for caption in layout.removed where caption.reason == .caption {
      let words = knowledge.tokenizer.tokenize(text.text, blocks: [.init(kind: .paragraph, range: caption.range)])
      passages.append(.init(text: words, mentions: knowledge.times.tag(words), isCaption: true))
    }
    let offices = HeldOffices(knowledge: knowledge, text: text, drafts: scanner.drafts)
    let inference = knowledge.publicationDate.infer(passages, terms: offices.clues(scanner.mentions))
    guard let date = inference.date else { return (.unknown, [], inference.bounds) }
    let publication = Publication(
      date: date, basis: .inferred,
      evidence: inference.evidence.map {
        Evidence(article: id, range: text.text.codePoints($0), quote: text.text[$0])
      })
    let isNarrow = (2...Self.mostCandidates).contains(inference.candidates.count)
    return (publication, isNarrow ? inference.candidates : [], inference.bounds)
  }

  /// The government that each capital stands for, as an entity of the article.
  private func governments(_ drafts: inout EntityDrafts) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for entity in drafts.indices {
      guard let known = drafts[entity].known, let country = knowledge.actors.known[known].standsFor,
        drafts[entity].kind == .place, let index = knowledge.actors.index(ofCountry: country)
      else { continue }
      let government = drafts.intern(known: index, knowledge)
      for surface in drafts[entity].surfaces { drafts[government].add(surface: surface) }
      result[entity] = government
    }
    return result
  }

  // MARK: - Quotations

  /// The date for each of the article's candidate days, where an event's own date waits for it.
  private func dates(of draft: EventDraft, in reading: ArticleReading) -> [EDTFDate?] {
    guard draft.date == nil, let waiting = draft.waiting else { return [] }
    return reading.alternatives.map { draft.isBeforehand ? $0[waiting]?.until : $0[waiting] }
  }

  private func local(_ draft: EventDraft, _ text: SourceText, _ reading: ArticleReading) -> LocalEvent {
    func evidence(_ range: Range<Int>) -> Evidence {
      Evidence(article: reading.article.id, range: text.codePoints(range), quote: text[range])
    }
    return LocalEvent(
      type: draft.type, mode: draft.mode, cameo: draft.cameo, status: draft.status,
      parts: draft.parts.map { .init(entity: $0.entity, role: $0.role) }, place: draft.place, date: draft.date,
      dates: dates(of: draft, in: reading),
      expression: draft.waiting.map { text[reading.times[$0].mention.bytes] }, isRevealed: draft.isRevealed,
      count: draft.count, topics: draft.topics, rules: draft.rules, isSeries: draft.isSeries,
      evidence: draft.evidence.map(evidence),
      claims: draft.stances.map {
        LocalClaim(
          chain: $0.chain.map { .init(name: $0.name, entity: $0.entity, named: $0.named, verb: $0.verb) },
          stance: $0.stance, scope: $0.scope, speech: $0.speech, evidence: evidence($0.evidence))
      })
  }
}
