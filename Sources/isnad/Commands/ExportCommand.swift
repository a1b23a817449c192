internal import ArgumentParser
internal import EventModel
internal import Lexicon
internal import Pipeline

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Export the events, entities and articles of Arabic news articles.",
    discussion: """
      The export appears whole or not at all: it is written beside its target, every file is validated against its \
      schema, and only then it takes the place of an earlier export. Inputs that cannot be read are named, the others \
      are exported, and the exit code is 1.

      Examples:
        isnad export news.html reports/ --to exports
        isnad export 'archive/**/*.warc.gz' --format csv,jsonl
        isnad export articles.jsonl --metadata dates.csv --with-text
        cat article.txt | isnad export - --published 2024-02-29
      """
  )

  @Argument(help: InputOptions.help, completion: .file())
  var inputs: [String]

  @Flag(help: "Let every article carry the text of its document.")
  var withText = false

  @Flag(help: "Go on from what an interrupted run with --resume has finished, and keep what is finished for the next.")
  var resume = false

  @OptionGroup var export: ExportOptionGroup

  @OptionGroup var reading: InputOptions

  @OptionGroup var tables: TableOptions

  func validate() throws {
    guard !inputs.isEmpty else { throw ValidationError("Name at least one file or folder.") }
  }

  func run() async throws {
    let lexicon = try tables.load()
    let reading = try reading.load()
    let request = try export.request(inputs: inputs, keepsText: withText, jobs: tables.jobs, resumes: resume)
    let extractor = try Console.loading { () throws(Diagnostic) in
      try Extractor(lexicon: lexicon, reading: reading, keepsText: withText)
    }
    try await export.run(inputs: inputs) { log in
      try await request.run(with: extractor, lexicon: lexicon) {
        log.say($0)
      } report: {
        log.say($0)
      }
    }
  }
}
