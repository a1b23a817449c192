internal import Digest
package import EventModel
package import Exporters
internal import JSON
package import Lexicon

/// What a user asks an export to be.
package struct ExportRequest: Sendable {
  /// What to read: files, folders, patterns and `-` for standard input.
  package var inputs: [String]
  /// The folder of the export.
  package var target: String
  /// The names of the formats, built-in or of programs.
  package var formats: [String]
  /// The programs among the formats.
  package var programs: [DescribedProgram]
  /// How many seconds a run of a program may take; nil for a time that grows with the data.
  package var programSeconds: Int?
  /// For whom CSV is written.
  package var csvProfile: CSVProfile
  /// Whether articles carry their document's text.
  package var keepsText: Bool
  /// How many records are worked on at the same time.
  package var jobs: Int
  /// The moment that the export names as its own.
  package var moment: ExportMoment?
  /// Whether the work goes on from what an interrupted run has finished, and keeps what it finishes itself until the
  /// export stands.
  package var resumes: Bool
  /// How much memory it may take.
  package var memory: MemoryLimit

  /// Makes a request.
  package init(
    inputs: [String], target: String, formats: [String] = ExporterRegistry.defaultNames,
    programs: [DescribedProgram] = [], programSeconds: Int? = nil, csvProfile: CSVProfile = .spreadsheet,
    keepsText: Bool = false, jobs: Int = Processors.count,
    moment: ExportMoment? = nil, resumes: Bool = false, memory: MemoryLimit = .standard
  ) {
    self.inputs = inputs
    self.target = target
    self.formats = formats
    self.programs = programs
    self.programSeconds = programSeconds
    self.csvProfile = csvProfile
    self.keepsText = keepsText
    self.jobs = jobs
    self.moment = moment
    self.resumes = resumes
    self.memory = memory
  }

  /// Reads the inputs and puts an export in the target's place.
  ///
  /// - Parameters:
  ///   - progress: Is told after each document how far the reading has come.
  ///   - report: Is told of every fault and note, in an order that depends on the inputs only.
  /// - Throws: A diagnostic where there is nothing to export, where a file does not satisfy its schema or where the
  ///   operating system refuses; the target is then what it was.
  package func run(
    with extractor: Extractor, lexicon: Lexicon, progress: (ExtractionProgress) -> Void = { _ in },
    report: (Diagnostic) -> Void
  ) async throws -> ExportReport {
    // First of all, so that what cannot be done is known before the work.
    let memory = try memory.fitting()
    let lock = try await TargetLock.wait(for: target, report: report)
    defer { lock.release() }
    var folder = try StagedFolder(target: target)
    folder.notes.forEach(report)
    let reading = ReadingSummary(extractor.documents.options, keepsText: keepsText)
    let shards = try ShardFolder(
      target: target, header: PartialWriter.header(tables: PartialForm.digest(of: lexicon), reading))
    let store = SpillingArticles(limit: memory.forArticles, folder: folder.path)
    if !resumes, shards.isThere { report(ShardFolder.waiting) }
    do {
      let extraction =
        try await resumes
        ? extractor.extract(
          paths: inputs, jobs: jobs, into: store, resuming: shards, progress: progress, report: report)
        : extractor.extract(paths: inputs, jobs: jobs, into: store, progress: progress, report: report)
      try Task.checkCancellation()
      let material = ExportMaterial(
        dataset: try await extraction.records(jobs: jobs), rejected: extraction.rejected, faults: extraction.faults,
        reading: reading,
        inputs: try extraction.inputs.map { input throws(Diagnostic) in try FileDigest(input) })
      let written = try await write(material, into: &folder, lexicon: lexicon, report: report)
      shards.remove()
      return written
    } catch {
      if resumes, shards.isThere { report(ShardFolder.kept) }
      throw error
    }
  }

  /// Puts together what `isnad stream` wrote, which the request names as its inputs, and puts an export in the target's
  /// place: that which ``run(with:lexicon:progress:report:)`` makes of all the articles together.
  ///
  /// - Parameter report: Is told of every fault and note, in an order that depends on the inputs only.
  /// - Throws: A diagnostic for a line that is not whole or was made by another version or with other tables,
  ///   and what ``run(with:lexicon:progress:report:)`` throws; the target is then what it was.
  package func merge(lexicon: Lexicon, report: (Diagnostic) -> Void) async throws -> ExportReport {
    let memory = try memory.fitting()
    let lock = try await TargetLock.wait(for: target, report: report)
    defer { lock.release() }
    var folder = try StagedFolder(target: target)
    folder.notes.forEach(report)
    let store = SpillingArticles(limit: memory.forArticles, folder: folder.path)
    var reader = PartialReader(tables: PartialForm.digest(of: lexicon), store: store)
    try await reader.read(paths: inputs, jobs: jobs)
    try Task.checkCancellation()
    reader.notes.forEach(report)
    return try await write(try await reader.finish(jobs: jobs), into: &folder, lexicon: lexicon, report: report)
  }

  /// Writes everything into a folder, and puts that in the target's place.
  private func write(
    _ material: ExportMaterial, into folder: inout StagedFolder, lexicon: Lexicon, report: (Diagnostic) -> Void
  ) async throws -> ExportReport {
    try Task.checkCancellation()
    let (dataset, counts) = (material.dataset, material.dataset.counts)
    guard counts.articles > 0 else {
      throw ExportMaterial.missing
    }
    let provenance = Provenance(
      toolVersion: Tool.version, asOf: moment?.description, options: options(material.reading),
      inputs: Array(Set(material.inputs)).sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) },
      metadata: material.reading.metadata,
      programs: try programs.map { described throws(Diagnostic) in
        try FileDigest(path: described.program.fileName, contentsOf: described.program.path)
      },
      tables: lexicon.sources.map { FileDigest(path: $0.name, contents: $0.contents) }, schemas: [],
      counts: material.members(of: counts))
    let writer = ExportWriter(
      formats: formats, programs: programs, programSeconds: programSeconds,
      options: ExportOptions(csvProfile: csvProfile), moment: moment, jobs: jobs)
    let files = try await writer.write(dataset, provenance: provenance, into: folder.path, report: report)
    try Task.checkCancellation()
    if let note = try folder.commit() { report(note) }
    return ExportReport(
      counts, rejected: material.rejected, faults: material.faults, files: files, folder: target,
      first: fileToOpenFirst)
  }

  /// The file that a person opens first: that of the format which is most for people.
  private var fileToOpenFirst: String? {
    ["html", "xlsx", "csv"].first(where: formats.contains)
      .flatMap { ExporterRegistry.exporter(named: $0)?.format.files.first?.path }
  }

  /// The options that change the output, for the provenance.
  private func options(_ reading: ReadingSummary) -> [JSONTree.Member] {
    func text(_ value: String?) -> JSONTree { value.map { .string($0) } ?? .null }
    return [
      JSONTree.Member("formats", .strings(formats)), JSONTree.Member("csv_profile", .string(csvProfile.rawValue)),
      JSONTree.Member("with_text", .boolean(reading.keepsText)),
      JSONTree.Member("published", text(reading.published)), JSONTree.Member("encoding", text(reading.encoding)),
      JSONTree.Member("input_format", text(reading.format)),
    ]
  }
}
