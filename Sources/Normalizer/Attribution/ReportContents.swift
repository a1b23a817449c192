internal import ArabicText
internal import EventModel

/// Finds how far what somebody says goes: the clause of أن or إن, a quotation, or an object.
struct ReportContents {
  let view: SyntaxView
  private var knowledge: Knowledge { view.knowledge }
  private var text: TokenizedText { view.text }
  /// Words that may stand between a verb with its subject and what it says.
  private static let reach = 40

  init(view: SyntaxView) { self.view = view }

  /// What a verb, noun or participle reports; nil where the row's complement does not follow.
  ///
  /// - Parameters:
  ///   - start: The token after the word and its source.
  ///   - token: The word.
  func content(
    _ row: ReportingTable.Report, from start: Int, of token: Int, _ sentence: Range<Int>
  ) -> (range: Range<Int>, isDirect: Bool, isClause: Bool)? {
    var index = start
    let limit = min(sentence.upperBound, start + Self.reach)
    while index < limit {
      if view.isThat(index) {
        let isDirect = index + 1 < sentence.upperBound && view.isQuote(index + 1)
        return (index..<end(from: index + 1, sentence), isDirect, true)
      }
      if text.tokens[index].mark == 0x3A, index + 1 < sentence.upperBound {
        return (index + 1..<end(from: index + 1, sentence), view.isQuote(index + 1), true)
      }
      if view.isQuote(index), view.mentionAt[index] < 0, row.takesClause || row.takesObject,
        index <= start + 2 || text.tokens[index - 1].mark == 0x60C || view.isTime[index - 1],
        opensSpeech(index, sentence)
      {
        return (index..<end(from: index, sentence), true, true)
      }
      if index > start, view.isBoundary[index], isReport(index), view.kind(index) == nil { break }
      index += 1
    }
    if row.takesClause, !row.takesObject { return nil }
    return (start..<max(start, end(from: start, sentence)), false, false)
  }

  /// Whether a mark opens speech and not a name: what it holds is longer, or a verb.
  private func opensSpeech(_ mark: Int, _ sentence: Range<Int>) -> Bool {
    var close = mark + 1
    while close < sentence.upperBound, !view.isQuote(close) { close += 1 }
    return close - mark > 5 || (mark + 1..<close).contains { view.isVerb($0) || view.kind($0) == .negation }
  }

  /// Whether a token is a verb of reporting.
  func isReport(_ token: Int) -> Bool {
    view.verbs[token]?.contains { knowledge.reporting.verbs[$0.lexeme] != nil } ?? false
  }

  /// The token after the last that a report beginning at a token covers.
  func end(from start: Int, _ sentence: Range<Int>) -> Int {
    var depth = 0
    var index = start
    while index < sentence.upperBound {
      if view.isQuote(index) { depth = nextDepth(depth, index) }
      if depth == 0, index > start, breaks(index, sentence) { return index }
      index += 1
    }
    return depth == 0 ? sentence.upperBound : closing(sentence)
  }

  private func nextDepth(_ depth: Int, _ token: Int) -> Int {
    switch text.tokens[token].mark {
    case 0xAB, 0x201C, 0x201E: 1
    case 0xBB, 0x201D: 0
    default: depth ^ 1
    }
  }

  /// The end of a quotation that goes on in the next sentences of its paragraph.
  private func closing(_ sentence: Range<Int>) -> Int {
    let number = text.sentence(of: sentence.lowerBound)
    let block = text.sentences[number].block
    for next in (number + 1)..<min(max(number + 1, text.sentences.count), number + 9)
    where text.sentences[next].block == block {
      for token in text.sentences[next].tokens where view.isQuote(token) {
        let mark = text.tokens[token].mark
        if mark == 0xAB || mark == 0x201C || mark == 0x201E { return sentence.upperBound }
        return token + 1
      }
    }
    return sentence.upperBound
  }

  /// Whether the reporter takes the word again at a token.
  func breaks(_ token: Int, _ sentence: Range<Int>) -> Bool {
    let hasComma = text.tokens[token - 1].mark == 0x60C || text.tokens[token - 1].mark == 0x2C
    if view.mentionAt[token] < 0,
      knowledge.reporting.breaks.longest(in: text, at: token, limit: sentence.upperBound) != nil
    {
      return true
    }
    if hasComma || view.isQuote(token - 1) || text.tokens[token].kind == .word,
      let match = knowledge.reporting.particles.longest(in: text, at: token, limit: sentence.upperBound),
      let row = match.values.first, row.sourceSlot != .subject, hasComma || match.end < sentence.upperBound
    {
      return true
    }
    if view.isBoundary[token], isReport(token) {
      let isJoined = text.analyses(of: token).contains { !$0.proclitics.isDisjoint(with: .conjunctions) }
      if isJoined { return true }
      // «بعد أن نفى الوزير أن …، أكد الكرملين أن …»
      if hasComma, token + 1 < sentence.upperBound, view.mentionAt[token + 1] >= 0 { return true }
    }
    if hasComma, view.kind(token) == .complementizer, !view.isThat(token),
      text.analyses(of: token).contains(where: { $0.enclitic != nil })
    {
      return true
    }
    // «فيما أكد الوزير», «كما قال»
    return view.kind(token) == .complementizer && !view.isThat(token) && token + 1 < sentence.upperBound
      && isReport(token + 1)
  }
}

extension SyntaxView {
  /// Whether a token is أن or إن, with or without ب before it: what follows is what somebody says.
  func isThat(_ token: Int) -> Bool {
    guard kind(token) == .complementizer else { return false }
    return text.analyses(of: token).contains {
      knowledge.reporting.that.contains($0.stem) && $0.proclitics.isDisjoint(with: [.la, .ka])
    }
  }
}
