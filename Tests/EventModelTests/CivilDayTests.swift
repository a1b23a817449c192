import EventModel
import Foundation
import Testing

@Suite struct CivilDayTests {
  /// The system's Gregorian calendar, without a zone's offset.
  static func gregorian() throws -> Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    return calendar
  }

  @Test("Days agree with the system's calendar from 1800 to 2100")
  func components() throws {
    let calendar = try Self.gregorian()
    let first = try #require(CivilDay(1800, 1, 1))
    let last = try #require(CivilDay(2100, 12, 31))
    #expect(last.ordinal - first.ordinal == 301 * 365 + 73 - 1)
    for ordinal in stride(from: first.ordinal, through: last.ordinal, by: 5) {
      let day = CivilDay(ordinal: ordinal)
      let system = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(ordinal) * 86400 + 43200))
      let (year, month, dayOfMonth) = day.components
      #expect(year == system.year && month == system.month && dayOfMonth == system.day)
      // The system counts weekdays from Sunday.
      #expect(day.weekday % 7 + 1 == system.weekday)
      #expect(CivilDay(year, month, dayOfMonth) == day)
    }
  }

  @Test("Adding months agrees with the system's calendar")
  func addingMonths() throws {
    let calendar = try Self.gregorian()
    for start in [CivilDay(2024, 1, 28), CivilDay(2023, 2, 1), CivilDay(1999, 12, 15)] {
      let start = try #require(start)
      let date = Date(timeIntervalSince1970: Double(start.ordinal) * 86400 + 43200)
      for months in -30...30 {
        let moved = try #require(calendar.date(byAdding: .month, value: months, to: date))
        #expect(start.adding(months: months).ordinal == Int((moved.timeIntervalSince1970 / 86400).rounded(.down)))
      }
    }
  }

  @Test(
    "A day that the month lacks becomes its last",
    arguments: [("2024-01-31", 1, "2024-02-29"), ("2024-01-31", -23, "2022-02-28"), ("2023-12-31", -1, "2023-11-30")])
  func clampedMonths(_ start: String, _ months: Int, _ expected: String) {
    #expect(CivilDay(iso: start)?.adding(months: months).description == expected)
  }

  @Test(
    "Days that no calendar has are refused",
    arguments: [(2023, 2, 29), (2024, 13, 1), (2024, 0, 1), (2024, 4, 31), (1900, 2, 29)])
  func impossible(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CivilDay(year, month, day) == nil)
  }

  @Test("An ISO day is read and printed", arguments: ["1800-01-01", "2024-02-29", "0999-12-31"])
  func iso(_ text: String) {
    #expect(CivilDay(iso: text)?.description == text)
  }

  @Test("What is no ISO day is refused", arguments: ["2024-2-9", "2024-02-30", "2024-02", "20240229", "2024-02-2x"])
  func notISO(_ text: String) {
    #expect(CivilDay(iso: text) == nil)
  }

  @Test("A month outside the year carries")
  func carry() {
    #expect(CivilDay(firstOf: 0, 2024).description == "2023-12-01")
    #expect(CivilDay(firstOf: -12, 2024).description == "2022-12-01")
    #expect(CivilDay(firstOf: 25, 2024).description == "2026-01-01")
  }
}
