internal import ArgumentParser
internal import EventModel
internal import Pipeline

struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Judge files by schemas: CSV, JSON, JSON Lines, XML.",
    discussion: """
      A file that has the name of one in an export (events.csv, dataset.xml, …) is judged by the bundled schema of that \
      name; any other needs --schema. Tables of one folder are judged together, as they refer to each other.
      """
  )

  @Argument(help: "The files; of an export's folder, all its data files.")
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "A JSON Schema, Table Schema or XSD for all files: a path, or the name of a bundled one.", valueName: "schema"))
  var schema: String?

  @Option(help: "How many files are judged at the same time.")
  var jobs = Processors.count

  @Flag(help: "Print faults only.")
  var quiet = false

  func run() async throws {
    let source = try Console.loading { () throws(Diagnostic) -> SchemaSource? in
      guard let schema else { return nil }
      return try SchemaSource.named(schema)
    }
    do {
      let (files, unknown) = JudgedFile.find(at: paths, schema: source)
      let faults = unknown + (try await Judge(jobs: jobs).faults(of: files))
      for fault in faults { Console.say(fault.description) }
      if !quiet { Console.say(counted(files.count, "file") + ", " + counted(faults.count, "fault")) }
      if faults.contains(where: { $0.severity == .error }) { throw ExitCode.badData }
    } catch let unusable as UnusableSchema {
      for fault in unusable.diagnostics { Console.say(fault.description) }
      throw ExitCode.badTables
    }
  }
}
