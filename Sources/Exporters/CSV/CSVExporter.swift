internal import EventModel

/// CSV that spreadsheets and programs read alike: six tables, of which the events are flat.
struct CSVExporter: Exporter {
  /// The name and the six files.
  let format: ExportFormat
  private let profile: CSVProfile
  /// The outlets of the articles that have one, for the events' flat table.
  private var outlets: [RecordID: String] = [:]

  /// How many cells of each table hold more than spreadsheets show.
  private var longCells = [Int](repeating: 0, count: CSVTable.allCases.count)

  /// Makes an exporter.
  init(profile: CSVProfile = .spreadsheet) {
    self.profile = profile
    format = ExportFormat(
      name: "csv", summary: "Tables for spreadsheets and data frames",
      files: CSVTable.allCases.map { $0.file(profile) })
  }

  /// The tables with cells that a spreadsheet would cut; programs read them whole.
  var lossNotes: [Diagnostic] {
    guard profile == .spreadsheet else { return [] }
    return CSVTable.allCases.compactMap { table in
      let count = longCells[table.rawValue]
      guard count > 0 else { return nil }
      let limit = CSVWriter.cellLimit
      return Diagnostic(
        "csv-long-cell",
        """
        \(count) \(count == 1 ? "cell holds" : "cells hold") more than the \(limit.units) characters or \
        \(limit.lineFeeds) line feeds that Excel shows
        """, severity: .note, file: table.file(profile).path)
    }
  }

  mutating func begin(_ header: ExportHeader, to output: inout OutputBuffers) {
    for table in CSVTable.allCases {
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
    _ table: CSVTable, to output: inout OutputBuffers, _ rows: (inout CSVWriter) -> Void
  ) {
    longCells[table.rawValue] += output[table.rawValue].csv(rows)
  }
}

extension ExporterRegistry.Entry {
  /// CSV.
  static let csv = Self(name: "csv") { CSVExporter(profile: $0.csvProfile) }
}
