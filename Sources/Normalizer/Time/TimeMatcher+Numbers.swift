internal import ArabicText
internal import EventModel

extension TimeMatcher {
  /// Reads a number, or a month's name, at a token: how many tokens it takes, and its value.
  func number(_ kind: TimePattern.Nonterminal, at token: Int) -> (Int, Int)? {
    switch kind {
    case .number: digits(at: token) { $0 < 1000 } ?? cardinal(at: token)
    case .ordinal: ordinal(at: token)
    case .day: digits(at: token) { (1...31).contains($0) } ?? ordinal(at: token).flatMap { $0.1 <= 31 ? $0 : nil }
    case .year: digits(at: token, digits: 4) { (1000...2199).contains($0) } ?? yearInWords(at: token)
    case .hijriYear: digits(at: token, digits: 4) { (1300...1500).contains($0) }
    case .month: month(at: token, isCertain: false)
    case .certainMonth: month(at: token, isCertain: true)
    case .hijriMonth: value(at: token, grammar.hijriMonth) ?? value(at: token, grammar.unclearHijriMonth)
    default: nil
    }
  }

  private func digits(at token: Int, digits wanted: Int? = nil, _ fits: (Int) -> Bool) -> (Int, Int)? {
    var next = token
    if next < text.tokens.count, text.tokens[next].isBareClitic { next += 1 }
    guard next < text.tokens.count, let number = text.tokens[next].number, fits(number) else { return nil }
    // A grouped number (2,024) or one with a per cent sign is an amount.
    if let wanted, text.tokens[next].bytes.count != wanted * (isEastern(next) ? 2 : 1) { return nil }
    if next + 1 < text.tokens.count, let mark = text.tokens[next + 1].mark, mark == 0x25 || mark == 0x66A {
      return nil
    }
    return (next + 1 - token, number)
  }

  /// ألفين وستة عشر, ألف وتسعمئة وسبعة وستين: after the word for a year alone.
  private func yearInWords(at token: Int) -> (Int, Int)? {
    guard token > 0, let (length, thousands) = value(at: token, grammar.thousands),
      lexemes.contains(token - 1, where: { $0.wordClass == grammar.unit && $0.value == TimeUnit.year.rawValue })
    else { return nil }
    var (end, year) = (token + length, thousands)
    if hasWa(end), let (length, hundreds) = value(at: end, grammar.hundreds) {
      (end, year) = (end + length, year + hundreds)
    }
    if hasWa(end), let (length, rest) = cardinal(at: end), rest < 100 { (end, year) = (end + length, year + rest) }
    return (1800...2199).contains(year) ? (end - token, year) : nil
  }

  private func isEastern(_ token: Int) -> Bool {
    text.text.bytes[text.tokens[token].bytes.lowerBound] >= 0x80
  }

  private func value(at token: Int, _ wordClass: Int16) -> (Int, Int)? {
    var best: (Int, Int)?
    for place in lexemes.places(token) where lexemes[place].wordClass == wordClass {
      let lexeme = lexemes[place]
      if Int(lexeme.length) > best?.0 ?? 0 { best = (Int(lexeme.length), Int(lexeme.value)) }
    }
    return best
  }

  /// ثلاثة, خمسة عشر, خمسة وعشرين, عشرين.
  private func cardinal(at token: Int) -> (Int, Int)? {
    guard let (length, ones) = value(at: token, grammar.cardinal) else { return value(at: token, grammar.tens) }
    if ones < 10, let (tensLength, tens) = value(at: token + length, grammar.tens), hasWa(token + length) {
      return (length + tensLength, ones + tens)
    }
    return (length, ones)
  }

  /// الثامن, الثاني عشر, الحادي والعشرين.
  private func ordinal(at token: Int) -> (Int, Int)? {
    let one = value(at: token, grammar.ordinal)
    let first = value(at: token, grammar.ordinalOne)
    if let (length, ones) = one ?? first, ones < 10,
      let (tensLength, tens) = value(at: token + length, grammar.tens), hasWa(token + length)
    {
      return (length + tensLength, ones + tens)
    }
    return one ?? value(at: token, grammar.tens).flatMap { isDefinite(token) ? $0 : nil }
  }

  private func isDefinite(_ token: Int) -> Bool { lexemes.contains(token) { $0.isDefinite } }

  private func hasWa(_ token: Int) -> Bool {
    guard token < text.tokens.count else { return false }
    return text.analyses(of: token).contains { $0.proclitics.contains(.wa) }
  }

  /// A month's name; يناير (كانون الثاني) and شباط/فبراير are one.
  private func month(at token: Int, isCertain: Bool) -> (Int, Int)? {
    let certain = value(at: token, grammar.month)
    guard let (length, month) = certain ?? value(at: token, grammar.unclearMonth) else { return nil }
    let end = token + length
    if end < text.tokens.count {
      let mark = text.tokens[end].mark
      let isMarked = mark.map { [0x28, 0x2F, 0x2D, 0x5B, 0x2013].contains($0) } ?? false
      let next = isMarked ? end + 1 : end
      if let (other, same) = value(at: next, grammar.month) ?? value(at: next, grammar.unclearMonth), same == month {
        let after = next + other
        let closed = isMarked && after < text.tokens.count && [0x29, 0x5D].contains(text.tokens[after].mark ?? 0)
        return (after - token + (closed ? 1 : 0), month)
      }
    }
    return isCertain && certain == nil ? nil : (length, month)
  }

  /// 27/11/2024, 2024-11-27, 27.11.2024.
  func digitDate(at token: Int) -> (Int, TimeMeaning)? {
    if let dotted = dottedDate(at: token) { return (1, dotted) }
    guard token + 4 < text.tokens.count, let first = text.tokens[token].number,
      let second = text.tokens[token + 2].number, let third = text.tokens[token + 4].number,
      let mark = text.tokens[token + 1].mark,
      mark == 0x2F || mark == 0x2D || mark == 0x2013, text.tokens[token + 3].mark == mark
    else { return nil }
    return Self.date(first, second, third).map { (5, $0) }
  }

  private func dottedDate(at token: Int) -> TimeMeaning? {
    guard token < text.tokens.count, text.tokens[token].kind == .number, text.tokens[token].number == nil else {
      return nil
    }
    let parts = text.string(token..<token + 1).utf8.split(separator: 0x2E)
      .compactMap { Int(String(decoding: Array($0), as: UTF8.self)) }
    guard parts.count == 3 else { return nil }
    return Self.date(parts[0], parts[1], parts[2])
  }

  /// Day, month and year in either order; a day that could be a month is read before the month.
  private static func date(_ first: Int, _ second: Int, _ third: Int) -> TimeMeaning? {
    let (day, month, year) = first > 31 ? (third, second, first) : (first, second, third)
    guard (1000...2199).contains(year) else { return nil }
    if (1300...1500).contains(year) {
      // Years of the Gregorian fourteenth century are no news.
      guard (1...12).contains(month), (1...30).contains(day) else { return nil }
      return .hijri(year: year, month: month, day: day, shift: nil)
    }
    if CivilDay(year, month, day) != nil {
      return .date(year: .absolute(year), month: month, day: day, shift: nil, weekday: nil)
    }
    guard first <= 31, CivilDay(year, day, month) != nil else { return nil }
    return .date(year: .absolute(year), month: day, day: month, shift: nil, weekday: nil)
  }

  /// Whether a word begins as no noun that is counted does: with the article, perhaps behind a preposition, or with لا and five
  /// letters more, as verbal nouns do.
  private func isNoCountedNoun(_ token: Int) -> Bool {
    var word: [UInt8] = []
    let document = text.text.bytes
    let bytes = document.span
    Folding.fold(bytes.extracting(text.tokens[token].bytes), into: &word)
    let lam: [UInt8] = [0xD9, 0x84]
    let alif: [UInt8] = [0xD8, 0xA7]
    if word.starts(with: lam + alif), word.count >= 14 { return true }
    if word.starts(with: lam + lam), word.count >= 8 { return true }
    return word.starts(with: alif + lam) && word.count >= 8
  }

  /// Whether what stands at a token cannot be counted by a number before it: صفحة could be, `.` and في could not.
  func isUncounted(_ token: Int) -> Bool {
    guard token < text.tokens.count else { return true }
    let next = text.tokens[token]
    switch next.kind {
    case .punctuation: return next.mark != 0x25 && next.mark != 0x66A && next.mark != 0x24
    case .number, .latin: return false
    case .word:
      if next.hasTanwin { return false }
      if isNoCountedNoun(token) || grammar.perfects.contains(next.whole) { return true }
      return text.analyses(of: token).contains { !$0.proclitics.isEmpty }
        || lexemes.contains(token) { $0.wordClass == grammar.functionWord }
    }
  }
}
