internal import EventModel

/// Where an event stands before it is joined with others.
struct LocalEventPlace: Hashable, Sendable {
  /// The number of the article in its corpus.
  var article: Int32
  /// The number of the event in the article.
  var event: Int32
}

/// An event as far as it is told apart from others, and what tells of it.
struct Telling: Sendable {
  /// What is known of the event.
  private(set) var event: EventAssembly
  /// Where it is told, in the order in which the tellings were joined.
  private(set) var places: [LocalEventPlace]

  /// Begins with an event of an article.
  init(_ place: LocalEventPlace, of records: ArticleRecords, _ entities: EntityResolution) {
    event = EventAssembly(records.events[Int(place.event)], of: records, entities)
    places = [place]
  }

  /// Takes in another telling.
  mutating func absorb(_ other: Self) {
    event.absorb(other.event)
    places += other.places
  }
}
