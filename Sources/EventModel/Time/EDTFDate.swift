/// A date in the Extended Date/Time Format (ISO 8601-2), level 1 without clock times: years, months, days, seasons
/// (21–24), quarters (33–36), the qualifiers `~ ? %`, and intervals that may be open (`..`).
///
/// ```
/// EDTFDate("2022-11-14")             // a day
/// EDTFDate("2022-02-24/..")          // since that day
/// EDTFDate("2023-06-21/2023-06-30")  // late June
/// ```
public struct EDTFDate: Hashable, Sendable, CustomStringConvertible {
  /// The smallest unit that is named by a point in time.
  public enum Unit: Hashable, Sendable {
    case year
    /// A season 21–24 or quarter 33–36 (ISO 8601-2 sub-year groupings).
    case season(Int)
    case month(Int)
    case day(month: Int, day: Int)
  }

  /// One year, season, month or day, with its qualifier.
  public struct Point: Hashable, Sendable {
    /// The year; 0 and negative years are astronomical.
    public var year: Int
    /// What is known beyond the year.
    public var unit: Unit
    /// Nil, or one of `~` (approximate), `?` (uncertain), `%` (both).
    public var qualifier: Character?

    /// Makes a point.
    public init(year: Int, unit: Unit = .year, qualifier: Character? = nil) {
      self.year = year
      self.unit = unit
      self.qualifier = qualifier
    }

    /// Makes the point of a day.
    public init(_ day: CivilDay) {
      let (year, month, dayOfMonth) = day.components
      self.init(year: year, unit: .day(month: month, day: dayOfMonth))
    }
  }

  /// The value itself.
  public enum Value: Hashable, Sendable {
    case point(Point)
    /// Nil stands for an open side, printed `..`; both sides are never open.
    case interval(Point?, Point?)
  }

  /// The value itself.
  public let value: Value

  init(_ value: Value) {
    self.value = value
  }

  /// Makes a date of one point.
  public init(_ point: Point) {
    value = .point(point)
  }

  /// Makes the date of one day.
  public init(_ day: CivilDay) {
    self.init(Point(day))
  }

  /// Makes the date of a month, a year, or a season or quarter code as month (21–24, 33–36).
  public init(year: Int, month: Int? = nil, qualifier: Character? = nil) {
    guard let month else {
      self.init(Point(year: year, qualifier: qualifier))
      return
    }
    self.init(Point(year: year, unit: month <= 12 ? .month(month) : .season(month), qualifier: qualifier))
  }

  /// Makes an interval; an equal pair of points gives that point.
  public init(from start: Point?, to end: Point?) {
    if let start, start == end { value = .point(start) } else { value = .interval(start, end) }
  }

  /// Makes the interval of the days from `start` to `end`, both included; one day gives that day.
  public init(_ start: CivilDay, through end: CivilDay) {
    self.init(from: Point(start), to: Point(end))
  }

  /// The EDTF text.
  public var description: String {
    switch value {
    case .point(let point): point.description
    case .interval(let start, let end): (start?.description ?? "..") + "/" + (end?.description ?? "..")
    }
  }

  /// The first day that the date can mean, or nil where it is open at the start.
  public var earliest: CivilDay? {
    switch value {
    case .point(let point): point.earliest
    case .interval(let start, _): start?.earliest
    }
  }

  /// The last day that the date can mean, or nil where it is open at the end.
  public var latest: CivilDay? {
    switch value {
    case .point(let point): point.latest
    case .interval(_, let end): end?.latest
    }
  }

  /// How finely the date is known.
  public var precision: DatePrecision {
    guard case .point(let point) = value else { return .interval }
    if point.qualifier != nil { return .approximate }
    return switch point.unit {
    case .year: .year
    case .season: .season
    case .month: .month
    case .day: .day
    }
  }

  /// Whether the two dates have a day in common; open sides reach for ever.
  public func overlaps(_ other: Self) -> Bool {
    (earliest?.ordinal ?? .min) <= (other.latest?.ordinal ?? .max)
      && (other.earliest?.ordinal ?? .min) <= (latest?.ordinal ?? .max)
  }

  /// The year in at least four digits.
  static func digits(year: Int) -> String {
    let digits = String(abs(year))
    return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}

extension EDTFDate.Point: CustomStringConvertible {
  /// The first day of the point.
  public var earliest: CivilDay {
    switch unit {
    case .year: CivilDay(firstOf: 1, year)
    case .season(let code): CivilDay(firstOf: Self.firstMonth(ofSeason: code), year)
    case .month(let month): CivilDay(firstOf: month, year)
    case .day(let month, let day): CivilDay(firstOf: month, year).adding(days: day - 1)
    }
  }

  /// The last day of the point. Winter (24) is December alone, as the season belongs to the year it is printed with.
  public var latest: CivilDay {
    switch unit {
    case .year: CivilDay(firstOf: 13, year).adding(days: -1)
    case .season(24): CivilDay(firstOf: 13, year).adding(days: -1)
    case .season(let code): CivilDay(firstOf: Self.firstMonth(ofSeason: code) + 3, year).adding(days: -1)
    case .month(let month): CivilDay(firstOf: month + 1, year).adding(days: -1)
    case .day: earliest
    }
  }

  /// The EDTF text.
  public var description: String {
    let year = EDTFDate.digits(year: year)
    let rest =
      switch unit {
      case .year: ""
      case .season(let code): "-\(code)"
      case .month(let month): "-" + EDTFDate.twoDigits(month)
      case .day(let month, let day): "-" + EDTFDate.twoDigits(month) + "-" + EDTFDate.twoDigits(day)
      }
    return year + rest + (qualifier.map(String.init) ?? "")
  }

  /// Seasons are the northern ones: spring is March to May. Quarters begin in January.
  private static func firstMonth(ofSeason code: Int) -> Int {
    code <= 24 ? (code - 20) * 3 : (code - 33) * 3 + 1
  }
}

/// How finely a date is known.
public enum DatePrecision: String, Sendable, CaseIterable {
  case day
  case month
  case season
  case year
  case interval
  case approximate
}
