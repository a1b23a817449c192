internal import ArabicText
internal import EventModel

/// Nouns that stand for actors named elsewhere.
extension MentionScanner {
  /// «الجانبان», «نظيره الروسي», and «نظيره الروسي سيرغي لافروف», which is a name.
  mutating func anaphor(at index: Int, limit: Int) -> Mention? {
    guard let match = anaphorTable.forms.longest(in: text, at: index, limit: limit), let anaphor = match.values.first
    else { return nil }
    if anaphor.target == .place { return place(anaphor, index, match, limit: limit) }
    var end = match.end
    var country: String?
    var second: String?
    if anaphor.kind == .counterpart {
      guard match.enclitic != nil else { return nil }
      if let turns = namesInTurn(at: end, limit: limit, role: nil) {
        return found(
          index..<turns.end, match.analysis.proclitics, .name, turns.entities, number: .dual,
          rule: "counterpart-names", isNamed: true)
      }
      let part = affiliation(from: end, limit: limit, headIsDefinite: true)
      country = part.country
      second = part.second
      end = part.end
      if let (nameEnd, known, start) = nameAfterRole(end, limit: limit) {
        let entity = person(start..<nameEnd, known: known)
        if drafts[entity].country == nil { drafts[entity].country = country }
        drafts[entity].add(surface: text.string(start..<nameEnd))
        return found(
          index..<nameEnd, match.analysis.proclitics, .name, [entity], rule: "counterpart-name", isNamed: true)
      }
    } else if anaphor.kind == .pair, anaphor.target == .any, let pair = sides(end, limit: limit) {
      // «الطرفان المصري والأوغندي»
      return found(
        index..<end + 2, match.analysis.proclitics.subtracting(.al), .country, pair, number: .dual, rule: "sides")
    } else if end < limit, nisba(end) != nil || anaphor.target == .country && areMany(index) {
      return nil
    } else if anaphor.kind == .last, index > 0, text.tokens[index - 1].kind == .word, isDefinite(index - 1) {
      // «الفترة الأخيرة» is an adjective.
      return nil
    }
    anaphorAt[index] = anaphor
    return Mention(
      tokens: index..<end, proclitics: match.analysis.proclitics.subtracting(.al), form: .anaphor, entities: [],
      number: anaphor.kind == .pair || second != nil ? .dual : .singular, isFeminine: false, isDefinite: true,
      offices: anaphor.kind == .counterpart
        ? [country, second].compactMap { $0 }.map { Office(role: "counterpart", sector: nil, country: $0) } : [],
      rule: "anaphor:" + anaphor.id)
  }

  /// «في المدينة»: a place named before, behind a preposition of place and with nothing behind it that tells which it is.
  private mutating func place(
    _ anaphor: AnaphorTable.Anaphor, _ index: Int, _ match: PhraseTrie<AnaphorTable.Anaphor>.Match, limit: Int
  ) -> Mention? {
    let proclitics = match.analysis.proclitics.subtracting(.al)
    guard isInside(index, proclitics), match.enclitic == nil else { return nil }
    if match.end < limit, text.tokens[match.end].kind == .word,
      isDefinite(match.end) || tables.names.longest(in: text, at: match.end, limit: limit) != nil
    {
      return nil
    }
    anaphorAt[index] = anaphor
    return Mention(
      tokens: index..<match.end, proclitics: proclitics, form: .anaphor, entities: [], number: .singular,
      isFeminine: ends(index, in: "ة"), isDefinite: true, rule: "anaphor:" + anaphor.id)
  }

  /// The two countries whose adjectives stand one after the other.
  private mutating func sides(_ index: Int, limit: Int) -> [Int]? {
    guard index + 1 < limit, let first = nisba(index)?.country, let second = joinedNisba(index + 1)?.country,
      first != second, let one = tables.index(ofCountry: first),
      let other = tables.index(ofCountry: second)
    else { return nil }
    return [drafts.intern(known: one, knowledge), drafts.intern(known: other, knowledge)]
  }

  /// «أضاعت البلدان الرأسمالية الفرص»: whether a noun written like a dual is a plural, whose adjective and verb are feminine.
  private func areMany(_ index: Int) -> Bool {
    guard ends(index, in: "بلدان"), index + 1 < text.tokens.count, isDefinite(index + 1), ends(index + 1, in: "ة")
    else {
      return false
    }
    guard index > 0, text.tokens[index - 1].marks.meets(.verb) else { return true }
    return text.analyses(of: index - 1).contains { verbs.entries($0.stem).contains { $0.form.isFeminine } }
  }
}
