/// How many records of each kind an export holds.
package struct RecordCounts: Hashable, Sendable {
  /// The number of articles.
  package var articles = 0
  /// The number of entities.
  package var entities = 0
  /// The number of events.
  package var events = 0
  /// The number of claims on all events; nil where the events do not hold them.
  package var claims: Int?
}
