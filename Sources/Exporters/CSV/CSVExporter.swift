internal import EventModel

/// CSV that spreadsheets and programs read alike: six tables, of which the events are flat.
struct CSVExporter: Exporter {
  /// The name and the six files.
  let format: ExportFormat
  private let profile: CSVProfile
  /// The outlets of the articles that have one, for the events' flat table.
  private var outlets: [RecordID: String] = [:]

  /// How many rows each table has, with its header.
  private var rows = [Int](repeating: 0, count: RecordTable.allCases.count)
  /// The first cells of each table that hold more than spreadsheets show, and how many there are.
  private var longCells = [(first: [CSVWriter.LongCell], count: Int)](
    repeating: ([], 0), count: RecordTable.allCases.count)

  /// How many cells of a table are named one by one.
  private static let namedCells = 10

  /// Makes an exporter.
  init(profile: CSVProfile = .spreadsheet) {
    self.profile = profile
    format = ExportFormat(
      name: "csv", summary: "Tables for spreadsheets and data frames",
      files: RecordTable.allCases.map { $0.file(profile) })
  }

  /// The cells that a spreadsheet would cut, by row and column; programs read them whole.
  var lossNotes: [Diagnostic] {
    guard profile == .spreadsheet else { return [] }
    return RecordTable.allCases.flatMap { table in
      let (first, count) = longCells[table.rawValue]
      var reasons = first.map { cell in
        let limit = CSVWriter.cellLimit
        let size =
          cell.units > limit.units
          ? "\(cell.units) characters, of which Excel shows \(limit.units)"
          : "\(cell.lineFeeds) line feeds, of which Excel shows \(limit.lineFeeds)"
        return "the cell in row \(cell.row + 1), column “\(table.columns[cell.column])” has \(size)"
      }
      if count > first.count { reasons.append("\(count - first.count) more cells have more than Excel shows") }
      return reasons.map { Diagnostic("csv-long-cell", $0, severity: .note, file: table.file(profile).path) }
    }
  }

  mutating func begin(_ header: ExportHeader, to output: inout OutputBuffers) {
    for table in RecordTable.allCases {
      if profile == .spreadsheet { output[table.rawValue].append("\u{FEFF}") }
      write(table, to: &output) { $0.row(table.columns) }
    }
  }

  mutating func article(_ article: Article, to output: inout OutputBuffers) {
    outlets[article.id] = article.outlet
    write(.articles, to: &output) { $0.article(article) }
    write(.evidence, to: &output) { csv in
      for (index, evidence) in article.published.evidence.enumerated() {
        csv.evidence(evidence, of: article.id, position: index + 1)
      }
    }
  }

  mutating func entity(_ entity: Entity, to output: inout OutputBuffers) {
    write(.entities, to: &output) { $0.entity(entity) }
  }

  mutating func event(_ event: Event, to output: inout OutputBuffers) {
    let outlets = self.outlets
    write(.events, to: &output) { $0.event(event, outlets: outlets) }
    write(.participants, to: &output) { csv in
      for (index, participant) in event.participants.enumerated() {
        csv.participant(participant, of: event.id, position: index + 1)
      }
    }
    write(.claims, to: &output) { csv in
      for claim in event.claims { csv.claim(claim, of: event.id, outlets: outlets) }
    }
    write(.evidence, to: &output) { csv in
      for (index, evidence) in event.evidence.enumerated() {
        csv.evidence(evidence, of: event.id, position: index + 1)
      }
    }
  }

  private mutating func write(
    _ table: RecordTable, to output: inout OutputBuffers, _ rows: (inout CSVWriter) -> Void
  ) {
    let (count, cells) = output[table.rawValue].csv(rows)
    for cell in cells {
      longCells[table.rawValue].count += 1
      guard longCells[table.rawValue].first.count < Self.namedCells else { continue }
      var cell = cell
      cell.row += self.rows[table.rawValue]
      longCells[table.rawValue].first.append(cell)
    }
    self.rows[table.rawValue] += count
  }
}

extension ExporterRegistry.Entry {
  /// CSV.
  static let csv = Self(name: "csv", isDefault: true) { CSVExporter(profile: $0.csvProfile) }
}
