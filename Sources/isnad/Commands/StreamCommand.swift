internal import ArgumentParser
internal import EventModel
internal import Pipeline

struct StreamCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "Print what each article tells, before articles are joined: a line a document, for isnad merge.",
    discussion: """
      The lines come in the order of the inputs, each as soon as it is known, and memory does not grow with their number. \
      So a corpus can be divided over processes and machines, and isnad merge makes one export of all that they print.

      Examples:
        isnad stream articles.jsonl > part.jsonl
        cat articles.jsonl | isnad stream --input-format jsonl | gzip > part.jsonl.gz
        ls corpus/*.jsonl | xargs -P 8 -I FILE sh -c 'isnad stream "FILE" > "FILE.part"'
      """
  )

  @Argument(help: InputOptions.help, completion: .file())
  var inputs = ["-"]

  @Flag(help: "Let every article carry the text of its document.")
  var withText = false

  @OptionGroup var reading: InputOptions

  @OptionGroup var tables: TableOptions

  func run() async throws {
    let lexicon = try tables.load()
    let reading = try reading.load()
    let extractor = try Console.loading { () throws(Diagnostic) in
      try Extractor(lexicon: lexicon, reading: reading, keepsText: withText)
    }
    let writer = PartialWriter(inputs: inputs, jobs: tables.jobs)
    try await Console.run(orExit: .badData) {
      let faults = try await writer.run(with: extractor, lexicon: lexicon) {
        Console.say($0)
      } write: {
        Console.output($0)
      }
      if faults > 0 { throw ExitCode.badData }
    }
  }
}
