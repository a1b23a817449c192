internal import JSON

/// The description of all data files of an export (Data Package v2): `datapackage.json`.
package struct DataPackage: Hashable, Sendable {
  /// A data file.
  package struct Resource: Hashable, Sendable {
    /// What the format declares.
    package var file: OutputFile
    /// What was written.
    package var digest: FileDigest

    /// Describes a data file.
    package init(file: OutputFile, digest: FileDigest) {
      self.file = file
      self.digest = digest
    }
  }

  /// The tool's version, such as `0.1.0`.
  package var toolVersion: String
  /// The moment of the export in RFC 3339, only where the user gave one.
  package var created: String?
  /// The folder of the schemas, below the export's.
  package var schemaFolder: String
  /// The data files, in the order of their formats.
  package var resources: [Resource]

  /// Describes an export.
  package init(toolVersion: String, created: String?, schemaFolder: String = "data/schemas", resources: [Resource]) {
    self.toolVersion = toolVersion
    self.created = created
    self.schemaFolder = schemaFolder
    self.resources = resources
  }

  /// The name of the file.
  package static let fileName = "datapackage.json"

  /// The bytes of the file.
  package func json() -> [UInt8] {
    JSONTree.object([
      "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
      "name": "isnad-export",
      "title": "Events, claims and their evidence in Arabic news",
      "description": .string("What every field and value means is told by \(schemaFolder)/CODEBOOK.md."),
      "created": created.map { .string($0) },
      "contributors": [
        .object(["title": .string("isnad " + toolVersion), "roles": ["creator"]])
      ],
      "resources": .array(resources.map(describe)),
    ]).pretty()
  }

  private func describe(_ resource: Resource) -> JSONTree {
    let file = resource.file
    let schema = file.schema.map { JSONTree.string(schemaFolder + "/" + $0) }
    return .object([
      "name": .string(file.name),
      "type": file.dialect == nil ? nil : "table",
      "title": .string(file.title),
      "path": .string(file.path),
      "format": .string(file.format),
      "mediatype": .string(file.mediaType),
      "encoding": file.isText ? "utf-8" : nil,
      "bytes": .integer(resource.digest.bytes),
      "hash": .string("sha256:" + resource.digest.sha256),
      "dialect": file.dialect.map(describe),
      // The standard keeps `schema` for tables; other files name what they conform to in the term of Dublin Core.
      "schema": file.dialect == nil ? nil : schema,
      "conformsTo": file.dialect == nil ? schema : nil,
    ])
  }

  private func describe(_ dialect: TableDialect) -> JSONTree {
    .object([
      "$schema": "https://datapackage.org/profiles/2.0/tabledialect.json",
      "header": true,
      "delimiter": .string(dialect.delimiter),
      "lineTerminator": .string(dialect.lineTerminator),
      "quoteChar": .string(dialect.quoteCharacter),
      "doubleQuote": true,
      "byteOrderMark": .boolean(dialect.byteOrderMark),
      "note": .string(dialect.note),
    ])
  }
}
