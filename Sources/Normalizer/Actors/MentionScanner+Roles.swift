internal import ArabicText
internal import EventModel

/// Offices, with the names that stand before or after them.
extension MentionScanner {
  mutating func role(at index: Int, limit: Int) -> Mention? {
    guard let match = tables.roles.longest(in: text, at: index, limit: limit),
      let first = roleForms(match, at: index).first,
      !match.analysis.proclitics.contains(.sa), !beginsLongerName(index, match.end, limit: limit)
    else { return nil }
    // «عمل مستشارا للرئيس», «وزيرًا»: what somebody was or became.
    if first.number == .singular, match.enclitic == nil,
      text.tokens[index].hasTanwin
        || match.end == index + 1 && ends(index, in: "ا") && (match.end == limit || !isDefinite(match.end))
          && !(match.values.contains { $0.number == .dual } && areTwoCountries(match.end, limit: limit))
    {
      return nil
    }
    if first.number != .singular, match.enclitic == nil,
      let turns = namesInTurn(at: match.end, limit: limit, role: first)
    {
      return found(
        index..<turns.end, match.analysis.proclitics, .name, turns.entities, number: first.number,
        rule: "role-names", isNamed: true)
    }
    let definite = isDefinite(index) || match.end - index > 1
    var part = affiliation(after: match, at: index, limit: limit)
    // «مدير الاستخبارات المركزية»: the role's last word begins a longer name.
    if match.end - index > 1, let inner = tables.names.longest(in: text, at: match.end - 1, limit: limit),
      inner.end > match.end, let known = bestKnown(inner, allowHeadless: false),
      tables.known[known].source == .organization
    {
      part = affiliation(from: inner.end, limit: limit, headIsDefinite: true)
      part.country = part.country ?? tables.known[known].country
      part.sector = part.sector ?? tables.known[known].sector
      part.organization = drafts.intern(known: known, knowledge)
      part.isEmpty = false
    }
    var end = part.end
    let forms = roleForms(match, at: index)
    if part.second == nil, forms.contains(where: { $0.number == .dual }) {
      part.second = part.apposed
      // «وزيرا خارجية السعودية وإيران»
      if part.second == nil, let country = part.country, let next = joinedCountryEnd(end, limit: limit),
        let other = tables.names.longest(in: text, at: end, limit: limit).flatMap({
          bestKnown($0, allowHeadless: false)
        }),
        let second = tables.known[other].country, second != country
      {
        part.second = second
        part.end = next
        end = next
      }
    }
    var role = forms.first { $0.isOfOrganization == (part.organization != nil) } ?? first
    if part.second != nil, let dual = forms.first(where: { $0.number == .dual }) { role = dual }
    // ين is written for duals and plurals: two countries, or بين before it, tell a dual.
    if role.number == .dual, part.second == nil, index == 0 || words.slot(text.tokens[index - 1].whole) != .between,
      let plural = forms.first(where: { $0.number == .plural })
    {
      role = plural
    }
    let principal = principal(of: role, head: index, end: match.end, limit: limit)
    if let principal {
      end = principal.end
      part.country = part.country ?? principal.country
      part.isEmpty = false
    }
    if role.isKin, principal == nil { return nil }
    var offices = offices(role, part)
    if role.number == .singular, let posting = posting(role, end, limit: limit) { end = posting }
    if role.isPosted, role.number == .singular, let next = joinedCountryEnd(end, limit: limit),
      nameAfterRole(next, limit: limit) != nil || apposition(after: next, limit: limit) != nil
    {
      end = next
    }
    if role.number == .singular { chainedOffices(&end, &offices, limit: limit) }
    if role.number == .singular, let second = secondOffice(of: role, end, limit: limit) {
      offices += second.offices
      end = second.end
    }
    // «رئيس مكتبها السياسي خالد مشعل»
    let isOwned = match.enclitic != nil && (match.end..<end).allSatisfy { isDefinite($0) }
    if role.number == .singular, match.enclitic == nil || isOwned {
      if let (nameEnd, known, start) = nameAfterRole(end, limit: limit) ?? nameAfterMore(end, limit: limit)
        ?? nameAfterThen(end, limit: limit), principal == nil || mayServe(known, part.country)
      {
        let entity = person(start..<nameEnd, known: known)
        for office in offices { drafts[entity].offices.insert(office) }
        describe(entity, role, part)
        drafts[entity].add(surface: text.string(start..<nameEnd))
        return found(
          index..<nameEnd, match.analysis.proclitics, .name, [entity], feminine: role.isFeminine,
          rule: "role-name", isNamed: true, offices: offices)
      }
    }
    if role.number == .plural {
      if part.second == nil, let joined = joinedField(role, end, limit: limit) {
        end = joined.end
        part.country = part.country ?? joined.country
      }
      return pluralRole(index..<end, match.analysis.proclitics, role, part)
    }
    guard definite || !part.isEmpty || match.enclitic != nil else { return nil }
    // «مساعدة إيران للأسد», «بمساعدة قوات التحالف»: help, and no assistant.
    if role.isFeminine, role.number == .singular, match.end == index + 1, !isDefinite(index), !part.isEmpty,
      text.tokens[index].marks.meets(.eventNoun), tables.roles.longest(in: text, at: match.end, limit: limit) == nil
    {
      return nil
    }
    if let apposed = apposition(after: end, limit: limit) {
      let entity = person(apposed.name, known: apposed.known)
      for office in offices { drafts[entity].offices.insert(office) }
      describe(entity, role, part)
      drafts[entity].add(surface: text.string(apposed.name))
      end = apposed.name.upperBound
      return found(
        index..<end, match.analysis.proclitics, .name, [entity], feminine: role.isFeminine, rule: "role-apposition",
        isNamed: true, offices: offices)
    }
    return Mention(
      tokens: index..<end, proclitics: match.analysis.proclitics.subtracting(.al), form: .role, entities: [],
      number: role.number, isFeminine: role.isFeminine, isDefinite: definite || part.country != nil, offices: offices,
      sector: part.sector ?? role.sector, rule: "role:" + role.id)
  }

  /// What the words of an office mean where they stand: the construct state takes no article.
  func roleForms(_ match: PhraseTrie<RoleForm>.Match, at index: Int) -> [RoleForm] {
    guard isDefinite(index) else { return Array(match.values) }
    return match.values.filter { !$0.isConstruct || match.end - index > 1 }
  }

  /// «وزيرا الخارجية الروسي سيرغي لافروف والأميركي جون كيري»: an adjective and a name in turn, once or more.
  mutating func namesInTurn(at index: Int, limit: Int, role: RoleForm?) -> (end: Int, entities: [Int])? {
    var entities: [Int] = []
    var end = index
    while end < limit, entities.count < 8 {
      var start = end
      if !entities.isEmpty, text.tokens[start].mark == 0x60C, start + 1 < limit { start += 1 }
      guard let origin = nisba(start) ?? (entities.isEmpty ? nil : joinedNisba(start)),
        start + 1 < limit, let (nameEnd, known, nameStart) = nameAfterRole(start + 1, limit: limit)
      else { break }
      let entity = person(nameStart..<nameEnd, known: known)
      if let role {
        drafts[entity].offices.insert(Office(role: role.id, sector: nil, country: origin.country))
        if drafts[entity].sector == nil { drafts[entity].sector = role.sector }
      }
      if drafts[entity].country == nil { drafts[entity].country = origin.country }
      drafts[entity].add(surface: text.string(nameStart..<nameEnd))
      entities.append(entity)
      end = nameEnd
    }
    return entities.count > 1 ? (end, entities) : nil
  }

  /// «المبعوث الأممي إلى اليمن، إسماعيل ولد الشيخ», «السفير البريطاني في صنعاء جون ويلكس»: the end of the place to which an
  /// office is sent, where a name follows.
  func posting(_ role: RoleForm, _ index: Int, limit: Int) -> Int? {
    guard index + 1 < limit, text.tokens[index].kind == .word, let slot = words.slot(text.tokens[index].whole),
      slot == .to || role.isPosted && (slot == .in || slot == .at),
      let match = tables.names.longest(in: text, at: index + 1, limit: limit), match.analysis.proclitics.isEmpty,
      let known = bestKnown(match, allowHeadless: false),
      tables.known[known].source == .country || tables.known[known].source == .place
    else { return nil }
    // «السفير في إيطاليا ومالطا رائد قرملي»
    var end = match.end
    while let next = joinedCountryEnd(end, limit: limit) { end = next }
    return nameAfterRole(end, limit: limit) != nil || apposition(after: end, limit: limit) != nil ? end : nil
  }

  /// «رئيسا روسيا وتركيا»: whether two countries joined by و stand at a token.
  private func areTwoCountries(_ index: Int, limit: Int) -> Bool {
    guard index < limit, let match = tables.names.longest(in: text, at: index, limit: limit),
      match.analysis.proclitics.isEmpty, let known = bestKnown(match, allowHeadless: false),
      tables.known[known].source == .country
    else { return false }
    return joinedCountryEnd(match.end, limit: limit) != nil
  }

  /// The end of a country's name that is joined by و to what stands before.
  func joinedCountryEnd(_ index: Int, limit: Int) -> Int? {
    guard index < limit, let match = tables.names.longest(in: text, at: index, limit: limit),
      match.analysis.proclitics == .wa, match.enclitic == nil, let known = bestKnown(match, allowHeadless: false),
      tables.known[known].source == .country
    else { return nil }
    return match.end
  }

  /// Whether a person's name of the tables begins here and goes on behind a role or title: «الملك سلمان».
  func beginsLongerName(_ index: Int, _ end: Int, limit: Int) -> Bool {
    guard let name = tables.names.longest(in: text, at: index, limit: limit), name.end > end else { return false }
    return name.values.contains { tables.known[$0].source == .person }
  }

  /// Offices one after another: «وزير العدل رئيس المجلس الأعلى للقضاء».
  mutating func chainedOffices(_ end: inout Int, _ offices: inout [Office], limit: Int) {
    for _ in 0..<3 {
      guard end < limit, !blocked[end], let match = tables.roles.longest(in: text, at: end, limit: limit),
        let first = roleForms(match, at: end).first, first.number == .singular, match.enclitic == nil,
        match.analysis.proclitics.subtracting(.al).isEmpty, match.end - end > 1 || !isDefinite(end)
      else { return }
      let part = affiliation(after: match, at: end, limit: limit)
      guard match.end - end > 1 || !part.isEmpty else { return }
      // «استقبل الرئيس التونسي وزير التجارة الدنماركي»: nobody holds offices of two countries, or is head of state and minister.
      if let office = offices.first {
        if let country = part.country, let own = office.country, country != own { return }
        if ActorTables.headsOfState.contains(office.role) { return }
      }
      let role = match.values.first { $0.isOfOrganization == (part.organization != nil) } ?? first
      offices += self.offices(role, part)
      end = part.end
    }
  }

  /// «نائب رئيس الوزراء ووزير الخارجية الشيخ صباح الخالد»: a deputy of the head of government who is a minister too, where
  /// the name stands behind both offices.
  mutating func secondOffice(of role: RoleForm, _ index: Int, limit: Int) -> (offices: [Office], end: Int)? {
    if let second = secondOfficeSetOff(of: role, index, limit: limit) { return second }
    guard role.id == "deputy-prime-minister", index < limit, !blocked[index],
      let match = tables.roles.longest(in: text, at: index, limit: limit), match.enclitic == nil,
      match.analysis.proclitics == .wa,
      let second = roleForms(match, at: index).first(where: { $0.number == .singular && $0.sector == role.sector })
    else { return nil }
    let part = affiliation(after: match, at: index, limit: limit)
    guard
      nameAfterRole(part.end, limit: limit) != nil || nameAfterMore(part.end, limit: limit) != nil
        || apposition(after: part.end, limit: limit) != nil
    else { return nil }
    return (offices(second, part), part.end)
  }

  /// «نائب رئيس الجمهورية، رئيس الحكومة، خالد بحاح،»: another office between commas before the name.
  private mutating func secondOfficeSetOff(
    of role: RoleForm, _ index: Int, limit: Int
  ) -> (offices: [Office], end: Int)? {
    guard index + 1 < limit, text.tokens[index].mark == 0x60C,
      let match = tables.roles.longest(in: text, at: index + 1, limit: limit), match.enclitic == nil,
      match.analysis.proclitics.subtracting(.al).isEmpty,
      let second = roleForms(match, at: index + 1).first(where: { $0.number == .singular && $0.sector == role.sector })
    else { return nil }
    let part = affiliation(after: match, at: index + 1, limit: limit)
    guard part.end < limit, text.tokens[part.end].mark == 0x60C, apposition(after: part.end, limit: limit) != nil else {
      return nil
    }
    return (offices(second, part), part.end)
  }

  mutating func describe(_ entity: Int, _ role: RoleForm, _ part: Affiliation) {
    if drafts[entity].country == nil { drafts[entity].country = part.country }
    if drafts[entity].sector == nil { drafts[entity].sector = part.sector ?? role.sector }
    if role.isFeminine { drafts[entity].isFeminine = true }
  }

  /// Heads of bodies share one role, however they are titled (مدير, رئيس, قائد).
  func offices(_ role: RoleForm, _ part: Affiliation) -> [Office] {
    let isHead =
      role.id.hasPrefix("head-of-")
      || part.sector != nil && ActorTables.heads.contains(role.id)
    let first = Office(
      role: isHead ? "head" : role.id, sector: isHead ? part.sector ?? role.sector : nil, country: part.country,
      body: part.organization.flatMap { body($0) })
    guard let second = part.second else { return [first] }
    return [first, Office(role: first.role, sector: first.sector, country: second)]
  }

  /// What tells a body from others: its row, or the name that the article gives it; nil for «الهيئة».
  private func body(_ organization: Int) -> String? {
    guard let known = drafts[organization].known.map({ tables.known[$0] }) else {
      let key = drafts[organization].key
      return key.utf8.contains(0x40) ? nil : key
    }
    return known.source == .organization ? known.rowID : nil
  }

  /// «وزراء الدفاع والخارجية العرب»: the end of a second ministry behind a word for ministers, and its country.
  mutating func joinedField(_ role: RoleForm, _ index: Int, limit: Int) -> (end: Int, country: String?)? {
    guard role.id.hasSuffix("minister"), index < limit, !blocked[index], isDefinite(index - 1),
      let match = tables.organizationHeads.longest(in: text, at: index, limit: limit), match.enclitic == nil,
      match.analysis.proclitics.subtracting(.al) == .wa,
      match.values.contains(where: { $0.id.hasSuffix("ministry") })
    else { return nil }
    let part = affiliation(from: match.end, limit: limit, headIsDefinite: true)
    return (part.end, part.country)
  }

  mutating func pluralRole(
    _ tokens: Range<Int>, _ proclitics: Proclitics, _ role: RoleForm, _ part: Affiliation
  ) -> Mention? {
    let surface = Surface.string(text, tokens, proclitics)
    guard tokens.count > 1 || isDefinite(tokens.lowerBound) else { return nil }
    let key = "group:" + role.id + "@" + (part.country ?? Self.folded(surface))
    let entity = drafts.intern(
      .init(
        key: key, kind: .group, name: surface, country: part.country, sector: part.sector ?? role.sector, number: 3))
    return found(tokens, proclitics, .group, [entity], number: .plural, rule: "roles:" + role.id)
  }

  /// A name after a role, perhaps behind a title, quotation marks or an alias: «CIA، وليام بيرنز» is an apposition instead.
  func nameAfterRole(_ index: Int, limit: Int) -> (end: Int, known: Int?, start: Int)? {
    let start = titlesEnd(index, limit: limit)
    guard start < limit,
      let (end, known) = name(at: start, limit: limit, afterRole: true, afterTitle: start > index)
    else { return nil }
    return (end, known, start)
  }

  /// «الرئيس الأميركي آنذاك جورج بوش»: a name behind a word that says the office was held then.
  func nameAfterThen(_ index: Int, limit: Int) -> (end: Int, known: Int?, start: Int)? {
    guard index < limit, blocked[index] else { return nil }
    let grammar = knowledge.times.grammar
    return grammar.holds(grammar.then, at: index, in: text) ? nameAfterRole(index + 1, limit: limit) : nil
  }

  /// A name behind further departments of an office: «وزير الخارجية وشؤون المغتربين ناصر جودة», «نائب وزير الصحة للشؤون
  /// الصحية حمد الضويلع», «المتحدث الإعلامي بالوزارة وليد القويني».
  func nameAfterMore(_ index: Int, limit: Int) -> (end: Int, known: Int?, start: Int)? {
    guard index > 0, index < limit, let clitics = text.analyses(of: index).first?.proclitics,
      clitics.contains(.wa) || isField(index, limit: limit)
    else { return nil }
    var end = index
    while end < limit, end - index < 4, text.tokens[end].kind == .word, !blocked[end],
      !isUnknown(end) || isDefinite(end), words.kind(text.tokens[end].whole) == nil, !isSomeone(end, limit: limit)
    {
      end += 1
      if let found = nameAfterRole(end, limit: limit),
        found.known != nil || found.start > end || isGivenName(text.tokens[found.start].whole)
      {
        return found
      }
    }
    return nil
  }

  /// «وزير الصحة والرئيس محمد مرسي»: whether a joined word is another office or title.
  private func isSomeone(_ index: Int, limit: Int) -> Bool {
    text.analyses(of: index).contains { $0.proclitics.contains(.wa) }
      && (tables.roles.longest(in: text, at: index, limit: limit) != nil
        || tables.titles.longest(in: text, at: index, limit: limit) != nil)
  }

  /// «للشؤون الصحية», «بالوزارة»: whether a definite noun behind ل or ب names a field or body and nobody.
  private func isField(_ index: Int, limit: Int) -> Bool {
    guard text.tokens[index].kind == .word, !blocked[index],
      let reading = text.analyses(of: index).first(where: { $0.stem != .none }), reading.enclitic == nil,
      reading.proclitics == [.la, .al] || reading.proclitics == [.ba, .al]
    else { return false }
    let isBody = tables.organizationHeads.longest(in: text, at: index, limit: limit) != nil
    if reading.proclitics.contains(.ba) { return isBody }
    return isBody
      || tables.names.longest(in: text, at: index, limit: limit) == nil
        && tables.groups.longest(in: text, at: index, limit: limit) == nil
        && tables.roles.longest(in: text, at: index, limit: limit) == nil
        && tables.titles.longest(in: text, at: index, limit: limit) == nil
  }

  /// A known or given name set off by a comma after a role: «رئيس الوزراء، نوري المالكي،».
  func apposition(after index: Int, limit: Int) -> (name: Range<Int>, known: Int?)? {
    var start = index
    if start < limit, isQuote(start) || text.tokens[start].kind == .latin {
      while start < limit, start - index < 7, text.tokens[start].mark != 0x60C { start += 1 }
    }
    guard start + 1 < limit, text.tokens[start].mark == 0x60C else { return nil }
    // «، الشيخ صباح الخالد»
    var first = start + 1
    if let title = tables.titles.longest(in: text, at: first, limit: limit), title.end < limit,
      title.analysis.proclitics.subtracting(.al).isEmpty
    {
      first = title.end
    }
    guard let (end, known) = name(at: first, limit: limit, afterRole: false),
      end == limit || text.tokens[end].kind == .punctuation || known != nil && start > index
    else { return nil }
    return (first..<end, known)
  }
}
