package import EventModel
internal import JSON

/// Writes what a program reads from standard input: JSON Lines, a header, all records in canonical order, and an end
/// that says how many there were, so that a stream that was cut is known as such.
///
/// ```
/// {"type":"HEADER","protocol":1,"model":1,"format":"timeline","articles":1,"entities":1,"events":1,"as_of":null}
/// {"type":"ARTICLE","record":{…}}
/// {"type":"ENTITY","record":{…}}
/// {"type":"EVENT","record":{…}}
/// {"type":"END","articles":1,"entities":1,"events":1}
/// ```
package struct RecordStream: Exporter {
  /// The name of the file that holds the stream.
  package static let fileName = "records.jsonl"

  package let format = ExportFormat(
    name: "stream", summary: "What programs that export read",
    files: [
      OutputFile(
        name: "stream", title: "A header, all records, an end", path: Self.fileName, format: "json-lines",
        mediaType: "application/jsonl", schema: nil)
    ])
  private let receiver: String
  private let moment: String?
  private var header = ExportHeader(articles: 0, entities: 0, events: 0)

  /// Makes a stream for a format of a program.
  ///
  /// - Parameters:
  ///   - receiver: The name of the format.
  ///   - moment: The moment of the export in RFC 3339, only where the user gave one.
  package init(for receiver: String, moment: String?) {
    self.receiver = receiver
    self.moment = moment
  }

  package mutating func begin(_ header: ExportHeader, to output: inout OutputBuffers) {
    self.header = header
    line("HEADER", to: &output) { json in
      json.member("protocol", ProgramProtocol.version)
      json.member("model", header.model)
      json.member("format", receiver)
      json.counts(header)
      json.member("as_of", moment)
    }
  }

  package mutating func article(_ article: Article, to output: inout OutputBuffers) {
    line("ARTICLE", to: &output) { json in
      json.key("record")
      json.article(article)
    }
  }

  package mutating func entity(_ entity: Entity, to output: inout OutputBuffers) {
    line("ENTITY", to: &output) { json in
      json.key("record")
      json.entity(entity)
    }
  }

  package mutating func event(_ event: Event, to output: inout OutputBuffers) {
    line("EVENT", to: &output) { json in
      json.key("record")
      json.event(event)
    }
  }

  package mutating func end(to output: inout OutputBuffers) {
    line("END", to: &output) { $0.counts(header) }
  }

  private func line(_ type: StaticString, to output: inout OutputBuffers, _ members: (inout JSONWriter) -> Void) {
    output[0].jsonLine { json in
      json.beginObject()
      json.key("type")
      json.string("\(type)")
      members(&json)
      json.endObject()
    }
  }
}

extension JSONWriter {
  fileprivate mutating func counts(_ header: ExportHeader) {
    member("articles", header.articles)
    member("entities", header.entities)
    member("events", header.events)
  }
}
