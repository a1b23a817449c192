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
    let start = behindParenthesis(behindHearer(start, sentence), sentence)
    var index = start
    let limit = min(sentence.upperBound, start + Self.reach)
    while index < limit {
      if opensClause(index) {
        let isDirect = index + 1 < sentence.upperBound && view.isQuote(index + 1)
        // «وصف الأنباء عن اللقاء بأنها كاذبة»: it is about the object too.
        let first = row.takesObject && !row.takesClause ? start : index
        return (first..<end(from: index + 1, sentence), isDirect, true)
      }
      if text.tokens[index].mark == 0x3A, index + 1 < sentence.upperBound {
        return (index + 1..<end(from: index + 1, sentence), view.isQuote(index + 1), true)
      }
      if view.isQuote(index), view.mentionAt[index] < 0, row.takesClause || row.takesObject {
        let isSpeech = opensSpeech(index, sentence)
        if isSpeech, index <= start + 2 || text.tokens[index - 1].mark == 0x60C || view.isTime[index - 1] {
          return (index..<end(from: index, sentence), true, true)
        }
        // A name, with its closing mark.
        if !isSpeech, let close = (index + 1..<limit).first(where: { view.isQuote($0) }) { index = close }
      }
      // «وأكد المحافظ اعتقالهم، فيما أشارت مصادر إلى أن»
      if index > start, view.kind(index) == .complementizer, !view.isThat(index), index + 1 < limit, isReport(index + 1)
      {
        break
      }
      if index > start, othersSpeak(index, sentence) { break }
      if index > start, participle(index) != nil, text.tokens[index - 1].mark == 0x60C || isAdverbial(index) { break }
      if index > start, view.isBoundary[index], isReport(index), view.kind(index) == nil,
        view.kind(index - 1) != .relative, !describesDocument(index)
      {
        break
      }
      index += 1
    }
    if row.takesClause, !row.takesObject { return nil }
    return (start..<max(start, end(from: start, sentence)), false, false)
  }

  /// Whether a token is أن or إن that begins what is said, and neither «قبل أن» nor «وأن».
  private func opensClause(_ token: Int) -> Bool {
    guard view.isThat(token) else { return false }
    if text.analyses(of: token).contains(where: { !$0.proclitics.isDisjoint(with: .conjunctions) }) { return false }
    guard token > 0 else { return true }
    return !text.analyses(of: token - 1).contains { knowledge.reporting.conjoiners.contains($0.stem) }
  }

  /// «في تصريح بثته الوكالة»: whether a verb with a pronoun tells who published the noun before it.
  private func describesDocument(_ verb: Int) -> Bool {
    guard text.analyses(of: verb).contains(where: { $0.enclitic == .hu || $0.enclitic == .ha }) else { return false }
    return (max(0, verb - 2)..<verb).contains { token in
      text.analyses(of: token).contains {
        !$0.proclitics.contains(.al) && $0.enclitic == nil && knowledge.reporting.nouns.begins(with: $0.stem)
      }
    }
  }

  /// «أكدت الصحيفة، نقلا عن مصادرها، حصول اللقاء»: the token behind a particle with its source between commas.
  private func behindParenthesis(_ start: Int, _ sentence: Range<Int>) -> Int {
    guard start + 1 < sentence.upperBound, text.tokens[start].mark == 0x60C, view.mentionAt[start + 1] < 0,
      let match = knowledge.reporting.particles.longest(in: text, at: start + 1, limit: sentence.upperBound),
      match.values.first?.sourceSlot != .subject,
      let comma = (match.end..<min(sentence.upperBound, match.end + 9)).first(where: { text.tokens[$0].mark == 0x60C }),
      comma + 1 < sentence.upperBound
    else { return start }
    return comma + 1
  }

  /// «نفى مصدر لـ«الوطن» الخبر»: the token behind an outlet in quotation marks to which it is said.
  private func behindHearer(_ start: Int, _ sentence: Range<Int>) -> Int {
    guard start + 2 < sentence.upperBound, text.tokens[start].isBareClitic, view.isQuote(start + 1),
      let close = (start + 2..<min(sentence.upperBound, start + 6)).first(where: { view.isQuote($0) }),
      close + 1 < sentence.upperBound
    else { return start }
    return close + 1
  }

  /// «لن نعود»، قال الوزير: the quotation that ends right before a verb, in the verb's paragraph.
  func quotation(before token: Int) -> Range<Int>? {
    var close = token - 1
    if close > 0, text.tokens[close].mark == 0x60C || text.tokens[close].mark == 0x2C { close -= 1 }
    guard close > 0, view.isQuote(close) else { return nil }
    let block = text.sentences[text.sentence(of: token)].block
    var open = close - 1
    while open >= 0, text.sentences[text.sentence(of: open)].block == block {
      if view.isQuote(open) { return close - open > 3 ? open..<close + 1 : nil }
      open -= 1
    }
    return nil
  }

  /// Whether a mark opens speech and not a name: what it holds is longer, or a verb.
  private func opensSpeech(_ mark: Int, _ sentence: Range<Int>) -> Bool {
    var close = mark + 1
    while close < sentence.upperBound, !view.isQuote(close) { close += 1 }
    return close - mark > 5 || (mark + 1..<close).contains { view.isVerb($0) || view.kind($0) == .negation }
  }

  /// The row of a participle of reporting: «مضيفا», «مشيرة».
  func participle(_ token: Int) -> ReportingTable.Report? {
    guard text.tokens[token].marks.meets(.reportingParticiple), view.mentionAt[token] < 0 else { return nil }
    for analysis in text.analyses(of: token) where !analysis.proclitics.contains(.al) && analysis.enclitic == nil {
      if let row = knowledge.reporting.participles[analysis.stem] { return row }
    }
    return nil
  }

  /// «معتبرين», «مؤكدا»: whether a participle has an ending that no adjective of a feminine noun has.
  private func isAdverbial(_ token: Int) -> Bool {
    let bytes = text.text.bytes[text.tokens[token].bytes]
    return text.tokens[token].hasTanwin || bytes.suffix(2).elementsEqual([0xD8, 0xA7])
      || bytes.suffix(4).elementsEqual([0xD9, 0x8A, 0xD9, 0x86])
  }

  /// Whether a token is a verb of reporting.
  func isReport(_ token: Int) -> Bool {
    view.verbs[token]?.contains { entry in
      entry.form.person == 3 && knowledge.reporting.verbs[entry.lexeme]?.contains { $0.stands } ?? false
    } ?? false
  }

  /// The token after the last that a report beginning at a token covers.
  func end(from start: Int, _ sentence: Range<Int>) -> Int {
    var depth = 0
    var index = start
    let isQuoted = start < sentence.upperBound && view.isQuote(start) && view.mentionAt[start] < 0
    while index < sentence.upperBound {
      if view.isQuote(index) { depth = nextDepth(depth, index) }
      // «قال إن «الحرب مستمرة»، خلال شرحه القرار»: the quotation is all that is said.
      if isQuoted, depth == 0, index > start + 5, view.isQuote(index), index + 2 < sentence.upperBound,
        text.tokens[index + 1].mark == 0x60C, view.slot(index + 2) != nil
      {
        return index + 1
      }
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
    // «قال إن الوفد وصل، مضيفا أن»
    if hasComma, participle(token) != nil { return true }
    // «قال إن الوفد وصل، داعيا إلى الحوار»: what the speaker does himself.
    if hasComma, view.mentionAt[token] < 0, text.tokens[token].marks.meets(.eventParticiple),
      text.tokens[token].hasTanwin || text.text.bytes[text.tokens[token].bytes].suffix(2).elementsEqual([0xD8, 0xA7])
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
    if othersSpeak(token, sentence) || contrasts(token, sentence) { return true }
    // «قبل أعوام.وفي سلسلة من التصريحات»: a full stop without a space ends a sentence too.
    if text.tokens[token - 1].mark == 0x2E, token > sentence.lowerBound + 1, text.tokens[token - 2].bytes.count > 4,
      text.tokens[token].kind == .word
    {
      return true
    }
    // «فيما أكد الوزير», «كما قال»
    return view.kind(token) == .complementizer && !view.isThat(token) && token + 1 < sentence.upperBound
      && isReport(token + 1)
  }

  /// «إلا أن الوزير نفى»: whether a word with أن behind it, somebody and a verb of reporting begin at a token.
  private func contrasts(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token + 2 < sentence.upperBound, view.isThat(token + 1), view.mentionAt[token + 2] >= 0,
      text.analyses(of: token).contains(where: { knowledge.reporting.conjoiners.contains($0.stem) })
    else { return false }
    let end = view.mentions[Int(view.mentionAt[token + 2])].tokens.upperBound
    return end < sentence.upperBound && isReport(end)
  }

  /// «لكن الوزير قال»: whether a conjunction, somebody and a verb of reporting begin at a token.
  private func othersSpeak(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard view.kind(token) == .complementizer, !view.isThat(token), token + 1 < sentence.upperBound,
      view.mentionAt[token + 1] >= 0
    else { return false }
    let end = view.mentions[Int(view.mentionAt[token + 1])].tokens.upperBound
    return end < sentence.upperBound && isReport(end)
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
