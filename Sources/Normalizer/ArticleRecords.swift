package import EventModel

/// What one article gives: its record, its entities and events, not yet joined with those of other articles.
///
/// Resolution reduces these; they hold no text but quotations, so that a corpus of any size can be mapped first, on one
/// machine or on many.
package struct ArticleRecords: Sendable, Hashable {
  /// The article.
  package var article: Article
  /// The entities by number; events refer to them.
  package var entities: [LocalEntity]
  /// The events.
  package var events: [LocalEvent]
  /// What tells whether another article is a copy.
  package var sketch: ShingleSketch
  /// What tells which other articles are of its time.
  package var pairs: WordPairs
  /// Its headline or first words, by which it is named as evidence.
  package var opening: Evidence?
  /// The days between which it was published by its own words, however far apart, where they say anything.
  package var bounds: ClosedRange<CivilDay>?
  /// Whether a news agency published it.
  package var isFromAgency: Bool
  /// The days on which the article may have been published, where that is not certain but narrow.
  package var candidates: [CivilDay]
  /// The triggers that gave no event.
  package var rejected: [LocalRejection]

  /// How many events the article tells of.
  package var eventCount: Int { events.count }

  /// About how many bytes of memory it takes.
  package var footprint: Int {
    func size(_ texts: [String]) -> Int { texts.reduce(0) { $0 + 32 + $1.utf8.count } }
    let names = entities.reduce(0) { $0 + 256 + $1.key.utf8.count + $1.name.utf8.count + size($1.surfaces) }
    let told = events.reduce(0) { sum, event in
      let quotes = event.evidence.reduce(0) { $0 + 64 + $1.quote.utf8.count }
      let claims = event.claims.reduce(0) { $0 + 256 + 128 * $1.chain.count + $1.evidence.quote.utf8.count }
      return sum + 512 + quotes + claims + size(event.topics) + size(event.rules)
    }
    let text = (article.text?.utf8.count ?? 0) + 64 * article.removed.count
    return 1024 + 4 * (sketch.hashes.count + pairs.hashes.count) + names + told + text + 64 * rejected.count
  }

  /// Makes the records of an article.
  package init(
    article: Article, entities: [LocalEntity] = [], events: [LocalEvent] = [], sketch: ShingleSketch, pairs: WordPairs,
    opening: Evidence? = nil, bounds: ClosedRange<CivilDay>? = nil, isFromAgency: Bool = false,
    candidates: [CivilDay] = [], rejected: [LocalRejection] = []
  ) {
    self.article = article
    self.entities = entities
    self.events = events
    self.sketch = sketch
    self.pairs = pairs
    self.opening = opening
    self.bounds = bounds
    self.isFromAgency = isFromAgency
    self.candidates = candidates
    self.rejected = rejected
  }
}

/// A trigger that gave no event.
package struct LocalRejection: Sendable, Hashable {
  /// Where it stands, in code points.
  package var range: Range<Int>
  /// The row that found it.
  package var rule: String
  /// The type of the event that it would have been.
  package var type: EventType
  /// The code of the reason.
  package var reason: String

  /// Makes a rejection.
  package init(range: Range<Int>, rule: String, type: EventType, reason: String) {
    self.range = range
    self.rule = rule
    self.type = type
    self.reason = reason
  }
}
