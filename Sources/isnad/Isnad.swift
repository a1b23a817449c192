internal import ArgumentParser
internal import EventModel
internal import Pipeline

/// The program. Every subcommand is a file beside this one and only wires options to the pipeline.
@main
struct Isnad: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "isnad",
    abstract: "Turn Arabic news articles into one table of who did what to whom, and who says so.",
    discussion: """
      Exit codes: 0 all is well, 1 something is wrong with the data, 2 something is wrong with tables or schemas, \
      64 wrong usage.

      Examples:
        isnad export seeds
        isnad explain evt-0123456789abcdef
        isnad verify exports
      """,
    version: Tool.version,
    subcommands: [
      ExportCommand.self,
      StreamCommand.self,
      MergeCommand.self,
      ValidateCommand.self,
      VerifyCommand.self,
      CompareCommand.self,
      TextCommand.self,
      ExplainCommand.self,
      InspectCommand.self,
      FormatsCommand.self,
      PluginCheckCommand.self,
      SchemaCommand.self,
      ManualCommand.self,
    ]
  )

  static func main() async {
    StandardStreams.hold()
    do {
      var command = try parseAsRoot()
      try Console.loading(orExit: .badData) { () throws(Diagnostic) in try StandardStreams.requireRoom() }
      if var command = command as? any AsyncParsableCommand {
        // Before the first thread; help, lists and schemas need none.
        try Console.loading(orExit: .badData) { () throws(Diagnostic) in try AddressSpace.requireRoom() }
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(error)
    }
  }

  /// Ends the program as a command asked. Help, versions and completions are results: where they do not arrive, the
  /// program says so.
  private static func end(_ request: any Error) -> Never {
    guard exitCode(for: request).isSuccess else { exit(withError: request) }
    let text = fullMessage(for: request)
    if !text.isEmpty { Console.output(text) }
    exit()
  }
}
