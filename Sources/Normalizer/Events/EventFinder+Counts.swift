internal import ArabicText
internal import EventModel

/// How often an event was: «خمس مكالمات», «التقى مرتين», «الاتصال الوحيد».
extension EventFinder {
  /// Adjectives that may stand between a noun and the number behind it.
  private static let mostAdjectives = 2

  func count(_ candidate: Candidate) -> EventCount? {
    var noun = candidate.tokens
    var number = candidate.number
    if candidate.verb != nil {
      if let count = countOfTimes(after: noun.upperBound) { return count }
      guard let partner = candidate.partner, let match = nouns[partner], let form = match.values.first else {
        return nil
      }
      noun = partner..<match.end
      number = form.number
    }
    if let count = countBefore(noun.lowerBound) ?? countBehind(noun.upperBound) { return count }
    if number == .dual, isWrittenDual(noun.lowerBound) { return EventCount(value: 2) }
    return counted(joinedTo: noun.lowerBound)?.count
  }

  /// «أكثر من خمس مكالمات», «خمسة من اللقاءات».
  private func countBefore(_ noun: Int) -> EventCount? {
    let sentence = text.sentences[text.sentence(of: noun)].tokens
    let end = noun > sentence.lowerBound && view.slot(noun - 1) == .from ? noun - 1 : noun
    guard let (start, value) = number(endingAt: end, from: sentence.lowerBound) else { return nil }
    for phrase in max(sentence.lowerBound, start - 4)..<start {
      if let match = knowledge.countWords.before.longest(in: text, at: phrase, limit: start), match.end == start,
        let relation = match.values.first
      {
        return EventCount(value: value, relation: relation)
      }
    }
    return EventCount(value: value, relation: relation(behind: noun, sentence.upperBound) ?? .exactly)
  }

  /// «خمسة لقاءات على الأقل»: a phrase among the words behind a noun.
  private func relation(behind noun: Int, _ limit: Int) -> EventCount.Relation? {
    for token in noun + 1..<max(noun + 1, min(limit, noun + 2 + Self.mostAdjectives)) {
      if let match = knowledge.countWords.after.longest(in: text, at: token, limit: limit) { return match.values.first }
      if view.isVerb(token) || text.tokens[token].kind == .punctuation { return nil }
    }
    return nil
  }

  /// «المكالمات الهاتفية الست», «الاتصالات الـ18», «مكالمة واحدة», «الاتصال الوحيد».
  private func countBehind(_ end: Int) -> EventCount? {
    let clause = view.clause(of: end - 1)
    let isDefinite = text.analyses(of: end - 1).contains { $0.proclitics.contains(.al) }
    for token in end..<max(end, min(clause.upperBound, end + 1 + Self.mostAdjectives)) {
      guard view.mentionAt[token] < 0, view.slot(token) == nil, !view.isTime[token], !view.isVerb(token) else { break }
      if text.tokens[token].kind == .word, hasStem(token, in: knowledge.countWords.one) { return EventCount(value: 1) }
      let hasArticle = text.analyses(of: token).contains { $0.proclitics.contains(.al) }
      if isDefinite, hasArticle {
        let number = text.tokens[token].isBareClitic ? token + 1 : token
        if number < clause.upperBound, let value = knowledge.numerals.value(text, number), isAmount(value) {
          return EventCount(value: value)
        }
      }
      if text.tokens[token].kind == .punctuation { break }
    }
    return nil
  }

  /// «18 مكالمة ورسالة», «12 مكالمة أو رسالة»: the event noun that a noun is joined to, and the number before it, which
  /// counts both.
  private func counted(joinedTo noun: Int) -> (noun: Int, count: EventCount)? {
    guard followsConjunction(noun) else { return nil }
    for first in nouns.keys.sorted(by: >) where first < noun {
      guard let match = nouns[first], isJoined(noun, to: first..<match.end) else { continue }
      if let count = countBefore(first) { return (first, count) }
    }
    return nil
  }

  /// Whether a noun is counted together with one that gave an event, of which it is another name then.
  mutating func joinsCounted(_ candidate: Candidate) -> Bool {
    guard candidate.verb == nil, let first = counted(joinedTo: candidate.tokens.lowerBound)?.noun,
      let index = events.lastIndex(where: { $0.triggers.contains(first) })
    else { return false }
    events[index].triggers.append(candidate.tokens.lowerBound)
    events[index].rules.append(knowledge.triggers.triggers[candidate.trigger].id)
    return true
  }

  /// «تحدث إليه ثلاث مرات», «التقيا مرتين»: in the words behind a verb, before another verb.
  private func countOfTimes(after verb: Int) -> EventCount? {
    let clause = view.clause(of: verb - 1)
    for token in verb..<max(verb, clause.upperBound) {
      if view.isVerb(token) { return nil }
      guard view.mentionAt[token] < 0, !view.isTime[token] else { continue }
      if hasStem(token, in: knowledge.countWords.twice) { return EventCount(value: 2) }
      guard hasStem(token, in: knowledge.countWords.times) else { continue }
      if let count = countBefore(token) { return count }
      let next = token + 1
      if next < clause.upperBound, hasStem(next, in: knowledge.countWords.one) { return EventCount(value: 1) }
      return nil
    }
    return nil
  }

  /// Whether a token is one of some words; of clitics only the article and «لـ» may stand before it.
  private func hasStem(_ token: Int, in words: SymbolSet) -> Bool {
    text.analyses(of: token).contains {
      $0.enclitic == nil && $0.proclitics.subtracting([.la, .al]).isEmpty && words.contains($0.stem)
    }
  }

  /// Whether a dual ends in ن, as it does before no genitive; «إضرابا» is an indefinite object as a rule.
  private func isWrittenDual(_ token: Int) -> Bool {
    text.text.bytes[text.tokens[token].bytes].suffix(2).elementsEqual("ن".utf8)
  }

  /// The number whose last token is before `end`: where it begins, and its value.
  private func number(endingAt end: Int, from start: Int) -> (start: Int, value: Int)? {
    for first in stride(from: max(start, end - 3), to: end, by: 1) {
      if let (value, reached) = knowledge.numerals.compound(text, first, limit: end), reached == end, isAmount(value),
        (first..<end).allSatisfy({ view.mentionAt[$0] < 0 && !view.isTime[$0] })
      {
        return (first, value)
      }
    }
    return nil
  }

  /// More is money, or a year.
  private func isAmount(_ value: Int) -> Bool { (1..<1000).contains(value) }
}
