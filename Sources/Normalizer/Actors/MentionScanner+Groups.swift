internal import ArabicText
internal import EventModel

/// People without names: counted, anonymous or of a country.
extension MentionScanner {
  /// «أربعة مسؤولين حاليين», «35 دبلوماسياً روسياً», «كبار المسؤولين», «عدد من الوزراء».
  mutating func countedGroup(at index: Int, limit: Int) -> Mention? {
    var start = index
    var count: Int?
    if let end = quantifierEnd(index, limit: limit) {
      start = end
      // «أحد كبار القادة».
      while start < limit, let next = quantifierEnd(start, limit: limit) { start = next }
    } else if let number = numerals.compound(text, index, limit: limit), number.value > 0,
      !isOrdinalNumber(index, limit: limit)
    {
      count = number.value
      start = number.end
      if start < limit, let next = quantifierEnd(start, limit: limit) { start = next }
      // «اثنين من مستشاري الرئيس».
      if start < limit, words.slot(text.tokens[start].whole) == .from { start += 1 }
    } else {
      return nil
    }
    guard start < limit, !blocked[start], text.tokens[start].kind == .word else { return nil }
    return group(at: start, limit: limit, count: count, from: index)
      ?? count.flatMap { countedPeople(at: start, count: $0, from: index) }
  }

  /// The end of a quantifier and its من; «كل من» introduces a list of persons and belongs to none of them.
  private func quantifierEnd(_ index: Int, limit: Int) -> Int? {
    guard text.tokens[index].marks.meets(.functionWord) else { return nil }
    let isQuantifier =
      words.kind(text.tokens[index].whole) == .quantifier
      || text.analyses(of: index).contains {
        words.kind($0.stem) == .quantifier && $0.proclitics.isSubset(of: [.wa, .la, .ba])
      }
    guard isQuantifier, text.tokens[index].kind == .word else { return nil }
    guard index + 1 < limit, words.slot(text.tokens[index + 1].whole) == .from else {
      return text.analyses(of: index).contains { words.isPartitive($0.stem) } ? nil : index + 1
    }
    return text.analyses(of: index).contains { words.isEach($0.stem) } ? nil : index + 2
  }

  /// «300 فلسطيني», «ثلاثة سعوديين»: people counted by their country's adjective alone.
  private mutating func countedPeople(at index: Int, count: Int, from start: Int) -> Mention? {
    guard count > 1, !isDefinite(index), let nisba = nisba(index), let country = nisba.country,
      !ends(index, in: "ة")
    else { return nil }
    let proclitics = text.analyses(of: start).first?.proclitics ?? []
    let surface = Surface.string(text, start..<index + 1, proclitics)
    let entity = drafts.intern(
      .init(
        key: "group:people@" + nisba.id + Self.folded(surface), kind: .group, name: surface, country: country,
        sector: .civilians, number: count))
    return found(
      start..<index + 1, proclitics, .group, [entity], number: .plural, definite: false, rule: "counted-people")
  }

  mutating func group(at index: Int, limit: Int, count: Int?, from start: Int) -> Mention? {
    guard let match = tables.groups.longest(in: text, at: index, limit: limit),
      // ين is written for duals and plurals; a dual is told by its number alone, and rarely.
      let form = match.values.first(where: { $0.number == .plural }) ?? match.values.first,
      start == index || match.analysis.proclitics.subtracting(.al).isEmpty
    else { return nil }
    let definite = isDefinite(index)
    // «السبب الرئيسي»: the construct state takes no article.
    if definite, form.number != .singular, match.end == index + 1, ends(index, in: "ي") { return nil }
    let part = affiliation(from: match.end, limit: limit, headIsDefinite: definite)
    let proclitics =
      start == index ? match.analysis.proclitics : text.analyses(of: start).first?.proclitics ?? []
    // «وفدين أميركي وأوكراني»
    if match.values.contains(where: { $0.number == .dual }), match.enclitic == nil, count == nil,
      let one = part.country.flatMap({ tables.index(ofCountry: $0) }),
      let other = part.second.flatMap({ tables.index(ofCountry: $0) }), one != other
    {
      let pair = [drafts.intern(known: one, knowledge), drafts.intern(known: other, knowledge)]
      return found(start..<part.end, proclitics, .country, pair, number: .dual, definite: definite, rule: "group-sides")
    }
    let origin = form.id == "delegation" ? delegation(match.end, limit: limit) : nil
    let owner = form.isOfCountry ? countryOwning(match.enclitic, before: index) : nil
    // A bare indefinite noun is a common noun, unless it is a source or counted.
    let isFollowers = match.enclitic != nil && form.number == .plural && follows(index, match.analysis)
    guard
      definite || !part.isEmpty || part.end > match.end || count != nil || form.isSource || start < index
        || isFollowers || origin != nil || owner != nil
    else { return nil }
    var end = origin?.end ?? part.end
    // «مواطنيها في روسيا»: the country behind it is not whose they are.
    if match.enclitic != nil { end = match.end }
    let country = match.enclitic == nil ? part.country ?? origin?.country : owner
    // «سفارة خادم الحرمين الملك سلمان»: an institution is not the person whose it is.
    if form.number == .singular, count == nil, start == index, !form.isBody,
      let (nameEnd, known, nameStart) = nameAfterRole(end, limit: limit),
      // «مسؤول فلسطيني لفرانس برس»
      !(tables.names.longest(in: text, at: nameStart, limit: limit)?.analysis.proclitics.contains(.la) ?? false)
    {
      let entity = person(nameStart..<nameEnd, known: known)
      if drafts[entity].country == nil { drafts[entity].country = part.country }
      drafts[entity].add(surface: text.string(nameStart..<nameEnd))
      return found(start..<nameEnd, proclitics, .name, [entity], rule: "group-name", isNamed: true)
    }
    // «حكومة خادم الحرمين الشريفين الملك سلمان»: the name of the holder belongs to his office.
    if form.isBody, !definite, match.enclitic == nil, end > match.end,
      tables.roles.longest(in: text, at: match.end, limit: limit)?.end == end,
      let named = nameAfterRole(end, limit: limit)
    {
      end = named.0
    }
    let surface = Surface.string(text, start..<end, proclitics)
    // «أحد المصادر»
    let isOne = start < index && form.isSource && text.analyses(of: start).contains { words.isOne($0.stem) }
    let size = count ?? (form.number == .singular || isOne ? 1 : form.number == .dual ? 2 : nil)
    let key =
      "group:" + form.id + (form.number == .singular ? ":1" : "") + "@"
      + (origin != nil
        ? Self.folded(surface)
        : match.enclitic == nil
          ? part.organization.map { drafts[$0].key } ?? part.country ?? Self.folded(surface)
          : owner ?? Self.folded(surface))
    let entity = drafts.intern(
      .init(
        key: key, kind: .group, name: surface, country: country,
        sector: part.sector ?? form.sector, masked: form.isSource ? Masking(reason: form.reason, count: size) : nil,
        number: size ?? 3,
        isLocal: match.enclitic != nil && owner == nil))
    return found(
      start..<end, proclitics, .group, [entity], number: form.number, definite: definite, rule: "group:" + form.id)
  }

  /// «وفدا من الكونغرس», «وفد من حركة حماس»: the end of the name of the body or country behind من that sent a delegation.
  private mutating func delegation(_ index: Int, limit: Int) -> (end: Int, country: String?)? {
    guard index + 1 < limit, words.slot(text.tokens[index].whole) == .from, !blocked[index + 1],
      let sender = plainMention(at: index + 1, limit: limit), sender.proclitics.subtracting(.al).isEmpty
    else { return nil }
    switch sender.form {
    case .organization, .country, .group:
      return (sender.tokens.upperBound, sender.entities.first.flatMap { drafts[$0].country })
    default: return nil
    }
  }

  /// «سحبت فرنسا دبلوماسييها»: the country named last in the sentence that may be a subject, whose people they are.
  private func countryOwning(_ enclitic: Enclitic?, before index: Int) -> String? {
    guard enclitic == .ha else { return nil }
    let sentence = text.sentence(of: index)
    for mention in mentions.reversed() {
      let first = mention.tokens.lowerBound
      guard text.sentence(of: first) == sentence else { return nil }
      let isBehindPreposition = first > 0 && words.slot(text.tokens[first - 1].whole) != nil
      if !isBehindPreposition, mention.proclitics.isSubset(of: [.wa, .fa, .al]), mention.entities.count == 1,
        [.country, .place, .organization].contains(mention.form), let country = drafts[mention.entities[0]].country
      {
        return country
      }
    }
    return nil
  }

  /// «الأميركيين المحتجزين في روسيا»: whether a group's word describes the people named right before it and names none itself.
  func isAttribute(_ mention: Mention) -> Bool {
    let index = mention.tokens.lowerBound
    guard mention.form == .group, text.tokens[index].marks.meets(.eventParticiple), let last = mentions.last,
      last.tokens.upperBound == index, last.isPeople, mention.proclitics.isEmpty
    else { return false }
    return knowledge.triggers.isState(index, text)
  }

  /// «الولايات المتحدة وحلفاؤها»: whether a word is joined to a mention right before it.
  private func follows(_ index: Int, _ analysis: Analysis) -> Bool {
    analysis.proclitics == .wa && mentions.last?.tokens.upperBound == index
  }

  /// «عقوبات على قطريين»: whether a word without article is a noun of its own, right behind a preposition.
  private func isFreeNoun(_ index: Int, _ analysis: Analysis) -> Bool {
    if !analysis.proclitics.isDisjoint(with: [.la, .ba]) { return true }
    return analysis.proclitics.isEmpty && index > 0 && words.slot(text.tokens[index - 1].whole) != nil
  }

  /// A people: «الروس», «للأوكرانيين», «على قطريين».
  mutating func people(at index: Int, limit: Int) -> Mention? {
    for analysis in text.analyses(of: index)
    where analysis.enclitic == nil && (analysis.proclitics.contains(.al) || isFreeNoun(index, analysis)) {
      guard let nisba = tables.nisbas[analysis.stem], nisba.isPlural else { continue }
      let surface = Surface.string(text, index..<index + 1, analysis.proclitics)
      let entity = drafts.intern(
        .init(
          key: "group:people@" + nisba.id, kind: .group, name: surface, country: nisba.country, sector: .civilians,
          number: 3))
      return found(
        index..<index + 1, analysis.proclitics, .group, [entity], number: .plural, rule: "people")
    }
    return nil
  }
}
