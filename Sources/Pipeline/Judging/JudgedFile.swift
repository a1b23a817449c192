/// A data file, and the schema that it must satisfy.
package struct JudgedFile: Sendable, Hashable {
  /// Where the file is.
  package var path: String
  /// The name that diagnostics give it.
  package var name: String
  /// The schema.
  package var schema: SchemaSource

  /// Describes a file.
  package init(path: String, name: String? = nil, schema: SchemaSource) {
    self.path = path
    self.name = name ?? path
    self.schema = schema
  }
}

/// A schema as somebody wrote it.
package struct SchemaSource: Sendable, Hashable {
  /// The languages of schemas.
  enum Language {
    case json
    case table
    case xml
  }

  /// The file's name, or its path where the user gave one.
  package var name: String
  /// The bytes.
  package var contents: [UInt8]
  /// Whether the schema is one of the bundled set, whose members refer to each other by name.
  package var isBundled: Bool
}
