package import EventModel
package import Lexicon
internal import Readers

/// Reads the documents at paths that a user names.
package struct Documents: Sendable {
  private let reader: DocumentReader
  /// What the user says about the inputs.
  let options: ReadingOptions

  /// Compiles the reader's tables.
  ///
  /// - Parameter options: What the user says about the inputs.
  /// - Throws: A diagnostic with file and line for a row that the reader does not understand.
  package init(lexicon: Lexicon, options: ReadingOptions = ReadingOptions()) throws(Diagnostic) {
    reader = try DocumentReader(lexicon: lexicon, encoding: options.encoding)
    self.options = options
  }

  /// Reads every document, does something with each on several processors, and hands on what came out in the order of
  /// the inputs; a record that cannot be read comes as a fault in its place.
  ///
  /// - Parameters:
  ///   - jobs: How many records are worked on at the same time.
  ///   - warn: Is told at the end of each row of metadata that matched no input.
  /// - Returns: The files that were read, in the order of the inputs.
  /// - Throws: What `consume` throws.
  @discardableResult
  package func read<Value: Sendable>(
    paths: [String],
    jobs: Int,
    warn: (Diagnostic) -> Void = { _ in },
    transform: @escaping @Sendable (SourceDocument) -> Value,
    consume: (Result<Value, Diagnostic>) throws -> Void
  ) async throws -> [OpenedInput] {
    let (reader, options) = (reader, options)
    typealias Work = (value: Value, rows: [Int])
    let work = { @Sendable (found: Result<FoundRecord, Diagnostic>) -> Result<Work, Diagnostic> in
      found.flatMap { found in
        do throws(Diagnostic) {
          var document = try reader.read(found.record)
          let rows = options.apply(to: &document)
          return .success((transform(document), rows))
        } catch {
          return .failure(found.located(error))
        }
      }
    }
    let source = RecordSource(paths: paths, format: options.format)
    var matched: Set<Int> = []
    try await forEachInOrder(source, jobs: jobs, work: work) { result in
      if case .success(let work) = result { matched.formUnion(work.rows) }
      try consume(result.map(\.value))
    }
    options.metadata.warnings(exceptFor: matched).forEach(warn)
    return source.opened
  }
}
