public import EventModel

/// Writes the records of a data set in one format.
///
/// Whoever runs an exporter calls it in this order, and owns the files: before, between and after the calls they may
/// move the bytes out of the buffers into files, so an exporter only ever appends.
///
/// ```
/// var exporter = ExporterRegistry.exporter(named: "jsonl", options: ExportOptions())
/// var output = OutputBuffers(count: exporter.format.files.count)
/// exporter.begin(header, to: &output)
/// for article in dataset.articles { exporter.article(article, to: &output) }
/// for entity in dataset.entities { exporter.entity(entity, to: &output) }
/// for event in dataset.events { exporter.event(event, to: &output) }
/// exporter.end(to: &output)
/// while exporter.drain(to: &output) {}
/// if let failure = exporter.failure { throw failure }
/// // after any call: for index in output.indices, write output[index].bytes to the file, output[index].removeAll()
/// ```
///
/// Laws, which ``ExporterConformance`` checks for you:
/// - The same records give the same bytes, in any process, with any locale, clock and thread count.
/// - Nothing is written before ``begin(_:to:)`` or after ``end(to:)`` and the calls of ``drain(to:)`` that follow it.
/// - The bytes do not depend on when the buffers are emptied.
/// - Every declared file is written, and its path is relative, without `..`.
///
/// Records cannot make an export fail: what a format cannot hold is replaced by a rule that the format states, and
/// reported in ``lossNotes``. Only the machine can: an exporter whose library writes a temporary file of its own tells of
/// a full disk in ``failure``, and whoever runs it throws the export away.
public protocol Exporter: Sendable {
  /// The format's name and files.
  var format: ExportFormat { get }

  /// What the format could not hold so far; notes, never errors. The file of a note is its ``OutputFile/path``.
  var lossNotes: [Diagnostic] { get }

  /// Why the files cannot be whole; nil while all is well. After a failure, calls do nothing.
  var failure: Diagnostic? { get }

  /// Begins the files.
  mutating func begin(_ header: ExportHeader, to output: inout OutputBuffers)

  /// Writes an article; all articles come first, in canonical order.
  mutating func article(_ article: Article, to output: inout OutputBuffers)

  /// Writes an entity; entities come after the articles, in canonical order.
  mutating func entity(_ entity: Entity, to output: inout OutputBuffers)

  /// Writes an event; events come last, in canonical order.
  mutating func event(_ event: Event, to output: inout OutputBuffers)

  /// Ends the files.
  mutating func end(to output: inout OutputBuffers)

  /// Appends the next piece of files that a library puts together in one go, so that they are never in memory whole.
  /// Called after ``end(to:)`` until there is no more.
  ///
  /// - Returns: Whether something was appended.
  mutating func drain(to output: inout OutputBuffers) -> Bool
}

extension Exporter {
  /// Nothing is lost.
  public var lossNotes: [Diagnostic] { [] }

  /// Nothing fails.
  public var failure: Diagnostic? { nil }

  /// Does nothing.
  public mutating func begin(_ header: ExportHeader, to output: inout OutputBuffers) {}

  /// Does nothing.
  public mutating func article(_ article: Article, to output: inout OutputBuffers) {}

  /// Does nothing.
  public mutating func entity(_ entity: Entity, to output: inout OutputBuffers) {}

  /// Does nothing.
  public mutating func event(_ event: Event, to output: inout OutputBuffers) {}

  /// Does nothing.
  public mutating func end(to output: inout OutputBuffers) {}

  /// There is nothing left.
  public mutating func drain(to output: inout OutputBuffers) -> Bool { false }

  /// Writes a whole data set.
  public mutating func export(_ dataset: Dataset, header: ExportHeader, to output: inout OutputBuffers) {
    begin(header, to: &output)
    for record in dataset.articles { article(record, to: &output) }
    for record in dataset.entities { entity(record, to: &output) }
    for record in dataset.events { event(record, to: &output) }
    end(to: &output)
    while drain(to: &output) {}
  }
}

/// What is known before the first record.
public struct ExportHeader: Hashable, Sendable {
  /// The version of the event model that the records follow.
  public var model: Int
  /// How many articles will come.
  public var articles: Int
  /// How many entities will come.
  public var entities: Int
  /// How many events will come.
  public var events: Int

  /// Makes a header.
  public init(model: Int = 1, articles: Int, entities: Int, events: Int) {
    self.model = model
    self.articles = articles
    self.entities = entities
    self.events = events
  }

  /// Makes the header of a data set.
  public init(_ dataset: Dataset) {
    self.init(
      articles: dataset.articles.count, entities: dataset.entities.count, events: dataset.events.count)
  }
}

/// What a user may choose about the formats.
public struct ExportOptions: Hashable, Sendable {
  /// For whom CSV is written.
  public var csvProfile: CSVProfile

  /// Makes options.
  public init(csvProfile: CSVProfile = .spreadsheet) {
    self.csvProfile = csvProfile
  }
}
