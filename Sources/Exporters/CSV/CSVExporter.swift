internal import EventModel

/// CSV that spreadsheets and programs read alike: six tables, of which the events are flat.
struct CSVExporter: Exporter {
  /// The name and the six files.
  let format: ExportFormat
  private let profile: CSVProfile
  /// The outlets of the articles that have one, for the events' flat table.
  private var outlets: [RecordID: String] = [:]

  /// Makes an exporter.
  init(profile: CSVProfile = .spreadsheet) {
    self.profile = profile
    format = ExportFormat(
      name: "csv", summary: "Tables for spreadsheets and data frames",
      files: CSVTable.allCases.map { $0.file(profile) })
  }

  mutating func begin(_ header: ExportHeader, to output: inout OutputBuffers) {
    for table in CSVTable.allCases {
      if profile == .spreadsheet { output[table.rawValue].append("\u{FEFF}") }
      output[table].csv { $0.row(table.columns) }
    }
  }

  mutating func article(_ article: Article, to output: inout OutputBuffers) {
    outlets[article.id] = article.outlet
    output[.articles].csv { $0.article(article) }
    output[.evidence].csv { csv in
      for (index, evidence) in article.published.evidence.enumerated() {
        csv.evidence(evidence, of: article.id, position: index + 1)
      }
    }
  }

  mutating func entity(_ entity: Entity, to output: inout OutputBuffers) {
    output[.entities].csv { $0.entity(entity) }
  }

  mutating func event(_ event: Event, to output: inout OutputBuffers) {
    output[.events].csv { $0.event(event, outlets: outlets) }
    output[.participants].csv { csv in
      for (index, participant) in event.participants.enumerated() {
        csv.participant(participant, of: event.id, position: index + 1)
      }
    }
    output[.claims].csv { csv in
      for claim in event.claims { csv.claim(claim, of: event.id, outlets: outlets) }
    }
    output[.evidence].csv { csv in
      for (index, evidence) in event.evidence.enumerated() {
        csv.evidence(evidence, of: event.id, position: index + 1)
      }
    }
  }
}

extension ExporterRegistry.Entry {
  /// CSV.
  static let csv = Self(name: "csv") { CSVExporter(profile: $0.csvProfile) }
}

extension OutputBuffers {
  fileprivate subscript(table: CSVTable) -> ByteBuffer {
    get { self[table.rawValue] }
    _modify { yield &self[table.rawValue] }
  }
}
