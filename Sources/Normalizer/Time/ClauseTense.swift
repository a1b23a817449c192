internal import ArabicText
internal import EventModel

/// Tells from the words around an expression whether its clause looks back or ahead.
struct ClauseTense {
  private let text: TokenizedText
  private let grammar: TimeGrammar

  init(_ text: TokenizedText, _ grammar: TimeGrammar) {
    self.text = text
    self.grammar = grammar
  }

  /// The direction of the nearest verb or particle before the expression, else after it; nil where none tells.
  func direction(_ mention: TimeMention) -> Direction? {
    let number = text.sentence(of: mention.tokens.lowerBound)
    guard number < text.sentences.count else { return nil }
    let sentence = text.sentences[number].tokens
    var token = mention.tokens.lowerBound - 1
    while token >= sentence.lowerBound {
      if let direction = direction(of: token) { return direction }
      token -= 1
    }
    // An expression that opens its sentence is governed by what follows.
    guard mention.tokens.lowerBound - sentence.lowerBound <= 3 else { return nil }
    for token in mention.tokens.upperBound..<min(mention.tokens.upperBound + 6, sentence.upperBound) {
      if let direction = direction(of: token) { return direction }
    }
    return nil
  }

  private func direction(of token: Int) -> Direction? {
    guard text.tokens[token].kind == .word else { return nil }
    var lexemes: [TimeLexeme] = []
    if text.tokens[token].marks.meets(.time) { grammar.lexemes.append(at: token, of: text, to: &lexemes) }
    for lexeme in lexemes {
      if lexeme.wordClass == grammar.pastVerb { return .past }
      if lexeme.wordClass == grammar.futureWord { return .future }
      if lexeme.wordClass == grammar.presentVerb { return isNarrated(token) ? .past : .future }
    }
    if isFutureForm(token) { return .future }
    return text.tokens[token].marks.meets(.perfect) && isPerfect(token) ? .past : nil
  }

  /// Whether a word is the perfect of a verb, perhaps behind و or ف.
  private func isPerfect(_ token: Int) -> Bool {
    if grammar.perfects.contains(text.tokens[token].whole) { return true }
    let range = text.tokens[token].analyses
    for place in Int(range.lowerBound)..<Int(range.upperBound) {
      let analysis = text.analyses[place]
      guard analysis.proclitics.isDisjoint(with: [.al, .ba, .sa]) else { continue }
      if analysis.enclitic == nil, grammar.perfects.contains(analysis.stem) { return true }
    }
    return false
  }

  /// Whether an imperfect tells of the past, behind لم or a form of كان.
  private func isNarrated(_ token: Int) -> Bool {
    for before in max(0, token - 3)..<token where text.tokens[before].kind == .word {
      var lexemes: [TimeLexeme] = []
      if text.tokens[before].marks.meets(.time) { grammar.lexemes.append(at: before, of: text, to: &lexemes) }
      if lexemes.contains(where: { $0.wordClass == grammar.wasWord }) { return true }
    }
    return false
  }

  /// Whether a word begins with the future particle and an imperfect: سيوقع, وستبدأ.
  private func isFutureForm(_ token: Int) -> Bool {
    // Few words begin with س, or with و or ف before it; what else may begin a word, such as a mark, is looked at closely.
    let document = text.text.bytes
    let bytes = document.span
    let start = Int(text.tokens[token].start)
    switch (bytes[start], bytes[start + 1]) {
    case (0xD8, 0xB3), (0xD9, 0x81), (0xD9, 0x88): break
    case (0xD8, 0xA1...0xBF), (0xD9, 0x82...0x8A): return false
    default: break
    }
    var word: [UInt8] = []
    Folding.fold(bytes.extracting(text.tokens[token].bytes), into: &word)
    var letters = word[...]
    if letters.count >= 12, letters.starts(with: [0xD9, 0x88]) || letters.starts(with: [0xD9, 0x81]) {
      letters = letters.dropFirst(2)
    }
    // Five letters at least, سي or ست first.
    let isFuture = letters.starts(with: [0xD8, 0xB3, 0xD9, 0x8A]) || letters.starts(with: [0xD8, 0xB3, 0xD8, 0xAA])
    guard letters.count >= 10, isFuture else { return false }
    return !grammar.notFuture.contains { letters.starts(with: $0) }
  }
}
