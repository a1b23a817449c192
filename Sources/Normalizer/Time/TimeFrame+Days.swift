internal import EventModel

/// Days, months and what is counted from the day of publication.
extension TimeFrame {
  func calendarDate(
    _ reference: YearReference?, _ month: Int, _ dayOfMonth: Int?, _ shift: Int?, _ weekday: Int?
  ) -> EDTFDate? {
    switch reference {
    case .absolute(let year): return Self.make(year, month, dayOfMonth)
    case .relative(let years): return Self.make(day.year + years, month, dayOfMonth)
    case .sameAsBefore: return previousYear.flatMap { Self.make($0, month, dayOfMonth) }
    case nil: break
    }
    if let dayOfMonth { return dated(month, dayOfMonth, shift, weekday) }
    if let shift {
      let isBefore = month < day.month
      switch shift {
      case ..<0: return Self.make(isBefore ? day.year : day.year - 1, month, nil)
      case 0: return Self.make(day.year, month, nil)
      default: return Self.make(month > day.month ? day.year : day.year + 1, month, nil)
      }
    }
    if let year = narrationYear(ofMonth: month) { return Self.make(year, month, nil) }
    if direction == .future { return Self.make(month >= day.month ? day.year : day.year + 1, month, nil) }
    return Self.make(month <= day.month ? day.year : day.year - 1, month, nil)
  }

  /// A day of a month whose year is not said.
  private func dated(_ month: Int, _ dayOfMonth: Int, _ shift: Int?, _ weekday: Int?) -> EDTFDate? {
    let years = (day.year - 8)...(day.year + 4)
    var days = years.compactMap { CivilDay($0, month, dayOfMonth) }
    // Where the month is called the last, present or next one, a weekday that does not fit is a slip.
    if shift == nil { days = days.filter { weekday == nil || $0.weekday == weekday } }
    let last = days.last { shift == nil ? $0 <= day : $0 < day }
    let next = days.first { shift == nil ? $0 >= day : $0 > day }
    let chosen: CivilDay?
    switch shift {
    case -1: chosen = last
    case 1: chosen = next
    case 0: chosen = days.first { $0.year == day.year }
    default:
      if let year = narrationYear(ofMonth: month), let told = days.first(where: { $0.year == year }), told <= day {
        chosen = told
      } else if direction == .future {
        chosen = next
      } else if direction == nil, let last, let next, next.ordinal - day.ordinal <= 40,
        day.ordinal - last.ordinal > 300
      {
        // Nothing tells the tense, and the day to come is close.
        chosen = next
      } else {
        chosen = last
      }
    }
    return chosen.map { EDTFDate($0) }
  }

  static func make(_ year: Int, _ month: Int, _ dayOfMonth: Int?) -> EDTFDate? {
    guard let dayOfMonth else { return EDTFDate(year: year, month: month) }
    return CivilDay(year, month, dayOfMonth).map { EDTFDate($0) }
  }

  func dayOfMonth(_ number: Int, _ months: Int) -> EDTFDate? {
    let first = CivilDay(firstOf: day.month + months, day.year)
    return CivilDay(first.year, first.month, number).map { EDTFDate($0) }
  }

  /// A bare weekday is the latest up to the day of publication, or the next from it on.
  func weekday(_ weekday: Int, _ shift: Int?) -> CivilDay {
    let back = (day.weekday - weekday + 7) % 7
    switch shift {
    case -1: return day.adding(days: back == 0 ? -7 : -back)
    case -2: return day.adding(days: back == 0 ? -14 : -back - 7)
    case 2: return day.adding(days: 14 - back)
    case 1: return day.adding(days: 7 - back)
    case 0: return day.adding(days: weekday - day.weekday)
    default: return direction == .future && back > 0 ? day.adding(days: 7 - back) : day.adding(days: -back)
    }
  }

  /// Yesterday and the like. A printed weekday that differs by a day or two wins: the text was written before the day
  /// that its publication bears; if it differs more, nothing is certain.
  func deictic(_ days: Int, _ weekday: Int?) -> CivilDay? {
    let target = day.adding(days: days)
    guard let weekday, target.weekday != weekday else { return target }
    return [-1, 1, -2].lazy.map { target.adding(days: $0) }.first { $0.weekday == weekday }
  }

  /// Saturday and Sunday; without a shift the last that began where the tense is past, else those of this week.
  func weekend(_ weeks: Int?) -> EDTFDate {
    let isOver = weeks == nil && direction == .past && day.weekday < 6
    let saturday = monday.adding(days: 5 + 7 * (weeks ?? (isOver ? -1 : 0)))
    return EDTFDate(saturday, through: saturday.adding(days: 1))
  }

  func relative(_ unit: TimeUnit, _ count: Int) -> EDTFDate? {
    switch unit {
    case .day: return EDTFDate(day.adding(days: count))
    case .week:
      let start = monday.adding(days: 7 * count)
      return EDTFDate(start, through: start.adding(days: 6))
    case .month: return Self.month(CivilDay(firstOf: day.month + count, day.year))
    case .year: return EDTFDate(year: day.year + count)
    case .decade:
      let start = day.year / 10 * 10 + count * 10
      return Self.years(start, start + 9)
    case .hour, .minute: return nil
    }
  }

  func offset(_ count: Int, _ unit: TimeUnit) -> EDTFDate? {
    if count > 0, direction == .past {
      // "Two days later" in a story counts from what was told before.
      return previousDate.flatMap { Self.later($0, count, unit) }
    }
    switch unit {
    case .minute: return EDTFDate(day)
    case .hour: return EDTFDate(day.adding(days: count / 24))
    case .day: return EDTFDate(day.adding(days: count))
    case .week: return EDTFDate(day.adding(days: 7 * count))
    case .month: return Self.month(CivilDay(firstOf: day.month + count, day.year))
    case .year: return EDTFDate(year: day.year + count)
    case .decade: return EDTFDate(year: day.year + 10 * count, qualifier: "~")
    }
  }

  func within(_ count: Int, _ unit: TimeUnit) -> EDTFDate? {
    guard direction == .future else { return nil }
    return span(count, unit, 1).map { span in
      guard unit == .day || unit == .week || unit == .hour else { return span }
      return EDTFDate(day, through: span.latest ?? day)
    }
  }

  /// The last or next so many units. Hours and weeks reach to the day of publication; days, months and years are whole
  /// ones before or after it.
  func span(_ count: Int?, _ unit: TimeUnit, _ shift: Int) -> EDTFDate? {
    guard shift != 0 else { return nil }
    guard let count else { return vagueSpan(unit, shift) }
    func days(_ number: Int) -> EDTFDate {
      shift < 0 ? EDTFDate(day.adding(days: -number), through: day) : EDTFDate(day, through: day.adding(days: number))
    }
    switch unit {
    case .minute: return EDTFDate(day)
    case .hour: return days((count + 23) / 24)
    case .week: return days(7 * count)
    case .day:
      return shift < 0
        ? EDTFDate(day.adding(days: -count), through: day.adding(days: -1))
        : EDTFDate(day.adding(days: 1), through: day.adding(days: count))
    case .month:
      let near = CivilDay(firstOf: day.month + shift, day.year)
      let far = CivilDay(firstOf: day.month + shift * count, day.year)
      let (first, last) = shift < 0 ? (far, near) : (near, far)
      return EDTFDate(
        from: .init(year: first.year, unit: .month(first.month)), to: .init(year: last.year, unit: .month(last.month)))
    case .year, .decade:
      let years = unit == .decade ? count * 10 : count
      return shift < 0 ? Self.years(day.year - years, day.year - 1) : Self.years(day.year + 1, day.year + years)
    }
  }

  /// Some days are about a week, some weeks about three, some months or years about three with the present one.
  private func vagueSpan(_ unit: TimeUnit, _ shift: Int) -> EDTFDate? {
    let now: EDTFDate.Point
    var start: EDTFDate.Point
    switch unit {
    case .hour, .minute: return EDTFDate(day)
    case .day, .week:
      now = .init(day)
      start = .init(day.adding(days: unit == .day ? -7 : -21))
    case .month:
      now = .init(year: day.year, unit: .month(day.month))
      let first = CivilDay(firstOf: day.month - 2, day.year)
      start = .init(year: first.year, unit: .month(first.month))
    case .year, .decade:
      now = .init(year: day.year)
      start = .init(year: day.year - (unit == .year ? 2 : 30))
    }
    guard shift < 0 else { return EDTFDate(from: now, to: nil) }
    start.qualifier = "~"
    return EDTFDate(from: start, to: now)
  }
}
