internal import ArabicText
internal import EventModel

/// Who tells of contacts and how: an outlet's informants, and those who speak of what they took part in.
extension Stances {
  /// How many words tell what somebody speaks of.
  private static let most = 12

  /// «وعن لقاء الوزيرين قال المتحدث …», «قال …، في إشارة إلى لقاء الوزيرين»: the events that words around a statement tell it
  /// is about.
  func subjects(of report: Report) -> [Int] {
    guard report.stance == .asserts || report.stance == .confirms, report.isClause, !report.isSegment else { return [] }
    let sentence = text.sentences[text.sentence(of: report.token)].tokens
    var result: [Int] = []
    for start in [sentence.lowerBound, report.content.upperBound] where sentence.contains(start) {
      // Between an opening and the statement that goes with it nobody else speaks.
      if start < report.token, reports.contains(where: { (start..<report.token).contains($0.token) }) { continue }
      guard let first = subject(at: start, sentence) else { continue }
      let end = (first..<min(sentence.upperBound, first + Self.most)).first {
        text.tokens[$0].mark == 0x60C || view.isVerb($0) && view.kind($0 - 1) != .relative
      }
      forTriggers(in: first..<(end ?? min(sentence.upperBound, first + Self.most))) { _, event in
        if !result.contains(event) { result.append(event) }
      }
    }
    return result
  }

  /// The token behind a phrase that tells what somebody speaks of; at the beginning of a sentence a preposition is enough.
  private func subject(at token: Int, _ sentence: Range<Int>) -> Int? {
    if token == sentence.lowerBound, view.slot(token) == .about { return token + 1 }
    let start = text.tokens[token].kind == .punctuation ? token + 1 : token
    guard start < sentence.upperBound else { return nil }
    return view.knowledge.reporting.abouts.longest(in: text, at: start, limit: sentence.upperBound)?.end
  }

  /// «سيعقد اجتماعا مع نظيره يقول مسؤولون إنه سيركز على الحرب»: the contact that a clause without a conjunction describes by what
  /// somebody says of it.
  func described(by report: Report, _ events: [EventDraft]) -> Int? {
    let sentence = text.sentences[text.sentence(of: report.token)].tokens
    let start = report.content.lowerBound
    guard report.isClause, report.token > sentence.lowerBound, view.isThat(start),
      text.analyses(of: start).contains(where: { $0.enclitic == .hu || $0.enclitic == .ha }),
      text.analyses(of: report.token).allSatisfy({ $0.proclitics.isDisjoint(with: .conjunctions) }),
      text.tokens[report.token - 1].kind == .word, view.kind(report.token - 1) == nil
    else { return nil }
    let clause = view.clause(of: report.token)
    return triggers[..<place(of: report.token)].last { place, event in
      events[event].type == .consult && place >= clause.lowerBound
    }?.event
  }

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
    // «المناقشات التي أكدها مسؤولون» are affirmed themselves.
    guard event.type == .consult, report.content.lowerBound > report.token else { return false }
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

  /// «قال الضابط إن القوة ستتحرك. ولم يقدم تفاصيل»: of what somebody has just said he gives no details, and of nothing else.
  func detailed(by report: Report) -> [Int]? {
    guard report.stance == .declines, report.scope == .topic, let origin = report.chain.last else { return nil }
    let here = text.sentence(of: report.token)
    let said = reports.last {
      $0.token < report.token && $0.isClause && !$0.isSegment && here - text.sentence(of: $0.token) <= 1
    }
    guard let said, said.chain.last?.isSame(as: origin) ?? false else { return nil }
    var result: [Int] = []
    forTriggers(in: said.content) { _, event in
      if !result.contains(event) { result.append(event) }
    }
    return result
  }
}
