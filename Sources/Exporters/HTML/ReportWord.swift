internal import EventModel

/// A word or sentence of the page in its two languages.
struct ReportWord: Hashable, Sendable {
  /// What the page's script asks for, such as `status.planned`.
  var key: String
  var arabic: String
  var english: String

  /// The words of a table of lines `key`, Arabic, English, with tabs between them; lines that begin with `#` are remarks.
  static func all(in table: String) -> [ReportWord] {
    table.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard !line.hasPrefix("#"), cells.count == 3 else { return nil }
      return ReportWord(key: String(cells[0]), arabic: String(cells[1]), english: String(cells[2]))
    }
  }

  /// The names of CAMEO's codes, such as `cameo.041`.
  static var cameo: [ReportWord] {
    CAMEONames.all.map { ReportWord(key: "cameo." + $0.code, arabic: $0.arabic, english: $0.english) }
  }
}
