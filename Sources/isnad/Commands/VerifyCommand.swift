internal import ArgumentParser
internal import EventModel
internal import Pipeline

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that an export is complete, unchanged and valid.",
    discussion: """
      The folder is a BagIt bag: every file is listed, every listed file is there with its digest, and no other file is. \
      Every data file is judged by its schema and its form, records must be in order and refer to each other, and CSV, \
      JSON Lines and XML must carry equal content. A fault names its file, and line and field where it has them.
      """
  )

  @Argument(help: "The folder of an export.")
  var folder: String

  @Option(help: "How many cores files are read on.")
  var jobs = Processors.count

  @Flag(help: "Print faults only.")
  var quiet = false

  func run() async throws {
    let report = await Bag(folder: folder).verify(jobs: jobs)
    for fault in report.faults { Console.say(fault.description) }
    if !quiet { Console.say(report.summary) }
    if !report.isValid { throw ExitCode.badData }
  }
}
