internal import BundledTables
package import EventModel
internal import Lexicon
internal import Normalizer
internal import Readers

/// What the harnesses share: the tables, compiled once.
package struct Bench: Sendable {
  let lexicon: Lexicon
  let reader: DocumentReader
  let normalizer: Normalizer

  /// Compiles the bundled tables.
  ///
  /// - Throws: A diagnostic where a bundled table is not understood.
  package init() throws(Diagnostic) {
    lexicon = try Lexicon.bundled()
    reader = try DocumentReader(lexicon: lexicon)
    normalizer = try Normalizer(lexicon: lexicon, images: CompiledTables.images)
  }
}
