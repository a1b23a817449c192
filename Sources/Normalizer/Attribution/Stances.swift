internal import ArabicText
internal import EventModel

/// Joins reports with the events that they speak of.
struct Stances {
  let view: SyntaxView
  var text: TokenizedText { view.text }
  let drafts: EntityDrafts
  /// What the article's sources say, in order.
  let reports: [Report]
  /// The triggers of all events in the order of the text, each with its event.
  private(set) var triggers: [(token: Int, event: Int)] = []
  /// The event that the article speaks of most.
  private var main: Int?
  /// The events that the newspaper itself tells of below its first sentence.
  private var told: Set<Int> = []
  /// The triggers that gave no event.
  let rejected: [RejectedTrigger]
  /// No report speaks of what was told more sentences before.
  static let memory = 6
  /// The last sentence of an article's lead, counted from the headline, which is 0.
  private static let lead = 2

  private init(
    _ events: [EventDraft], _ reports: [Report], _ rejected: [RejectedTrigger], _ view: SyntaxView,
    _ drafts: EntityDrafts
  ) {
    self.reports = reports
    self.rejected = rejected
    self.view = view
    self.drafts = drafts
    for (index, event) in events.enumerated() { triggers += event.triggers.map { ($0, index) } }
    var most = 0
    for (index, event) in events.enumerated() {
      // Contacts are what spokesmen are asked about.
      let weight = event.triggers.count + (event.type == .consult ? 100 : 0)
      if weight > most {
        most = weight
        main = index
      }
    }
    triggers.sort { ($0.token, $0.event) < ($1.token, $1.event) }
    for (token, event) in triggers where view.text.sentence(of: token) > 0 && !told.contains(event) {
      if !reports.contains(where: { $0.content.contains(token) || $0.frame.contains(token) }) { told.insert(event) }
    }
  }

  /// The events with the stance of every report whose content holds one of their triggers, or that refers to them.
  static func attach(
    _ reports: [Report], to events: [EventDraft], rejected: [RejectedTrigger], _ view: SyntaxView,
    _ drafts: EntityDrafts
  ) -> [EventDraft] {
    var events = events
    let stances = Stances(events, reports, rejected, view, drafts)
    for report in reports {
      for index in stances.events(of: report, events) {
        stances.add(report, to: &events[index])
      }
    }
    stances.oppose(&events)
    for index in events.indices { stances.finish(&events[index], isTold: stances.told.contains(index)) }
    return stances.joiningDenials(events)
  }

  /// The numbers of the events that a report speaks of, each once.
  func events(of report: Report, _ events: [EventDraft]) -> [Int] {
    var result: [Int] = []
    var topics: [Int] = []
    forTriggers(in: report.content) { token, event in
      // «نفى تفهمه الاتفاق الذي أبرمته إيران»: what describes the object is no part of what is said.
      if !report.isClause, !report.isSegment, token > 0,
        view.kind(token - 1) == .relative || report.scope == .character && view.slot(token - 1) == .in
      {
        return
      }
      if result.contains(event) || tellsTime(token, report.content) || isBackground(token, events[event], report) {
        return
      }
      if isTopic(token, events[event]) {
        // «أكد تفهمه القلق من الاتفاق»: only an act that is the object itself.
        if report.isClause || report.isSegment || token < report.content.lowerBound + 4 { topics.append(event) }
      } else {
        result.append(event)
      }
    }
    // «لا يتذكر مناقشة العقوبات»: what is doubted is the contact told before.
    if result.isEmpty, !topics.isEmpty, report.stance == .doubts || report.stance == .declines,
      let contact = triggers[..<place(of: report.token)].reversed().first(where: { place, event in
        events[event].type == .consult && text.sentence(of: report.token) - text.sentence(of: place) <= Self.memory
      })
    {
      return [contact.event]
    }
    // «نفى أن تكون العقوبات محور الاتصالات»: beside a contact an act told before is only what it was about.
    if !result.contains(where: { events[$0].type == .consult }) {
      for event in topics where !result.contains(event) { result.append(event) }
    }
    // «صرح مسؤول بعد لقاء الوزيرين أن …»: whoever was not there tells that they met.
    if report.stance == .asserts || report.stance == .confirms, report.chain.count == 1 {
      forTriggers(in: report.frame) { token, event in
        // «وقال الرئيس، الذي التقى الوزير، إنه»: what the source did is told by nobody else.
        if view.isVerb(token), view.kind(token - 1) == .relative { return }
        if !result.contains(event), events[event].type == .consult, !takesPart(report.chain[0], events[event]) {
          result.append(event)
        }
      }
    }
    for event in subjects(of: report) where !result.contains(event) { result.append(event) }
    if result.isEmpty, report.isClause, let event = takenUp(in: report.content, events) { return [event] }
    if result.isEmpty, let event = described(by: report, events) { return [event] }
    if result.isEmpty, let event = denied(by: report, events) { return [event] }
    if result.isEmpty, report.isClause, let event = headline(in: report.content, events),
      !takesPart(report.chain[report.chain.count - 1], events[event])
    {
      return [event]
    }
    guard result.isEmpty, report.refersBack else { return result }
    if let contact = informed(by: report, events) { return [contact] }
    if let accusation = accusation(deniedBy: report, events) { return [accusation] }
    let several = severalTold(before: report, events)
    if !several.isEmpty { return several }
    if let detailed = detailed(by: report) { return detailed }
    // Who does not comment declines what the article is about.
    let origin = report.chain[report.chain.count - 1]
    if report.stance == .declines, let main, events[main].type == .consult || speaksFor(origin, events[main]) {
      return [main]
    }
    // Who denies an accusation denies none that he has made himself.
    let last = triggers[..<self.place(of: report.token)].last { _, event in
      events[event].type == .consult
        || (report.stance == .declines ? speaksFor(origin, events[event]) : !acts(origin, events[event]))
          && (report.stance != .denies || isTold(events[event], near: report))
    }
    guard let last else { return [] }
    return text.sentence(of: report.token) - text.sentence(of: last.token) <= Self.memory ? [last.event] : []
  }

  /// Whether somebody may deny an act without naming it: others tell of it, or the newspaper has done so just before.
  private func isTold(_ event: EventDraft, near report: Report) -> Bool {
    if event.stances.contains(where: { $0.stance == .asserts || $0.stance == .confirms }) { return true }
    let here = text.sentence(of: report.token)
    return event.triggers.contains { $0 < report.token && here - text.sentence(of: $0) <= 2 }
  }

  /// «قال إن اللقاء كان وديا»: the contact told before that a definite noun near the beginning of what is said takes up.
  private func takenUp(in content: Range<Int>, _ events: [EventDraft]) -> Int? {
    for token in content.prefix(8) {
      guard let match = view.knowledge.triggers.nouns.longest(in: text, at: token, limit: token + 1),
        match.analysis.proclitics.contains(.al) || match.enclitic != nil, let noun = match.values.first
      else { continue }
      // «بعض الاتصالات مع الأجانب» are not those that were told of.
      if token > content.lowerBound, view.kind(token - 1) == .quantifier || view.isFurther(token) { continue }
      let trigger = view.knowledge.triggers.triggers[noun.trigger]
      guard trigger.type == .consult else { continue }
      let here = text.sentence(of: token)
      let before = triggers[..<self.place(of: token)].reversed().prefix { place, event in
        here - text.sentence(of: place) <= Self.memory
      }
      // Nobody calls a meeting «الاتصالات».
      let isCall = trigger.mode == .unspecified || trigger.mode == .phone
      let contacts = before.map(\.event).filter {
        events[$0].type == .consult && !(isCall && (events[$0].mode == .meeting || events[$0].mode == .visit))
          && !view.isOfOthers(token..<match.end, than: events[$0].entities)
      }
      return contacts.first { events[$0].mode == trigger.mode }
        ?? contacts.first { isLoose(events[$0].mode) || isLoose(trigger.mode) }
    }
    return nil
  }

  /// «داعش يعدم ألفي عراقي»، «قال الوزير إن ألفين أعدموا»: the headline's event of its kind, which the lead tells in words
  /// that alone say too little to be an event.
  private func headline(in content: Range<Int>, _ events: [EventDraft]) -> Int? {
    guard text.sentence(of: content.lowerBound) <= Self.lead else { return nil }
    let bytes = text.bytes(content)
    for trigger in rejected
    where bytes.contains(trigger.range.lowerBound)
      && (trigger.reason == .missingParticipant || trigger.reason == .missingArgument)
    {
      let told = triggers.prefix { text.sentence(of: $0.token) == 0 }
      if let event = told.last(where: { events[$0.event].type == trigger.type })?.event { return event }
    }
    return nil
  }

  /// Whether a contact may be called by many names: talks are held at meetings and by telephone.
  private func isLoose(_ mode: EventMode?) -> Bool { mode == .talks || mode == .unspecified || mode == nil }

  func forTriggers(in tokens: Range<Int>, _ body: (_ token: Int, _ event: Int) -> Void) {
    guard !tokens.isEmpty else { return }
    var place = place(of: tokens.lowerBound)
    while place < triggers.count, triggers[place].token < tokens.upperBound {
      body(triggers[place].token, triggers[place].event)
      place += 1
    }
  }

  /// Whether a definite noun takes up an act that is no contact.
  private func isTopic(_ token: Int, _ event: EventDraft) -> Bool {
    event.type != .consult && !view.isVerb(token)
      && text.analyses(of: token).contains { $0.proclitics.contains(.al) }
  }

  func takesPart(_ source: Report.Source, _ event: EventDraft) -> Bool {
    event.parts.contains { $0.entity == source.entity }
  }

  /// The place of the first trigger at or after a token.
  func place(of token: Int) -> Int {
    triggers.end { $0.token < token }
  }

  func add(_ report: Report, to event: inout EventDraft) {
    guard let origin = report.chain.last else { return }
    // The outlet that the article retells has looked into contacts; of other acts its sources speak.
    if report.isRelayed, event.type != .consult { return }
    // A source's own act needs no claim by itself.
    let isOwn =
      takesPart(origin, event)
      || !report.isClause && event.type != .consult && actsFor(origin, event)
    let tells = event.type == .consult && report.isClause && isAbout(report, event)
    if report.stance == .asserts, isOwn, !tells, event.parts.count == 1 || !report.isClause { return }
    if report.stance == .confirms, isOwn, !report.isClause, event.type != .consult { return }
    var stance = report.stance
    // An outlet passes on; it is no party that could confirm.
    if stance == .confirms, isOutlet(origin) { stance = .asserts }
    // Who says that it did not happen denies it, in whatever words.
    if stance == .asserts || stance == .confirms, isNegated(event, report.content) {
      // An outlet that passes on a denial denies nothing itself.
      if isOutlet(origin) { return }
      stance = .denies
    }
    let told = EventDraft.Stance(
      chain: report.chain, stance: stance, scope: report.scope, speech: report.speech, evidence: report.evidence,
      isEmphatic: report.isEmphatic && report.isClause, isAbout: isAbout(report, event))
    let known = event.stances.firstIndex { $0.stance == stance && ($0.chain.last?.isSame(as: origin) ?? false) }
    if let known {
      // «أكد مسؤول أنهما التقيا. ونقلت الوكالة عن المسؤول»: the longer chain tells how it came to the newspaper.
      if told.chain.count > event.stances[known].chain.count, told.scope == event.stances[known].scope {
        event.stances[known] = told
      }
    } else {
      event.stances.append(told)
    }
  }

  /// Whether a negation stands close before a trigger of the event in what is reported.
  private func isNegated(_ event: EventDraft, _ content: Range<Int>) -> Bool {
    if event.status == .denied, event.triggers.count == 1 { return true }
    // «لا يجري محادثات»; what is denied anyway may be told at greater length.
    let reach = event.status == .denied ? 5 : 2
    return event.triggers.contains { token in
      content.contains(token)
        && (max(content.lowerBound, token - reach)..<max(content.lowerBound, token)).contains {
          view.kind($0) == .negation
        }
    }
  }

  func isOutlet(_ source: Report.Source) -> Bool {
    source.entity.map { drafts[$0].sector == .journalism && drafts[$0].kind == .organization } ?? false
  }

  /// Who took part, or speaks for those who did, confirms what others report too.
  private func finish(_ event: inout EventDraft, isTold: Bool) {
    event.stances = event.stances.filter { [event] in !isDisowned($0, event) }
    let told = event
    if event.type == .consult, event.status != .planned, event.status != .requested {
      for index in event.stances.indices where event.stances[index].stance == .asserts {
        let chain = event.stances[index].chain
        guard let origin = chain.last, speaksFor(origin, event),
          isTold && !(isPerson(origin) && takesPart(origin, event)) || hasOther(origin, told)
        else { continue }
        // What an outlet has from officials without names only says so.
        if !origin.named, chain.count > 1 || !isTold || told.stances.contains(where: { isOutlet($0.chain[0]) }) {
          continue
        }
        event.stances[index].stance = .confirms
      }
    }
    for index in event.stances.indices
    where event.stances[index].isEmphatic && event.stances[index].stance == .confirms {
      // «أكد الوزير أن المباحثات تناولت الأزمة» affirms what they were about.
      let isAbout = event.stances[index].isAbout
      guard let origin = event.stances[index].chain.last, !isTold || isAbout,
        !hasOther(origin, told) || isAbout && !speaksFor(origin, event),
        !answersDenial(event.stances[index], by: origin),
        event.type != .consult || isAbout || !speaksFor(origin, event)
      else { continue }
      event.stances[index].stance = .asserts
    }
    // A speaker's own act needs no claim by himself unless somebody else tells of it or denies it.
    if !event.stances.contains(where: { $0.stance == .denies }) {
      event.stances = event.stances.filter { known in
        guard known.stance == .asserts || known.stance == .confirms, let origin = known.chain.last else { return true }
        return !isPerson(origin) || !acts(origin, told)
          || told.type == .consult && told.mode != .visit && (known.isAbout || hasWitness(besides: known, told))
      }
    }
    guard event.status == .occurred, !event.stances.isEmpty, event.stances.allSatisfy({ $0.stance == .denies }) else {
      return
    }
    // Who denies what he is accused of does not deny that he is.
    let isCharge = event.type == .accuse && !event.stances.contains { $0.chain.last.map { acts($0, told) } ?? false }
    if !isCharge { event.status = .denied }
  }

  /// «بعد أن نفى الوزير أي اتصال، أكد الرئيس أن السفير التقى المستشار»: whether others deny something in the same sentence
  /// before, so that more than telling is meant.
  private func answersDenial(_ stance: EventDraft.Stance, by origin: Report.Source) -> Bool {
    guard let sentence = text.sentences.first(where: { text.bytes($0.tokens).contains(stance.evidence.lowerBound) })
    else { return false }
    let bytes = text.bytes(sentence.tokens)
    return reports.contains {
      $0.stance == .denies && bytes.contains($0.evidence.lowerBound)
        && $0.evidence.upperBound <= stance.evidence.lowerBound
        && !($0.chain.last?.isSame(as: origin) ?? true)
    }
  }

  /// Whether somebody else than a source tells of the event.
  private func hasOther(_ source: Report.Source, _ event: EventDraft) -> Bool {
    event.stances.contains { other in
      (other.stance == .asserts || other.stance == .confirms)
        && other.chain.first.map { !$0.isSame(as: source) } ?? false
        && !other.chain.contains { $0.isSame(as: source) }
    }
  }

  /// Whether somebody who was not there tells of the event, and not only as one who passes on a participant's words.
  private func hasWitness(besides known: EventDraft.Stance, _ event: EventDraft) -> Bool {
    event.stances.contains { other in
      guard other.stance == .asserts || other.stance == .confirms, let origin = other.chain.last else { return false }
      return !takesPart(origin, event) && !other.evidence.overlaps(known.evidence)
    }
  }

  func isPerson(_ source: Report.Source) -> Bool {
    source.entity.map { drafts[$0].kind == .person } ?? false
  }

  private func acts(_ source: Report.Source, _ event: EventDraft) -> Bool {
    event.parts.contains { $0.entity == source.entity && $0.role != .recipient }
  }

  /// Whether a source is an office or official of the country that acts: «مؤكدا تضامن بلاده مع اليمن».
  private func actsFor(_ source: Report.Source, _ event: EventDraft) -> Bool {
    guard let entity = source.entity, source.named, let country = drafts[entity].country, !isOutlet(source) else {
      return false
    }
    return event.parts.contains {
      $0.role != .recipient && drafts[$0.entity].country == country && drafts[$0.entity].kind != .person
    }
  }

  /// Whether a source is a participant, an office or an official of a participant's country.
  func speaksFor(_ source: Report.Source, _ event: EventDraft) -> Bool {
    guard let entity = source.entity, !isOutlet(source) else { return false }
    let draft = drafts[entity]
    guard source.named || draft.country != nil else { return false }
    return event.parts.contains { part in
      part.entity == entity || draft.country != nil && drafts[part.entity].country == draft.country
    }
  }
}
