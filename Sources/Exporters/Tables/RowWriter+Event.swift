internal import EventModel

extension RowWriter {
  /// Writes an event's row of the flat table.
  ///
  /// - Parameter outlets: The outlets of the articles that have one.
  mutating func event(_ event: Event, outlets: [RecordID: String]) {
    id(event.id)
    days(event.date?.date)
    token(event.date?.date.precision.rawValue)
    token(event.type.rawValue)
    token(event.mode?.rawValue)
    text(event.cameo)
    token(event.status.rawValue)
    boolean(event.contested)
    integer(event.confidence)
    list(event.names { $0 == .actor || $0 == .both })
    list(event.names { $0 == .recipient })
    list(event.names { $0 == .mediator })
    list(event.names { _ in true })
    list(event.participants.map { $0.entity.nameEnglish ?? "" })
    text(event.place?.name)
    text(event.place?.nameEnglish)
    text(event.place?.country)
    integer(event.count?.value)
    token(event.count?.relation.rawValue)
    list(event.topics)
    list(event.claims.map { $0.origin ?? outlets[$0.article] ?? "" })
    list(event.claims.map(\.stance.rawValue))
    let articles = event.evidence.map(\.article).firstOccurrences { $0 }
    // By bytes: equality of strings is canonical equivalence.
    list(articles.compactMap { outlets[$0] }.firstOccurrences { Array($0.utf8) })
    text(event.evidence.first?.quote)
    list(articles.map(\.description))
    id(event.partOf)
    id(event.place?.entity)
    text(event.date?.expression)
    token(event.date?.resolvedBy.rawValue)
    integer(event.corroboration.articles)
    integer(event.corroboration.outlets)
    integer(event.corroboration.namedSources)
    integer(event.corroboration.anonymousSources)
    endRow()
  }
}

extension Event {
  /// The names of the participants with a role that is asked for, in the event's order.
  fileprivate func names(_ isWanted: (Participant.Role) -> Bool) -> [String] {
    participants.filter { isWanted($0.role) }.map(\.entity.name)
  }
}

extension Array {
  /// The elements with different keys, each where its key first stands.
  fileprivate func firstOccurrences<Key: Hashable>(_ key: (Element) -> Key) -> [Element] {
    guard count > 1 else { return self }
    var seen: Set<Key> = []
    return filter { seen.insert(key($0)).inserted }
  }
}
