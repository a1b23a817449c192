package import EventModel

/// Something that shows what is different between two exports, piece by piece.
package protocol ComparisonReport {
  /// What is printed before everything else.
  mutating func begin() -> [UInt8]
  /// A record that is not alike.
  mutating func show(_ record: ChangedRecord) -> [UInt8]
  /// The figures, after all records.
  mutating func end(_ summary: ComparisonSummary) -> [UInt8]
}

/// The forms in which a comparison is shown.
package enum ComparisonFormat: String, CaseIterable, Sendable {
  /// For people: a line a record and a line a field.
  case text
  /// One JSON document, with a line a record.
  case json
  /// A row a field.
  case csv

  /// Makes the report.
  package func report() -> any ComparisonReport {
    switch self {
    case .text: TextComparisonReport()
    case .json: JSONComparisonReport()
    case .csv: CSVComparisonReport()
    }
  }

  /// Compares two exports and prints what is different.
  ///
  /// - Parameters:
  ///   - isBrief: Whether only the figures are printed.
  ///   - print: Is handed the output, piece by piece.
  /// - Returns: Whether both exports hold the same records.
  /// - Throws: Why an export cannot be read.
  package func compare(
    _ old: String, _ new: String, isBrief: Bool = false, print: ([UInt8]) -> Void
  ) throws(Diagnostic) -> Bool {
    let comparison = try Comparison(old: old, new: new)
    var report = report()
    print(report.begin())
    let summary = try comparison.run { record in
      if !isBrief { print(report.show(record)) }
    }
    print(report.end(summary))
    return summary.isSame
  }
}
