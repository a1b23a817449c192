package import EventModel
internal import JSON
internal import Schemas

extension SchemaSource {
  /// A bundled schema, by its file name or the part before the extensions; nil where there is none.
  package static func bundled(_ name: String) -> SchemaSource? {
    let files = EmbeddedSchemas.files
    let file = files.first { $0.name == name } ?? files.first { $0.name.hasPrefix(name + ".") }
    return file.map { SchemaSource(name: $0.name, contents: $0.contents, isBundled: true) }
  }

  /// The bundled schema of a file of an export, by the file's name; nil where there is none.
  package static func bundled(for path: String) -> SchemaSource? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let parts = name.split(separator: ".")
    guard let stem = parts.first, let ending = parts.dropFirst().last else { return nil }
    return switch ending {
    case "jsonl": bundled(stem + ".schema.json")
    case "csv": bundled(stem + ".table.json")
    case "xml": bundled(stem + ".xsd")
    default: nil
    }
  }

  /// A schema on the disk, or a bundled one where there is no such file.
  ///
  /// - Throws: `schema-missing`.
  package static func named(_ name: String) throws(Diagnostic) -> SchemaSource {
    if let contents = FileTree.bytes(of: name) { return SchemaSource(name: name, contents: contents, isBundled: false) }
    guard let schema = bundled(name) else {
      throw Diagnostic("schema-missing", "there is no such file and no bundled schema of that name", file: name)
    }
    return schema
  }

  /// The language that the schema is written in.
  ///
  /// - Throws: The faults of a schema that is neither XML nor JSON.
  func language() throws(UnusableSchema) -> Language {
    guard contents.first(where: { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }) != UInt8(ascii: "<")
    else { return .xml }
    let document = try json()
    return document["fields"] == nil ? .json : .table
  }

  /// The schema as JSON.
  ///
  /// - Throws: The fault of a schema that is not.
  func json() throws(UnusableSchema) -> JSONValue {
    do throws(JSONError) {
      return try JSONParser.parse(contents)
    } catch {
      throw UnusableSchema(diagnostics: [error.diagnostic(file: name)])
    }
  }
}

/// Why a schema cannot be used.
package struct UnusableSchema: Error {
  /// The faults, at least one.
  package var diagnostics: [Diagnostic]
}
