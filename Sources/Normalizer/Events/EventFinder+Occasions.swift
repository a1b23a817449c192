internal import ArabicText
internal import EventModel

/// Events during which others were: «أشاد خلال اللقاء بالمبادرة», «جرى خلاله بحث العلاقات».
extension EventFinder {
  /// Whether a definite event noun says during what the rest of its clause was, and nothing of who took part.
  func isOccasion(_ token: Int) -> Bool { Self.isOccasion(token, view, nouns) }

  /// The same for closures, which would copy the whole finder.
  static func isOccasion(
    _ token: Int, _ view: SyntaxView, _ nouns: [Int: PhraseTrie<TriggerTable.Noun>.Match]
  ) -> Bool {
    guard token > 0, view.slot(token - 1) == .during, view.isDefinite(token) else { return false }
    var next = nouns[token]?.end ?? token + 1
    while next < view.text.tokens.count, view.isAdjective(next) { next += 1 }
    guard next < view.text.tokens.count else { return true }
    let slot = view.slot(next)
    // «خلال الزيارة إلى طهران», but «استمع خلال الزيارة إلى الشرح».
    let leads = slot == .to && next + 1 < view.mentionAt.count && view.mentionAt[next + 1] >= 0
    return view.kind(next) != .relative && slot != .with && slot != .between && !leads
  }

  /// A trigger of the event told before during which the clause of a token was.
  func occasion(of trigger: Int) -> Int? {
    let clause = view.clause(of: trigger)
    if let frame = containing(trigger) { return frame }
    for token in clause where view.kind(token) == .preposition {
      let enclitic = text.analyses(of: token).first { $0.stem != .none && $0.enclitic != nil }?.enclitic
      if let enclitic, [.hu, .ha, .huma].contains(enclitic), isDuring(token) {
        return events.last { $0.type == .consult && $0.mode != .message }?.triggers.last
      }
      guard token + 1 < clause.upperBound, token + 1 != trigger, isOccasion(token + 1) else { continue }
      return told(token + 1)
    }
    return nil
  }

  /// «ستتغيب أرمينيا عن الاجتماع»: a trigger of the meeting told before that somebody will not go to.
  func shunned(_ verb: Int, _ trigger: TriggerTable.Trigger) -> Int? {
    guard trigger.type == .reject, trigger.mode == .meet, view.isVerb(verb) else { return nil }
    let end = view.clause(of: verb).upperBound
    for token in verb + 1..<max(verb + 1, end) where view.isDefinite(token) {
      if let meeting = told(token) { return meeting }
    }
    return nil
  }

  /// «جاء ذلك خلال استقباله الوزير»: what the sentence before tells was done at the event that this one tells first.
  ///
  /// - Parameter first: The number of the sentence's first event.
  mutating func takeBack(_ sentence: Int, from first: Int) {
    let tokens = text.sentences[sentence].tokens
    let grammar = knowledge.times.grammar
    guard sentence > 0, tokens.count > 3,
      let verb = tokens.prefix(3).first(where: { grammar.holds(grammar.coming, at: $0, in: text) }),
      verb + 2 < tokens.upperBound, view.kind(verb + 1) == .demonstrative,
      [.during, .in, .at, .on].contains(view.slot(verb + 2)),
      let occasion = events[first...].first(where: { $0.type == .consult && $0.mode != .message })?.triggers.first,
      occasion - verb <= 5
    else { return }
    let before = text.sentences[sentence - 1].tokens
    for index in events[..<first].indices where events[index].occasion == nil {
      if let trigger = events[index].triggers.first, before.contains(trigger) { events[index].occasion = occasion }
    }
  }

  /// «تضمنت الزيارة لقاء مع الوزير»: the event whose noun is the subject of the light verb that opens the sentence.
  private func containing(_ trigger: Int) -> Int? {
    let start = text.sentences[text.sentence(of: trigger)].tokens.lowerBound
    guard trigger > start + 1, nouns[trigger] != nil, view.isDefinite(start + 1),
      let entries = view.verbs[start],
      entries.contains(where: { entry in
        knowledge.triggers.lightVerbs[entry.lexeme]?.contains { $0.nounSlot == .object && $0.subject == nil } ?? false
      })
    else { return nil }
    return told(start + 1)
  }

  /// The last event that a definite noun may take up again.
  private func told(_ noun: Int) -> Int? {
    guard let noun = nouns[noun]?.values.first else { return nil }
    let row = knowledge.triggers.triggers[noun.trigger]
    return events.last { $0.type == row.type && EventMerging.modesAgree($0.mode, row.mode) }?.triggers.last
  }

  private func isDuring(_ token: Int) -> Bool {
    text.analyses(of: token).contains { knowledge.words.slot($0.stem) == .during }
  }

  /// «المحادثات التي استضافتها ماليزيا»: whether a verb tells more of the contact whose noun its relative pronoun takes up.
  mutating func takesUp(_ candidate: Candidate) -> Bool {
    guard candidate.verb != nil, knowledge.triggers.triggers[candidate.trigger].type == .consult,
      let enclitic = candidate.enclitic
    else { return false }
    let verb = candidate.tokens.lowerBound
    let start = view.clause(of: verb).lowerBound
    // «قمة استضافها الرئيس».
    if binder.isHosting(verb), [.hu, .ha].contains(enclitic),
      let index = events.lastIndex(where: { event in
        event.type == .consult && event.triggers.contains { (start..<verb).contains($0) && nouns[$0] != nil }
      })
    {
      events[index].triggers.append(verb)
      return true
    }
    guard verb - start <= 2, start > 0, view.kind(start) == .relative,
      enclitic == (text.text.bytes[text.tokens[start].bytes].elementsEqual("الذي".utf8) ? .hu : .ha),
      let index = events.lastIndex(where: { event in
        event.type == .consult && event.triggers.contains { nouns[$0] != nil && $0 < start && start - $0 <= 6 }
      })
    else { return false }
    events[index].triggers.append(verb)
    if binder.isHosting(verb) {
      var event = events[index]
      addHost(verb, &event)
      events[index] = event
    }
    let clause = evidence(candidate.tokens, nil)
    if !events[index].evidence.contains(clause) { events[index].evidence.append(clause) }
    return true
  }

  /// «القمة التي تستضيفها الرباط»: who hosts a gathering takes part, and it is there.
  private func addHost(_ verb: Int, _ event: inout EventDraft) {
    for entity in subjects.subjects[verb]?.entities ?? [] where binder.places.isSite(entity) {
      if event.place == nil { event.place = entity }
      let host = drafts[entity].kind == .place ? binder.government[entity] : entity
      if let host, !event.entities.contains(host) { event.parts.append(EventDraft.Part(entity: host, role: .both)) }
    }
  }

  /// «زيارة الوزير»: whether a noun with one participant and no day of its own takes up the last event of its kind with that
  /// participant. «تأتي زيارة الوزير بعد أيام من الاتفاق» always does, and the day is that of what it comes after.
  mutating func isTaken(_ draft: EventDraft, _ candidate: Candidate) -> Bool {
    let noun = candidate.tokens.lowerBound
    let grammar = knowledge.times.grammar
    let comes = noun > 0 && grammar.holds(grammar.coming, at: noun - 1, in: text)
    guard candidate.verb == nil, candidate.number == .singular, draft.type == .consult, draft.parts.count == 1,
      comes || draft.date == nil && draft.waiting == nil && draft.place == nil, draft.count == nil,
      draft.status != .denied, !draft.isHeadline, !draft.isAttendance, comes || !draft.isIndefinite,
      let part = draft.parts.first,
      let index = events.lastIndex(where: { event in
        event.type == .consult && event.mode == draft.mode && event.status != .denied && event.parts.count > 1
          && (event.mode == .visit ? event.parts.contains(part) : event.entities.contains(part.entity))
      })
    else { return false }
    events[index].evidence += draft.evidence.filter { !events[index].evidence.contains($0) }
    events[index].triggers += draft.triggers
    events[index].rules += draft.rules
    return true
  }

  /// «طلب الوزير لقاء نظيره», «تعهد الرئيس بدعم الحكومة»: a meeting that is asked for and a deed that is promised are told by
  /// their nouns; the verb that governs them tells of no request or agreement besides.
  mutating func dropWish(for draft: EventDraft) {
    guard let verb = draft.verb, draft.triggers.first != verb,
      draft.type == .consult ? draft.isAhead : draft.type != .agree && draft.type != .request,
      let index = events.lastIndex(where: { event in
        event.triggers == [verb] && (event.type == .agree || event.type == .request && draft.type == .consult)
      })
    else { return }
    events.remove(at: index)
  }

  /// «جولة تشمل قطر والعراق»: a journey to several countries is a visit to each.
  func legs(of draft: EventDraft) -> [EventDraft] {
    let hosts = draft.parts.filter { $0.role == .recipient && drafts[$0.entity].kind == .country }
    guard draft.mode == .visit, hosts.count > 1 else { return [draft] }
    return hosts.map { host in
      var leg = draft
      leg.parts.removeAll { $0 != host && hosts.contains($0) }
      if draft.place.flatMap({ drafts[$0].country }) != drafts[host.entity].country { leg.place = host.entity }
      return leg
    }
  }
}
