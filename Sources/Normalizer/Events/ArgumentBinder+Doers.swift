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
    bound.filled.insert(.subject)
  }
}
