public import EventModel
internal import Lexicon
internal import Pipeline

/// Reads Arabic news articles into one data set, as `isnad export` does.
///
///     let reading = try await ArticleReader().read(["articles"])
///     for event in reading.dataset.events where event.contested { print(event.type, event.evidence) }
///
/// The result depends on the files and tables only: not on their order, the machine, the time or the number of cores.
public struct ArticleReader: Sendable {
  private let extractor: Extractor

  /// Compiles the tables of words, names and patterns, which takes some milliseconds: keep the reader.
  ///
  /// - Parameters:
  ///   - tables: A folder of `.tsv` tables whose rows are added to the bundled ones.
  ///   - keepsText: Whether articles carry their document's text, in which all offsets count.
  /// - Throws: A diagnostic with file and line for a row that cannot be understood.
  public init(tables: String? = nil, keepsText: Bool = false) throws(Diagnostic) {
    extractor = try Extractor(lexicon: try Lexicon.bundled(adding: tables), keepsText: keepsText)
  }

  /// Reads everything at some paths, and joins what several articles tell of the same event.
  ///
  /// - Parameter paths: Files (`.txt`, `.html`, `.jsonl`, `.warc`, each also with `.gz`), folders and patterns.
  /// - Returns: All records, and what could not be read; a file that is missing or damaged does not stop the others.
  public func read(_ paths: [String]) async throws -> Reading {
    var faults: [Diagnostic] = []
    let extraction = try await extractor.extract(paths: paths, jobs: Processors.count) { faults.append($0) }
    return Reading(dataset: try extraction.dataset, faults: faults)
  }
}
