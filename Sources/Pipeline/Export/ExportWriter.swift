package import EventModel
package import Exporters
internal import Schemas

/// Writes a data set in all formats, with schemas, manifests and provenance, into a folder that nobody reads yet.
package struct ExportWriter: Sendable {
  /// The names of the formats, built-in or of programs.
  package var formats: [String]
  /// The programs among the formats.
  package var programs: [DescribedProgram]
  /// How many seconds a run of a program may take; nil for a time that grows with the data.
  package var programSeconds: Int?
  /// What the user chose about them.
  package var options: ExportOptions
  /// The moment that the export names as its own.
  package var moment: ExportMoment?
  /// How many formats are written at the same time.
  package var jobs: Int

  /// Where the schemas go.
  private static let schemaFolder = "data/schemas"

  /// Makes a writer.
  package init(
    formats: [String], programs: [DescribedProgram] = [], programSeconds: Int? = nil,
    options: ExportOptions = ExportOptions(), moment: ExportMoment? = nil, jobs: Int = 1
  ) {
    self.formats = formats
    self.programs = programs
    self.programSeconds = programSeconds
    self.options = options
    self.moment = moment
    self.jobs = jobs
  }

  /// Writes everything, and validates every data file against its schema.
  ///
  /// - Parameters:
  ///   - provenance: What is known of the export before its schemas are.
  ///   - report: Is told what formats could not hold, and every fault of a file that does not satisfy its schema.
  /// - Returns: The number of files.
  /// - Throws: What the operating system refused; `invalid-export` where a file does not satisfy its schema.
  package func write(
    _ dataset: any DatasetRecords, provenance: Provenance, into folder: String, report: (Diagnostic) -> Void
  ) async throws -> Int {
    var provenance = provenance
    var resources: [DataPackage.Resource] = []
    try await forEachInOrder(formats, jobs: jobs) { format in
      write(dataset, in: format, into: folder)
    } consume: { result in
      let written = try result.get()
      resources += written.resources
      written.notes.forEach(report)
    }
    try await judge(resources, in: folder, report: report)
    let schemas = EmbeddedSchemas.files.map { (name: Self.schemaFolder + "/" + $0.name, contents: $0.contents) }
    provenance.schemas = try write(schemas, into: folder)
    let payload = resources.map(\.digest) + provenance.schemas

    let package = DataPackage(
      toolVersion: Tool.version, created: moment?.description, schemaFolder: Self.schemaFolder, resources: resources)
    let tags = try write(
      [
        (BagIt.declarationName, BagIt.declaration),
        (
          BagIt.infoName,
          BagIt.info(payload: payload, softwareAgent: "isnad " + Tool.version, date: moment?.day.description)
        ),
        (BagIt.manifestName, BagIt.manifest(payload)),
        (DataPackage.fileName, package.json()),
        (Provenance.fileName, provenance.json()),
      ], into: folder)
    try write([(BagIt.tagManifestName, BagIt.manifest(tags))], into: folder)
    return payload.count + tags.count + 1
  }

  private func write(
    _ dataset: any DatasetRecords, in format: String, into folder: String
  ) -> Result<(resources: [DataPackage.Resource], notes: [Diagnostic]), Diagnostic> {
    Result { () throws(Diagnostic) in
      if let exporter = ExporterRegistry.exporter(named: format, options: options) {
        return try FormatWriter.write(dataset, with: exporter, into: folder)
      }
      guard let program = programs.first(where: { $0.format.name == format }) else { return ([], []) }
      return try ProgramRunner.write(
        dataset, with: program, moment: moment?.description, seconds: programSeconds, into: folder)
    }
  }

  /// Validates the data files against their schemas.
  private func judge(
    _ resources: [DataPackage.Resource], in folder: String, report: (Diagnostic) -> Void
  ) async throws {
    let files = resources.compactMap { resource in
      resource.file.schema.flatMap { SchemaSource.bundled($0) }.map {
        JudgedFile(path: folder + "/" + resource.file.path, name: resource.file.path, schema: $0)
      }
    }
    let faults = try await Judge(jobs: jobs).faults(of: files)
    faults.forEach(report)
    let errors = faults.count { $0.severity == .error }
    guard errors == 0 else {
      throw Diagnostic(
        "invalid-export", "\(errors) faults of the export by its own schemas: the target is left as it was")
    }
  }

  /// Writes files that are in memory.
  @discardableResult
  private func write(
    _ contents: [(name: String, contents: [UInt8])], into folder: String
  ) throws(Diagnostic) -> [FileDigest] {
    var files = try HashedFiles(in: folder, names: contents.map(\.name))
    for (index, file) in contents.enumerated() { try files.write(file.contents, to: index) }
    return try files.finish()
  }
}
