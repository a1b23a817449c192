internal import EventModel
internal import JSON

/// One page to look at: a summary, a timeline, who contacts whom, who says so, the table of events and the articles with
/// their evidence. It needs no network and no other file.
///
/// The page comes first, then the records as one JSON text, a record a line, which the page's script reads once. Nothing of
/// the records is markup or script: in the JSON every `<` is written as an escape, so that no text can end it.
struct HTMLExporter: Exporter {
  /// The name and the file.
  let format = ExportFormat(
    name: "html", summary: "A report to look at in a browser, in Arabic and English, in one file",
    files: [
      OutputFile(
        name: "report-html", title: "Everything on one page, every event linked with its sentences",
        path: "data/html/report.html", format: "html", mediaType: "text/html", schema: nil)
    ])
  /// The list that is being written.
  private var section = Section.articles
  /// Whether the list that is being written has a record.
  private var hasRecord = false

  /// The texts that are in the data, with their ranges: what is quoted from them need not be written again.
  private var texts: [RecordID: Range<Int>] = [:]

  /// The lists of the data, in their order.
  private enum Section: Int {
    case articles
    case entities
    case events
  }

  /// Makes an exporter.
  init() {}

  mutating func begin(_ header: ExportHeader, to output: inout OutputBuffers) {
    section = .articles
    hasRecord = false
    texts = [:]
    output[0].append(contentsOf: ReportPage.current.head)
    output[0].append("{\"model\":")
    Literal.append(header.model, to: &output[0].bytes)
    output[0].append(",\"articles\":[")
  }

  mutating func article(_ article: Article, to output: inout OutputBuffers) {
    if article.text != nil { texts[article.id] = article.range }
    write(in: .articles, to: &output) { $0.reportArticle(article) }
  }

  mutating func entity(_ entity: Entity, to output: inout OutputBuffers) {
    write(in: .entities, to: &output) { $0.reportEntity(entity) }
  }

  mutating func event(_ event: Event, to output: inout OutputBuffers) {
    let texts = texts
    write(in: .events, to: &output) { json in
      json.reportEvent(event) { evidence in
        guard let text = texts[evidence.article] else { return true }
        return evidence.range.lowerBound < text.lowerBound || evidence.range.upperBound > text.upperBound
      }
    }
  }

  mutating func end(to output: inout OutputBuffers) {
    advance(to: .events, &output)
    output[0].append("\n]}")
    output[0].append(contentsOf: ReportPage.current.foot)
  }

  /// Ends the lists before `next` and begins it.
  private mutating func advance(to next: Section, _ output: inout OutputBuffers) {
    while section.rawValue < next.rawValue {
      output[0].append(section == .articles ? "\n],\"entities\":[" : "\n],\"events\":[")
      section = section == .articles ? .entities : .events
      hasRecord = false
    }
  }

  private mutating func write(
    in list: Section, to output: inout OutputBuffers, _ record: (inout JSONWriter) -> Void
  ) {
    advance(to: list, &output)
    output[0].append(hasRecord ? ",\n" : "\n")
    hasRecord = true
    var json = JSONWriter()
    record(&json)
    ReportPage.appendInert(json.bytes, to: &output[0].bytes)
  }
}

extension ExporterRegistry.Entry {
  /// A report to look at.
  static let html = Self(name: "html") { _ in HTMLExporter() }
}
