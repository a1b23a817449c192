internal import ArgumentParser
internal import EventModel
internal import Pipeline

struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Print what one step finds in documents, as JSON Lines with offsets.",
    discussion: """
      Examples:
        isnad inspect seeds --layer actors
        echo 'التقى الوزير نظيره أمس' | isnad inspect - --layer triggers
      """
  )

  @Argument(help: InputOptions.help, completion: .file())
  var inputs: [String]

  @Option(help: "The step: \(InspectedLayer.allCases.map(\.rawValue).joined(separator: ", ")).")
  var layer: InspectedLayer

  @OptionGroup var reading: InputOptions

  @OptionGroup var tables: TableOptions

  func run() async throws {
    let lexicon = try tables.load()
    let reading = try reading.load()
    let inspector = try Console.loading { () throws(Diagnostic) in try Inspector(lexicon: lexicon, reading: reading) }
    var faults = 0
    try await inspector.inspect(
      layer, paths: inputs, jobs: tables.jobs, warn: { Console.say($0) }
    ) { result in
      switch result {
      case .success(let lines): Console.output(lines)
      case .failure(let fault):
        Console.say(fault)
        faults += 1
      }
    }
    if faults > 0 { throw ExitCode.badData }
  }
}

extension InspectedLayer: ExpressibleByArgument {}
