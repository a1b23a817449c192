package import EventModel

/// All tables of linguistic knowledge: the embedded ones, and rows that a user adds.
package struct Lexicon: Sendable {
  /// The tables by name.
  private var tables: [String: Table] = [:]
  /// Every file that was read, for provenance, in reading order.
  package private(set) var sources: [Source] = []

  /// A file that was read.
  package struct Source: Sendable {
    /// The table's name with `.tsv`.
    package let name: String
    fileprivate let text: TableText

    /// The file's bytes.
    package var contents: [UInt8] { Array(text.bytes) }
  }

  /// Makes a lexicon without tables.
  package init() {}

  /// Reads the embedded tables.
  ///
  /// - Throws: A diagnostic with file and line where a table is malformed.
  package static func bundled() throws(Diagnostic) -> Lexicon {
    var lexicon = Lexicon()
    for (name, contents) in EmbeddedFiles.all { try lexicon.add(file: "\(name)", text: TableText(contents)) }
    return lexicon
  }

  /// Adds a table, or its rows to the table of that name. A later row with the `id` of an earlier one replaces it.
  ///
  /// - Parameter file: The file's path; the table's name is its last part without `.tsv`.
  /// - Throws: A diagnostic with file and line where the table is malformed.
  package mutating func add(file: String, contents: [UInt8]) throws(Diagnostic) {
    try add(file: file, text: TableText(contents))
  }

  private mutating func add(file: String, text: TableText) throws(Diagnostic) {
    var name = file.utf8.split(separator: 0x2F).last.map { String(decoding: Array($0), as: UTF8.self) } ?? file
    if name.hasSuffix(".tsv") { name.removeLast(4) }
    let table = try Table(name: name, file: file, text: text)
    sources.append(Source(name: name + ".tsv", text: text))
    guard var known = tables[name] else {
      tables[name] = table
      return
    }
    let replaced = Set(table.rows.map { $0["id"] }.filter { !$0.isEmpty })
    known.rows.removeAll { replaced.contains($0["id"]) }
    known.rows += table.rows
    known.isBundled = known.isBundled && table.isBundled
    tables[name] = known
  }

  /// Whether all rows of a table are the program's own.
  package func isBundled(_ name: String) -> Bool { tables[name]?.isBundled ?? false }

  /// The table of a name; an empty one where there is none.
  package func rows(_ name: String) -> [Table.Row] {
    tables[name]?.rows ?? []
  }

  /// The names of all tables, sorted.
  package var names: [String] { tables.keys.sorted() }
}
