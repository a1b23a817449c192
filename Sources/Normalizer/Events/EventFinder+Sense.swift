internal import ArabicText
internal import EventModel

/// What the form of a trigger and its words say of the event: new or known, one or many, all sides or one.
extension EventFinder {
  /// «حضر السفير حفلا»: whether the first common noun behind a verb is an indefinite object, which was not told of before.
  func hasIndefiniteObject(_ verb: Int) -> Bool {
    let noun = (verb + 1..<max(verb + 1, view.clause(of: verb).upperBound)).first { token in
      view.mentionAt[token] < 0 && text.tokens[token].kind == .word && !view.isTime[token]
    }
    return noun.map { view.kind($0) == nil && view.slot($0) == nil && text.tokens[$0].hasTanwin } ?? false
  }

  /// Whether a noun tells of many: «لقاءات», «اتصالات», but not «محادثات», which are one.
  func isSeries(_ candidate: Candidate, _ trigger: TriggerTable.Trigger) -> Bool {
    candidate.verb == nil && (candidate.number == .plural && trigger.mode != .talks || trigger.needs.contains(.series))
  }

  /// «في وصفه لاتصالاته بالروس»: whether a noun alone speaks of several contacts, which were on no one day.
  func isSpokenOf(
    _ candidate: Candidate, _ trigger: TriggerTable.Trigger, _ bound: ArgumentBinder.Bound
  ) -> Bool {
    trigger.type == .consult && (trigger.mode == .unspecified || trigger.mode == .phone)
      && isSeries(candidate, trigger) && bound.governor == nil
  }

  /// «رحب بالوزير», «رحب في كلمته بالحضور»: whether people themselves stand behind the trigger's ب, and nothing that they did.
  func isOfPeople(_ tokens: Range<Int>) -> Bool {
    let end = view.clause(of: tokens.lowerBound).upperBound
    let arguments = view.arguments(from: tokens.upperBound, to: max(tokens.upperBound, end)) { view.isVerb($0) }
    guard let first = arguments.first(where: { $0.slot == .by && !$0.isJoined }) else { return false }
    let mention = view.mentions[first.mention]
    return mention.proclitics.contains(.ba)
      && mention.entities.allSatisfy { drafts[$0].kind == .person || drafts[$0].kind == .group }
  }

  /// Whether a time stands among tokens.
  func hasTime(_ tokens: Range<Int>) -> Bool {
    times.contains { $0.mention.isTemporal && tokens.overlaps($0.mention.tokens) }
  }

  /// Whether a noun is told of as something new: it has no article, and neither a pronoun nor a name completes it.
  func isIndefinite(_ candidate: Candidate, _ bound: ArgumentBinder.Bound) -> Bool {
    candidate.verb == nil && !candidate.isParticiple && candidate.enclitic == nil
      && !candidate.proclitics.contains(.al) && !bound.filled.contains(.genitive)
  }

  /// «أجرى خمسة اتصالات مع السفير»: whether a contact newly told of by a noun names the one behind «مع» alone, so that the
  /// story must tell who the other is.
  func lacksOther(
    _ candidate: Candidate, _ trigger: TriggerTable.Trigger, _ bound: ArgumentBinder.Bound
  ) -> Bool {
    trigger.type == .consult && trigger.mode != .visit && trigger.needs.contains(.two) && bound.parts.count == 1
      && bound.filled == [.with] && isIndefinite(candidate, bound) && bound.parts[0].role == .both
  }

  /// Whether a contact between peers has one side only: one who talks or calls, or those behind «مع» whoever they are.
  func isOneSided(
    _ trigger: TriggerTable.Trigger, _ parts: [EventDraft.Part], _ bound: ArgumentBinder.Bound
  ) -> Bool {
    guard trigger.type == .consult, trigger.mode != .visit, trigger.mode != .mediation, parts.count == 1,
      let only = parts.first, only.role == .both
    else { return false }
    // «اجتماع لوزراء الخارجية العرب»: several who are told behind «لـ» meet one another.
    if trigger.mode == .meeting, bound.filled.contains(.to), !bound.filled.contains(.with),
      drafts[only.entity].number > 1
    {
      return false
    }
    if bound.filled.isDisjoint(with: [.subject, .genitive, .between, .object]) { return true }
    // «اتصالات الدبلوماسيين»: with whom is not told; «محادثات المسؤولين» are theirs.
    if trigger.needs.contains(.series), !bound.filled.contains(.between) { return true }
    let kind = drafts[only.entity].kind
    return trigger.mode != .meeting && drafts[only.entity].number < 2 && (kind == .person || kind == .country)
  }

  /// «قال مسؤول أميركي: لدينا قنوات للتواصل مع روسيا»: the country of the speaker, who says «we have» of a contact.
  func speaker(owning noun: Int) -> Int? {
    let start = text.sentences[text.sentence(of: noun)].tokens.lowerBound
    guard noun > start,
      text.analyses(of: noun - 1).contains(where: { $0.enclitic == .na && knowledge.words.slot($0.stem) == .at }),
      let verb = (start..<noun - 1).last(where: { token in
        view.verbs[token]?.contains { $0.form.person == 3 && knowledge.reporting.verbs[$0.lexeme] != nil } ?? false
      }),
      let speaker = subjects.subjects[verb]?.entities.first, let country = drafts[speaker].country
    else { return nil }
    return drafts.indices.first { drafts[$0].kind == .country && drafts[$0].country == country }
  }

  /// «سافر للتفاوض»: whether a masdar behind «لـ» tells what something was done for.
  func isPurpose(_ candidate: Candidate, _ trigger: TriggerTable.Trigger) -> Bool {
    candidate.proclitics.contains(.la) && (trigger.mode == .talks || trigger.mode == .unspecified)
  }

  /// «الاتصالات التي أجراها جاسوس سابق»: whether a relative clause tells whose the event is, by a word that is no known actor.
  func isDefined(_ noun: Range<Int>) -> Bool {
    let verb = noun.upperBound + 1
    guard verb + 1 < text.tokens.count, view.kind(noun.upperBound) == .relative,
      let entries = view.verbs[verb],
      entries.contains(where: { entry in
        knowledge.triggers.lightVerbs[entry.lexeme]?.contains { $0.nounSlot == .object && $0.subject != nil } ?? false
      }),
      text.analyses(of: verb).contains(where: { $0.enclitic == .ha || $0.enclitic == .hu })
    else { return false }
    let subject = verb + 1
    return text.tokens[subject].kind == .word && view.mentionAt[subject] < 0 && !view.isTime[subject]
      && view.slot(subject) == nil && view.kind(subject) == nil
  }
}
