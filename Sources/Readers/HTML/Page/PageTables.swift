internal import EventModel
internal import Lexicon

/// The tables that pages are read by: `html-markup`, `html-metadata`, `html-entities`.
struct PageTables: Sendable {
  let tags = HTMLTagTable()
  let markup: MarkupTable
  let metadata: MetadataNames
  let references: HTMLReferences

  /// Compiles the tables.
  ///
  /// - Throws: A diagnostic with file and line for a row that is not understood.
  init(lexicon: Lexicon) throws(Diagnostic) {
    markup = try MarkupTable(lexicon.rows("html-markup"), tags: tags)
    metadata = try MetadataNames(lexicon.rows("html-metadata"))
    references = try HTMLReferences(lexicon.rows("html-entities"))
  }

  /// The text and tree of a page in valid UTF-8.
  func page(_ bytes: UnsafeBufferPointer<UInt8>) -> Page {
    var tokenizer = HTMLTokenizer(bytes, tags: tags)
    var scanner = PageScanner(bytes, tables: self)
    tokenizer.run(&scanner)
    return scanner.finish()
  }
}
