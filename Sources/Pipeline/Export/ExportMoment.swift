package import EventModel

/// The moment that an export names as its own: never that of a clock, always one that the user gave.
package struct ExportMoment: Sendable, Hashable {
  /// The day in UTC.
  package var day: CivilDay
  private var second: Int

  /// Makes the first second of a day in UTC.
  package init(_ day: CivilDay) {
    self.day = day
    second = 0
  }

  /// Reads the number of seconds since 1970-01-01 in UTC, as SOURCE_DATE_EPOCH gives it.
  package init?(epoch text: String) {
    guard let seconds = Int(text), seconds >= 0 else { return nil }
    day = CivilDay(ordinal: seconds / 86_400)
    second = seconds % 86_400
  }

  /// The moment in RFC 3339, such as `2024-02-29T00:00:00Z`.
  package var description: String {
    let parts = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day)T" + parts.joined(separator: ":") + "Z"
  }
}
