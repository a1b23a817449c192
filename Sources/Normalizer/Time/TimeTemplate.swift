internal import EventModel

/// How the values of a pattern's elements make a meaning: `date(#4,#2,#1,_)`.
///
/// Arguments are `#n` for the nth element from 1, whole numbers, `_` for nothing, and nested calls.
indirect enum TimeTemplate: Sendable {
  case call(Function, [TimeTemplate])
  case element(Int)
  case number(Int)
  case none

  /// The meanings that a template can call, by the names that the table uses.
  enum Function: String, Sendable, CaseIterable {
    case date, dated, anchored, year, unit, weekend, dayofmonth, weekday, deictic, ago, ahead, span, within, edge
    case since, until, before, after, range, about, same, then, event, lastof, elapsed, nothing
    case season, seasonshift, quarter, half, third, nth, decade, century, centuryshift, hijri
    case later, earlier, dayofsame, namedyear, namedhijri, firstof, finalof, feast
  }

  /// The value of an element or argument.
  enum Value {
    case none
    case number(Int)
    case meaning(TimeMeaning)

    var number: Int? { if case .number(let number) = self { number } else { nil } }
    var meaning: TimeMeaning? { if case .meaning(let meaning) = self { meaning } else { nil } }
  }

  /// Reads a template for a pattern of so many elements.
  init?(_ text: String, elements: Int) {
    var rest = text.filter { $0 != " " }[...]
    guard let parsed = Self.parse(&rest, elements), rest.isEmpty else { return nil }
    self = parsed
  }

  private static func parse(_ rest: inout Substring, _ elements: Int) -> TimeTemplate? {
    guard let first = rest.first else { return nil }
    if first == "_" {
      rest.removeFirst()
      return TimeTemplate.none
    }
    if first == "#" {
      rest.removeFirst()
      guard let index = integer(&rest), (1...elements).contains(index) else { return nil }
      return .element(index - 1)
    }
    if first.isNumber || first == "-" { return integer(&rest).map { .number($0) } }
    let name = rest.prefix { $0.isLetter }
    rest = rest.dropFirst(name.count)
    guard let function = Function(rawValue: String(name)), rest.first == "(" else { return nil }
    rest.removeFirst()
    var arguments: [TimeTemplate] = []
    while rest.first != ")" {
      guard let argument = parse(&rest, elements) else { return nil }
      arguments.append(argument)
      if rest.first == "," { rest.removeFirst() }
    }
    rest.removeFirst()
    return .call(function, arguments)
  }

  private static func integer(_ rest: inout Substring) -> Int? {
    let sign = rest.first == "-" ? -1 : 1
    if sign < 0 { rest.removeFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    return Int(digits).map { $0 * sign }
  }

  /// Makes the value, or nil where an argument is missing or out of range.
  func evaluate(_ captures: [Value]) -> Value? {
    switch self {
    case .none: return Value.none
    case .number(let number): return .number(number)
    case .element(let index): return captures[index]
    case .call(let function, let templates):
      var arguments: [Value] = []
      arguments.reserveCapacity(templates.count)
      for template in templates {
        guard let value = template.evaluate(captures) else { return nil }
        arguments.append(value)
      }
      return TimeMeaning(function, arguments).map { .meaning($0) }
    }
  }
}

extension TimeTemplate: Imaged {
  init(from image: inout ImageReader) {
    switch image.number() as UInt8 {
    case 0: self = .none
    case 1: self = .call(image.read(), image.read())
    case 2: self = .element(image.read())
    default: self = .number(image.read())
    }
  }

  func write(to image: inout ImageWriter) {
    switch self {
    case .none: image.write(0 as UInt8)
    case .call(let function, let arguments): image.write(1 as UInt8, function, arguments)
    case .element(let index): image.write(2 as UInt8, index)
    case .number(let number): image.write(3 as UInt8, number)
    }
  }
}

extension TimeTemplate.Function: ImagedCase {}

extension TimeMeaning {
  /// Makes the meaning that a template calls by name, or nil where the arguments do not fit.
  init?(_ function: TimeTemplate.Function, _ arguments: [TimeTemplate.Value]) {
    func number(_ index: Int) -> Int? { index < arguments.count ? arguments[index].number : nil }
    func meaning(_ index: Int) -> TimeMeaning? { index < arguments.count ? arguments[index].meaning : nil }
    func unit(_ index: Int) -> TimeUnit? { number(index).flatMap { TimeUnit(rawValue: $0) } }
    let made: TimeMeaning? =
      switch function {
      case .date:
        number(1).map {
          .date(
            year: number(0).map { .absolute($0) } ?? meaning(0).flatMap(\.asYear), month: $0, day: number(2),
            shift: number(3), weekday: nil)
        }
      case .dated: number(0).flatMap { meaning(1)?.with(weekday: $0) }
      case .anchored:
        number(0).flatMap { days in meaning(1).map { .anchored(days, number(2).flatMap($0.with(weekday:)) ?? $0) } }
      case .year: number(0).map { .year($0) }
      case .unit: unit(0).flatMap { unit in number(1).map { .relative(unit, $0) } }
      case .weekend: .weekend(number(0))
      case .dayofmonth: number(0).map { .dayOfMonth($0, months: number(1) ?? 0) }
      case .weekday: number(0).map { .weekday($0, shift: number(1)) }
      case .deictic: number(0).map { .deictic($0, weekday: number(1)) }
      case .ago: number(0).flatMap { count in unit(1).map { .offset(-count, $0) } }
      case .ahead: number(0).flatMap { count in unit(1).map { .offset(count, $0) } }
      case .span: unit(1).flatMap { unit in number(2).map { .span(number(0), unit, shift: $0) } }
      case .within: number(0).flatMap { count in unit(1).map { .within(count, $0) } }
      case .edge: number(0).flatMap(TimeEdge.init).flatMap { edge in meaning(1).map { .edge(edge, $0) } }
      case .since: meaning(0).map { .since($0) }
      case .until: meaning(0).map { .until($0) }
      case .before: meaning(0).map { .before($0) }
      case .after: meaning(0).map { .after($0) }
      case .range: meaning(0).flatMap { from in meaning(1).map { .range(from, $0) } }
      case .about: meaning(0).map { .about($0) }
      case .same: unit(0).map { .same($0, number(1) ?? 0) }
      case .then: .then
      case .event: number(0).map { .event($0, days: number(1) ?? 0) }
      case .lastof:
        number(0).flatMap { count in unit(1).flatMap { unit in number(2).map { .lastOf(count, unit, event: $0) } } }
      case .elapsed: unit(0).flatMap { unit in number(1).map { .elapsed(unit, $0) } }
      case .nothing: .nothing
      default: Self.rare(function, number: number, meaning: meaning)
      }
    guard let made else { return nil }
    self = made
  }

  /// The meanings that are made of parts of years and of other calendars.
  private static func rare(
    _ function: TimeTemplate.Function, number: (Int) -> Int?, meaning: (Int) -> TimeMeaning?
  ) -> TimeMeaning? {
    switch function {
    case .season: number(0).map { .season($0, of: number(1).map { .year($0) } ?? meaning(1)) }
    case .seasonshift: number(0).flatMap { code in number(1).map { .season(code, of: .relative(.year, $0 * 100)) } }
    case .quarter: number(0).map { .fraction($0, parts: 4, of: number(1).map { .year($0) } ?? meaning(1)) }
    case .half: number(0).map { .fraction($0, parts: 2, of: number(1).map { .year($0) } ?? meaning(1)) }
    case .third: number(0).map { .fraction($0, parts: 3, of: number(1).map { .year($0) } ?? meaning(1)) }
    case .nth:
      number(0).flatMap { index in
        number(1).flatMap(TimeUnit.init).flatMap { unit in
          // The tenth hour of a morning is the clock's.
          unit == .hour || unit == .minute ? nil : meaning(2).map { .nth(index, unit, of: $0) }
        }
      }
    case .decade: number(0).map { .decade($0, century: number(1)) }
    case .century: number(0).map { .century($0) }
    case .centuryshift: number(0).map { .century(21 + $0) }
    case .hijri: .hijri(year: number(0), month: number(1), day: number(2), shift: number(3))
    case .later: number(0).flatMap { count in number(1).flatMap(TimeUnit.init).map { .later(count, $0) } }
    case .earlier: number(0).flatMap { count in number(1).flatMap(TimeUnit.init).map { .later(-count, $0) } }
    case .dayofsame: number(0).map { .dayOfSameMonth($0) }
    case .namedyear: number(0).flatMap { year in number(1).map { .namedYear(.year(year), shift: $0) } }
    case .namedhijri:
      number(0).flatMap { year in
        number(1).map { .namedYear(.hijri(year: year, month: nil, day: nil, shift: nil), shift: $0) }
      }
    case .firstof, .finalof:
      number(0).flatMap { count in
        number(1).flatMap(TimeUnit.init).flatMap { unit in
          meaning(2).map { .firstOf(count, unit, isLast: function == .finalof, of: $0) }
        }
      }
    case .feast:
      // The feast of the month of pilgrimage begins on its tenth day, that after Ramadan on the first.
      number(0).map { .hijri(year: nil, month: $0, day: ($0 == 12 ? 9 : 0) + (number(2) ?? 1), shift: number(1)) }
    default: nil
    }
  }

  /// The year that this meaning is, for a date's year.
  private var asYear: YearReference? {
    switch self {
    case .relative(.year, let shift): .relative(shift)
    case .same(.year, 0): .sameAsBefore
    case .year(let year), .namedYear(.year(let year), _): .absolute(year)
    default: nil
    }
  }

  /// The date with the weekday that is printed beside it, which a Hijri date does not need; nil for what is no day's date.
  private func with(weekday: Int) -> TimeMeaning? {
    switch self {
    case .date(let year, let month, let day?, let shift, _):
      .date(year: year, month: month, day: day, shift: shift, weekday: weekday)
    case .hijri(_, .some, .some, _): self
    default: nil
    }
  }

  /// Whether it names a day of a month.
  var isDayDate: Bool {
    switch self {
    case .date(_, _, .some, _, _), .hijri(_, .some, .some, _): true
    default: false
    }
  }

  /// Whether it is a year that is counted from another.
  var isRelativeYear: Bool {
    switch self {
    case .relative(.year, _), .same(.year, 0), .namedYear(.year, _): true
    default: false
    }
  }

  /// Without a leading since, until, before or after.
  var core: TimeMeaning {
    switch self {
    case .since(let inner), .until(let inner), .before(let inner), .after(let inner): inner
    default: self
    }
  }

  /// Whether a since, until, before or after stands before the expression proper.
  var hasLead: Bool {
    switch self {
    case .since, .until, .before, .after: true
    default: false
    }
  }
}
