package import EventModel
package import Exporters
internal import CLibrary

/// Has programs describe themselves and write a data set. Whatever a program does, it ends, its processes are gone
/// afterwards, and either its files are all in the export or the export fails.
package enum ProgramRunner {
  /// Asks a program what it writes.
  ///
  /// - Throws: A diagnostic that says why it is no usable exporter, or what the operating system refused.
  package static func describe(_ program: ExportProgram) throws(Diagnostic) -> DescribedProgram {
    let folder = try TemporaryPlace()
    let run = ProgramRun(program: program, folder: folder.path + "/run", limits: .describing)
    _ = try run.run([ProgramProtocol.describeArgument], input: "/dev/null")
    let bytes = FileTree.beginning(of: run.output, ProgramDescription.limit + 1)
    let description = try ProgramDescription(bytes, program: program.fileName)
    return DescribedProgram(program: program, format: description.format(named: program.name))
  }

  /// Has a program write a data set, twice, and takes its files into an export.
  ///
  /// - Parameters:
  ///   - moment: The moment that the export names as its own, in RFC 3339.
  ///   - seconds: How long a run may take; nil for a time that grows with the data.
  ///   - folder: The folder of the export; work that is not exported is done in a folder of its own there.
  /// - Returns: The files in the format's order, and what the program said.
  /// - Throws: A diagnostic where a run fails, the files are not those declared, or the second run writes other bytes.
  package static func write(
    _ dataset: any DatasetRecords, with described: DescribedProgram, moment: String?, seconds: Int?, into folder: String
  ) throws(Diagnostic) -> (resources: [DataPackage.Resource], notes: [Diagnostic]) {
    guard let pointer = realpath(folder, nil) else { throw .system("cannot reach the folder", file: folder) }
    defer { free(pointer) }
    let work = String(cString: pointer) + "/.work-" + described.program.name
    defer { FileTree.removeForeign(work) }
    let stream = RecordStream(for: described.program.name, moment: moment)
    let (records, _) = try FormatWriter.write(dataset, with: stream, into: work)
    let input = work + "/" + RecordStream.fileName
    let limits = ProgramLimits(input: records.reduce(0) { $0 + $1.digest.bytes }, seconds: seconds)

    let first = ProgramRun(program: described.program, folder: work + "/1", limits: limits)
    let messages = try first.run(input: input).messages
    let isEmpty = dataset.counts.events == 0
    let files = try ProgramFiles(of: first, format: described.format, allowsNothing: isEmpty)
    let second = ProgramRun(program: described.program, folder: work + "/2", limits: limits)
    _ = try second.run(input: input)
    try files.compare(with: ProgramFiles(of: second, format: described.format, allowsNothing: isEmpty))
    return (try files.copy(into: folder), messages)
  }
}

/// A folder for temporary work, removed with the value.
struct TemporaryPlace: ~Copyable {
  /// The folder, absolute, without links.
  let path: String

  /// Makes a folder below `TMPDIR`.
  init() throws(Diagnostic) {
    let parent = ProcessEnvironment["TMPDIR"] ?? "/tmp"
    var template = Array((parent + "/isnad-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil, let pointer = realpath(template, nil) else {
      throw .system("cannot make a temporary folder", file: parent)
    }
    defer { free(pointer) }
    path = String(cString: pointer)
  }

  deinit { FileTree.removeForeign(path) }
}
