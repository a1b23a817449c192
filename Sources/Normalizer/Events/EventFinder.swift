internal import ArabicText
internal import EventModel

/// Finds the events of one article: triggers, their arguments, status, date, count and topics.
struct EventFinder {
  let view: SyntaxView
  let subjects: SubjectFinder
  let drafts: EntityDrafts
  let binder: ArgumentBinder
  let status: StatusRules
  let times: [ResolvedTime]
  /// Numbers of the expressions that have a date once the article's day is known.
  let waiting: Set<Int>
  private(set) var events: [EventDraft] = []
  private(set) var rejected: [RejectedTrigger] = []
  /// The day that the narration stands at, and who acts in it.
  private var narration: (date: EventDate?, waiting: Int?, sentence: Int, entities: Set<Int>)?
  /// Tokens that some event noun begins at, so that a verb's arguments stop there.
  private var nounTriggers: Set<Int> = []

  private var knowledge: Knowledge { view.knowledge }
  private var text: TokenizedText { view.text }

  init(
    view: SyntaxView, subjects: SubjectFinder, drafts: EntityDrafts, government: [Int: Int], times: [ResolvedTime],
    waiting: Set<Int>, published: CivilDay?
  ) {
    self.view = view
    self.subjects = subjects
    self.drafts = drafts
    self.times = times
    self.waiting = waiting
    binder = ArgumentBinder(view: view, subjects: subjects, drafts: drafts, government: government)
    status = StatusRules(view: view, published: published)
  }

  /// A reading of a token as a trigger.
  private struct Candidate {
    var trigger: Int
    var tokens: Range<Int>
    var verb: VerbTable.Entry?
    var enclitic: Enclitic?
    var number: VerbForm.Number
    var proclitics: Proclitics
    /// The noun that a verb is a trigger only together with.
    var partner: Int?
  }

  /// Reads all sentences; `headlines` are the sentences of headline blocks.
  mutating func read(isHeadline: (Int) -> Bool) {
    for (number, sentence) in text.sentences.enumerated() {
      findNouns(sentence.tokens)
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        let candidates = candidates(at: index, sentence.tokens)
        if candidates.isEmpty {
          index += 1
          continue
        }
        read(candidates, sentence.tokens, isHeadline: isHeadline(number))
        index = max(index + 1, candidates.map(\.tokens.upperBound).max() ?? 0)
      }
    }
  }

  private mutating func findNouns(_ sentence: Range<Int>) {
    nounTriggers = []
    for token in sentence where view.mentionAt[token] < 0 && !view.isVerb(token) && !view.isTime[token] {
      if knowledge.triggers.nouns.longest(in: text, at: token, limit: sentence.upperBound) != nil {
        nounTriggers.insert(token)
      }
    }
  }

  // MARK: - Triggers

  private func candidates(at token: Int, _ sentence: Range<Int>) -> [Candidate] {
    guard view.mentionAt[token] < 0, !view.isTime[token], text.tokens[token].kind == .word else { return [] }
    var result: [Candidate] = []
    let noun = knowledge.triggers.nouns.longest(in: text, at: token, limit: sentence.upperBound)
    let nounIsLikelier = noun.map { $0.end > token + 1 } ?? false
    if let entries = view.verbs[token], !nounIsLikelier {
      for entry in entries {
        if knowledge.triggers.hasCombinations(entry.lexeme) { addCombinations(entry, token, &result) }
        for trigger in knowledge.triggers.verbs[entry.lexeme] ?? [] { result.append(candidate(trigger, token, entry)) }
      }
      if !result.isEmpty, noun == nil || !readsAsNoun(token, sentence) { return result }
    }
    if let noun {
      let nouns = noun.values.map {
        Candidate(
          trigger: $0.trigger, tokens: token..<noun.end, verb: nil, enclitic: noun.enclitic, number: $0.number,
          proclitics: noun.analysis.proclitics)
      }
      return nouns
    }
    if result.isEmpty {
      for analysis in text.analyses(of: token) where !analysis.proclitics.contains(.al) {
        for trigger in knowledge.triggers.participles[analysis.stem] ?? [] {
          result.append(
            Candidate(
              trigger: trigger, tokens: token..<token + 1, verb: nil, enclitic: analysis.enclitic, number: .singular,
              proclitics: analysis.proclitics))
        }
        if !result.isEmpty { break }
      }
    }
    return result
  }

  private func candidate(_ trigger: Int, _ token: Int, _ entry: VerbTable.Entry) -> Candidate {
    let analysis = text.analyses(of: token).first { $0.stem != .none }
    return Candidate(
      trigger: trigger, tokens: token..<token + 1, verb: entry, enclitic: analysis?.enclitic, number: .singular,
      proclitics: analysis?.proclitics ?? [])
  }

  /// A word that may be a perfect or a masdar is a noun unless it opens a clause or follows its subject.
  private func readsAsNoun(_ token: Int, _ sentence: Range<Int>) -> Bool {
    if view.isBoundary[token] || token == sentence.lowerBound { return false }
    if text.analyses(of: token).contains(where: { $0.proclitics.contains(.sa) }) { return false }
    let previous = token - 1
    if view.mentionAt[previous] >= 0 || text.tokens[previous].kind == .punctuation { return false }
    switch view.kind(previous) {
    case .auxiliary?, .negation?, .relative?, .complementizer?, .conjunction?: return false
    default: return true
    }
  }

  /// Adds the triggers that a verb is together with a noun a few words and mentions after it in its clause.
  private func addCombinations(_ entry: VerbTable.Entry, _ token: Int, _ result: inout [Candidate]) {
    let clause = view.clause(of: token)
    var steps = 0
    var index = token + 1
    while index < clause.upperBound, steps < 8 {
      for analysis in text.analyses(of: index) where analysis.stem != .none {
        for trigger in knowledge.triggers.combinations(entry.lexeme, analysis.stem) {
          var found = candidate(trigger, token, entry)
          found.partner = index
          result.append(found)
        }
      }
      let mention = view.mentionAt[index]
      index = mention >= 0 ? max(index + 1, view.mentions[Int(mention)].tokens.upperBound) : index + 1
      steps += 1
    }
  }

  // MARK: - Reading a trigger

  private mutating func read(_ candidates: [Candidate], _ sentence: Range<Int>, isHeadline: Bool) {
    var best: (draft: EventDraft, score: Int)?
    var reasons: [(Candidate, RejectedTrigger.Reason)] = []
    for candidate in candidates {
      switch event(candidate, sentence, isHeadline: isHeadline) {
      case .success(let draft):
        let score = draft.parts.count * 2 + (draft.place == nil ? 0 : 1)
        if score > best?.score ?? -1 { best = (draft, score) }
      case .failure(let rejection): reasons.append((candidate, rejection.reason))
      }
    }
    if var draft = best?.draft {
      narrate(&draft, isHeadline: isHeadline)
      events.append(draft)
    } else if let (candidate, reason) = reasons.first {
      if reason == .missingParticipant || reason == .missingArgument, refersBack(candidate) { return }
      let trigger = knowledge.triggers.triggers[candidate.trigger]
      rejected.append(
        RejectedTrigger(range: text.bytes(candidate.tokens), rule: trigger.id, type: trigger.type, reason: reason))
    }
  }

  /// The time that an earlier sentence of the same paragraph opens with: «في سبتمبر، …».
  private func frame(before sentence: Int) -> Dating? {
    let block = text.sentences[sentence].block
    var index = sentence - 1
    while index >= 0, text.sentences[index].block == block {
      let opening = text.sentences[index].tokens.prefix(3)
      if let time = times.first(where: { $0.mention.isTemporal && opening.contains($0.mention.tokens.lowerBound) }) {
        return time.date.map { Dating(date: EventDate(date: $0, expression: nil, resolvedBy: .relative), waiting: nil) }
      }
      index -= 1
    }
    return nil
  }

  /// Gives an event without a date the day of the narration, or moves the narration to the event's day.
  private mutating func narrate(_ draft: inout EventDraft, isHeadline: Bool) {
    let sentence = text.sentence(of: draft.triggers.first ?? 0)
    if draft.date == nil, draft.waiting == nil {
      guard let dating = narrated(draft, sentence) else { return }
      draft.date = dating.date
      draft.waiting = dating.waiting
      narration?.entities.formUnion(draft.entities)
      narration?.sentence = sentence
    } else if !isHeadline, draft.status == .occurred || draft.status == .ongoing,
      draft.date.map({ $0.date.precision == .day }) ?? true
    {
      narration = (draft.date, draft.waiting, sentence, draft.entities)
    }
  }

  private struct Rejection: Error {
    var reason: RejectedTrigger.Reason
  }

  private func event(
    _ candidate: Candidate, _ sentence: Range<Int>, isHeadline: Bool
  ) -> Result<EventDraft, Rejection> {
    let trigger = knowledge.triggers.triggers[candidate.trigger]
    let token = candidate.tokens.lowerBound
    if isVetoed(candidate, sentence) { return .failure(Rejection(reason: .vetoed)) }
    if !trigger.vetoWords.isEmpty,
      sentence.contains(where: { index in text.analyses(of: index).contains { trigger.vetoWords.contains($0.stem) } })
    {
      return .failure(Rejection(reason: .vetoed))
    }
    let bound: ArgumentBinder.Bound
    if let verb = candidate.verb {
      bound = binder.bind(verb: token, form: verb.form, trigger.frame) {
        nounTriggers.contains($0) && $0 != candidate.partner
      }
      guard trigger.frame.required.isSubset(of: bound.filled) else {
        return .failure(Rejection(reason: .missingArgument))
      }
    } else {
      bound = binder.bind(noun: candidate.tokens, enclitic: candidate.enclitic, trigger.frame) {
        nounTriggers.contains($0)
      }
    }
    let needs = candidate.verb == nil ? trigger.nounNeeds : trigger.needs
    guard satisfies(bound.parts, needs) else { return .failure(Rejection(reason: .missingParticipant)) }
    let dating = date(of: candidate.tokens, bound.governor)
    let date = dating?.date
    let verdict = status.status(
      of: token, governor: bound.governor, verb: candidate.verb?.form, date: date?.date, isHeadline: isHeadline)
    guard case .status(var status) = verdict else { return .failure(Rejection(reason: .hypothetical)) }
    if status == .occurred, let light = bound.lightStatus { status = light }
    // What is only asked for is part of the request; contacts that are asked for are requested contacts.
    if status == .requested, trigger.type != .consult, candidate.verb == nil {
      return .failure(Rejection(reason: .hypothetical))
    }
    let clause = evidence(candidate.tokens, bound.governor)
    return .success(
      EventDraft(
        type: trigger.type, mode: trigger.mode, cameo: trigger.cameo, status: status, parts: bound.parts,
        place: bound.place, date: date, waiting: dating?.waiting, count: count(candidate),
        topics: topics(candidate, trigger.frame),
        evidence: [clause], triggers: [token], rules: [trigger.id], isHeadline: isHeadline))
  }

  /// Whether a phrase of the row's vetoes holds the trigger.
  private func isVetoed(_ candidate: Candidate, _ sentence: Range<Int>) -> Bool {
    let token = candidate.tokens.lowerBound
    for start in max(sentence.lowerBound, token - 3)...token {
      if let veto = knowledge.triggers.vetoes.longest(in: text, at: start, limit: sentence.upperBound),
        veto.end > token, veto.values.contains(candidate.trigger)
      {
        return true
      }
    }
    return false
  }

  private func satisfies(_ parts: [EventDraft.Part], _ needs: TriggerTable.Needs) -> Bool {
    guard !parts.isEmpty else { return false }
    if needs.contains(.two) {
      let size = parts.reduce(0) { $0 + min(2, max(1, drafts[$1.entity].number)) }
      if size < 2 { return false }
    }
    if needs.contains(.actor), !parts.contains(where: { $0.role == .actor || $0.role == .both }) { return false }
    if needs.contains(.recipient), !parts.contains(where: { $0.role == .recipient || $0.role == .both }) {
      return false
    }
    if needs.contains(.named),
      !parts.contains(where: { drafts[$0.entity].kind != .group || drafts[$0.entity].country != nil })
    {
      return false
    }
    return true
  }

  /// «اللقاء», «الزيارة»: a definite noun without participants of its own is another mention of the last event of its kind.
  private mutating func refersBack(_ candidate: Candidate) -> Bool {
    let trigger = knowledge.triggers.triggers[candidate.trigger]
    guard candidate.verb == nil, candidate.proclitics.contains(.al) || candidate.enclitic != nil,
      let index = events.lastIndex(where: { event in
        guard event.type == trigger.type else { return false }
        // A contact is taken up by any word for its channel, other acts by their own word.
        return event.type == .consult
          ? event.mode == trigger.mode || event.mode == .unspecified || trigger.mode == .unspecified
          : event.rules.contains(trigger.id)
      })
    else { return false }
    events[index].evidence.append(evidence(candidate.tokens, nil))
    events[index].triggers.append(candidate.tokens.lowerBound)
    events[index].rules.append(trigger.id)
    if events[index].date == nil {
      let dating = date(of: candidate.tokens, nil)
      events[index].date = dating?.date
      events[index].waiting = events[index].waiting ?? dating?.waiting
    }
    return true
  }

  /// The clause of a trigger, its light verb included, without marks at its ends; in bytes.
  private func evidence(_ tokens: Range<Int>, _ governor: Int?) -> Range<Int> {
    var range = view.clause(of: tokens.lowerBound)
    if let governor {
      let other = view.clause(of: governor)
      range = min(range.lowerBound, other.lowerBound)..<max(range.upperBound, other.upperBound)
    }
    range = range.lowerBound..<max(range.upperBound, tokens.upperBound)
    while range.count > 1, text.tokens[range.upperBound - 1].kind == .punctuation {
      range = range.lowerBound..<range.upperBound - 1
    }
    while range.count > 1, text.tokens[range.lowerBound].kind == .punctuation {
      range = range.lowerBound + 1..<range.upperBound
    }
    return text.bytes(range)
  }

  // MARK: - Date, count, topics

  /// The date of an event, or the expression that gives it once the article's day is known.
  private struct Dating {
    var date: EventDate?
    var waiting: Int?
  }

  /// The time expression of the trigger's clause: the nearest after it, else the nearest before it.
  private func date(of tokens: Range<Int>, _ governor: Int?) -> Dating? {
    var clause = view.clause(of: tokens.lowerBound)
    if let governor {
      let other = view.clause(of: governor)
      clause = min(clause.lowerBound, other.lowerBound)..<max(clause.upperBound, other.upperBound)
    }
    if let date = nearest(tokens.lowerBound, clause) { return date }
    // A noun may itself be the name of an event that the tables date: «قمة حلف شمال الأطلسي».
    if !view.isVerb(tokens.lowerBound),
      let known = times.first(where: { !$0.mention.isTemporal && $0.mention.tokens.overlaps(tokens) }),
      let date = known.date
    {
      return Dating(
        date: EventDate(date: date, expression: text.text[known.mention.bytes], resolvedBy: .knownEvent), waiting: nil)
    }
    // Else the clauses before it in the sentence, as long as none only says who reports it.
    let sentence = text.sentences[text.sentence(of: tokens.lowerBound)].tokens
    var start = clause.lowerBound
    while start > sentence.lowerBound {
      let before = view.clause(of: start - 1)
      if isReport(before) { break }
      if let date = nearest(tokens.lowerBound, before) { return date }
      start = before.lowerBound
    }
    // Or a clause after it without a verb of reporting.
    if clause.upperBound < sentence.upperBound {
      let after = view.clause(of: clause.upperBound)
      if !isReport(after), let date = nearest(tokens.lowerBound, after) { return date }
    }
    return nil
  }

  /// The time expression nearest to a trigger inside a clause, one after it first.
  private func nearest(_ token: Int, _ clause: Range<Int>) -> Dating? {
    let inside = times.indices.filter { index in
      times[index].mention.isTemporal && clause.overlaps(times[index].mention.tokens)
        && (times[index].date != nil || waiting.contains(index))
    }
    guard let chosen = inside.first(where: { times[$0].mention.tokens.lowerBound >= token }) ?? inside.last else {
      return nil
    }
    let time = times[chosen]
    guard let date = time.date else { return Dating(date: nil, waiting: chosen) }
    return Dating(
      date: EventDate(date: date, expression: text.text[time.mention.bytes], resolvedBy: time.basis), waiting: nil)
  }

  private func isReport(_ clause: Range<Int>) -> Bool {
    clause.contains { token in
      view.verbs[token]?.contains { knowledge.reporting.verbs[$0.lexeme] != nil } ?? false
    }
  }

  /// Lets events without a date of their own take over the day that the narration stands at: that of the last event told
  /// as fact whose participants include one of theirs.
  private func narrated(_ draft: EventDraft, _ sentence: Int) -> Dating? {
    guard draft.status == .occurred || draft.status == .denied else { return nil }
    guard let narration, sentence - narration.sentence <= 6, !narration.entities.isDisjoint(with: draft.entities) else {
      return frame(before: sentence)
    }
    return Dating(
      date: narration.date.map { EventDate(date: $0.date, expression: nil, resolvedBy: .relative) },
      waiting: narration.waiting)
  }

  private func count(_ candidate: Candidate) -> EventCount? {
    guard candidate.verb == nil else { return nil }
    let token = candidate.tokens.lowerBound
    guard token > 0 else { return candidate.number == .dual ? EventCount(value: 2) : nil }
    if view.mentionAt[token - 1] < 0, let value = knowledge.numerals.value(text, token - 1), value < 1000 {
      return EventCount(value: value)
    }
    return candidate.number == .dual ? EventCount(value: 2) : nil
  }

  /// The noun phrase after «بشأن», «حول», «عن», or the object of a verb whose frame makes it a topic.
  private func topics(_ candidate: Candidate, _ frame: Frame) -> [String] {
    let clause = view.clause(of: candidate.tokens.lowerBound)
    var index = candidate.tokens.upperBound
    if frame[.object] == .topic, candidate.verb != nil {
      while index < clause.upperBound, view.mentionAt[index] >= 0 || view.isTime[index] || view.slot(index) == .with {
        index += 1
      }
      if index < clause.upperBound, view.slot(index) == nil, text.tokens[index].kind == .word {
        return phrase(from: index, to: clause.upperBound).map { [$0] } ?? []
      }
    }
    guard frame[.about] != nil else { return [] }
    for token in index..<max(index, clause.upperBound) where view.slot(token) == .about && token + 1 < clause.upperBound
    {
      return phrase(from: token + 1, to: clause.upperBound).map { [$0] } ?? []
    }
    return []
  }

  private func phrase(from start: Int, to limit: Int) -> String? {
    var end = start
    while end < limit, end - start < 7, text.tokens[end].kind != .punctuation, view.slot(end) == nil || end == start,
      !view.isTime[end], !view.isVerb(end), view.kind(end) != .complementizer
    { end += 1 }
    guard end > start else { return nil }
    let proclitics = text.analyses(of: start).first { $0.stem != .none }?.proclitics.subtracting(.al) ?? []
    return Surface.string(text, start..<end, proclitics)
  }
}
