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
  /// The file's name without extension, such as `roles`.
  package let name: String
  /// The rows, in the file's order.
  package let rows: [Row]

  /// Reads a table.
  ///
  /// - Throws: A diagnostic with file and line where the text has no header, repeats a column or has a row with more
  ///   cells than columns.
  package init(name: String, file: String, contents: [UInt8]) throws(Diagnostic) {
    try self.init(name: name, file: file, text: TableText(contents))
  }

  /// Reads a table from text that lives as long as its rows.
  init(name: String, file: String, text: TableText) throws(Diagnostic) {
    let contents = text.bytes
    var lines = TableLines(contents)
    guard let header = lines.next() else {
      throw Diagnostic("table-header", "no line names the columns", file: file, line: max(lines.number, 1))
    }
    let columns = try Self.columns(contents, header, file: file)
    let source = File(name: file, text: text, columns: columns)
    var rows: [Row] = []
    rows.reserveCapacity(contents.count / 128)
    while let line = lines.next() {
      guard line.cells <= columns.count else {
        let surplus = TableText.cell(columns.count, of: line.bytes, in: contents).map(\.lowerBound) ?? 0
        throw Diagnostic(
          "table-row", "\(line.cells) cells in a table of \(columns.count) columns", file: file, line: line.number,
          column: surplus - line.bytes.lowerBound + 1)
      }
      rows.append(Row(source: source, bytes: line.bytes, line: line.number))
    }
    self.init(name: name, rows: rows)
  }

  /// Makes a table of rows of others.
  init(name: String, rows: [Row]) {
    self.name = name
    self.rows = rows
  }

  /// The names of the columns, which the first line gives.
  fileprivate static func columns(
    _ contents: UnsafeBufferPointer<UInt8>, _ header: TableLines.Line, file: String
  ) throws(Diagnostic) -> [[UInt8]] {
    var columns: [[UInt8]] = []
    for index in 0..<header.cells {
      guard let cell = TableText.cell(index, of: header.bytes, in: contents) else { break }
      let name = Array(TableText.trimmed(contents, cell))
      guard !columns.contains(name) else {
        throw Diagnostic(
          "table-header", "column “\(String(decoding: name, as: UTF8.self))” occurs twice", file: file,
          line: header.number, column: cell.lowerBound - header.bytes.lowerBound + 1)
      }
      columns.append(name)
    }
    return columns
  }
}

extension Table {
  /// What all rows of a file share. A class, because each row refers to it.
  final class File: Sendable {
    let name: String
    let text: TableText
    let columns: [[UInt8]]

    init(name: String, text: TableText, columns: [[UInt8]]) {
      self.name = name
      self.text = text
      self.columns = columns
    }

    /// Reads of a table the names of its columns alone.
    convenience init(name: String, header text: TableText) throws(Diagnostic) {
      var lines = TableLines(text.bytes)
      guard let header = lines.next() else { throw Diagnostic("table-header", "no line names the columns", file: name) }
      self.init(name: name, text: text, columns: try Table.columns(text.bytes, header, file: name))
    }

    /// The place of a column. There are few, and most names differ in length.
    func index(_ column: StaticString) -> Int? {
      column.withUTF8Buffer { name in
        for index in columns.indices where columns[index].count == name.count {
          var same = 0
          while same < name.count, columns[index][same] == name[same] { same += 1 }
          if same == name.count { return index }
        }
        return nil
      }
    }
  }

  /// One line of a table; its cells become strings when they are asked for.
  package struct Row: Sendable {
    private let source: File
    private let start, end, number: Int32

    init(source: File, bytes: Range<Int>, line: Int) {
      self.source = source
      (start, end) = (Int32(clamping: bytes.lowerBound), Int32(clamping: bytes.upperBound))
      number = Int32(clamping: line)
    }

    /// The 1-based line number in the file.
    package var line: Int { Int(number) }
    /// The bytes of the line in the file.
    package var bytes: Range<Int> { Int(start)..<Int(end) }

    /// The name of the table's file.
    package var file: String { source.name }

    /// The cell of a column, empty where the table lacks the column or the cell.
    package subscript(column: StaticString) -> String {
      String(decoding: utf8(column), as: UTF8.self)
    }

    /// The bytes of a cell, which live as long as the lexicon; empty where the table lacks the column or the cell.
    package func utf8(_ column: StaticString) -> UnsafeBufferPointer<UInt8> {
      range(column).map { TableText.slice(source.text.bytes, $0) } ?? UnsafeBufferPointer(start: nil, count: 0)
    }

    /// Whether a cell holds this and nothing else.
    package func has(_ value: StaticString, in column: StaticString) -> Bool {
      let cell = utf8(column)
      return value.withUTF8Buffer { value in
        guard value.count == cell.count else { return false }
        var same = 0
        while same < value.count, value[same] == cell[same] { same += 1 }
        return same == value.count
      }
    }

    /// The values of a cell that are separated by ` | `, in UTF-8; they live as long as the lexicon.
    package func values(_ column: StaticString) -> TableValues { TableValues(utf8(column)) }

    /// The values of a cell that are separated by ` | `.
    package func list(_ column: StaticString) -> [String] {
      values(column).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A fault of this row.
    ///
    /// - Parameters:
    ///   - column: The cell that is at fault; nil where it is the whole row.
    ///   - value: The part that is at fault, where it is not the whole.
    package func fault(
      _ id: String, _ reason: String, in column: StaticString? = nil, at value: String = ""
    ) -> Diagnostic {
      Diagnostic(id, reason, file: file, line: line, column: place(of: value, in: column))
    }

    /// The place of a value in its line, in bytes from 1.
    private func place(of value: String, in column: StaticString?) -> Int {
      let row = bytes
      let cell = column.map { range($0) ?? row.upperBound..<row.upperBound } ?? row
      let letters = Array(value.utf8)
      var start = cell.lowerBound
      while start + letters.count <= cell.upperBound, !source.text.bytes[start...].starts(with: letters) { start += 1 }
      if start + letters.count > cell.upperBound { start = cell.lowerBound }
      return start - row.lowerBound + 1
    }

    /// The trimmed bytes of a cell.
    private func range(_ column: StaticString) -> Range<Int>? {
      guard let index = source.index(column), let cell = TableText.cell(index, of: bytes, in: source.text.bytes) else {
        return nil
      }
      return TableText.trim(source.text.bytes, cell)
    }
  }
}
