internal import ArabicText
internal import EventModel

/// Whom pronouns mean.
extension SubjectFinder {
  /// Whom a pronoun means that stands before a token: a subject of its sentence, a person named in it, then the last
  /// subjects and mentions of earlier sentences; persons before bodies.
  ///
  /// - Parameter others: Those whom it cannot mean: «اجتمع معه الوزير» is not with himself.
  func antecedent(of enclitic: Enclitic, before token: Int, besides others: [Int] = []) -> [Int] {
    let number: VerbForm.Number =
      switch enclitic {
      case .huma: .dual
      case .hum, .na: .plural
      default: .singular
      }
    if number == .dual { return lastTwo(before: token) }
    // «يستهدفنا» means who speaks.
    if enclitic == .na { return [] }
    if enclitic == .hum, let crowd = crowd(before: token) { return crowd }
    let isFeminine = enclitic == .ha
    func fits(_ entities: [Int], persons: Bool) -> Bool {
      guard agrees(entities, isFeminine: isFeminine, number: number), let first = entities.first,
        !entities.contains(where: { others.contains($0) })
      else { return false }
      return !persons || number == .plural || drafts[first].kind == .person
    }
    let sentence = view.text.sentences[view.text.sentence(of: token)].tokens
    let verbs = self.verbs(before: token).reversed()
    let mentions = view.mentions(before: token).reversed().lazy.filter { $0.tokens.upperBound <= token }
    for persons in isFeminine ? [false] : [true, false] {
      for verb in verbs.prefix(8) where sentence.contains(verb) {
        if let entities = subjects[verb]?.entities, fits(entities, persons: persons) { return entities }
      }
      for mention in mentions.prefix(12) where sentence.contains(mention.tokens.lowerBound) {
        if fits(mention.entities, persons: persons) { return mention.entities }
      }
      for verb in verbs.prefix(6) {
        if let entities = subjects[verb]?.entities, fits(entities, persons: persons) { return entities }
      }
      for mention in mentions.prefix(12) where fits(mention.entities, persons: persons) {
        return mention.entities
      }
    }
    return []
  }

  /// «أن المتمردين في أعقاب انسحابهم»: the people named last in the sentence.
  private func crowd(before token: Int) -> [Int]? {
    let sentence = view.text.sentences[view.text.sentence(of: token)].tokens
    return view.mentions(before: token).reversed().lazy
      .prefix { sentence.contains($0.tokens.lowerBound) }
      .first { $0.tokens.upperBound <= token && self.isCrowd($0) }?.entities
  }

  func isCrowd(_ mention: Mention) -> Bool {
    guard mention.entities.count == 1, let entity = mention.entities.first else { return false }
    if drafts[entity].kind == .group { return drafts[entity].number > 2 }
    return mention.form == .organization && isSoundPlural(view.text.string(mention.tokens.prefix(1)))
  }

  /// «ومثل الرجلان ... وتم حبسهما»: whom a word for two meant in the sentences before, else the two persons, countries or
  /// bodies named last.
  private func lastTwo(before token: Int) -> [Int] {
    let sentence = view.text.sentence(of: token)
    let before = view.mentions(before: token).reversed().lazy.filter { $0.tokens.upperBound <= token }
    var result: [Int] = []
    var firstPlace = sentence
    for mention in before {
      let place = view.text.sentence(of: mention.tokens.lowerBound)
      if result.isEmpty || place < sentence, place + 1 >= sentence, mention.entities.count == 2 {
        return mention.entities
      }
      for entity in mention.entities.reversed()
      where !result.contains(entity) && drafts[entity].kind != .place && drafts[entity].sector != .journalism {
        if let first = result.first, drafts[first].kind != drafts[entity].kind { continue }
        // Two bodies that are told of apart are no pair.
        if !result.isEmpty, drafts[entity].kind == .organization, place != firstPlace { continue }
        if result.isEmpty { firstPlace = place }
        result.append(entity)
        if result.count == 2 { return result.reversed() }
      }
    }
    return []
  }
}
