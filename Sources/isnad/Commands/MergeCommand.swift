internal import ArgumentParser
internal import EventModel
internal import Pipeline

struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Export what isnad stream wrote, in any number of files, as one export.",
    discussion: """
      The export is the same, byte for byte, as one of all the articles together, however they were divided and in \
      whatever order the files are named. All must have been written by this version, with the same tables and options; \
      a file whose end is missing is refused.

      Examples:
        isnad merge part-1.jsonl part-2.jsonl --to exports
        isnad merge parts/ --format csv,jsonl
      """
  )

  @Argument(
    help: "Files that isnad stream wrote (.jsonl, also with .gz), folders, patterns, and - for standard input.",
    completion: .file())
  var inputs: [String]

  @OptionGroup var export: ExportOptionGroup

  @OptionGroup var tables: TableOptions

  func run() async throws {
    let lexicon = try tables.load()
    let request = try export.request(inputs: inputs, jobs: tables.jobs)
    try await export.run(inputs: inputs) { log in
      try await request.merge(lexicon: lexicon) { log.say($0) }
    }
  }
}
