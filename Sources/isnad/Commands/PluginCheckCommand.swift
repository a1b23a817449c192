internal import ArgumentParser
internal import EventModel
internal import Pipeline

struct PluginCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugin-check",
    abstract: "Try a program that exports, and say which laws of the protocol it keeps.",
    discussion: """
      The program is run on small, empty, hostile and large data, on streams that were cut, and twice in different \
      surroundings. The exit code is 0 where it keeps all laws, else 1.

      Examples:
        PATH="$PWD/examples:$PATH" isnad plugin-check parquet
      """
  )

  @Argument(help: "The format's name, for isnad-export-NAME on PATH, or the path of such a program.")
  var program: String

  @Option(help: "How many events the large data have.")
  var events = 20_000

  @Option(
    help: ArgumentHelp(
      "How long a run may take (else a minute, and a second for every 100 kB of records).", valueName: "seconds"))
  var programTime: Int?

  func validate() throws {
    guard events >= 1 else { throw ValidationError("--events takes a number from 1.") }
    if let programTime, programTime < 1 { throw ValidationError("--program-time takes a number from 1.") }
  }

  func run() async throws {
    let (name, events, seconds) = (program, events, programTime)
    try await Console.run(orExit: .badData) {
      let program = try ExportProgram.named(name, on: ProcessEnvironment["PATH"])
      let broken = try await untilInterrupted {
        let check = ProgramCheck(program, events: events, seconds: seconds)
        let broken = try check.run { Console.output($0.description) }
        try Task.checkCancellation()
        return broken
      }
      guard broken == 0 else {
        Console.say(counted(broken, "law") + " of \(ProgramCheck.Law.allCases.count) broken")
        throw ExitCode.badData
      }
      Console.say("all \(ProgramCheck.Law.allCases.count) laws kept")
    }
  }
}
