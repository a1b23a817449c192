/// What an export came to.
package struct ExportReport: Sendable, Hashable {
  /// The number of articles.
  package var articles: Int
  /// The number of events.
  package var events: Int
  /// The number of claims.
  package var claims: Int
  /// How many triggers gave no event.
  package var rejected: Int
  /// The number of files in the export's folder.
  package var files: Int
  /// How many inputs or records of them could not be read.
  package var faults: Int

  /// One line for people, such as `6 articles, 1 event, 9 claims, 7 rejected triggers, 20 files, 0 faults`.
  package var summary: String {
    [
      counted(articles, "article"), counted(events, "event"), counted(claims, "claim"),
      counted(rejected, "rejected trigger"), counted(files, "file"), counted(faults, "fault"),
    ].joined(separator: ", ")
  }
}

/// A number and its noun, such as `1 file` or `2 files`.
package func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)" + (number == 1 ? "" : "s")
}
