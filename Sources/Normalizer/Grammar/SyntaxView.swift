internal import ArabicText
internal import EventModel

/// What the steps after the mentions need to know of each token: mentions, verbs, prepositions and the borders of clauses.
/// A class, because several steps share one that no longer changes.
final class SyntaxView {
  let knowledge: Knowledge
  let text: TokenizedText
  let mentions: [Mention]
  /// The mention that holds each token, or -1.
  let mentionAt: [Int32]
  /// The verb readings of each token.
  let verbs: VerbReadings
  /// Tokens that begin a clause.
  let isBoundary: [Bool]
  /// Tokens of time expressions.
  let isTime: [Bool]
  private let kinds: [FunctionWords.Class?]
  private let slots: [FunctionWords.Slot?]

  init(knowledge: Knowledge, text: TokenizedText, mentions: [Mention], isTime: [Bool]) {
    self.knowledge = knowledge
    self.text = text
    self.mentions = mentions
    self.isTime = isTime
    var mentionAt = [Int32](repeating: -1, count: text.tokens.count)
    for (index, mention) in mentions.enumerated() {
      for token in mention.tokens where mentionAt[token] < 0 { mentionAt[token] = Int32(index) }
    }
    self.mentionAt = mentionAt
    let reader = ClauseReader(knowledge: knowledge, text: text, mentionAt: mentionAt, isTime: isTime)
    verbs = reader.verbs
    isBoundary = reader.isBoundary
    kinds = reader.kinds
    slots = reader.slots
  }

  /// The mentions that begin before a token, in order.
  func mentions(before token: Int) -> ArraySlice<Mention> {
    mentions[..<mentions.end { $0.tokens.lowerBound < token }]
  }

  // MARK: - Words

  /// The class of the function word at a token, read without its clitics; none beyond the text.
  func kind(_ token: Int) -> FunctionWords.Class? { kinds.indices.contains(token) ? kinds[token] : nil }

  /// The slot that a preposition marks, with or without و before it; none inside a mention and beyond the text.
  func slot(_ token: Int) -> FunctionWords.Slot? { slots.indices.contains(token) ? slots[token] : nil }

  /// Whether a token is read as a finite verb.
  func isVerb(_ token: Int) -> Bool { verbs.contains(token) }

  /// Whether a token is a complementizer, its enclitic if it has one.
  func complementizer(_ token: Int) -> (found: Bool, enclitic: Enclitic?) {
    guard kind(token) == .complementizer else { return (false, nil) }
    return (true, text.analyses(of: token).first { $0.enclitic != nil }?.enclitic)
  }

  /// Whether a verb stands right behind أن, in the imperfect: «أن يزور».
  func isSubjunctive(_ token: Int) -> Bool {
    guard token > 0, let verb = verbs[token]?.first, verb.form.tense != .perfect, verb.proclitics.isEmpty else {
      return false
    }
    let before = complementizer(token - 1)
    return before.found && before.enclitic == nil && opensContent(token - 1)
      && text.text.bytes[text.tokens[token - 1].bytes].suffix(2).elementsEqual([0xD9, 0x86])
  }

  /// Whether a token is أن or إن, which open what is said, asked or meant; other conjunctions (حيث، بينما، لأن) open a clause
  /// that the one before does not govern.
  func opensContent(_ token: Int) -> Bool {
    guard kind(token) == .complementizer else { return false }
    var letters = text.text.bytes[text.tokens[token].bytes][...]
    // و, ف and ب before it
    while [[0xD9, 0x88], [0xD9, 0x81], [0xD8, 0xA8]].contains(where: { letters.starts(with: $0) }) {
      letters = letters.dropFirst(2)
    }
    let isAlef = [0xA3, 0xA5, 0xA7].contains(letters.dropFirst().first ?? 0) && letters.first == 0xD8
    return isAlef && letters.dropFirst(2).starts(with: [0xD9, 0x86])
  }

  /// Whether a mark opens or closes a quotation.
  func isQuote(_ token: Int) -> Bool { Self.isQuote(token, text) }

  private static func isQuote(_ token: Int, _ text: TokenizedText) -> Bool {
    guard let mark = text.tokens[token].mark else { return false }
    return [0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x2039, 0x203A].contains(mark)
  }

  /// Whether a quotation is open at a token of a sentence.
  static func isQuoted(_ token: Int, _ sentence: Range<Int>, _ text: TokenizedText) -> Bool {
    (sentence.lowerBound..<token).count { isQuote($0, text) } % 2 == 1
      || (sentence.lowerBound..<token).contains { text.tokens[$0].mark == 0x3A }
  }

  // MARK: - Clauses

  /// The clause around a token: from the last border at or before it to the next one after it.
  func clause(of token: Int) -> Range<Int> {
    let sentence = text.sentences[text.sentence(of: token)].tokens
    var start = token
    while start > sentence.lowerBound, !isBoundary[start] { start -= 1 }
    var end = token + 1
    while end < sentence.upperBound, !isBoundary[end] { end += 1 }
    return start..<end
  }

  // MARK: - Arguments

  /// A mention with the preposition that governs it.
  struct Argument {
    var mention: Int
    /// Nil for a bare mention.
    var slot: FunctionWords.Slot?
    /// Whether it is joined to the argument before it by و.
    var isJoined: Bool
    /// Words between it and what came before it, prepositions apart.
    var gap: Int
    /// Words between its preposition and what came before that: they may be what it belongs to.
    var distance: Int
    /// Whether its preposition stands right behind a common noun, which it belongs to: «الأزمة في ليبيا».
    var isAttached: Bool
    /// Whether that noun is joined by و to another before it.
    var completesJoined = false
  }

  /// The mentions from a token on, each with its preposition, up to the end of the clause or a stop.
  func arguments(from start: Int, to end: Int, stop: (Int) -> Bool) -> [Argument] {
    var result: [Argument] = []
    var pending: FunctionWords.Slot?
    var gap = 0
    var distance = 0
    var isAttached = false
    var completesJoined = false
    var isMember = false
    var isTitled = false
    var hasComma = false
    var index = start
    while index < end {
      if mentionAt[index] >= 0 {
        let number = Int(mentionAt[index])
        let mention = mentions[number]
        // «كوزير للخارجية»: what somebody is taken for; «وفد تابع للجماعة»: to whom what is named before belongs.
        if mention.proclitics.contains(.ka) || mention.proclitics.contains(.la) && index > start && belongs(index - 1) {
          pending = nil
          gap += 1
          index = mention.tokens.upperBound
          continue
        }
        var slot = pending
        if pending == .from, gap > 0, isIndefiniteNoun(index - 1), !isHand(index - 1), !standsForOwner(index - 1),
          mention.proclitics.isEmpty
        {
          // «قبل أيام من تمرد فاغنر»: the preposition has the noun, which the mention completes.
          pending = nil
          gap += 1
          index = mention.tokens.upperBound
          continue
        }
        if mention.proclitics.contains(.la) { slot = .to }
        if mention.proclitics.contains(.ba) { slot = .by }
        let isJoined =
          !result.isEmpty
          && (isMember || isTitled && pending == nil && slot == nil && mention.form == .name
            || pending == nil && slot == nil && (mention.proclitics.contains(.wa) || followsConjunction(index))
              && gap <= (hasComma ? 0 : 1))
        if isJoined { slot = result[result.count - 1].slot }
        if slot == nil, gap == 0, pending == nil, !isJoined, !hasComma, let group = result.last,
          isListed(mention, group)
        {
          result[result.count - 1].mention = number
          index = mention.tokens.upperBound
          continue
        }
        result.append(
          Argument(
            mention: number, slot: slot, isJoined: isJoined, gap: gap, distance: distance,
            isAttached: isAttached && pending != nil, completesJoined: completesJoined && pending != nil))
        pending = nil
        isMember = false
        isTitled = false
        hasComma = false
        gap = 0
        distance = 0
        index = mention.tokens.upperBound
        continue
      }
      if index > start, isBoundary[index] || stop(index) || opensAside(index) { break }
      // «قتل تسعة جنود على الأقل وشرطيان»
      if !result.isEmpty, let bound = countBound(at: index, limit: end) {
        index = bound
        continue
      }
      if text.tokens[index].marks.meets(.aside),
        let aside = knowledge.words.asides.longest(in: text, at: index, limit: end), let kind = aside.values.first,
        kind != .members || gap == 0 && pending == nil
      {
        if kind == .blessing {
          index = aside.end
          continue
        }
        // «ودعا من جهة أخرى رئيس الوزراء», «دول المنطقة بما في ذلك تركيا»
        pending = nil
        isMember = kind == .members && !result.isEmpty
        index = aside.end
        continue
      }
      if let slot = slot(index) {
        // «دعا كل من الوزيرين»
        if slot == .from, index > start, isEach(index - 1) {
          index += 1
          continue
        }
        // «من قبل الوزير» names the doer; «إلى جانب الوزير» and «قبل وصول الوزير» do not.
        let isAgent = slot == .agent && pending == .from && gap == 0
        pending = slot != .agent || isAgent ? slot : pending == .to ? pending : .during
        let noun = noun(before: index, after: start)
        isAttached = noun != nil
        completesJoined = noun.map { $0 > start && isJoined($0) } ?? false
        distance = gap
        gap = 0
      } else if pending == .on, isHand(index) {
        // «قتل على أيدي مسلحين»
        pending = .agent
      } else if text.tokens[index].kind == .punctuation {
        if !isQuote(index) { pending = nil }
        // Nothing is joined across dots and dashes.
        if text.tokens[index].mark != 0x60C, !isQuote(index) { gap += 2 }
        hasComma = hasComma || text.tokens[index].mark == 0x60C
      } else if isTime[index] {
        // «في قصر السلام أمس آشتون كارتر»: a preposition has its noun before the time.
        pending = nil
      } else if !result.isEmpty, namesMembers(index) {
        isMember = true
      } else if !result.isEmpty, namesCompany(index) {
        pending = .with
        gap = 0
      } else if kind(index) == nil {
        // «الرئيس الروسي والملياردير الأميركي إيلون ماسك»: a title that no table knows joins its bearer.
        isTitled = gap == 0 && !result.isEmpty ? opensTitle(index) : isTitled && gap < 3 && isDefinite(index)
        gap += 1
        // «التقى خلال الزيارة رئيس الجامعة»: a definite noun is all that the preposition has.
        if pending == .during || pending == .in, isDefinite(index) { pending = nil }
        // «التقى في مكتبه السفير»: so is a noun with a pronoun.
        if pending != nil, hasOwner(index) { pending = nil }
      }
      index += 1
    }
    return result
  }

  /// «مستشاريه يوري أوشاكوف وكيريل دميترييف»: whether a name right behind a word for several people, which a pronoun completes, is
  /// one of them, so that the names tell who they are.
  private func isListed(_ name: Mention, _ group: Argument) -> Bool {
    let people = mentions[group.mention]
    return name.form == .name && name.number == .singular && name.proclitics.isEmpty && people.form == .group
      && people.tokens.upperBound == name.tokens.lowerBound && !group.isJoined
      && text.analyses(of: people.tokens.upperBound - 1).contains { $0.stem != .none && $0.enclitic != nil }
  }

  /// The end of a phrase at a token that says how exact the number before it is: «على الأقل».
  func countBound(at index: Int, limit: Int) -> Int? {
    guard text.tokens[index].marks.meets(.functionWord | .preposition) else { return nil }
    return knowledge.countWords.after.longest(in: text, at: index, limit: limit)?.end
  }

  /// «اعتقل محمد علان وهو محام»: whether a pronoun behind و opens a clause that tells who somebody is.
  private func opensAside(_ token: Int) -> Bool {
    kind(token) == .pronoun && slots[token] == nil
      && text.text.bytes[text.tokens[token].bytes].starts(with: [0xD9, 0x88, 0xD9, 0x87])
  }

  /// «قصف من طيران التحالف»: whether a token is a noun for what acts on behalf of its owner, and says who did an event.
  private func standsForOwner(_ token: Int) -> Bool {
    token > 1 && text.analyses(of: token).contains { knowledge.metonyms.contains($0.stem) }
      && knowledge.triggers.nouns.longest(in: text, at: token - 2, limit: token - 1) != nil
  }

  /// «يد», «أيدي»: whether a token behind على tells that the doer follows.
  func isHand(_ token: Int) -> Bool { knowledge.words.isHand(text.text.bytes[text.tokens[token].bytes]) }

  /// «وفد تابع للجماعة»; but «زار الإدارات التابعة للوزارة» goes to the ministry.
  private func belongs(_ token: Int) -> Bool {
    mentionAt[token] < 0 && !isDefinite(token)
      && text.analyses(of: token).contains { knowledge.words.isBelonging($0.stem) }
  }

  private func isEach(_ token: Int) -> Bool {
    text.tokens[token].marks.meets(.quantifier)
      && text.analyses(of: token).contains { knowledge.words.isEach($0.stem) && $0.proclitics.isEmpty }
  }

  /// Whether a token is a definite noun behind a glued «و».
  private func opensTitle(_ token: Int) -> Bool {
    text.analyses(of: token).contains { $0.proclitics == [.wa, .al] }
      || text.analyses(of: token).contains { $0.proclitics == .al } && followsConjunction(token)
  }

  /// Whether a token is an everyday noun with a pronoun.
  private func hasOwner(_ token: Int) -> Bool {
    guard let reading = text.analyses(of: token).first(where: { $0.stem != .none }), reading.enclitic != nil else {
      return false
    }
    return knowledge.commonWords.contains(reading.stem)
      && knowledge.triggers.nouns.longest(in: text, at: token, limit: token + 1) == nil
  }

  /// «من بينهم»: whether a token says that those named next belong to the group named last.
  private func namesMembers(_ token: Int) -> Bool {
    text.tokens[token].marks.meets(.preposition)
      && text.analyses(of: token).contains { $0.enclitic == .hum && knowledge.words.slot($0.stem) == .between }
  }

  /// «، ومعه»: whether a token says that those named next go with who was named before.
  private func namesCompany(_ token: Int) -> Bool {
    text.tokens[token].marks.meets(.preposition)
      && text.analyses(of: token).contains { analysis in
        analysis.enclitic != nil && analysis.proclitics == .wa && knowledge.words.slot(analysis.stem) == .with
      }
  }

  /// «الأزمة في ليبيا», «التدخل العسكري في ليبيا»: the common noun right before a preposition, its adjectives apart.
  private func noun(before preposition: Int, after start: Int) -> Int? {
    var index = preposition - 1
    while index >= start, isAdjective(index) { index -= 1 }
    return index >= start && isPlainNoun(index) ? index : nil
  }

  private func isJoined(_ noun: Int) -> Bool {
    followsConjunction(noun) || text.analyses(of: noun).first { $0.stem != .none }?.proclitics.contains(.wa) ?? false
  }

  /// Whether a token is an adjective of a country or one of the table.
  func isAdjective(_ token: Int) -> Bool {
    isCommonWord(token)
      && text.analyses(of: token).contains {
        knowledge.actors.adjectives[$0.stem] != nil || knowledge.actors.nisbas[$0.stem] != nil
      }
  }

  /// Whether a token has the article.
  func isDefinite(_ token: Int) -> Bool {
    text.analyses(of: token).contains { $0.stem != .none && $0.proclitics.contains(.al) }
  }

  /// Whether a token is a noun that is no mention, time, verb, particle or adjective.
  func isPlainNoun(_ token: Int) -> Bool {
    guard isCommonWord(token), !isAccusative(token),
      knowledge.triggers.nouns.longest(in: text, at: token, limit: token + 1) == nil
    else { return false }
    return !text.analyses(of: token).contains {
      knowledge.actors.adjectives[$0.stem] != nil || knowledge.actors.nisbas[$0.stem] != nil
        || knowledge.triggers.participles[$0.stem] != nil
    }
  }

  /// Whether a token is an everyday noun without article or pronoun that is no mention, time, verb or particle.
  func isIndefiniteNoun(_ token: Int) -> Bool {
    guard isCommonWord(token) else { return false }
    let analyses = text.analyses(of: token)
    return analyses.allSatisfy { !$0.proclitics.contains(.al) && $0.enclitic == nil }
      && analyses.contains { knowledge.commonWords.contains($0.stem) }
  }

  /// Whether a token is a word that is no mention, time, verb or particle.
  private func isCommonWord(_ token: Int) -> Bool {
    text.tokens[token].kind == .word && mentionAt[token] < 0 && !isTime[token] && !isVerb(token) && kind(token) == nil
  }

  /// «اجتماعا مغلقا في سوتشي»: whether a word has the ending of an indefinite object or its adjective.
  func isAccusative(_ token: Int) -> Bool {
    let word = text.tokens[token]
    if word.hasTanwin { return true }
    let end = Int(word.end)
    return word.end - word.start > 4 && text.text.bytes[end - 2] == 0xD8 && text.text.bytes[end - 1] == 0xA7
  }

  private func followsConjunction(_ token: Int) -> Bool {
    guard token > 0 else { return false }
    if text.tokens[token - 1].isBareClitic { return text.analyses(of: token - 1).contains { $0.proclitics == .wa } }
    return kind(token - 1) == .conjunction && knowledge.words.isSequence(text.tokens[token - 1].whole)
  }
}
