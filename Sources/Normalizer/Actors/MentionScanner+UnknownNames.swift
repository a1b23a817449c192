internal import ArabicText
internal import EventModel

/// Names of persons that no table has.
extension MentionScanner {
  /// A name that begins with a first name.
  mutating func unknownName(at index: Int, limit: Int) -> Mention? {
    guard text.tokens[index].marks.meets(.givenName) else { return nil }
    // «سبيل» is no name behind the particle of the future.
    for analysis in text.analyses(of: index)
    where analysis.enclitic == nil && analysis.proclitics.isDisjoint(with: [.al, .sa]) {
      guard
        let end = unknownNameEnd(analysis, index, limit: limit).flatMap({ $0 - index >= 2 ? $0 : nil })
          ?? speakerEnd(analysis, index, limit: limit)
      else { continue }
      let entity = person(named: Surface.string(text, index..<end, analysis.proclitics))
      return found(index..<end, analysis.proclitics, .name, [entity], rule: "given-name", isNamed: true)
    }
    return nil
  }

  /// The end of a name whose first word is read so.
  private func unknownNameEnd(_ analysis: Analysis, _ index: Int, limit: Int) -> Int? {
    if let end = kunyaEnd(analysis.stem, index, limit: limit, anyWord: false) { return end }
    if let phrase = tables.givenPhrases.longest(in: text, at: index, limit: limit), phrase.enclitic == nil,
      phrase.analysis.stem == analysis.stem, phrase.analysis.proclitics == analysis.proclitics
    {
      let end = nameEnd(phrase.end, from: index, limit: limit)
      return end > phrase.end ? end : isNisbaName(end, limit: limit) ? end + 1 : nil
    }
    if isGivenName(analysis.stem) {
      let end = nameEnd(index + 1, from: index, limit: limit)
      return end == index + 1 && (isNisbaName(end, limit: limit) || isTitleName(end, limit: limit)) ? end + 1 : end
    }
    // «صالح العجيري»: a first name that is an everyday word needs a name behind it that is none; where a clause begins it is
    // a verb («وطالب النجيفي»).
    guard tables.commonGivenNames.contains(analysis.stem), words.kind(analysis.stem) == nil,
      verbs.entries(analysis.stem).isEmpty
        || analysis.proclitics.isEmpty && index > 0
          && text.tokens[index - 1].kind == .word && text.tokens[index - 1].isSpaced
          && words.kind(text.tokens[index - 1].whole) == nil,
      tables.roles.longest(in: text, at: index, limit: index + 1) == nil, index + 1 < limit,
      !text.tokens[index].marks.meets(.time), beginsFamilyName(index + 1)
    else { return nil }
    return nameEnd(index + 1, from: index, limit: limit)
  }

  /// Whether a word and the next are in no table, so that they may be somebody's name.
  func mayBeStranger(_ index: Int) -> Bool {
    text.tokens[index].kind == .word && isUnknown(index) && index + 1 < text.tokens.count
      && (isUnknown(index + 1) || text.tokens[index + 1].marks.meets(.givenName))
  }

  /// «قال حسين رشيد إن», «قال سامي الخطيب، إن»: the end of a first name and any one word between a verb of reporting and what
  /// is said.
  private func speakerEnd(_ analysis: Analysis, _ index: Int, limit: Int) -> Int? {
    guard isGivenName(analysis.stem) || isCommonGivenName(analysis.stem), analysis.proclitics.isEmpty, index > 0,
      isReportingVerb(index - 1), index + 2 < limit
    else { return nil }
    let token = text.tokens[index + 1]
    guard token.kind == .word, !blocked[index + 1], !token.hasTanwin, words.kind(token.whole) == nil,
      closesName(index + 2), tables.roles.longest(in: text, at: index + 1, limit: limit) == nil,
      tables.roles.longest(in: text, at: index, limit: limit) == nil,
      tables.names.longest(in: text, at: index + 1, limit: limit) == nil,
      text.analyses(of: index + 1).allSatisfy({
        $0.proclitics.isSubset(of: .al) && $0.enclitic == nil && reporting.participles[$0.stem] == nil
      })
    else { return nil }
    return index + 2
  }

  /// Whether a word is a name, or has an article and is no everyday word; «صالح الانقلابية» is an adjective of what stands
  /// before.
  private func beginsFamilyName(_ index: Int) -> Bool {
    let whole = text.tokens[index].whole
    if isGivenName(whole) || isCommonGivenName(whole) { return true }
    guard isDefinite(index) else { return false }
    let isName = text.analyses(of: index).contains { isGivenName($0.stem) || isCommonGivenName($0.stem) }
    return isName || isUnknown(index) && !ends(index, in: "ية")
  }

  /// A name of words that no table has, told by an office behind it («لاري آندري، سفير الولايات المتحدة») or by a verb of
  /// reporting before it («قالت كومبا با إن»).
  mutating func strangerName(at index: Int, limit: Int) -> Mention? {
    guard isUnknown(index), !isDefinite(index), text.tokens[index].end - text.tokens[index].start > 4 else {
      return nil
    }
    let isFirst = index == 0 || text.tokens[index - 1].kind != .word || !isUnknown(index - 1)
    guard isFirst else { return nil }
    let end = nameEnd(index + 1, from: index, limit: limit)
    guard (2...4).contains(end - index) else { return nil }
    let isReporter = index > 0 && isReportingVerb(index - 1) && (end == limit || closesName(end))
    guard isReporter || officeBehind(end, limit: limit)?.isLong ?? false || goesOnList(index, end, limit: limit) else {
      return nil
    }
    let proclitics = text.analyses(of: index).first?.proclitics ?? []
    guard proclitics.isSubset(of: [.wa]) else { return nil }
    let entity = person(named: Surface.string(text, index..<end, proclitics))
    return found(
      index..<end, proclitics, .name, [entity], rule: isReporter ? "reporter-name" : "name-office", isNamed: true)
  }

  /// «ورونالد لويس كبير المساعدين، وأليسا سلوتكين القائمة بأعمال الوزير»: whether a name is joined to a name and who that
  /// is, behind a comma, and goes on with who this is.
  private func goesOnList(_ index: Int, _ end: Int, limit: Int) -> Bool {
    guard index > 1, text.tokens[index - 1].mark == 0x60C, let last = mentions.last, last.form == .name,
      last.tokens.upperBound > index - 12,
      text.analyses(of: index).contains(where: { $0.proclitics == .wa })
    else { return false }
    return end == limit || text.tokens[end].kind == .punctuation || isDefinite(end)
  }

  private func isReportingVerb(_ index: Int) -> Bool {
    text.analyses(of: index).contains { analysis in
      verbs.entries(analysis.stem).contains { reporting.verbs[$0.lexeme] != nil }
    }
  }

  /// Whether a word or mark begins what is said: a name ends before it.
  private func closesName(_ index: Int) -> Bool {
    if text.tokens[index].kind == .punctuation { return true }
    return text.analyses(of: index).contains { words.kind($0.stem) == .complementizer }
  }
}
