internal import ArabicText
internal import EventModel

/// Who tells of contacts and how: an outlet's informants, and those who speak of what they took part in.
extension Stances {
  /// «حصلت الشبكة على معلوماتها من مسؤولين»: the contact that an outlet told of last, where it names from whom it knows.
  func informed(by report: Report, _ events: [EventDraft]) -> Int? {
    guard report.stance == .asserts, isOutlet(report.chain[0]) else { return nil }
    return triggers[..<place(of: report.token)].last { place, event in
      events[event].type == .consult && text.sentence(of: report.token) - text.sentence(of: place) <= Self.memory
        && events[event].stances.contains { $0.chain[0].isSame(as: report.chain[0]) }
    }?.event
  }

  /// «أكد أن المباحثات تناولت الأزمة», «أشار إلى إمكانية عقد لقاء»: whether what is said begins with a noun for the event.
  func isAbout(_ report: Report, _ event: EventDraft) -> Bool {
    for token in report.content.prefix(5) {
      // «أكد في بداية اجتماعه أهمية الحوار» tells only when.
      if view.slot(token) == .in || view.slot(token) == .during { return false }
      let noun = view.knowledge.triggers.nouns.longest(in: text, at: token, limit: report.content.upperBound)
      guard !view.isVerb(token), let match = noun?.values.first else { continue }
      if view.knowledge.triggers.triggers[match.trigger].type == event.type { return true }
    }
    return false
  }

  /// «كتب النائب أن الوزير أخبره أنه التقى السفير. ونفى الوزير ذلك»: whether somebody denies himself what another person says
  /// that he has said.
  func isDisowned(_ stance: EventDraft.Stance, _ event: EventDraft) -> Bool {
    guard stance.stance == .asserts || stance.stance == .confirms, stance.chain.count > 1, isPerson(stance.chain[0]),
      let origin = stance.chain.last
    else { return false }
    return event.stances.contains { $0.stance == .denies && $0.chain.count == 1 && $0.chain[0].isSame(as: origin) }
  }
}
