internal import EventModel
internal import Exporters
internal import JSON
internal import Normalizer
internal import Readers

/// Reads what ``PartialWriter`` wrote, in any number of files, which may also stand one behind another in a file.
struct PartialReader {
  /// A line that was read.
  private enum Line: Sendable {
    case header(tool: String, tables: String, reading: ReadingSummary)
    case articles([ArticleRecords])
    case end(inputs: [FileDigest], faults: Int)
  }

  /// The digest of the tables that the records must have been made with.
  let tables: String
  private var met: Recurrences
  private var inputs: [FileDigest] = []
  private var faults = 0
  private var reading: ReadingSummary?
  /// The options that are not the same for all.
  private var differing: Set<String> = []
  /// The file and line of the header whose end has not come.
  private var open: (file: String, line: Int?)?

  /// - Parameter store: Where articles are kept until all are read.
  init(tables: String, store: any ArticleStore) {
    self.tables = tables
    met = Recurrences(in: store)
  }

  /// Reads files.
  ///
  /// - Throws: A diagnostic with file and line where a file cannot be read, a line is not what was written, or an end is
  ///   missing.
  mutating func read(paths: [String], jobs: Int) async throws {
    var reader = self
    let source = RecordSource(paths: paths, format: .jsonLines)
    try await forEachInOrder(source, jobs: jobs) { found -> Result<(FoundRecord, Line), Diagnostic> in
      found.flatMap { found in
        do throws(Diagnostic) {
          return .success((found, try Self.line(found.record)))
        } catch {
          return .failure(found.located(error))
        }
      }
    } consume: { result in
      let (found, line) = try result.get()
      try reader.take(line, of: found)
    }
    self = reader
  }

  /// What the provenance cannot tell, since it is not the same for all records.
  var notes: [Diagnostic] {
    differing.sorted().map { name in
      Diagnostic(
        "partial-options", "the records were made with different values of \(name): the provenance names none",
        severity: .note)
    }
  }

  /// All records joined.
  ///
  /// - Throws: `partial-truncated` where an end is missing.
  func finish(jobs: Int) async throws -> ExportMaterial {
    try requireEnd()
    guard let reading else { throw ExportMaterial.missing }
    return ExportMaterial(
      dataset: try await joined(met).records(jobs: jobs), rejected: met.rejected, faults: faults,
      reading: reading, inputs: inputs)
  }

  private mutating func take(_ line: Line, of found: FoundRecord) throws(Diagnostic) {
    switch line {
    case .header(let tool, let tables, let reading):
      try requireEnd()
      if let fault = fault(tool, tables, reading) { throw Self.located(fault, found) }
      if self.reading == nil { self.reading = reading }
      differing.formUnion(self.reading?.join(reading) ?? [])
      open = (found.location, found.record.line)
    case .articles(let articles):
      guard open != nil else { throw Self.located(Self.headless, found) }
      for article in articles { try met.add(article) }
    case .end(let inputs, let faults):
      guard open != nil else { throw Self.located(Self.headless, found) }
      self.inputs += inputs
      self.faults += faults
      open = nil
    }
  }

  private static let headless = Diagnostic(
    "partial-form", "the line stands behind no HEADER: the beginning of the file is missing")

  private func requireEnd() throws(Diagnostic) {
    guard let open else { return }
    throw Diagnostic(
      "partial-truncated", "the END of what begins here is missing: run `isnad stream` on its articles again",
      file: open.file, line: open.line)
  }

  /// What keeps the records behind a header from being joined with the others.
  private func fault(_ tool: String, _ tables: String, _ reading: ReadingSummary) -> Diagnostic? {
    if tool != Tool.version {
      return Diagnostic(
        "partial-version", "the records were made by Isnad \(tool), this is \(Tool.version): make them again")
    }
    if tables != self.tables {
      return Diagnostic(
        "partial-tables", "the records were made with other tables: name the same --tables, or make them again")
    }
    if let before = self.reading, before.keepsText != reading.keepsText {
      return Diagnostic(
        "partial-options", "some records carry texts (--with-text) and others do not: make all of them in one way")
    }
    return nil
  }

  private static func located(_ fault: Diagnostic, _ found: FoundRecord) -> Diagnostic {
    var fault = found.located(fault)
    fault.line = found.record.line
    return fault
  }

  // MARK: - Lines

  private static func line(_ record: RawRecord) throws(Diagnostic) -> Line {
    let value: JSONValue
    do {
      value = try JSONParser.parse(record.bytes)
    } catch {
      throw error.diagnostic(file: nil, record: record.record)
    }
    do throws(Diagnostic) {
      return try line(RecordFields(value, title: "the line"))
    } catch {
      var fault = error
      (fault.id, fault.line) = (fault.id == "record-form" ? "partial-form" : fault.id, record.line)
      throw fault
    }
  }

  private static func line(_ fields: RecordFields) throws(Diagnostic) -> Line {
    switch try fields.require("type", PartialForm.Line.init(rawValue:)) {
    case .header:
      guard fields.text("format") == PartialForm.name, fields.text("version") == String(PartialForm.version) else {
        throw Diagnostic("partial-version", "this is no \(PartialForm.name) of version \(PartialForm.version)")
      }
      return .header(
        tool: try fields.require("tool_version"), tables: try fields.require("tables"),
        reading: try ReadingSummary(try fields.require(object: "options")))
    case .articles:
      return .articles(
        try fields.list("articles") { fields throws(Diagnostic) in try ArticleRecords(fields) })
    case .end:
      return .end(inputs: try digests(fields, "inputs"), faults: try fields.require("faults") { Int($0) })
    }
  }

  fileprivate static func digests(_ fields: RecordFields, _ name: String) throws(Diagnostic) -> [FileDigest] {
    try fields.list(name) { file throws(Diagnostic) in
      FileDigest(
        path: try file.require("path"), bytes: try file.require("bytes") { Int($0) },
        sha256: try file.require("sha256"))
    }
  }
}

extension ReadingSummary {
  fileprivate init(_ fields: RecordFields) throws(Diagnostic) {
    self.init(
      published: fields.text("published"), encoding: fields.text("encoding"), format: fields.text("input_format"),
      keepsText: fields.isTrue("with_text"), metadata: try PartialReader.digests(fields, "metadata"))
  }
}
