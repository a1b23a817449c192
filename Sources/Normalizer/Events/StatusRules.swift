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

  /// The status of an event whose trigger is `token`; `governor` is the light verb of a noun.
  func status(of token: Int, governor: Int?, verb: VerbForm?, date: EDTFDate?, isHeadline: Bool) -> Verdict {
    let anchor = governor.map { min($0, token) } ?? token
    if let effect = governing(anchor) {
      switch effect {
      case .none: return .none
      case .status(let status): return .status(status)
      }
    }
    let form = verb ?? governor.flatMap { view.verbs[$0]?.first?.form }
    let verbToken = verb != nil ? token : governor
    if let verbToken {
      if isNegated(verbToken), !isUnannounced(verbToken, governor) { return .status(.denied) }
      if view.verbs[verbToken]?.first?.proclitics.contains(.sa) ?? false { return .status(.planned) }
    }
    if let date, let published, let earliest = date.earliest, earliest > published { return .status(.planned) }
    guard let form, form.tense != .perfect, !isHeadline else { return .status(.occurred) }
    return .status(.ongoing)
  }

  /// «الزيارة التي لم يعلن عنها»: what was not announced happened nevertheless.
  private func isUnannounced(_ token: Int, _ governor: Int?) -> Bool {
    governor == token
      && (view.verbs[token]?.contains { view.knowledge.reporting.verbs[$0.lexeme] != nil } ?? false)
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
    while index >= sentence.lowerBound, steps < 8 {
      if let match = view.knowledge.modality.phrases.longest(in: text, at: index, limit: token),
        view.mentionAt[index] < 0,
        match.analysis.proclitics.isSubset(of: [.wa, .fa, .al, .ba, .la])
      {
        return match.values.first
      }
      if let entries = view.verbs[index] {
        for entry in entries { if let effect = view.knowledge.modality.verbs[entry.lexeme] { return effect } }
        // Another verb ends the reach, unless it only says that someone does it (بدأ، كان).
        return nil
      }
      if view.isBoundary[index], !view.complementizer(index).found { return nil }
      if view.mentionAt[index] >= 0 {
        index = view.mentions[Int(view.mentionAt[index])].tokens.lowerBound
      }
      index -= 1
      steps += 1
    }
    return nil
  }
}
