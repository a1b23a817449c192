internal import BundledTables
package import EventModel
package import Lexicon
package import Normalizer

/// What was read from the inputs: all articles, joined, and how much could not be read.
package struct Extraction: Sendable {
  /// All articles, joined.
  let corpus: ResolvedCorpus
  /// The files that were read, in the order of the inputs.
  package var inputs: [OpenedInput]
  /// How many triggers gave no event.
  package var rejected: Int
  /// How many inputs or records of them could not be read.
  package var faults: Int

  /// Joins what was met.
  fileprivate init(_ met: consuming Recurrences, inputs: [OpenedInput], faults: Int) throws {
    rejected = met.rejected
    corpus = try joined(met)
    self.inputs = inputs
    self.faults = faults
  }

  /// All records in canonical order.
  ///
  /// - Throws: What the operating system refused.
  package var dataset: Dataset { get throws(Diagnostic) { try corpus.dataset() } }

  /// All records, in memory or where the articles are.
  func records(jobs: Int) async throws -> any DatasetRecords { try await corpus.records(jobs: jobs) }
}

/// The way from inputs to one data set: read and normalize each record, then resolve all of them together.
package struct Extractor: Sendable {
  let documents: Documents
  let normalizer: Normalizer
  /// Whether articles carry their document's text.
  let keepsText: Bool

  /// Compiles the tables.
  ///
  /// - Parameters:
  ///   - reading: What the user says about the inputs.
  ///   - keepsText: Whether articles carry their document's text.
  /// - Throws: A diagnostic with file and line for a table row that a step does not understand.
  package init(
    lexicon: Lexicon, reading: ReadingOptions = ReadingOptions(), keepsText: Bool = false
  ) throws(Diagnostic) {
    (documents, normalizer) = try sideBySide(
      { () throws(Diagnostic) in
        try Documents(lexicon: lexicon, options: reading)
      }, { () throws(Diagnostic) in try Normalizer(lexicon: lexicon, images: CompiledTables.images) })
    self.keepsText = keepsText
  }

  /// Reads everything at some paths.
  ///
  /// - Parameters:
  ///   - jobs: How many records are worked on at the same time; the result is the same for any number.
  ///   - store: Where articles are kept until all are read.
  ///   - progress: Is told after each of them how far the reading has come.
  ///   - report: Is told of each input record that cannot be read, in the order of the inputs, then of each row of
  ///     metadata that matched none, which is a warning.
  package func extract(
    paths: [String], jobs: Int, into store: any ArticleStore = HeldArticles(),
    progress: (ExtractionProgress) -> Void = { _ in }, report: (Diagnostic) -> Void
  ) async throws -> Extraction {
    var met = Recurrences(in: store)
    let (inputs, reached) = try await read(paths: paths, jobs: jobs, progress: progress, report: report) {
      $0.articles
    } consume: {
      for record in $0 { try met.add(record) }
    }
    return try Extraction(met, inputs: inputs, faults: reached.faults)
  }

  /// Reads everything at some paths as ``extract(paths:jobs:progress:report:)`` does, but takes over what an earlier run
  /// has finished, and keeps what it finishes itself, however it ends.
  ///
  /// - Parameter shards: Where that is kept.
  func extract(
    paths: [String], jobs: Int, into store: any ArticleStore, resuming shards: ShardFolder,
    progress: (ExtractionProgress) -> Void,
    report: (Diagnostic) -> Void
  ) async throws -> Extraction {
    let finished = FinishedShards(shards)
    finished.notes.forEach(report)
    var writer = ShardWriter(shards, number: finished.next)
    var met = Recurrences(in: store)
    do {
      let (inputs, reached) = try await read(
        paths: paths, jobs: jobs, finished: finished, progress: progress, report: report
      ) { document in
        (articles: document.articles, line: document.isKept ? nil : ShardFolder.line(document))
      } consume: { document in
        for record in document.articles { try met.add(record) }
        if let line = document.line { try writer.write(line) }
      }
      try writer.finish()
      return try Extraction(met, inputs: inputs, faults: reached.faults)
    } catch {
      // What the disk refuses now it may have refused before: that is the error to tell.
      try? writer.finish()
      throw error
    }
  }

  /// Reads and normalizes everything at some paths, and hands on what each document gives, in the order of the inputs.
  ///
  /// - Parameters:
  ///   - finished: What need not be normalized again.
  ///   - transform: Is done to what a document gives on the processor that normalized it.
  func read<Value: Sendable>(
    paths: [String], jobs: Int, finished: FinishedShards? = nil, progress: (ExtractionProgress) -> Void,
    report: (Diagnostic) -> Void, transform: @escaping @Sendable (NormalizedDocument) -> Value,
    consume: (Value) throws -> Void
  ) async throws -> (inputs: [OpenedInput], reached: ExtractionProgress) {
    var reached = ExtractionProgress()
    let (normalizer, keepsText) = (normalizer, keepsText)
    let inputs = try await documents.read(paths: paths, jobs: jobs, warn: report) { document in
      let kept = finished?.articles(of: document.info)
      let normalized = NormalizedDocument(
        info: document.info, articles: kept ?? normalizer.normalize(document, withText: keepsText), isKept: kept != nil)
      let events = normalized.articles.reduce(0) { $0 + $1.eventCount }
      return (value: transform(normalized), events: events, bytes: document.info.bytes)
    } consume: { result in
      switch result {
      case .success(let found):
        reached.documents += 1
        reached.bytes += found.bytes
        reached.events += found.events
        try consume(found.value)
      case .failure(let fault):
        reached.faults += 1
        report(fault)
      }
      progress(reached)
    }
    return (inputs, reached)
  }
}

/// What one document gives.
struct NormalizedDocument: Sendable {
  /// The document.
  var info: DocumentInfo
  /// Its articles.
  var articles: [ArticleRecords]
  /// Whether an earlier run kept them.
  var isKept: Bool
}
