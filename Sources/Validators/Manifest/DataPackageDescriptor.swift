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
    /// What ends a row of a CSV file, and whether the file begins with U+FEFF; nil where the dialect does not say.
    package var lineTerminator: String?
    package var byteOrderMark: Bool?
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
    for (index, value) in list.enumerated() {
      resources.append(try Self.resource(value, at: "/resources/\(index)"))
    }
    self.resources = resources
  }

  private static func resource(_ value: JSONValue, at pointer: String) throws(Diagnostic) -> Resource {
    guard let name = value["name"]?.string, let path = value["path"]?.string else {
      throw fault("at \(pointer): a resource needs a name and one path")
    }
    let schema = value["schema"]?.string
    for (member, path) in [("path", path), ("schema", schema ?? path)] where !SafePath.isSafe(path) {
      throw Diagnostic(
        "package-unsafe-path", "at \(pointer)/\(member): the path \(path) leads out of the folder", file: fileName)
    }
    let dialect = value["dialect"]
    let delimiter = dialect?["delimiter"]?.string ?? ","
    guard let byte = delimiter.utf8.first, delimiter.utf8.count == 1 else {
      throw fault("at \(pointer)/dialect/delimiter: the delimiter of \(name) must be one byte")
    }
    return Resource(
      name: name, path: path, format: value["format"]?.string, bytes: value["bytes"]?.int,
      hash: value["hash"]?.string, schemaPath: schema, conformsTo: value["conformsTo"]?.string, delimiter: byte,
      lineTerminator: dialect?["lineTerminator"]?.string, byteOrderMark: dialect?["byteOrderMark"]?.bool)
  }

  /// The faults of resources that have the name or the path of an earlier one.
  var repetitions: [Diagnostic] {
    var names: Set<JSONKey> = []
    var paths: Set<JSONKey> = []
    var faults: [Diagnostic] = []
    for (index, resource) in resources.enumerated() {
      for (member, text, isNew) in [
        ("name", resource.name, names.insert(JSONKey(resource.name)).inserted),
        ("path", resource.path, paths.insert(JSONKey(resource.path)).inserted),
      ] where !isNew {
        faults.append(
          Diagnostic(
            "package-duplicate", "at /resources/\(index)/\(member): another resource has \(text) already",
            file: Self.fileName))
      }
    }
    return faults
  }

  private static func fault(_ reason: String) -> Diagnostic {
    Diagnostic("package-malformed", reason, file: fileName)
  }
}
