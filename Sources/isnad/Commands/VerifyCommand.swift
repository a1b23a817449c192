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

      Examples:
        isnad verify exports
        isnad verify exports --quiet && echo "nothing was changed"
      """
  )

  @Argument(help: "The folder of an export.", completion: .directory)
  var folder: String

  @OptionGroup var jobs: JobOptions

  @Flag(help: "Print faults only.")
  var quiet = false

  func run() async throws {
    let report = await Bag(folder: folder).verify(jobs: jobs.count)
    for fault in report.faults { Console.say(fault) }
    if !quiet { Console.say(report.summary) }
    if !report.isValid { throw ExitCode.badData }
  }
}
