internal import ArabicText
internal import EventModel

/// What an expression is read against: the day of publication, the tense of its clause, and what was spoken of before.
struct TimeFrame {
  let day: CivilDay
  let grammar: TimeGrammar
  let text: TokenizedText
  var direction: Direction?
  private var block = 0
  private(set) var token = 0
  /// The year and month of a full date, and the block where it was named.
  private var narrated: (year: Int, month: Int, block: Int)?
  /// The last date that was spoken of, and the block.
  private var previous: (date: EDTFDate, block: Int)?

  init(day: CivilDay, grammar: TimeGrammar, text: TokenizedText) {
    self.day = day
    self.grammar = grammar
    self.text = text
  }

  /// Goes on to an expression of a block.
  mutating func enter(block: Int, token: Int) {
    self.block = block
    self.token = token
  }

  /// Keeps a date for the expressions that refer back.
  mutating func remember(_ meaning: TimeMeaning, _ date: EDTFDate?) {
    guard let date else { return }
    switch meaning {
    case .then: return
    case .date(.absolute(let year), let month, _, _, _): narrated = (year, month, block)
    case .same(.year, _):
      guard let year = date.earliest?.year else { break }
      let month = narrated.flatMap { $0.year == year ? $0.month : nil } ?? 1
      narrated = (year, month, block)
    default: break
    }
    previous = (date, block)
  }

  /// The year of narration, while its paragraph or the next lasts.
  var yearOfNarration: Int? {
    guard direction != .future, let narrated, block - narrated.block <= 1 else { return nil }
    return narrated.year
  }

  /// The year that a month without one has in a story: stories go on, so that January after November is the next.
  func narrationYear(ofMonth month: Int) -> Int? {
    guard let year = yearOfNarration, let narrated else { return nil }
    let next = month < narrated.month ? year + 1 : year
    if (next, month) <= (day.year, day.month) { return next }
    return (year, month) <= (day.year, day.month) ? year : nil
  }

  /// The date that was spoken of last, while its paragraph or the next two last.
  var previousDate: EDTFDate? {
    guard let previous, block - previous.block <= 2 else { return nil }
    return previous.date
  }

  /// The year that "that year" means.
  var previousYear: Int? { yearOfNarration ?? previousDate?.earliest?.year }

  /// The date of a meaning, nil where nothing certain can be said.
  func date(_ meaning: TimeMeaning) -> EDTFDate? {
    switch meaning {
    case .date(let year, let month, let dayOfMonth, let shift, let weekday):
      calendarDate(year, month, dayOfMonth, shift, weekday)
    case .year(let year): yearDate(year)
    case .relative(let unit, let count): relative(unit, count)
    case .weekend(let weeks): weekend(weeks)
    case .dayOfMonth(let number, let months): dayOfMonth(number, months)
    case .weekday(let weekday, let shift): EDTFDate(self.weekday(weekday, shift))
    case .deictic(let days, let weekday): deictic(days, weekday).map { EDTFDate($0) }
    case .anchored(_, let date): self.date(date)
    case .offset(let count, let unit): offset(count, unit)
    case .span(let count, let unit, let shift): span(count, unit, shift)
    case .within(let count, let unit): within(count, unit)
    case .edge(let edge, let inner): self.edge(edge, inner)
    case .since(let inner): since(inner)
    case .until(let inner): until(inner)
    case .before(let inner): before(inner)
    case .after(let inner): after(inner)
    case .range(let first, let second): range(first, second)
    case .about(let inner): date(inner).map(Self.approximate)
    case .season(let code, let year): season(code, year)
    case .fraction(let number, let parts, let whole): fraction(number, parts, whole)
    case .nth(let number, let unit, let whole): nth(number, unit, whole)
    case .decade(let year, let century): decade(year, century)
    case .century(let number): Self.years((number - 1) * 100 + 1, number * 100)
    case .hijri(let year, let month, let dayOfMonth, let shift): hijri(year, month, dayOfMonth, shift)
    case .same(let unit, let count): same(unit, count)
    case .firstOf(let count, let unit, let isLast, let whole): firstOf(count, unit, isLast, whole)
    case .namedYear(let year, _): date(year)
    case .later(let count, let unit): previousDate.flatMap { Self.later($0, count, unit) }
    case .dayOfSameMonth(let number): dayOfSameMonth(number)
    case .then: previousDate
    case .event(let name, let days): event(name, days)
    case .lastOf(let count, let unit, let name): lastOf(count, unit, name)
    case .elapsed, .nothing: nil
    }
  }

  /// The Monday of the week of publication.
  var monday: CivilDay { day.adding(days: 1 - day.weekday) }

  /// An interval of whole years.
  static func years(_ first: Int, _ last: Int) -> EDTFDate {
    EDTFDate(from: .init(year: first), to: .init(year: last))
  }

  private func event(_ name: Int, _ days: Int) -> EDTFDate? {
    guard let event = grammar.events.event(name, at: token, in: text, on: day) else { return nil }
    if days > 0 { return event.date.latest.map { EDTFDate($0.adding(days: days)) } }
    if days < 0 { return event.date.earliest.map { EDTFDate($0.adding(days: days)) } }
    return event.date
  }

  private func lastOf(_ count: Int, _ unit: TimeUnit, _ name: Int) -> EDTFDate? {
    guard let event = grammar.events.event(name, at: token, in: text, on: day), let end = event.date.latest
    else { return nil }
    switch unit {
    case .day: return EDTFDate(end.adding(days: 1 - count), through: end)
    case .week: return EDTFDate(end.adding(days: 1 - 7 * count), through: end)
    case .month:
      let start = end.adding(months: -count)
      return EDTFDate(
        from: .init(year: start.year, unit: .month(start.month)), to: .init(year: end.year, unit: .month(end.month)))
    case .year: return Self.years(end.year - count + 1, end.year)
    case .decade, .hour, .minute: return nil
    }
  }

  private func same(_ unit: TimeUnit, _ count: Int) -> EDTFDate? {
    switch unit {
    case .year: return previousYear.map { EDTFDate(year: $0 + count) }
    case .month:
      guard let date = previousDate, date.precision == .day || date.precision == .month, let first = date.earliest
      else { return nil }
      return Self.month(CivilDay(firstOf: first.month + count, first.year))
    case .day:
      guard let date = previousDate, date.precision == .day, let first = date.earliest else { return nil }
      return EDTFDate(first.adding(days: count))
    case .week:
      guard let date = previousDate, date.precision == .day, let first = date.earliest else { return nil }
      let monday = first.adding(days: 1 - first.weekday + count * 7)
      return EDTFDate(monday, through: monday.adding(days: 6))
    case .decade, .hour, .minute: return nil
    }
  }

  /// So many units after a date, as precisely as the date and the unit allow.
  static func later(_ date: EDTFDate, _ count: Int, _ unit: TimeUnit) -> EDTFDate? {
    guard let first = date.earliest else { return nil }
    let isDay = date.precision == .day
    switch unit {
    case .day: return isDay ? EDTFDate(first.adding(days: count)) : nil
    case .week: return isDay ? EDTFDate(first.adding(days: 7 * count)) : nil
    case .month:
      return isDay || date.precision == .month ? month(CivilDay(firstOf: first.month + count, first.year)) : nil
    case .year: return EDTFDate(year: first.year + count)
    case .decade: return EDTFDate(year: first.year + 10 * count, qualifier: "~")
    case .hour, .minute: return isDay ? date : nil
    }
  }

  private func dayOfSameMonth(_ number: Int) -> EDTFDate? {
    guard let date = previousDate, date.precision == .day || date.precision == .month || date.precision == .interval,
      let last = date.latest, let first = date.earliest, last.ordinal - first.ordinal <= 31
    else { return nil }
    return CivilDay(last.year, last.month, number).map { EDTFDate($0) }
  }

  /// The date with `~` on each point.
  static func approximate(_ date: EDTFDate) -> EDTFDate {
    func about(_ point: EDTFDate.Point?) -> EDTFDate.Point? {
      point.map { EDTFDate.Point(year: $0.year, unit: $0.unit, qualifier: "~") }
    }
    switch date.value {
    case .point(let point): return about(point).map { EDTFDate($0) } ?? date
    case .interval(let start, let end): return EDTFDate(from: about(start), to: about(end))
    }
  }

  /// The month that a day lies in.
  static func month(_ day: CivilDay) -> EDTFDate {
    EDTFDate(year: day.year, month: day.month)
  }
}
