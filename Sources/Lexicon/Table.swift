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
  package internal(set) var rows: [Row]

  /// Whether all rows are part of the program.
  var isBundled: Bool

  /// Reads a table.
  ///
  /// - Throws: A diagnostic with file and line where the text has no header, repeats a column or has a row with more
  ///   cells than columns.
  package init(name: String, file: String, contents: [UInt8]) throws(Diagnostic) {
    try self.init(name: name, file: file, text: TableText(contents))
  }

  /// Reads a table from text that lives as long as its rows.
  init(name: String, file: String, text: TableText) throws(Diagnostic) {
    self.name = name
    isBundled = text.isBundled
    let contents = text.bytes
    var columns: [[UInt8]] = []
    var bounds: [Int32] = []
    bounds.reserveCapacity(contents.count / 8)
    var places: [(cells: Range<Int>, line: Int)] = []
    places.reserveCapacity(contents.count / 32)
    var number = 0
    var start = 0
    while start <= contents.count {
      number += 1
      let first = bounds.count
      // A comment is one cell; most lines are none.
      let isComment = start < contents.count && contents[start] == 0x23
      bounds.append(Int32(start))
      var end = start
      while true {
        end = isComment ? TableText.lineFeed(in: contents, from: end) : TableText.separator(in: contents, from: end)
        guard end < contents.count, contents[end] == 0x09 else { break }
        end += 1
        bounds.append(Int32(end))
      }
      let line = start..<(end > start && contents[end - 1] == 0x0D ? end - 1 : end)
      start = end + 1
      guard !isComment, !contents[line].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
        bounds.removeLast(bounds.count - first)
        continue
      }
      let cells = first..<bounds.count
      bounds.append(Int32(line.upperBound + 1))
      if columns.isEmpty {
        columns = try Self.columns(contents, bounds[first...], file: file, number)
        bounds.removeAll(keepingCapacity: true)
        continue
      }
      guard cells.count <= columns.count else {
        throw Diagnostic(
          "table-row", "\(cells.count) cells in a table of \(columns.count) columns", file: file, line: number,
          column: Int(bounds[first + columns.count]) - line.lowerBound + 1)
      }
      places.append((cells, number))
    }
    guard !columns.isEmpty else {
      throw Diagnostic("table-header", "no line names the columns", file: file, line: max(number, 1))
    }
    let source = File(name: file, text: text, columns: columns, bounds: bounds)
    rows = places.map { Row(source: source, cells: $0.cells, line: $0.line) }
  }

  /// The names of the columns.
  ///
  /// - Parameter bounds: Where the header's cells begin, and one byte after the end of the last.
  private static func columns(
    _ contents: UnsafeBufferPointer<UInt8>, _ bounds: ArraySlice<Int32>, file: String, _ number: Int
  ) throws(Diagnostic) -> [[UInt8]] {
    var columns: [[UInt8]] = []
    for (start, next) in zip(bounds, bounds.dropFirst()) {
      let name = Array(TableText.trimmed(contents, Int(start)..<Int(next) - 1))
      guard !columns.contains(name) else {
        throw Diagnostic(
          "table-header", "column “\(String(decoding: name, as: UTF8.self))” occurs twice", file: file, line: number,
          column: Int(start - (bounds.first ?? 0)) + 1)
      }
      columns.append(name)
    }
    return columns
  }
}

extension Table {
  /// What all rows of a file share. A class, because each row refers to it.
  fileprivate final class File: Sendable {
    let name: String
    let text: TableText
    let columns: [[UInt8]]
    /// Where each row's cells begin, and one byte after its end.
    let bounds: [Int32]

    init(name: String, text: TableText, columns: [[UInt8]], bounds: [Int32]) {
      self.name = name
      self.text = text
      self.columns = columns
      self.bounds = bounds
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
      let row = Int(source.bounds[cells.lowerBound])..<Int(source.bounds[cells.upperBound]) - 1
      let cell = column.map { range($0) ?? row.upperBound..<row.upperBound } ?? row
      let letters = Array(value.utf8)
      var start = cell.lowerBound
      while start + letters.count <= cell.upperBound, !source.text.bytes[start...].starts(with: letters) { start += 1 }
      if start + letters.count > cell.upperBound { start = cell.lowerBound }
      return start - row.lowerBound + 1
    }

    /// The trimmed bytes of a cell.
    private func range(_ column: StaticString) -> Range<Int>? {
      guard let index = source.index(column), index < cells.count else { return nil }
      let place = cells.lowerBound + index
      return TableText.trim(source.text.bytes, Int(source.bounds[place])..<Int(source.bounds[place + 1]) - 1)
    }
  }
}
