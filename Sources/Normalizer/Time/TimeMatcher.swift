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

  /// What an element took.
  private struct Capture {
    var value = TimeTemplate.Value.none
    /// The tokens; empty at 0 where the element took nothing.
    var start = 0
    var end = -1

    var isSet: Bool { end >= 0 }
  }

  /// The longest match that begins at a token, the earlier row of the table where two are equally long.
  func match(at token: Int, depth: Int = 0) -> Match? {
    guard depth < 4, token < text.tokens.count else { return nil }
    var best: Match?
    var captures: [Capture] = []
    if isNumeric(token) {
      // Digits, perhaps behind a clitic of their own.
      let signs = lexemes.signs(at: token + 1).union(lexemes.signs(at: token + 2))
      consider(grammar.numericStarts, token, (signs, signs), depth, &captures, &best)
    }
    let signs = (lexemes.signs(after: token), lexemes.signs(afterTwo: token))
    for place in lexemes.places(token) {
      let lexeme = lexemes[place]
      let next = token + Int(lexeme.length)
      guard grammar.standsAlone(lexeme.wordClass) || !lexemes.isEmpty(next) || isNotWord(next) else { continue }
      consider(grammar.starts(of: lexeme.wordClass), token, signs, depth, &captures, &best)
    }
    return best
  }

  private func consider(
    _ starts: [TimeStart], _ token: Int, _ signs: (one: TimeSigns, two: TimeSigns), _ depth: Int,
    _ captures: inout [Capture],
    _ best: inout Match?
  ) {
    for start in starts where start.goesOn(signs.one, signs.two) {
      guard let match = match(start.pattern, at: token, depth: depth, &captures) else { continue }
      if let best, best.reach > match.reach || (best.reach == match.reach && best.pattern <= match.pattern) {
        continue
      }
      best = match
    }
  }

  /// The match of a pattern; `captures` is only room for what its elements take.
  private func match(_ index: Int, at token: Int, depth: Int, _ captures: inout [Capture]) -> Match? {
    let elements = grammar.elements(of: index)
    let looksBack = grammar.looksBack(index)
    if captures.isEmpty { captures = Array(repeating: Capture(), count: grammar.mostElements) }
    for place in 0..<elements.count { captures[place] = Capture() }
    if looksBack {
      guard let value = context(elements.lowerBound, before: token) else { return nil }
      captures[0].value = value
    }
    let first = elements.lowerBound
    guard let reach = follow(elements, looksBack ? first + 1 : first, token, depth, &captures), reach > token
    else { return nil }
    let values = captures[..<elements.count].map(\.value)
    guard case .meaning(let meaning)? = grammar.patterns[index].template.evaluate(values) else { return nil }
    var proper: Range<Int>?
    var second: Int?
    for place in 0..<elements.count where captures[place].isSet && !grammar.elements[first + place].isContext {
      if let known = proper {
        if second == nil { second = captures[place].start }
        proper = known.lowerBound..<captures[place].end
      } else {
        proper = captures[place].start..<captures[place].end
      }
    }
    guard let proper else { return nil }
    let core = meaning.hasLead ? second ?? proper.lowerBound : proper.lowerBound
    return Match(pattern: index, reach: reach, tokens: proper, meaning: meaning, core: core)
  }

  /// The value of the word before an expression where it is the context that a pattern wants, nil where it is not.
  private func context(_ element: Int, before token: Int) -> TimeTemplate.Value? {
    if token > 0 {
      for alternative in grammar.alternatives(of: element) {
        if let (length, value) = match(grammar.alternatives[alternative], at: token - 1, 0), length == 1 {
          return value
        }
      }
    }
    return grammar.elements[element].isOptional ? TimeTemplate.Value.none : nil
  }

  /// Follows a pattern from one of its elements; an optional element is left out only where the rest needs it.
  private func follow(
    _ elements: Range<Int>, _ index: Int, _ token: Int, _ depth: Int, _ captures: inout [Capture]
  ) -> Int? {
    guard index < elements.upperBound else { return token }
    let element = grammar.elements[index]
    if element.isNegative {
      for alternative in grammar.alternatives(of: index)
      where match(grammar.alternatives[alternative], at: token, depth) != nil { return nil }
      return follow(elements, index + 1, token, depth, &captures)
    }
    let place = index - elements.lowerBound
    if !element.wantsWa || beginsWithWa(token) {
      for alternative in grammar.alternatives(of: index) {
        if case .wordClass(let wordClass, let definiteness) = grammar.alternatives[alternative] {
          for found in lexemes.places(token) where fits(lexemes[found], wordClass, definiteness) {
            let end = token + Int(lexemes[found].length)
            captures[place] = Capture(value: .number(Int(lexemes[found].value)), start: token, end: end)
            if let reach = follow(elements, index + 1, end, depth, &captures) { return reach }
          }
        } else if let (length, value) = match(grammar.alternatives[alternative], at: token, depth) {
          captures[place] = Capture(value: value, start: token, end: token + length)
          if let reach = follow(elements, index + 1, token + length, depth, &captures) { return reach }
        }
      }
    }
    captures[place] = Capture()
    return element.isOptional ? follow(elements, index + 1, token, depth, &captures) : nil
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
      for place in lexemes.places(token) where fits(lexemes[place], wordClass, definiteness) {
        return (Int(lexemes[place].length), .number(Int(lexemes[place].value)))
      }
      return nil
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
    case .event: event(at: token)
    default: number(nonterminal, at: token).map { ($0.0, .number($0.1)) }
    }
  }

  /// The longest name of a known event, the first of those that are equally long.
  private func event(at token: Int) -> (Int, TimeTemplate.Value)? {
    var best: TimeLexeme?
    for place in lexemes.places(token) where lexemes[place].wordClass == grammar.eventClass {
      if lexemes[place].length > best?.length ?? 0 { best = lexemes[place] }
    }
    return best.map { (Int($0.length), .number(Int($0.value))) }
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
