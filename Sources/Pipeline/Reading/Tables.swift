internal import BundledTables
package import EventModel
package import Lexicon

extension Lexicon {
  /// The bundled tables, with the rows of a user's tables added.
  ///
  /// - Parameter folder: A folder of `.tsv` files; a row with the `id` of a bundled one replaces it.
  /// - Throws: A diagnostic where the folder or a table cannot be read.
  package static func bundled(adding folder: String?) throws(Diagnostic) -> Lexicon {
    var lexicon = try bundled()
    guard let folder else { return lexicon }
    guard let names = FileTree.names(in: folder) else { throw .system("cannot read the tables", file: folder) }
    for name in names where name.hasSuffix(".tsv") {
      let file = folder + "/" + name
      guard let contents = FileTree.bytes(of: file) else { throw .system("cannot read the table", file: file) }
      try lexicon.add(file: file, contents: contents)
    }
    return lexicon
  }
}
