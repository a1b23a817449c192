internal import ArabicText
internal import EventModel

/// Finds the events of one article: triggers, their arguments, status, date, count and topics.
struct EventFinder: ~Copyable {
  let view: SyntaxView
  let subjects: SubjectFinder
  let drafts: EntityDrafts
  let binder: ArgumentBinder
  let status: StatusRules
  let times: [ResolvedTime]
  /// Numbers of the expressions that have a date once the article's day is known.
  let waiting: Set<Int>
  /// When the article was published, where it is known.
  let published: EDTFDate?
  var events: [EventDraft] = []
  var rejected: [RejectedTrigger] = []
  /// The day that the narration stands at, and who acts in it.
  var narration: (date: EventDate?, waiting: Int?, sentence: Int, entities: Set<Int>)?
  /// Tokens that some event noun begins at, so that a verb's arguments stop there.
  var nounTriggers: TokenSet
  /// The blocks that are no headlines.
  var bodyBlocks: Set<Int> = []
  /// Nouns of the sentence that a verb was a trigger together with.
  var partners: Set<Int> = []
  /// Whether the article is of sport.
  var isSport = false
  /// The event nouns of the sentence that is read, by first token.
  var nouns: [Int: PhraseTrie<TriggerTable.Noun>.Match] = [:]

  var knowledge: Knowledge { view.knowledge }
  var text: TokenizedText { view.text }

  init(
    view: SyntaxView, subjects: SubjectFinder, drafts: EntityDrafts, government: [Int: Int], times: [ResolvedTime],
    waiting: Set<Int>, published: EDTFDate?
  ) {
    self.view = view
    self.subjects = subjects
    self.drafts = drafts
    self.times = times
    self.waiting = waiting
    self.published = published
    nounTriggers = TokenSet(count: view.text.tokens.count)
    binder = ArgumentBinder(view: view, subjects: subjects, drafts: drafts, government: government)
    status = StatusRules(view: view, published: published?.latest)
  }

  /// A reading of a token as a trigger.
  struct Candidate {
    var trigger: Int
    var tokens: Range<Int>
    var verb: VerbTable.Entry?
    var enclitic: Enclitic?
    var number: VerbForm.Number
    var proclitics: Proclitics
    /// The noun that a verb is a trigger only together with.
    var partner: Int?
    /// Whether it is a participle used as a verb.
    var isParticiple = false
    /// Whether it is a participle that describes the people named right before it: «الأميركيين المحتجزين في روسيا».
    var isState = false
  }

  /// Reads all sentences; `headlines` are the sentences of headline blocks.
  mutating func read(isHeadline: (Int) -> Bool) {
    bodyBlocks = Set(text.sentences.indices.filter { !isHeadline($0) }.map { text.sentences[$0].block })
    isSport = readsAsSport()
    for (number, sentence) in text.sentences.enumerated() {
      findNouns(sentence.tokens)
      let first = events.count
      var index = sentence.tokens.lowerBound
      partners = []
      while index < sentence.tokens.upperBound {
        guard text.tokens[index].marks.meets(.trigger) else {
          index += 1
          continue
        }
        let candidates = partners.contains(index) ? [] : candidates(at: index, sentence.tokens)
        if candidates.isEmpty {
          rejectInside(index, sentence.tokens)
          index += 1
          continue
        }
        if let verb = candidates.first, takesUp(verb) {
          index += 1
          continue
        }
        read(candidates, sentence.tokens, isHeadline: isHeadline(number))
        index = max(index + 1, candidates.map(\.tokens.upperBound).max() ?? 0)
      }
      takeBack(number, from: first)
    }
  }

  mutating func findNouns(_ sentence: Range<Int>) {
    nounTriggers.removeAll()
    nouns = [:]
    for token in sentence
    where text.tokens[token].marks.meets(.eventNoun) && view.mentionAt[token] < 0 && !view.isTime[token]
      && text.tokens[token].kind == .word
    {
      guard let noun = knowledge.triggers.nouns.longest(in: text, at: token, limit: sentence.upperBound) else {
        continue
      }
      nouns[token] = noun
      if !view.isVerb(token) { nounTriggers.insert(token) }
    }
  }

  // MARK: - Reading a trigger

  mutating func read(_ candidates: [Candidate], _ sentence: Range<Int>, isHeadline: Bool) {
    if let first = candidates.first, joinsCounted(first) { return }
    var best: (draft: EventDraft, score: Int, partner: Int?)?
    var reasons: [(Candidate, RejectedTrigger.Reason)] = []
    if let noun = candidates.first, isOccasion(noun.tokens.lowerBound), refersBack(noun) { return }
    for candidate in candidates {
      switch event(candidate, sentence, isHeadline: isHeadline) {
      case .success(let draft):
        let score = draft.parts.count * 2 + (draft.place == nil ? 0 : 1)
        if score > best?.score ?? -1 { best = (draft, score, candidate.partner) }
      case .failure(let rejection): reasons.append((candidate, rejection.reason))
      }
    }
    if var draft = best?.draft {
      let takesUp = candidates.first.map { isTaken(draft, $0) } ?? false
      // Who attended or invited does not move the story on.
      if !draft.isAttendance || draft.date == nil { narrate(&draft, isHeadline: isHeadline) }
      if let said = candidates.first(where: { knowledge.triggers.triggers[$0.trigger].needs.contains(.told) }),
        draft.rules == [knowledge.triggers.triggers[said.trigger].id]
      {
        reject(said, .statement)
        return
      }
      if takesUp { return }
      if let partner = best?.partner {
        partners.formUnion(partner..<(nouns[partner]?.end ?? partner + 1))
        if let noun = nouns[partner]?.values.first {
          draft.triggers.append(partner)
          draft.rules.append(knowledge.triggers.triggers[noun.trigger].id)
        }
      }
      dropWish(for: draft)
      events += legs(of: draft)
    } else if let (candidate, reason) = reasons.first {
      let isUntold = reason == .missingParticipant || reason == .missingArgument || reason == .press
      if isUntold, refersBack(candidate) || isDiscussed(candidate) { return }
      reject(candidate, reason)
    }
  }

  private mutating func reject(_ candidate: Candidate, _ reason: RejectedTrigger.Reason) {
    let trigger = knowledge.triggers.triggers[candidate.trigger]
    rejected.append(
      RejectedTrigger(range: text.bytes(candidate.tokens), rule: trigger.id, type: trigger.type, reason: reason))
  }

  struct Rejection: Error {
    var reason: RejectedTrigger.Reason
  }

  func event(
    _ candidate: Candidate, _ sentence: Range<Int>, isHeadline: Bool
  ) -> Result<EventDraft, Rejection> {
    let trigger = knowledge.triggers.triggers[candidate.trigger]
    let token = candidate.tokens.lowerBound
    if isVetoed(candidate, sentence) { return .failure(Rejection(reason: .vetoed)) }
    if !trigger.vetoWords.isEmpty,
      sentence.contains(where: { index in
        text.tokens[index].marks.meets(.vetoWord)
          && text.analyses(of: index).contains { trigger.vetoWords.contains($0.stem) }
      })
    {
      return .failure(Rejection(reason: .vetoed))
    }
    // Closures that name a field would copy the whole finder.
    let (nounTriggers, view, nouns) = (nounTriggers, view, nouns)
    var bound: ArgumentBinder.Bound
    if let verb = candidate.verb {
      // «عقد جلسة مباحثات»: all words of the noun that it is a trigger with.
      let partner = candidate.partner.map { $0..<(nouns[$0]?.end ?? $0 + 1) } ?? 0..<0
      bound = binder.bind(verb: token, form: verb.form, partner: candidate.partner, trigger.frame) {
        nounTriggers.contains($0) && !partner.contains($0) && !Self.isOccasion($0, view, nouns)
      }
    } else if candidate.isParticiple {
      bound = binder.bind(participle: token, trigger.frame) { nounTriggers.contains($0) }
    } else if candidate.isState {
      bound = binder.bind(state: token, trigger.frame) { nounTriggers.contains($0) }
    } else {
      bound = binder.bind(noun: candidate.tokens, enclitic: candidate.enclitic, trigger.frame) {
        nounTriggers.contains($0) && !isJoined($0, to: candidate.tokens)
      }
    }
    guard isComplete(candidate, trigger.frame, bound.filled) else {
      return .failure(Rejection(reason: .missingArgument))
    }
    let speaker = trigger.type == .consult && candidate.verb == nil ? speaker(owning: token) : nil
    if let speaker, !bound.parts.contains(where: { $0.entity == speaker }) {
      bound.parts.append(EventDraft.Part(entity: speaker, role: .both))
    }
    var needs = candidate.verb == nil && !candidate.isParticiple ? trigger.nounNeeds : trigger.needs
    if bound.isNamed { needs.remove(.named) }
    if needs.contains(.deed), isOfPeople(candidate.tokens) {
      return .failure(Rejection(reason: .missingParticipant))
    }
    if needs.contains(.list) { addListed(after: candidate.tokens, sentence, trigger.frame, &bound) }
    if trigger.type != .consult { dropReporters(&bound.parts, before: token) }
    if trigger.type == .assault, candidate.verb == nil { dropAnnouncers(&bound.parts, bound.governor) }
    let needsPeer = !satisfies(bound.parts, needs) && lacksOther(candidate, trigger, bound)
    guard needsPeer || satisfies(bound.parts, needs) else {
      return .failure(Rejection(reason: .missingParticipant))
    }
    // «قمة تخصص لفلسطين»: for whom or what a meeting alone is told to be takes no part in it.
    if trigger.mode == .meeting, candidate.verb == nil, bound.filled == [.to], bound.parts.count == 1,
      let only = bound.parts.first, drafts[only.entity].number < 2
    {
      return .failure(Rejection(reason: .missingParticipant))
    }
    // «استقبلت ألمانيا مليون لاجئ»: nobody meets so many.
    if trigger.mode == .meeting, bound.parts.contains(where: { drafts[$0.entity].number > Self.mostGuests }) {
      return .failure(Rejection(reason: .notPublic))
    }
    if trigger.type == .consult, dropPress(&bound.parts, trigger.mode),
      !satisfies(bound.parts, needs) || bound.parts.count < 2
    {
      return .failure(Rejection(reason: .press))
    }
    if isSport, !bound.parts.contains(where: { isInOffice($0.entity) }) {
      return .failure(Rejection(reason: .sport))
    }
    if !isPublic(bound.parts, trigger) { return .failure(Rejection(reason: .notPublic)) }
    let dating = candidate.isState ? nil : date(of: candidate.tokens, bound.governor)
    let date = dating?.date
    let verdict = status.status(
      of: StatusRules.Reading(
        tokens: candidate.tokens, governor: bound.governor, verb: candidate.verb?.form, type: trigger.type,
        mode: trigger.mode, date: date?.date, isDeadline: dating?.isDeadline ?? false, isHeadline: isHeadline))
    guard case .status(var status) = verdict else { return .failure(Rejection(reason: .hypothetical)) }
    if let light = bound.lightStatus,
      status == .occurred || status == .ongoing && (light == .planned || light == .requested)
    {
      status = light
    }
    if candidate.isState || status == .occurred && speaker != nil && date == nil { status = .ongoing }
    // «توصية بزيارة المدينة»: nobody is asked by name.
    if status == .requested, trigger.mode == .visit, bound.parts.allSatisfy({ $0.role == .recipient }) {
      return .failure(Rejection(reason: .missingParticipant))
    }
    // What is only asked for is part of the request; contacts that are asked for are requested contacts.
    if status == .requested, trigger.type != .consult, candidate.verb == nil {
      return .failure(Rejection(reason: .hypothetical))
    }
    var days = date
    if trigger.mode == .visit, status == .occurred, let stay = stay(date?.date, after: candidate.tokens, sentence) {
      days?.date = stay.date
      if stay.goesOn { status = .ongoing }
    }
    let isBeforehand = isBeforehand(candidate, trigger)
    // «كشفت الصحيفة أمس أنه كذب في وصفه لاتصالاته»: several contacts that a noun alone speaks of were up to then.
    let isOver = isBeforehand || isSpokenOf(candidate, trigger, bound) && !hasTime(view.clause(of: token))
    if isOver, let day = days?.date { days?.date = day.until }
    let opensAnother = needs.contains(.joins) && candidate.verb != nil && hasIndefiniteObject(token)
    let clause = evidence(candidate.tokens, bound.governor)
    let parts = trigger.type == .consult && trigger.mode != .visit ? Self.peers(bound.parts) : bound.parts
    return .success(
      EventDraft(
        type: trigger.type, mode: trigger.mode, cameo: trigger.cameo, status: status, parts: parts,
        // Who talks by phone is in two places.
        place: trigger.mode == .phone ? nil : bound.place, date: days, waiting: dating?.waiting,
        isRevealed: dating?.isRevealed ?? false,
        count: count(candidate),
        topics: topics(candidate, trigger.frame),
        evidence: [clause], triggers: [token], rules: [trigger.id], isHeadline: isHeadline,
        isAttendance: needs.contains(.joins) && !opensAnother, occasion: occasion(of: token) ?? shunned(token, trigger),
        verb: candidate.verb == nil ? bound.governor : token, isOnlyAttendance: needs.contains(.only),
        isSeries: isSeries(candidate, trigger), isApart: needs.contains(.apart),
        isIndefinite: isIndefinite(candidate, bound), opens: opensAnother,
        needsPeer: needsPeer, isBeforehand: isBeforehand,
        isOneSided: isOneSided(trigger, parts, bound)))
  }

  /// How many people at most somebody meets.
  private static let mostGuests = 1000

  /// Whether a phrase of the row's vetoes holds the trigger.
  func isVetoed(_ candidate: Candidate, _ sentence: Range<Int>) -> Bool {
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

  /// Those who call or meet one another are peers, unless one of them is called.
  static func peers(_ parts: [EventDraft.Part]) -> [EventDraft.Part] {
    guard parts.count > 1, !parts.contains(where: { $0.role == .recipient || $0.role == .mediator }) else {
      return parts
    }
    return parts.map { EventDraft.Part(entity: $0.entity, role: .both) }
  }

  func satisfies(_ parts: [EventDraft.Part], _ needs: TriggerTable.Needs) -> Bool {
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
      !parts.contains(where: {
        drafts[$0.entity].kind != .group || drafts[$0.entity].country != nil || isBodyOfOffice($0.entity)
      })
    {
      return false
    }
    return true
  }

  /// «وزراء الخارجية العرب»: whether a group is told by the office that its members hold somewhere.
  private func isBodyOfOffice(_ entity: Int) -> Bool {
    drafts[entity].sector == .government && drafts[entity].masked == nil && drafts[entity].name.utf8.contains(0x20)
  }

  /// Adds the persons named one after another behind a trigger, however long their titles are.
  func addListed(
    after tokens: Range<Int>, _ sentence: Range<Int>, _ frame: Frame, _ bound: inout ArgumentBinder.Bound
  ) {
    guard let role = (frame[.subject] ?? frame[.genitive] ?? frame[.object])?.role else { return }
    for token in tokens.upperBound..<max(tokens.upperBound, sentence.upperBound) {
      if view.isBoundary[token], view.isVerb(token) || view.kind(token) == .complementizer { return }
      let number = view.mentionAt[token]
      guard number >= 0, view.mentions[Int(number)].tokens.lowerBound == token, view.mentions[Int(number)].form == .name
      else { continue }
      for entity in view.mentions[Int(number)].entities where !bound.parts.contains(where: { $0.entity == entity }) {
        bound.parts.append(EventDraft.Part(entity: entity, role: role))
      }
    }
  }

  /// «اللقاء», «الزيارة»: a definite noun without participants of its own is another mention of the last event of its kind.
  mutating func refersBack(_ candidate: Candidate) -> Bool {
    let trigger = knowledge.triggers.triggers[candidate.trigger]
    guard candidate.verb == nil, candidate.proclitics.contains(.al) || candidate.enclitic != nil,
      !isDefined(candidate.tokens), !view.isFurther(candidate.tokens.lowerBound),
      // «الوصول» by itself is no journey that was told of.
      !isPurpose(candidate, trigger),
      candidate.enclitic != nil || !trigger.frame.isVisit || !trigger.frame.required.contains(.to),
      let index = events.lastIndex(where: { event in
        guard event.type == trigger.type else { return false }
        // A contact is taken up by any word for its channel, other acts by their own word.
        guard event.type == .consult else { return event.rules.contains(trigger.id) }
        if event.mode == trigger.mode { return true }
        // Nobody calls a meeting «الاتصالات».
        if event.mode == .meeting, trigger.mode == .unspecified, trigger.needs.contains(.series) { return false }
        // «تم إبلاغ أوكرانيا بالاجتماع»: what somebody is told of is not the telling.
        if event.parts.allSatisfy({ $0.role == .recipient }) { return false }
        return trigger.mode != .visit && event.mode != .visit
          && (event.mode == .unspecified || trigger.mode == .unspecified)
      })
    else { return false }
    if view.isOfOthers(candidate.tokens, than: events[index].entities) { return false }
    // What is still to come is not what happened: «بعد لقائه الرئيس… يتطلع للقائه في سبتمبر».
    let verdict = status.status(
      of: StatusRules.Reading(tokens: candidate.tokens, type: trigger.type, isHeadline: false))
    if verdict == .status(.planned) || verdict == .status(.requested), events[index].status == .occurred {
      return false
    }
    if verdict == .none, trigger.type != .consult { return false }
    // «بحث معه في بعض المكالمات»: the word that takes contacts up tells their channel.
    if events[index].mode == .unspecified, trigger.mode == .phone { events[index].mode = .phone }
    events[index].evidence.append(evidence(candidate.tokens, nil))
    events[index].triggers.append(candidate.tokens.lowerBound)
    events[index].rules.append(trigger.id)
    let dating = date(of: candidate.tokens, nil)
    if let date = dating?.date {
      events[index].date = EventMerging.better(events[index].date, date)
    } else if events[index].date == nil {
      events[index].waiting = events[index].waiting ?? dating?.waiting
    }
    return true
  }

  /// The clause of a trigger, its light verb included, without marks at its ends; in bytes.
  func evidence(_ tokens: Range<Int>, _ governor: Int?) -> Range<Int> {
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
}
