internal import EventModel
internal import Lexicon

/// The Umm al-Qura calendar, by a table of month lengths.
struct HijriCalendar: Sendable {
  fileprivate struct Year: Sendable {
    var first: CivilDay
    /// Bit n is set where month n + 1 has 30 days.
    var longMonths: UInt16
  }

  private var firstYear = 0
  private var years: [Year] = []

  /// Reads the table.
  ///
  /// - Throws: A diagnostic with file and line where a row is malformed or years are not in order.
  init(lexicon: Lexicon) throws(Diagnostic) {
    for row in lexicon.rows("hijri") {
      let months = Array(row["months"].utf8)
      guard let number = Int(row["year"]), let first = CivilDay(iso: row["first"]), months.count == 12,
        years.isEmpty || number == firstYear + years.count
      else {
        throw row.fault("hijri-year", "a row holds the next year, its first day and twelve month lengths")
      }
      if years.isEmpty { firstYear = number }
      var long: UInt16 = 0
      for (index, letter) in months.enumerated() where letter == 0x4C { long |= 1 << UInt16(index) }
      years.append(Year(first: first, longMonths: long))
    }
  }

  /// The Gregorian days of a month (from 1), or nil outside the table.
  func days(ofMonth month: Int, _ year: Int) -> ClosedRange<CivilDay>? {
    guard years.indices.contains(year - firstYear), (1...12).contains(month) else { return nil }
    let row = years[year - firstYear]
    func length(_ month: Int) -> Int { row.longMonths >> UInt16(month - 1) & 1 == 1 ? 30 : 29 }
    let start = row.first.adding(days: (1..<month).reduce(0) { $0 + length($1) })
    return start...start.adding(days: length(month) - 1)
  }

  /// The Gregorian day of a Hijri date, or nil where there is none or it is outside the table.
  func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDay? {
    guard let days = days(ofMonth: month, year), (1...30).contains(day) else { return nil }
    let found = days.lowerBound.adding(days: day - 1)
    return days.contains(found) ? found : nil
  }

  /// The Hijri month (from 1) of a Gregorian day, or nil outside the table.
  func month(of day: CivilDay) -> Int? {
    guard let year = year(of: day) else { return nil }
    return (1...12).first { days(ofMonth: $0, year)?.contains(day) ?? false }
  }

  /// The Hijri year of a Gregorian day, or nil outside the table.
  func year(of day: CivilDay) -> Int? {
    guard let index = years.lastIndex(where: { $0.first <= day }) else { return nil }
    return firstYear + index
  }
}

extension HijriCalendar: Imaged {
  init(from image: inout ImageReader) {
    firstYear = image.read()
    years = image.read()
  }

  func write(to image: inout ImageWriter) { image.write(firstYear, years) }
}

extension HijriCalendar.Year: Imaged {
  init(from image: inout ImageReader) {
    self.init(first: image.read(), longMonths: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(first, longMonths) }
}
