internal import ArabicText
internal import EventModel

/// Tells from tense, particles and governing words whether an event happened.
struct StatusRules {
  /// What was found: a status, or that the trigger tells of no event.
  enum Verdict: Hashable {
    case status(Event.Status)
    case none
  }

  let view: SyntaxView
  /// The day of publication, where it is known.
  let published: CivilDay?

  private var text: TokenizedText { view.text }

  /// A trigger as it stands in its sentence.
  struct Reading {
    var tokens: Range<Int>
    /// The light verb of a noun.
    var governor: Int?
    /// The trigger's form, where it is a verb.
    var verb: VerbForm?
    var type: EventType
    var mode: EventMode?
    var date: EDTFDate?
    /// Whether the date is the end of a time to come.
    var isDeadline = false
    var isHeadline: Bool
  }

  /// The status of the event that a trigger tells of.
  func status(of reading: Reading) -> Verdict {
    let token = reading.tokens.lowerBound
    let governor = reading.governor
    let isHushed = governor.map { isNegated($0) && isUnannounced($0) } ?? false
    let anchor = isHushed ? token : governor.map { min($0, token) } ?? token
    let form = isHushed ? nil : reading.verb ?? governor.flatMap { self.form(ofLight: $0) }
    let verbToken = reading.verb != nil ? token : governor
    if isAlternative(reading) || isUnreal(reading) { return .none }
    if let government = governing(anchor, isPerfect: form?.tense == .perfect && verbToken == anchor) {
      return verdict(government, reading, verbToken)
    }
    if reading.type == .consult, reading.verb != nil, let outer = coordinated(token) { return .status(outer) }
    if let verbToken {
      if isNegated(verbToken), !isUnannounced(verbToken) { return reading.type == .consult ? .status(.denied) : .none }
      if view.verbs[verbToken]?.first?.proclitics.contains(.sa) ?? false { return .status(.planned) }
    }
    if reading.verb == nil, case .status(let status)? = described(reading.tokens) { return .status(status) }
    if isPurpose(reading) { return .none }
    if let published, isAhead(reading, published) { return .status(.planned) }
    if let verbToken, view.isSubjunctive(verbToken) { return reading.type == .consult ? .status(.planned) : .none }
    guard let form, form.tense != .perfect, !reading.isHeadline, !isPunctual(reading) else {
      return .status(.occurred)
    }
    // A present that tells of a day gone by is that of a story.
    if let latest = reading.date?.latest, let published, latest < published.adding(days: -1),
      reading.date?.earliest != nil
    {
      return .status(.occurred)
    }
    return .status(.ongoing)
  }

  /// «تعرض الجيش لهجوم»: the form in which a word is the light verb that it may be, and not another verb.
  private func form(ofLight verb: Int) -> VerbForm? {
    let entries = view.verbs[verb]
    let light = entries?.first { view.knowledge.triggers.lightVerbs[$0.lexeme] != nil }
    return (light ?? entries?.first)?.form
  }

  /// What a governing word makes of an event: contacts that are asked for or fall through are told of as such, other acts
  /// that are only asked for, possible or prevented are none.
  private func verdict(_ government: Government, _ reading: Reading, _ verb: Int?) -> Verdict {
    let isContact = reading.type == .consult
    switch government.effect {
    case .none: return .none
    case .possible: return isContact ? .status(.planned) : .none
    case .averted: return isContact ? .status(.denied) : .none
    case .status(.requested) where !isContact: return .none
    case .status(.denied) where !isContact && view.kind(government.token) == .negation:
      // «قال الوزير إن بلاده لم تقصف المدينة» denies; «لم تقصف» in a story tells of nothing.
      return view.opensContent(view.clause(of: government.token).lowerBound) ? .status(.denied) : .none
    case .status(.occurred):
      // «زار القاهرة قبل أن يلتقي الوزير»: as the verb before it.
      guard let verb, view.isSubjunctive(verb), let before = previousVerb(government.token),
        let earlier = view.verbs[before]?.first, earlier.form.tense != .perfect,
        earlier.proclitics.contains(.sa) || isContact && (before == 0 || view.kind(before - 1) != .auxiliary)
      else { return .status(.occurred) }
      return .status(.planned)
    case .status(let status): return .status(status)
    }
  }

  /// «أرسل وفدا لتعزيز التعاون»: a masdar behind ل tells what something is for, not what was done; with a pronoun it may tell
  /// why («شكره لدعمه»), and right behind a verb it is its complement («توصلا لاتفاق»).
  private func isPurpose(_ reading: Reading) -> Bool {
    let token = reading.tokens.lowerBound
    guard reading.verb == nil, Self.purposes.contains(reading.type),
      let analysis = text.analyses(of: token).first(where: { $0.stem != .none }),
      !analysis.proclitics.contains(.al), analysis.enclitic == nil
    else { return false }
    if analysis.proclitics.contains(.wa), !analysis.proclitics.contains(.la) { return goesOnPurpose(token) }
    return reading.governor == nil && analysis.proclitics.contains(.la) && (token == 0 || !view.isVerb(token - 1))
  }

  /// «شن غارات لإعادة الرئيس إلى السلطة وطرد المسلحين»: whether a masdar behind و goes on one behind ل in its clause.
  private func goesOnPurpose(_ token: Int) -> Bool {
    let clause = view.clause(of: token)
    for before in (max(clause.lowerBound, token - 8)..<token).reversed() {
      if view.isVerb(before) || text.tokens[before].kind == .punctuation { return false }
      guard view.mentionAt[before] < 0, view.kind(before) == nil, !view.isTime[before],
        let reading = text.analyses(of: before).first(where: { $0.stem != .none })
      else { continue }
      if reading.proclitics == .la, reading.enclitic == nil { return before > 0 && !view.isVerb(before - 1) }
    }
    return false
  }

  /// «للموافقة على الاتفاق أو رفضه», «سيوافق أم سيرفض»: what stands behind أو is one of two things that may be.
  private func isAlternative(_ reading: Reading) -> Bool {
    let token = reading.tokens.lowerBound
    return reading.type != .consult && token > 0 && view.kind(token - 1) == .conjunction
      && text.tokens[token - 1].bytes.count > 2
  }

  /// «لو تمكن من الأرض لأحرقها»: what a perfect behind ل tells that answers لو did not happen.
  private func isUnreal(_ reading: Reading) -> Bool {
    let token = reading.tokens.lowerBound
    // «لأحرق» may be read as «I burn» behind ل too.
    guard reading.verb != nil, view.verbs[token]?.contains(where: { $0.proclitics == .la }) ?? false else {
      return false
    }
    let start = text.sentences[text.sentence(of: token)].tokens.lowerBound
    return (start..<token).contains { index in
      let word = text.text.bytes[text.tokens[index].bytes]
      return Self.unreal.contains { word.elementsEqual($0.utf8) }
    }
  }

  /// Words that open a condition that does not hold.
  private static let unreal = ["لو", "ولو", "فلو", "لولا", "ولولا"]

  /// Types whose masdars behind ل are acts that are only meant.
  private static let purposes: Set<EventType> = [
    .support, .cooperate, .aid, .concede, .retreat, .mobilize, .coerce, .sanction, .assault,
  ]

  /// «من المتوقع أن يجتمع الجانبان ويناقشان»: what a verb joined by «و» takes over from the imperfect before it, where that
  /// is planned or asked for.
  private func coordinated(_ token: Int) -> Event.Status? {
    guard let verb = view.verbs[token]?.first, verb.form.tense != .perfect, verb.proclitics == .wa,
      view.isBoundary[token]
    else { return nil }
    let sentence = text.sentences[text.sentence(of: token)].tokens
    guard token > sentence.lowerBound else { return nil }
    let before = view.clause(of: token - 1)
    guard let first = before.first(where: { view.isVerb($0) }), let entry = view.verbs[first]?.first,
      entry.form.tense != .perfect, entry.form.number == verb.form.number || entry.form.number == .singular
    else { return nil }
    if entry.proclitics.contains(.sa) { return .planned }
    switch governing(first)?.effect {
    case .status(.planned)?, .possible?: return .planned
    case .status(.requested)?: return .requested
    default: return view.isSubjunctive(first) ? .planned : nil
    }
  }

  /// Whether a date lies ahead, or is the end of a time that does («بحلول نهاية العام») and the trigger is no perfect.
  private func isAhead(_ reading: Reading, _ published: CivilDay) -> Bool {
    guard let date = reading.date else { return false }
    if let earliest = date.earliest { return earliest > published }
    return reading.isDeadline && reading.verb?.tense != .perfect && date.latest.map { $0 > published } ?? false
  }

  /// «يتهم المتمردون الحكومة»: an act of speech is done when it is told.
  private func isPunctual(_ reading: Reading) -> Bool {
    switch reading.type {
    case .accuse: reading.mode != .investigate
    case .request, .reject, .threaten: true
    default: false
    }
  }

  /// What an adjective close behind an event noun makes of it: «الاجتماع المرتقب», «التشاور المستمر».
  private func described(_ tokens: Range<Int>) -> ModalityTable.Effect? {
    let limit = text.sentences[text.sentence(of: tokens.lowerBound)].tokens.upperBound
    var index = tokens.upperBound
    while index < min(limit, tokens.upperBound + 2), text.tokens[index].kind == .word, view.mentionAt[index] < 0,
      !view.isBoundary[index], view.slot(index) == nil, !view.isVerb(index)
    {
      if let match = view.knowledge.modality.adjectives.longest(in: text, at: index, limit: limit) {
        return match.values.first
      }
      index += 1
    }
    return nil
  }

  /// «الزيارة التي لم يعلن عنها»: what was not announced happened nevertheless.
  private func isUnannounced(_ token: Int) -> Bool {
    view.verbs[token]?.contains { view.knowledge.reporting.verbs[$0.lexeme] != nil } ?? false
  }

  private func isNegated(_ token: Int) -> Bool {
    let start = text.sentences[text.sentence(of: token)].tokens.lowerBound
    return token > start && view.kind(token - 1) == .negation
  }

  /// A word that governs a trigger, and what it makes of it.
  private struct Government {
    var effect: ModalityTable.Effect
    var token: Int
  }

  /// The nearest word before the trigger that governs it, in its clause or before the أن that opens it.
  ///
  /// - Parameter isPerfect: Whether the token is a verb in the perfect, which tells what was done whatever noun stands before
  ///   it: «وافق على المبادرة بعدما رفض نسختها».
  private func governing(_ token: Int, isPerfect: Bool = false) -> Government? {
    let sentence = text.sentences[text.sentence(of: token)].tokens
    // What opens a clause of its own is not governed by the clause before it, unless it goes on with its mood.
    if view.isBoundary[token], !view.complementizer(token).found { return continued(token) }
    var index = token - 1
    var steps = 0
    var isApart = false
    var isContent = false
    while index >= sentence.lowerBound, steps < 8 {
      if isApart, let relative = relative(of: index) {
        // «أوضحت الشبكة التي يتهمها بالكذب، أن…»: a clause that tells which one governs nothing behind the comma.
        index = relative - 1
        continue
      }
      // «طالبا عدم الكشف عن اسمه إن»: what somebody does not want to be told of is who he is.
      if isMasked(index) { return nil }
      if !isScareQuoted(index), let effect = effect(at: index, before: token),
        !isPerfect || isContent || effect == .none || effect == .possible && index == token - 1
      {
        // «لم ينف لقاء الوزير»: what is not denied is not denied.
        if effect == .status(.denied), view.isVerb(index), isNegated(index) { return nil }
        // «لم يستبعد لقاء الوزير»: what is not ruled out may be.
        let isOpen = effect == .averted && view.isVerb(index) && isNegated(index)
        let government = outer(Government(effect: isOpen ? .possible : effect, token: index), before: token)
        return isPresupposed(token, by: index, government.effect) ? nil : government
      }
      // Another verb ends the reach, unless it only says that someone does it (بدأ، كان).
      if view.isVerb(index), !isScareQuoted(index) { return nil }
      if view.isBoundary[index] {
        guard view.opensContent(index) else { return nil }
        isContent = true
        isApart = index > sentence.lowerBound && text.tokens[index - 1].mark == 0x60C || isApart
      }
      if view.mentionAt[index] >= 0 {
        index = view.mentions[Int(view.mentionAt[index])].tokens.lowerBound
      }
      index -= 1
      steps += 1
    }
    return nil
  }

  /// «قد يستبق الأحداث ويستقيل»: an imperfect that goes on behind another shares what governs it.
  private func continued(_ token: Int) -> Government? {
    guard let verb = view.verbs[token]?.first, verb.form.tense != .perfect,
      !verb.proclitics.isDisjoint(with: .conjunctions), let before = previousVerb(token),
      view.verbs[before]?.first?.form.tense != .perfect, !view.isBoundary[before]
    else { return nil }
    guard let government = governing(before), view.kind(government.token) != .negation else { return nil }
    return government
  }

  /// The nearest verb before a token in its sentence.
  private func previousVerb(_ token: Int) -> Int? {
    let start = text.sentences[text.sentence(of: token)].tokens.lowerBound
    return (start..<max(start, token)).last { view.isVerb($0) }
  }

  /// «سعى إلى التقارب خلال زيارته», «لا يتوقع إعلان شيء خلال الزيارة»: what somebody wanted in the past while an event was
  /// on, and what did not happen then, does not put the event in doubt.
  private func isPresupposed(_ token: Int, by index: Int, _ effect: ModalityTable.Effect) -> Bool {
    guard token > index + 1, view.slot(token - 1) == .during else { return false }
    switch effect {
    case .status(.planned), .status(.requested):
      return view.verbs[index]?.first.map { $0.form.tense == .perfect } ?? false
    case .status(.denied), .averted: return true
    default: return false
    }
  }

  /// What a phrase or verb at a token makes of what it governs.
  private func effect(at index: Int, before token: Int) -> ModalityTable.Effect? {
    if view.mentionAt[index] < 0 {
      let modality = view.knowledge.modality
      if let match = modality.phrases.longest(in: text, at: index, limit: token),
        match.analysis.proclitics.isSubset(of: [.wa, .fa, .al, .ba, .la])
      {
        return match.values.first
      }
      if index + 1 < text.tokens.count, let verb = view.verbs[index + 1]?.first, verb.form.tense != .perfect,
        let match = modality.imperfects.longest(in: text, at: index, limit: index + 1)
      {
        return match.values.first
      }
    }
    return view.verbs[index]?.lazy.compactMap { view.knowledge.modality.verbs[$0.lexeme] }.first
  }

  /// Whether a token is one of the words that ask for a name to be withheld, or refuse to tell it: «رفض الكشف عن اسمه».
  private func isMasked(_ token: Int) -> Bool {
    (max(0, token - 1)...token).contains { start in
      let match = view.knowledge.reporting.masks.longest(in: text, at: start, limit: text.tokens.count)
      return match.map { $0.end > token } ?? false
    }
  }

  /// Where the relative clause around a token begins.
  private func relative(of token: Int) -> Int? {
    let start = view.clause(of: token).lowerBound
    return view.kind(start) == .relative ? start : nil
  }

  /// «كذب» alone between quotation marks: the word is somebody's, and tells of no denial.
  private func isScareQuoted(_ token: Int) -> Bool {
    token > 0 && token + 1 < text.tokens.count && view.isQuote(token - 1) && view.isQuote(token + 1)
  }

  /// «دعا إلى تحديد موعد للقاء»: who asks for a plan asks for what is planned, and who rejects one rejects it; «إذا لم»: a
  /// condition is none, negated or not.
  private func outer(_ government: Government, before token: Int) -> Government {
    let start = text.sentences[text.sentence(of: token)].tokens.lowerBound
    if view.kind(government.token) == .negation, government.token > start {
      let before = government.token - 1
      return effect(at: before, before: token) == ModalityTable.Effect.none
        ? Government(effect: .none, token: before) : government
    }
    guard government.effect == .status(.planned), let outer = governing(government.token) else { return government }
    switch outer.effect {
    case .status(.requested), .status(.denied), .averted: return outer
    default: return government
    }
  }
}
