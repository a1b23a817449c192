internal import ArabicText
internal import EventModel

/// Joins reports with the events that they speak of.
enum Stances {
  /// The event with the stance of every report whose content holds one of its triggers.
  static func attach(_ reports: [Report], to event: EventDraft, _ text: TokenizedText) -> EventDraft {
    var event = event
    for report in reports where event.triggers.contains(where: { report.content.contains($0) }) {
      // A source's own act needs no claim by itself.
      let origin = report.chain.last?.entity
      if report.stance == .asserts, event.parts.count == 1, event.parts.first?.entity == origin { continue }
      // Who says that it did not happen denies it, in whatever words.
      let affirms = report.stance == .asserts || report.stance == .confirms
      let stance = EventDraft.Stance(
        chain: report.chain, stance: event.status == .denied && affirms ? .denies : report.stance, scope: report.scope,
        speech: report.speech,
        evidence: report.evidence)
      let isKnown = event.stances.contains {
        $0.stance == stance.stance && $0.chain.map(\.entity) == stance.chain.map(\.entity)
      }
      if !isKnown { event.stances.append(stance) }
    }
    let stances = event.stances.map(\.stance)
    if !stances.isEmpty, stances.allSatisfy({ $0 == .denies }), event.status == .occurred { event.status = .denied }
    return event
  }
}
