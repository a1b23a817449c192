internal import EventModel
internal import Synchronization

/// A table that is part of the program, read when its rows are first asked for. A class, because all copies of a lexicon
/// share what was read.
package final class EmbeddedTable: Sendable {
  /// The table's name.
  package let name: String
  private let source: Table.File
  private let read = Mutex<[Table.Row]?>(nil)

  /// - Throws: A diagnostic where no line names the columns.
  init(name: String, file: String, text: TableText) throws(Diagnostic) {
    self.name = name
    source = try Table.File(name: file, header: text)
  }

  /// All rows. The program would not have been built with a table that cannot be read.
  var rows: [Table.Row] {
    read.withLock { rows in
      if let rows { return rows }
      let made = (try? Table(name: name, file: source.name, text: source.text).rows) ?? []
      rows = made
      return made
    }
  }

  /// One row, by the bytes and the number of its line; no other is read.
  package func row(_ bytes: Range<Int>, line: Int) -> Table.Row {
    Table.Row(source: source, bytes: bytes, line: line)
  }
}
