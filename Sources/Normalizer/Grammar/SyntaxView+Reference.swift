internal import ArabicText

/// Whether a definite noun means what was told of before.
extension SyntaxView {
  /// «المزيد من المحادثات», «العديد من الاتصالات»: whether a quantifier with «من» takes as many of a kind as nobody told of.
  func isFurther(_ noun: Int) -> Bool {
    noun > 1 && slot(noun - 1) == .from && kind(noun - 2) == .quantifier
  }

  /// «الاتصالات التي أجراها جاسوس سابق», «الاتصالات التي ذكر الكاتب أنه أجراها»: whether a relative clause tells that somebody else
  /// than some was in contact.
  func isOfOthers(_ noun: Range<Int>, than entities: Set<Int>) -> Bool {
    let end = min(noun.upperBound + 8, text.sentences[text.sentence(of: noun.lowerBound)].tokens.upperBound)
    guard noun.upperBound + 2 < end, kind(noun.upperBound) == .relative else { return false }
    guard let verb = (noun.upperBound + 1..<end).first(where: { isHeldAs($0) }), verb + 1 < end else { return false }
    let isTold = verb > noun.upperBound + 3 && isThat(verb - 1)
    guard isTold || verb == noun.upperBound + 1 else { return false }
    let subject = isTold ? noun.upperBound + 2..<verb - 1 : verb + 1..<verb + 2
    guard isTold || mentionAt[subject.lowerBound] >= 0 else { return false }
    return !subject.contains { token in
      let number = mentionAt[token]
      return number >= 0 && !mentions[Int(number)].entities.allSatisfy { !entities.contains($0) }
    }
  }

  /// «أجراها»: whether a light verb has an event noun told before it as its object.
  private func isHeldAs(_ token: Int) -> Bool {
    verbs[token]?.contains { entry in
      knowledge.triggers.lightVerbs[entry.lexeme]?.contains { $0.nounSlot == .object && $0.subject != nil } ?? false
    } ?? false && text.analyses(of: token).contains { $0.enclitic == .ha || $0.enclitic == .hu }
  }
}
