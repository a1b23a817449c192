internal import ArgumentParser
internal import EventModel
internal import Exporters
internal import Pipeline

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats and the files that each writes.",
    discussion: """
      A program isnad-export-NAME on PATH is the format NAME; one that cannot say what it writes is named as a warning.

      Examples:
        isnad formats
        PATH="$HOME/exporters:$PATH" isnad formats
      """
  )

  func run() {
    for entry in ExporterRegistry.entries { list(entry.make(ExportOptions()).format) }
    for program in ExportProgram.all(on: ProcessEnvironment["PATH"]) {
      do throws(Diagnostic) {
        list(try ProgramRunner.describe(program).format, program: program)
      } catch {
        var warning = error
        warning.severity = .warning
        Console.say(warning)
      }
    }
  }

  private func list(_ format: ExportFormat, program: ExportProgram? = nil) {
    Console.output("\(format.name)\t\(format.summary)" + (program.map { "\t" + $0.path } ?? ""))
    for file in format.files { Console.output("\t\(file.path)\t\(file.title)") }
  }
}
