internal import ArabicText

/// Event nouns that are joined: «18 مكالمة ورسالة بين X وY», which share the number before and the participants behind them.
extension EventFinder {
  /// The most words between two joined nouns.
  private static let mostWords = 4

  /// Whether a noun is joined to an event noun that ends before it, by «و» or «أو», with nothing but adjectives and other
  /// joined nouns between them.
  func isJoined(_ noun: Int, to first: Range<Int>) -> Bool {
    guard noun >= first.upperBound, followsConjunction(noun) else { return false }
    var words = 0
    for token in first.upperBound..<noun {
      if nounTriggers.contains(token) {
        guard followsConjunction(token) else { return false }
        words = 0
      } else {
        words += 1
      }
      guard words <= Self.mostWords, text.tokens[token].kind != .punctuation, !view.isVerb(token),
        view.mentionAt[token] < 0, view.slot(token) == nil
      else { return false }
    }
    return true
  }

  /// Whether a conjunction stands before a word or is glued to it.
  func followsConjunction(_ word: Int) -> Bool {
    word > 0 && view.kind(word - 1) == .conjunction
      || text.analyses(of: word).contains { $0.proclitics.contains(.wa) }
  }
}
