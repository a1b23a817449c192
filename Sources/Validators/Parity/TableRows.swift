internal import CSV
internal import EventModel
internal import JSON

/// The rows of one table, compared one by one with what they should be.
struct TableRows: ~Copyable {
  /// The path below the export's folder.
  let file: String
  private var reader: CSVReader
  private let columns: [JSONKey: Int]
  private var record = CSVRecord()
  /// Whether rows no longer stand where they should, so that comparing them would tell nothing.
  private var isOutOfStep = false

  /// Opens a table of an export's folder and reads its header.
  init(folder: String, table: String) throws(Diagnostic) {
    let file = Self.path(table)
    var reader = try CSVReader(path: folder + "/" + file, name: file)
    var header = CSVRecord()
    guard try reader.next(&header) else {
      throw Diagnostic("parity-header", "the file has no header", file: file, line: 1)
    }
    self.file = file
    self.reader = reader
    columns = Dictionary(
      header.fields.indices.map { (JSONKey(header.text($0)), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The path of a table's file below an export's folder.
  static func path(_ table: String) -> String {
    "data/csv/\(table).csv"
  }

  /// Compares the next row; returns the first difference.
  mutating func compare(_ row: TableProjection.Row, of title: String) throws(Diagnostic) -> Diagnostic? {
    guard !isOutOfStep else { return nil }
    guard try reader.next(&record) else {
      isOutOfStep = true
      return Diagnostic(
        "parity-missing", "a row of the \(title) is missing: the file ends before it", file: file, line: reader.line)
    }
    for (index, cell) in row.cells.enumerated() {
      guard let column = columns[JSONKey(cell.column)] else {
        isOutOfStep = true
        return Diagnostic("parity-column", "the column \(cell.column) is missing", file: file, line: 1)
      }
      guard column < record.fields.count else {
        isOutOfStep = true
        return Diagnostic(
          "parity-missing", "\(title): the row ends before \(cell.column)", file: file, line: record.fields.first?.line)
      }
      let found = record.text(column)
      guard !found.hasSameBytes(as: CellRules.guarded(cell.text)) else { continue }
      if index == 0 { isOutOfStep = true }
      let field = record.fields[column]
      return Diagnostic(
        "parity-value", "\(title): \(cell.column) is \(found.shortened) where it should be \(cell.text.shortened)",
        file: file, line: field.line, column: field.column)
    }
    return nil
  }

  /// Whether a row is left over; returns the fault.
  mutating func end() throws(Diagnostic) -> Diagnostic? {
    guard !isOutOfStep, try reader.next(&record) else { return nil }
    return Diagnostic(
      "parity-extra", "a row belongs to no record: \(record.text(0).shortened)", file: file,
      line: record.fields.first?.line)
  }
}
