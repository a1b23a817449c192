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
  /// What all rows of a file share. A class, because each row refers to it.
  fileprivate final class File: Sendable {
    let name: String
    let contents: [UInt8]
    let columns: [String]
    /// Where each row's cells begin, and one byte after its end.
    let bounds: [Int32]

    init(name: String, contents: [UInt8], columns: [String], bounds: [Int32]) {
      self.name = name
      self.contents = contents
      self.columns = columns
      self.bounds = bounds
    }

    /// The place of a column. There are few, and most names differ in length.
    func index(_ column: String) -> Int? {
      let count = column.utf8.count
      for (index, name) in columns.enumerated() where name.utf8.count == count && name == column { return index }
      return nil
    }
  }

  /// One line of a table; its cells become strings when they are asked for.
  package struct Row: Sendable {
    private let source: File
    /// The places of its cells in the file's bounds.
    private let cells: Range<Int>
    /// The 1-based line number in the file.
    package let line: Int

    fileprivate init(source: File, cells: Range<Int>, line: Int) {
      self.source = source
      self.cells = cells
      self.line = line
    }

    /// The name of the table's file.
    package var file: String { source.name }

    /// The cell of a column, empty where the table lacks the column or the cell.
    package subscript(column: String) -> String {
      guard let range = range(column), !range.isEmpty else { return "" }
      return String(decoding: source.contents[range], as: UTF8.self)
    }

    /// The values of a cell that are separated by ` | `.
    package func list(_ column: String) -> [String] {
      guard let range = range(column) else { return [] }
      var values: [String] = []
      Table.forEachValue(source.contents, range) { value in
        values.append(String(decoding: source.contents[value], as: UTF8.self))
      }
      return values
    }

    /// Hands over the values of a cell that are separated by ` | `, in UTF-8.
    package func forEachValue(_ column: String, _ body: (Span<UInt8>) -> Void) {
      guard let range = range(column) else { return }
      let contents = source.contents
      Table.forEachValue(contents, range) { value in body(contents.span.extracting(value)) }
    }

    /// A fault of this row.
    ///
    /// - Parameters:
    ///   - column: The cell that is at fault; nil where it is the whole row.
    ///   - value: The part that is at fault, where it is not the whole.
    package func fault(_ id: String, _ reason: String, in column: String? = nil, at value: String = "") -> Diagnostic {
      Diagnostic(id, reason, file: file, line: line, column: place(of: value, in: column))
    }

    /// The place of a value in its line, in bytes from 1.
    private func place(of value: String, in column: String?) -> Int {
      let row = Int(source.bounds[cells.lowerBound])..<Int(source.bounds[cells.upperBound]) - 1
      let cell = column.map { range($0) ?? row.upperBound..<row.upperBound } ?? row
      let letters = Array(value.utf8)
      var start = cell.lowerBound
      while start + letters.count <= cell.upperBound, !source.contents[start...].starts(with: letters) { start += 1 }
      if start + letters.count > cell.upperBound { start = cell.lowerBound }
      return start - row.lowerBound + 1
    }

    /// The trimmed bytes of a cell.
    private func range(_ column: String) -> Range<Int>? {
      guard let index = source.index(column) else { return nil }
      guard index < cells.count else { return nil }
      let place = cells.lowerBound + index
      return Table.trimmed(source.contents, Int(source.bounds[place])..<Int(source.bounds[place + 1]) - 1)
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
    let contents = Array(contents)
    var columns: [String] = []
    var bounds: [Int32] = []
    var places: [(cells: Range<Int>, line: Int)] = []
    var number = 0
    var start = 0
    while start <= contents.count {
      number += 1
      var end = contents[start...].firstIndex(of: 0x0A) ?? contents.count
      let next = end + 1
      defer { start = next }
      if end > start, contents[end - 1] == 0x0D { end -= 1 }
      let line = start..<end
      if line.isEmpty || contents[start] == 0x23 || contents[line].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      if columns.isEmpty {
        columns = try Self.columns(contents, line, file: file, number)
        continue
      }
      let first = bounds.count
      bounds.append(Int32(start))
      for index in line where contents[index] == 0x09 { bounds.append(Int32(index + 1)) }
      let cells = first..<bounds.count
      bounds.append(Int32(end + 1))
      guard cells.count <= columns.count else {
        throw Diagnostic(
          "table-row", "\(cells.count) cells in a table of \(columns.count) columns", file: file, line: number,
          column: Int(bounds[first + columns.count]) - start + 1)
      }
      places.append((cells, number))
    }
    guard !columns.isEmpty else {
      throw Diagnostic("table-header", "no line names the columns", file: file, line: max(number, 1))
    }
    let source = File(name: file, contents: contents, columns: columns, bounds: bounds)
    rows = places.map { Row(source: source, cells: $0.cells, line: $0.line) }
  }

  private static func columns(
    _ contents: [UInt8], _ line: Range<Int>, file: String, _ number: Int
  ) throws(Diagnostic) -> [String] {
    var columns: [String] = []
    for cell in contents[line].split(separator: 0x09, omittingEmptySubsequences: false) {
      let name = String(decoding: contents[trimmed(contents, cell.indices)], as: UTF8.self)
      guard !columns.contains(name) else {
        throw Diagnostic(
          "table-header", "column “\(name)” occurs twice", file: file, line: number,
          column: cell.startIndex - line.lowerBound + 1)
      }
      columns.append(name)
    }
    return columns
  }

  private static func trimmed(_ contents: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, contents[start] == 0x20 { start += 1 }
    while end > start, contents[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  private static func forEachValue(_ contents: [UInt8], _ cell: Range<Int>, _ body: (Range<Int>) -> Void) {
    var start = cell.lowerBound
    while start < cell.upperBound {
      var end = start
      while end < cell.upperBound, contents[end] != 0x7C { end += 1 }
      let value = trimmed(contents, start..<end)
      if !value.isEmpty { body(value) }
      start = end + 1
    }
  }
}
