/// All records of one export, each kind in canonical order.
public struct Dataset: Sendable, Hashable {
  /// By document id, then path, then record, then segment.
  public var articles: [Article]
  /// By id.
  public var entities: [Entity]
  /// By earliest day (unknown last), then id.
  public var events: [Event]

  /// Puts records into canonical order.
  public init(articles: [Article], entities: [Entity], events: [Event]) {
    self.articles = Self.sorted(articles, by: Self.precedes)
    self.entities = Self.sorted(entities) { $0.id < $1.id }
    self.events = Self.sorted(events, by: Self.precedes)
  }

  /// Sorts records by number: moving them would count the references that each holds.
  private static func sorted<Record>(_ records: [Record], by precedes: (Record, Record) -> Bool) -> [Record] {
    records.indices.sorted { precedes(records[$0], records[$1]) }.map { records[$0] }
  }

  /// The canonical order of articles; where paths do not tell documents apart, their digests do.
  package static func precedes(_ left: Article, _ right: Article) -> Bool {
    let (a, b) = (left.document, right.document)
    if a.id != b.id { return a.id.utf8.lexicographicallyPrecedes(b.id.utf8) }
    if a.path != b.path { return a.path.utf8.lexicographicallyPrecedes(b.path.utf8) }
    if a.record != b.record { return (a.record ?? 0) < (b.record ?? 0) }
    if left.segment != right.segment { return left.segment < right.segment }
    return a.sha256 != b.sha256 ? a.sha256.utf8.lexicographicallyPrecedes(b.sha256.utf8) : left.id < right.id
  }

  private static func precedes(_ left: Event, _ right: Event) -> Bool {
    let a = left.date?.date.earliest?.ordinal ?? (left.date == nil ? .max : .min)
    let b = right.date?.date.earliest?.ordinal ?? (right.date == nil ? .max : .min)
    return a != b ? a < b : left.id < right.id
  }
}
