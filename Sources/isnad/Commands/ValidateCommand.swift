internal import ArgumentParser
internal import EventModel
internal import Pipeline

struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Judge files by schemas: CSV, JSON, JSON Lines, XML.",
    discussion: """
      A file that has the name of one in an export (events.csv, dataset.xml, …) is judged by the bundled schema of that \
      name; any other needs --schema. What lies in one folder is judged together: ids are unique, and what a record or row \
      refers to is there. JSON Lines are told by .jsonl and .ndjson, a single document by .json, any other file by its
      first line; .tsv has tabs for commas.

      Examples:
        isnad validate exports
        isnad validate exports/data/csv/events.csv
        isnad validate mine.jsonl --schema events.schema.json
      """
  )

  @Argument(help: "The files; of an export's folder, all its data files.", completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "A JSON Schema, Table Schema or XSD for all files: a path, or the name of a bundled one.", valueName: "schema"),
    completion: .file())
  var schema: String?

  @Flag(
    help: "Take “format” in that JSON Schema for a demand, as the bundled schemas do, and not for a remark.")
  var formats = false

  @Option(help: "How many faults of a file are shown, the others are counted; 0 shows all.")
  var limit = 100

  @OptionGroup var jobs: JobOptions

  @Flag(help: "Print faults only.")
  var quiet = false

  func run() async throws {
    let source = try Console.loading { () throws(Diagnostic) -> SchemaSource? in
      guard let schema else { return nil }
      return try SchemaSource.named(schema)
    }
    do {
      let (files, unknown) = JudgedFile.find(at: paths, schema: source)
      let judge = Judge(jobs: jobs.count, limit: limit > 0 ? limit : .max, assertsFormats: formats)
      let findings = try await judge.findings(in: files)
      for fault in unknown + findings.diagnostics { Console.say(fault) }
      let count = unknown.count + findings.faults
      if !quiet { Console.say(counted(files.count, "file") + ", " + counted(count, "fault")) }
      if count > 0 { throw ExitCode.badData }
    } catch let unusable as UnusableSchema {
      for fault in unusable.diagnostics { Console.say(fault) }
      throw ExitCode.badTables
    }
  }
}
