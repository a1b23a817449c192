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
    let startsWithGiven =
      isGivenName(text.tokens[index].whole) || afterTitle && tables.commonGivenNames.contains(text.tokens[index].whole)
    guard
      startsWithGiven || afterRole && isUnknown(index) && !isDefinite(index)
        || afterTitle && beginsName(index, limit: limit)
    else { return nil }
    var end = nameEnd(index + 1, from: index, limit: limit)
    // «الدكتور سامي الصالح»: a family name may be an adjective.
    if afterRole, startsWithGiven, end == index + 1, isFamilyName(end, limit: limit) { end += 1 }
    // One given name alone, or one unknown word, is too little.
    guard end - index >= 2 else { return nil }
    return (end, nil)
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
      } else if isNamePart(end) {
        end += 1
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

  /// «الدكتور جمعان رشيد بن رقوش»: whether any word behind a title is followed by more of a name.
  func beginsName(_ index: Int, limit: Int) -> Bool {
    guard index + 1 < limit, !isDefinite(index), words.kind(text.tokens[index].whole) == nil,
      text.tokens[index + 1].kind == .word
    else { return false }
    return isLineage(index + 1) || isGivenName(text.tokens[index + 1].whole)
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

  func isNamePart(_ index: Int) -> Bool {
    guard text.tokens[index].kind == .word, !blocked[index] else { return false }
    if isGivenName(text.tokens[index].whole) { return true }
    guard isUnknown(index) else { return false }
    // An unknown word with و before it begins something else.
    return text.analyses(of: index).allSatisfy { !$0.proclitics.contains(.wa) }
  }

  mutating func person(_ tokens: Range<Int>, known: Int?) -> Int {
    if let known { return drafts.intern(known: known, tables) }
    let name = text.string(tokens)
    return drafts.intern(.init(key: "name:" + Self.folded(name), kind: .person, name: name))
  }

  static func folded(_ name: String) -> String {
    String(decoding: Folding.fold(name), as: UTF8.self)
  }

  mutating func titledName(at index: Int, limit: Int) -> Mention? {
    guard let match = tables.titles.longest(in: text, at: index, limit: limit), match.enclitic == nil,
      !beginsLongerName(index, match.end, limit: limit)
    else { return nil }
    let start = titlesEnd(match.end, limit: limit)
    guard let (end, known) = name(at: start, limit: limit, afterRole: true, afterTitle: true) else { return nil }
    let entity = person(start..<end, known: known)
    if drafts[entity].sector == nil, let sector = match.values.first ?? nil { drafts[entity].sector = sector }
    drafts[entity].add(surface: text.string(start..<end))
    return found(
      index..<end, match.analysis.proclitics, .name, [entity], rule: "title-name", isNamed: true)
  }

  /// The end of the titles that stand at a token one after another: «صاحب السمو الملكي الأمير».
  func titlesEnd(_ index: Int, limit: Int) -> Int {
    var end = index
    while end < limit, let title = tables.titles.longest(in: text, at: end, limit: limit),
      title.analysis.proclitics.subtracting(.al).isEmpty, title.enclitic == nil
    { end = title.end }
    return end
  }

  mutating func unknownName(at index: Int, limit: Int) -> Mention? {
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
}
