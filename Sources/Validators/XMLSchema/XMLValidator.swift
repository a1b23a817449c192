internal import EventModel
package import XML

/// Judges XML documents by a W3C XML Schema 1.0 while they are read.
package enum XMLValidator {
  /// Judges a file of any size.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - name: The name that diagnostics give it; the path where there is none.
  ///   - schema: What it must be like.
  ///   - limit: How many diagnostics are kept; the others are counted.
  /// - Returns: One record, the document, and the faults: lines from 1, columns in characters from 1.
  package static func validate(
    path: String, name: String? = nil, schema: borrowing XMLSchema, limit: Int = 100
  ) -> ValidationReport {
    let findings = schema.findings(path: path, file: name, limit: limit)
    return ValidationReport(records: 1, diagnostics: findings.diagnostics, omitted: findings.omitted)
  }
}
