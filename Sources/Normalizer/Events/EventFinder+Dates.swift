internal import ArabicText
internal import EventModel

/// When an event was, by the words of its own clause and those around it.
extension EventFinder {
  /// The date of an event, or the expression that gives it once the article's day is known.
  struct Dating {
    var date: EventDate?
    var waiting: Int?
    /// Whether it is the end of a time to come: «بحلول نهاية العام».
    var isDeadline = false
    /// Whether it is when others told of the event.
    var isRevealed = false

    /// A day that the event takes over from what is told around it.
    static func inherited(_ date: EDTFDate) -> Self {
      Self(date: EventDate(date: date, expression: nil, resolvedBy: .relative), waiting: nil)
    }
  }

  private var grammar: TimeGrammar { knowledge.times.grammar }

  /// The time of a trigger; that of an end («في ختام زيارته») bounds the event.
  func date(of tokens: Range<Int>, _ governor: Int?) -> Dating? {
    guard var dating = ownDate(of: tokens, governor) else { return nil }
    if let date = dating.date, date.date.precision == .day, isEnding(tokens.lowerBound, governor),
      let last = date.date.latest
    {
      dating.date?.date = EDTFDate(from: nil, to: .init(last))
    }
    return dating
  }

  /// The time expression of the trigger's clause: the nearest after it, else the nearest before it.
  private func ownDate(of tokens: Range<Int>, _ governor: Int?) -> Dating? {
    var clause = view.clause(of: tokens.lowerBound)
    if let governor, isAside(tokens.lowerBound, clause, governor) {
      return nearest(tokens.lowerBound, tokens.lowerBound..<clause.upperBound)
        ?? nearest(tokens.lowerBound, view.clause(of: governor))
    }
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
    var isReported = false
    while start > sentence.lowerBound {
      let before = view.clause(of: start - 1)
      if isReport(before), !isRelativePresent(tokens.lowerBound, clause) {
        isReported = true
        if let date = reported(tokens, governor, before) { return date }
      } else if isReported {
        // «في خريف 2022، كتب أنه التقى»: a season or year that opens the sentence is that of the report; of a month it would
        // say too much.
        guard before.lowerBound == sentence.lowerBound, !before.contains(where: { view.isVerb($0) }),
          let date = reported(tokens, governor, before), case .point(let point)? = date.date?.date.value
        else { break }
        if case .month = point.unit { break }
        return date
      } else if let date = nearest(tokens.lowerBound, before) {
        return date
      }
      start = before.lowerBound
    }
    // Or a clause after it without a verb of reporting.
    if clause.upperBound < sentence.upperBound {
      let after = view.clause(of: clause.upperBound)
      if !isReport(after), !isPastAside(after, from: clause), let date = nearest(tokens.lowerBound, after) {
        return date
      }
    }
    return nil
  }

  /// The time expression nearest to a trigger inside a clause, one after it first.
  private func nearest(_ token: Int, _ clause: Range<Int>) -> Dating? {
    let inside = times.indices.filter { index in
      times[index].mention.isTemporal && clause.overlaps(times[index].mention.tokens)
        && (times[index].date != nil || waiting.contains(index)) && !isEra(index)
        && !ranks(times[index].mention, clause) && !datesSource(times[index].mention.tokens.lowerBound, token)
    }
    guard let chosen = inside.first(where: { times[$0].mention.tokens.lowerBound >= token }) ?? inside.last else {
      return nil
    }
    let time = times[chosen]
    let whole = continues(time.mention, token) ? time.core ?? time.date : time.date
    let isRevealed = revealed(token, clause, after: time.mention.tokens)
    guard let date = whole else { return Dating(date: nil, waiting: chosen, isRevealed: isRevealed) }
    if isRevealed, let until = date.revealed {
      return Dating(
        date: EventDate(date: until, expression: text.text[time.mention.bytes], resolvedBy: time.basis), waiting: nil)
    }
    return Dating(
      date: EventDate(
        date: seen(from: token, date, clause, time.mention.tokens.lowerBound),
        expression: text.text[time.mention.bytes], resolvedBy: time.basis),
      waiting: nil, isDeadline: grammar.holds(grammar.by, at: time.mention.tokens.lowerBound, in: text))
  }

  /// «تحدثت تقارير الشهر الجاري عن لقاء»: whether a time before «عن» says when an event was told of, which was before.
  private func revealed(_ trigger: Int, _ clause: Range<Int>, after time: Range<Int>) -> Bool {
    guard time.upperBound < trigger, !view.isVerb(trigger),
      let about = (time.upperBound..<trigger).first(where: { text.tokens[$0].kind == .word }),
      view.slot(about) == .about
    else { return false }
    return isReport(clause.lowerBound..<time.lowerBound)
  }

  /// «أول لقاء من نوعه منذ عام 1959», «إلى أدنى نقطة منذ الأزمة»: whether a time tells since when nothing was like it.
  private func ranks(_ mention: TimeMention, _ clause: Range<Int>) -> Bool {
    guard case .since = mention.meaning else { return false }
    let start = mention.tokens.lowerBound
    return (max(clause.lowerBound, start - 6)..<max(clause.lowerBound, start)).contains {
      grammar.holds(grammar.superlative, at: $0, in: text)
    }
  }

  /// «التقى نظيره وفقا لتقرير نشرته الوكالة أمس»: whether a time tells when the source said it.
  private func datesSource(_ time: Int, _ token: Int) -> Bool {
    var index = time - 1
    while index > token, text.tokens[index].kind == .word {
      if grammar.holds(grammar.according, at: index, in: text) { return true }
      index -= 1
    }
    return false
  }

  /// «قال خلال استقباله أمس الوزير الذي يزور البلاد»: a relative clause in the present shares the time of its sentence.
  private func isRelativePresent(_ token: Int, _ clause: Range<Int>) -> Bool {
    view.kind(clause.lowerBound) == .relative && view.verbs[token]?.first.map { $0.form.tense != .perfect } ?? false
  }

  /// «أعلن أن بلاده ستشارك قريبا، خلال لقاء مع نظيره»: whether a noun at the end of another clause belongs to the verb before it,
  /// so that the times in between are not its own.
  private func isAside(_ head: Int, _ clause: Range<Int>, _ governor: Int) -> Bool {
    governor < clause.lowerBound && head > clause.lowerBound && view.slot(head - 1) == .during
  }

  /// «يزور قطر لبحث الاتفاق الذي وقع الشهر الماضي»: whether a relative clause in the perfect, behind one that tells of no past,
  /// has its time for itself.
  private func isPastAside(_ aside: Range<Int>, from clause: Range<Int>) -> Bool {
    func isPast(_ tokens: Range<Int>) -> Bool {
      tokens.contains { view.verbs[$0]?.first.map { $0.form.tense == .perfect } ?? false }
    }
    return view.kind(aside.lowerBound) == .relative && isPast(aside) && !isPast(clause)
  }

  /// «حتى هذا العام، حين بدأ»: whether a clause goes on from the end or beginning of a time, which then dates it.
  private func continues(_ mention: TimeMention, _ token: Int) -> Bool {
    switch mention.meaning {
    case .until, .since: break
    default: return false
    }
    let end = mention.tokens.upperBound
    let clause = view.clause(of: token).lowerBound
    guard (end...end + 1).contains(clause), clause < text.tokens.count else { return false }
    return grammar.holds(grammar.when, at: clause, in: text)
  }

  /// «كتب في خريف 2022 أنه التقى»: what is told in a perfect happened about the month, season or year when it was told,
  /// if nothing else dates it.
  private func reported(_ tokens: Range<Int>, _ governor: Int?, _ report: Range<Int>) -> Dating? {
    let verb = view.isVerb(tokens.lowerBound) ? tokens.lowerBound : governor
    guard let verb, view.verbs[verb]?.contains(where: { $0.form.tense == .perfect }) ?? false,
      var dating = nearest(tokens.lowerBound, report), let date = dating.date?.date,
      case .point(let point) = date.value,
      date.precision == .month || date.precision == .season || date.precision == .year
    else { return nil }
    dating.date?.date = EDTFDate(.init(year: point.year, unit: point.unit, qualifier: "~"))
    return dating
  }

  /// «أول مؤتمر في العقد الحالي»: a decade or a century that goes on says how rare an event is, not when it was.
  private func isEra(_ index: Int) -> Bool {
    switch times[index].mention.meaning {
    case .relative(.decade, 0): true
    case .century: times[index].date?.latest.map { $0 >= status.published ?? $0 } ?? true
    default: false
    }
  }

  /// «بعد انتخابات الثامن من نوفمبر»: a time may date a noun that the event is told to be after, before or since.
  private func seen(from token: Int, _ date: EDTFDate, _ clause: Range<Int>, _ start: Int) -> EDTFDate {
    guard date.precision != .interval, date.precision != .approximate || date.latest != nil else { return date }
    var index = start - 1
    while index > clause.lowerBound, start - index <= 6, index != token, isNominal(index) {
      index -= 1
      guard index != token else { break }
      if grammar.holds(grammar.since, at: index, in: text) { return date.opened(from: true) ?? date }
      // What stands behind the preposition is dated itself.
      guard !(index..<start).contains(token) else { break }
      if grammar.holds(grammar.after, at: index, in: text) { return date.opened(from: true) ?? date }
      if grammar.holds(grammar.before, at: index, in: text) { return date.opened(from: false) ?? date }
    }
    return date
  }

  /// Whether a token is part of a noun phrase.
  private func isNominal(_ token: Int) -> Bool {
    guard text.tokens[token].kind == .word, !view.isVerb(token), !view.isBoundary[token], !view.isTime[token] else {
      return false
    }
    return view.mentionAt[token] >= 0 || view.kind(token) == nil || view.kind(token) == .noun
      || view.slot(token) == .with
  }

  private func isReport(_ clause: Range<Int>) -> Bool {
    clause.contains { token in
      view.verbs[token]?.contains { knowledge.reporting.verbs[$0.lexeme] != nil } ?? false
    }
  }

  /// «اختتم زيارته أمس», «في ختام زيارته»: whether the words before a trigger tell of its end.
  private func isEnding(_ token: Int, _ governor: Int?) -> Bool {
    if view.isVerb(token) { return grammar.holds(grammar.ending, at: token, in: text) }
    if let governor, grammar.holds(grammar.ending, at: governor, in: text) { return true }
    let clause = view.clause(of: token)
    var index = token - 1
    while index >= clause.lowerBound, !nounTriggers.contains(index) {
      if grammar.holds(grammar.ending, at: index, in: text) { return view.isVerb(index) || index == token - 1 }
      if view.isVerb(index) { return false }
      index -= 1
    }
    return false
  }

  /// «تم إبلاغ أوكرانيا مسبقا», «جرت المحادثات بطلب من الجانب الأميركي»: whether something was before what is told with it.
  func isBeforehand(_ candidate: Candidate, _ trigger: TriggerTable.Trigger) -> Bool {
    if trigger.type == .request, candidate.verb == nil, !candidate.isParticiple {
      return text.analyses(of: candidate.tokens.lowerBound).contains { $0.proclitics == .ba && $0.stem != .none }
    }
    guard trigger.type == .consult, trigger.mode == .unspecified else { return false }
    let clause = view.clause(of: candidate.tokens.lowerBound)
    return (candidate.tokens.lowerBound..<clause.upperBound).contains {
      grammar.holds(grammar.beforehand, at: $0, in: text)
    }
  }

  /// «وصل الأربعاء في زيارة تستمر يومين»: the days of a visit that began on a day and lasts so many, and whether they go on
  /// at publication.
  func stay(_ date: EDTFDate?, after tokens: Range<Int>, _ sentence: Range<Int>) -> (date: EDTFDate, goesOn: Bool)? {
    guard let date, date.precision == .day, let first = date.earliest, let published = status.published,
      let days = duration(tokens.upperBound..<sentence.upperBound), (2...30).contains(days)
    else { return nil }
    let last = first.adding(days: days - 1)
    return (EDTFDate(first, through: last), last >= published)
  }

  /// The days that a word for lasting tells: «تستمر يومين», «لمدة ثلاثة أيام».
  private func duration(_ tokens: Range<Int>) -> Int? {
    guard let lasting = tokens.first(where: { grammar.holds(grammar.lasting, at: $0, in: text) }) else { return nil }
    var number: Int?
    for token in lasting + 1..<min(tokens.upperBound, lasting + 4) {
      var found: [TimeLexeme] = []
      grammar.lexemes.append(at: token, of: text, to: &found)
      for lexeme in found where lexeme.value == Int16(TimeUnit.day.rawValue) {
        if lexeme.wordClass == grammar.twoUnits { return 2 }
        if lexeme.wordClass == grammar.units { return number }
      }
      number = knowledge.numerals.value(text, token)
    }
    return nil
  }
}

extension EDTFDate {
  /// The time up to a day; any longer time as it is.
  var until: EDTFDate {
    guard precision == .day, let day = latest else { return self }
    return EDTFDate(from: nil, to: .init(day))
  }

  /// The time up to the end of a month or year in which something was told of; news of a day tell what has just happened.
  var revealed: EDTFDate? {
    guard case .point(let point) = value, precision == .month || precision == .year else { return nil }
    return EDTFDate(from: nil, to: point)
  }

  /// The time from this date on, or the time before it.
  func opened(from isStart: Bool) -> EDTFDate? {
    guard case .point(let point) = value else { return nil }
    if isStart { return EDTFDate(from: point, to: nil) }
    return EDTFDate(from: nil, to: .init(point.earliest.adding(days: -1)))
  }
}
