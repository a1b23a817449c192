internal import EventModel

/// Writes rows of cells in a table's order; how records become rows is the same for every kind of table.
protocol RowWriter {
  /// Writes a text; nil for a cell without a value.
  mutating func text(_ value: String?)
  /// Writes the name of a value of an enumeration.
  mutating func token(_ value: String?)
  /// Writes an id.
  mutating func id(_ id: RecordID?)
  /// Writes a number.
  mutating func integer(_ number: Int?)
  /// Writes a truth value.
  mutating func boolean(_ value: Bool)
  /// Writes a day.
  mutating func day(_ day: CivilDay?)
  /// Writes several values in one cell, joined by ` | `; a `|` or `\` of a value itself has a `\` before it.
  mutating func list(_ values: some Sequence<String>)
  /// Ends the row.
  mutating func endRow()
}

/// How several values share a cell.
enum ListCell {
  /// What stands between the values.
  static let separator = " | "

  /// Whether a value has a character that needs a `\` before it.
  static func needsEscape(_ text: some Sequence<UInt8>) -> Bool {
    text.contains { $0 == 0x7C || $0 == 0x5C }
  }

  /// A value with a `\` before each `|` and `\`.
  static func escaped(_ text: some Sequence<UInt8>) -> [UInt8] {
    var escaped: [UInt8] = []
    for byte in text {
      if byte == 0x7C || byte == 0x5C { escaped.append(0x5C) }
      escaped.append(byte)
    }
    return escaped
  }

  /// The text of a cell.
  static func joined(_ values: some Sequence<String>) -> String {
    values.map { needsEscape($0.utf8) ? String(decoding: escaped($0.utf8), as: UTF8.self) : $0 }
      .joined(separator: separator)
  }
}
