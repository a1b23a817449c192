package import EventModel
internal import JSON
internal import Schemas
internal import Validators
internal import XML

/// Judges data files by schemas, of whatever format.
package struct Judge: Sendable {
  /// How many files are judged at the same time; the result is the same for any number.
  private var jobs: Int
  /// How many faults of a file, or of tables that belong together, are kept; the others are counted.
  private var limit: Int
  /// Whether `format` in anybody's JSON Schema is a demand, as it is in the bundled ones.
  private var assertsFormats: Bool

  /// Makes a judge.
  package init(jobs: Int, limit: Int = 100, assertsFormats: Bool = false) {
    self.jobs = jobs
    self.limit = limit
    self.assertsFormats = assertsFormats
  }

  /// What was found.
  package struct Findings: Sendable {
    /// The faults; after those of a file that has more than the limit, a note that says how many.
    package var diagnostics: [Diagnostic] = []
    /// How many faults there are, shown or not.
    package var faults = 0
    /// The ids and references of JSON Lines, by folder.
    fileprivate var ledgers: [String: RecordLedger] = [:]

    /// Takes a report in.
    fileprivate mutating func append(_ report: ValidationReport, file: String?) {
      diagnostics += report.diagnostics
      faults += report.diagnostics.count + report.omitted
      guard report.omitted > 0 else { return }
      diagnostics.append(
        Diagnostic(
          "more-faults", "\(report.omitted) more \(report.omitted == 1 ? "fault is" : "faults are") not shown",
          severity: .note, file: file))
    }

    fileprivate mutating func append(_ other: Findings) {
      diagnostics += other.diagnostics
      faults += other.faults
      for (folder, ledger) in other.ledgers {
        if ledgers[folder] == nil { ledgers[folder] = ledger } else { ledgers[folder]?.append(ledger) }
      }
    }

    /// Judges ids and references, now that every file has been seen.
    fileprivate mutating func settle(limit: Int) {
      for (_, ledger) in ledgers.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        let faults = ledger.faults()
        append(
          ValidationReport(
            diagnostics: Array(faults.prefix(limit)), omitted: max(0, faults.count - limit)), file: nil)
      }
      ledgers = [:]
    }
  }

  /// What can be judged alone: the tables of a folder together, as they refer to each other, and any other file.
  private enum Unit: Sendable {
    case tables([JudgedFile])
    case json(JudgedFile)
    case xml(JudgedFile)
  }

  /// Judges files, in their order; ids and references of JSON Lines files in one folder last.
  ///
  /// - Throws: ``UnusableSchema``.
  package func findings(in files: [JudgedFile]) async throws -> Findings {
    var findings = Findings()
    try await forEachInOrder(try Self.units(files), jobs: jobs, work: judge) { findings.append(try $0.get()) }
    findings.settle(limit: limit)
    return findings
  }

  /// The faults of some files; none where all satisfy their schemas.
  ///
  /// - Throws: ``UnusableSchema``.
  package func faults(of files: [JudgedFile]) async throws -> [Diagnostic] {
    try await findings(in: files).diagnostics
  }

  /// The same on one core and at once, for whoever measures.
  ///
  /// - Throws: ``UnusableSchema``.
  package static func faults(of files: [JudgedFile]) throws(UnusableSchema) -> [Diagnostic] {
    let judge = Judge(jobs: 1)
    var findings = Findings()
    for unit in try units(files) { findings.append(try judge.judge(unit).get()) }
    findings.settle(limit: judge.limit)
    return findings.diagnostics
  }

  private static func units(_ files: [JudgedFile]) throws(UnusableSchema) -> [Unit] {
    var units: [Unit] = []
    var places: [String: Int] = [:]
    for file in files {
      switch try file.schema.language() {
      case .json: units.append(.json(file))
      case .xml: units.append(.xml(file))
      case .table:
        let folder = FileTree.parent(of: file.path) ?? ""
        if let place = places[folder], case .tables(let others) = units[place] {
          units[place] = .tables(others + [file])
        } else {
          places[folder] = units.count
          units.append(.tables([file]))
        }
      }
    }
    return units
  }

  private func judge(_ unit: Unit) -> Result<Findings, UnusableSchema> {
    do throws(UnusableSchema) {
      switch unit {
      case .tables(let files): return .success(try judge(tables: files))
      case .json(let file): return .success(try judge(json: file))
      case .xml(let file): return .success(try judge(xml: file))
      }
    } catch {
      return .failure(error)
    }
  }

  // MARK: - Formats

  private func judge(tables files: [JudgedFile]) throws(UnusableSchema) -> Findings {
    let names = Set(files.map(\.schema.tableName))
    var tables: [Table] = []
    for file in files {
      let document = try file.schema.json().keepingReferences(to: names)
      do throws(SchemaError) {
        tables.append(
          Table(
            name: file.schema.tableName, path: file.path, file: file.name, schema: try TableSchema(document),
            delimiter: file.path.hasSuffix(".tsv") ? 0x09 : UInt8(ascii: ",")))
      } catch {
        throw UnusableSchema(diagnostics: [error.diagnostic(file: file.schema.name)])
      }
    }
    var findings = Findings()
    findings.append(TableValidator.validate(tables, limit: limit), file: files.count == 1 ? files[0].name : nil)
    return findings
  }

  private func judge(json file: JudgedFile) throws(UnusableSchema) -> Findings {
    let document = try file.schema.json()
    let schema: JSONSchema
    do throws(SchemaError) {
      schema = try JSONSchema(document, assertsFormats: assertsFormats || file.schema.isBundled)
    } catch {
      throw UnusableSchema(diagnostics: [error.diagnostic(file: file.schema.name)])
    }
    var findings = Findings()
    guard file.holdsLines else {
      findings.append(document: file, schema: schema, limit: limit)
      return findings
    }
    let keys = file.schema.isBundled ? RecordKeys.bundled(schema: file.schema.name) : nil
    var ledger = RecordLedger(file: file.name)
    let validator = JSONLinesValidator(schema: schema, keys: keys, limit: limit)
    findings.append(validator.validate(path: file.path, name: file.name, ledger: &ledger), file: file.name)
    if keys != nil { findings.ledgers[FileTree.parent(of: file.path) ?? ""] = ledger }
    return findings
  }

  private func judge(xml file: JudgedFile) throws(UnusableSchema) -> Findings {
    do throws(XMLSchema.Failure) {
      let schema =
        file.schema.isBundled
        ? try XMLSchema(named: file.schema.name, among: EmbeddedSchemas.files)
        : try XMLSchema(path: file.schema.name)
      var findings = Findings()
      findings.append(
        XMLValidator.validate(path: file.path, name: file.name, schema: schema, limit: limit), file: file.name)
      return findings
    } catch {
      throw UnusableSchema(diagnostics: error.diagnostics)
    }
  }
}

extension Judge.Findings {
  /// Judges a JSON document.
  fileprivate mutating func append(document file: JudgedFile, schema: JSONSchema, limit: Int) {
    guard let bytes = FileTree.bytes(of: file.path) else {
      append(ValidationReport(diagnostics: [.system("cannot read", file: file.name)]), file: nil)
      return
    }
    do throws(JSONError) {
      let value = try JSONParser.parse(bytes)
      let faults = schema.faults(in: value)
      let shown = faults.prefix(limit).map { $0.diagnostic(file: file.name, of: value, in: bytes) }
      append(ValidationReport(diagnostics: shown, omitted: faults.count - shown.count), file: file.name)
    } catch {
      append(ValidationReport(diagnostics: [error.diagnostic(file: file.name)]), file: nil)
    }
  }
}

extension JudgedFile {
  /// Whether each line is a JSON text: by the file's name, or, where that says nothing, because its first line is one and
  /// more follows.
  fileprivate var holdsLines: Bool {
    for ending in [".jsonl", ".ndjson", ".jsonlines"] where path.hasSuffix(ending) { return true }
    if path.hasSuffix(".json") { return false }
    guard let bytes = FileTree.bytes(of: path), let end = bytes.firstIndex(of: 0x0A) else { return false }
    return bytes[end...].contains { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
      && (try? JSONParser.parse(bytes[..<end])) != nil
  }
}

extension SchemaSource {
  /// The name by which other tables refer to the one that this schema describes.
  fileprivate var tableName: String {
    let file = name.split(separator: "/").last ?? ""
    return file.split(separator: ".").first.map(String.init) ?? name
  }
}

extension JSONValue {
  /// A table schema without the references to tables that are not at hand.
  fileprivate func keepingReferences(to names: Set<String>) -> JSONValue {
    guard case .object(var members) = self, let place = members.firstIndex(where: { $0.key == "foreignKeys" }) else {
      return self
    }
    let keys = members[place].value.array ?? []
    members[place].value = .array(
      keys.filter { key in
        let name = key["reference"]?["resource"]?.string ?? ""
        return name.isEmpty || names.contains(name)
      })
    return .object(members)
  }
}
