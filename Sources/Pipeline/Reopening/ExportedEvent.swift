internal import EventModel
internal import JSON
internal import Validators

/// An event of an export, with the articles that it quotes.
struct ExportedEvent {
  /// The event.
  var event: Event
  /// The articles that are quoted, in canonical order.
  var articles: [Article]

  /// Finds an event in an export.
  ///
  /// - Throws: `unknown-event` where it is not there, and what cannot be read.
  init(_ id: RecordID, in folder: String) throws(Diagnostic) {
    guard let event = try Self.event(id, in: folder) else {
      throw Diagnostic("unknown-event", "the export has no event \(id)", file: folder)
    }
    self.event = event
    let quoted = Set((event.evidence + event.claims.map(\.evidence)).map(\.article))
    var records = try ExportRecords(folder: folder)
    articles = []
    while let record = try records.take(.articles) {
      guard let id = record.value["id"]?.string.flatMap({ RecordID($0) }), quoted.contains(id) else { continue }
      articles.append(try Article(RecordFields(record.value, title: record.title)))
    }
  }

  private static func event(_ id: RecordID, in folder: String) throws(Diagnostic) -> Event? {
    var records = try ExportRecords(folder: folder)
    while try records.take(.articles) != nil {}
    while try records.take(.entities) != nil {}
    while let record = try records.take(.events) {
      if record.value["id"]?.string.flatMap({ RecordID($0) }) == id {
        return try Event(RecordFields(record.value, title: record.title))
      }
    }
    return nil
  }
}
