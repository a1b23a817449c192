public import EventModel

/// Checks that an exporter keeps the laws of ``Exporter``. For whoever writes one.
///
/// That nothing is written before the beginning or after the end needs no check: nobody lends the exporter a buffer then.
/// What only another process shows (another hash seed, clock or locale) is checked on whole exports.
///
/// ```
/// let conformance = ExporterConformance { MyExporter() }
/// print(conformance.violations())
/// // [pieces: small: “data/my/events.txt” differs if buffers are emptied after each record]
/// ```
public struct ExporterConformance: Sendable {
  /// A broken law.
  public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// The laws.
    public enum Law: String, Sendable, CaseIterable {
      /// The format has a name and files; names and paths are different, relative, and stay below the folder `data`.
      case declaration
      /// The same records give the same bytes.
      case sameBytes = "same-bytes"
      /// The bytes do not depend on when buffers are emptied.
      case pieces
      /// Every declared file has bytes, where there are records of each kind.
      case everyFile = "every-file"
      /// Every file that is declared as text is UTF-8.
      case text
      /// The same records give the same notes, which are notes and name declared files.
      case sameNotes = "same-notes"
      /// Every record of the kinds that the format keeps changes the bytes.
      case everyRecord = "every-record"
      /// Records are written in the order in which they come.
      case order
      /// Records are written when they come, and not gathered until the end.
      case flow
    }

    /// The law.
    public var law: Law
    /// What is wrong, without a full stop.
    public var detail: String

    /// The law and what is wrong.
    public var description: String { law.rawValue + ": " + detail }
  }

  /// The kinds of record that a format may keep.
  public enum RecordKind: Sendable, CaseIterable {
    case article
    case entity
    case event
  }

  private let make: @Sendable () -> any Exporter
  private let keeps: Set<RecordKind>

  /// Makes a check of the exporters that `make` makes.
  ///
  /// - Parameter keeps: The kinds of record of which the format keeps every one; of a format that only counts or sums
  ///   up, none.
  public init(keeping keeps: Set<RecordKind> = [.event], _ make: @escaping @Sendable () -> any Exporter) {
    self.make = make
    self.keeps = keeps
  }

  /// Exports the data sets of ``ConformanceData`` and tells which laws are broken, and on which set; none if all is well.
  ///
  /// - Parameter large: How many events the large set has.
  public func violations(large: Int = 2000) -> [Violation] {
    let large = ConformanceData.large(events: large)
    let sets = [
      ("small", ConformanceData.small), ("empty", ConformanceData.empty), ("hostile", ConformanceData.hostile),
      ("large", large),
    ]
    let declaration = declarationViolations(make().format)
    let found = sets.flatMap { name, dataset in
      violations(on: dataset).filter { $0.law != .declaration }.map { violation in
        var violation = violation
        violation.detail = name + ": " + violation.detail
        return violation
      }
    }
    return declaration + found + recordViolations(ConformanceData.small) + flowViolations(large)
  }

  /// Exports a data set several times and tells which laws are broken; none if all is well.
  ///
  /// - Parameter dataset: With at least one record of each kind, or empty; else a format that has a file for each kind of
  ///   record seems to leave one out.
  public func violations(on dataset: Dataset) -> [Violation] {
    let first = whole(dataset)
    let second = whole(dataset)
    let files = first.format.files
    var violations = declarationViolations(first.format)
    for (index, file) in files.enumerated() {
      let name = "“" + file.path + "”"
      if first.contents[index].isEmpty, !dataset.articles.isEmpty || !dataset.events.isEmpty {
        violations.append(.init(law: .everyFile, detail: name + " is empty"))
      }
      if first.contents[index] != second.contents[index] {
        violations.append(.init(law: .sameBytes, detail: name + " differs from one run to the next"))
      }
      if file.isText, !Self.isUTF8(first.contents[index]) {
        violations.append(.init(law: .text, detail: name + " is not UTF-8"))
      }
    }
    for (index, contents) in inPieces(dataset).enumerated() where contents != first.contents[index] {
      violations.append(
        .init(law: .pieces, detail: "“" + files[index].path + "” differs if buffers are emptied after each record"))
    }
    if let failure = first.failure ?? second.failure {
      violations.append(.init(law: .everyFile, detail: "the exporter fails: \(failure)"))
    }
    return violations + noteViolations(first, second)
  }

  // MARK: - Laws

  private func noteViolations(_ first: Run, _ second: Run) -> [Violation] {
    var details: [String] = []
    if first.notes != second.notes { details.append("the notes differ from one run to the next") }
    let paths = Set(first.format.files.map(\.path))
    for note in first.notes {
      if note.severity != .note { details.append("“\(note)” is no note") }
      if note.file.map(paths.contains) != true { details.append("“\(note)” names no declared file") }
    }
    return details.map { Violation(law: .sameNotes, detail: $0) }
  }

  /// Leaves out one record after the other, and turns their order round.
  private func recordViolations(_ dataset: Dataset) -> [Violation] {
    let all = whole(dataset).contents
    var violations: [Violation] = []
    func check(_ kind: RecordKind, _ count: Int, without: (inout Dataset, Int) -> Void, turn: (inout Dataset) -> Void) {
      guard keeps.contains(kind) else { return }
      for index in 0..<count {
        var less = dataset
        without(&less, index)
        guard whole(less).contents == all else { continue }
        violations.append(
          .init(law: .everyRecord, detail: "without \(kind) \(index + 1) of \(count) the bytes are the same"))
      }
      var turned = dataset
      turn(&turned)
      guard count > 1, whole(turned).contents == all else { return }
      violations.append(.init(law: .order, detail: "with every \(kind) in reverse the bytes are the same"))
    }
    check(.article, dataset.articles.count, without: { $0.articles.remove(at: $1) }, turn: { $0.articles.reverse() })
    check(.entity, dataset.entities.count, without: { $0.entities.remove(at: $1) }, turn: { $0.entities.reverse() })
    check(.event, dataset.events.count, without: { $0.events.remove(at: $1) }, turn: { $0.events.reverse() })
    return violations
  }

  /// What stands in the end must be less than what came before.
  private func flowViolations(_ dataset: Dataset) -> [Violation] {
    var exporter = make()
    var output = OutputBuffers(count: exporter.format.files.count)
    let header = ExportHeader(dataset)
    exporter.begin(header, to: &output)
    for record in dataset.articles { exporter.article(record, to: &output) }
    for record in dataset.entities { exporter.entity(record, to: &output) }
    for record in dataset.events { exporter.event(record, to: &output) }
    let before = output.indices.reduce(0) { $0 + output[$1].count }
    exporter.end(to: &output)
    let after = output.indices.reduce(0) { $0 + output[$1].count } - before
    if after > before {
      return [.init(law: .flow, detail: "\(after) of \(before + after) bytes are written at the end only")]
    }
    // A library's file comes after the end, and no more of it at a time than a buffer gathers elsewhere.
    var size = before + after
    while exporter.drain(to: &output) {
      let sum = output.indices.reduce(0) { $0 + output[$1].count }
      if sum - size > 1 << 20 {
        return [.init(law: .flow, detail: "\(sum - size) bytes are drained in one piece, more than 1 MiB")]
      }
      size = sum
    }
    return []
  }

  private func declarationViolations(_ format: ExportFormat) -> [Violation] {
    var details: [String] = []
    if format.name.isEmpty { details.append("the format has no name") }
    if format.files.isEmpty { details.append("the format has no files") }
    if Set(format.files.map(\.path)).count < format.files.count { details.append("two files have the same path") }
    if Set(format.files.map(\.name)).count < format.files.count { details.append("two files have the same name") }
    for file in format.files {
      let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
      if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) || parts.first != "data" || parts.count < 2 {
        details.append("“" + file.path + "” is no relative path of plain names below data")
      } else if parts[1] == "schemas" {
        details.append("“" + file.path + "” lies where the schemas are")
      }
      if file.name.isEmpty || !file.name.utf8.allSatisfy(Self.isNameByte) {
        details.append("the name “" + file.name + "” has more in it than lower-case letters, digits and hyphens")
      }
    }
    return details.map { Violation(law: .declaration, detail: $0) }
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }
}

// MARK: - Runs

extension ExporterConformance {
  private struct Run {
    var format: ExportFormat
    var contents: [[UInt8]]
    var notes: [Diagnostic]
    var failure: Diagnostic?
  }

  /// One run whose buffers are emptied at the end.
  private func whole(_ dataset: Dataset) -> Run {
    var exporter = make()
    var output = OutputBuffers(count: exporter.format.files.count)
    exporter.export(dataset, header: ExportHeader(dataset), to: &output)
    return Run(
      format: exporter.format, contents: output.indices.map { output[$0].bytes }, notes: exporter.lossNotes,
      failure: exporter.failure)
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
    while exporter.drain(to: &output) { drain() }
    return contents
  }
}
