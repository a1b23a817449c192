internal import ArabicText
internal import EventModel

/// Matches patterns at the tokens of one text.
struct TimeMatcher {
  let text: TokenizedText
  let lexemes: TimeLexemeIndex
  let grammar: TimeGrammar

  /// A match: the tokens it took with and without context, and its meaning.
  struct Match {
    var pattern: Int
    /// One past the last token, context included.
    var reach: Int
    /// The expression proper.
    var tokens: Range<Int>
    var meaning: TimeMeaning
    /// Where the inner expression of a since, by or until begins.
    var core: Int
  }

  /// The longest match that begins at a token, the earlier row of the table where two are equally long.
  func match(at token: Int, depth: Int = 0) -> Match? {
    guard depth < 4, token < text.tokens.count else { return nil }
    var best: Match?
    func consider(_ patterns: [Int]) {
      for index in patterns {
        guard let match = match(index, at: token, depth: depth) else { continue }
        if let known = best,
          known.reach > match.reach || (known.reach == match.reach && known.pattern <= match.pattern)
        {
          continue
        }
        best = match
      }
    }
    if isNumeric(token) { consider(grammar.numericPatterns) }
    for place in lexemes.places(token) {
      let lexeme = lexemes[place]
      let next = token + Int(lexeme.length)
      guard grammar.standsAlone(lexeme.wordClass) || !lexemes.isEmpty(next) || isNotWord(next) else { continue }
      consider(grammar.patterns(of: lexeme.wordClass))
    }
    return best
  }

  private func match(_ index: Int, at token: Int, depth: Int) -> Match? {
    let pattern = grammar.patterns[index]
    var captures = [TimeTemplate.Value](repeating: .none, count: pattern.elements.count)
    var spans = [Range<Int>?](repeating: nil, count: pattern.elements.count)
    if pattern.looksBack, !precedes(pattern.elements[0], token, &captures[0]) { return nil }
    guard let reach = follow(pattern, pattern.looksBack ? 1 : 0, token, depth, &captures, &spans), reach > token
    else { return nil }
    guard case .meaning(let meaning)? = pattern.template.evaluate(captures) else { return nil }
    let proper = zip(pattern.elements, spans).filter { !$0.0.isContext }.compactMap(\.1)
    guard let first = proper.first, let last = proper.last else { return nil }
    let begin = first.lowerBound
    var core = begin
    if case .since = meaning { core = proper.dropFirst().first?.lowerBound ?? begin }
    if case .until = meaning { core = proper.dropFirst().first?.lowerBound ?? begin }
    if case .before = meaning { core = proper.dropFirst().first?.lowerBound ?? begin }
    if case .after = meaning { core = proper.dropFirst().first?.lowerBound ?? begin }
    return Match(pattern: index, reach: reach, tokens: begin..<last.upperBound, meaning: meaning, core: core)
  }

  /// Whether the word before an expression is the context that a pattern wants.
  private func precedes(_ element: TimePattern.Element, _ token: Int, _ capture: inout TimeTemplate.Value) -> Bool {
    guard token > 0 else { return element.isOptional }
    for alternative in element.alternatives {
      if let (length, value) = match(alternative, at: token - 1, 0), length == 1 {
        capture = value
        return true
      }
    }
    return element.isOptional
  }

  /// Follows a pattern from one of its elements; an optional element is left out only where the rest needs it.
  private func follow(
    _ pattern: TimePattern, _ index: Int, _ token: Int, _ depth: Int, _ captures: inout [TimeTemplate.Value],
    _ spans: inout [Range<Int>?]
  ) -> Int? {
    guard index < pattern.elements.count else { return token }
    let element = pattern.elements[index]
    if element.isNegative {
      guard element.alternatives.allSatisfy({ match($0, at: token, depth) == nil }) else { return nil }
      return follow(pattern, index + 1, token, depth, &captures, &spans)
    }
    for alternative in element.alternatives {
      guard !element.wantsWa || beginsWithWa(token) else { break }
      if case .wordClass(let wordClass, let definiteness) = alternative {
        for place in lexemes.places(token) where fits(lexemes[place], wordClass, definiteness) {
          let length = Int(lexemes[place].length)
          captures[index] = .number(Int(lexemes[place].value))
          spans[index] = token..<token + length
          if let end = follow(pattern, index + 1, token + length, depth, &captures, &spans) { return end }
        }
      } else if let (length, value) = match(alternative, at: token, depth) {
        captures[index] = value
        spans[index] = token..<token + length
        if let end = follow(pattern, index + 1, token + length, depth, &captures, &spans) { return end }
      }
    }
    captures[index] = .none
    spans[index] = nil
    return element.isOptional ? follow(pattern, index + 1, token, depth, &captures, &spans) : nil
  }

  private func fits(
    _ lexeme: TimeLexeme, _ wordClass: Int16, _ definiteness: TimePattern.Definiteness
  ) -> Bool {
    guard lexeme.wordClass == wordClass else { return false }
    switch definiteness {
    case .any: return true
    case .definite: return lexeme.isDefinite
    case .indefinite: return !lexeme.isDefinite
    }
  }

  /// The longest match of one alternative: how many tokens it takes, and its value.
  private func match(
    _ alternative: TimePattern.Alternative, at token: Int, _ depth: Int
  ) -> (Int, TimeTemplate.Value)? {
    switch alternative {
    case .wordClass(let wordClass, let definiteness):
      return lexemes.places(token).first { fits(lexemes[$0], wordClass, definiteness) }
        .map { (Int(lexemes[$0].length), .number(Int(lexemes[$0].value))) }
    case .mark(let mark):
      guard token < text.tokens.count, let printed = text.tokens[token].mark else { return nil }
      let isDash = printed == 0x2D || (0x2012...0x2014).contains(printed)
      return printed == mark || (mark == 0x2D && isDash) ? (1, .none) : nil
    case .nonterminal(let nonterminal):
      return read(nonterminal, at: token, depth)
    }
  }

  private func read(
    _ nonterminal: TimePattern.Nonterminal, at token: Int, _ depth: Int
  ) -> (Int, TimeTemplate.Value)? {
    switch nonterminal {
    case .time: nested(at: token, depth) { $0 != .nothing }
    case .dayDate: nested(at: token, depth, \.isDayDate)
    case .relativeYear: nested(at: token, depth, \.isRelativeYear)
    case .digits: digitDate(at: token).map { ($0.0, .meaning($0.1)) }
    case .uncounted: isUncounted(token) ? (0, .none) : nil
    case .event:
      lexemes(token).filter { $0.wordClass == grammar.eventClass }.max { $0.length < $1.length }
        .map { (Int($0.length), .number(Int($0.value))) }
    default: number(nonterminal, at: token).map { ($0.0, .number($0.1)) }
    }
  }

  private func nested(
    at token: Int, _ depth: Int, _ isWanted: (TimeMeaning) -> Bool
  ) -> (Int, TimeTemplate.Value)? {
    guard let match = match(at: token, depth: depth + 1), isWanted(match.meaning),
      match.tokens.lowerBound == token
    else { return nil }
    if case .event = match.meaning { return nil }
    return (match.tokens.upperBound - token, .meaning(match.meaning))
  }

  private func beginsWithWa(_ token: Int) -> Bool {
    guard token < text.tokens.count else { return false }
    return text.analyses(of: token).contains { $0.proclitics.contains(.wa) }
  }

  private func isNotWord(_ token: Int) -> Bool {
    token < text.tokens.count && (text.tokens[token].kind != .word || text.tokens[token].isBareClitic)
  }

  /// Whether a number, or a clitic glued to one, stands at a token.
  func isNumeric(_ token: Int) -> Bool {
    guard token < text.tokens.count else { return false }
    if text.tokens[token].kind == .number { return true }
    return text.tokens[token].isBareClitic && token + 1 < text.tokens.count
      && text.tokens[token + 1].kind == .number
      && text.analyses(of: token).contains { $0.proclitics.contains(.al) }
  }
}
