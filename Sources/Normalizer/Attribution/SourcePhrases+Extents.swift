internal import ArabicText
internal import EventModel

/// Where the parts of a source's phrase begin and end: what stands before it, an outlet, and what tells who somebody is.
extension SourcePhrases {
  /// «مصادر مقربة من الحكومة»: where what tells who a source without a name is ends.
  func complement(from end: Int, _ limit: Int) -> Int? {
    // «الأشخاص الذين وصفوا الاتصالات»
    if end < limit, view.kind(end) == .relative {
      return (end..<min(limit, end + 12)).first {
        view.isThat($0) || text.tokens[$0].mark == 0x60C || text.tokens[$0].mark == 0x3A || view.isQuote($0)
      }
    }
    let ties = knowledge.reporting.ties
    let before = ties.longest(in: text, at: end - 1, limit: limit).flatMap { $0.end > end ? $0.end : nil }
    guard end < limit, let first = before ?? ties.longest(in: text, at: end, limit: limit)?.end else { return nil }
    var index = first
    while index < min(limit, first + 6) {
      let number = view.mentionAt[index]
      if number >= 0 {
        let mention = view.mentions[Int(number)]
        if index > first, mention.tokens.lowerBound == index, !mention.proclitics.isEmpty { break }
        index = mention.tokens.upperBound
        continue
      }
      guard text.tokens[index].kind == .word, !view.isTime[index], view.slot(index) == nil else { break }
      if view.isVerb(index), !isAdjectival(index) || view.isBoundary[index] { break }
      switch view.kind(index) {
      case nil, .quantifier?, .noun?, .demonstrative?: break
      default: return index > first ? index : nil
      }
      if index > first, hasPreposition(index) { break }
      index += 1
    }
    return index > first ? index : nil
  }

  /// Where the outlet begins to which the sources of a phrase spoke.
  func outlet(in tokens: Range<Int>) -> Int? {
    tokens.dropFirst().first { token in
      guard let head = knowledge.actors.organizationHeads.longest(in: text, at: token, limit: tokens.upperBound)
      else { return false }
      guard head.analysis.proclitics == .la else { return false }
      if head.values.first?.sector == .journalism { return true }
      // «لوكالة رويترز», with or without quotation marks
      let name = head.end < tokens.upperBound && view.isQuote(head.end) ? head.end + 1 : head.end
      guard name < tokens.upperBound,
        let known = knowledge.actors.names.longest(in: text, at: name, limit: tokens.upperBound)?.values.first
      else { return false }
      return knowledge.actors.known[known].sector == .journalism
    }
  }

  /// Passes over adverbs, times and the commas around them.
  func skip(_ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, view.mentionAt[index] < 0 {
      let token = text.tokens[index]
      if view.isTime[index] || view.kind(index) == .adverb || token.hasTanwin && !isSpokesman(index, limit) {
        index += 1
      } else if view.kind(index) == .demonstrative, index + 1 < limit, text.tokens[index + 1].kind == .word {
        // «تلك المصادر»
        index += 1
      } else if token.mark == 0x60C, index + 1 < limit,
        view.isTime[index + 1] || index > start && view.isTime[index - 1]
      {
        index += 1
      } else if view.slot(index) == .in, index + 1 < limit, view.isTime[index + 1] {
        index += 1
      } else if token.bytes.count == 2, index + 2 < limit, text.tokens[index + 1].mark == 0x2E {
        // «د. هشام»
        index += 2
      } else {
        break
      }
    }
    return index
  }

  /// «المدينة», (عكاظ): a name in quotation marks or brackets.
  func quoted(_ index: Int, _ limit: Int, _ verb: String) -> Phrase? {
    guard view.mentionAt[index] < 0, view.isQuote(index) || text.tokens[index].mark == 0x28, index + 2 < limit else {
      return nil
    }
    var close = index + 1
    while close < min(limit, index + 5), !isClosing(close) {
      if view.isVerb(close) || view.kind(close) != nil { return nil }
      close += 1
    }
    guard close < min(limit, index + 5), close > index + 1 else { return nil }
    let number = view.mentionAt[index + 1]
    if number >= 0, view.mentions[Int(number)].tokens == index + 1..<close {
      let mention = view.mentions[Int(number)]
      let sources = mention.entities.map { source($0, index + 1..<close, mention.proclitics, verb, isAlone: true) }
      return sources.isEmpty ? nil : Phrase(sources: sources, tokens: index..<close + 1)
    }
    // Speech is longer, and what follows a name is what it says.
    guard close + 1 < limit, view.isThat(close + 1) || view.slot(close + 1) != nil else { return nil }
    let name = text.string(index + 1..<close)
    return Phrase(
      sources: [Report.Source(name: name, entity: nil, named: true, verb: verb)], tokens: index..<close + 1)
  }

  /// «المتحدث الرسمي بمديرية الدفاع المدني بمنطقة تبوك العقيد ممدوح العنزي أن»: the end of the person's name that follows an
  /// office and the phrases that describe it, where what is said or a comma follows.
  func laterName(of head: Int, from end: Int, _ limit: Int) -> Int? {
    guard isOffice(head), end < limit else { return nil }
    var index = end
    while index < min(limit, end + 12) {
      let number = view.mentionAt[index]
      if number >= 0 {
        let mention = view.mentions[Int(number)]
        guard mention.tokens.lowerBound == index else { return nil }
        if mention.entities.count == 1, drafts[mention.entities[0]].kind == .person {
          // «مسؤول في إدارة الرئيس باراك أوباما»: whom a noun belongs to is not its office's bearer.
          guard mention.proclitics.isEmpty, mention.isNamed || mention.form == .name,
            text.tokens[index - 1].mark != nil || view.mentionAt[index - 1] >= 0 || isDefinite(index - 1)
          else { return nil }
          return closesName(mention.tokens.upperBound, limit) ? mention.tokens.upperBound : nil
        }
        if mention.proclitics.contains(.la), mention.entities.contains(where: { drafts[$0].kind == .person }) {
          return nil
        }
        index = mention.tokens.upperBound
        continue
      }
      // «مدير إدارة الحج والعمرة بمنطقة مكة المكرمة د. موفق أبو طالب إن»
      if text.tokens[index].bytes.count == 2, index + 2 < limit, text.tokens[index + 1].mark == 0x2E {
        index += 2
        continue
      }
      // «مساعد الوزير للشؤون العربية، حسين أمير، أن»
      if text.tokens[index].mark == 0x60C, index + 1 < limit, view.mentionAt[index + 1] >= 0 {
        let mention = view.mentions[Int(view.mentionAt[index + 1])]
        guard mention.form == .name, closesName(mention.tokens.upperBound, limit) else { return nil }
        index += 1
        continue
      }
      guard text.tokens[index].kind == .word, !view.isVerb(index), !view.isTime[index],
        view.kind(index) == nil
          || view.kind(index) == .preposition || view.kind(index) == .noun, !text.tokens[index].hasTanwin
      else { return nil }
      index += 1
    }
    return nil
  }

  private func closesName(_ token: Int, _ limit: Int) -> Bool {
    guard token < limit else { return false }
    return view.isThat(token) || view.isQuote(token) || text.tokens[token].isBareClitic || view.isTime[token]
      || view.slot(token) != nil
      || [0x60C, 0x3A, 0x2C].contains(text.tokens[token].mark)
  }

  /// Whether a phrase begins with a person's office and no name.
  private func isOffice(_ token: Int) -> Bool {
    let number = view.mentionAt[token]
    guard number >= 0 else { return isSpokesman(token, text.tokens.count) }
    let mention = view.mentions[Int(number)]
    return (mention.form == .role || mention.form == .group) && mention.number == .singular && !mention.isNamed
      && (mention.form == .role || mention.isDefinite)
      && mention.entities.allSatisfy { drafts[$0].kind == .person || drafts[$0].kind == .group }
  }
}
