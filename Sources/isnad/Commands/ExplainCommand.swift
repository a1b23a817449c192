internal import ArgumentParser
internal import EventModel
internal import Pipeline

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print what decided an event: article, sentence, words, sources."
  )

  @Argument(help: "The event's id, such as evt-0123456789abcdef.")
  var event: String

  @Argument(help: "The files and folders that were exported.")
  var inputs: [String]

  @OptionGroup var tables: TableOptions

  func validate() throws {
    guard RecordID(event)?.kind == .event else { throw ValidationError("“\(event)” is not the id of an event.") }
  }

  func run() async throws {
    let lexicon = try tables.load()
    let extractor = try Console.loading { () throws(Diagnostic) in try Extractor(lexicon: lexicon) }
    guard let id = RecordID(event) else { return }
    try await Console.run(orExit: .badData) {
      let explanation = try await extractor.explain(id, paths: inputs, jobs: tables.jobs) {
        Console.say($0.description)
      }
      for line in explanation.lines { Console.output(line) }
    }
  }
}
