internal import ArabicText
internal import EventModel

/// What the steps after the mentions need to know of each token: mentions, verbs, prepositions and the borders of clauses.
/// A class, because several steps share one that no longer changes.
final class SyntaxView {
  let knowledge: Knowledge
  let text: TokenizedText
  let mentions: [Mention]
  /// The mention that holds each token, or -1.
  private(set) var mentionAt: [Int32]
  /// The verb readings of each token.
  private(set) var verbs: [Int: [VerbTable.Entry]] = [:]
  /// Tokens that begin a clause.
  private(set) var isBoundary: [Bool]
  /// Tokens of time expressions.
  let isTime: [Bool]

  init(knowledge: Knowledge, text: TokenizedText, mentions: [Mention], isTime: [Bool]) {
    self.knowledge = knowledge
    self.text = text
    self.mentions = mentions
    self.isTime = isTime
    mentionAt = Array(repeating: -1, count: text.tokens.count)
    isBoundary = Array(repeating: false, count: text.tokens.count)
    for (index, mention) in mentions.enumerated() {
      for token in mention.tokens where mentionAt[token] < 0 { mentionAt[token] = Int32(index) }
    }
    for sentence in text.sentences { readVerbs(sentence.tokens) }
    for sentence in text.sentences { readBoundaries(sentence.tokens) }
  }

  // MARK: - Words

  /// The class of the function word at a token, read without its clitics.
  func kind(_ token: Int) -> FunctionWords.Class? {
    guard text.tokens[token].kind == .word else { return nil }
    if text.tokens[token].isBareClitic { return .conjunction }
    if let kind = knowledge.words.kind(text.tokens[token].whole) { return kind }
    for analysis in text.analyses(of: token) {
      if let kind = knowledge.words.kind(analysis.stem), !analysis.proclitics.contains(.al) { return kind }
    }
    return nil
  }

  /// The slot that a preposition marks, with or without و before it.
  func slot(_ token: Int) -> FunctionWords.Slot? {
    guard text.tokens[token].kind == .word, mentionAt[token] < 0 else { return nil }
    for analysis in text.analyses(of: token)
    where analysis.proclitics.isSubset(of: [.wa, .fa, .ba, .la]) && analysis.enclitic == nil {
      if let slot = knowledge.words.slot(analysis.stem) { return slot }
    }
    return nil
  }

  /// Whether a token is a complementizer, its enclitic if it has one.
  func complementizer(_ token: Int) -> (found: Bool, enclitic: Enclitic?) {
    guard kind(token) == .complementizer else { return (false, nil) }
    return (true, text.analyses(of: token).first { $0.enclitic != nil }?.enclitic)
  }

  /// Whether a mark opens or closes a quotation.
  func isQuote(_ token: Int) -> Bool {
    guard let mark = text.tokens[token].mark else { return false }
    return [0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E].contains(mark)
  }

  // MARK: - Verbs

  private func readVerbs(_ sentence: Range<Int>) {
    for token in sentence where mentionAt[token] < 0 && !isTime[token] && text.tokens[token].kind == .word {
      var entries: [VerbTable.Entry] = []
      for analysis in text.analyses(of: token)
      where analysis.proclitics.isSubset(of: [.wa, .fa, .sa, .la]) {
        let isAmbiguous = knowledge.verbs.isAmbiguous(analysis.stem)
        for entry in knowledge.verbs.entries(analysis.stem) where fits(entry.form, analysis) {
          if isAmbiguous, !opensClause(token, sentence) { continue }
          if entries.contains(where: { $0.lexeme == entry.lexeme }) { continue }
          var entry = entry
          entry.proclitics = analysis.proclitics
          entries.append(entry)
        }
      }
      if !entries.isEmpty, canBeVerb(token, sentence) { verbs[token] = entries }
    }
  }

  /// Whether a word stands where a verb is likely: first in its sentence or after a particle, comma or quotation mark.
  private func opensClause(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound else { return true }
    if text.tokens[token - 1].kind == .punctuation { return true }
    switch kind(token - 1) {
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
    switch knowledge.words.kind(text.tokens[token].whole) {
    case nil, .auxiliary?, .adverb?, .noun?: break
    default: return false
    }
    guard token > sentence.lowerBound else { return true }
    let previous = token - 1
    if let kind = kind(previous) {
      switch kind {
      case .preposition, .quantifier: return slot(previous) == .during
      default: return true
      }
    }
    return true
  }

  /// Whether a token is read as a finite verb.
  func isVerb(_ token: Int) -> Bool { verbs[token] != nil }

  // MARK: - Clauses

  private func readBoundaries(_ sentence: Range<Int>) {
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
      switch kind(token) {
      case .complementizer?, .relative?: isBoundary[token] = true
      default:
        if isVerb(token), text.analyses(of: token).contains(where: { !$0.proclitics.isDisjoint(with: .conjunctions) }) {
          isBoundary[token] = true
        }
      }
    }
  }

  private func beginsClause(_ token: Int) -> Bool {
    if isVerb(token) { return true }
    let stems = text.analyses(of: token)
    if stems.contains(where: { knowledge.reporting.participles[$0.stem] != nil && !$0.proclitics.contains(.al) }) {
      return true
    }
    return kind(token) == .auxiliary || kind(token) == .negation
  }

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
  }

  /// The mentions from a token on, each with its preposition, up to the end of the clause or a stop.
  func arguments(from start: Int, to end: Int, stop: (Int) -> Bool) -> [Argument] {
    var result: [Argument] = []
    var pending: FunctionWords.Slot?
    var gap = 0
    var index = start
    while index < end {
      if mentionAt[index] >= 0 {
        let number = Int(mentionAt[index])
        let mention = mentions[number]
        var slot = pending
        if mention.proclitics.contains(.la) { slot = .to }
        if mention.proclitics.contains(.ba) { slot = .by }
        let isJoined =
          !result.isEmpty && pending == nil && slot == nil
          && (mention.proclitics.contains(.wa) || followsConjunction(index)) && gap <= 1
        if isJoined { slot = result[result.count - 1].slot }
        result.append(Argument(mention: number, slot: slot, isJoined: isJoined, gap: gap))
        pending = nil
        gap = 0
        index = mention.tokens.upperBound
        continue
      }
      if index > start, isBoundary[index] || stop(index) { break }
      if let slot = slot(index) {
        pending = slot
        gap = 0
      } else if text.tokens[index].kind == .punctuation {
        if !isQuote(index) { pending = nil }
      } else if !isTime[index], kind(index) == nil {
        gap += 1
      }
      index += 1
    }
    return result
  }

  private func followsConjunction(_ token: Int) -> Bool {
    token > 0 && text.tokens[token - 1].isBareClitic
      && text.analyses(of: token - 1).contains { $0.proclitics == .wa }
  }
}
