package import EventModel

/// What a user knows of articles: rows that name a document, by its path or its id, and say when and by whom its articles
/// were published.
///
/// ```
/// path,published,outlet
/// news/004.txt,2022-11-14,الشرق
/// ```
///
/// What a row says of an article replaces what the document says of itself. Of the rows that name an article, those of a
/// later file come last, and in a file those that name it more closely: a value is that of the last row that has one.
package struct MetadataTable: Sendable {
  /// What a row names.
  struct Key: Hashable, Sendable {
    /// The path below the input's root, or the file's name.
    var path: String?
    /// The document's id.
    var id: String?
    /// The position among the document's articles, from 1; nil for all of them.
    var segment: Int?
  }

  /// One row.
  struct Row: Sendable {
    var key: Key
    var published: EDTFDate?
    var outlet: String?
    var url: String?
    var headline: String?
    /// The number of its file, from 0, and where it stands in it.
    var number = 0
    var file: String
    var line: Int
    var column: Int?
  }

  private var rows: [Row] = []
  private var index: [Key: [Int]] = [:]
  private var files = 0

  /// Makes a table without rows.
  package init() {}

  /// Adds the rows of a file: CSV with a header row, or JSON Lines.
  ///
  /// - Parameters:
  ///   - file: The file as the user named it; its extension tells its format.
  ///   - contents: Its bytes.
  /// - Throws: A diagnostic with the line, and in CSV the column, of the first row that is not understood or that names
  ///   what an earlier row of the file names.
  package mutating func add(file: String, contents: [UInt8]) throws(Diagnostic) {
    var known: [Key: Int] = [:]
    for var row in try MetadataReader(file: file).rows(of: contents) {
      if let line = known[row.key] {
        throw Diagnostic(
          "metadata-duplicate", "line \(line) names the same already", file: file, line: row.line, column: row.column)
      }
      known[row.key] = row.line
      row.number = files
      index[row.key, default: []].append(rows.count)
      rows.append(row)
    }
    files += 1
  }

  /// Writes what the rows say into a document.
  ///
  /// - Returns: The numbers of the rows that name it or one of its articles.
  package func apply(to document: inout SourceDocument) -> [Int] {
    guard !rows.isEmpty else { return [] }
    var matches: [Int] = []
    for position in document.articles.indices {
      let found = rows(naming: document.info, segment: document.articles[position].segment)
      matches += found
      for number in found {
        let row = rows[number]
        if let date = row.published {
          document.articles[position].published = Publication(date: date, basis: .metadata)
        }
        if let outlet = row.outlet { document.articles[position].outlet = outlet }
        if let url = row.url { document.articles[position].url = url }
      }
      if let headline = found.compactMap({ rows[$0].headline }).last {
        document.articles[position].mark(headline: headline, in: document.text)
      }
    }
    return matches
  }

  /// A warning for each row that named nothing, in the order of the rows, and one for those above a number.
  ///
  /// - Parameter matched: The numbers of the rows that named something.
  package func warnings(exceptFor matched: Set<Int>) -> [Diagnostic] {
    let idle = rows.indices.filter { !matched.contains($0) }
    var warnings = idle.prefix(Self.mostWarnings).map { number in
      let row = rows[number]
      return Diagnostic(
        "metadata-unmatched", "“\(row.key.path ?? row.key.id ?? "")” matched no input", severity: .warning,
        file: row.file, line: row.line, column: row.column)
    }
    if idle.count > Self.mostWarnings {
      let rest = idle.count - Self.mostWarnings
      warnings.append(
        Diagnostic("metadata-unmatched", "\(rest) further rows of metadata matched no input", severity: .warning))
    }
    return warnings
  }

  /// How many rows are named one by one where they match nothing.
  private static let mostWarnings = 20

  /// The numbers of the rows that name an article, the one that decides last.
  private func rows(naming document: DocumentInfo, segment: Int) -> [Int] {
    var found: [(file: Int, closeness: Int, row: Int)] = []
    var paths: [(name: String?, closeness: Int)] = [(nil, 0), (document.path, 2)]
    if let slash = document.path.utf8.lastIndex(of: UInt8(ascii: "/")) {
      paths.append((String(document.path[document.path.utf8.index(after: slash)...]), 1))
    }
    for path in paths {
      for id in [nil, document.id] where path.name != nil || id != nil {
        for segment in [nil, segment] {
          let closeness = path.closeness + (id == nil ? 0 : 4) + (segment == nil ? 0 : 8)
          let numbers = index[Key(path: path.name, id: id, segment: segment)] ?? []
          found += numbers.map { (rows[$0].number, closeness, $0) }
        }
      }
    }
    return found.sorted { ($0.file, $0.closeness) < ($1.file, $1.closeness) }.map(\.row)
  }
}
