internal import EventModel

/// Links counted parts to their whole: six calls and twelve others to eighteen.
enum PartWhole {
  /// Sets ``Event/partOf`` where an event of the same article, type and channel has a greater count and a participant in
  /// common, and the parts together do not exceed it.
  static func link(_ events: inout [Event]) {
    let wholes = events.indices.filter { events[$0].count.map { $0.value > 2 } ?? false }
    for whole in wholes {
      guard let total = events[whole].count?.value else { continue }
      let parts = events.indices.filter { index in
        guard index != whole, let count = events[index].count, count.value < total,
          events[index].type == events[whole].type, EventMerging.modesAgree(events[index].mode, events[whole].mode)
        else { return false }
        return shares(events[index], events[whole])
      }
      let sum = parts.reduce(0) { $0 + (events[$1].count?.value ?? 0) }
      guard !parts.isEmpty, sum <= total else { continue }
      for part in parts where events[part].partOf == nil { events[part].partOf = events[whole].id }
    }
  }

  private static func shares(_ left: Event, _ right: Event) -> Bool {
    let articles = Set(left.evidence.map(\.article))
    guard right.evidence.contains(where: { articles.contains($0.article) }) else { return false }
    let entities = Set(left.participants.map(\.entity.id))
    let countries = Set(left.participants.compactMap(\.entity.country))
    return right.participants.contains {
      entities.contains($0.entity.id) || $0.entity.country.map { countries.contains($0) } ?? false
    }
  }
}
