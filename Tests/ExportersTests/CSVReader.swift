@testable import Exporters

/// A reader of RFC 4180 that knows nothing of the writer: rows of cells, and whether a cell was quoted.
enum CSVReader {
  struct Cell: Equatable {
    var text: String
    var isQuoted: Bool
  }

  /// The rows of a text without a byte order mark; nil where it is malformed.
  static func rows(_ text: String) -> [[Cell]]? {
    let bytes = Array(text.utf8)
    var rows: [[Cell]] = []
    var row: [Cell] = []
    var index = 0
    while index < bytes.count {
      var cell: [UInt8] = []
      let isQuoted = bytes[index] == 0x22
      if isQuoted {
        index += 1
        while true {
          guard index < bytes.count else { return nil }
          if bytes[index] == 0x22 {
            index += 1
            guard index < bytes.count, bytes[index] == 0x22 else { break }
          }
          cell.append(bytes[index])
          index += 1
        }
      } else {
        while index < bytes.count, bytes[index] != 0x2C, bytes[index] != 0x0D {
          guard bytes[index] != 0x22, bytes[index] != 0x0A else { return nil }
          cell.append(bytes[index])
          index += 1
        }
      }
      row.append(Cell(text: String(decoding: cell, as: UTF8.self), isQuoted: isQuoted))
      guard index < bytes.count else { return nil }
      if bytes[index] == 0x2C {
        index += 1
        // A comma at the end of a row stands before an empty cell.
        if index < bytes.count, bytes[index] == 0x0D { row.append(Cell(text: "", isQuoted: false)) } else { continue }
      }
      guard index + 1 < bytes.count, bytes[index] == 0x0D, bytes[index + 1] == 0x0A else { return nil }
      index += 2
      rows.append(row)
      row = []
    }
    return row.isEmpty ? rows : nil
  }

  /// The values of a cell that holds several.
  static func values(_ cell: Cell) -> [String] {
    var values: [String] = []
    var value: [UInt8] = []
    var bytes = Array(FormulaGuard.undo(cell.text).utf8)[...]
    while let byte = bytes.popFirst() {
      if byte == 0x5C, let next = bytes.popFirst() {
        value.append(next)
      } else if byte == 0x7C {
        values.append(String(decoding: value.dropLast(), as: UTF8.self))
        value = []
        bytes = bytes.dropFirst()
      } else {
        value.append(byte)
      }
    }
    return values + [String(decoding: value, as: UTF8.self)]
  }
}
