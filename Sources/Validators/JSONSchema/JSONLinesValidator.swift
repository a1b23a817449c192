package import EventModel
package import JSON

/// Judges JSON Lines files: every line is a JSON text, and valid by a schema.
///
///     let report = JSONLinesValidator(schema: schema).validate(path: "events.jsonl")
///     // events.jsonl:3:9: error: at /mode: must be "phone", … (record 3, evt-…, #/properties/mode/enum) [schema-enum]
package struct JSONLinesValidator: Sendable {
  private let schema: JSONSchema
  private let keys: RecordKeyNode?
  private let limit: Int

  /// What some lines gave.
  private struct Findings: Sendable {
    var report = ValidationReport()
    var ledger: RecordLedger

    mutating func append(_ other: Findings, limit: Int) {
      report.append(other.report, limit: limit)
      ledger.append(other.ledger)
    }
  }

  /// Makes a validator.
  ///
  /// - Parameters:
  ///   - schema: What each line must be like.
  ///   - keys: Where ids and references stand, to be entered in a ledger.
  ///   - limit: How many diagnostics of a file are kept; the others are counted.
  package init(schema: JSONSchema, keys: RecordKeys? = nil, limit: Int = 100) {
    self.schema = schema
    self.keys = keys.map { RecordKeyNode($0) }
    self.limit = limit
  }

  /// Judges a file line by line; memory does not grow with it, but for the ledger.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - name: The name that diagnostics give it; the path where there is none.
  /// - Returns: The number of lines and the faults; lines and records are from 1, columns in bytes from 1.
  package func validate(path: String, name: String? = nil) -> ValidationReport {
    let name = name ?? path
    var ledger = RecordLedger(file: name)
    return validate(path: path, name: name, ledger: &ledger)
  }

  /// Judges a file and enters its ids and references in a ledger.
  package func validate(path: String, name: String, ledger: inout RecordLedger) -> ValidationReport {
    var findings = Findings(ledger: ledger)
    do throws(Diagnostic) {
      var blocks = try LineBlockReader(path: path, name: name)
      while let block = try blocks.next() { judge(block, name, &findings) }
    } catch {
      findings.report.append(error, limit: .max)
    }
    ledger = findings.ledger
    return findings.report
  }

  /// Judges a file on several cores; report and ledger are the same as on one.
  package func validate(
    path: String, name: String, jobs: Int, ledger: inout RecordLedger
  ) async -> ValidationReport {
    guard jobs > 1 else { return validate(path: path, name: name, ledger: &ledger) }
    var findings = Findings(ledger: ledger)
    do throws(Diagnostic) {
      var blocks = try LineBlockReader(path: path, name: name)
      var isAtEnd = false
      while !isAtEnd {
        var batch: [LineBlock] = []
        var fault: Diagnostic?
        do throws(Diagnostic) {
          while batch.count < jobs * 4, let block = try blocks.next() { batch.append(block) }
        } catch {
          fault = error
        }
        isAtEnd = batch.count < jobs * 4
        for result in await judge(batch, name) { findings.append(result, limit: limit) }
        if let fault { throw fault }
      }
    } catch {
      findings.report.append(error, limit: .max)
    }
    ledger = findings.ledger
    return findings.report
  }

  /// Judges a file on several cores.
  package func validate(path: String, name: String? = nil, jobs: Int) async -> ValidationReport {
    let name = name ?? path
    var ledger = RecordLedger(file: name)
    return await validate(path: path, name: name, jobs: jobs, ledger: &ledger)
  }

  /// Judges lines in memory.
  package func validate(_ bytes: [UInt8], name: String) -> ValidationReport {
    var findings = Findings(ledger: RecordLedger(file: name))
    judge(LineBlock(bytes: bytes, firstLine: 1), name, &findings)
    return findings.report
  }

  // MARK: - Lines

  private func judge(_ batch: [LineBlock], _ name: String) async -> [Findings] {
    await withTaskGroup(of: (Int, Findings).self) { group in
      for (index, block) in batch.enumerated() {
        group.addTask {
          var findings = Findings(ledger: RecordLedger(file: name))
          judge(block, name, &findings)
          return (index, findings)
        }
      }
      var all = Array(repeating: Findings(ledger: RecordLedger(file: name)), count: batch.count)
      for await (index, findings) in group { all[index] = findings }
      return all
    }
  }

  private func judge(_ block: LineBlock, _ name: String, _ findings: inout Findings) {
    block.forEachLine { line, number in
      findings.report.records += 1
      do throws(JSONError) {
        let value = try JSONParser.parse(line)
        keys?.note(value, line: number, in: &findings.ledger)
        for fault in schema.faults(in: value) {
          findings.report.append(fault.diagnostic(file: name, record: number, of: value, in: line), limit: limit)
        }
      } catch {
        findings.report.append(error.diagnostic(file: name, record: number), limit: limit)
      }
    }
  }
}

extension SchemaFault {
  /// The fault as a diagnostic.
  ///
  /// - Parameters:
  ///   - file: The file, as the user named it.
  ///   - record: For a value that is one line of a file of lines, its number from 1.
  ///   - value: The value at fault.
  ///   - bytes: Its JSON text, in which line and column are looked up.
  package func diagnostic(
    file: String, record: Int? = nil, of value: JSONValue, in bytes: some Collection<UInt8>
  ) -> Diagnostic {
    let at = pointer.isEmpty ? "" : "at \(pointer): "
    var diagnostic = Diagnostic(id, at + reason, file: file, line: record, record: record)
    if let offset = JSONParser.offset(of: JSONPointer.keys(pointer) ?? [], in: bytes) {
      let found = JSONParser.place(of: offset, in: bytes)
      diagnostic.line = record ?? found.line
      diagnostic.column = found.column
    }
    diagnostic.key = value["id"]?.string
    diagnostic.rule = place
    return diagnostic
  }
}

extension SchemaError {
  /// The error as a diagnostic about the schema's file.
  package func diagnostic(file: String) -> Diagnostic {
    Diagnostic(kind.rawValue, "at \(place): \(reason)", file: file)
  }
}
