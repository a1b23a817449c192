package import EventModel
internal import JSON

/// What `datapackage.json` says of a folder's files (Data Package v2), as far as validation needs it.
package struct DataPackageDescriptor: Sendable {
  /// A file.
  package struct Resource: Sendable {
    /// The name by which others refer to it.
    package var name: String
    /// The path below the folder.
    package var path: String
    /// `csv`, `jsonl`, `xml`, or what it says.
    package var format: String?
    /// The number of bytes that it should have.
    package var bytes: Int?
    /// The digest that it should have, with the algorithm before a colon.
    package var hash: String?
    /// The path of the Table Schema below the folder.
    package var schemaPath: String?
    /// The path of another schema below the folder, or any address.
    package var conformsTo: String?
    /// The byte between the fields of a CSV file.
    package var delimiter: UInt8
  }

  /// The files in the descriptor's order.
  package let resources: [Resource]

  /// The name of the file.
  package static let fileName = "datapackage.json"

  /// Reads the descriptor of a folder.
  ///
  /// - Throws: What is wrong with it, first of all a path that leads out of the folder.
  package init(folder: String) throws(Diagnostic) {
    let bytes = try ByteFile.contents(of: folder + "/" + Self.fileName, name: Self.fileName)
    let document: JSONValue
    do throws(JSONError) {
      document = try JSONParser.parse(bytes)
    } catch {
      throw error.diagnostic(file: Self.fileName)
    }
    guard let list = document["resources"]?.array, !list.isEmpty else {
      throw Self.fault("resources must be an array of at least one resource")
    }
    var resources: [Resource] = []
    for value in list { resources.append(try Self.resource(value)) }
    self.resources = resources
  }

  private static func resource(_ value: JSONValue) throws(Diagnostic) -> Resource {
    guard let name = value["name"]?.string, let path = value["path"]?.string else {
      throw fault("a resource needs a name and one path")
    }
    let schema = value["schema"]?.string
    for path in [path, schema].compactMap({ $0 }) where !SafePath.isSafe(path) {
      throw Diagnostic("package-unsafe-path", "the path \(path) leads out of the folder", file: fileName)
    }
    let delimiter = value["dialect"]?["delimiter"]?.string ?? ","
    guard let byte = delimiter.utf8.first, delimiter.utf8.count == 1 else {
      throw fault("the delimiter of \(name) must be one byte")
    }
    return Resource(
      name: name, path: path, format: value["format"]?.string, bytes: value["bytes"]?.int,
      hash: value["hash"]?.string, schemaPath: schema, conformsTo: value["conformsTo"]?.string, delimiter: byte)
  }

  private static func fault(_ reason: String) -> Diagnostic {
    Diagnostic("package-malformed", reason, file: fileName)
  }
}
