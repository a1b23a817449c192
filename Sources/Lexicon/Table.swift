package import EventModel

/// A table of linguistic knowledge: tab-separated UTF-8 text that a linguist can edit.
///
/// Lines that begin with `#` are comments; the first other line names the columns; a cell may hold several values
/// separated by ` | `. Cells are trimmed of spaces. Missing cells at the end of a line are empty.
///
/// ```
/// # Role nouns.
/// id        forms              sector
/// minister  وزير | وزيرة       GOV
/// ```
package struct Table: Sendable {
  /// One line of a table.
  package struct Row: Sendable {
    private let cells: [String]
    private let columns: [String: Int]
    /// The name of the table's file.
    package let file: String
    /// The 1-based line number in the file.
    package let line: Int

    init(cells: [String], columns: [String: Int], file: String, line: Int) {
      self.cells = cells
      self.columns = columns
      self.file = file
      self.line = line
    }

    /// The cell of a column, empty where the table lacks the column or the cell.
    package subscript(column: String) -> String {
      guard let index = columns[column], index < cells.count else { return "" }
      return cells[index]
    }

    /// The values of a cell that are separated by ` | `.
    package func list(_ column: String) -> [String] {
      let cell = self[column]
      return cell.isEmpty ? [] : Table.values(cell)
    }

    /// A fault of this row.
    package func fault(_ id: String, _ reason: String) -> Diagnostic {
      Diagnostic(id, reason, file: file, line: line)
    }
  }

  /// The file's name without extension, such as `roles`.
  package let name: String
  /// The rows, in the file's order.
  package internal(set) var rows: [Row]

  /// Reads a table.
  ///
  /// - Throws: A diagnostic with file and line where the text has no header, repeats a column or has a row with more
  ///   cells than columns.
  package init(name: String, file: String, contents: some Sequence<UInt8>) throws(Diagnostic) {
    self.name = name
    rows = []
    var columns: [String: Int] = [:]
    var number = 0
    for bytes in Array(contents).split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      var bytes = bytes
      if bytes.last == 0x0D { bytes = bytes.dropLast() }
      if bytes.first == 0x23 || bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      let cells = bytes.split(separator: 0x09, omittingEmptySubsequences: false).map { cell in
        String(decoding: Table.trimmed(cell), as: UTF8.self)
      }
      if columns.isEmpty {
        for (index, cell) in cells.enumerated() {
          guard columns.updateValue(index, forKey: cell) == nil else {
            throw Diagnostic("table-header", "column “\(cell)” occurs twice", file: file, line: number)
          }
        }
        continue
      }
      guard cells.count <= columns.count else {
        throw Diagnostic(
          "table-row", "\(cells.count) cells in a table of \(columns.count) columns", file: file, line: number)
      }
      rows.append(Row(cells: cells, columns: columns, file: file, line: number))
    }
    guard !columns.isEmpty else {
      throw Diagnostic("table-header", "no line names the columns", file: file, line: max(number, 1))
    }
  }

  private static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var cell = cell
    while cell.first == 0x20 { cell = cell.dropFirst() }
    while cell.last == 0x20 { cell = cell.dropLast() }
    return cell
  }

  private static func values(_ cell: String) -> [String] {
    cell.utf8.split(separator: 0x7C)
      .map { String(decoding: trimmed(ArraySlice(Array($0))), as: UTF8.self) }
      .filter { !$0.isEmpty }
  }
}
