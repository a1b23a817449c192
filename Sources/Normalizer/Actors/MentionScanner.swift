internal import ArabicText
internal import EventModel

/// Finds the mentions of one article, sentence by sentence, from the tables and from patterns around their words.
struct MentionScanner {
  let tables: ActorTables
  let words: FunctionWords
  let numerals: Numerals
  let text: TokenizedText
  var drafts = EntityDrafts()
  private(set) var mentions: [Mention] = []
  /// The anaphors among the mentions, by first token.
  private var anaphorAt: [Int: AnaphorTable.Anaphor] = [:]
  private let anaphorTable: AnaphorTable
  private let commonWords: CommonWords
  private let verbs: VerbTable
  /// Tokens that belong to time expressions, which no mention may take.
  private let blocked: [Bool]

  init(knowledge: Knowledge, text: TokenizedText, blocked: [Bool]) {
    tables = knowledge.actors
    words = knowledge.words
    numerals = knowledge.numerals
    anaphorTable = knowledge.anaphors
    commonWords = knowledge.commonWords
    verbs = knowledge.verbs
    self.text = text
    self.blocked = blocked
  }

  /// The anaphors among the mentions, by number.
  var anaphors: [Int: AnaphorTable.Anaphor] {
    var result: [Int: AnaphorTable.Anaphor] = [:]
    for (index, mention) in mentions.enumerated() where mention.form == .anaphor {
      result[index] = anaphorAt[mention.tokens.lowerBound]
    }
    return result
  }

  /// Scans all sentences.
  mutating func scan() {
    for sentence in text.sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        if let mention = mention(at: index, limit: sentence.tokens.upperBound) {
          mentions.append(mention)
          index = mention.tokens.upperBound
        } else {
          index += 1
        }
      }
    }
    addShortNames()
  }

  /// The mention that begins at a token, with the offices that stand behind a name.
  private mutating func mention(at index: Int, limit: Int) -> Mention? {
    guard !blocked[index], text.tokens[index].kind != .punctuation else { return nil }
    guard var mention = plainMention(at: index, limit: limit) else { return nil }
    if mention.form == .name, mention.entities.count == 1 { absorbOffices(&mention, limit: limit) }
    return mention
  }

  /// «آشتون كارتر وزير الدفاع الأميركي», «كيسلياك، السفير الروسي لدى واشنطن،»: the office belongs to the name.
  private mutating func absorbOffices(_ mention: inout Mention, limit: Int) {
    guard let entity = mention.entities.first else { return }
    for _ in 0..<4 {
      var start = mention.tokens.upperBound
      let hasComma = start < limit && text.tokens[start].mark == 0x60C
      if hasComma { start += 1 }
      guard start < limit, !blocked[start], text.tokens[start].kind == .word,
        let match = tables.roles.longest(in: text, at: start, limit: limit), let first = match.values.first,
        first.number == .singular, match.analysis.proclitics.subtracting(.al).isEmpty, match.enclitic == nil
      else { return }
      let part = affiliation(from: match.end, limit: limit, headIsDefinite: isDefinite(start))
      guard isDefinite(start) || match.end - start > 1 || !part.isEmpty, nameAfterRole(part.end, limit: limit) == nil
      else { return }
      let role = match.values.first { $0.isOfOrganization == (part.organization != nil) } ?? first
      for office in offices(role, part) { drafts[entity].offices.insert(office) }
      describe(entity, role, part)
      mention.tokens = mention.tokens.lowerBound..<part.end
    }
  }

  private mutating func plainMention(at index: Int, limit: Int) -> Mention? {
    anaphor(at: index, limit: limit) ?? countedGroup(at: index, limit: limit) ?? titledName(at: index, limit: limit)
      ?? role(at: index, limit: limit)
      ?? organization(at: index, limit: limit) ?? knownName(at: index, limit: limit)
      ?? group(at: index, limit: limit, count: nil, from: index) ?? people(at: index, limit: limit)
      ?? unknownName(at: index, limit: limit)
  }

  // MARK: - Words

  /// Whether a token is no everyday word and no verb, so that it may belong to a name.
  func isUnknown(_ index: Int) -> Bool {
    guard text.tokens[index].kind == .word, !blocked[index], !text.tokens[index].isBareClitic else { return false }
    return text.analyses(of: index).allSatisfy { analysis in
      analysis.stem == .none
        || !commonWords.contains(analysis.stem) && verbs.entries(analysis.stem).isEmpty
          && tables.nisbas[analysis.stem] == nil
    }
  }

  /// Whether a token is a definite noun without other clitics, which may complete an idafa.
  private func isComplement(_ index: Int) -> Bool {
    guard text.tokens[index].kind == .word, !blocked[index], isDefinite(index),
      words.kind(text.tokens[index].whole) == nil
    else { return false }
    return text.analyses(of: index).allSatisfy { $0.proclitics.isSubset(of: .al) }
      && tables.titles.longest(in: text, at: index, limit: index + 1) == nil
  }

  /// Whether a token bears the article.
  func isDefinite(_ index: Int) -> Bool {
    let token = text.tokens[index]
    let bytes = text.text.bytes
    guard token.kind == .word, token.end - token.start > 6 else { return false }
    let start = Int(token.start)
    if bytes[start] == 0xD8, bytes[start + 1] == 0xA7, bytes[start + 2] == 0xD9, bytes[start + 3] == 0x84 {
      return true
    }
    return text.analyses(of: index).first?.proclitics.contains(.al) ?? false
  }

  private func isQuote(_ index: Int) -> Bool {
    guard let mark = text.tokens[index].mark else { return false }
    return [0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x27, 0x2018, 0x2019].contains(mark)
  }

  /// The nisba at a token, with or without the article, that carries no preposition or conjunction.
  func nisba(_ index: Int) -> Nisba? {
    for analysis in text.analyses(of: index)
    where analysis.proclitics.subtracting(.al).isEmpty && analysis.enclitic == nil {
      if let nisba = tables.nisbas[analysis.stem], !nisba.needsTanwin || text.tokens[index].hasTanwin { return nisba }
    }
    return nil
  }

  /// A nisba joined by و: «الأميركية والروسية».
  private func joinedNisba(_ index: Int) -> Nisba? {
    text.analyses(of: index).lazy.filter { $0.proclitics.subtracting(.al) == .wa }
      .compactMap { tables.nisbas[$0.stem] }.first
  }

  private func isAdjective(_ index: Int) -> Bool {
    text.analyses(of: index).contains {
      $0.proclitics.subtracting(.al).isEmpty && tables.adjectives[$0.stem] != nil
    }
  }

  // MARK: - Countries, places, known names

  private func bestKnown(_ match: PhraseTrie<Int>.Match, allowHeadless: Bool) -> Int? {
    match.values.filter { allowHeadless || !tables.known[$0].needsHead }
      .min { Self.rank(tables.known[$0].source) < Self.rank(tables.known[$1].source) }
  }

  private static func rank(_ source: KnownEntity.Source) -> Int {
    switch source {
    case .country: 0
    case .organization: 1
    case .person: 2
    case .place: 3
    case .media: 4
    }
  }

  private mutating func knownName(at index: Int, limit: Int) -> Mention? {
    guard let match = tables.names.longest(in: text, at: index, limit: limit), match.enclitic == nil,
      let known = bestKnown(match, allowHeadless: false), !match.analysis.proclitics.contains(.sa)
    else { return nil }
    let entity = tables.known[known]
    // A name with an article that is no part of it is another word: الحماس is not حماس.
    if match.analysis.proclitics.contains(.al) { return nil }
    let form: Mention.Form =
      switch entity.source {
      case .person: .name
      case .country: .country
      case .place: .place
      case .organization, .media: .organization
      }
    return found(
      index..<match.end, match.analysis.proclitics, form, [drafts.intern(known: known, tables)],
      rule: "known-" + entity.source.rawValue, isNamed: true)
  }

  private mutating func found(
    _ tokens: Range<Int>, _ proclitics: Proclitics, _ form: Mention.Form, _ entities: [Int],
    number: VerbForm.Number = .singular, feminine: Bool = false, definite: Bool = true, rule: String,
    isNamed: Bool = false, offices: [Office] = []
  ) -> Mention {
    let surface = Surface.string(text, tokens, proclitics)
    for entity in entities where entities.count == 1 { drafts[entity].surfaces.insert(surface) }
    return Mention(
      tokens: tokens, proclitics: proclitics.subtracting(.al), form: form, entities: entities, number: number,
      isFeminine: feminine, isDefinite: definite, offices: offices, isNamed: isNamed, rule: rule)
  }

  // MARK: - Personal names

  /// The end of a personal name that begins at a token, and its known person.
  private func name(at index: Int, limit: Int, afterRole: Bool) -> (end: Int, known: Int?)? {
    if let match = tables.names.longest(in: text, at: index, limit: limit),
      match.analysis.proclitics.isEmpty, match.enclitic == nil,
      let known = match.values.first(where: { tables.known[$0].source == .person })
    {
      return (lineageEnd(match.end, limit: limit), known)
    }
    guard index < limit, text.tokens[index].kind == .word, !blocked[index] else { return nil }
    let startsWithGiven = isGivenName(text.tokens[index].whole)
    guard startsWithGiven || (afterRole && isUnknown(index) && !isDefinite(index)) else { return nil }
    let end = nameEnd(index + 1, from: index, limit: limit)
    // One given name alone, or one unknown word, is too little.
    guard end - index >= 2 else { return nil }
    return (end, nil)
  }

  /// The end of a name that goes on with بن and the father's name.
  private func lineageEnd(_ index: Int, limit: Int) -> Int {
    var end = index
    while end + 1 < limit, isLineage(end), text.tokens[end + 1].kind == .word,
      !blocked[end + 1]
    {
      // «بن عبد العزيز» has a father's name of two words.
      end += text.text[text.tokens[end + 1].bytes] == "عبد" && end + 2 < limit ? 3 : 2
    }
    return end
  }

  /// The end of an unknown name; after بن any word is a name.
  private func nameEnd(_ index: Int, from start: Int, limit: Int) -> Int {
    var end = index
    while end < limit, end - start < 9 {
      if isLineage(end), end + 1 < limit, text.tokens[end + 1].kind == .word, !blocked[end + 1] {
        end = lineageEnd(end, limit: limit)
      } else if isNamePart(end) {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// Whether a word is a given name and no particle (آن is written like أن).
  private func isGivenName(_ symbol: Symbol) -> Bool {
    tables.givenNames.contains(symbol) && words.kind(symbol) == nil
  }

  private func isLineage(_ index: Int) -> Bool {
    words.kind(text.tokens[index].whole) == .lineage
  }

  private func isNamePart(_ index: Int) -> Bool {
    guard text.tokens[index].kind == .word, !blocked[index] else { return false }
    if isGivenName(text.tokens[index].whole) { return true }
    guard isUnknown(index) else { return false }
    // An unknown word with و before it begins something else.
    return text.analyses(of: index).allSatisfy { !$0.proclitics.contains(.wa) }
  }

  private mutating func person(_ tokens: Range<Int>, known: Int?) -> Int {
    if let known { return drafts.intern(known: known, tables) }
    let name = text.string(tokens)
    return drafts.intern(.init(key: "name:" + Self.folded(name), kind: .person, name: name))
  }

  static func folded(_ name: String) -> String {
    String(decoding: Folding.fold(name), as: UTF8.self)
  }

  private mutating func titledName(at index: Int, limit: Int) -> Mention? {
    guard let match = tables.titles.longest(in: text, at: index, limit: limit), match.enclitic == nil else {
      return nil
    }
    let start = titlesEnd(match.end, limit: limit)
    guard let (end, known) = name(at: start, limit: limit, afterRole: true) else { return nil }
    let entity = person(start..<end, known: known)
    if drafts[entity].sector == nil, let sector = match.values.first ?? nil { drafts[entity].sector = sector }
    drafts[entity].surfaces.insert(text.string(start..<end))
    return found(
      index..<end, match.analysis.proclitics, .name, [entity], rule: "title-name", isNamed: true)
  }

  /// The end of the titles that stand at a token one after another: «صاحب السمو الملكي الأمير».
  private func titlesEnd(_ index: Int, limit: Int) -> Int {
    var end = index
    while end < limit, let title = tables.titles.longest(in: text, at: end, limit: limit),
      title.analysis.proclitics.subtracting(.al).isEmpty, title.enclitic == nil
    { end = title.end }
    return end
  }

  private mutating func unknownName(at index: Int, limit: Int) -> Mention? {
    let analysis = text.analyses(of: index).first {
      isGivenName($0.stem) && !$0.proclitics.contains(.al)
    }
    guard let analysis, analysis.enclitic == nil else { return nil }
    let end = nameEnd(index + 1, from: index, limit: limit)
    guard end - index >= 2 else { return nil }
    let name = Surface.string(text, index..<end, analysis.proclitics)
    let entity = drafts.intern(.init(key: "name:" + Self.folded(name), kind: .person, name: name))
    return found(index..<end, analysis.proclitics, .name, [entity], rule: "given-name", isNamed: true)
  }

  // MARK: - Roles

  /// What stands behind a role or group: the body and country it belongs to.
  struct Affiliation {
    var end: Int
    var country: String?
    var sector: Sector?
    var organization: Int?
    /// A second country, joined by و: «مديرا الاستخبارات الأميركية والروسية».
    var second: String?
    /// Whether anything at all was found.
    var isEmpty = true
  }

  private mutating func role(at index: Int, limit: Int) -> Mention? {
    guard let match = tables.roles.longest(in: text, at: index, limit: limit), let first = match.values.first,
      !match.analysis.proclitics.contains(.sa)
    else { return nil }
    let definite = isDefinite(index) || match.end - index > 1
    var part = affiliation(from: match.end, limit: limit, headIsDefinite: isDefinite(index))
    // «مدير الاستخبارات المركزية»: the role's last word begins a longer name.
    if match.end - index > 1, let inner = tables.names.longest(in: text, at: match.end - 1, limit: limit),
      inner.end > match.end, let known = bestKnown(inner, allowHeadless: false),
      tables.known[known].source == .organization
    {
      part = affiliation(from: inner.end, limit: limit, headIsDefinite: true)
      part.country = part.country ?? tables.known[known].country
      part.sector = part.sector ?? tables.known[known].sector
      part.organization = drafts.intern(known: known, tables)
      part.isEmpty = false
    }
    var end = part.end
    var role = match.values.first { $0.isOfOrganization == (part.organization != nil) } ?? first
    // ين is written for duals and plurals: two countries, or بين before it, tell a dual.
    if role.number == .dual, part.second == nil, index == 0 || words.slot(text.tokens[index - 1].whole) != .between,
      let plural = match.values.first(where: { $0.number == .plural })
    {
      role = plural
    }
    var offices = offices(role, part)
    if role.number == .singular { chainedOffices(&end, &offices, limit: limit) }
    if role.number == .singular, match.enclitic == nil || match.enclitic != nil && end == match.end {
      if let (nameEnd, known, start) = nameAfterRole(end, limit: limit) {
        let entity = person(start..<nameEnd, known: known)
        for office in offices { drafts[entity].offices.insert(office) }
        describe(entity, role, part)
        drafts[entity].surfaces.insert(text.string(start..<nameEnd))
        return found(
          index..<nameEnd, match.analysis.proclitics, .name, [entity], feminine: role.isFeminine,
          rule: "role-name", isNamed: true, offices: offices)
      }
    }
    if role.number == .plural {
      return pluralRole(index..<end, match.analysis.proclitics, role, part)
    }
    guard definite || !part.isEmpty || match.enclitic != nil else { return nil }
    if let apposed = apposition(after: end, limit: limit) {
      let entity = person(apposed.name, known: apposed.known)
      for office in offices { drafts[entity].offices.insert(office) }
      describe(entity, role, part)
      drafts[entity].surfaces.insert(text.string(apposed.name))
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

  /// Offices one after another: «وزير العدل رئيس المجلس الأعلى للقضاء».
  private mutating func chainedOffices(_ end: inout Int, _ offices: inout [Office], limit: Int) {
    for _ in 0..<3 {
      guard end < limit, !blocked[end], let match = tables.roles.longest(in: text, at: end, limit: limit),
        let first = match.values.first, first.number == .singular, match.enclitic == nil,
        match.analysis.proclitics.subtracting(.al).isEmpty, match.end - end > 1 || !isDefinite(end)
      else { return }
      let part = affiliation(from: match.end, limit: limit, headIsDefinite: isDefinite(end))
      guard match.end - end > 1 || !part.isEmpty else { return }
      let role = match.values.first { $0.isOfOrganization == (part.organization != nil) } ?? first
      offices += self.offices(role, part)
      end = part.end
    }
  }

  private mutating func describe(_ entity: Int, _ role: RoleForm, _ part: Affiliation) {
    if drafts[entity].country == nil { drafts[entity].country = part.country }
    if drafts[entity].sector == nil { drafts[entity].sector = part.sector ?? role.sector }
    if role.isFeminine { drafts[entity].isFeminine = true }
  }

  /// Heads of bodies share one role, however they are titled (مدير, رئيس, قائد).
  private func offices(_ role: RoleForm, _ part: Affiliation) -> [Office] {
    let isHead =
      role.id.hasPrefix("head-of-")
      || part.sector != nil && ActorTables.heads.contains(role.id)
    let body = part.organization.flatMap { drafts[$0].known }.map { tables.known[$0] }
    let first = Office(
      role: isHead ? "head" : role.id, sector: isHead ? part.sector ?? role.sector : nil, country: part.country,
      body: body.flatMap { $0.source == .organization ? $0.rowID : nil })
    guard let second = part.second else { return [first] }
    return [first, Office(role: first.role, sector: first.sector, country: second)]
  }

  private mutating func pluralRole(
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
  private func nameAfterRole(_ index: Int, limit: Int) -> (end: Int, known: Int?, start: Int)? {
    let start = titlesEnd(index, limit: limit)
    guard start < limit, let (end, known) = name(at: start, limit: limit, afterRole: true) else { return nil }
    return (end, known, start)
  }

  /// A known or given name set off by a comma after a role: «رئيس الوزراء، نوري المالكي،».
  private func apposition(after index: Int, limit: Int) -> (name: Range<Int>, known: Int?)? {
    var start = index
    if start < limit, isQuote(start) || text.tokens[start].kind == .latin {
      while start < limit, start - index < 7, text.tokens[start].mark != 0x60C { start += 1 }
    }
    guard start + 1 < limit, text.tokens[start].mark == 0x60C,
      let (end, known) = name(at: start + 1, limit: limit, afterRole: false),
      end == limit || text.tokens[end].kind == .punctuation || known != nil && start > index
    else { return nil }
    return (start + 1..<end, known)
  }

  /// Reads what belongs to a head noun from a token on: nisbas, adjectives, countries and organizations.
  mutating func affiliation(from start: Int, limit: Int, headIsDefinite: Bool) -> Affiliation {
    var result = Affiliation(end: start)
    var index = start
    var unknowns = 0
    while index < limit, index - start < 10 {
      if let nisba = nisba(index) {
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
      if isAdjective(index) {
        index += 1
        result.end = index
        continue
      }
      if result.organization == nil, let body = body(at: index, limit: limit) {
        if result.country == nil { result.country = body.country }
        result.sector = result.sector ?? body.sector
        result.organization = body.entity
        result.second = result.second ?? body.second
        index = body.end
        result.end = index
        result.isEmpty = false
        continue
      }
      // An office of an office: «نائب وزير الصحة», «النائب الثاني لرئيس الوزراء».
      if let inner = tables.roles.longest(in: text, at: index, limit: limit), inner.enclitic == nil,
        inner.analysis.proclitics.contains(.la)
          || index == start && inner.analysis.proclitics.isEmpty && !headIsDefinite,
        inner.analysis.proclitics.isSubset(of: [.la, .al])
      {
        index = inner.end
        result.end = index
        result.isEmpty = false
        continue
      }
      // One definite noun may complete an idafa: رئيس الوفد.
      if unknowns < 1, index == start, !headIsDefinite, isComplement(index) {
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

  private struct Body {
    var end: Int
    var entity: Int?
    var country: String?
    var sector: Sector?
    var second: String?
  }

  /// The body or country that a role belongs to, perhaps behind ل, ب, في, لدى, باسم or عن.
  private mutating func body(at index: Int, limit: Int) -> Body? {
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
        end: inside.end + 1, entity: drafts.intern(known: known, tables), country: tables.known[known].country,
        sector: tables.known[known].sector)
    }
    guard text.tokens[start].kind != .punctuation else { return nil }
    let clitics = text.analyses(of: start).first?.proclitics ?? []
    guard clitics.isSubset(of: allowed) else { return nil }
    if let organization = organization(at: start, limit: limit), organization.proclitics.isSubset(of: allowed),
      let entity = organization.entities.first
    {
      let draft = drafts[entity]
      var body = Body(end: organization.tokens.upperBound, entity: entity, country: draft.country, sector: draft.sector)
      if body.end < limit, let joined = joinedNisba(body.end) {
        body.second = joined.country
        body.end += 1
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
      case .country: return Body(end: match.end, entity: nil, country: entity.country)
      case .place:
        // «في واشنطن» after a role is where it is, not whose it is, unless it is an idafa.
        return start == index ? Body(end: match.end, entity: nil, country: entity.country) : nil
      case .organization:
        return Body(
          end: match.end, entity: drafts.intern(known: known, tables), country: entity.country, sector: entity.sector)
      }
    }
    return nil
  }

  // MARK: - Organizations

  /// An organization that begins with a head noun, such as «وزارة الدفاع الأميركية» or «صحيفة «كازاخ» الرسمية».
  private mutating func organization(at index: Int, limit: Int) -> Mention? {
    let known = tables.names.longest(in: text, at: index, limit: limit)
    guard let match = tables.organizationHeads.longest(in: text, at: index, limit: limit),
      let head = match.values.first,
      !match.analysis.proclitics.contains(.sa), match.end > (known?.end ?? 0) - 1
    else { return nil }
    if let known, known.end > match.end, bestKnown(known, allowHeadless: true) != nil { return nil }
    var end = match.end
    var country: String?
    var named: Int?
    var quoted: Range<Int>?
    var complement: Range<Int>?
    let definiteHead = isDefinite(index)
    var unknowns = 0
    loop: while end < limit, end - match.end < 8 {
      if isQuote(end), quoted == nil, named == nil,
        let close = (end + 1..<min(limit, end + 7)).first(where: { isQuote($0) }), close > end + 1
      {
        quoted = end + 1..<close
        if let inside = tables.names.longest(in: text, at: end + 1, limit: close), inside.end == close {
          named = bestKnown(inside, allowHeadless: true)
        }
        end = close + 1
        continue
      }
      if let nisba = nisba(end) {
        country = country ?? nisba.country
        end += 1
        continue
      }
      if isAdjective(end), isDefinite(end) || end == match.end && !definiteHead {
        complement = (complement?.lowerBound ?? end)..<end + 1
        end += 1
        continue
      }
      if end == match.end || complement != nil, named == nil,
        let inside = tables.names.longest(in: text, at: end, limit: limit), inside.enclitic == nil,
        inside.analysis.proclitics.isEmpty || inside.analysis.proclitics == .al,
        let entity = bestKnown(inside, allowHeadless: true), tables.known[entity].source != .person || end == match.end
      {
        switch tables.known[entity].source {
        case .country, .place:
          guard !definiteHead else { break loop }
          country = country ?? tables.known[entity].country
          complement = tables.known[entity].source == .place ? end..<inside.end : complement
        case .person:
          complement = end..<inside.end
        case .organization, .media:
          // «الشبكة الإخبارية» is a network, not the one called الإخبارية.
          if definiteHead { complement = end..<inside.end } else { named = entity }
        }
        end = inside.end
        continue
      }
      // A definite noun completes the name once: «مكتب التحقيقات», «وزارة العدل»; then adjectives follow.
      if isComplement(end), unknowns < 2, !definiteHead || unknowns == 0 && end == match.end {
        unknowns += 1
        complement = (complement?.lowerBound ?? end)..<end + 1
        end += 1
        continue
      }
      break
    }
    guard end > match.end || definiteHead else { return nil }
    if match.enclitic != nil { end = match.end }
    let tokens = index..<end
    if let named, !["side", "embassy", "campaign"].contains(head.id) {
      return found(
        tokens, match.analysis.proclitics, .organization, [drafts.intern(known: named, tables)],
        rule: "head-known:" + head.id, isNamed: true)
    }
    if definiteHead, head.sector == .journalism, quoted == nil, country == nil, let outlet = lastOutlet() {
      return found(tokens, match.analysis.proclitics, .organization, [outlet], rule: "head-again:" + head.id)
    }
    let surface = Surface.string(text, tokens, match.analysis.proclitics)
    if end == match.end, ["side", "campaign", "organization", "company", "university"].contains(head.id) { return nil }
    if head.id == "side", country == nil { return nil }
    let identity =
      complement == nil && quoted == nil
      ? head.id + "@" + (country ?? "") : Self.folded(quoted.map { text.string($0) } ?? surface)
    let entity = drafts.intern(
      .init(
        key: "organization-name:" + identity, kind: .organization, name: quoted.map { text.string($0) } ?? surface,
        country: country, sector: head.sector))
    return found(
      tokens, match.analysis.proclitics, .organization, [entity], definite: definiteHead || end > match.end,
      rule: "head:" + head.id, isNamed: quoted != nil)
  }

  /// The outlet named last, which «الصحيفة» and «الشبكة» mean.
  private func lastOutlet() -> Int? {
    mentions.last { mention in
      mention.isNamed && mention.entities.count == 1
        && mention.entities.allSatisfy { drafts[$0].sector == .journalism && drafts[$0].kind == .organization }
    }?.entities.first
  }

  // MARK: - Groups

  /// «أربعة مسؤولين حاليين», «35 دبلوماسياً روسياً», «كبار المسؤولين», «عدد من الوزراء».
  private mutating func countedGroup(at index: Int, limit: Int) -> Mention? {
    var start = index
    var count: Int?
    if let number = numerals.value(text, index) {
      count = number
      start += 1
    } else if words.kind(text.tokens[index].whole) == .quantifier
      || text.analyses(of: index).contains(where: {
        words.kind($0.stem) == .quantifier && $0.proclitics.isSubset(of: [.wa, .la, .ba])
      })
    {
      start += 1
      if start < limit, words.slot(text.tokens[start].whole) == .from { start += 1 }
    } else {
      return nil
    }
    guard start < limit, !blocked[start] else { return nil }
    return group(at: start, limit: limit, count: count, from: index)
  }

  private mutating func group(at index: Int, limit: Int, count: Int?, from start: Int) -> Mention? {
    guard let match = tables.groups.longest(in: text, at: index, limit: limit),
      // ين is written for duals and plurals; a dual is told by its number alone, and rarely.
      let form = match.values.first(where: { $0.number == .plural }) ?? match.values.first,
      start == index || match.analysis.proclitics.subtracting(.al).isEmpty
    else { return nil }
    let definite = isDefinite(index)
    let part = affiliation(from: match.end, limit: limit, headIsDefinite: definite)
    let proclitics =
      start == index ? match.analysis.proclitics : text.analyses(of: start).first?.proclitics ?? []
    // A bare indefinite noun is a common noun, unless it is a source or counted.
    guard definite || !part.isEmpty || part.end > match.end || count != nil || form.isSource || start < index else {
      return nil
    }
    var end = part.end
    if match.enclitic != nil { end = match.end }
    if form.number == .singular, count == nil, let (nameEnd, known, nameStart) = nameAfterRole(end, limit: limit) {
      let entity = person(nameStart..<nameEnd, known: known)
      if drafts[entity].country == nil { drafts[entity].country = part.country }
      drafts[entity].surfaces.insert(text.string(nameStart..<nameEnd))
      return found(start..<nameEnd, proclitics, .name, [entity], rule: "group-name", isNamed: true)
    }
    let surface = Surface.string(text, start..<end, proclitics)
    let size = count ?? (form.number == .singular ? 1 : form.number == .dual ? 2 : nil)
    let key =
      "group:" + form.id + (form.number == .singular ? ":1" : "") + "@"
      + (part.organization.map { drafts[$0].key } ?? part.country ?? Self.folded(surface))
    let entity = drafts.intern(
      .init(
        key: key, kind: .group, name: surface, country: part.country, sector: part.sector ?? form.sector,
        masked: form.isSource ? Masking(reason: form.reason, count: size) : nil, number: size ?? 3))
    return found(
      start..<end, proclitics, .group, [entity], number: form.number, definite: definite, rule: "group:" + form.id)
  }

  /// A people: «الروس», «للأوكرانيين».
  private mutating func people(at index: Int, limit: Int) -> Mention? {
    for analysis in text.analyses(of: index) where analysis.enclitic == nil && analysis.proclitics.contains(.al) {
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

  // MARK: - Anaphors

  /// «الجانبان», «نظيره الروسي», and «نظيره الروسي سيرغي لافروف», which is a name.
  private mutating func anaphor(at index: Int, limit: Int) -> Mention? {
    guard let match = anaphorTable.forms.longest(in: text, at: index, limit: limit), let anaphor = match.values.first
    else { return nil }
    var end = match.end
    var country: String?
    if anaphor.kind == .counterpart {
      guard match.enclitic != nil else { return nil }
      let part = affiliation(from: end, limit: limit, headIsDefinite: true)
      country = part.country
      end = part.end
      if let (nameEnd, known, start) = nameAfterRole(end, limit: limit) {
        let entity = person(start..<nameEnd, known: known)
        if drafts[entity].country == nil { drafts[entity].country = country }
        drafts[entity].surfaces.insert(text.string(start..<nameEnd))
        return found(
          index..<nameEnd, match.analysis.proclitics, .name, [entity], rule: "counterpart-name", isNamed: true)
      }
    } else if end < limit, nisba(end) != nil {
      return nil
    } else if anaphor.kind == .last, index > 0, text.tokens[index - 1].kind == .word, isDefinite(index - 1) {
      // «الفترة الأخيرة» is an adjective.
      return nil
    }
    anaphorAt[index] = anaphor
    return Mention(
      tokens: index..<end, proclitics: match.analysis.proclitics.subtracting(.al), form: .anaphor, entities: [],
      number: anaphor.kind == .pair ? .dual : .singular, isFeminine: false, isDefinite: true,
      offices: anaphor.kind == .counterpart ? [Office(role: "counterpart", sector: nil, country: country)] : [],
      rule: "anaphor:" + anaphor.id)
  }

  // MARK: - Short names

  /// Family names alone, of persons whom the article names in full.
  private mutating func addShortNames() {
    var owners: [[UInt8]: Int?] = [:]
    for mention in mentions where mention.form == .name {
      guard let entity = mention.entities.first else { continue }
      var names: Set<[UInt8]> = []
      for surface in drafts[entity].surfaces.union([drafts[entity].name]) {
        let parts = surface.utf8.split(separator: 0x20)
        guard parts.count >= 2, let last = parts.last else { continue }
        names.insert(Folding.fold(String(decoding: Array(last), as: UTF8.self)))
      }
      for name in names where name.count >= 6 {
        // A family name of two persons names neither.
        if let owner = owners[name], owner != entity { owners[name] = .some(nil) } else { owners[name] = entity }
      }
    }
    guard !owners.isEmpty else { return }
    var covered = Array(repeating: false, count: text.tokens.count)
    for mention in mentions { for token in mention.tokens { covered[token] = true } }
    for index in text.tokens.indices where !covered[index] && isUnknown(index) {
      let folded = Folding.fold(text.string(index..<index + 1))
      for (prefix, proclitics) in Self.prefixes where folded.starts(with: prefix) && folded.count - prefix.count >= 6 {
        guard let owner = owners[Array(folded.dropFirst(prefix.count))], let entity = owner else { continue }
        mentions.append(
          found(index..<index + 1, proclitics, .name, [entity], rule: "short-name", isNamed: true))
        break
      }
    }
    mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private static let prefixes: [([UInt8], Proclitics)] = [
    ([], []), (Array("و".utf8), .wa), (Array("ل".utf8), .la), (Array("ب".utf8), .ba), (Array("ف".utf8), .fa),
    (Array("ول".utf8), [.wa, .la]), (Array("وب".utf8), [.wa, .ba]),
  ]
}
