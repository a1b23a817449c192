internal import ArgumentParser
internal import EventModel
internal import Exporters
internal import Lexicon
internal import Pipeline

/// The options of every command that makes an export.
struct ExportOptionGroup: ParsableArguments {
  @Option(
    name: .customLong("to"), help: ArgumentHelp("The folder of the export.", valueName: "dir"),
    completion: .directory)
  var target = "exports"

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "The formats, joined by commas: built-in ones, and NAME for a program isnad-export-NAME on PATH.",
      valueName: "names"), completion: .list(ExporterRegistry.entries.map(\.name)))
  var formats = ExporterRegistry.defaultNames.joined(separator: ",")

  @Option(help: "For whom CSV is written: excel (with a byte order mark) or plain (without).")
  var csvProfile = CSVProfileName.excel

  @Option(
    help: ArgumentHelp(
      "How long a program that exports may run (else a minute, and a second for every 100 kB of records).",
      valueName: "seconds"))
  var programTime: Int?

  @Option(
    help: ArgumentHelp(
      "The day that the provenance names (else that of SOURCE_DATE_EPOCH, else none).", valueName: "yyyy-mm-dd"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "How much memory to take, by and large: what is gathered beyond that waits on the disk (such as 300MB or 2GB).",
      valueName: "size"))
  var memory = MemorySize(limit: .standard)

  @Option(help: "How messages are written: for people (text), or one JSON object a line (json).")
  var log = ExportLog.Format.text

  @Flag(help: "Print faults only.")
  var quiet = false

  func validate() throws {
    let programs = programs.map(\.name)
    for name in formatNames where !ExporterRegistry.entries.contains(where: { $0.name == name }) {
      guard programs.contains(name) else {
        throw ValidationError("There is no format “\(name)”: `isnad formats` lists them.")
      }
    }
    guard Set(formatNames).count == formatNames.count else { throw ValidationError("A format is named twice.") }
    if let programTime, programTime < 1 { throw ValidationError("--program-time takes a number from 1.") }
    if let asOf, CivilDay(iso: asOf) == nil { throw ValidationError("“\(asOf)” is not a day such as 2024-02-29.") }
    if asOf == nil, let epoch, moment == nil {
      throw ValidationError("SOURCE_DATE_EPOCH is “\(epoch)” and not a number of seconds.")
    }
  }

  /// What to export.
  ///
  /// - Throws: Exit code 1, after saying what is wrong with a program that exports.
  func request(inputs: [String], keepsText: Bool = false, jobs: Int, resumes: Bool = false) throws -> ExportRequest {
    let programs = try Console.loading(orExit: .badData) { () throws(Diagnostic) -> [DescribedProgram] in
      try self.programs.map { program throws(Diagnostic) in try ProgramRunner.describe(program) }
    }
    return ExportRequest(
      inputs: inputs, target: target, formats: formatNames, programs: programs, programSeconds: programTime,
      csvProfile: csvProfile.profile, keepsText: keepsText, jobs: jobs, moment: moment,
      resumes: resumes, memory: memory.limit)
  }

  /// Makes an export that signals interrupt, and says how it goes.
  func run(
    inputs: [String], _ work: @escaping @Sendable (ExportLog) async throws -> ExportReport
  ) async throws {
    try await Console.run(orExit: .badData, report: log.say) {
      let (format, quiet) = (log, quiet)
      let report = try await untilInterrupted {
        let log = ExportLog(format, isQuiet: quiet, inputs: inputs)
        defer { log.clear() }
        let report = try await work(log)
        log.say(report)
        return report
      }
      if report.faults > 0 { throw ExitCode.badData }
    }
  }

  /// What SOURCE_DATE_EPOCH says, the way to give builds a time of their own: https://reproducible-builds.org/specs
  private var epoch: String? { ProcessEnvironment["SOURCE_DATE_EPOCH"] }

  private var moment: ExportMoment? {
    if let asOf { return CivilDay(iso: asOf).map { ExportMoment($0) } }
    return epoch.flatMap { ExportMoment(epoch: $0) }
  }

  private var formatNames: [String] {
    formats.split(separator: ",").map(String.init)
  }

  /// The programs among the formats, in the order of their names.
  private var programs: [ExportProgram] {
    let names = Set(formatNames).subtracting(ExporterRegistry.entries.map(\.name))
    return names.isEmpty ? [] : ExportProgram.all(on: ProcessEnvironment["PATH"]).filter { names.contains($0.name) }
  }
}

/// An amount of memory, as users write it.
struct MemorySize: ExpressibleByArgument {
  var limit: MemoryLimit

  init(limit: MemoryLimit) {
    self.limit = limit
  }

  init?(argument: String) {
    guard let limit = MemoryLimit(argument) else { return nil }
    self.limit = limit
  }

  var defaultValueDescription: String { "\(limit.bytes >> 20)MB" }
}

/// The names by which users know the ways to write CSV.
enum CSVProfileName: String, ExpressibleByArgument, CaseIterable {
  case excel
  case plain

  var profile: CSVProfile {
    switch self {
    case .excel: .spreadsheet
    case .plain: .plain
    }
  }
}
