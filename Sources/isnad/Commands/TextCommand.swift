internal import ArgumentParser
internal import EventModel
internal import Pipeline

struct TextCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print the text of documents, in which all offsets count.",
    discussion: """
      Of several documents, each but the first comes after a line that holds a form feed.

      Examples:
        isnad text page.html
        isnad text --kept page.html
        isnad text --record 17 news.jsonl
      """
  )

  @Argument(help: InputOptions.help, completion: .file())
  var inputs: [String]

  @Flag(help: "Print only what the articles keep: a line a block, an empty line between articles.")
  var kept = false

  @Option(
    help: ArgumentHelp(
      "Print only the record of this number: a line of JSON Lines, a record of WARC.", valueName: "number"))
  var record: Int?

  @OptionGroup var reading: InputOptions

  @OptionGroup var tables: TableOptions

  func run() async throws {
    let lexicon = try tables.load()
    let reading = try reading.load()
    let documents = try Console.loading { () throws(Diagnostic) in try Documents(lexicon: lexicon, options: reading) }
    let (kept, record) = (kept, record)
    var (printed, faults) = (0, 0)
    try await documents.read(paths: inputs, jobs: tables.jobs, warn: { Console.say($0) }) { document in
      record == nil || document.info.record == record ? document.printed(keptOnly: kept) : nil
    } consume: { result in
      switch result {
      case .success(let text?):
        if printed > 0 { Console.output("\u{0C}") }
        Console.output(text)
        printed += 1
      case .success(nil): break
      case .failure(let fault):
        Console.say(fault)
        faults += 1
      }
    }
    if let record, printed == 0, faults == 0 {
      Console.say(Diagnostic("record-missing", "no input has a document in record \(record)"))
      faults += 1
    }
    if faults > 0 { throw ExitCode.badData }
  }
}
