internal import ArabicText
internal import EventModel

/// What nouns that are no mentions tell of a verb's subject.
extension SubjectFinder {
  /// «الفيضانات التي ضربت البلاد»: whether a verb is the first behind a relative pronoun that nothing in its clause takes up,
  /// so that the noun before the pronoun is its subject.
  func opensRelative(_ verb: Int, _ form: VerbForm, _ clause: Range<Int>) -> Bool {
    guard verb > clause.lowerBound, view.kind(clause.lowerBound) == .relative, form.person == 3, !form.isPassive,
      (clause.lowerBound + 1..<verb).allSatisfy({ index in
        view.kind(index) == .auxiliary || view.kind(index) == .negation || view.isTime[index]
      })
    else { return false }
    return !(clause.lowerBound + 1..<clause.upperBound).contains { token in
      view.kind(token) == .pronoun
        || view.text.analyses(of: token).contains { analysis in
          analysis.enclitic != nil && (token == verb || view.knowledge.words.slot(analysis.stem) != nil)
        }
    }
  }

  /// The mention right before a relative pronoun, adjectives and a comma apart.
  func relativeAntecedent(_ relative: Int) -> Subject? {
    var index = relative - 1
    if index >= 0, view.text.tokens[index].kind == .punctuation { index -= 1 }
    guard index >= 0, case let number = view.mentionAt[index], number >= 0,
      !view.mentions[Int(number)].entities.isEmpty
    else { return nil }
    return Subject(entities: view.mentions[Int(number)].entities, mention: Int(number), isExplicit: true)
  }

  /// The noun right behind a verb that is no mention, adverbials apart.
  func nounBehind(_ verb: Int, _ clause: Range<Int>) -> Int? {
    for token in verb + 1..<max(verb + 1, clause.upperBound) {
      if view.mentionAt[token] >= 0 || view.slot(token) != nil || view.isVerb(token) { return nil }
      if view.isTime[token] || view.kind(token) != nil || view.text.tokens[token].kind == .punctuation { continue }
      let analyses = view.text.analyses(of: token)
      let proclitics = analyses.first { $0.stem != .none }?.proclitics ?? []
      if !proclitics.isDisjoint(with: .prepositions) { return nil }
      // «فرضها عليه الحوثيون».
      if analyses.contains(where: { $0.enclitic != nil && view.knowledge.words.slot($0.stem) != nil }) { continue }
      if view.isAccusative(token) { continue }
      return token
    }
    return nil
  }

  /// Whether what a noun before a mention does those do who are mentioned: «قصف طيران التحالف».
  func isOwned(_ noun: Int, by mention: Mention) -> Bool {
    let start = mention.tokens.lowerBound
    // «دعا لاري آندري، سفير الولايات المتحدة»: an unknown name, and behind a comma who that is.
    if noun < start, view.text.tokens[start - 1].kind == .punctuation { return true }
    return noun > start
      || noun + 1 == start && view.text.analyses(of: noun).contains { view.knowledge.metonyms.contains($0.stem) }
  }

  /// Whether a noun right behind a verb is likely its subject: «طالب حمادة», «تصل الفجوة»; masdars, event nouns and
  /// nouns of another gender are objects.
  func isSubject(_ noun: Int, _ form: VerbForm) -> Bool {
    guard form.person == 3, form.number == .singular,
      view.knowledge.triggers.nouns.longest(in: view.text, at: noun, limit: noun + 1) == nil
    else { return false }
    let analyses = view.text.analyses(of: noun)
    if analyses.contains(where: { $0.enclitic != nil }) { return false }
    let isDefinite = analyses.first?.proclitics.contains(.al) ?? false
    let isCommon = analyses.contains { view.knowledge.commonWords.contains($0.stem) }
    let shape = NounShape(view.text.text.bytes[view.text.tokens[noun].bytes], isDefinite: isDefinite)
    if shape.isMasdar { return false }
    if form.isFeminine { return shape.isFeminine }
    return shape.isFeminine ? !isCommon : isDefinite || !isCommon || shape.isPluralOfPersons
  }
}
