internal import ArabicText
internal import EventModel

/// Personal names, known and unknown, with titles before them.
extension MentionScanner {
  /// The end of a personal name that begins at a token, and its known person.
  ///
  /// - Parameters:
  ///   - afterRole: Whether a role or title stands before it, so that it may begin with any unknown word.
  ///   - afterTitle: Whether a title does, so that it may begin with a first name that is an everyday word too.
  func name(at index: Int, limit: Int, afterRole: Bool, afterTitle: Bool = false) -> (end: Int, known: Int?)? {
    if let match = tables.names.longest(in: text, at: index, limit: limit),
      match.analysis.proclitics.isEmpty, match.enclitic == nil,
      let known = match.values.first(where: { tables.known[$0].source == .person })
    {
      return (lineageEnd(match.end, limit: limit), known)
    }
    guard index < limit, text.tokens[index].kind == .word, !blocked[index] else { return nil }
    if let end = kunyaEnd(text.tokens[index].whole, index, limit: limit, anyWord: afterRole) { return (end, nil) }
    let whole = text.tokens[index].whole
    let given = givenEnd(index, limit: limit)
    guard
      given != nil || afterRole && (isUnknown(index) && !isDefinite(index) || isCommonGivenName(whole))
        || afterTitle && beginsName(index, limit: limit)
    else { return nil }
    var end = nameEnd(given ?? index + 1, from: index, limit: limit)
    // «الدكتور سامي الصالح»: a family name may be an adjective.
    // «الدكتور بدران العمر»
    let isFirst =
      given != nil
      || afterTitle && (tables.commonGivenNames.contains(whole) || isUnknown(index) && !isDefinite(index))
    if afterRole, isFirst, end == given ?? index + 1, isFamilyName(end, limit: limit) { end += 1 }
    if end == given ?? (isFirst ? index + 1 : nil), isNisbaName(end, limit: limit) || isTitleName(end, limit: limit) {
      end += 1
    }
    // One given name alone, or one unknown word, is too little.
    guard end - index >= 2 else { return nil }
    return (end, nil)
  }

  /// The end of the first name that begins at a token: one word, or two such as عبد الله.
  func givenEnd(_ index: Int, limit: Int) -> Int? {
    guard index < limit else { return nil }
    if let phrase = tables.givenPhrases.longest(in: text, at: index, limit: limit), phrase.analysis.proclitics.isEmpty,
      phrase.enclitic == nil
    {
      return phrase.end
    }
    return isGivenName(text.tokens[index].whole) ? index + 1 : nil
  }

  /// The end of a name by a child, «أبو حمزة الليبي», whose first word is read as `stem`.
  ///
  /// - Parameter anyWord: Whether a role or title stands before it, so that the child's name may be any word.
  func kunyaEnd(_ stem: Symbol, _ index: Int, limit: Int, anyWord: Bool) -> Int? {
    let child = index + 1
    guard words.kind(stem) == .kunya, child < limit, text.tokens[child].kind == .word, !blocked[child] else {
      return nil
    }
    let whole = text.tokens[child].whole
    guard
      givenEnd(child, limit: limit) != nil || tables.commonGivenNames.contains(whole) || isUnknown(child)
        || anyWord && words.kind(whole) == nil && !isDefinite(child)
    else { return nil }
    let first = givenEnd(child, limit: limit) ?? child + 1
    let end = nameEnd(first, from: index, limit: limit)
    if end == first, isNisbaName(end, limit: limit) || isFamilyName(end, limit: limit) { return end + 1 }
    return end
  }

  /// «عصام الملا», «أحمد السيد»: a title right behind a first name, before no other name, is a family name.
  func isTitleName(_ index: Int, limit: Int) -> Bool {
    guard index < limit, !blocked[index], isDefinite(index),
      let title = tables.titles.longest(in: text, at: index, limit: limit), title.end == index + 1,
      title.analysis.proclitics.subtracting(.al).isEmpty, index + 1 == limit || !isDefinite(index + 1)
    else { return false }
    return name(at: index + 1, limit: limit, afterRole: true, afterTitle: true) == nil
  }

  /// «محمد المصري»: an adjective of origin right behind a first name is a family name.
  func isNisbaName(_ index: Int, limit: Int) -> Bool {
    guard index < limit, !blocked[index], isDefinite(index), let nisba = nisba(index), !nisba.isPlural else {
      return false
    }
    return ends(index, in: "ي")
  }

  /// The end of a name that goes on with بن and the father's name.
  func lineageEnd(_ index: Int, limit: Int) -> Int {
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
  func nameEnd(_ index: Int, from start: Int, limit: Int) -> Int {
    var end = index
    while end < limit, end - start < 9 {
      if isLineage(end), end + 1 < limit, text.tokens[end + 1].kind == .word, !blocked[end + 1] {
        end = lineageEnd(end, limit: limit)
      } else if let phrase = tables.givenPhrases.longest(in: text, at: end, limit: limit),
        phrase.analysis.proclitics.isSubset(of: .al), phrase.enclitic == nil
      {
        end = phrase.end
      } else if isNamePart(end, limit: limit) {
        end += 1
      } else if words.kind(text.tokens[end].whole) == .kunya, end + 1 < limit, text.tokens[end + 1].kind == .word,
        !blocked[end + 1]
      {
        // «خالد أبو زيد»
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// Whether a word is a given name and no particle (آن is written like أن).
  func isGivenName(_ symbol: Symbol) -> Bool {
    tables.givenNames.contains(symbol) && words.kind(symbol) == nil
  }

  /// Whether a word is a first name, an everyday word and no particle.
  func isCommonGivenName(_ symbol: Symbol) -> Bool {
    tables.commonGivenNames.contains(symbol) && words.kind(symbol) == nil
  }

  /// «الدكتور جمعان رشيد بن رقوش»: whether any word behind a title is followed by more of a name.
  func beginsName(_ index: Int, limit: Int) -> Bool {
    guard index + 1 < limit, words.kind(text.tokens[index].whole) == nil, text.tokens[index + 1].kind == .word else {
      return false
    }
    // «الأمير الوليد بن خالد»
    return isLineage(index + 1) || !isDefinite(index) && givenEnd(index + 1, limit: limit) != nil
  }

  /// Whether a word with the article may be a family name: no country's adjective, role, title or verb.
  func isFamilyName(_ index: Int, limit: Int) -> Bool {
    guard index < limit, isComplement(index), nisba(index) == nil else { return false }
    return tables.roles.longest(in: text, at: index, limit: index + 1) == nil
      && tables.groups.longest(in: text, at: index, limit: index + 1) == nil
      && tables.organizationHeads.longest(in: text, at: index, limit: index + 1) == nil
      && tables.names.longest(in: text, at: index, limit: index + 1) == nil
  }

  func isLineage(_ index: Int) -> Bool {
    words.kind(text.tokens[index].whole) == .lineage
  }

  func isNamePart(_ index: Int, limit: Int) -> Bool {
    guard text.tokens[index].kind == .word, !blocked[index] else { return false }
    let whole = text.tokens[index].whole
    // «الحفظي أمير منطقة عسير»
    if let role = tables.roles.longest(in: text, at: index, limit: limit), role.end > index + 1 { return false }
    if isGivenName(whole) { return true }
    // «أحمد أمين المجلس»: some first names are offices, too.
    if tables.commonGivenNames.contains(whole), words.kind(whole) == nil,
      tables.roles.longest(in: text, at: index, limit: limit) == nil
    {
      return true
    }
    guard isUnknown(index), !isBehindPreposition(index), !isTown(index, limit: limit), !isCrowd(index, limit: limit)
    else { return false }
    // «الأمير بندر بن عبد الله عضو المجلس».
    if text.tokens[index].marks.meets(.group), !isDefinite(index) { return false }
    // An unknown word with و before it begins something else, but a name may begin with و itself.
    return text.analyses(of: index).allSatisfy { !$0.proclitics.contains(.wa) } || isNameInWaw(index)
  }

  /// «زار إبراهيم السلطان القاهرة»: whether a word with the article behind two of a name is a country, capital or city.
  private func isTown(_ index: Int, limit: Int) -> Bool {
    guard index > 1, isDefinite(index), isDefinite(index - 1),
      let match = tables.names.longest(in: text, at: index, limit: limit),
      match.analysis.proclitics.subtracting(.al).isEmpty, match.enclitic == nil,
      let known = bestKnown(match, allowHeadless: false)
    else { return false }
    return tables.known[known].source == .country || tables.known[known].source == .place
  }

  /// «طالب الحوثيين»: whether a plural with the article is the name of a body that the tables know.
  private func isCrowd(_ index: Int, limit: Int) -> Bool {
    guard isDefinite(index), ends(index, in: "ين") || ends(index, in: "ون"),
      let match = tables.names.longest(in: text, at: index, limit: limit),
      let known = bestKnown(match, allowHeadless: false)
    else { return false }
    return tables.known[known].source == .organization
  }

  mutating func person(_ tokens: Range<Int>, known: Int?) -> Int {
    if let known { return drafts.intern(known: known, knowledge) }
    return person(named: text.string(tokens))
  }

  /// «فهد بالرياض»: whether a word is known when ب or ل is taken off.
  private func isBehindPreposition(_ index: Int) -> Bool {
    text.analyses(of: index).contains { $0.stem != .none && !$0.proclitics.isDisjoint(with: [.ba, .la]) }
  }

  /// «جون ويلكس», «جيمس وودز»: whether an unknown word behind a single first name is a family name that begins with و; few
  /// words that begin with ي, و or ا are unknown when و is taken off.
  private func isNameInWaw(_ index: Int) -> Bool {
    let letters = text.text.bytes[text.tokens[index].bytes].prefix(4)
    guard index > 0, !ends(index, in: "ه"), !ends(index, in: "ها"), letters.count == 4,
      letters.elementsEqual([0xD9, 0x88, 0xD9, 0x8A])
        || letters.elementsEqual([0xD9, 0x88, 0xD9, 0x88]) || letters.elementsEqual([0xD9, 0x88, 0xD8, 0xA7])
    else { return false }
    return isGivenName(text.tokens[index - 1].whole) && text.analyses(of: index).allSatisfy { $0.stem == .none }
  }

  /// The person of a name that no table has.
  mutating func person(named printed: String) -> Int {
    let name = Kunya.nominative(printed)
    if let known = tables.variants.person(name) { return drafts.intern(known: known, knowledge) }
    return drafts.intern(.init(key: "name:" + NameSpelling.key(name), kind: .person, name: name))
  }

  static func folded(_ name: String) -> String {
    String(decoding: Folding.fold(name), as: UTF8.self)
  }

  mutating func titledName(at index: Int, limit: Int) -> Mention? {
    guard let match = tables.titles.longest(in: text, at: index, limit: limit), match.enclitic == nil,
      !beginsLongerName(index, match.end, limit: limit)
    else { return nil }
    let start = titlesEnd(match.end, limit: limit)
    guard let (end, known) = name(at: start, limit: limit, afterRole: true, afterTitle: true) else {
      return firstName(match, index, limit: limit)
    }
    let entity = person(start..<end, known: known)
    if drafts[entity].sector == nil, let sector = match.values.first?.sector { drafts[entity].sector = sector }
    drafts[entity].add(surface: text.string(start..<end))
    return found(
      index..<end, match.analysis.proclitics, .name, [entity], rule: "title-name", isNamed: true)
  }

  /// «الملك فهد»: a title that is used with a first name alone; both together are the name.
  private mutating func firstName(
    _ title: PhraseTrie<TitleForm>.Match, _ index: Int, limit: Int
  ) -> Mention? {
    guard let form = title.values.first, form.takesFirstName, title.end == index + 1 || !isDefinite(index),
      let end = givenEnd(title.end, limit: limit), end == limit || !isDefinite(end)
    else { return nil }
    let entity = person(named: Surface.string(text, index..<end, title.analysis.proclitics))
    if drafts[entity].sector == nil { drafts[entity].sector = form.sector }
    return found(
      index..<end, title.analysis.proclitics, .name, [entity], rule: "title-first-name", isNamed: true)
  }

  /// The end of the titles that stand at a token one after another: «صاحب السمو الملكي الأمير».
  func titlesEnd(_ index: Int, limit: Int) -> Int {
    var end = index
    while end < limit, let title = tables.titles.longest(in: text, at: end, limit: limit),
      title.analysis.proclitics.subtracting(.al).isEmpty, title.enclitic == nil
    { end = title.end }
    return end
  }
}
