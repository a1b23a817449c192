internal import ArabicText
internal import EventModel

/// What an event was about.
extension EventFinder {
  /// The noun phrase after «بشأن», «حول», «عن», or the object of a verb whose frame makes it a topic.
  func topics(_ candidate: Candidate, _ frame: Frame) -> [String] {
    let clause = view.clause(of: candidate.tokens.lowerBound)
    var index = candidate.tokens.upperBound
    if frame[.object] == .topic, candidate.verb != nil {
      while index < clause.upperBound, view.mentionAt[index] >= 0 || view.isTime[index] || view.slot(index) == .with {
        index += 1
      }
      if index < clause.upperBound, view.slot(index) == nil, text.tokens[index].kind == .word {
        return phrase(from: index, to: clause.upperBound).map { [$0] } ?? []
      }
    }
    guard frame[.about] != nil else { return [] }
    for token in index..<max(index, clause.upperBound) where view.slot(token) == .about && token + 1 < clause.upperBound
    {
      return phrase(from: token + 1, to: clause.upperBound).map { [$0] } ?? []
    }
    return []
  }

  func phrase(from start: Int, to limit: Int) -> String? {
    var end = start
    while end < limit, end - start < 7, text.tokens[end].kind != .punctuation, view.slot(end) == nil || end == start,
      !view.isTime[end], !view.isVerb(end), view.kind(end) != .complementizer
    { end += 1 }
    guard end > start else { return nil }
    let proclitics = text.analyses(of: start).first { $0.stem != .none }?.proclitics.subtracting(.al) ?? []
    return Surface.string(text, start..<end, proclitics)
  }
}
