internal import ArabicText
internal import EventModel

/// Reads an article's verbs and the borders of its clauses from the words around them.
struct ClauseReader {
  let knowledge: Knowledge
  let text: TokenizedText
  /// The mention that holds each token, or -1.
  let mentionAt: [Int32]
  /// Tokens of time expressions.
  let isTime: [Bool]
  /// The class of each token's function word.
  let kinds: [FunctionWords.Class?]
  /// The slot that each preposition marks.
  let slots: [FunctionWords.Slot?]
  /// The verb readings of each token.
  private(set) var verbs: VerbReadings
  /// Tokens that begin a clause.
  private(set) var isBoundary: [Bool]

  init(knowledge: Knowledge, text: TokenizedText, mentionAt: [Int32], isTime: [Bool]) {
    self.knowledge = knowledge
    self.text = text
    self.mentionAt = mentionAt
    self.isTime = isTime
    kinds = text.tokens.indices.map { token in
      let kind = Self.kind(token, text, knowledge.words)
      return kind == .complementizer && Self.joinsName(token, text, mentionAt, knowledge.words) ? .conjunction : kind
    }
    slots = text.tokens.indices.map { mentionAt[$0] < 0 ? Self.slot($0, text, knowledge.words) : nil }
    verbs = VerbReadings(count: text.tokens.count)
    isBoundary = Array(repeating: false, count: text.tokens.count)
    for sentence in text.sentences { readVerbs(sentence.tokens) }
    for sentence in text.sentences { readBoundaries(sentence.tokens) }
  }

  /// What may be glued to a verb, and to a preposition.
  private static let verbal: Proclitics = [.wa, .fa, .sa, .la]
  private static let prepositional: Proclitics = [.wa, .fa, .ba, .la]

  /// The class of the function word at a token, read without its clitics.
  private static func kind(_ token: Int, _ text: TokenizedText, _ words: FunctionWords) -> FunctionWords.Class? {
    guard text.tokens[token].kind == .word else { return nil }
    if text.tokens[token].isBareClitic { return .conjunction }
    guard text.tokens[token].marks.meets(.functionWord) else { return nil }
    if let kind = words.kind(text.tokens[token].whole) { return kind }
    for analysis in text.analyses(of: token) where !analysis.proclitics.contains(.al) {
      if let kind = words.kind(analysis.stem) { return kind }
    }
    return nil
  }

  /// «زار القاهرة ثم الدوحة», «إلى مصر ثم إلى قطر»: whether a word that may open a clause joins the name behind it.
  private static func joinsName(
    _ token: Int, _ text: TokenizedText, _ mentionAt: [Int32], _ words: FunctionWords
  ) -> Bool {
    guard words.isSequence(text.tokens[token].whole), token + 1 < text.tokens.count else { return false }
    if mentionAt[token + 1] >= 0 {
      // «ثم الوزير استقبل السفير»
      let end = (token + 1..<text.tokens.count).first { mentionAt[$0] != mentionAt[token + 1] }
      return end.map { !text.tokens[$0].marks.meets(.verb) } ?? true
    }
    return token + 2 < text.tokens.count && mentionAt[token + 2] >= 0 && slot(token + 1, text, words) != nil
  }

  /// The slot that a preposition marks, with or without و before it.
  private static func slot(_ token: Int, _ text: TokenizedText, _ words: FunctionWords) -> FunctionWords.Slot? {
    guard text.tokens[token].kind == .word, text.tokens[token].marks.meets(.preposition) else { return nil }
    for analysis in text.analyses(of: token)
    where analysis.enclitic == nil && analysis.proclitics.isSubset(of: prepositional) {
      if let slot = words.slot(analysis.stem) { return slot }
    }
    return nil
  }

  private mutating func readVerbs(_ sentence: Range<Int>) {
    for token in sentence
    where text.tokens[token].marks.meets(.verb) && mentionAt[token] < 0 && !isTime[token]
      && text.tokens[token].kind == .word && canBeVerb(token, sentence)
      && knowledge.words.blessingEnd(text, token) == nil
    {
      for analysis in text.analyses(of: token)
      where analysis.proclitics.isSubset(of: Self.verbal) {
        let isAmbiguous = knowledge.verbs.isAmbiguous(analysis.stem)
        let entries = knowledge.verbs.entries(analysis.stem)
        for entry in entries where fits(entry.form, analysis) {
          // «ونجله» is «and his son» where no particle asks for such a form.
          let isUnasked =
            entry.form.tense == .dependent && !analysis.proclitics.contains(.la)
            && knowledge.commonWords.contains(analysis.stem)
          if isAmbiguous || isUnasked, !opensClause(token, sentence) { continue }
          // «أقام» is «he held» rather than «I am stood up».
          if entry.form.person == 1, entry.form.isPassive, entries.count > 1 { continue }
          if yieldsToSpeaker(entry, token, sentence) { continue }
          var entry = entry
          entry.proclitics = analysis.proclitics
          verbs.append(entry, to: token)
        }
      }
    }
  }

  /// «قال: «التقيت الوزير»»: whether a passive reading gives way to that of a speaker who tells of himself.
  private func yieldsToSpeaker(_ entry: VerbTable.Entry, _ token: Int, _ sentence: Range<Int>) -> Bool {
    guard entry.form.isPassive, entry.form.tense == .perfect, entry.form.person == 3 else { return false }
    let isSpeakers = text.analyses(of: token).contains { analysis in
      analysis.enclitic == nil
        && knowledge.verbs.entries(analysis.stem).contains {
          $0.lexeme == entry.lexeme && $0.form.person == 1 && $0.form.tense == .perfect && !$0.form.isPassive
        }
    }
    return isSpeakers && SyntaxView.isQuoted(token, sentence, text)
  }

  /// Whether a word stands where a verb is likely: first in its sentence or after a mention, time, particle or mark.
  private func opensClause(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound else { return true }
    if text.tokens[token - 1].kind == .punctuation { return true }
    // «إن فلين حث روسيا», «كان الرئيس عقد اجتماعا», «في يونيو الماضي طلب البنتاغون»: behind what itself opens the clause.
    if mentionAt[token - 1] >= 0 || isTime[token - 1] {
      var start = token - 1
      while start > sentence.lowerBound, mentionAt[start - 1] >= 0 || isTime[start - 1] || slots[start - 1] != nil {
        start -= 1
      }
      return start == sentence.lowerBound || text.tokens[start - 1].kind == .punctuation
        || kinds[start - 1] == .complementizer || kinds[start - 1] == .auxiliary
    }
    switch kinds[token - 1] {
    case .complementizer?, .relative?, .auxiliary?, .negation?: return true
    default: return false
    }
  }

  private func fits(_ form: VerbForm, _ analysis: Analysis) -> Bool {
    if analysis.proclitics.contains(.sa), form.tense == .perfect { return false }
    if analysis.proclitics.contains(.la), form.tense == .perfect { return false }
    return true
  }

  /// Perfects are often written like masdars (دعم, رفض): after a preposition, an article or a noun in construct it is a noun.
  private func canBeVerb(_ token: Int, _ sentence: Range<Int>) -> Bool {
    if text.tokens[token].hasTanwin { return false }
    // «أنه» is أن with a pronoun, and no form of «أنهى».
    if kinds[token] == .complementizer { return false }
    switch knowledge.words.kind(text.tokens[token].whole) {
    case nil, .auxiliary?, .adverb?, .noun?: break
    default: return false
    }
    guard token > sentence.lowerBound else { return true }
    let previous = token - 1
    if let kind = kinds[previous] {
      switch kind {
      case .preposition, .quantifier:
        // «مقربون منه قالوا»: a pronoun completes the preposition.
        return slots[previous] == .during || hasPronoun(previous)
      default: return true
      }
    }
    return true
  }

  /// Whether a function word is one only with a pronoun behind it: «باسمه», «منه».
  private func hasPronoun(_ token: Int) -> Bool {
    knowledge.words.kind(text.tokens[token].whole) == nil
      && text.analyses(of: token).contains { $0.enclitic != nil && knowledge.words.kind($0.stem) == .preposition }
  }

  private mutating func readBoundaries(_ sentence: Range<Int>) {
    for token in sentence {
      if token == sentence.lowerBound {
        isBoundary[token] = true
        continue
      }
      if let mark = text.tokens[token].mark {
        if [0x3A, 0x61B, 0x3B, 0x2026, 0x2E].contains(mark), token + 1 < sentence.upperBound {
          isBoundary[token + 1] = true
        }
        if mark == 0x60C || mark == 0x2C, token + 1 < sentence.upperBound, beginsClause(token + 1) {
          isBoundary[token + 1] = true
        }
        continue
      }
      switch kinds[token] {
      case .complementizer?, .relative?: isBoundary[token] = true
      default:
        if verbs.contains(token),
          text.analyses(of: token).contains(where: { !$0.proclitics.isDisjoint(with: .conjunctions) })
        {
          isBoundary[token] = true
        }
      }
    }
  }

  private func beginsClause(_ token: Int) -> Bool {
    if verbs.contains(token) { return true }
    let stems = text.analyses(of: token)
    if text.tokens[token].marks.meets(.reportingParticiple),
      stems.contains(where: { knowledge.reporting.participles[$0.stem] != nil && !$0.proclitics.contains(.al) })
    {
      return true
    }
    return kinds[token] == .auxiliary || kinds[token] == .negation
  }
}
