package import EventModel
internal import Exporters

/// How many records of each kind a data set has.
package struct DatasetCounts: Sendable, Hashable {
  /// The number of articles.
  package var articles = 0
  /// The number of entities.
  package var entities = 0
  /// The number of events of each type that has any.
  package private(set) var types: [EventType: Int] = [:]
  /// How many events one claim asserts and another denies.
  package private(set) var contested = 0
  /// How many events have no date.
  package private(set) var undated = 0
  /// The number of claims.
  package private(set) var claims = 0

  /// Counts nothing yet.
  init() {}

  /// Counts the records of a data set.
  package init(_ dataset: Dataset) {
    (articles, entities) = (dataset.articles.count, dataset.entities.count)
    for event in dataset.events { add(event) }
  }

  /// Counts an event.
  mutating func add(_ event: Event) {
    types[event.type, default: 0] += 1
    contested += event.contested ? 1 : 0
    undated += event.date == nil ? 1 : 0
    claims += event.claims.count
  }

  /// The number of events.
  package var events: Int { types.values.reduce(0, +) }

  /// What exporters are told before the first record.
  var header: ExportHeader { ExportHeader(articles: articles, entities: entities, events: events) }
}
