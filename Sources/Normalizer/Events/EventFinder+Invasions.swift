internal import ArabicText
internal import EventModel

/// Invasions that a time is counted from.
extension EventFinder {
  /// «منذ الغزو الروسي لأوكرانيا», «بعد غزو العراق»: the invasion that an expression of time names is told of too, where the
  /// tables know whose it was and the article names both states.
  func invasion(at token: Int, _ noun: PhraseTrie<TriggerTable.Noun>.Match) -> EventDraft? {
    guard view.isTime[token],
      let value = noun.values.first(where: { knowledge.triggers.triggers[$0.trigger].type == .assault }),
      let time = times.first(where: { $0.mention.tokens.contains(token) }), let name = time.mention.meaning.knownEvent
    else { return nil }
    let candidates = knowledge.times.knownEvents.candidates(name, at: token, in: text)
    guard candidates.count == 1, let event = candidates.first, event.isWar, let parties = event.parties,
      let invader = state(parties.invader), let invaded = state(parties.invaded)
    else { return nil }
    let trigger = knowledge.triggers.triggers[value.trigger]
    // The table has its first day, and an invasion takes longer.
    let month = event.date.earliest.map { EDTFDate(year: $0.year, month: $0.month) }
    return EventDraft(
      type: trigger.type, mode: trigger.mode, cameo: trigger.cameo, status: .occurred,
      parts: [.init(entity: invader, role: .actor), .init(entity: invaded, role: .recipient)],
      date: EventDate(
        date: month ?? event.date, expression: text.text[time.mention.bytes], resolvedBy: .knownEvent),
      evidence: [evidence(token..<noun.end, nil)], triggers: [token], rules: [trigger.id])
  }

  /// The state that an ISO code means, where the article names it.
  private func state(_ code: String) -> Int? {
    drafts.drafts.firstIndex { $0.kind == .country && $0.country == code }
  }
}

extension TimeMeaning {
  /// The name of the known event that a time is, begins, ends or follows.
  fileprivate var knownEvent: Int? {
    switch self {
    case .event(let name, days: 0): name
    case .since(let inner), .until(let inner), .before(let inner), .after(let inner), .edge(_, let inner),
      .about(let inner):
      inner.knownEvent
    default: nil
    }
  }
}
