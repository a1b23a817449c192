internal import ArabicText

/// Words that wish somebody well behind his name: «الملك سلمان - حفظه الله -».
extension MentionScanner {
  /// The tokens that a mention may not take by itself: those that are blocked already, and blessings.
  static func blocking(_ blocked: [Bool], _ text: TokenizedText, _ words: FunctionWords) -> [Bool] {
    var result = blocked
    for token in text.tokens.indices {
      guard let end = words.blessingEnd(text, token) else { continue }
      for index in token..<end { result[index] = true }
    }
    return result
  }

  /// Takes a blessing behind a person into the mention, with the marks around it, so that nothing stands between the person
  /// and what is told.
  func absorbBlessing(_ mention: inout Mention, limit: Int) {
    guard mention.form == .name || mention.form == .role else { return }
    let start = mention.tokens.upperBound
    guard start < limit else { return }
    let opening = text.tokens[start].mark.flatMap { Self.closings[$0] }
    let first = opening == nil ? start : start + 1
    guard first < limit, var end = words.blessingEnd(text, first), end <= limit else { return }
    if let opening, end < limit, let mark = text.tokens[end].mark, opening.contains(mark) { end += 1 }
    mention.tokens = mention.tokens.lowerBound..<end
  }

  /// What may close a blessing, by what opens it.
  private static let closings: [UInt32: Set<UInt32>] = [
    0x2D: Dash.marks, 0x2013: Dash.marks, 0x2014: Dash.marks, 0x60C: [0x60C], 0x2C: [0x2C], 0x28: [0x29],
  ]
}
