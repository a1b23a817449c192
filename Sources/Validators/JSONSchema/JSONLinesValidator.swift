package import EventModel
internal import JSON

/// Judges JSON Lines files: every line is a JSON text, and valid by a schema.
///
///     let report = JSONLinesValidator(schema: schema).validate(path: "events.jsonl")
///     // events.jsonl:3: error: at /mode: must be "phone", … (record 3) [schema-enum]
package struct JSONLinesValidator: Sendable {
  private let schema: JSONSchema
  private let limit: Int

  /// Makes a validator that keeps the first `limit` diagnostics of a file.
  package init(schema: JSONSchema, limit: Int = 100) {
    self.schema = schema
    self.limit = limit
  }

  /// Judges a file line by line; memory does not grow with it.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - name: The name that diagnostics give it; the path where there is none.
  /// - Returns: The number of lines and the faults; lines and records are from 1, columns in bytes from 1.
  package func validate(path: String, name: String? = nil) -> ValidationReport {
    let name = name ?? path
    var report = ValidationReport()
    do throws(Diagnostic) {
      var blocks = try LineBlockReader(path: path, name: name)
      while report.diagnostics.count < limit, let block = try blocks.next() {
        report.append(validate(block, name), limit: limit)
      }
    } catch {
      report.diagnostics.append(error)
    }
    return report
  }

  /// Judges a file on several cores; the report is the same as on one.
  package func validate(path: String, name: String? = nil, jobs: Int) async -> ValidationReport {
    let name = name ?? path
    guard jobs > 1 else { return validate(path: path, name: name) }
    var report = ValidationReport()
    do throws(Diagnostic) {
      var blocks = try LineBlockReader(path: path, name: name)
      var isAtEnd = false
      while !isAtEnd, report.diagnostics.count < limit {
        var batch: [LineBlock] = []
        var fault: Diagnostic?
        do throws(Diagnostic) {
          while batch.count < jobs * 4, let block = try blocks.next() { batch.append(block) }
        } catch {
          fault = error
        }
        isAtEnd = batch.count < jobs * 4
        for result in await validate(batch, name) { report.append(result, limit: limit) }
        if let fault { throw fault }
      }
    } catch {
      report.diagnostics.append(error)
    }
    return report
  }

  private func validate(_ batch: [LineBlock], _ name: String) async -> [ValidationReport] {
    await withTaskGroup(of: (Int, ValidationReport).self) { group in
      for (index, block) in batch.enumerated() { group.addTask { (index, validate(block, name)) } }
      var reports = Array(repeating: ValidationReport(), count: batch.count)
      for await (index, report) in group { reports[index] = report }
      return reports
    }
  }

  /// Judges lines in memory.
  package func validate(_ bytes: [UInt8], name: String) -> ValidationReport {
    validate(LineBlock(bytes: bytes, firstLine: 1), name)
  }

  private func validate(_ block: LineBlock, _ name: String) -> ValidationReport {
    var report = ValidationReport()
    block.forEachLine { line, number in
      report.records += 1
      guard report.diagnostics.count < limit else { return }
      do throws(JSONError) {
        let value = try JSONParser.parse(line)
        for fault in schema.faults(in: value) {
          report.diagnostics.append(fault.diagnostic(file: name, record: number))
        }
      } catch {
        report.diagnostics.append(error.diagnostic(file: name, record: number))
      }
    }
    report.diagnostics = Array(report.diagnostics.prefix(limit))
    return report
  }
}

extension SchemaFault {
  /// The fault as a diagnostic.
  ///
  /// - Parameters:
  ///   - file: The file, as the user named it.
  ///   - record: For a value that is one line of a file of lines, its number from 1: it becomes the line too.
  package func diagnostic(file: String, record: Int? = nil) -> Diagnostic {
    let place = pointer.isEmpty ? "" : "at \(pointer): "
    return Diagnostic(id, place + reason, file: file, line: record, record: record)
  }
}

extension SchemaError {
  /// The error as a diagnostic about the schema's file.
  package func diagnostic(file: String) -> Diagnostic {
    Diagnostic(kind.rawValue, "at \(place): \(reason)", file: file)
  }
}
