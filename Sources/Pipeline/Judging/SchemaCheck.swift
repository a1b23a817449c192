internal import EventModel
internal import Exporters
internal import JSON
internal import Schemas
internal import Validators

/// Holds the schemas of an export's folder, and what its data package says of them, against those that the program
/// bundles.
enum SchemaCheck {
  /// Where an export has its schemas.
  private static let schemaFolder = "data/schemas"

  /// Checks a folder.
  ///
  /// - Returns: The faults: bundled schemas that are missing or different, files that nothing describes, and data files
  ///   that name another schema than theirs. Where another version of the tool made the export, a different schema is
  ///   a warning.
  static func faults(in folder: String) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    let isOwn = toolVersion(folder) == Tool.version
    for schema in EmbeddedSchemas.files {
      let path = schemaFolder + "/" + schema.name
      guard let bytes = FileTree.bytes(of: folder + "/" + path) else {
        faults.append(Diagnostic("schema-missing", "the export lacks this schema", file: path))
        continue
      }
      guard bytes != schema.contents else { continue }
      let line = zip(bytes, schema.contents).prefix { $0 == $1 }.count { $0.0 == 0x0A } + 1
      faults.append(
        Diagnostic(
          "schema-different", "is not the schema of isnad \(Tool.version), by which the data is judged",
          severity: isOwn ? .error : .warning, file: path, line: line))
    }
    guard let descriptor = try? DataPackageDescriptor(folder: folder) else { return faults }
    return faults + undescribed(descriptor, folder) + misdescribed(descriptor)
  }

  private static func toolVersion(_ folder: String) -> String? {
    guard let bytes = FileTree.bytes(of: folder + "/" + Provenance.fileName),
      let document = try? JSONParser.parse(bytes)
    else { return nil }
    return document["tool"]?["version"]?.string
  }

  /// The files of the payload that are neither a resource nor a schema.
  private static func undescribed(_ descriptor: DataPackageDescriptor, _ folder: String) -> [Diagnostic] {
    var known = Set(EmbeddedSchemas.files.map { schemaFolder + "/" + $0.name })
    for resource in descriptor.resources {
      known.insert(resource.path)
      for schema in [resource.schemaPath, resource.conformsTo] { if let schema { known.insert(schema) } }
    }
    return files(folder, "data").filter { !known.contains($0) }.map {
      Diagnostic("package-undescribed", "is not described in \(DataPackage.fileName)", file: $0)
    }
  }

  private static func files(_ folder: String, _ path: String) -> [String] {
    (FileTree.names(in: folder + "/" + path) ?? []).flatMap { name -> [String] in
      let inner = path + "/" + name
      return FileTree.kind(of: folder + "/" + inner) == .folder ? files(folder, inner) : [inner]
    }
  }

  /// The data files for which a bundled schema is known, and which name another one or none.
  private static func misdescribed(_ descriptor: DataPackageDescriptor) -> [Diagnostic] {
    descriptor.resources.enumerated().compactMap { index, resource in
      let parts = resource.path.split(separator: "/")
      guard parts.count == 3, parts[0] == "data", let schema = SchemaSource.bundled(for: resource.path),
        ExporterRegistry.entries.contains(where: { $0.name == parts[1] })
      else { return nil }
      let isTable = schema.name.hasSuffix(".table.json")
      let (member, stated) = isTable ? ("schema", resource.schemaPath) : ("conformsTo", resource.conformsTo)
      let due = schemaFolder + "/" + schema.name
      guard stated != due else { return nil }
      return Diagnostic(
        "package-schema",
        "at /resources/\(index)/\(member): \(resource.path) must name \(due), not \(stated ?? "nothing")",
        file: DataPackage.fileName)
    }
  }
}
