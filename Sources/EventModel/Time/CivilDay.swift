/// A day of the proleptic Gregorian calendar, without clock or zone.
///
/// Day arithmetic follows the usual 400-year cycle of 146,097 days; no calendar of the system is asked.
public struct CivilDay: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01, negative before it.
  public let ordinal: Int

  /// Makes a day from its number of days since 1970-01-01.
  public init(ordinal: Int) {
    self.ordinal = ordinal
  }

  /// Makes a day from year, month (1–12) and day of the month, or returns nil if there is no such day.
  public init?(_ year: Int, _ month: Int, _ day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.daysInMonth(year, month) else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// Makes the first day of a month; months outside 1–12 carry into the year.
  public init(firstOf month: Int, _ year: Int) {
    let index = year * 12 + (month - 1)
    let carriedYear = index >= 0 ? index / 12 : (index - 11) / 12
    self.init(unchecked: carriedYear, index - carriedYear * 12 + 1, 1)
  }

  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    // Years are counted from March, so that the leap day is the last of its year.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    ordinal = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month (1–12) and day of the month.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = ordinal + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// The year.
  public var year: Int { components.year }
  /// The month, 1–12.
  public var month: Int { components.month }

  /// The ISO weekday: 1 is Monday, 7 is Sunday.
  public var weekday: Int {
    let shifted = (ordinal + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  /// The number of days in a month.
  public static func daysInMonth(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: isLeap(year) ? 29 : 28
    default: 31
    }
  }

  /// Whether a Gregorian year has 366 days.
  public static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// The day `days` later.
  public func adding(days: Int) -> Self {
    Self(ordinal: ordinal + days)
  }

  /// The same day `months` later, or that month's last day where it is shorter.
  public func adding(months: Int) -> Self {
    let (year, month, day) = components
    let first = Self(firstOf: month + months, year)
    let target = first.components
    return first.adding(days: min(day, Self.daysInMonth(target.year, target.month)) - 1)
  }

  /// Orders by time.
  public static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }

  /// The ISO 8601 calendar date, such as `2022-11-14`.
  public var description: String {
    let (year, month, day) = components
    return EDTFDate.digits(year: year) + "-" + EDTFDate.twoDigits(month) + "-" + EDTFDate.twoDigits(day)
  }

  /// Reads an ISO day `YYYY-MM-DD`, or returns nil.
  public init?(iso text: some StringProtocol) {
    var digits: [Int] = []
    digits.reserveCapacity(10)
    for byte in text.utf8 {
      let isDash = digits.count == 4 || digits.count == 7
      guard digits.count < 10, isDash ? byte == 0x2D : (0x30...0x39).contains(byte) else { return nil }
      digits.append(Int(byte) - 0x30)
    }
    guard digits.count == 10 else { return nil }
    let year = digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3]
    let (month, day) = (digits[5] * 10 + digits[6], digits[8] * 10 + digits[9])
    self.init(year, month, day)
  }
}
