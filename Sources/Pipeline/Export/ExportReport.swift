package import EventModel

/// What an export came to.
package struct ExportReport: Sendable, Hashable {
  /// How many events have a type.
  package struct TypeCount: Sendable, Hashable {
    /// The PLOVER type.
    package var type: EventType
    /// The number of its events.
    package var events: Int
  }

  /// The number of articles.
  package var articles: Int
  /// The number of events of each type that has any, the commonest first.
  package var types: [TypeCount]
  /// How many events one claim asserts and another denies.
  package var contested: Int
  /// How many events have no date.
  package var undated: Int
  /// The number of claims.
  package var claims: Int
  /// How many triggers gave no event.
  package var rejected: Int
  /// How many inputs or records of them could not be read.
  package var faults: Int
  /// The number of files in the export's folder.
  package var files: Int
  /// The export's folder, as the user named it.
  package var folder: String
  /// The file to open first, below that folder; nil where no format has it.
  package var first: String?

  /// Makes a report.
  package init(
    _ counts: DatasetCounts, rejected: Int, faults: Int, files: Int, folder: String, first: String?
  ) {
    articles = counts.articles
    types = counts.types.map { TypeCount(type: $0.key, events: $0.value) }
      .sorted { ($1.events, $0.type.rawValue) < ($0.events, $1.type.rawValue) }
    contested = counts.contested
    undated = counts.undated
    claims = counts.claims
    self.rejected = rejected
    self.faults = faults
    self.files = files
    self.folder = folder
    self.first = first
  }

  /// The number of events.
  package var events: Int { types.reduce(0) { $0 + $1.events } }
}

extension ExportReport {
  /// A line of the summary: what was counted, how much of it, and what to know of it.
  package struct Row: Sendable, Hashable {
    /// What was counted; a part of the row before it is indented.
    package var label: String
    /// How much of it there is.
    package var count: Int
    /// What to know of it, or where to look; empty where there is nothing.
    package var remark = ""
  }

  /// So many types are named.
  private static let namedTypes = 4

  /// The summary for people.
  package var rows: [Row] {
    [
      Row(label: "articles", count: articles),
      Row(label: "events", count: events, remark: typesInWords),
      Row(label: "  contested", count: contested),
      Row(label: "  undated", count: undated),
      Row(label: "claims", count: claims),
      Row(
        label: "rejected triggers", count: rejected,
        remark: rejected == 0 ? "" : "`isnad explain --rejected` says why"),
      Row(label: "faults", count: faults, remark: faults == 0 ? "" : "named above; the rest is exported"),
      Row(
        label: "files", count: files,
        remark: "in \(folder)" + (first.map { "; \($0) is the one to open first" } ?? "")),
    ]
  }

  private var typesInWords: String {
    let others = types.dropFirst(Self.namedTypes)
    // A single one of the others takes no more room than its number.
    let named = others.count > 1 ? types.prefix(Self.namedTypes) : types[...]
    var words = named.map { "\($0.type.rawValue) \($0.events)" }
    if others.count > 1 { words.append("\(others.count) other types \(others.reduce(0) { $0 + $1.events })") }
    return words.joined(separator: ", ")
  }
}

/// A number and its noun, such as `1 file` or `2 files`.
package func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)" + (number == 1 ? "" : "s")
}
