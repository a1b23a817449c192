package import EventModel
internal import Exporters
internal import JSON
package import Lexicon

/// Reads articles and writes what each document gives before it is joined with others, see ``PartialForm``.
package struct PartialWriter: Sendable {
  /// What to read: files, folders, patterns and `-` for standard input.
  package var inputs: [String]
  /// How many records are worked on at the same time.
  package var jobs: Int

  /// Makes a writer.
  package init(inputs: [String], jobs: Int = Processors.count) {
    self.inputs = inputs
    self.jobs = jobs
  }

  /// Reads the inputs; a document that cannot be read is told and passed over.
  ///
  /// - Parameters:
  ///   - extractor: Reads and normalizes.
  ///   - report: Is told of every fault.
  ///   - write: Is given a line after the other, each as soon as it is known, in the order of the inputs.
  /// - Returns: How many inputs or records of them could not be read.
  /// - Throws: What `write` throws.
  package func run(
    with extractor: Extractor, lexicon: Lexicon, report: (Diagnostic) -> Void, write: ([UInt8]) throws -> Void
  ) async throws -> Int {
    let reading = ReadingSummary(extractor.documents.options, keepsText: extractor.keepsText)
    try write(Self.header(tables: PartialForm.digest(of: lexicon), reading))
    let (inputs, reached) = try await extractor.read(paths: inputs, jobs: jobs, progress: { _ in }, report: report) {
      document in
      Self.line(.articles) { json in json.member("articles", document.articles) { $0.records($1) } }
    } consume: {
      try write($0)
    }
    let digests = try inputs.map { input throws(Diagnostic) in try FileDigest(input) }
    try write(
      Self.line(.end) { json in
        json.member("inputs", digests) { $0.digest($1) }
        json.member("faults", reached.faults)
      })
    return reached.faults
  }

  /// The line before all others.
  ///
  /// - Parameter tables: The digest of the tables.
  static func header(tables: String, _ reading: ReadingSummary) -> [UInt8] {
    line(.header) { json in
      json.member("format", PartialForm.name)
      json.member("version", PartialForm.version)
      json.member("tool_version", Tool.version)
      json.member("tables", tables)
      json.member("options", reading) { json, reading in
        json.member("with_text", reading.keepsText)
        json.member("published", reading.published)
        json.member("encoding", reading.encoding)
        json.member("input_format", reading.format)
        json.member("metadata", reading.metadata) { $0.digest($1) }
      }
    }
  }

  private static func line(_ kind: PartialForm.Line, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.member("type", kind.rawValue)
      members(&$0)
    }
    json.endLine()
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func digest(_ file: FileDigest) {
    object {
      $0.member("path", file.path)
      $0.member("bytes", file.bytes)
      $0.member("sha256", file.sha256)
    }
  }
}
