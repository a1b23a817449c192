internal import ArabicText
internal import EventModel

/// When, how often and about what an event was.
extension EventFinder {
  /// The date of an event, or the expression that gives it once the article's day is known.
  struct Dating {
    var date: EventDate?
    var waiting: Int?
  }

  /// The time expression of the trigger's clause: the nearest after it, else the nearest before it.
  func date(of tokens: Range<Int>, _ governor: Int?) -> Dating? {
    var clause = view.clause(of: tokens.lowerBound)
    if let governor {
      let other = view.clause(of: governor)
      clause = min(clause.lowerBound, other.lowerBound)..<max(clause.upperBound, other.upperBound)
    }
    if let date = nearest(tokens.lowerBound, clause) { return date }
    // A noun may itself be the name of an event that the tables date: «قمة حلف شمال الأطلسي».
    if !view.isVerb(tokens.lowerBound),
      let known = times.first(where: { !$0.mention.isTemporal && $0.mention.tokens.overlaps(tokens) }),
      let date = known.date
    {
      return Dating(
        date: EventDate(date: date, expression: text.text[known.mention.bytes], resolvedBy: .knownEvent), waiting: nil)
    }
    // Else the clauses before it in the sentence, as long as none only says who reports it.
    let sentence = text.sentences[text.sentence(of: tokens.lowerBound)].tokens
    var start = clause.lowerBound
    while start > sentence.lowerBound {
      let before = view.clause(of: start - 1)
      if isReport(before) { break }
      if let date = nearest(tokens.lowerBound, before) { return date }
      start = before.lowerBound
    }
    // Or a clause after it without a verb of reporting.
    if clause.upperBound < sentence.upperBound {
      let after = view.clause(of: clause.upperBound)
      if !isReport(after), let date = nearest(tokens.lowerBound, after) { return date }
    }
    return nil
  }

  /// The time expression nearest to a trigger inside a clause, one after it first.
  func nearest(_ token: Int, _ clause: Range<Int>) -> Dating? {
    let inside = times.indices.filter { index in
      times[index].mention.isTemporal && clause.overlaps(times[index].mention.tokens)
        && (times[index].date != nil || waiting.contains(index))
    }
    guard let chosen = inside.first(where: { times[$0].mention.tokens.lowerBound >= token }) ?? inside.last else {
      return nil
    }
    let time = times[chosen]
    guard let date = time.date else { return Dating(date: nil, waiting: chosen) }
    return Dating(
      date: EventDate(date: date, expression: text.text[time.mention.bytes], resolvedBy: time.basis), waiting: nil)
  }

  func isReport(_ clause: Range<Int>) -> Bool {
    clause.contains { token in
      view.verbs[token]?.contains { knowledge.reporting.verbs[$0.lexeme] != nil } ?? false
    }
  }

  /// Lets events without a date of their own take over the day that the narration stands at: that of the last event told
  /// as fact whose participants include one of theirs.
  func narrated(_ draft: EventDraft, _ sentence: Int) -> Dating? {
    guard draft.status == .occurred || draft.status == .denied else { return nil }
    if draft.isHeadline { return lead() }
    guard let narration, sentence - narration.sentence <= 6,
      !narration.entities.isDisjoint(with: draft.entities)
        || text.sentences[narration.sentence].block == text.sentences[sentence].block
    else { return frame(before: sentence) }
    return Dating(
      date: narration.date.map { EventDate(date: $0.date, expression: nil, resolvedBy: .relative) },
      waiting: narration.waiting)
  }

  /// The day that the first paragraph names first: a headline tells what was then.
  func lead() -> Dating? {
    guard let block = text.sentences.first(where: { bodyBlocks.contains($0.block) })?.block else { return nil }
    let tokens = text.sentences.filter { $0.block == block }.map(\.tokens)
    guard let start = tokens.first?.lowerBound, let end = tokens.last?.upperBound else { return nil }
    let index = times.indices.first { index in
      times[index].mention.isTemporal && (start..<end).contains(times[index].mention.tokens.lowerBound)
        && (waiting.contains(index) || times[index].date?.precision == .day)
    }
    guard let index else { return nil }
    guard let date = times[index].date else { return Dating(date: nil, waiting: index) }
    return Dating(date: EventDate(date: date, expression: nil, resolvedBy: .relative), waiting: nil)
  }

  func count(_ candidate: Candidate) -> EventCount? {
    guard candidate.verb == nil else { return nil }
    let token = candidate.tokens.lowerBound
    guard token > 0 else { return candidate.number == .dual ? EventCount(value: 2) : nil }
    if view.mentionAt[token - 1] < 0, let value = knowledge.numerals.value(text, token - 1), value < 1000 {
      return EventCount(value: value)
    }
    return candidate.number == .dual ? EventCount(value: 2) : nil
  }

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
