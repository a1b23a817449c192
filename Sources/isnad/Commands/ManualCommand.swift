internal import ArgumentParser
internal import Pipeline

struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, as `man` reads it.",
    discussion: """
      Examples:
        isnad manual | man -l -
      """
  )

  func run() {
    guard let page = ManualPage(description: Isnad._dumpHelp(), version: Tool.version) else { return }
    Console.output(Array(page.text.utf8))
  }
}
