internal import ArabicText
internal import EventModel

/// The country and body that an office or group belongs to.
extension MentionScanner {
  /// What stands behind a role or group: the body and country it belongs to.
  struct Affiliation {
    var end: Int
    var country: String?
    var sector: Sector?
    var organization: Int?
    /// A second country, joined by و: «مديرا الاستخبارات الأميركية والروسية».
    var second: String?
    /// A second country whose adjective stands behind the first without و: «وزيرا الخارجية الروسي التركي».
    var apposed: String?
    /// Whether anything at all was found.
    var isEmpty = true
  }

  /// Reads what belongs to a head noun from a token on: nisbas, adjectives, countries and organizations.
  ///
  /// - Parameter isOffice: Whether the head is one, whose holder may serve that of another: «مستشار الرئيس».
  mutating func affiliation(
    from start: Int, limit: Int, headIsDefinite: Bool, isOffice: Bool = false
  ) -> Affiliation {
    var result = Affiliation(end: start)
    var index = start
    var unknowns = 0
    // Behind the noun that may have a genitive.
    var open = start
    var isClosed = headIsDefinite
    while index < limit, index - start < 10 {
      if let nisba = nisba(index) {
        if let first = result.country, let other = nisba.country, other != first {
          // «ممثلو الحكومة السورية الأكراد»: a people behind another country's adjective is a noun.
          if nisba.isPlural { break }
          result.apposed = other
        }
        if result.country == nil { result.country = nisba.country }
        index += 1
        result.isEmpty = false
        if index < limit, let joined = joinedNisba(index), let country = joined.country {
          result.second = country
          index += 1
        }
        result.end = index
        continue
      }
      if let end = adjectiveEnd(index, limit: limit) {
        index = end
        result.end = index
        continue
      }
      if isOrdinalNumber(index, limit: limit) {
        index += 1
        result.end = index
        result.isEmpty = false
        continue
      }
      if result.organization == nil, let body = body(at: index, limit: limit) {
        if result.country == nil { result.country = body.country }
        result.sector = result.sector ?? body.sector
        result.organization = body.entity
        result.second = result.second ?? body.second
        result.apposed = result.apposed ?? body.apposed
        index = body.end
        result.end = index
        result.isEmpty = false
        continue
      }
      // An office of an office: «نائب وزير الصحة», «النائب الثاني لرئيس الوزراء».
      if let inner = tables.roles.longest(in: text, at: index, limit: limit), inner.enclitic == nil,
        inner.analysis.proclitics.contains(.la)
          || index == open && !isClosed && (isOffice || inner.analysis.proclitics.isEmpty),
        inner.analysis.proclitics.isSubset(of: [.la, .al])
      {
        index = inner.end
        open = index
        isClosed = isDefinite(index - 1)
        result.end = index
        result.isEmpty = false
        continue
      }
      // One definite noun may complete an idafa: رئيس الوفد.
      if unknowns < 1, index == open,
        isClosed
          ? isAdjectiveShaped(index, limit: limit)
          : isComplement(index) || isDefinite(index) && isOrdinalNumber(index + 1, limit: limit)
      {
        unknowns += 1
        index += 1
        result.end = index
        result.isEmpty = false
        continue
      }
      break
    }
    return result
  }

  /// «رئيس الديوان الملكي الهاشمي», «رئيس اللجنة الإشرافية»: whether a definite word has the ending of an adjective of the
  /// definite noun before it.
  func isAdjectiveShaped(_ index: Int, limit: Int) -> Bool {
    guard isComplement(index), index > 0, isDefinite(index - 1),
      tables.roles.longest(in: text, at: index, limit: limit) == nil,
      tables.groups.longest(in: text, at: index, limit: limit) == nil,
      tables.names.longest(in: text, at: index, limit: limit) == nil
    else { return false }
    return ends(index - 1, in: "ة") ? ends(index, in: "ة") : ends(index, in: "ي")
  }

  /// What belongs to an office: a country's adjective among its own words tells as much as one behind them («المستشارة
  /// الألمانية»).
  mutating func affiliation(after match: PhraseTrie<RoleForm>.Match, at index: Int, limit: Int) -> Affiliation {
    // «أمير منطقة عسير»: the name of the region may be a place only with its noun.
    let region = match.end - index > 1 ? regionEnd(match.end - 1, limit: limit) : nil
    let end = region ?? match.end
    var part = affiliation(
      from: end, limit: limit, headIsDefinite: region != nil || isDefinite(end - 1), isOffice: true)
    if region != nil { part.isEmpty = false }
    guard part.country == nil else { return part }
    for token in index + 1..<max(index + 1, match.end) where part.country == nil {
      part.country = nisba(token)?.country
    }
    if part.country == nil { part.country = match.values.lazy.compactMap(\.country).first }
    if part.country != nil { part.isEmpty = false }
    return part
  }

  /// The end of the name of a place that begins at the last word of an office and goes on behind it.
  private func regionEnd(_ index: Int, limit: Int) -> Int? {
    guard let match = tables.names.longest(in: text, at: index, limit: limit), match.end > index + 1,
      let known = bestKnown(match, allowHeadless: false), tables.known[known].source == .place
    else { return nil }
    return match.end
  }

  struct Body {
    var end: Int
    var entity: Int?
    var country: String?
    var sector: Sector?
    var second: String?
    var apposed: String?
  }

  /// «زيارة الأمير محمد بن سلمان ولي ولي العهد لمصر»: whether a country behind ل is where the visit goes that is told of before.
  private func isVisited(_ index: Int, limit: Int) -> Bool {
    guard let match = tables.names.longest(in: text, at: index, limit: limit),
      let known = bestKnown(match, allowHeadless: false), tables.known[known].source == .country
    else { return false }
    let start = text.sentences[text.sentence(of: index)].tokens.lowerBound
    return (max(start, index - 24)..<index).contains { token in
      text.tokens[token].marks.meets(.eventNoun)
        && knowledge.triggers.nouns.longest(in: text, at: token, limit: index)?.values.contains {
          knowledge.triggers.triggers[$0.trigger].frame.isVisit
        } ?? false
    }
  }

  /// The body or country that a role belongs to, perhaps behind ل, ب, في, لدى, باسم or عن.
  mutating func body(at index: Int, limit: Int) -> Body? {
    var start = index
    var allowed: Proclitics = [.la, .ba, .al]
    if text.tokens[start].kind == .word, let slot = words.slot(text.tokens[start].whole),
      [.in, .at, .via].contains(slot) || slot == .on, start + 1 < limit, slot != .on
    {
      start += 1
      allowed = [.al]
    }
    if isQuote(start), start + 1 < limit {
      // «قادة «منظمة معاهدة الأمن الجماعي»».
      guard let inside = tables.names.longest(in: text, at: start + 1, limit: limit), inside.end < limit,
        isQuote(inside.end), let known = bestKnown(inside, allowHeadless: false),
        tables.known[known].source == .organization
      else { return nil }
      return Body(
        end: inside.end + 1, entity: drafts.intern(known: known, knowledge), country: tables.known[known].country,
        sector: tables.known[known].sector)
    }
    guard text.tokens[start].kind != .punctuation else { return nil }
    let clitics = text.analyses(of: start).first?.proclitics ?? []
    guard clitics.isSubset(of: allowed) else { return nil }
    if clitics.contains(.la), isVisited(start, limit: limit) { return nil }
    // «زار خادم الحرمين الشريفين القاهرة»: a definite noun has no genitive.
    let isClosed = start == index && index > 0 && isDefinite(index - 1)
    if let organization = organization(at: start, limit: limit), organization.proclitics.isSubset(of: allowed),
      let entity = organization.entities.first
    {
      // «واتهم المتمردون الحكومة»: no more has it a body.
      if isClosed, organization.proclitics.isDisjoint(with: [.la, .ba]) { return nil }
      let draft = drafts[entity]
      // «قال المحامي لوكالة الأنباء»: whom he told it.
      if draft.sector == .journalism, organization.proclitics.contains(.la) { return nil }
      var body = Body(end: organization.tokens.upperBound, entity: entity, country: draft.country, sector: draft.sector)
      if body.end < limit, let joined = joinedNisba(body.end) {
        body.second = joined.country
        body.end += 1
      } else if let last = nisba(body.end - 1)?.country, last != body.country, nisba(body.end - 2) != nil {
        body.apposed = last
      }
      return body
    }
    if let match = tables.names.longest(in: text, at: start, limit: limit),
      match.analysis.proclitics.isSubset(of: allowed), match.enclitic == nil,
      let known = bestKnown(match, allowHeadless: false)
    {
      let entity = tables.known[known]
      switch entity.source {
      case .person, .media: return nil
      case .country:
        if isClosed, match.analysis.proclitics.isEmpty { return nil }
        // «السفير لدى اليمن» is another country's.
        let isHost = start > index && words.slot(text.tokens[index].whole) == .at
        // «السفير لدى فرنسا وموناكو»
        let end = isHost ? joinedCountryEnd(match.end, limit: limit) ?? match.end : match.end
        return Body(end: end, entity: nil, country: isHost ? nil : entity.country)
      case .place:
        // «في واشنطن» after a role is where it is, not whose it is, unless it is an idafa.
        guard start == index, !isClosed || !match.analysis.proclitics.isEmpty else { return nil }
        return Body(end: match.end, entity: nil, country: entity.country)
      case .organization:
        return Body(
          end: match.end, entity: drafts.intern(known: known, knowledge), country: entity.country,
          sector: entity.sector)
      }
    }
    return nil
  }
}
