/// The files of the `schemas` folder, generated from the description of the model.
package enum SchemaFiles {
  /// A file's name and bytes.
  package struct File: Hashable, Sendable {
    /// The name, without folders.
    package var name: String
    /// The bytes, UTF-8 with line feeds.
    package var contents: [UInt8]
  }

  /// The files, by name.
  package static func generated() -> [File] {
    let model = ModelDescription.current
    var files = [
      File(name: "CODEBOOK.md", contents: Array(CodebookGenerator.codebook(model).utf8)),
      File(name: "dataset.xsd", contents: Array(XMLSchemaGenerator.schema(model).utf8)),
      File(name: "xml.xsd", contents: Array(XMLSchemaGenerator.xmlNamespaceSchema.utf8)),
    ]
    files += model.roots.map { root in
      File(name: root.plural + ".schema.json", contents: JSONSchemaGenerator.schema(root))
    }
    files += model.tables.map { table in
      File(name: table.name + ".table.json", contents: TableSchemaGenerator.schema(table))
    }
    return files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
