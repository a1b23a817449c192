public import EventModel

/// Checks that an exporter keeps the laws of ``Exporter``. For whoever writes one.
///
/// That nothing is written before the beginning or after the end needs no check: nobody lends the exporter a buffer then.
///
/// ```
/// let conformance = ExporterConformance { MyExporter() }
/// print(conformance.violations(on: dataset))
/// // [pieces: “data/my/events.txt” differs if buffers are emptied after each record]
/// ```
public struct ExporterConformance: Sendable {
  /// A broken law.
  public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// The laws.
    public enum Law: String, Sendable, CaseIterable {
      /// The format has a name and files; names and paths are different, relative, and stay below the folder.
      case declaration
      /// The same records give the same bytes.
      case sameBytes = "same-bytes"
      /// The bytes do not depend on when buffers are emptied.
      case pieces
      /// Every declared file has bytes.
      case everyFile = "every-file"
      /// The same records give the same notes.
      case sameNotes = "same-notes"
    }

    /// The law.
    public var law: Law
    /// What is wrong, without a full stop.
    public var detail: String

    /// The law and what is wrong.
    public var description: String { law.rawValue + ": " + detail }
  }

  private let make: @Sendable () -> any Exporter

  /// Makes a check of the exporters that `make` makes.
  public init(_ make: @escaping @Sendable () -> any Exporter) {
    self.make = make
  }

  /// Exports a data set several times and tells which laws are broken; none if all is well.
  ///
  /// - Parameter dataset: At least one record of each kind, or a format that has a file for each kind of record seems to
  ///   leave one out.
  public func violations(on dataset: Dataset) -> [Violation] {
    let first = whole(dataset)
    let second = whole(dataset)
    let files = first.format.files
    var violations = declarationViolations(first.format)
    for (index, file) in files.enumerated() {
      let name = "“" + file.path + "”"
      if first.contents[index].isEmpty {
        violations.append(.init(law: .everyFile, detail: name + " is empty"))
      }
      if first.contents[index] != second.contents[index] {
        violations.append(.init(law: .sameBytes, detail: name + " differs from one run to the next"))
      }
    }
    for (index, contents) in inPieces(dataset).enumerated() where contents != first.contents[index] {
      violations.append(
        .init(law: .pieces, detail: "“" + files[index].path + "” differs if buffers are emptied after each record"))
    }
    if first.notes != second.notes {
      violations.append(.init(law: .sameNotes, detail: "the notes differ from one run to the next"))
    }
    return violations
  }

  // MARK: - Runs

  private struct Run {
    var format: ExportFormat
    var contents: [[UInt8]]
    var notes: [Diagnostic]
  }

  /// One run whose buffers are emptied at the end.
  private func whole(_ dataset: Dataset) -> Run {
    var exporter = make()
    var output = OutputBuffers(count: exporter.format.files.count)
    exporter.export(dataset, header: ExportHeader(dataset), to: &output)
    return Run(
      format: exporter.format, contents: output.indices.map { output[$0].bytes }, notes: exporter.lossNotes)
  }

  /// One run whose buffers are emptied after each call, beside a second exporter that is called in between.
  private func inPieces(_ dataset: Dataset) -> [[UInt8]] {
    var exporter = make()
    var other = make()
    var output = OutputBuffers(count: exporter.format.files.count)
    var ignored = OutputBuffers(count: other.format.files.count)
    var contents = [[UInt8]](repeating: [], count: output.indices.count)
    func drain() {
      for index in output.indices {
        contents[index] += output[index].bytes
        output[index].removeAll()
      }
    }
    exporter.begin(ExportHeader(dataset), to: &output)
    drain()
    for article in dataset.articles {
      exporter.article(article, to: &output)
      drain()
    }
    other.export(dataset, header: ExportHeader(dataset), to: &ignored)
    for entity in dataset.entities {
      exporter.entity(entity, to: &output)
      drain()
    }
    for event in dataset.events {
      exporter.event(event, to: &output)
      drain()
    }
    exporter.end(to: &output)
    drain()
    return contents
  }

  private func declarationViolations(_ format: ExportFormat) -> [Violation] {
    var details: [String] = []
    if format.name.isEmpty { details.append("the format has no name") }
    if format.files.isEmpty { details.append("the format has no files") }
    if Set(format.files.map(\.path)).count < format.files.count { details.append("two files have the same path") }
    if Set(format.files.map(\.name)).count < format.files.count { details.append("two files have the same name") }
    for file in format.files {
      let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
      if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) {
        details.append("“" + file.path + "” is no relative path of plain names")
      }
    }
    return details.map { Violation(law: .declaration, detail: $0) }
  }
}
