internal import ArabicText
internal import EventModel

/// The day that a story stands at, which what it tells without a day of its own takes over.
extension EventFinder {
  /// The time that an earlier sentence of the same paragraph opens with: «في سبتمبر، …».
  private func frame(before sentence: Int) -> Dating? {
    let block = text.sentences[sentence].block
    var index = sentence - 1
    while index >= 0, text.sentences[index].block == block {
      let opening = text.sentences[index].tokens.prefix(3)
      if let time = times.first(where: { $0.mention.isTemporal && opening.contains($0.mention.tokens.lowerBound) }) {
        return time.date.map { .inherited($0) }
      }
      index -= 1
    }
    return nil
  }

  /// Gives an event without a date the day of the narration, or moves the narration to the event's day.
  mutating func narrate(_ draft: inout EventDraft, isHeadline: Bool) {
    let sentence = text.sentence(of: draft.triggers.first ?? 0)
    if draft.date == nil, draft.waiting == nil {
      if draft.type == .consult, draft.mode == .unspecified || draft.mode == .phone, draft.isSeries, draft.verb == nil {
        return
      }
      guard let dating = narrated(draft, sentence) else { return }
      draft.date = dating.date
      if draft.isBeforehand, let day = dating.date?.date { draft.date?.date = day.until }
      draft.waiting = dating.waiting
      narration?.entities.formUnion(draft.entities)
      narration?.sentence = sentence
    } else if !isHeadline, draft.status == .occurred || draft.status == .ongoing, moves(draft.date?.date) {
      narration = (draft.date, draft.waiting, sentence, draft.entities)
    }
  }

  /// Whether a date moves the narration: a day does, and a month ends that of another time which is not the news.
  private func moves(_ date: EDTFDate?) -> Bool {
    guard let date, date.precision != .day else { return true }
    guard date.precision == .month, let told = narration?.date?.date, !isNews(told) else { return false }
    return !told.overlaps(date)
  }

  /// The day that an event without one is told at: that of the last event told as fact whose participants include one of
  /// its own; for what the report itself tells, the day of its news.
  private func narrated(_ draft: EventDraft, _ sentence: Int) -> Dating? {
    if draft.status == .ongoing { return present(draft, sentence) }
    guard draft.status == .occurred || draft.status == .denied else { return nil }
    if draft.isHeadline { return lead() ?? day() }
    let isTold = isTold(draft, sentence)
    // What was done beforehand was before the day that the story stands at, whoever acts in it.
    let isLong = isTold && isNews(narration?.date?.date) || draft.isBeforehand
    if let narration, sentence - narration.sentence <= (isLong ? 15 : 6),
      draft.isBeforehand || !narration.entities.isDisjoint(with: draft.entities)
        || text.sentences[narration.sentence].block == text.sentences[sentence].block
        || isTold && (narration.date.map { $0.date == news } ?? (narration.waiting == lead()?.waiting))
    {
      return Dating(
        date: narration.date.map { EventDate(date: $0.date, expression: nil, resolvedBy: .relative) },
        waiting: narration.waiting)
    }
    return frame(before: sentence) ?? (isTold ? news.flatMap { $0 == day()?.date?.date ? .inherited($0) : nil } : nil)
  }

  /// What is told to go on, in the present tense and not as a habit, goes on when the report is published.
  private func present(_ draft: EventDraft, _ sentence: Int) -> Dating? {
    guard draft.type == .consult, let now = now, let trigger = draft.triggers.first,
      bodyBlocks.contains(text.sentences[sentence].block)
    else { return nil }
    guard let verb = draft.verb, let form = view.verbs[verb]?.first, form.form.tense != .perfect,
      form.proclitics.isSubset(of: .conjunctions), !view.isSubjunctive(verb)
    else { return nil }
    let clause = view.clause(of: verb)
    guard view.kind(clause.lowerBound) != .relative, !holds(grammar.wasWord, clause), !holds(grammar.habit, clause),
      !isQuoted(trigger)
    else { return nil }
    return .inherited(now)
  }

  /// The time of publication as about now: the day, month or year that it is known by.
  private var now: EDTFDate? {
    guard let first = published?.earliest, let last = published?.latest, first.year == last.year else { return nil }
    let unit: EDTFDate.Unit =
      first == last ? EDTFDate.Point(first).unit : first.month == last.month ? .month(first.month) : .year
    return EDTFDate(.init(year: first.year, unit: unit, qualifier: "~"))
  }

  private var grammar: TimeGrammar { knowledge.times.grammar }

  private func holds(_ wordClass: Int16, _ tokens: Range<Int>) -> Bool {
    tokens.contains { grammar.holds(wordClass, at: $0, in: text) }
  }

  /// Whether a sentence tells an event as the news: by a perfect or a participle in a clause of its own, or a noun that
  /// takes up what was told; not what had been before, nor what a relative clause or a quotation adds.
  private func isTold(_ draft: EventDraft, _ sentence: Int) -> Bool {
    guard let trigger = draft.triggers.first, draft.date == nil else { return false }
    let tokens = text.sentences[sentence].tokens
    let clause = view.clause(of: trigger)
    if holds(grammar.background, tokens.lowerBound..<max(tokens.lowerBound, trigger)) || isPluperfect(tokens, trigger) {
      return false
    }
    if view.kind(clause.lowerBound) == .relative || isQuoted(trigger) || holds(grammar.habit, clause) { return false }
    if let verb = draft.verb, let entries = view.verbs[verb] {
      return entries.contains { $0.form.tense == .perfect }
    }
    // «أكد دعم الوزارة»: what is said to be supported is supported by saying so.
    if draft.type == .support, isSaid(clause.lowerBound..<trigger) { return true }
    let isParticiple = knowledge.triggers.nouns.longest(in: text, at: trigger, limit: tokens.upperBound) == nil
    return isParticiple || trigger > tokens.lowerBound && view.kind(trigger - 1) == .demonstrative
  }

  /// Whether words of a clause report in a perfect or by a participle.
  private func isSaid(_ tokens: Range<Int>) -> Bool {
    tokens.contains { token in
      view.verbs[token]?.contains { $0.form.tense == .perfect && knowledge.reporting.verbs[$0.lexeme] != nil } ?? false
        || text.analyses(of: token).contains { knowledge.reporting.participles[$0.stem] != nil }
    }
  }

  /// «وكان الوزير قد زار»: whether a sentence begins with what had been before.
  private func isPluperfect(_ sentence: Range<Int>, _ trigger: Int) -> Bool {
    let opening = sentence.prefix(2)
    return opening.contains { grammar.holds(grammar.wasWord, at: $0, in: text) && view.kind($0) == .auxiliary }
      && opening.lowerBound < trigger
  }

  private func isQuoted(_ token: Int) -> Bool {
    let sentence = text.sentences[text.sentence(of: token)].tokens
    return (sentence.lowerBound..<token).count { view.isQuote($0) } % 2 == 1
  }

  /// Whether a day is that of the news: that of publication or one of the three before it.
  private func isNews(_ date: EDTFDate?) -> Bool {
    guard let published = status.published, let date, date.precision == .day, let day = date.earliest else {
      return false
    }
    return (0...3).contains(published.ordinal - day.ordinal)
  }

  /// The day of the news that a report's first paragraph names; other texts tell of many times.
  private var news: EDTFDate? {
    let lead = lead()?.date?.date
    return isNews(lead) ? lead : nil
  }

  /// The one day of the news that all of the body's words for today, yesterday and weekdays name; nil if they name more.
  private func day() -> Dating? {
    var day: EDTFDate?
    for time in times where bodyBlocks.contains(text.sentences[text.sentence(of: time.mention.tokens.lowerBound)].block)
    {
      guard isDeictic(time.mention.meaning), let date = time.date, isNews(date) else { continue }
      guard day == nil || day == date else { return nil }
      day = date
    }
    return day.map { .inherited($0) }
  }

  private func isDeictic(_ meaning: TimeMeaning) -> Bool {
    switch meaning {
    case .deictic, .weekday, .anchored: true
    default: false
    }
  }

  /// The day that the first paragraph names first: a headline tells what was then.
  private func lead() -> Dating? {
    guard let block = text.sentences.first(where: { bodyBlocks.contains($0.block) })?.block else { return nil }
    let tokens = text.sentences.filter { $0.block == block }.map(\.tokens)
    guard let start = tokens.first?.lowerBound, let end = tokens.last?.upperBound else { return nil }
    let index = times.indices.first { index in
      times[index].mention.isTemporal && (start..<end).contains(times[index].mention.tokens.lowerBound)
        && (waiting.contains(index) || times[index].date?.precision == .day)
    }
    guard let index else { return nil }
    guard let date = times[index].date else { return Dating(date: nil, waiting: index) }
    return .inherited(date)
  }
}
