internal import ArabicText
internal import EventModel

/// Places that begin with a head noun.
extension MentionScanner {
  /// «مدينة زنجبار», «مستشفى عسير المركزي», «موقع الثويلة»: a head and the name, definite noun or adjective behind it.
  mutating func place(at index: Int, limit: Int) -> Mention? {
    guard let match = tables.placeHeads.longest(in: text, at: index, limit: limit), let head = match.values.first,
      !match.analysis.proclitics.contains(.sa)
    else { return nil }
    if let enclitic = match.enclitic { return head.isOwned ? owned(index, match, head, by: enclitic) : nil }
    guard match.end < limit, !blocked[match.end], text.tokens[match.end].kind == .word else { return nil }
    // «معبر رفح» may be a name of the tables as a whole.
    if let whole = tables.names.longest(in: text, at: index, limit: limit), whole.end > match.end { return nil }
    let isDefiniteHead = isDefinite(index) || match.analysis.proclitics.contains(.al)
    if head.isOnlyTold {
      return isDefiniteHead && head.isDescribed ? described(index, match, head, limit: limit) : nil
    }
    // «العاصمة الأوكرانية كييف»: adjectives before a known name.
    var end = match.end
    while isDefiniteHead, end < limit, nisba(end) != nil || isAdjective(end) { end += 1 }
    if let inside = tables.names.longest(in: text, at: end, limit: limit), inside.enclitic == nil,
      inside.analysis.proclitics.isEmpty, let known = bestKnown(inside, allowHeadless: false)
    {
      let entity = tables.known[known]
      if entity.source == .place, head.isSettlement {
        return found(
          index..<inside.end, match.analysis.proclitics, .place, [drafts.intern(known: known, knowledge)],
          rule: "place-known:" + head.id, isNamed: true)
      }
      guard !isDefiniteHead, entity.source != .media else { return nil }
      // «عاصمة النمسا».
      if head.isCapital, entity.source == .country, let country = entity.country,
        let capital = tables.capital(of: country)
      {
        return found(
          index..<inside.end, match.analysis.proclitics, .place, [drafts.intern(known: capital, knowledge)],
          rule: "place-capital")
      }
      return named(index, adjectivesEnd(inside.end, limit: limit), match, head, country: entity.country)
    }
    // «في العاصمة الموريتانية»: the capital by its country alone.
    if isDefiniteHead, end > match.end, head.isCapital, let country = nisba(match.end)?.country,
      let capital = tables.capital(of: country)
    {
      return found(
        index..<match.end + 1, match.analysis.proclitics, .place, [drafts.intern(known: capital, knowledge)],
        rule: "place-capital")
    }
    if isDefiniteHead, head.isDescribed { return described(index, match, head, limit: limit) }
    guard !isDefiniteHead, end == match.end else { return nil }
    // «مستشفى الملك فهد الجامعي»
    if head.bearsNames, let nameEnd = honoredEnd(end, limit: limit) {
      return named(index, adjectivesEnd(nameEnd, limit: limit), match, head, country: nil)
    }
    let isUnknownName = isUnknown(end) && !isDefinite(end)
    guard isUnknownName || isComplement(end) && nisba(end) == nil else { return nil }
    end += 1
    // A place's unknown name has two words at most.
    if isUnknownName, end < limit, isUnknown(end), text.analyses(of: end).allSatisfy({ $0.proclitics.isEmpty }) {
      end += 1
    }
    return named(index, adjectivesEnd(end, limit: limit), match, head, country: nil)
  }

  /// «في قصره», «بمنزلها»: a house, by whose it is.
  private mutating func owned(
    _ index: Int, _ match: PhraseTrie<PlaceHead>.Match, _ head: PlaceHead, by enclitic: Enclitic
  ) -> Mention? {
    guard [.hu, .ha, .hum, .huma].contains(enclitic), isInside(index, match.analysis.proclitics) else { return nil }
    let surface = Surface.string(text, index..<match.end, match.analysis.proclitics)
    let entity = drafts.intern(
      .init(key: "place-name:" + Self.folded(surface), kind: .place, name: surface, isLocal: true))
    return found(
      index..<match.end, match.analysis.proclitics, .place, [entity], rule: "place-owned:" + head.id, isNamed: true)
  }

  /// «على الحدود التركية», «بالمنطقة الشرقية», «عند الحدود مع سوريا»: land that adjectives or a country tell.
  private mutating func described(
    _ index: Int, _ match: PhraseTrie<PlaceHead>.Match, _ head: PlaceHead, limit: Int
  ) -> Mention? {
    let isLocated = index > 0 && words.isLocative(text.tokens[index - 1].whole)
    guard isLocated || isInside(index, match.analysis.proclitics) else { return nil }
    var end = match.end
    var countries: [String?] = []
    while end < limit, end - match.end < 2, isDefinite(end), !blocked[end] {
      if let nisba = nisba(end) {
        countries.append(nisba.country)
      } else if !text.analyses(of: end).contains(where: { tables.directions.contains($0.stem) }) {
        break
      }
      end += 1
    }
    if end == match.end, end + 1 < limit, words.slot(text.tokens[end].whole) == .with,
      let country = tables.names.longest(in: text, at: end + 1, limit: limit), country.enclitic == nil,
      country.analysis.proclitics.isEmpty, let known = bestKnown(country, allowHeadless: false),
      tables.known[known].source == .country
    {
      end = country.end
    }
    guard end > match.end else { return nil }
    return named(index, end, match, head, country: countries.count == 1 ? countries[0] : nil)
  }

  /// Whether a noun stands behind a preposition that says where something is: «في قصره», «بقصره», «على الحدود».
  func isInside(_ index: Int, _ proclitics: Proclitics) -> Bool {
    if proclitics.contains(.ba) { return true }
    guard index > 0 else { return false }
    return switch words.slot(text.tokens[index - 1].whole) {
    case .in?, .on?, .at?: true
    default: false
    }
  }

  /// The end of a person's title and name, after whom a place or body is named.
  func honoredEnd(_ index: Int, limit: Int) -> Int? {
    guard let title = tables.titles.longest(in: text, at: index, limit: limit), title.enclitic == nil,
      title.analysis.proclitics.subtracting(.al).isEmpty
    else { return nil }
    if let (end, _, _) = nameAfterRole(index, limit: limit) { return end }
    return title.values.contains { $0.takesFirstName } ? givenEnd(title.end, limit: limit) : nil
  }

  private func adjectivesEnd(_ index: Int, limit: Int) -> Int {
    var end = index
    while end < limit, end - index < 2, isDefinite(end), !blocked[end], nisba(end) != nil || isAdjective(end) {
      end += 1
    }
    return end
  }

  private mutating func named(
    _ index: Int, _ end: Int, _ match: PhraseTrie<PlaceHead>.Match, _ head: PlaceHead, country: String?
  ) -> Mention {
    let surface = Surface.string(text, index..<end, match.analysis.proclitics)
    let entity = drafts.intern(
      .init(key: "place-name:" + Self.folded(surface), kind: .place, name: surface, country: country))
    return found(
      index..<end, match.analysis.proclitics, .place, [entity], rule: "place:" + head.id, isNamed: true)
  }
}
