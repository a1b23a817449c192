internal import ArabicText
internal import EventModel

/// Finds the mentions of one article, sentence by sentence, from the tables and from patterns around their words.
struct MentionScanner: ~Copyable {
  let knowledge: Knowledge
  let text: TokenizedText
  var drafts = EntityDrafts()
  var mentions: [Mention] = []
  /// The anaphors among the mentions, by first token.
  var anaphorAt: [Int: AnaphorTable.Anaphor] = [:]
  /// Tokens that belong to time expressions or blessings, with which no mention begins and no name goes on.
  let blocked: [Bool]

  init(knowledge: Knowledge, text: TokenizedText, blocked: [Bool]) {
    self.knowledge = knowledge
    self.text = text
    self.blocked = Self.blocking(blocked, text, knowledge.words)
  }

  // The tables are read where they stand: a copy would count the references that they hold.
  var tables: ActorTables { _read { yield knowledge.actors } }
  var words: FunctionWords { _read { yield knowledge.words } }
  var numerals: Numerals { _read { yield knowledge.numerals } }
  var anaphorTable: AnaphorTable { _read { yield knowledge.anaphors } }
  var verbs: VerbTable { _read { yield knowledge.verbs } }
  var reporting: ReportingTable { _read { yield knowledge.reporting } }

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
    joinTitledNames()
    addShortNames()
    nameBareBodies()
    addCountriesOfAdjectives()
  }

  /// The mention that begins at a token, with the offices that stand behind a name.
  mutating func mention(at index: Int, limit: Int) -> Mention? {
    let token = text.tokens[index]
    guard token.marks.meets(.mention) || token.kind == .number || mayBeStranger(index), !blocked[index] else {
      return nil
    }
    guard var mention = plainMention(at: index, limit: limit), !isAdjective(mention), !isAttribute(mention) else {
      return nil
    }
    if mention.form == .name, mention.entities.count == 1 { absorbOffices(&mention, limit: limit) }
    absorbBlessing(&mention, limit: limit)
    return mention
  }

  /// «آشتون كارتر وزير الدفاع الأميركي», «كيسلياك، السفير الروسي لدى واشنطن،»: the office belongs to the name.
  mutating func absorbOffices(_ mention: inout Mention, limit: Int) {
    guard let entity = mention.entities.first else { return }
    var hasOffice = false
    for _ in 0..<4 {
      guard let (role, part, _) = officeBehind(mention.tokens.upperBound, limit: limit) else { break }
      // «استقبل أشتون كارتر رئيس الوزراء العراقي»: an office of another country is another person's.
      if let country = part.country, let own = drafts[entity].country, country != own { return }
      // «محمد الظواهري، شقيق أيمن الظواهري زعيم التنظيم»: what comes next is the other's.
      if role.isKin {
        mention.tokens = mention.tokens.lowerBound..<part.end
        return
      }
      for office in offices(role, part) { drafts[entity].offices.insert(office) }
      describe(entity, role, part)
      mention.tokens = mention.tokens.lowerBound..<part.end
      hasOffice = true
    }
    if hasOffice, let end = joinedOffices(of: entity, mention.tokens.upperBound, limit: limit) {
      mention.tokens = mention.tokens.lowerBound..<end
    }
  }

  /// «ولي العهد ونائب رئيس الوزراء ووزير الدفاع»: the end of further offices that are joined to the first one behind a name, as
  /// far as the tables know one of them for that person's.
  private mutating func joinedOffices(of entity: Int, _ start: Int, limit: Int) -> Int? {
    guard let roles = drafts[entity].known.map({ tables.known[$0].roles }), !roles.isEmpty else { return nil }
    var (end, held): (Int, Int?) = (start, nil)
    while end < limit, !blocked[end], text.tokens[end].marks.meets(.role),
      let match = tables.roles.longest(in: text, at: end, limit: limit), match.enclitic == nil,
      match.analysis.proclitics.subtracting(.al) == .wa,
      let role = roleForms(match, at: end).first(where: { $0.number == .singular && !$0.isStaff })
    {
      let part = affiliation(after: match, at: end, limit: limit)
      guard nameAfterRole(part.end, limit: limit) == nil else { break }
      end = part.end
      let isHeld = offices(role, part).contains { office in
        roles.contains { $0.role == office.role && (office.body ?? office.country ?? $0.of) == $0.of }
      }
      if isHeld { held = end }
    }
    return held
  }

  /// «المؤتمر الصحفي», «الفائدة المحققة»: whether a role or group of one word is an adjective of the everyday noun before it.
  private func isAdjective(_ mention: Mention) -> Bool {
    let index = mention.tokens.lowerBound
    guard mention.tokens.count == 1 && mention.form == .role || mention.form == .group, mention.number == .singular,
      index > 0, isDefinite(index), isDefinite(index - 1) || hasPronoun(index - 1), !blocked[index - 1],
      text.tokens[index - 1].marks.meets(.commonWord), mentions.last.map({ $0.tokens.upperBound < index }) ?? true,
      text.analyses(of: index).first?.proclitics.subtracting(.al).isEmpty ?? true
    else { return false }
    // «غالبيته البرلمانية»
    if !isDefinite(index - 1) { return ends(index, in: "ية") || ends(index, in: "ي") }
    if ends(index - 1, in: "ة") { return ends(index, in: "ة") }
    return ends(index, in: "ي") || mention.form == .group && !ends(index, in: "ة")
  }

  private func hasPronoun(_ index: Int) -> Bool {
    text.tokens[index].kind == .word
      && text.analyses(of: index).first { $0.stem != .none }?.enclitic != nil
  }

  /// The office that stands behind a name, perhaps set off by a comma, and whether it is more than one definite word.
  mutating func officeBehind(_ end: Int, limit: Int) -> (role: RoleForm, part: Affiliation, isLong: Bool)? {
    var start = end
    if start < limit, text.tokens[start].mark == 0x60C { start += 1 }
    guard start < limit, !blocked[start], text.tokens[start].kind == .word,
      let match = tables.roles.longest(in: text, at: start, limit: limit),
      let first = roleForms(match, at: start).first,
      first.number == .singular, match.analysis.proclitics.subtracting(.al).isEmpty, match.enclitic == nil
    else { return nil }
    if first.isKin {
      guard let other = principal(of: first, head: start, end: match.end, limit: limit) else { return nil }
      return (first, Affiliation(end: other.end, isEmpty: false), true)
    }
    let part = affiliation(after: match, at: start, limit: limit)
    guard isDefinite(start) || match.end - start > 1 || !part.isEmpty, nameAfterRole(part.end, limit: limit) == nil
    else { return nil }
    let role = roleForms(match, at: start).first { $0.isOfOrganization == (part.organization != nil) } ?? first
    // «الملك سلمان نائب رئيس الوزراء ووزير الخارجية الشيخ صباح الخالد»
    if secondOffice(of: role, part.end, limit: limit) != nil { return nil }
    return (role, part, match.end - start > 1 || !part.isEmpty)
  }

  mutating func plainMention(at index: Int, limit: Int) -> Mention? {
    let marks = text.tokens[index].marks
    if marks.meets(.anaphor), let found = anaphor(at: index, limit: limit) { return found }
    if let found = countedGroup(at: index, limit: limit) { return found }
    if marks.meets(.title), let found = titledName(at: index, limit: limit) { return found }
    if marks.meets(.role), let found = role(at: index, limit: limit) { return found }
    if marks.meets(.organizationHead), let found = organization(at: index, limit: limit) { return found }
    if marks.meets(.placeHead), let found = place(at: index, limit: limit) { return found }
    if marks.meets(.name), let found = knownName(at: index, limit: limit) { return found }
    if marks.meets(.group), let found = group(at: index, limit: limit, count: nil, from: index) { return found }
    if marks.meets(.nisba), let found = people(at: index, limit: limit) { return found }
    if marks.meets(.givenName), let found = unknownName(at: index, limit: limit) { return found }
    return mayBeStranger(index) ? strangerName(at: index, limit: limit) : nil
  }

  // MARK: - Words

  /// Whether a token is no everyday word and no verb, so that it may belong to a name.
  func isUnknown(_ index: Int) -> Bool {
    let token = text.tokens[index]
    guard token.kind == .word, !blocked[index], !token.isBareClitic, !token.hasTanwin else { return false }
    return !token.marks.meets(.commonWord | .verb | .nisba)
  }

  /// Whether a token is a definite noun without other clitics, which may complete an idafa.
  func isComplement(_ index: Int) -> Bool {
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

  func isQuote(_ index: Int) -> Bool {
    guard let mark = text.tokens[index].mark else { return false }
    return [0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x27, 0x2018, 0x2019].contains(mark)
  }

  func isAdjective(_ index: Int) -> Bool {
    text.tokens[index].marks.meets(.adjective)
      && text.analyses(of: index).contains {
        $0.proclitics.subtracting(.al).isEmpty && tables.adjectives[$0.stem] != nil
      }
  }

  /// The end of the adjective at a token, which may have several words: «رفيع المستوى».
  func adjectiveEnd(_ index: Int, limit: Int) -> Int? {
    if let phrase = tables.adjectivePhrases.longest(in: text, at: index, limit: limit),
      phrase.analysis.proclitics.subtracting(.al).isEmpty, phrase.enclitic == nil
    {
      return phrase.end
    }
    return isAdjective(index) ? index + 1 : nil
  }

  /// Whether a number names what stands before it: counts stand before their noun, so that one behind a definite noun is no
  /// count («القناة 12», «اللواء 35»).
  func isOrdinalNumber(_ index: Int, limit: Int) -> Bool {
    guard index > 0, index < limit, !blocked[index], text.tokens[index].kind == .number, isDefinite(index - 1) else {
      return false
    }
    // «أقالت الحكومة 25 مسؤولا»
    return index + 1 == limit || text.tokens[index + 1].kind == .punctuation || isDefinite(index + 1)
      || text.tokens[index + 1].marks.meets(.functionWord)
  }

  /// Whether a token's letters end so.
  func ends(_ index: Int, in letters: StaticString) -> Bool {
    let bytes = text.text.bytes[text.tokens[index].bytes]
    return letters.withUTF8Buffer { bytes.count >= $0.count && bytes.suffix($0.count).elementsEqual($0) }
  }
}
