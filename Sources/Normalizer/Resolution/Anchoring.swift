internal import EventModel

/// Narrows the publication dates of articles by events that other articles date: of the days on which an article may have
/// been written, those stay on which one of its events falls on the day that the other article gives for it.
enum Anchoring {
  /// Anchors every article that is not dated to the day. Only articles without such doubt are asked, so that the order does
  /// not matter.
  static func anchor(_ records: inout [ArticleRecords]) {
    guard records.contains(where: { !$0.candidates.isEmpty }) else { return }
    var anchors: [Key.Block: [(key: Key, event: LocalEvent)]] = [:]
    for record in records where record.candidates.isEmpty {
      for event in record.events where event.date?.date.precision == .day {
        let key = Key(event, record.entities)
        if key.block.named.count >= 2 { anchors[key.block, default: []].append((key, event)) }
      }
    }
    for index in records.indices where !records[index].candidates.isEmpty { anchor(&records[index], by: anchors) }
  }

  private static func anchor(_ record: inout ArticleRecords, by anchors: [Key.Block: [(key: Key, event: LocalEvent)]]) {
    var kept: Set<Int> = []
    var evidence: [Evidence] = []
    for event in record.events where !event.dates.isEmpty {
      let key = Key(event, record.entities)
      for anchor in anchors[key.block] ?? [] where key.agrees(with: anchor.key) {
        let days = event.dates.indices.filter { event.dates[$0] == anchor.event.date?.date }
        if !days.isEmpty { evidence += anchor.event.evidence.prefix(1) }
        kept.formUnion(days)
      }
    }
    let days = kept.sorted()
    guard let first = days.first, let last = days.last, days.count < record.candidates.count else { return }
    record.article.published = Publication(
      date: EDTFDate(record.candidates[first], through: record.candidates[last]), basis: .inferred,
      evidence: record.article.published.evidence
        + Set(evidence).sorted { ($0.article, $0.range.lowerBound) < ($1.article, $1.range.lowerBound) })
    for index in record.events.indices where !record.events[index].dates.isEmpty {
      let dates = Set(days.map { record.events[index].dates[$0] })
      guard dates.count == 1, let date = dates.first ?? nil else { continue }
      let bound = record.events[index].isRevealed ? date.revealed : nil
      record.events[index].date = EventDate(
        date: bound ?? date, expression: record.events[index].expression, resolvedBy: .otherArticle)
    }
  }

  /// What must agree for an event of one article to date one of another.
  private struct Key {
    /// What must be the same.
    struct Block: Hashable {
      var type: EventType
      var isDenied: Bool
      var named: Set<String>
    }

    var block: Block
    var mode: EventMode?
    var country: String?

    init(_ event: LocalEvent, _ entities: [LocalEntity]) {
      mode = event.mode
      block = Block(
        type: event.type, isDenied: event.status == .denied,
        named: Set(
          event.parts.map { entities[$0.entity] }.filter { $0.kind == .person || $0.isKnown }.map(\.key)))
      country = event.place.flatMap { entities[$0].country }
    }

    func agrees(with other: Key) -> Bool {
      EventMerging.modesAgree(mode, other.mode)
        && (country == nil || other.country == nil || country == other.country)
    }
  }
}
