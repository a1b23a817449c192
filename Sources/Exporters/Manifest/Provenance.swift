package import JSON

/// What an export was made from and with: `provenance.json`. The same inputs, tables, schemas, options and tool give
/// the same file.
package struct Provenance: Hashable, Sendable {
  /// The tool's version, such as `0.1.0`.
  package var toolVersion: String
  /// The moment that the user gave as that of the export, in RFC 3339.
  package var asOf: String?
  /// The options that influence the output, with their values, in a fixed order.
  package var options: [JSONTree.Member]
  /// The input files; paths are relative to the input's root.
  package var inputs: [FileDigest]
  /// The files of metadata, in the order of the user, whose later ones go before the earlier.
  package var metadata: [FileDigest]
  /// The programs that wrote formats, in the order of the formats; paths are file names.
  package var programs: [FileDigest]
  /// The tables of linguistic knowledge, in reading order; a user's own come after the bundled ones.
  package var tables: [FileDigest]
  /// The schemas that the files were validated against.
  package var schemas: [FileDigest]
  /// How many records of each kind were written, in a fixed order.
  package var counts: [JSONTree.Member]

  /// Describes where an export comes from.
  package init(
    toolVersion: String, asOf: String? = nil, options: [JSONTree.Member], inputs: [FileDigest],
    metadata: [FileDigest] = [], programs: [FileDigest] = [], tables: [FileDigest], schemas: [FileDigest],
    counts: [JSONTree.Member]
  ) {
    self.toolVersion = toolVersion
    self.asOf = asOf
    self.options = options
    self.inputs = inputs
    self.metadata = metadata
    self.programs = programs
    self.tables = tables
    self.schemas = schemas
    self.counts = counts
  }

  /// The name of the file.
  package static let fileName = "provenance.json"

  /// The bytes of the file. Inputs and schemas are sorted by path; metadata and tables keep their order, which has a
  /// meaning.
  package func json() -> [UInt8] {
    JSONTree.object([
      "tool": .object(["name": "isnad", "version": .string(toolVersion)]),
      "as_of": asOf.map { .string($0) },
      "options": .members(options),
      "counts": .members(counts),
      "inputs": .array(inputs.sortedByPath().map(Self.describe)),
      "metadata": .array(metadata.map(Self.describe)),
      "programs": programs.isEmpty ? nil : .array(programs.map(Self.describe)),
      "tables": .array(tables.map(Self.describe)),
      "schemas": .array(schemas.sortedByPath().map(Self.describe)),
    ]).pretty()
  }

  private static func describe(_ file: FileDigest) -> JSONTree {
    .object([
      "path": .string(file.path), "bytes": .integer(file.bytes), "sha256": .string(file.sha256),
    ])
  }
}
