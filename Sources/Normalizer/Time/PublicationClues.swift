internal import ArabicText
internal import EventModel

/// What one expression says about the day of publication.
struct PublicationClue: Sendable {
  enum Kind: Sendable, Equatable {
    case exactly(CivilDay)
    case notBefore(CivilDay)
    case within(ClosedRange<CivilDay>)
    /// An event that may have been or be to come.
    case speaks(CivilDay)
    /// The weekday of publication ("أمس الأربعاء").
    case publishedOn(Int)
    /// The month of publication ("14 يوليو الجاري").
    case publishedIn(Int)
    /// The same in the Hijri calendar.
    case publishedInHijri(Int)
    /// Publication was so many days after one of some days, which differ in the year alone ("أمس الأحد 5 يوليو").
    case near([CivilDay], ClosedRange<Int>)
    /// A day of the month that has come ("15 الجاري").
    case dayOfMonth(Int)
    /// A bare weekday in the first sentences, in the past tense.
    case opening(Int)
    /// Another bare weekday.
    case weekday(Int, Direction)
    case yesterday
  }

  var kind: Kind
  var bytes: Range<Int>
  var isCaption = false
  /// Whether the expression is a full date.
  var isFullDate = false
  /// Whether it is the name of one who holds an office.
  var isState = false
}

/// Collects the clues of one passage.
struct PublicationClues {
  private let passage: PublicationDate.Passage
  private let grammar: TimeGrammar
  private let tense: ClauseTense
  private let lexemes: TimeLexemeIndex

  init(_ passage: PublicationDate.Passage, _ grammar: TimeGrammar) {
    self.passage = passage
    self.grammar = grammar
    tense = ClauseTense(passage.text, grammar)
    lexemes = TimeLexemeIndex(passage.text, grammar.lexemes)
  }

  func collect() -> [PublicationClue] {
    var clues: [PublicationClue] = []
    for (index, mention) in passage.mentions.enumerated() {
      for kind in kinds(of: mention, at: index) {
        var clue = PublicationClue(kind: kind, bytes: mention.bytes, isCaption: passage.isCaption)
        if case .date(.absolute, _, .some, _, _) = mention.meaning { clue.isFullDate = true }
        clue.isState = isState(mention)
        clues.append(clue)
      }
    }
    return clues
  }

  private func kinds(of mention: TimeMention, at index: Int) -> [PublicationClue.Kind] {
    switch mention.meaning {
    case .anchored(let days, let date):
      guard let day = stated(date) else {
        let possible = yearless(date)
        return possible.isEmpty ? [] : [.near(possible, -days...(-days))]
      }
      return agrees(mention, with: day, date) ? [.exactly(day.adding(days: -days))] : []
    case .deictic(let days, let weekday):
      var kinds: [PublicationClue.Kind] = days == -1 ? [.yesterday] : []
      if let weekday { kinds.append(.publishedOn((weekday - 1 - days + 14) % 7 + 1)) }
      return kinds
    case .weekday(let weekday, nil):
      let direction = tense.direction(mention) ?? .past
      var kinds = [PublicationClue.Kind.weekday(weekday, direction)]
      if direction == .past, isOpening(mention) { kinds.append(.opening(weekday)) }
      return kinds
    case .dayOfMonth(let number, 0): return tense.direction(mention) == .future ? [] : [.dayOfMonth(number)]
    case .elapsed(let unit, let number): return elapsed(unit, number, mention)
    case .event(let name, 0): return named(name, mention, at: index)
    case .date(nil, let month, let dayOfMonth, let shift, let weekday):
      return fromEvent(month, dayOfMonth, shift, mention) + (shift == 0 ? [.publishedIn(month)] : [])
        + (shift == 0 && dayOfMonth != nil && tense.direction(mention) != .future
          ? dayOfMonth.map { [.dayOfMonth($0)] } ?? [] : [])
        + (weekday != nil ? beside(mention, shift) : [])
    case .hijri(nil, let month?, _, 0):
      return [.publishedInHijri(month)]
    case .namedYear(let year, let shift):
      guard let window = whole(year, back: shift) else { return [] }
      return [.within(window)]
    case .edge(_, .namedYear(let year, let shift)):
      guard let window = whole(year, back: shift) else { return [] }
      return [.within(window)]
    case .date(.absolute, _, .some, _, _) where isDateline(mention):
      return stated(mention.meaning).map { [.exactly($0)] } ?? []
    default: return lowerBound(mention)
    }
  }

  /// Whether no weekday is printed with a full date, or its own: of misprints neither can be believed. Hijri months may begin a
  /// day later or earlier where the moon is looked for.
  private func agrees(_ mention: TimeMention, with day: CivilDay, _ date: TimeMeaning) -> Bool {
    var isHijri = false
    if case .hijri = date { isHijri = true }
    let possible = isHijri ? [-1, 0, 1].map { day.adding(days: $0).weekday } : [day.weekday]
    return !mention.tokens.contains { token in
      lexemes.contains(token) { $0.wordClass == grammar.weekday && !possible.contains(Int($0.value)) }
    }
  }

  /// The days that a date without a year may mean, by its weekday where one is printed.
  private func yearless(_ date: TimeMeaning) -> [CivilDay] {
    switch date {
    case .date(nil, let month, let day?, _, let weekday):
      return (Self.firstYear...Self.lastYear).compactMap { CivilDay($0, month, day) }
        .filter { weekday == nil || $0.weekday == weekday }
    case .hijri(nil, let month?, let day?, _):
      return (1370...1480).compactMap { grammar.hijri.day($0, month, day) }
    default: return []
    }
  }

  private static let firstYear = 1950
  private static let lastYear = 2060

  /// A weekday and a day of a month fit few years; news is printed near the days that it dates so.
  private func beside(_ mention: TimeMention, _ shift: Int?) -> [PublicationClue.Kind] {
    let days = yearless(mention.meaning)
    guard !days.isEmpty else { return [] }
    switch (shift, tense.direction(mention)) {
    case (-1, _): return [.near(days, 1...330)]
    case (1, _): return [.near(days, -330...(-1))]
    case (_, .future): return [.near(days, -Self.nearby...0)]
    default: return [.near(days, 0...Self.nearby)]
    }
  }

  /// Days between an event that is dated by weekday and day of the month, and the news of it.
  private static let nearby = 30

  /// The year that lies `shift` years after a named one.
  private func whole(_ year: TimeMeaning, back shift: Int) -> ClosedRange<CivilDay>? {
    switch year {
    case .year(let number):
      return CivilDay(firstOf: 1, number - shift)...CivilDay(firstOf: 13, number - shift).adding(days: -1)
    case .hijri(let number?, nil, nil, _):
      guard let first = grammar.hijri.days(ofMonth: 1, number - shift),
        let last = grammar.hijri.days(ofMonth: 12, number - shift)
      else { return nil }
      return first.lowerBound...last.upperBound
    default: return nil
    }
  }

  /// An absolute date that is not to come was not after publication.
  private func lowerBound(_ mention: TimeMention) -> [PublicationClue.Kind] {
    switch mention.meaning {
    case .until, .before: return []
    default: break
    }
    guard tense.direction(mention) != .future else { return [] }
    if case .event(let name, _) = mention.meaning.core {
      let events = grammar.events.candidates(name, at: mention.tokens.lowerBound, in: passage.text)
      guard events.count == 1, !events[0].isState, !events[0].isPlanned else { return [] }
      return events[0].date.earliest.map { [.notBefore($0)] } ?? []
    }
    guard mention.meaning.isAbsolute else { return [] }
    return stated(mention.meaning.core).map { [.notBefore($0)] } ?? []
  }

  /// The first day of an absolute meaning.
  private func stated(_ meaning: TimeMeaning) -> CivilDay? {
    guard meaning.isAbsolute else { return nil }
    let frame = TimeFrame(day: CivilDay(firstOf: 1, 2000), grammar: grammar, text: passage.text)
    return frame.date(meaning)?.earliest
  }

  /// Whether an expression stands in the first block of body text or above it.
  private func isOpening(_ mention: TimeMention) -> Bool {
    guard !passage.isCaption else { return false }
    let number = passage.text.sentence(of: mention.tokens.lowerBound)
    // Headline, deck and a byline may stand above the first paragraph; the first paragraph is the first long block.
    guard number < passage.text.sentences.count else { return false }
    let block = passage.text.sentences[number].block
    let firstLong = passage.text.sentences.first { $0.tokens.count >= 15 }?.block ?? 0
    return block <= firstLong && number <= 4
  }

  /// Whether a full date opens the text as a dateline does, behind a place's name at most: "عدن 26 شوال 1436 هـ الموافق 11
  /// اغسطس 2015 م", "القاهرة، 12 مارس 2023 -".
  private func isDateline(_ mention: TimeMention) -> Bool {
    guard isOpening(mention) else { return false }
    let number = passage.text.sentence(of: mention.tokens.lowerBound)
    let before = passage.text.sentences[number].tokens.lowerBound..<mention.tokens.lowerBound
    guard before.count <= 4, before.allSatisfy({ lexemes.isEmpty($0) }) else { return false }
    if mention.rule == "hijri-date-gregorian" { return true }
    guard mention.tokens.upperBound < passage.text.tokens.count,
      let mark = passage.text.tokens[mention.tokens.upperBound].mark
    else { return false }
    return [0x2D, 0x2013, 0x2014, 0x3A, 0x28, 0x2F].contains(mark)
  }

  // MARK: - Known events

  private func named(_ name: Int, _ mention: TimeMention, at index: Int) -> [PublicationClue.Kind] {
    let candidates = grammar.events.candidates(name, at: mention.tokens.lowerBound, in: passage.text)
    guard let event = candidates.first, let start = event.date.earliest else { return [] }
    let end = event.date.latest ?? PublicationDate.endOfTime
    if event.isState {
      guard !isFormer(mention) else { return [] }
      // One name for two terms of office allows no narrower window than from the first to the last.
      let last = candidates.map { $0.date.latest ?? PublicationDate.endOfTime }.max() ?? end
      let first = candidates.compactMap(\.date.earliest).min() ?? start
      return [.within(first...last)]
    }
    guard candidates.count == 1 else { return [] }
    if isRunning(mention) { return [.within(start...end)] }
    if event.isPlanned, let day = announced(start, event, mention) { return [.exactly(day)] }
    guard tense.direction(mention) != .future else { return [] }
    var kinds: [PublicationClue.Kind] = [event.isPlanned ? .speaks(start) : .notBefore(start)]
    for neighbour in [index - 1, index + 1] where passage.mentions.indices.contains(neighbour) {
      let other = passage.mentions[neighbour]
      let gap =
        neighbour < index
        ? mention.tokens.lowerBound - other.tokens.upperBound : other.tokens.lowerBound - mention.tokens.upperBound
      guard gap <= 1, event.date.precision == .day, let window = Self.window(of: other.meaning, for: start)
      else { continue }
      kinds.append(.within(window))
    }
    return kinds
  }

  /// The day of publication by an event that is announced for today or one of the next days, whose weekday is printed and is
  /// the right one: «افتتاح القناة غدا الخميس».
  private func announced(_ start: CivilDay, _ event: KnownEvents.Event, _ mention: TimeMention) -> CivilDay? {
    guard event.date.precision == .day else { return nil }
    for other in passage.mentions {
      guard case .deictic(let days, start.weekday) = other.meaning, days >= 0,
        (0...Self.beside).contains(other.tokens.lowerBound - mention.tokens.upperBound)
      else { continue }
      return start.adding(days: -days)
    }
    return nil
  }

  /// The most words between an event and the day for which it is announced.
  private static let beside = 3

  /// When an article can have been published that says of an event that it was at some relative time.
  private static func window(of meaning: TimeMeaning, for event: CivilDay) -> ClosedRange<CivilDay>? {
    switch meaning {
    case .relative(.year, let shift):
      let year = event.year - shift
      return CivilDay(firstOf: 1, year)...CivilDay(firstOf: 13, year).adding(days: -1)
    case .relative(.month, let shift):
      let first = CivilDay(firstOf: event.month - shift, event.year)
      return first...CivilDay(firstOf: first.month + 1, first.year).adding(days: -1)
    case .relative(.week, let shift):
      let monday = event.adding(days: 1 - event.weekday - 7 * shift)
      // Weeks begin on other days elsewhere.
      return monday.adding(days: -2)...monday.adding(days: 6)
    case .weekday(event.weekday, let shift) where shift == nil || shift == -1:
      return event...event.adding(days: 7)
    case .offset(let count, .week) where count < 0:
      return event.adding(days: -7 * count - 3)...event.adding(days: -7 * count + 6)
    default: return nil
    }
  }

  private func isState(_ mention: TimeMention) -> Bool {
    guard case .event(let name, 0) = mention.meaning else { return false }
    return grammar.events.candidates(name, at: mention.tokens.lowerBound, in: passage.text).first?.isState ?? false
  }

  private func isFormer(_ mention: TimeMention) -> Bool {
    let around = mention.tokens.lowerBound..<min(mention.tokens.upperBound + 2, passage.text.tokens.count)
    return around.contains { token in lexemes.contains(token) { $0.wordClass == grammar.former } }
  }

  /// Whether the words after an event's name say that it is being held.
  private func isRunning(_ mention: TimeMention) -> Bool {
    let after = mention.tokens.upperBound..<min(mention.tokens.upperBound + 4, passage.text.tokens.count)
    return after.contains { token in lexemes.contains(token) { $0.wordClass == grammar.running } }
  }

  /// "In its ninth month", of a war that the article names.
  private func elapsed(_ unit: TimeUnit, _ number: Int, _ mention: TimeMention) -> [PublicationClue.Kind] {
    guard number >= 1, let start = war(near: mention) else { return [] }
    switch unit {
    case .day:
      let day = start.adding(days: number - 1)
      return [.within(day...day.adding(days: 1))]
    case .week: return [.within(start.adding(days: 7 * (number - 1))...start.adding(days: 7 * number))]
    case .month: return [.within(start.adding(months: number - 1)...start.adding(months: number))]
    case .year: return [.within(start.adding(months: 12 * (number - 1))...start.adding(months: 12 * number))]
    case .decade, .hour, .minute: return []
    }
  }

  /// The first day of the war whose name stands nearest before an expression, else nearest after.
  private func war(near mention: TimeMention) -> CivilDay? {
    var before: CivilDay?
    for other in passage.mentions {
      guard case .event(let name, 0) = other.meaning.core else { continue }
      let events = grammar.events.candidates(name, at: other.tokens.lowerBound, in: passage.text)
      guard events.count == 1, events[0].isWar, let start = events[0].date.earliest else { continue }
      if other.tokens.lowerBound > mention.tokens.lowerBound { return before ?? start }
      before = start
    }
    return before
  }

  /// A month without a year beside an event that is known to have been in that month, or a day without a year on which an
  /// event was that the article names anywhere: publication was within a year of it, after the month where that is
  /// called the last one, in the month where it is called the present one.
  private func fromEvent(
    _ month: Int, _ dayOfMonth: Int?, _ shift: Int?, _ mention: TimeMention
  ) -> [PublicationClue.Kind] {
    guard shift != 1, tense.direction(mention) != .future else { return [] }
    let number = passage.text.sentence(of: mention.tokens.lowerBound)
    guard number < passage.text.sentences.count else { return [] }
    let sentence = passage.text.sentences[number].tokens
    for other in passage.mentions {
      guard dayOfMonth != nil || sentence.contains(other.tokens.lowerBound),
        case .event(let name, 0) = other.meaning.core
      else { continue }
      let events = grammar.events.candidates(name, at: other.tokens.lowerBound, in: passage.text)
      guard events.count == 1, !events[0].isState, let start = events[0].date.earliest,
        let end = events[0].date.latest, end.ordinal - start.ordinal <= 7
      else { continue }
      let fits = [start, end].contains { day in
        day.month == month && dayOfMonth.map { $0 == day.components.day } ?? true
      }
      guard fits else { continue }
      let nextMonth = CivilDay(firstOf: month + 1, start.year)
      switch shift {
      case 0: return [.within(start...nextMonth.adding(days: -1))]
      case -1: return [.within(nextMonth...start.adding(months: 12).adding(days: -1))]
      default: return [.within(start...start.adding(months: 12).adding(days: -1))]
      }
    }
    return []
  }
}
