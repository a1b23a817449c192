internal import ArgumentParser
internal import EventModel
internal import Lexicon
internal import Pipeline

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Print what decided an event, or which triggers gave none.",
    usage: """
      isnad explain <event> [--from <dir>] [--tables <dir>]
      isnad explain <event> <inputs> ... [--metadata <file> ...] [--published <edtf>] [--encoding <name>] \
      [--tables <dir>] [--jobs <jobs>]
      isnad explain --rejected <inputs> ... [--metadata <file> ...] [--published <edtf>] [--encoding <name>] \
      [--tables <dir>] [--jobs <jobs>]
      """,
    discussion: """
      Of an event: who says so, drawn as a tree from the article to the origin; each quotation with its article, \
      sentence and words, and, in brackets, the rows of the tables that decided (trigger, actor, time, report); then \
      what tells when the articles were published.

      Where no inputs are named, an export is read. It has the event, its participants and who says so; the sentences and \
      the rows are known too where it was made --with-text.

      With --rejected: a table, its cells parted by tabs, of the triggers that gave no event, with the reason.

      Examples:
        isnad explain evt-0123456789abcdef
        isnad explain evt-0123456789abcdef --from last-week
        isnad explain evt-0123456789abcdef seeds
        isnad explain --rejected seeds > rejected.tsv
      """
  )

  @Flag(help: "List the triggers that gave no event, with reason, row and place.")
  var rejected = false

  @Argument(help: "The event's id, such as evt-0123456789abcdef; none with --rejected.")
  var event: String

  @Argument(
    help: "What was exported: files, folders, patterns, or - for standard input; none to read an export.",
    completion: .file())
  var inputs: [String] = []

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("The folder of the export that is read where no inputs are named.", valueName: "dir"),
    completion: .directory)
  var folder = "exports"

  @OptionGroup var reading: InputOptions

  @OptionGroup var tables: TableOptions

  func validate() throws {
    if rejected { return }
    guard RecordID(event)?.kind == .event else { throw ValidationError("“\(event)” is not the id of an event.") }
  }

  func run() async throws {
    let lexicon = try tables.load()
    let reading = try reading.load()
    var faults = 0
    try await Console.run(orExit: .badData) {
      if rejected {
        try await explainRejected(lexicon, reading, &faults)
      } else if let id = RecordID(event) {
        try await explain(id, lexicon, reading, &faults)
      }
    }
    if faults > 0 { throw ExitCode.badData }
  }

  private func explain(
    _ id: RecordID, _ lexicon: Lexicon, _ reading: ReadingOptions, _ faults: inout Int
  ) async throws {
    let extractor = try Console.loading { () throws(Diagnostic) in try Extractor(lexicon: lexicon, reading: reading) }
    let explanation =
      if inputs.isEmpty {
        try extractor.explain(id, in: folder, lexicon: lexicon) { Console.say($0) }
      } else {
        try await extractor.explain(id, paths: inputs, jobs: tables.jobs) {
          Console.say($0)
          if $0.severity == .error { faults += 1 }
        }
      }
    Console.output(explanation)
  }

  private func explainRejected(_ lexicon: Lexicon, _ reading: ReadingOptions, _ faults: inout Int) async throws {
    let rejections = try Console.loading { () throws(Diagnostic) in try Rejections(lexicon: lexicon, reading: reading) }
    Console.output(Rejections.header)
    // Without an id, the first of the words is an input too.
    let counts = try await rejections.lines(
      of: [event] + inputs, jobs: tables.jobs, warn: { Console.say($0) }
    ) { result in
      switch result {
      case .success(let lines):
        for line in lines { Console.output(line) }
      case .failure(let fault):
        Console.say(fault)
        faults += 1
      }
    }
    let total = counts.reduce(0) { $0 + $1.count }
    let reasons = counts.map { "\($0.count) \($0.reason)" }.joined(separator: ", ")
    Console.say(counted(total, "rejected trigger") + (reasons.isEmpty ? "" : ": " + reasons))
  }
}
