internal import EventModel
internal import Lexicon

/// A line that says when an article appeared.
struct Dateline: Hashable {
  /// The day.
  let day: CivilDay
}

/// Knows the words that datelines are made of (`datelines`).
struct DatelineReader: Sendable {
  private var months: [(words: [UInt64], month: Int)] = []
  private var monthFirstWords: [UInt64: [Int]] = [:]
  private var known: Set<UInt64> = []

  /// The longest dateline in words.
  static let wordLimit = 20

  /// Compiles the table.
  ///
  /// - Throws: A diagnostic with file and line for a month that is no number from 1 to 12.
  init(_ rows: [Table.Row]) throws(Diagnostic) {
    for row in rows {
      let forms = row.list("forms").map(FoldedLine.init)
      guard !row["month"].isEmpty else {
        for form in forms { known.formUnion(form.hashes) }
        continue
      }
      guard let month = Int(row["month"]), (1...12).contains(month) else {
        throw row.fault("table-value", "“\(row["month"])” is no month", in: "month")
      }
      for form in forms {
        guard let first = form.hashes.first else { continue }
        monthFirstWords[first, default: []].append(months.count)
        months.append((form.hashes, month))
      }
    }
  }

  /// Reads a line: it must name a day, a month and a year and say hardly anything else.
  func read(_ line: FoldedLine) -> Dateline? {
    guard line.count <= Self.wordLimit, line.numbers.contains(where: { $0 != nil }) else { return nil }
    var day: CivilDay?
    // The place may stand before the day, the agency and the month of another calendar after it.
    var isAfter = false
    var before = 0
    var after = 0
    var word = 0
    while word < line.count {
      if day == nil, let (found, end) = date(line, at: word) {
        day = found
        isAfter = true
        word = end
        continue
      }
      if let (_, end) = month(line, at: word) {
        word = end
      } else {
        if line.numbers[word] != nil {
          isAfter = true
        } else if !known.contains(line.hashes[word]) {
          if isAfter { after += 1 } else { before += 1 }
        }
        word += 1
      }
    }
    // A line that says that it tells the date may go on with the section.
    let limit = line.hashes.first.map(known.contains) == true ? 6 : 2
    guard let day, before <= 2, after <= limit else { return nil }
    return Dateline(day: day)
  }

  private func date(_ line: FoldedLine, at word: Int) -> (day: CivilDay, end: Int)? {
    guard let first = line.numbers[word] else {
      // November 27, 2024
      guard let (month, end) = month(line, at: word), end + 1 < line.count, let day = line.numbers[end],
        let date = civil(line.numbers[end + 1], month, day)
      else { return nil }
      return (date, end + 2)
    }
    if let (name, end) = month(line, at: word + 1) {
      // A second name of the same month may stand beside the first.
      let next = month(line, at: end).flatMap { $0.month == name ? $0.end : nil } ?? end
      guard next < line.count, let date = civil(line.numbers[next], name, first) else { return nil }
      return (date, next + 1)
    }
    guard word + 2 < line.count, let second = line.numbers[word + 1], let third = line.numbers[word + 2]
    else { return nil }
    // Day before month, as in Arabic print, unless only the other order makes a date.
    guard let date = civil(first, second, third) ?? civil(third, second, first) ?? civil(third, first, second)
    else { return nil }
    return (date, word + 3)
  }

  private func civil(_ year: Int?, _ month: Int, _ day: Int) -> CivilDay? {
    guard let year, (1900...2100).contains(year) else { return nil }
    return CivilDay(year, month, day)
  }

  private func month(_ line: FoldedLine, at word: Int) -> (month: Int, end: Int)? {
    guard word < line.count else { return nil }
    for index in monthFirstWords[line.hashes[word]] ?? [] {
      let (words, month) = months[index]
      if line.hashes[word...].starts(with: words) { return (month, word + words.count) }
    }
    return nil
  }
}
