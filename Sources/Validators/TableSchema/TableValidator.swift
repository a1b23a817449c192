internal import CSV
internal import EventModel
internal import JSON

/// A table of a set: a CSV file and its schema.
package struct Table: Sendable {
  /// The name by which other tables refer to it.
  package let name: String
  /// Where the file is.
  package let path: String
  /// The name that diagnostics give the file.
  package let file: String
  /// What the table must be like.
  package let schema: TableSchema
  /// The byte between fields.
  package let delimiter: UInt8

  /// Describes a table.
  package init(
    name: String, path: String, file: String? = nil, schema: TableSchema, delimiter: UInt8 = UInt8(ascii: ",")
  ) {
    self.name = name
    self.path = path
    self.file = file ?? path
    self.schema = schema
    self.delimiter = delimiter
  }
}

/// Judges a set of CSV files by their Table Schemas: the header, every cell, keys, and references between tables.
package struct TableValidator {
  private let tables: [Table]
  private let limit: Int
  private var report = ValidationReport()
  /// The values met in the keys of each table.
  private var keys: [[KeyValues]] = []
  private var open: [[OpenReference]] = []

  /// Judges tables.
  ///
  /// - Parameters:
  ///   - tables: The tables; references out of the set are faults.
  ///   - limit: How many diagnostics are kept; the others are counted.
  /// - Returns: The number of rows without headers, and the faults: lines from 1, columns in bytes from 1, records from
  ///   1 without the header. Faults of references to rows that come later stand at the end.
  package static func validate(_ tables: [Table], limit: Int = 100) -> ValidationReport {
    var validator = TableValidator(tables: tables, limit: limit)
    for index in validator.order() { validator.validate(index) }
    for index in tables.indices { validator.settle(index) }
    return validator.report
  }

  private init(tables: [Table], limit: Int) {
    self.tables = tables
    self.limit = limit
    open = Array(repeating: [], count: tables.count)
    keys = tables.map { Self.keys(of: $0, among: tables) }
  }

  /// The keys of a table whose values must be remembered: its own, and those that others refer to.
  private static func keys(of table: Table, among tables: [Table]) -> [KeyValues] {
    let schema = table.schema
    var keys: [KeyValues] = []
    if !schema.primaryKey.isEmpty {
      keys.append(KeyValues(columns: schema.primaryKey, isUnique: true, isPrimary: true))
    }
    for columns in schema.uniqueKeys where !keys.contains(where: { $0.columns == columns }) {
      keys.append(KeyValues(columns: columns, isUnique: true, isPrimary: false))
    }
    for other in tables {
      for key in other.schema.foreignKeys where (key.table ?? other.name) == table.name {
        let columns = key.columns.compactMap { schema.number(of: $0) }
        guard columns.count == key.columns.count, !keys.contains(where: { $0.columns == columns }) else { continue }
        keys.append(KeyValues(columns: columns, isUnique: false, isPrimary: false))
      }
    }
    return keys
  }

  /// The tables, those that others refer to first as far as that can be, so that few references stay open.
  private func order() -> [Int] {
    var order: [Int] = []
    var seen: Set<Int> = []
    func visit(_ index: Int) {
      guard seen.insert(index).inserted else { return }
      for key in tables[index].schema.foreignKeys {
        if let other = tables.firstIndex(where: { $0.name == key.table }) { visit(other) }
      }
      order.append(index)
    }
    tables.indices.forEach(visit)
    return order
  }

  // MARK: - One table

  private mutating func validate(_ index: Int) {
    let table = tables[index]
    checkReferences(of: table)
    do throws(Diagnostic) {
      var reader = try CSVReader(path: table.path, name: table.file, delimiter: table.delimiter)
      var record = CSVRecord()
      guard try reader.next(&record) else {
        throw Diagnostic("table-header", "the file has no header", file: table.file, line: 1)
      }
      try checkHeader(record, table)
      var number = 0
      while try reader.next(&record) {
        number += 1
        report.records += 1
        check(record, number, index)
      }
    } catch {
      add(error)
    }
  }

  private mutating func add(_ diagnostic: @autoclosure () -> Diagnostic) {
    report.append(diagnostic(), limit: limit)
  }

  /// Whether the keys that a table refers to exist.
  private mutating func checkReferences(of table: Table) {
    for key in table.schema.foreignKeys {
      let target = tables.first { $0.name == key.table ?? table.name }
      let isThere = target.map { target in key.columns.allSatisfy { target.schema.number(of: $0) != nil } } ?? false
      guard !isThere else { continue }
      add(
        Diagnostic(
          "table-reference",
          "the schema refers to \(key.columns.joined(separator: ", ")) of the table \(key.table ?? table.name), "
            + "which is not there", file: table.file))
    }
  }

  private func checkHeader(_ record: CSVRecord, _ table: Table) throws(Diagnostic) {
    let names = table.schema.fields.map(\.name)
    for (index, name) in names.enumerated() {
      guard index < record.fields.count else {
        throw Diagnostic("table-header", "the column \(name) is missing", file: table.file, line: 1)
      }
      guard record.text(index).hasSameBytes(as: name) else {
        throw Diagnostic(
          "table-header", "the column must be \(name), not \(record.text(index))", file: table.file,
          line: record.fields[index].line, column: record.fields[index].column)
      }
    }
    guard record.fields.count == names.count else {
      throw Diagnostic(
        "table-header", "the column \(record.text(names.count)) is not in the schema", file: table.file,
        line: record.fields[names.count].line, column: record.fields[names.count].column)
    }
  }

  // MARK: - One row

  private mutating func check(_ record: CSVRecord, _ number: Int, _ index: Int) {
    let table = tables[index]
    let fields = table.schema.fields
    guard record.fields.count == fields.count else {
      add(
        Diagnostic(
          "table-row", "the row has \(record.fields.count) cells where \(fields.count) are due", file: table.file,
          line: record.fields.first?.line, record: number))
      return
    }
    guard Self.isUTF8(record.bytes) else {
      let bad = record.fields.indices.first { String(validating: record.bytes($0), as: UTF8.self) == nil } ?? 0
      refuse(record, bad, number, table, TableField.Refusal("utf8", "is not UTF-8"))
      return
    }
    let missing = table.schema.missingValues
    record.bytes.withUnsafeBufferPointer { bytes in
      for column in fields.indices {
        let cell = UnsafeBufferPointer(rebasing: bytes[record.fields[column].range])
        if TableField.contains(missing, cell) {
          if fields[column].isRequired {
            refuse(record, column, number, table, TableField.Refusal("required", "must not be empty"))
          }
        } else if let refusal = fields[column].refusal(cell) {
          refuse(record, column, number, table, refusal)
        }
      }
    }
    checkKeys(record, number, index)
    checkForeignKeys(record, number, index)
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  private mutating func refuse(
    _ record: CSVRecord, _ column: Int, _ number: Int, _ table: Table, _ refusal: TableField.Refusal
  ) {
    let field = record.fields[column]
    add(
      Diagnostic(
        refusal.id, "\(table.schema.fields[column].name) \(refusal.reason)", file: table.file, line: field.line,
        column: field.column, record: number, key: Self.key(of: record, table.schema)))
  }

  /// The primary key of a row, for people.
  private static func key(of record: CSVRecord, _ schema: TableSchema) -> String? {
    guard !schema.primaryKey.isEmpty else { return nil }
    return schema.primaryKey.map { record.text($0) }.joined(separator: " ")
  }

  private mutating func checkKeys(_ record: CSVRecord, _ number: Int, _ index: Int) {
    let table = tables[index]
    for key in keys[index].indices {
      let columns = keys[index][key].columns
      let value = KeyValues.value(columns, of: record, missing: table.schema.missingValues)
      guard let value else {
        if keys[index][key].isPrimary {
          let refusal = TableField.Refusal("primary-key", "is part of the primary key and must not be empty")
          refuse(record, columns[0], number, table, refusal)
        }
        continue
      }
      if !keys[index][key].insert(value), keys[index][key].isUnique {
        let id = keys[index][key].isPrimary ? "primary-key" : "unique"
        refuse(record, columns[0], number, table, TableField.Refusal(id, "has a value that came before"))
      }
    }
  }

  // MARK: - References

  private mutating func checkForeignKeys(_ record: CSVRecord, _ number: Int, _ index: Int) {
    let table = tables[index]
    for key in table.schema.foreignKeys {
      guard let value = KeyValues.value(key.fields, of: record, missing: table.schema.missingValues) else { continue }
      guard !isKnown(value, key, index), let first = key.fields.first else { continue }
      let field = record.fields[first]
      open[index].append(
        OpenReference(key: key, value: value, line: field.line, column: field.column, record: number))
    }
  }

  private func isKnown(_ value: [UInt8], _ key: TableSchema.ForeignKey, _ index: Int) -> Bool {
    guard let target = tables.firstIndex(where: { $0.name == key.table ?? tables[index].name }) else { return true }
    let columns = key.columns.compactMap { tables[target].schema.number(of: $0) }
    guard let values = keys[target].first(where: { $0.columns == columns }) else { return true }
    return values.contains(value)
  }

  /// Reports the references of a table that led nowhere, now that every row of every table is known.
  private mutating func settle(_ index: Int) {
    let table = tables[index]
    for reference in open[index] where !isKnown(reference.value, reference.key, index) {
      let value = reference.value.split(separator: 0xFF).map { String(decoding: $0, as: UTF8.self) }
      add(
        Diagnostic(
          "table-foreign-key",
          "\(table.schema.fields[reference.key.fields[0]].name) refers to \(value.joined(separator: ", ")), which is "
            + "not among \(reference.key.columns.joined(separator: ", ")) of \(reference.key.table ?? table.name)",
          file: table.file, line: reference.line, column: reference.column, record: reference.record))
    }
  }
}
