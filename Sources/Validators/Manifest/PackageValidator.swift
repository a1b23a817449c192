internal import EventModel
internal import JSON
internal import XML

/// Judges the files that a folder's `datapackage.json` describes, each by the schema that it names: tables by their Table
/// Schemas together, JSON Lines by JSON Schema, XML by XSD.
package struct PackageValidator: Sendable {
  private let folder: String
  private let limit: Int
  private let jobs: Int
  private let schema: @Sendable (String) -> [UInt8]?

  /// Makes a validator of a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - limit: How many diagnostics are kept for each file.
  ///   - jobs: How many cores JSON Lines files are read on.
  ///   - schema: Gives the bytes of a schema by its file name, where the folder's own is not to be trusted.
  package init(
    folder: String, limit: Int = 100, jobs: Int = 1, schema: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }
  ) {
    self.folder = folder
    self.limit = limit
    self.jobs = jobs
    self.schema = schema
  }

  /// Judges every file that names a schema.
  ///
  /// - Returns: The number of records, and the faults; files are named relative to the folder.
  package func validate() async -> ValidationReport {
    var report = ValidationReport()
    let descriptor: DataPackageDescriptor
    do throws(Diagnostic) {
      descriptor = try DataPackageDescriptor(folder: folder)
    } catch {
      return ValidationReport(diagnostics: [error])
    }
    var tables: [Table] = []
    for resource in descriptor.resources {
      do throws(Diagnostic) {
        if let schema = resource.schemaPath {
          tables.append(try table(resource, schema))
        } else if let schema = resource.conformsTo {
          report.append(try await validate(resource, schema), limit: .max)
        }
      } catch {
        report.diagnostics.append(error)
      }
    }
    report.append(TableValidator.validate(tables, limit: limit), limit: .max)
    return report
  }

  private func isTrusted(_ path: String) -> Bool {
    schema(path.split(separator: "/").last.map(String.init) ?? path) != nil
  }

  /// The bytes of a schema that the package names.
  private func bytes(of path: String) throws(Diagnostic) -> [UInt8] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if let trusted = schema(name) { return trusted }
    guard SafePath.isSafe(path) else {
      throw Diagnostic(
        "package-unsafe-path", "the path \(path) leads out of the folder", file: DataPackageDescriptor.fileName)
    }
    return try ByteFile.contents(of: folder + "/" + path, name: path)
  }

  private func document(_ path: String) throws(Diagnostic) -> JSONValue {
    let bytes = try bytes(of: path)
    do throws(JSONError) {
      return try JSONParser.parse(bytes)
    } catch {
      throw error.diagnostic(file: path)
    }
  }

  private func table(_ resource: DataPackageDescriptor.Resource, _ path: String) throws(Diagnostic) -> Table {
    let document = try document(path)
    do throws(SchemaError) {
      return Table(
        name: resource.name, path: folder + "/" + resource.path, file: resource.path,
        schema: try TableSchema(document), delimiter: resource.delimiter)
    } catch {
      throw error.diagnostic(file: path)
    }
  }

  private func validate(
    _ resource: DataPackageDescriptor.Resource, _ path: String
  ) async throws(Diagnostic) -> ValidationReport {
    if path.hasSuffix(".xsd") { return try validateXML(resource, path) }
    guard path.hasSuffix(".json") else { return ValidationReport() }
    let document = try document(path)
    let schema: JSONSchema
    do throws(SchemaError) {
      // Formats that somebody else's schema names may be remarks; those of the trusted one are demands.
      schema = try JSONSchema(document, assertsFormats: isTrusted(path))
    } catch {
      throw error.diagnostic(file: path)
    }
    let validator = JSONLinesValidator(schema: schema, limit: limit)
    return await validator.validate(path: folder + "/" + resource.path, name: resource.path, jobs: jobs)
  }

  private func validateXML(
    _ resource: DataPackageDescriptor.Resource, _ path: String
  ) throws(Diagnostic) -> ValidationReport {
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    let name = path.split(separator: "/").last.map(String.init) ?? path
    // A schema may import others that lie beside it.
    let listing = try FolderListing(folder, name: folder)
    var files = [(name: name, contents: try bytes(of: path))]
    for file in listing.files where file.hasSuffix(".xsd") && file != path && file.hasPrefix(parent) {
      files.append((String(file.dropFirst(parent.isEmpty ? 0 : parent.utf8.count + 1)), try bytes(of: file)))
    }
    do throws(XMLSchema.Failure) {
      let schema = try XMLSchema(named: name, among: files)
      return XMLValidator.validate(
        path: folder + "/" + resource.path, name: resource.path, schema: schema, limit: limit)
    } catch {
      return ValidationReport(diagnostics: error.diagnostics)
    }
  }
}
