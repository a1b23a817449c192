internal import Digest
package import EventModel
package import Exporters
internal import JSON
internal import Readers
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

  /// Makes a request.
  package init(
    inputs: [String], target: String, formats: [String] = ExporterRegistry.defaultNames,
    programs: [DescribedProgram] = [], programSeconds: Int? = nil, csvProfile: CSVProfile = .spreadsheet,
    keepsText: Bool = false, jobs: Int = Processors.count,
    moment: ExportMoment? = nil
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
    // First of all, so that a target that cannot be written is known before the work.
    let lock = try await TargetLock.wait(for: target, report: report)
    defer { lock.release() }
    var folder = try StagedFolder(target: target)
    folder.notes.forEach(report)
    let extraction = try await extractor.extract(paths: inputs, jobs: jobs, progress: progress, report: report)
    try Task.checkCancellation()
    let dataset = extraction.dataset
    guard !dataset.articles.isEmpty else {
      throw Diagnostic("no-articles", "no article was read: nothing is exported")
    }
    let inputs = try extraction.inputs.map { input throws(Diagnostic) in
      if let digest = input.digest {
        FileDigest(path: input.file.path, bytes: digest.bytes, sha256: digest.sha256)
      } else {
        try FileDigest(path: input.file.path, contentsOf: input.file.location)
      }
    }
    let provenance = Provenance(
      toolVersion: Tool.version, asOf: moment?.description, options: options(extractor.documents.options),
      inputs: inputs.sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) },
      metadata: extractor.documents.options.metadataFiles,
      programs: try programs.map { described throws(Diagnostic) in
        try FileDigest(path: described.program.fileName, contentsOf: described.program.path)
      },
      tables: lexicon.sources.map { FileDigest(path: $0.name, contents: $0.contents) }, schemas: [],
      counts: extraction.counts)
    let writer = ExportWriter(
      formats: formats, programs: programs, programSeconds: programSeconds,
      options: ExportOptions(csvProfile: csvProfile), moment: moment, jobs: jobs)
    let files = try await writer.write(dataset, provenance: provenance, into: folder.path, report: report)
    try Task.checkCancellation()
    if let note = try folder.commit() { report(note) }
    return ExportReport(
      dataset, rejected: extraction.rejected, faults: extraction.faults, files: files, folder: target,
      first: fileToOpenFirst)
  }

  /// The file that a person opens first: that of the format which is most for people.
  private var fileToOpenFirst: String? {
    ["html", "xlsx", "csv"].first(where: formats.contains)
      .flatMap { ExporterRegistry.exporter(named: $0)?.format.files.first?.path }
  }

  /// The options that change the output, for the provenance.
  private func options(_ reading: ReadingOptions) -> [JSONTree.Member] {
    [
      JSONTree.Member("formats", .strings(formats)), JSONTree.Member("csv_profile", .string(csvProfile.rawValue)),
      JSONTree.Member("with_text", .boolean(keepsText)),
      JSONTree.Member("published", reading.published.map { .string($0.description) } ?? .null),
      JSONTree.Member("encoding", reading.encoding.map { .string($0.rawValue) } ?? .null),
      JSONTree.Member("input_format", reading.format.map { .string($0.rawValue) } ?? .null),
    ]
  }
}

extension Extraction {
  /// How many records of each kind there are, for the provenance.
  fileprivate var counts: [JSONTree.Member] {
    [
      JSONTree.Member("articles", .integer(dataset.articles.count)),
      JSONTree.Member("entities", .integer(dataset.entities.count)),
      JSONTree.Member("events", .integer(dataset.events.count)),
      JSONTree.Member("claims", .integer(dataset.claims)),
      JSONTree.Member("rejected_triggers", .integer(rejected)),
      JSONTree.Member("faults", .integer(faults)),
    ]
  }
}

extension Dataset {
  /// The number of claims on all events.
  fileprivate var claims: Int { events.reduce(0) { $0 + $1.claims.count } }
}

extension FileDigest {
  /// The digest of a file on the disk.
  fileprivate init(path: String, contentsOf location: String) throws(Diagnostic) {
    var (hasher, count) = (SHA256Hasher(), 0)
    let isRead = FileTree.read(location) { piece in
      hasher.update(Array(piece))
      count += piece.count
    }
    guard isRead else { throw .system("cannot read", file: location) }
    self.init(path: path, bytes: count, sha256: SHA256Digest.hex(digest: hasher.finish()))
  }
}
