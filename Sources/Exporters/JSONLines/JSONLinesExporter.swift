internal import EventModel
internal import JSON

/// JSON Lines: one file for each kind of record, one object a line, keys in the model's order.
struct JSONLinesExporter: Exporter {
  /// The name and the three files.
  let format = ExportFormat(
    name: "jsonl", summary: "One JSON object a line, nested as in the event model",
    files: [
      Self.file("articles", title: "One line an article"),
      Self.file("entities", title: "One line an actor or place"),
      Self.file("events", title: "One line an event, with its participants, claims and quotations"),
    ])

  /// Makes an exporter.
  init() {}

  mutating func article(_ article: Article, to output: inout OutputBuffers) {
    output[0].jsonLine { $0.article(article) }
  }

  mutating func entity(_ entity: Entity, to output: inout OutputBuffers) {
    output[1].jsonLine { $0.entity(entity) }
  }

  mutating func event(_ event: Event, to output: inout OutputBuffers) {
    output[2].jsonLine { $0.event(event) }
  }

  private static func file(_ name: String, title: String) -> OutputFile {
    // Not `jsonl`, which makes data package tools read nested records as a table.
    OutputFile(
      name: name + "-jsonl", title: title, path: "data/jsonl/" + name + ".jsonl", format: "json-lines",
      mediaType: "application/jsonl", schema: name + ".schema.json")
  }
}

extension ExporterRegistry.Entry {
  /// JSON Lines.
  static let jsonLines = Self(name: "jsonl", isDefault: true) { _ in JSONLinesExporter() }
}

extension ByteBuffer {
  /// Lets one object be written as a line at the end of the buffer.
  mutating func jsonLine(_ write: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    swap(&writer.bytes, &bytes)
    write(&writer)
    writer.endLine()
    swap(&writer.bytes, &bytes)
  }
}
