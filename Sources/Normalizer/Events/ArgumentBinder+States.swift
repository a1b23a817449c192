internal import ArabicText
internal import EventModel

/// Arguments of participles that describe people: «الأميركيين المحتجزين في روسيا».
extension ArgumentBinder {
  /// Binds the people named right before a participle, and who holds them or where, which stands right behind it. A country
  /// in which people are held holds them, unless somebody else is named who does.
  func bind(state token: Int, _ frame: Frame, isTrigger: (Int) -> Bool) -> Bound {
    var bound = Bound()
    let clause = view.clause(of: token)
    let near = view.arguments(from: token + 1, to: clause.upperBound) { view.isVerb($0) || isTrigger($0) }
      .filter { $0.distance <= Self.reach }
    for argument in near where isHolding(argument) {
      guard let slot = argument.slot else { continue }
      fill(slot == .agent ? .subject : slot, view.mentions[argument.mention].entities, frame, &bound)
    }
    guard bound.filled != [] || bound.place != nil else { return bound }
    if bound.parts.isEmpty, let place = bound.place, drafts[place].kind == .country, let holder = frame[.at]?.role {
      bound.parts.append(EventDraft.Part(entity: place, role: holder))
    }
    fill(.genitive, view.mentions[Int(view.mentionAt[token - 1])].entities, frame, &bound)
    return bound
  }

  /// How many words may stand between: «المحتجزين حالياً في سجون روسيا».
  private static let reach = 3

  /// Whether an argument tells where people are or with whom; in what is neither a place nor a country nobody is.
  private func isHolding(_ argument: SyntaxView.Argument) -> Bool {
    switch argument.slot {
    case .at?, .agent?: true
    case .in?:
      view.mentions[argument.mention].entities.allSatisfy { drafts[$0].kind == .place || drafts[$0].kind == .country }
    default: false
    }
  }
}
