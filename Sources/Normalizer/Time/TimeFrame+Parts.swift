internal import EventModel

/// Parts of units, open intervals, ranges, and other calendars.
extension TimeFrame {
  func edge(_ edge: TimeEdge, _ inner: TimeMeaning) -> EDTFDate? {
    guard let whole = date(inner) else { return nil }
    guard case .point(let point) = whole.value else { return part(edge, ofYears: whole) }
    let last = point.latest
    switch point.unit {
    case .month:
      return part(edge, from: point.earliest, through: last)
    case .year:
      func months(_ first: Int, _ last: Int) -> EDTFDate {
        EDTFDate(
          from: .init(year: point.year, unit: .month(first)), to: .init(year: point.year, unit: .month(last)))
      }
      switch edge {
      case .early: return months(1, 3)
      case .middle: return months(6, 7)
      case .late: return months(10, 12)
      case .end: return EDTFDate(year: point.year, month: 12)
      case .start: return EDTFDate(year: point.year, month: 1)
      }
    case .season, .day: return whole
    }
  }

  /// The part of a month of any calendar.
  private func part(_ edge: TimeEdge, from first: CivilDay, through last: CivilDay) -> EDTFDate {
    switch edge {
    case .early, .start: EDTFDate(first, through: first.adding(days: 9))
    case .middle: EDTFDate(first.adding(days: 10), through: first.adding(days: 19))
    case .late: EDTFDate(first.adding(days: 20), through: last)
    case .end: EDTFDate(last)
    }
  }

  /// The part of a decade, a century or a Hijri month; weeks and other intervals stay whole.
  private func part(_ edge: TimeEdge, ofYears whole: EDTFDate) -> EDTFDate? {
    guard case .interval(let start?, let end?) = whole.value else { return whole }
    if case .day = start.unit, (28...30).contains(end.latest.ordinal - start.earliest.ordinal) {
      return part(edge, from: start.earliest, through: end.latest)
    }
    guard case .year = start.unit, [9, 99].contains(end.year - start.year) else { return whole }
    if end.year - start.year == 99 {
      switch edge {
      case .early, .start: return Self.years(start.year, start.year + 29)
      case .middle: return Self.years(start.year + 40, start.year + 59)
      case .late, .end: return Self.years(start.year + 70, end.year)
      }
    }
    switch edge {
    case .early, .start: return Self.years(start.year, start.year + 3)
    case .middle: return Self.years(start.year + 4, start.year + 6)
    case .late, .end: return Self.years(start.year + 7, start.year + 9)
    }
  }

  /// The first or last day where the edge of a unit bounds an open interval ("since the beginning of the year").
  private func boundary(_ meaning: TimeMeaning) -> EDTFDate.Point? {
    guard case .edge(let edge, let inner) = meaning, let whole = date(inner) else { return nil }
    switch edge {
    case .start: return whole.earliest.map { .init($0) }
    case .end: return whole.latest.map { .init($0) }
    default: return nil
    }
  }

  func since(_ inner: TimeMeaning) -> EDTFDate? {
    if let boundary = boundary(inner) { return EDTFDate(from: boundary, to: nil) }
    return date(inner).flatMap(Self.start).map { EDTFDate(from: $0, to: nil) }
  }

  func until(_ inner: TimeMeaning) -> EDTFDate? {
    if let boundary = boundary(inner) { return EDTFDate(from: nil, to: boundary) }
    return date(inner).flatMap(Self.end).map { EDTFDate(from: nil, to: $0) }
  }

  func before(_ inner: TimeMeaning) -> EDTFDate? {
    if case .edge(.end, _) = inner { return until(inner) }
    // «قبل حلول عام 2026»
    if case .until(let coming) = inner { return before(coming) }
    guard let start = date(inner).flatMap(Self.start) else { return nil }
    let eve: EDTFDate.Point
    switch start.unit {
    case .year: eve = .init(year: start.year - 1)
    case .month, .season:
      let month = start.earliest.adding(days: -1)
      eve = .init(year: month.year, unit: .month(month.month))
    case .day: eve = .init(start.earliest.adding(days: -1))
    }
    return EDTFDate(from: nil, to: eve)
  }

  func after(_ inner: TimeMeaning) -> EDTFDate? {
    guard let end = date(inner).flatMap(Self.end) else { return nil }
    let next: EDTFDate.Point
    switch end.unit {
    case .year: next = .init(year: end.year + 1)
    case .month, .season:
      let month = end.latest.adding(days: 1)
      next = .init(year: month.year, unit: .month(month.month))
    case .day: next = end
    }
    return EDTFDate(from: next, to: nil)
  }

  private static func start(_ date: EDTFDate) -> EDTFDate.Point? {
    switch date.value {
    case .point(let point): point
    case .interval(let start, _): start
    }
  }

  private static func end(_ date: EDTFDate) -> EDTFDate.Point? {
    switch date.value {
    case .point(let point): point
    case .interval(_, let end): end
    }
  }

  /// From one time to another. A side without a year takes it from the other.
  func range(_ first: TimeMeaning, _ second: TimeMeaning) -> EDTFDate? {
    guard let end = date(second).flatMap(Self.end) else { return nil }
    var start = date(first).flatMap(Self.start)
    if case .date(nil, let month, let dayOfMonth, nil, _) = first, case .date = second {
      let year = month <= end.earliest.month ? end.year : end.year - 1
      start = Self.make(year, month, dayOfMonth).flatMap(Self.start)
    }
    if case .weekday(let weekday, _) = first, case .weekday = second {
      let last = end.earliest
      let first = last.adding(days: -((last.weekday - weekday + 7) % 7))
      if case .weekday(_, 1) = second, first <= day {
        return EDTFDate(first.adding(days: 7), through: last.adding(days: 7))
      }
      start = .init(first)
    }
    guard let start, start.earliest <= end.latest else { return nil }
    return EDTFDate(from: start, to: end)
  }

  func season(_ code: Int, _ year: TimeMeaning?) -> EDTFDate? {
    func point(_ year: Int) -> EDTFDate.Point { .init(year: year, unit: .season(code)) }
    let near = (day.year - 2...day.year + 2).map(point)
    switch year {
    case .relative(.year, -100)?: return near.last { $0.latest < day }.map { EDTFDate($0) }
    case .relative(.year, 100)?: return near.first { $0.earliest > day }.map { EDTFDate($0) }
    case let year?:
      return date(year)?.earliest.map { EDTFDate(point($0.year)) }
    case nil:
      if let narrated = yearOfNarration { return EDTFDate(point(narrated)) }
      let chosen = direction == .future ? near.first { $0.latest >= day } : near.last { $0.earliest <= day }
      return chosen.map { EDTFDate($0) }
    }
  }

  func fraction(_ number: Int, _ parts: Int, _ whole: TimeMeaning?) -> EDTFDate? {
    guard (1...parts).contains(number) else { return nil }
    func months(_ year: Int) -> EDTFDate {
      if parts == 4 { return EDTFDate(year: year, month: 32 + number) }
      let length = 12 / parts
      return EDTFDate(
        from: .init(year: year, unit: .month((number - 1) * length + 1)),
        to: .init(year: year, unit: .month(number * length)))
    }
    guard let whole else {
      let near = (day.year - 1...day.year + 1).map(months)
      let chosen =
        direction == .future
        ? near.first { ($0.latest ?? day) >= day } : near.last { ($0.earliest ?? day) <= day }
      return chosen
    }
    guard let date = date(whole) else { return nil }
    if case .interval(let start?, let end?) = date.value, end.year - start.year == 99, parts == 2 {
      return Self.years(start.year + (number - 1) * 50, start.year + number * 50 - 1)
    }
    if case .interval(let start?, let end?) = date.value, case .year = start.unit, end.year - start.year == 9,
      parts == 2
    {
      return Self.years(start.year + (number - 1) * 5, start.year + number * 5 - 1)
    }
    guard case .point(let point) = date.value else { return nil }
    switch point.unit {
    case .year: return months(point.year)
    case .month where parts < 4:
      let first = point.earliest
      let length = parts == 2 ? 15 : 10
      let start = first.adding(days: (number - 1) * length)
      return EDTFDate(start, through: number == parts ? point.latest : start.adding(days: length - 1))
    default: return nil
    }
  }

  /// The nth week of a month (days 1–7, 8–14 …), the nth day or month of something.
  func nth(_ number: Int, _ unit: TimeUnit, _ whole: TimeMeaning) -> EDTFDate? {
    guard let date = date(whole) else { return nil }
    if unit == .decade, case .interval(let start?, let end?) = date.value, end.year - start.year == 99 {
      let first = (start.year - 1) + (number - 1) * 10
      return (1...10).contains(number) ? Self.years(first, first + 9) : nil
    }
    guard case .point(let point) = date.value else { return nil }
    switch (unit, point.unit) {
    case (.week, .month):
      let start = point.earliest.adding(days: (number - 1) * 7)
      guard (1...5).contains(number), start <= point.latest else { return nil }
      return EDTFDate(start, through: min(start.adding(days: 6), point.latest))
    case (.day, .month), (.day, .year):
      let found = point.earliest.adding(days: number - 1)
      return found <= point.latest ? EDTFDate(found) : nil
    case (.month, .year) where (1...12).contains(number): return EDTFDate(year: point.year, month: number)
    default: return nil
    }
  }

  /// The first or last so many days, months or years of something.
  func firstOf(_ count: Int, _ unit: TimeUnit, _ isLast: Bool, _ whole: TimeMeaning) -> EDTFDate? {
    guard let date = date(whole), let first = date.earliest, let last = date.latest else { return nil }
    switch unit {
    case .day, .week:
      let days = unit == .week ? 7 * count : count
      guard days <= last.ordinal - first.ordinal + 1 else { return nil }
      return isLast
        ? EDTFDate(last.adding(days: 1 - days), through: last) : EDTFDate(first, through: first.adding(days: days - 1))
    case .month:
      let start = isLast ? CivilDay(firstOf: last.month - count + 1, last.year) : first
      let end = isLast ? last : CivilDay(firstOf: first.month + count - 1, first.year)
      guard start >= first, end <= last else { return nil }
      return EDTFDate(
        from: .init(year: start.year, unit: .month(start.month)), to: .init(year: end.year, unit: .month(end.month)))
    case .year:
      return isLast ? Self.years(last.year - count + 1, last.year) : Self.years(first.year, first.year + count - 1)
    case .decade, .hour, .minute: return nil
    }
  }

  /// A year; of the numbers that the Hijri calendar is at in our time, the Hijri year.
  func yearDate(_ year: Int) -> EDTFDate? {
    (1343...1450).contains(year) ? hijri(year, nil, nil, nil) : EDTFDate(year: year)
  }

  func decade(_ year: Int, _ century: Int?) -> EDTFDate? {
    var start = (century.map { $0 - 1 } ?? day.year / 100) * 100 + year
    if century == nil, start > day.year { start -= 100 }
    return Self.years(start, start + 9)
  }

  func hijri(_ year: Int?, _ month: Int?, _ dayOfMonth: Int?, _ shift: Int?) -> EDTFDate? {
    let calendar = grammar.hijri
    guard let month else {
      guard let year, let first = calendar.days(ofMonth: 1, year), let last = calendar.days(ofMonth: 12, year)
      else { return nil }
      return EDTFDate(first.lowerBound, through: last.upperBound)
    }
    func date(_ year: Int) -> EDTFDate? {
      if let dayOfMonth { return calendar.day(year, month, dayOfMonth).map { EDTFDate($0) } }
      return calendar.days(ofMonth: month, year).map { EDTFDate($0.lowerBound, through: $0.upperBound) }
    }
    if let year { return date(year) }
    guard let now = calendar.year(of: day) else { return nil }
    let near = (now - 1...now + 1).compactMap(date)
    if shift == 1 { return near.first { ($0.earliest ?? day) > day } }
    if shift == nil, direction == .future { return near.first { ($0.latest ?? day) >= day } }
    return near.last { shift == -1 ? ($0.latest ?? day) < day : ($0.earliest ?? day) <= day }
  }
}
