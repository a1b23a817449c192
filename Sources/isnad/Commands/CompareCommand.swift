internal import ArgumentParser
internal import EventModel
internal import Pipeline

struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what is different between two exports, record by record and field by field.",
    discussion: """
      An event whose id changed because its content did is shown as changed: events that only one export has are paired \
      by type, day, participants and words. The exit code is that of diff: 0 the same records, 1 different ones, 2 an \
      export that cannot be read.

      Examples:
        isnad compare last-week exports
        isnad compare last-week exports --format csv > changes.csv
      """
  )

  @Argument(help: "The folder of the earlier export.", completion: .directory)
  var old: String

  @Argument(help: "The folder of the later export.", completion: .directory)
  var new: String

  @Option(help: "text (for people), json (one document, a line a record) or csv (a row a field).")
  var format = ComparisonFormat.text

  @Flag(help: "Print the figures only.")
  var brief = false

  func run() async throws {
    let isSame = try Console.loading { () throws(Diagnostic) in
      try format.compare(old, new, isBrief: brief) { Console.output($0) }
    }
    if !isSame { throw ExitCode.badData }
  }
}

extension ComparisonFormat: ExpressibleByArgument {}
