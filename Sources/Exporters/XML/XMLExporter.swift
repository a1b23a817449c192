internal import EventModel

/// One XML document with all records, in a namespace of its own: articles, entities, events, one record a line.
///
/// Ids, numbers, codes and dates are attributes, texts are elements; what is null is left out.
struct XMLExporter: Exporter {
  /// The name and the file.
  let format = ExportFormat(
    name: "xml", summary: "One XML document with keys and key references",
    files: [
      OutputFile(
        name: "dataset-xml", title: "All articles, entities and events", path: "data/xml/dataset.xml",
        format: "xml", mediaType: "application/xml", schema: "dataset.xsd")
    ])
  /// The list that is being written.
  private var section = Section.articles
  /// How many characters were replaced, and the first record that had one.
  private var replacements = 0
  private var firstReplaced: RecordID?

  /// The lists of the document, in its order.
  private enum Section: Int {
    case articles
    case entities
    case events

    var name: StaticString {
      switch self {
      case .articles: "articles"
      case .entities: "entities"
      case .events: "events"
      }
    }
  }

  /// The namespace of the document.
  static let namespace: StaticString = "urn:isnad:dataset:1"

  /// Makes an exporter.
  init() {}

  /// How many characters that XML 1.0 forbids were replaced by U+FFFD.
  var lossNotes: [Diagnostic] {
    guard replacements > 0 else { return [] }
    return [
      Diagnostic(
        "xml-forbidden-character",
        "XML 1.0 forbids \(replacements) of the characters: U+FFFD stands in their place"
          + (firstReplaced.map { ", first in \($0)" } ?? ""), severity: .note, file: format.files[0].path)
    ]
  }

  mutating func begin(_ header: ExportHeader, to output: inout OutputBuffers) {
    section = .articles
    output[0].append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    write(to: &output) { xml in
      xml.open("dataset")
      xml.attribute("xmlns", "\(Self.namespace)")
      xml.attribute("xml:lang", "ar")
      xml.endLine()
      xml.open("articles")
      xml.endLine()
    }
  }

  mutating func article(_ article: Article, to output: inout OutputBuffers) {
    write(article.id, to: &output) { $0.article(article) }
  }

  mutating func entity(_ entity: Entity, to output: inout OutputBuffers) {
    advance(to: .entities, &output)
    write(entity.id, to: &output) { $0.entity(entity) }
  }

  mutating func event(_ event: Event, to output: inout OutputBuffers) {
    advance(to: .events, &output)
    write(event.id, to: &output) { $0.event(event) }
  }

  mutating func end(to output: inout OutputBuffers) {
    advance(to: .events, &output)
    write(to: &output) { xml in
      xml.close("events")
      xml.endLine()
      xml.close("dataset")
      xml.endLine()
    }
  }

  /// Ends the lists before `next` and begins it.
  private mutating func advance(to next: Section, _ output: inout OutputBuffers) {
    while section.rawValue < next.rawValue, let following = Section(rawValue: section.rawValue + 1) {
      let current = section
      write(to: &output) { xml in
        xml.close(current.name)
        xml.endLine()
        xml.open(following.name)
        xml.endLine()
      }
      section = following
    }
  }

  private mutating func write(
    _ record: RecordID? = nil, to output: inout OutputBuffers, _ body: (inout XMLWriter) -> Void
  ) {
    var writer = XMLWriter()
    swap(&writer.bytes, &output[0].bytes)
    body(&writer)
    swap(&writer.bytes, &output[0].bytes)
    if replacements == 0, writer.replacements > 0 { firstReplaced = record }
    replacements += writer.replacements
  }
}

extension ExporterRegistry.Entry {
  /// XML.
  static let xml = Self(name: "xml", isDefault: true) { _ in XMLExporter() }
}
