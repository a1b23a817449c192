internal import ArgumentParser

@main
struct Isnad: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "isnad", version: "0.1.0")
}
