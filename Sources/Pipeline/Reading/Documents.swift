package import EventModel
package import Lexicon
package import Readers

/// Reads the documents at paths that a user names.
package struct Documents: Sendable {
  private let reader: DocumentReader

  /// Compiles the reader's tables.
  ///
  /// - Throws: A diagnostic with file and line for a row that the reader does not understand.
  package init(lexicon: Lexicon) throws(Diagnostic) {
    reader = try DocumentReader(lexicon: lexicon)
  }

  /// Reads every document, does something with each on several processors, and hands on what came out in the order of
  /// the inputs; a record that cannot be read comes as a fault in its place.
  ///
  /// - Parameter jobs: How many records are worked on at the same time.
  /// - Returns: The files that were read, in the order of the inputs.
  /// - Throws: What `consume` throws.
  @discardableResult
  package func read<Value: Sendable>(
    paths: [String],
    jobs: Int,
    transform: @escaping @Sendable (SourceDocument) -> Value,
    consume: (Result<Value, Diagnostic>) throws -> Void
  ) async throws -> [InputFile] {
    let reader = reader
    let work = { @Sendable (found: Result<FoundRecord, Diagnostic>) -> Result<Value, Diagnostic> in
      found.flatMap { found in
        do throws(Diagnostic) {
          return .success(transform(try reader.read(found.record)))
        } catch {
          return .failure(found.located(error))
        }
      }
    }
    let source = RecordSource(paths: paths)
    try await forEachInOrder(source, jobs: jobs, work: work, consume: consume)
    return source.opened
  }
}
