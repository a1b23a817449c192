package import EventModel
package import Lexicon

// The program's own tables: their text, and the image that they were compiled to when the program was built. A module of
// its own, because the tool that compiles them is built of the modules below.

extension Lexicon {
  /// The program's own tables.
  ///
  /// - Throws: A diagnostic with file and line where a table has no columns.
  package static func bundled() throws(Diagnostic) -> Lexicon { try Lexicon(embedded: EmbeddedFiles.all) }
}
