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
    left.document.isBefore(right.document, segments: (left.segment, right.segment)) ?? (left.id < right.id)
  }

  private static func precedes(_ left: Event, _ right: Event) -> Bool {
    let a = left.date?.date.earliest?.ordinal ?? (left.date == nil ? .max : .min)
    let b = right.date?.date.earliest?.ordinal ?? (right.date == nil ? .max : .min)
    return a != b ? a < b : left.id < right.id
  }
}

extension Recurrence {
  /// The place of an article.
  package init(_ article: Article) {
    self.init(document: article.document, segment: article.segment)
  }

  /// The canonical order of the places where articles are met.
  package func precedes(_ other: Self) -> Bool {
    document.isBefore(other.document, segments: (segment, other.segment)) ?? false
  }
}

extension DocumentInfo {
  /// Whether an article of this document comes before one of another; nil where they are in one place.
  fileprivate func isBefore(_ other: Self, segments: (Int, Int)) -> Bool? {
    if id != other.id { return id.utf8.lexicographicallyPrecedes(other.id.utf8) }
    if path != other.path { return path.utf8.lexicographicallyPrecedes(other.path.utf8) }
    if record != other.record { return (record ?? 0) < (other.record ?? 0) }
    if segments.0 != segments.1 { return segments.0 < segments.1 }
    return sha256 == other.sha256 ? nil : sha256.utf8.lexicographicallyPrecedes(other.sha256.utf8)
  }
}
