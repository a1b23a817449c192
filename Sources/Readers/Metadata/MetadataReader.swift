internal import CSV
internal import EventModel
internal import JSON

/// Reads the rows of a file of metadata.
struct MetadataReader {
  /// The file as the user named it.
  let file: String

  /// The columns that are understood; others are passed over.
  private enum Column: String, CaseIterable {
    case path, id, segment, published, outlet, url, headline
  }

  /// The rows of CSV with a header row, or of JSON Lines, by the file's extension.
  ///
  /// - Throws: `metadata-format`, `invalid-utf8`, the parsers' faults, and `metadata-` with `key`, `column`, `cells`,
  ///   `object`, `type`, `published` or `segment`.
  func rows(of contents: [UInt8]) throws(Diagnostic) -> [MetadataTable.Row] {
    let record = RawRecord(path: file, bytes: contents, mediaType: .plainText)
    try TextCheck(record: record).checkEncoding()
    let name = file.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }
    func hasExtension(_ text: StaticString) -> Bool {
      text.withUTF8Buffer { name.suffix($0.count).elementsEqual($0) }
    }
    if hasExtension(".csv") { return try rows(csv: contents) }
    if hasExtension(".jsonl") || hasExtension(".ndjson") { return try rows(jsonLines: contents) }
    throw Diagnostic("metadata-format", "metadata is a .csv or a .jsonl file", file: file)
  }

  // MARK: - CSV

  private func rows(csv contents: [UInt8]) throws(Diagnostic) -> [MetadataTable.Row] {
    var reader = CSVReader(contents, name: file)
    var record = CSVRecord()
    guard try reader.next(&record) else { throw lackingKey }
    var columns: [(column: Column, place: Int)] = []
    for (place, field) in record.fields.enumerated() {
      guard let column = Column(rawValue: record.text(place)) else { continue }
      guard !columns.contains(where: { $0.column == column }) else {
        throw fault("column", "there are two columns “\(column.rawValue)”", field.line, field.column)
      }
      columns.append((column, place))
    }
    guard columns.contains(where: { $0.column == .path || $0.column == .id }) else { throw lackingKey }
    let width = record.fields.count
    var rows: [MetadataTable.Row] = []
    while try reader.next(&record) {
      guard let first = record.fields.first, record.fields.count > 1 || !first.range.isEmpty || width == 1 else {
        continue
      }
      guard record.fields.count == width else {
        throw fault("cells", "\(record.fields.count) cells in a table of \(width) columns", first.line, first.column)
      }
      var cells: [Column: Cell] = [:]
      for (column, place) in columns where !record.fields[place].range.isEmpty {
        let field = record.fields[place]
        cells[column] = Cell(text: record.text(place), line: field.line, column: field.column)
      }
      rows.append(try row(cells, line: first.line, column: first.column))
    }
    return rows
  }

  private var lackingKey: Diagnostic {
    fault("key", "there is neither a column “path” nor a column “id”", 1, 1)
  }

  // MARK: - JSON Lines

  private func rows(jsonLines contents: [UInt8]) throws(Diagnostic) -> [MetadataTable.Row] {
    var rows: [MetadataTable.Row] = []
    let bytes = contents.starts(with: [0xEF, 0xBB, 0xBF]) ? contents[3...] : contents[...]
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !Blank.isBlank(Array(line)) {
      let value: JSONValue
      do throws(JSONError) {
        value = try JSONParser.parse(Array(line))
      } catch {
        throw error.diagnostic(file: file, record: number + 1)
      }
      guard case .object = value else { throw fault("object", "the row is no JSON object", number + 1) }
      var cells: [Column: Cell] = [:]
      for column in Column.allCases {
        guard let member = value[column.rawValue], !member.isNull else { continue }
        guard let text = member.string ?? (column == .segment ? member.number?.text : nil) else {
          throw fault("type", "the field “\(column.rawValue)” is no string", number + 1)
        }
        if !text.utf8.isEmpty { cells[column] = Cell(text: text, line: number + 1) }
      }
      rows.append(try row(cells, line: number + 1))
    }
    return rows
  }

  // MARK: - Rows

  /// A value and where it stands.
  private struct Cell {
    var text: String
    var line: Int
    var column: Int?
  }

  private func row(_ cells: [Column: Cell], line: Int, column: Int? = nil) throws(Diagnostic) -> MetadataTable.Row {
    let key = MetadataTable.Key(
      path: cells[.path]?.text, id: cells[.id]?.text, segment: try segment(cells[.segment]))
    guard key.path != nil || key.id != nil else {
      throw fault("key", "the row names neither a path nor an id", line, column)
    }
    return MetadataTable.Row(
      key: key, published: try date(cells[.published]), outlet: cells[.outlet]?.text, url: cells[.url]?.text,
      headline: cells[.headline]?.text, file: file, line: line, column: column)
  }

  private func segment(_ cell: Cell?) throws(Diagnostic) -> Int? {
    guard let cell else { return nil }
    guard let number = Int(cell.text), number >= 1 else {
      throw fault("segment", "“\(cell.text)” is no number from 1", cell.line, cell.column)
    }
    return number
  }

  private func date(_ cell: Cell?) throws(Diagnostic) -> EDTFDate? {
    guard let cell else { return nil }
    guard let date = EDTFDate(cell.text) else {
      throw fault("published", "“\(cell.text)” is no EDTF date that can be read", cell.line, cell.column)
    }
    return date
  }

  private func fault(_ kind: String, _ reason: String, _ line: Int, _ column: Int? = nil) -> Diagnostic {
    Diagnostic("metadata-" + kind, reason, file: file, line: line, column: column)
  }
}
