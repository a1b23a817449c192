internal import ArabicText
internal import EventModel

/// Countries, places and other names of the tables.
extension MentionScanner {
  func bestKnown(_ match: PhraseTrie<Int>.Match, allowHeadless: Bool) -> Int? {
    match.values.filter { allowHeadless || !tables.known[$0].needsHead }
      .min { Self.rank(tables.known[$0].source) < Self.rank(tables.known[$1].source) }
  }

  static func rank(_ source: KnownEntity.Source) -> Int {
    switch source {
    case .country: 0
    case .organization: 1
    case .person: 2
    case .place: 3
    case .media: 4
    }
  }

  mutating func knownName(at index: Int, limit: Int) -> Mention? {
    guard let match = tables.names.longest(in: text, at: index, limit: limit), match.enclitic == nil,
      let known = bestKnown(match, allowHeadless: false), !match.analysis.proclitics.contains(.sa)
    else { return nil }
    let entity = tables.known[known]
    // A name with an article that is no part of it is another word: الحماس is not حماس.
    if match.analysis.proclitics.contains(.al) { return nil }
    // «مسقط رأسه» is no Muscat.
    if text.tokens[index].marks.meets(.placeHead),
      let head = tables.placeHeads.longest(in: text, at: index, limit: limit), head.end > match.end
    {
      return nil
    }
    let form: Mention.Form =
      switch entity.source {
      case .person: .name
      case .country: .country
      case .place: .place
      case .organization, .media: .organization
      }
    let end = form == .name ? lineageEnd(match.end, limit: limit) : match.end
    return found(
      index..<end, match.analysis.proclitics, form, [drafts.intern(known: known, knowledge)],
      rule: "known-" + entity.source.rawValue, isNamed: true)
  }

  mutating func found(
    _ tokens: Range<Int>, _ proclitics: Proclitics, _ form: Mention.Form, _ entities: [Int],
    number: VerbForm.Number = .singular, feminine: Bool = false, definite: Bool = true, rule: String,
    isNamed: Bool = false, offices: [Office] = []
  ) -> Mention {
    let surface = Surface.string(text, tokens, proclitics)
    for entity in entities where entities.count == 1 { drafts[entity].add(surface: surface) }
    return Mention(
      tokens: tokens, proclitics: proclitics.subtracting(.al), form: form, entities: entities, number: number,
      isFeminine: feminine, isDefinite: definite, offices: offices, isNamed: isNamed, rule: rule)
  }
}
