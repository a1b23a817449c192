internal import ArabicText
internal import EventModel

/// Joins reports with the events that they speak of.
struct Stances {
  private let text: TokenizedText
  private let drafts: EntityDrafts
  /// The triggers of all events in the order of the text, each with its event.
  private var triggers: [(token: Int, event: Int)] = []
  /// The event that the article speaks of most.
  private var main: Int?
  /// No report speaks of what was told more sentences before.
  private static let memory = 6

  private init(_ events: [EventDraft], _ text: TokenizedText, _ drafts: EntityDrafts) {
    self.text = text
    self.drafts = drafts
    for (index, event) in events.enumerated() { triggers += event.triggers.map { ($0, index) } }
    var most = 0
    for (index, event) in events.enumerated() where event.triggers.count > most {
      most = event.triggers.count
      main = index
    }
    triggers.sort { ($0.token, $0.event) < ($1.token, $1.event) }
  }

  /// The events with the stance of every report whose content holds one of their triggers, or that refers to them.
  static func attach(
    _ reports: [Report], to events: [EventDraft], _ text: TokenizedText, _ drafts: EntityDrafts
  ) -> [EventDraft] {
    var events = events
    let stances = Stances(events, text, drafts)
    for report in reports {
      for index in stances.events(of: report) { stances.add(report, to: &events[index]) }
    }
    for index in events.indices { stances.finish(&events[index]) }
    return events
  }

  /// The numbers of the events that a report speaks of, each once.
  private func events(of report: Report) -> [Int] {
    var result: [Int] = []
    var place = place(of: report.content.lowerBound)
    while place < triggers.count, triggers[place].token < report.content.upperBound {
      if !result.contains(triggers[place].event) { result.append(triggers[place].event) }
      place += 1
    }
    guard result.isEmpty, report.refersBack else { return result }
    // Who does not comment declines what the article is about.
    if report.stance == .declines, let main { return [main] }
    let last = self.place(of: report.token) - 1
    guard last >= 0 else { return [] }
    let distance = text.sentence(of: report.token) - text.sentence(of: triggers[last].token)
    return distance <= Self.memory ? [triggers[last].event] : []
  }

  /// The place of the first trigger at or after a token.
  private func place(of token: Int) -> Int {
    var low = 0
    var high = triggers.count
    while low < high {
      let middle = (low + high) / 2
      if triggers[middle].token < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func add(_ report: Report, to event: inout EventDraft) {
    guard let origin = report.chain.last else { return }
    // A source's own act needs no claim by itself.
    let isOwn = event.parts.contains { $0.entity == origin.entity }
    if report.stance == .asserts, isOwn, event.parts.count == 1 || !report.isClause { return }
    if report.stance == .confirms, isOwn, !report.isClause, event.type != .consult { return }
    var stance = report.stance
    // An outlet passes on; it is no party that could confirm.
    if stance == .confirms, isOutlet(origin) { stance = .asserts }
    // Who says that it did not happen denies it, in whatever words.
    if event.status == .denied, stance == .asserts || stance == .confirms { stance = .denies }
    let isKnown = event.stances.contains { known in
      known.stance == stance && (known.chain.last?.isSame(as: origin) ?? false)
    }
    if isKnown { return }
    event.stances.append(
      EventDraft.Stance(
        chain: report.chain, stance: stance, scope: report.scope, speech: report.speech, evidence: report.evidence))
  }

  private func isOutlet(_ source: Report.Source) -> Bool {
    source.entity.map { drafts[$0].sector == .journalism && drafts[$0].kind == .organization } ?? false
  }

  /// Who took part, or speaks for those who did, confirms what others report too.
  private func finish(_ event: inout EventDraft) {
    if event.type == .consult, event.status != .planned, event.status != .requested {
      for index in event.stances.indices where event.stances[index].stance == .asserts {
        guard let origin = event.stances[index].chain.last, speaksFor(origin, event),
          event.stances.contains(where: { other in
            (other.stance == .asserts || other.stance == .confirms)
              && other.chain.first.map { !$0.isSame(as: origin) } ?? false
              && !other.chain.contains { $0.isSame(as: origin) }
          })
        else { continue }
        event.stances[index].stance = .confirms
      }
    }
    let stances = event.stances.map(\.stance)
    if !stances.isEmpty, stances.allSatisfy({ $0 == .denies }), event.status == .occurred { event.status = .denied }
  }

  /// Whether a named source is a participant or an office of a participant's country.
  private func speaksFor(_ source: Report.Source, _ event: EventDraft) -> Bool {
    guard let entity = source.entity, source.named, !isOutlet(source) else { return false }
    let draft = drafts[entity]
    return event.parts.contains { part in
      part.entity == entity || draft.country != nil && drafts[part.entity].country == draft.country
    }
  }
}
