internal import EventModel
internal import JSON
internal import CLibrary

/// Checks the records of an export: that they are in order, unique and whole, and that the formats carry equal content.
/// JSON Lines, CSV and XML are read back side by side, record by record, and every value is compared. Memory grows with
/// the number of ids, and of articles that have an outlet, by its name.
///
/// What a format cannot hold is not asked of it: in CSV an empty text and none are the same, in XML a character that XML
/// forbids is U+FFFD.
package struct ParityValidator {
  private let folder: String
  private let limit: Int
  private var report = ValidationReport()
  private var integrity = RecordIntegrity()
  private var projection = TableProjection()

  /// Checks the formats that a folder has; the first of them, in the order JSON Lines, XML, CSV, is what the others are
  /// held against.
  ///
  /// - Parameters:
  ///   - folder: The export's folder.
  ///   - limit: How many faults are kept.
  /// - Returns: The number of records and the faults.
  package static func validate(folder: String, limit: Int = 20) -> ValidationReport {
    judge(folder: folder, limit: limit).report
  }

  /// The same, with the number of records of each kind; nil where a fault kept them from being counted, or where there
  /// are no records.
  package static func judge(folder: String, limit: Int = 20) -> (report: ValidationReport, counts: RecordCounts?) {
    var validator = ParityValidator(folder: folder, limit: limit)
    do throws(Diagnostic) {
      let isWhole = try validator.run()
      return (validator.report, isWhole ? validator.integrity.counts : nil)
    } catch {
      validator.report.diagnostics.append(error)
      return (validator.report, nil)
    }
  }

  private init(folder: String, limit: Int) {
    self.folder = folder
    self.limit = limit
  }

  private func has(_ path: String) -> Bool {
    access(folder + "/" + path, R_OK) == 0
  }

  /// Reads everything; false where it stopped early or there was nothing to read.
  private mutating func run() throws(Diagnostic) -> Bool {
    let hasXML = has(XMLRecords.path)
    let hasTables = has(TableRows.path("events"))
    if has(JSONLinesRecords.path(.events)) {
      return try check(JSONLinesRecords(folder: folder, checksForm: true), xml: hasXML, tables: hasTables)
    } else if hasXML {
      return try check(XMLRecords(folder: folder), xml: false, tables: hasTables)
    } else if hasTables {
      return try check(TableRecords(folder: folder), xml: false, tables: false)
    }
    return false
  }

  private mutating func check(
    _ reference: consuming some DatasetRecordSource & ~Copyable, xml hasXML: Bool, tables hasTables: Bool
  ) throws(Diagnostic) -> Bool {
    var reference = reference
    var xml = hasXML ? try XMLRecords(folder: folder) : nil
    var tables = hasTables ? try Tables(folder: folder) : nil
    var isXMLInStep = true
    while report.diagnostics.count < limit {
      guard let record = try reference.next() else { break }
      report.records += 1
      checkAlone(record, deviation: reference.deviation, file: reference.file)
      if isXMLInStep, xml != nil {
        let other = try xml?.next()
        isXMLInStep = compare(record, other)
      }
      if tables != nil {
        for row in projection.rows(for: record) {
          if let difference = try tables?.compare(row, of: record.title) { add(difference) }
        }
      }
    }
    guard report.diagnostics.count < limit else { return false }
    integrity.end().forEach { add($0) }
    if isXMLInStep, let extra = try xml?.next() {
      add(Diagnostic("parity-extra", "\(extra.title) is in no other format", file: XMLRecords.path, line: extra.line))
    }
    for difference in try tables?.end() ?? [] { add(difference) }
    return true
  }

  private mutating func checkAlone(_ record: DatasetRecord, deviation: Int?, file: String) {
    if let deviation {
      add(
        Diagnostic(
          "form-json", "\(record.title) is not written as the format writes it", file: file, line: record.line,
          column: deviation + 1))
    }
    for fault in integrity.faults(of: record, file: file) { add(fault) }
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    if report.diagnostics.count < limit { report.diagnostics.append(diagnostic) }
  }

  /// Compares a record with that of the XML document; false where it is another record.
  private mutating func compare(_ record: DatasetRecord, _ other: DatasetRecord?) -> Bool {
    guard let other, other.kind == record.kind, other.title.hasSameBytes(as: record.title) else {
      let found = other.map { "\($0.title) stands in its place" } ?? "the document ends before it"
      add(
        Diagnostic(
          "parity-missing", "\(record.title) is missing: \(found)", file: XMLRecords.path, line: other?.line))
      return false
    }
    if let difference = RecordDifference.find(record.value, other.value, normalize: \.asXML) {
      add(
        Diagnostic(
          "parity-value",
          "\(record.title): \(difference.pointer) is \(difference.right) where it should be \(difference.left)",
          file: XMLRecords.path, line: other.line))
    }
    return true
  }
}

/// All tables of an export.
private struct Tables: ~Copyable {
  private var articles: TableRows
  private var entities: TableRows
  private var events: TableRows
  private var participants: TableRows
  private var claims: TableRows
  private var evidence: TableRows

  init(folder: String) throws(Diagnostic) {
    let articles = try TableRows(folder: folder, table: "articles")
    let entities = try TableRows(folder: folder, table: "entities")
    let events = try TableRows(folder: folder, table: "events")
    let participants = try TableRows(folder: folder, table: "participants")
    let claims = try TableRows(folder: folder, table: "claims")
    let evidence = try TableRows(folder: folder, table: "evidence")
    self.articles = articles
    self.entities = entities
    self.events = events
    self.participants = participants
    self.claims = claims
    self.evidence = evidence
  }

  mutating func compare(_ row: TableProjection.Row, of title: String) throws(Diagnostic) -> Diagnostic? {
    switch row.table {
    case "articles": try articles.compare(row, of: title)
    case "entities": try entities.compare(row, of: title)
    case "events": try events.compare(row, of: title)
    case "participants": try participants.compare(row, of: title)
    case "claims": try claims.compare(row, of: title)
    default: try evidence.compare(row, of: title)
    }
  }

  mutating func end() throws(Diagnostic) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for fault in [
      try articles.end(), try entities.end(), try events.end(), try participants.end(), try claims.end(),
      try evidence.end(),
    ] {
      if let fault { faults.append(fault) }
    }
    return faults
  }
}
