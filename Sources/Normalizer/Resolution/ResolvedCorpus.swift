package import EventModel

/// A corpus whose articles have been joined: it gives the records of a data set one by one, and need not hold them.
package struct ResolvedCorpus: Sendable {
  private let corpus: Corpus
  private let resolution: EntityResolution
  /// The events in canonical order.
  private let events: [Telling]
  private let context: EventContext
  /// The entities that are referred to, in canonical order.
  package let entities: [Entity]

  /// - Parameters:
  ///   - articles: The traits of all articles.
  ///   - sources: The entities that claims refer to.
  init(
    _ corpus: Corpus, articles: [ArticleTraits], entities: EntityResolution, sources: Set<RecordID>, events: [Telling]
  ) {
    self.corpus = corpus
    resolution = entities
    context = EventContext(corpus, articles, entities.entities)
    var used = sources
    for telling in events {
      for key in telling.event.keys { used.insert(entities.id(of: key)) }
    }
    let order = events.map { (day: $0.event.firstDay, id: $0.event.id(entities)) }
    self.events = order.indices.sorted { order[$0] < order[$1] }.map { events[$0] }
    self.entities = entities.entities.filter { used.contains($0.id) }.sorted { $0.id < $1.id }
  }

  /// A folder for what does not fit into memory; nil to hold it all.
  package var folder: String? { corpus.folder }

  /// How many articles there are.
  package var articleCount: Int { corpus.count }

  /// How many events there are.
  package var eventCount: Int { events.count }

  /// An article.
  ///
  /// - Parameter number: Its place in canonical order.
  /// - Throws: What the operating system refused.
  package func article(_ number: Int) throws(Diagnostic) -> Article {
    try corpus.records(number).article
  }

  /// An event, but for the whole that it may be a part of: ``PartWhole`` knows.
  ///
  /// - Parameter number: Its place in canonical order.
  /// - Throws: What the operating system refused.
  package func event(_ number: Int) throws(Diagnostic) -> Event {
    var event = events[number].event
    for place in events[number].places {
      let records = try corpus.records(Int(place.article))
      event.add(records.events[Int(place.event)], of: records, resolution)
    }
    return event.event(resolution, context)
  }

  /// All records.
  ///
  /// - Throws: What the operating system refused.
  package func dataset() throws(Diagnostic) -> Dataset {
    var (articles, events) = ([Article](), [Event]())
    for number in 0..<articleCount { articles.append(try article(number)) }
    for number in 0..<eventCount { events.append(try event(number)) }
    let wholes = PartWhole.wholes(among: events)
    for number in events.indices { events[number].partOf = wholes[events[number].id] }
    return Dataset(articles: articles, entities: entities, events: events)
  }
}

/// What an event's record needs to know of the corpus around it.
struct EventContext: Sendable {
  /// The outlets of all articles that have one.
  let outlets: [RecordID: String]
  /// The originals of all articles that are copies.
  let originals: [RecordID: RecordID]
  /// The entities that are outlets.
  let newsrooms: Set<RecordID>
  /// The unnamed entities that speak for an office of a country: «مسؤول أميركي».
  let offices: Set<RecordID>

  fileprivate init(_ corpus: Corpus, _ articles: [ArticleTraits], _ entities: [Entity]) {
    var (outlets, originals) = ([RecordID: String](), [RecordID: RecordID]())
    for (number, article) in articles.enumerated() {
      outlets[article.id] = article.outlet
      if let original = corpus.originalIfCopy(number) { originals[article.id] = original }
    }
    self.outlets = outlets
    self.originals = originals
    newsrooms = Set(entities.filter { $0.sector == .journalism && $0.kind == .organization }.map(\.id))
    offices = Set(
      entities
        .filter { $0.masked != nil && $0.country != nil && ($0.sector == .government || $0.sector == .military) }
        .map(\.id))
  }
}
