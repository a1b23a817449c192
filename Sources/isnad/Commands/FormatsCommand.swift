internal import ArgumentParser
internal import Exporters

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats and the files that each writes."
  )

  func run() {
    for entry in ExporterRegistry.entries {
      let format = entry.make(ExportOptions()).format
      Console.output("\(format.name)\t\(format.summary)")
      for file in format.files { Console.output("\t\(file.path)\t\(file.title)") }
    }
  }
}
