internal import EventModel

/// Narrows the publication dates of articles by events that other articles date: of the days on which an article may have
/// been written, those stay on which one of its events falls on the day that the other article gives for it.
enum Anchoring {
  /// The events that date others, by what must be the same.
  private typealias Anchors = [Key.Block: [(key: Key, event: LocalEvent)]]

  /// Anchors every article that is not dated to the day. Only articles without such doubt are asked, so that the order does
  /// not matter.
  ///
  /// - Parameter open: The numbers of the articles that have days to choose from.
  /// - Throws: What the operating system refused.
  static func anchor(_ corpus: inout Corpus, open: [Int]) throws(Diagnostic) {
    guard !open.isEmpty else { return }
    var anchors: Anchors = [:]
    for number in open {
      let records = try corpus.records(number)
      for event in records.events where !event.dates.isEmpty { anchors[Key(event, records.entities).block] = [] }
    }
    let isOpen = Set(open)
    try corpus.forEach { number, records in
      for event in records.events where event.date?.date.precision == .day && !isOpen.contains(number) {
        let key = Key(event, records.entities)
        if key.block.named.count >= 2, anchors[key.block] != nil { anchors[key.block]?.append((key, event)) }
      }
    }
    for number in open {
      let records = try corpus.records(number)
      anchor(&corpus[number], of: records, by: anchors)
    }
  }

  private static func anchor(_ finding: inout Corpus.Finding, of records: ArticleRecords, by anchors: Anchors) {
    var kept: Set<Int> = []
    var evidence: [Evidence] = []
    for event in records.events where !event.dates.isEmpty {
      let key = Key(event, records.entities)
      for anchor in anchors[key.block] ?? [] where key.agrees(with: anchor.key) {
        let days = event.dates.indices.filter { event.dates[$0] == anchor.event.date?.date }
        if !days.isEmpty { evidence += anchor.event.evidence.prefix(1) }
        kept.formUnion(days)
      }
    }
    let days = kept.sorted()
    guard let first = days.first, let last = days.last, days.count < records.candidates.count else { return }
    finding.published = Publication(
      date: EDTFDate(records.candidates[first], through: records.candidates[last]), basis: .inferred,
      evidence: records.article.published.evidence
        + Set(evidence).sorted { ($0.article, $0.range.lowerBound) < ($1.article, $1.range.lowerBound) })
    for (index, event) in records.events.enumerated() where !event.dates.isEmpty {
      let dates = Set(days.map { event.dates[$0] })
      guard dates.count == 1, let date = dates.first ?? nil else { continue }
      let bound = event.isRevealed ? date.revealed : nil
      finding.dates[index] = EventDate(
        date: bound ?? date, expression: event.expression, resolvedBy: .otherArticle)
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
