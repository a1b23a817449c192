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
    if let effect = governing(anchor) {
      switch effect {
      case .none: return .none
      case .status(let status): return .status(status)
      }
    }
    let form = isHushed ? nil : reading.verb ?? governor.flatMap { view.verbs[$0]?.first?.form }
    let verbToken = reading.verb != nil ? token : governor
    if let verbToken {
      if isNegated(verbToken), !isUnannounced(verbToken) { return .status(.denied) }
      if view.verbs[verbToken]?.first?.proclitics.contains(.sa) ?? false { return .status(.planned) }
    }
    if reading.verb == nil, case .status(let status)? = described(reading.tokens) { return .status(status) }
    if let published, isAhead(reading, published) { return .status(.planned) }
    if let verbToken, view.isSubjunctive(verbToken) { return .status(.planned) }
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

  /// The nearest word before the trigger that governs it, in its clause or before the أن that opens it.
  private func governing(_ token: Int) -> ModalityTable.Effect? {
    let sentence = text.sentences[text.sentence(of: token)].tokens
    // What opens a clause of its own is not governed by the clause before it.
    if view.isBoundary[token], !view.complementizer(token).found { return nil }
    var index = token - 1
    var steps = 0
    var isApart = false
    while index >= sentence.lowerBound, steps < 8 {
      if isApart, let relative = relative(of: index) {
        // «أوضحت الشبكة التي يتهمها بالكذب، أن…»: a clause that tells which one governs nothing behind the comma.
        index = relative - 1
        continue
      }
      if !isScareQuoted(index), let effect = effect(at: index, before: token) { return outer(effect, index) }
      // Another verb ends the reach, unless it only says that someone does it (بدأ، كان).
      if view.isVerb(index), !isScareQuoted(index) { return nil }
      let isComplementizer = view.complementizer(index).found
      if view.isBoundary[index], !isComplementizer { return nil }
      isApart = isComplementizer && index > sentence.lowerBound && text.tokens[index - 1].mark == 0x60C || isApart
      if view.mentionAt[index] >= 0 {
        index = view.mentions[Int(view.mentionAt[index])].tokens.lowerBound
      }
      index -= 1
      steps += 1
    }
    return nil
  }

  /// What a phrase or verb at a token makes of what it governs.
  private func effect(at index: Int, before token: Int) -> ModalityTable.Effect? {
    if let match = view.knowledge.modality.phrases.longest(in: text, at: index, limit: token),
      view.mentionAt[index] < 0,
      match.analysis.proclitics.isSubset(of: [.wa, .fa, .al, .ba, .la])
    {
      return match.values.first
    }
    return view.verbs[index]?.lazy.compactMap { view.knowledge.modality.verbs[$0.lexeme] }.first
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

  /// «دعا إلى تحديد موعد للقاء»: who asks for a plan asks for what is planned, and who rejects one rejects it.
  private func outer(_ effect: ModalityTable.Effect, _ token: Int) -> ModalityTable.Effect {
    guard effect == .status(.planned), let outer = governing(token) else { return effect }
    return outer == .status(.requested) || outer == .status(.denied) ? outer : effect
  }
}
