package import EventModel

/// All tables of linguistic knowledge: the embedded ones, and rows that a user adds.
package struct Lexicon: Sendable {
  /// The embedded tables by name, which are read when they are asked for: most of them are compiled already.
  private var embedded: [String: EmbeddedTable] = [:]
  /// The tables by name that were added, and the embedded ones that rows were added to.
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

  /// Makes a lexicon of tables that are part of the program, by the names of their files.
  ///
  /// - Throws: A diagnostic with file and line where a table has no columns.
  package init(embedded files: [(name: StaticString, contents: StaticString)]) throws(Diagnostic) {
    for (file, contents) in files {
      let (name, text) = (Self.name(of: "\(file)"), TableText(contents))
      sources.append(Source(name: "\(file)", text: text))
      embedded[name] = try EmbeddedTable(name: name, file: "\(file)", text: text)
    }
  }

  /// Adds a table, or its rows to the table of that name. A later row with the `id` of an earlier one replaces it.
  ///
  /// - Parameter file: The file's path; the table's name is its last part without `.tsv`.
  /// - Throws: A diagnostic with file and line where the table is malformed.
  package mutating func add(file: String, contents: [UInt8]) throws(Diagnostic) {
    try add(file: file, text: TableText(contents))
  }

  private mutating func add(file: String, text: TableText) throws(Diagnostic) {
    let name = Self.name(of: file)
    let table = try Table(name: name, file: file, text: text)
    sources.append(Source(name: name + ".tsv", text: text))
    let rows = rows(name)
    let replaced = rows.isEmpty ? [] : Set(table.rows.map { $0["id"] }.filter { !$0.isEmpty })
    tables[name] = Table(name: name, rows: rows.filter { !replaced.contains($0["id"]) } + table.rows)
  }

  /// The name of the table that a file holds: the last part of its path without `.tsv`.
  private static func name(of file: String) -> String {
    let name = file.utf8.split(separator: 0x2F).last.map { String(decoding: Array($0), as: UTF8.self) } ?? file
    return name.hasSuffix(".tsv") ? String(name.dropLast(4)) : name
  }

  /// Whether all rows of all tables are the program's own.
  package var isBundled: Bool { tables.isEmpty && !embedded.isEmpty }

  /// The table of a name; an empty one where there is none.
  package func rows(_ name: String) -> [Table.Row] {
    tables[name]?.rows ?? embedded[name]?.rows ?? []
  }

  /// A table that is part of the program, as it is without the rows that a user adds; nil where there is none.
  package func embedded(_ name: String) -> EmbeddedTable? { embedded[name] }

  /// The names of all tables, sorted.
  package var names: [String] { Set(tables.keys).union(embedded.keys).sorted() }
}
