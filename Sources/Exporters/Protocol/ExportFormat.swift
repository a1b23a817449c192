/// A format's name and the files that it writes.
public struct ExportFormat: Hashable, Sendable {
  /// The name that a user types, such as `csv`.
  public var name: String
  /// One sentence for people, without a full stop.
  public var summary: String
  /// The files, in the order of the buffers that the exporter is lent.
  public var files: [OutputFile]

  /// Makes a format.
  public init(name: String, summary: String, files: [OutputFile]) {
    self.name = name
    self.summary = summary
    self.files = files
  }
}

/// One file that a format writes.
public struct OutputFile: Hashable, Sendable {
  /// The name of the data resource, unique in an export: lower-case letters, digits and hyphens.
  public var name: String
  /// One sentence for people, without a full stop.
  public var title: String
  /// The path below the export's folder, `/`-separated, such as `data/csv/events.csv`.
  public var path: String
  /// The short name of the syntax, such as `csv`.
  public var format: String
  /// The media type without parameters, such as `text/csv`.
  public var mediaType: String
  /// The name of the bundled schema that the file must satisfy, such as `events.table.json`.
  public var schema: String?
  /// How a table is written; nil for other files.
  public var dialect: TableDialect?
  /// Whether the bytes are UTF-8.
  public var isText: Bool

  /// Describes a file.
  public init(
    name: String, title: String, path: String, format: String, mediaType: String, schema: String?,
    dialect: TableDialect? = nil, isText: Bool = true
  ) {
    self.name = name
    self.title = title
    self.path = path
    self.format = format
    self.mediaType = mediaType
    self.schema = schema
    self.dialect = dialect
    self.isText = isText
  }
}

/// How a file of delimited text is written, in the terms of the Table Dialect standard.
public struct TableDialect: Hashable, Sendable {
  /// What separates cells.
  public var delimiter: String
  /// What ends a row.
  public var lineTerminator: String
  /// What encloses a cell; it is doubled inside one.
  public var quoteCharacter: String
  /// Whether the file begins with U+FEFF.
  public var byteOrderMark: Bool
  /// What a reader must know beyond the standard, in sentences.
  public var note: String

  /// Describes a dialect.
  public init(
    delimiter: String, lineTerminator: String, quoteCharacter: String, byteOrderMark: Bool, note: String
  ) {
    self.delimiter = delimiter
    self.lineTerminator = lineTerminator
    self.quoteCharacter = quoteCharacter
    self.byteOrderMark = byteOrderMark
    self.note = note
  }
}
