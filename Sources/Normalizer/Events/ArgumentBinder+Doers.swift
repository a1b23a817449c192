internal import ArabicText
internal import EventModel

/// Who did what a masdar tells, where its genitive would tell to whom it was done.
extension ArgumentBinder {
  /// «غزو روسيا لأوكرانيا», «استعادة الجيش مدينة عدن»: whether those who complete a masdar are who did it, because whom it was
  /// done to stands behind them.
  func isDoer(before target: SyntaxView.Argument, _ frame: Frame, _ bound: Bound) -> Bool {
    guard frame[.genitive] == .recipient, frame[.subject] == .actor, !bound.filled.contains(.subject) else {
      return false
    }
    let targets = view.mentions[target.mention].entities
    let doers = bound.parts.map(\.entity).filter { !targets.contains($0) }
    guard !doers.isEmpty, targets.allSatisfy({ drafts[$0].kind != .person || target.slot == .to }) else { return false }
    // «مقتل الجنود في المدينة», «مقتل رجل الأعمال»: who has no arms or office has it done to him.
    return doers.allSatisfy { drafts[$0].kind == .country || drafts[$0].kind == .organization || isArmed($0) }
  }

  /// «اعتقال القوات الكردية 150 شابا», «قتل الجيش جنديا»: whether those who complete a masdar are who did it, because somebody
  /// who is no mention stands behind them, as a number or an indefinite object.
  func isDoer(beforeUnnamed doer: SyntaxView.Argument, _ frame: Frame, _ bound: Bound) -> Bool {
    guard frame[.genitive] == .recipient, frame[.subject] == .actor, !bound.filled.contains(.subject),
      bound.filled.contains(.genitive)
    else { return false }
    let mention = view.mentions[doer.mention]
    let next = mention.tokens.upperBound
    guard !mention.entities.isEmpty,
      mention.entities.allSatisfy({ entity in bound.parts.contains { $0.entity == entity } }),
      mention.entities.allSatisfy({ drafts[$0].kind == .country || drafts[$0].kind == .organization || isArmed($0) }),
      next + 1 < text.tokens.count, text.sentence(of: next) == text.sentence(of: mention.tokens.lowerBound),
      !view.isTime[next], view.mentionAt[next] < 0
    else { return false }
    if text.tokens[next].kind == .number || text.tokens[next].marks.meets(.numeral) {
      return text.tokens[next + 1].kind == .word
    }
    return text.tokens[next].kind == .word && view.isAccusative(next) && !view.isVerb(next) && view.kind(next) == nil
      && text.analyses(of: next).allSatisfy { view.knowledge.reporting.participles[$0.stem] == nil }
  }

  private func isArmed(_ entity: Int) -> Bool {
    switch drafts[entity].sector {
    case .government?, .military?, .police?, .rebels?: drafts[entity].kind == .group
    default: false
    }
  }

  func turnIntoDoers(_ bound: inout Bound) {
    guard let doer = bound.parts.first?.entity else { return }
    let genitive = view.mentions.first { $0.entities.contains(doer) }?.entities ?? [doer]
    for index in bound.parts.indices where genitive.contains(bound.parts[index].entity) {
      bound.parts[index].role = .actor
    }
    // «قصف واشنطن مواقع المسلحين» was not in Washington.
    if let place = bound.place, government[place] == doer { bound.place = nil }
    bound.filled.insert(.subject)
  }

  /// Whether an entity, or the government that a city stands for, takes part already.
  func takesPart(_ entity: Int, _ bound: Bound) -> Bool {
    bound.parts.contains { $0.entity == entity || $0.entity == government[entity] }
  }
}
