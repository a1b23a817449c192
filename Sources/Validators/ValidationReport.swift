package import EventModel

/// What a validator found.
package struct ValidationReport: Sendable, Hashable {
  /// The number of records that were looked at: lines, rows or files, as the validator says.
  package var records: Int
  /// The faults, in the order of the file, up to a limit; none for what is valid.
  package var diagnostics: [Diagnostic]
  /// How many faults there are beyond these.
  package var omitted: Int

  /// Makes a report.
  package init(records: Int = 0, diagnostics: [Diagnostic] = [], omitted: Int = 0) {
    self.records = records
    self.diagnostics = diagnostics
    self.omitted = omitted
  }

  /// Whether there is no error.
  package var isValid: Bool {
    omitted == 0 && !diagnostics.contains { $0.severity == .error }
  }

  /// Takes a fault in, or counts it where there are as many as the limit allows.
  mutating func append(_ diagnostic: @autoclosure () -> Diagnostic, limit: Int) {
    if diagnostics.count < limit { diagnostics.append(diagnostic()) } else { omitted += 1 }
  }

  /// Takes another report's findings in, as far as the limit allows, and counts the others.
  mutating func append(_ other: ValidationReport, limit: Int) {
    records += other.records
    let kept = other.diagnostics.prefix(max(0, limit - diagnostics.count))
    diagnostics += kept
    omitted += other.omitted + other.diagnostics.count - kept.count
  }
}
