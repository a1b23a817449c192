package import EventModel

/// What a validator found.
package struct ValidationReport: Sendable, Hashable {
  /// The number of records that were looked at: lines, rows or files, as the validator says.
  package var records: Int
  /// The faults, in the order of the file, up to a limit; none for what is valid.
  package var diagnostics: [Diagnostic]

  /// Makes a report.
  package init(records: Int = 0, diagnostics: [Diagnostic] = []) {
    self.records = records
    self.diagnostics = diagnostics
  }

  /// Whether there is no error.
  package var isValid: Bool {
    !diagnostics.contains { $0.severity == .error }
  }

  /// Takes another report's findings in, as far as the limit allows.
  mutating func append(_ other: ValidationReport, limit: Int) {
    records += other.records
    diagnostics += other.diagnostics.prefix(max(0, limit - diagnostics.count))
  }
}
