internal import ArabicText
internal import EventModel

/// Who acts on the public stage, and what is told of others.
extension EventFinder {
  /// Whether those take part whom news of politics are about: in an event of one who acts, he; else anybody.
  func isPublic(_ parts: [EventDraft.Part], _ trigger: TriggerTable.Trigger) -> Bool {
    if trigger.type == .protest { return true }
    if trigger.type == .consult {
      // «حوار مع الغربيين»: a crowd alone meets nobody.
      // «تم إبلاغ الأوكرانيين»: a nation that is told something is its state.
      if parts.count == 1, let only = parts.first, only.role == .recipient, isNation(only.entity) { return true }
      if parts.count == 1, trigger.mode != .visit, let only = parts.first, drafts[only.entity].kind == .group,
        drafts[only.entity].number < 3
      {
        return false
      }
      // «المواطنين الذين يزورون بريطانيا»: a crowd that travels visits no government.
      let guests = parts.filter { $0.role == .actor }
      if trigger.mode == .visit, !guests.isEmpty,
        guests.allSatisfy({ drafts[$0.entity].kind == .group && drafts[$0.entity].sector == .civilians })
      {
        return false
      }
      return parts.contains { isPublic($0.entity) }
    }
    let actors = parts.filter { $0.role == .actor || $0.role == .both }
    // «اعتُقل المراسل»: what befalls a journalist is news, whoever did it.
    if actors.isEmpty, trigger.frame.isSuffered, parts.contains(where: { drafts[$0.entity].sector == .journalism }) {
      return true
    }
    return (actors.isEmpty ? parts : actors).contains { isPublic($0.entity) }
  }

  /// Whether an entity is a state, a body of it, an armed or political group, someone in office or someone the tables know.
  private func isPublic(_ entity: Int) -> Bool {
    let draft = drafts[entity]
    if draft.kind == .country { return true }
    switch draft.sector {
    case .journalism?, .education?: return false
    case .business?, .health?, .civilians?, .labor?, .agriculture?, .criminals?, .unknown?:
      return draft.known != nil && draft.kind != .group
    case nil:
      // «الملك», «الوزير»: a title alone; «فلان» without an office is a private person.
      return draft.known != nil || draft.country != nil || draft.kind == .organization
        || draft.kind == .person && (draft.offices.contains { isOfState($0) } || isTitle(draft.name))
    default: return true
    }
  }

  /// «الأوكرانيون»: whether a group is a people without further words.
  private func isNation(_ entity: Int) -> Bool {
    let draft = drafts[entity]
    return draft.kind == .group && draft.country != nil && draft.sector == .civilians && draft.masked == nil
      && !draft.name.utf8.contains(0x20)
  }

  private func isOfState(_ office: Office) -> Bool {
    Self.offices.contains(office.role) || office.role.hasSuffix("-minister")
  }

  /// Whether a name is one word with the article: a title.
  private func isTitle(_ name: String) -> Bool {
    !name.utf8.contains(0x20) && name.utf8.starts(with: [0xD8, 0xA7, 0xD9, 0x84])
  }

  /// Offices of state, where the article does not tell the body.
  private static let offices: Set<String> = [
    "president", "vice-president", "minister", "deputy-minister", "ambassador", "envoy", "high-representative",
    "high-commissioner", "secretary-general", "head-of-delegation", "head-of-mission", "representative", "mediator",
    "religious-authority", "region-emir", "deputy-region-emir", "governor",
  ]

  /// Whether so many words are of sport that the article is.
  func readsAsSport() -> Bool {
    var found = 0
    for token in text.tokens {
      for place in Int(token.analyses.lowerBound)..<Int(token.analyses.upperBound)
      where knowledge.sports.contains(text.analyses[place].stem) {
        found += 1
        break
      }
    }
    return found >= 4 && found * 50 >= text.tokens.count
  }

  /// Whether someone holds public office; that a country takes part proves nothing, as its team has its name.
  func isInOffice(_ entity: Int) -> Bool {
    switch drafts[entity].sector {
    case .government?, .military?, .police?, .judiciary?, .legislature?, .intelligence?:
      drafts[entity].kind != .country
    default: false
    }
  }

  /// Takes newspapers, broadcasters, journalists and anonymous sources out of those who take part; true where there were
  /// any. Journalists visit places as others do; whom they meet, they question.
  func dropPress(_ parts: inout [EventDraft.Part], _ mode: EventMode?) -> Bool {
    let count = parts.count
    parts.removeAll { part in
      let isPress = drafts[part.entity].sector == .journalism || isSource(part.entity)
      return isPress && (mode != .visit || drafts[part.entity].kind == .organization)
    }
    return parts.count < count
  }

  /// «أكدت رويترز أن الأسماء تحجبها الاستخبارات»: takes out who only reports in the sentence what is done to others.
  func dropReporters(_ parts: inout [EventDraft.Part], before token: Int) {
    let sentence = text.sentences[text.sentence(of: token)].tokens
    parts.removeAll { part in
      guard part.role == .recipient, drafts[part.entity].sector == .journalism || isSource(part.entity) else {
        return false
      }
      guard let content = (sentence.lowerBound..<token).last(where: { view.opensContent($0) }) else { return false }
      return (sentence.lowerBound..<content).contains { verb in
        view.verbs[verb]?.contains { knowledge.reporting.verbs[$0.lexeme] != nil } ?? false
          && subjects.subjects[verb]?.entities.contains(part.entity) ?? false
      }
    }
  }

  /// «أعلن الجيش مقتل ثلاثة من جنوده»: takes out who only announces what befell his own side.
  func dropAnnouncers(_ parts: inout [EventDraft.Part], _ governor: Int?) {
    guard let governor,
      view.verbs[governor]?.contains(where: { knowledge.reporting.verbs[$0.lexeme] != nil }) ?? false
    else { return }
    let victims = parts.filter { $0.role == .recipient }.map { drafts[$0.entity] }
    parts.removeAll { part in
      guard part.role == .actor, isForce(drafts[part.entity]) else { return false }
      return victims.contains { victim in
        isForce(victim) && victim.country != nil && victim.country == drafts[part.entity].country
      }
    }
  }

  private func isForce(_ draft: EntityDrafts.Draft) -> Bool {
    switch draft.sector {
    case .government?, .military?, .police?: true
    default: false
    }
  }

  private func isSource(_ entity: Int) -> Bool { drafts[entity].key.utf8.starts(with: "group:source".utf8) }

  /// Notes a trigger that is part of a name or of a time as rejected, but for an invasion that a time is counted from.
  mutating func rejectInside(_ token: Int, _ sentence: Range<Int>) {
    guard view.mentionAt[token] >= 0 || view.isTime[token],
      let noun = knowledge.triggers.nouns.longest(in: text, at: token, limit: sentence.upperBound),
      let value = noun.values.first
    else { return }
    if let invasion = invasion(at: token, noun) {
      events.append(invasion)
      return
    }
    let trigger = knowledge.triggers.triggers[value.trigger]
    rejected.append(
      RejectedTrigger(
        range: text.bytes(token..<noun.end), rule: trigger.id, type: trigger.type,
        reason: view.isTime[token] ? .partOfTime : .partOfName))
  }

  /// Notes what merging left over as rejected.
  mutating func reject(_ drafts: [EventDraft], _ reason: RejectedTrigger.Reason) {
    for draft in drafts {
      guard let token = draft.triggers.first, let rule = draft.rules.first else { continue }
      rejected.append(
        RejectedTrigger(range: text.bytes(token..<token + 1), rule: rule, type: draft.type, reason: reason))
    }
  }
}
