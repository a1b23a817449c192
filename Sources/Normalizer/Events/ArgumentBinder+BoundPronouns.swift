internal import ArabicText
internal import EventModel

/// Arguments that are a preposition with a pronoun, or with a title that has one: «اجتمع معه», «بعث إليه برسالة», «مع سموه».
extension ArgumentBinder {
  /// Fills in whom the pronouns of prepositions mean that stand behind a trigger in its clause, where the frame has their
  /// slot and no name fills it.
  ///
  /// - Parameter tokens: The trigger's, from its light verb on.
  func fillBoundPronouns(after tokens: Range<Int>, _ frame: Frame, _ isTrigger: (Int) -> Bool, _ bound: inout Bound) {
    // «إلى ما وصلت إليه الجماعة» is no visit.
    guard !frame.isVisit else { return }
    let clause = view.clause(of: tokens.upperBound - 1)
    for token in tokens.lowerBound + 1..<max(tokens.lowerBound + 1, min(clause.upperBound, tokens.upperBound + 8)) {
      if tokens.contains(token), token + 1 == tokens.upperBound { continue }
      if view.isVerb(token) || isTrigger(token) { return }
      let parts = bound.parts.map(\.entity)
      // «اجتماعا مع سموه»
      if let slot = view.slot(token), frame[slot]?.role != nil, !bound.filled.contains(slot),
        token + 1 < clause.upperBound,
        subjects.isHonour(token + 1), let person = subjects.honoured(before: token + 1, besides: parts)
      {
        fill(slot, person.entities, frame, &bound)
        continue
      }
      guard let (slot, pronoun) = boundPronoun(token), frame[slot]?.role != nil, !bound.filled.contains(slot) else {
        continue
      }
      let others = subjects.antecedent(of: pronoun, before: token, besides: parts)
      let isPeople = others.allSatisfy { drafts[$0].kind != .place }
      if others.count == 1, isPeople { fill(slot, others, frame, &bound) }
    }
  }

  /// The slot and the pronoun of «معه», «به», «إليهم».
  func boundPronoun(_ token: Int) -> (FunctionWords.Slot, Enclitic)? {
    guard view.kind(token) == .pronoun, view.mentionAt[token] < 0 else { return nil }
    var word = text.text.bytes[text.tokens[token].bytes]
    if word.starts(with: "و".utf8), word.count > 6 { word = word.dropFirst(2) }
    for (preposition, slot) in Self.prepositions where word.starts(with: preposition.utf8) {
      let rest = word.dropFirst(preposition.utf8.count)
      if let pronoun = Self.pronouns.first(where: { rest.elementsEqual($0.letters.utf8) }) { return (slot, pronoun) }
    }
    return nil
  }

  private static let prepositions: [(String, FunctionWords.Slot)] = [
    ("مع", .with), ("إلي", .to), ("ب", .by), ("ل", .to),
  ]
  private static let pronouns: [Enclitic] = [.hu, .ha]
}
