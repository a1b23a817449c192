package import EventModel

/// Links counted parts to their whole: six calls and twelve others to eighteen.
package enum PartWhole {
  /// For each event that is part of another, the id of the whole: an event of the same article, type and channel with a
  /// greater count and a participant in common, where the parts together do not exceed it.
  ///
  /// - Parameter events: The events that have a count, in canonical order; others are not looked at.
  package static func wholes(among events: [Event]) -> [RecordID: RecordID] {
    var byArticle: [RecordID: [Int]] = [:]
    for (number, event) in events.enumerated() where event.count != nil {
      for article in Set(event.evidence.map(\.article)) { byArticle[article, default: []].append(number) }
    }
    var wholes: [RecordID: RecordID] = [:]
    for whole in events {
      guard let total = whole.count?.value, total > 2 else { continue }
      let near = Set(whole.evidence.flatMap { byArticle[$0.article] ?? [] }).sorted()
      let parts = near.map { events[$0] }.filter { event in
        event.id != whole.id && (event.count.map { $0.value < total } ?? false) && event.type == whole.type
          && EventMerging.modesAgree(event.mode, whole.mode) && shareParticipant(event, whole)
      }
      let sum = parts.reduce(0) { $0 + ($1.count?.value ?? 0) }
      guard sum <= total else { continue }
      for part in parts where wholes[part.id] == nil { wholes[part.id] = whole.id }
    }
    return wholes
  }

  private static func shareParticipant(_ left: Event, _ right: Event) -> Bool {
    let entities = Set(left.participants.map(\.entity.id))
    let countries = Set(left.participants.compactMap(\.entity.country))
    return right.participants.contains {
      entities.contains($0.entity.id) || $0.entity.country.map { countries.contains($0) } ?? false
    }
  }
}
