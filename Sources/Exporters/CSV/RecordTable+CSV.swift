extension RecordTable {
  /// The CSV file that holds the table.
  func file(_ profile: CSVProfile) -> OutputFile {
    OutputFile(
      name: name, title: title, path: "data/csv/" + name + ".csv", format: "csv", mediaType: "text/csv",
      schema: name + ".table.json",
      dialect: TableDialect(
        delimiter: ",", lineTerminator: "\r\n", quoteCharacter: "\"", byteOrderMark: profile == .spreadsheet,
        note: FormulaGuard.note + " " + Self.listNote))
  }

  /// How several values share a cell, for readers of the data.
  static let listNote = """
    Several values in one cell are joined by space, vertical bar, space; a vertical bar or backslash inside a value \
    has a backslash before it.
    """
}
