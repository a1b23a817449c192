package import EventModel
internal import JSON
internal import Schemas
internal import Validators
internal import XML

/// Judges data files by schemas, of whatever format.
package struct Judge: Sendable {
  /// How many files are judged at the same time; the result is the same for any number.
  private var jobs: Int

  /// Makes a judge.
  package init(jobs: Int) {
    self.jobs = jobs
  }

  /// What can be judged alone: the tables of a folder together, as they refer to each other, and any other file.
  private enum Unit: Sendable {
    case tables([JudgedFile])
    case json(JudgedFile)
    case xml(JudgedFile)
  }

  /// The faults of some files, in their order; none where all satisfy their schemas.
  ///
  /// - Throws: ``UnusableSchema``.
  package func faults(of files: [JudgedFile]) async throws -> [Diagnostic] {
    var faults: [Diagnostic] = []
    try await forEachInOrder(try Self.units(files), jobs: jobs, work: Self.faults) { faults += try $0.get() }
    return faults
  }

  /// The same on one core and at once, for whoever measures.
  ///
  /// - Throws: ``UnusableSchema``.
  package static func faults(of files: [JudgedFile]) throws(UnusableSchema) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for unit in try units(files) { faults += try Self.faults(of: unit).get() }
    return faults
  }

  private static func units(_ files: [JudgedFile]) throws(UnusableSchema) -> [Unit] {
    var units: [Unit] = []
    var places: [String: Int] = [:]
    for file in files {
      switch try file.schema.language() {
      case .json: units.append(.json(file))
      case .xml: units.append(.xml(file))
      case .table:
        let folder = FileTree.parent(of: file.path) ?? ""
        if let place = places[folder], case .tables(let others) = units[place] {
          units[place] = .tables(others + [file])
        } else {
          places[folder] = units.count
          units.append(.tables([file]))
        }
      }
    }
    return units
  }

  private static func faults(of unit: Unit) -> Result<[Diagnostic], UnusableSchema> {
    do throws(UnusableSchema) {
      switch unit {
      case .tables(let files): return .success(try faults(ofTables: files))
      case .json(let file): return .success(try faults(ofJSON: file))
      case .xml(let file): return .success(try faults(ofXML: file))
      }
    } catch {
      return .failure(error)
    }
  }

  // MARK: - Formats

  private static func faults(ofTables files: [JudgedFile]) throws(UnusableSchema) -> [Diagnostic] {
    let names = Set(files.map(\.schema.tableName))
    var tables: [Table] = []
    for file in files {
      let document = try file.schema.json().keepingReferences(to: names)
      do throws(SchemaError) {
        tables.append(
          Table(
            name: file.schema.tableName, path: file.path, file: file.name, schema: try TableSchema(document)))
      } catch {
        throw UnusableSchema(diagnostics: [error.diagnostic(file: file.schema.name)])
      }
    }
    return TableValidator.validate(tables).diagnostics
  }

  private static func faults(ofJSON file: JudgedFile) throws(UnusableSchema) -> [Diagnostic] {
    let document = try file.schema.json()
    let schema: JSONSchema
    do throws(SchemaError) {
      schema = try JSONSchema(document)
    } catch {
      throw UnusableSchema(diagnostics: [error.diagnostic(file: file.schema.name)])
    }
    guard file.path.hasSuffix(".json") else {
      return JSONLinesValidator(schema: schema).validate(path: file.path, name: file.name).diagnostics
    }
    guard let bytes = FileTree.bytes(of: file.path) else { return [.system("cannot read", file: file.name)] }
    do throws(JSONError) {
      return schema.faults(in: try JSONParser.parse(bytes)).map { $0.diagnostic(file: file.name) }
    } catch {
      return [error.diagnostic(file: file.name)]
    }
  }

  private static func faults(ofXML file: JudgedFile) throws(UnusableSchema) -> [Diagnostic] {
    do throws(XMLSchema.Failure) {
      let schema =
        file.schema.isBundled
        ? try XMLSchema(named: file.schema.name, among: EmbeddedSchemas.files)
        : try XMLSchema(path: file.schema.name)
      return XMLValidator.validate(path: file.path, name: file.name, schema: schema).diagnostics
    } catch {
      throw UnusableSchema(diagnostics: error.diagnostics)
    }
  }
}

extension SchemaSource {
  /// The name by which other tables refer to the one that this schema describes.
  fileprivate var tableName: String {
    let file = name.split(separator: "/").last ?? ""
    return file.split(separator: ".").first.map(String.init) ?? name
  }
}

extension JSONValue {
  /// A table schema without the references to tables that are not at hand.
  fileprivate func keepingReferences(to names: Set<String>) -> JSONValue {
    guard case .object(var members) = self, let place = members.firstIndex(where: { $0.key == "foreignKeys" }) else {
      return self
    }
    let keys = members[place].value.array ?? []
    members[place].value = .array(
      keys.filter { key in
        let name = key["reference"]?["resource"]?.string ?? ""
        return name.isEmpty || names.contains(name)
      })
    return .object(members)
  }
}
