internal import EventModel

/// The formats of RFC 3339.
extension FormatText {
  /// Goes past `YYYY-MM-DD`, a day of the calendar.
  mutating func takeDate() -> Bool {
    guard let year = takeNumber(4), take("-"), let month = takeNumber(2), take("-"), let day = takeNumber(2) else {
      return false
    }
    return CivilDay(year, month, day) != nil
  }

  /// Goes past `hh:mm:ss`, a fraction, and `Z` or an offset.
  mutating func takeTime() -> Bool {
    guard let hour = takeNumber(2), take(":"), let minute = takeNumber(2), take(":"), let second = takeNumber(2),
      hour < 24, minute < 60, second <= 60
    else { return false }
    if take(".") { guard skip(while: Self.isDigit) > 0 else { return false } }
    guard let offset = takeOffset() else { return false }
    // A leap second is the last one of a day of universal time.
    return second < 60 || (hour * 60 + minute - offset + 2880) % 1440 == 1439
  }

  /// The minutes that a clock is ahead of universal time.
  private mutating func takeOffset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let isBehind = next == UInt8(ascii: "-")
    guard take("+") || take("-"), let hour = takeNumber(2), take(":"), let minute = takeNumber(2), hour < 24,
      minute < 60
    else { return nil }
    return isBehind ? -(hour * 60 + minute) : hour * 60 + minute
  }

  /// Goes past `P`, then weeks alone, or years to days and, after `T`, hours to seconds, each unit at most once, with no
  /// gap between the largest and the smallest.
  mutating func takeDuration() -> Bool {
    guard take("P") else { return false }
    var units = takeUnits(["Y", "M", "D", "W"])
    guard let dates = units else { return false }
    if dates.contains("W") { return dates.count == 1 }
    guard take("T") else { return !dates.isEmpty && Self.isGapless(dates, in: ["Y", "M", "D"]) }
    units = takeUnits(["H", "M", "S"])
    guard let times = units, !times.isEmpty else { return false }
    return Self.isGapless(dates, in: ["Y", "M", "D"]) && Self.isGapless(times, in: ["H", "M", "S"])
  }

  /// The units of the numbers that follow; nil where one lacks its unit or stands out of order.
  private mutating func takeUnits(_ units: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    var rest = units[...]
    var found: [Unicode.Scalar] = []
    while skip(while: Self.isDigit) > 0 {
      guard let place = rest.firstIndex(where: { UInt8(ascii: $0) == next }) else { return nil }
      position += 1
      found.append(rest[place])
      rest = rest[(place + 1)...]
    }
    return found
  }

  private static func isGapless(_ found: [Unicode.Scalar], in units: [Unicode.Scalar]) -> Bool {
    let places = found.compactMap { units.firstIndex(of: $0) }
    return zip(places, places.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }
}
