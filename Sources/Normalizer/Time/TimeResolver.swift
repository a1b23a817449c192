package import ArabicText
package import EventModel

/// Gives expressions of time their calendar dates.
///
/// The day of publication may be known only roughly: an expression gets a date where the earliest and the latest possible
/// day of publication agree on it, and none otherwise.
package struct TimeResolver: Sendable {
  let grammar: TimeGrammar

  /// Makes a resolver with the tables of a tagger.
  package init(_ tagger: TimeTagger) {
    grammar = tagger.grammar
  }

  /// The dates of an article's expressions, in order.
  ///
  /// - Parameters:
  ///   - mentions: The expressions as tagged in `text`.
  ///   - published: When the article was published, nil where that is unknown.
  ///   - tense: Overrides the direction that the words around an expression tell.
  package func resolve(
    _ mentions: [TimeMention], in text: TokenizedText, published: EDTFDate?,
    tense: ((TimeMention) -> Direction?)? = nil
  ) -> [ResolvedTime] {
    let clauses = ClauseTense(text, grammar)
    let directions = mentions.map { tense?($0) ?? clauses.direction($0) }
    var bounds = Self.bounds(published)
    // Words for today and yesterday that agree on another day tell when the text was written.
    bounds = (Self.written(mentions, bounds.earliest), Self.written(mentions, bounds.latest))
    let early = pass(mentions, directions, text, bounds.earliest)
    guard bounds.earliest != bounds.latest else { return describe(early, directions, published, text) }
    let late = pass(mentions, directions, text, bounds.latest)
    let agreed = zip(early, late).map { first, second in
      Dated(
        mention: first.mention, date: Self.agreed(first.date, second.date), core: Self.agreed(first.core, second.core))
    }
    return describe(agreed, directions, published, text)
  }

  /// The dates of an article's expressions for each day that it may have been published on.
  func dates(_ mentions: [TimeMention], in text: TokenizedText, published days: [CivilDay]) -> [[EDTFDate?]] {
    guard !days.isEmpty else { return [] }
    let clauses = ClauseTense(text, grammar)
    let directions = mentions.map { clauses.direction($0) }
    return days.map { day in pass(mentions, directions, text, day).map(\.date) }
  }

  /// The days to try; where nothing is known, two that agree on absolute dates alone.
  static func bounds(_ published: EDTFDate?) -> (earliest: CivilDay, latest: CivilDay) {
    let farPast = CivilDay(firstOf: 1, 1950)
    let farFuture = CivilDay(firstOf: 12, 2090).adding(days: 16)
    return (published?.earliest ?? farPast, published?.latest ?? farFuture)
  }

  /// The day on which a text was written: that of publication, unless the weekdays that are printed beside all its words
  /// for today, yesterday and tomorrow («اليوم (الأربعاء)») put it a day or two off.
  static func written(_ mentions: [TimeMention], _ published: CivilDay) -> CivilDay {
    var shift: Int?
    for mention in mentions {
      guard case .deictic(let days, let weekday?) = mention.meaning.core else { continue }
      let target = published.adding(days: days)
      guard let found = [0, -1, 1, -2].first(where: { target.adding(days: $0).weekday == weekday }),
        shift == nil || shift == found
      else { return published }
      shift = found
    }
    return published.adding(days: shift ?? 0)
  }

  /// What two readings agree on; of times that both go on from a day («قريبا») the wider one; of vague stretches («الأشهر
  /// الماضية») all that both cover, where that is not much more.
  private static func agreed(_ early: EDTFDate?, _ late: EDTFDate?) -> EDTFDate? {
    if early == late { return early }
    if let early, let late, let hull = hull(early, late) { return hull }
    guard let early, let late, case .interval(.some, nil) = early.value, case .interval(.some, nil) = late.value,
      let first = early.earliest, let second = late.earliest, (0...31).contains(second.ordinal - first.ordinal)
    else { return nil }
    return early
  }

  /// The time from the beginning of one vague stretch to the end of another, at most three times as long as each.
  private static func hull(_ early: EDTFDate, _ late: EDTFDate) -> EDTFDate? {
    guard case .interval(let start?, .some) = early.value, case .interval(let vague?, let end?) = late.value,
      start.qualifier == "~", vague.qualifier == "~", let first = early.earliest, let last = late.latest
    else { return nil }
    let lengths = [early, late].compactMap { date in
      date.latest.flatMap { last in date.earliest.map { last.ordinal - $0.ordinal + 1 } }
    }
    guard let shortest = lengths.min(), last.ordinal - first.ordinal + 1 <= 3 * shortest else { return nil }
    var until = end
    until.qualifier = "~"
    return EDTFDate(from: start, to: until)
  }

  struct Dated {
    var mention: TimeMention
    var date: EDTFDate?
    var core: EDTFDate?
  }

  private func pass(
    _ mentions: [TimeMention], _ directions: [Direction?], _ text: TokenizedText, _ day: CivilDay
  ) -> [Dated] {
    var frame = TimeFrame(day: day, grammar: grammar, text: text)
    var dated: [Dated] = []
    for (mention, direction) in zip(mentions, directions) {
      let number = text.sentence(of: mention.tokens.lowerBound)
      frame.enter(
        block: number < text.sentences.count ? text.sentences[number].block : 0, token: mention.tokens.lowerBound)
      frame.direction = direction
      let date = frame.date(mention.meaning)
      let inner = mention.meaning.core
      let core = inner == mention.meaning ? date : frame.date(inner)
      if mention.isTemporal { frame.remember(inner, core ?? date) }
      dated.append(Dated(mention: mention, date: date, core: core))
    }
    return dated
  }

  private func describe(
    _ dated: [Dated], _ directions: [Direction?], _ published: EDTFDate?, _ text: TokenizedText
  ) -> [ResolvedTime] {
    zip(dated, directions).map { entry, direction in
      let meaning = entry.mention.meaning
      var why: [String] = []
      if meaning.isEvent {
        why.append("known event")
      } else if meaning.isAbsolute {
        why.append("stated")
      } else {
        why.append(published.map { "published \($0)" } ?? "publication unknown")
        if let direction { why.append(direction == .past ? "past" : "future") }
      }
      if entry.date == nil { why.append("no certain date") }
      return ResolvedTime(
        mention: entry.mention, date: entry.date, core: entry.core,
        basis: meaning.isEvent ? .knownEvent : meaning.isAbsolute ? .explicit : .relative,
        rule: entry.mention.rule, why: why.joined(separator: ", "))
    }
  }
}

extension TimeMeaning {
  /// Whether it is counted from a known event.
  var isEvent: Bool {
    switch core {
    case .event, .lastOf: true
    default: false
    }
  }

  /// Whether the words alone give the date.
  var isAbsolute: Bool {
    switch self {
    case .date(.absolute, _, _, _, _), .year, .century, .decade(_, .some), .hijri(.some, _, _, _): true
    case .edge(_, let inner), .since(let inner), .until(let inner), .before(let inner), .after(let inner),
      .about(let inner), .nth(_, _, let inner):
      inner.isAbsolute
    case .season(_, let year?), .fraction(_, _, let year?): year.isAbsolute
    case .range(let first, let second): first.isAbsolute || second.isAbsolute
    default: false
    }
  }
}
