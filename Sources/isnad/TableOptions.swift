internal import ArgumentParser
internal import EventModel
internal import Lexicon
internal import Pipeline

/// The options of every command that reads articles.
struct TableOptions: ParsableArguments {
  @Option(
    name: .customLong("tables"),
    help: ArgumentHelp("A folder of .tsv tables whose rows are added to the bundled ones.", valueName: "dir"),
    completion: .directory)
  var folder: String?

  @OptionGroup private var jobOptions: JobOptions

  /// How many records are worked on at the same time.
  var jobs: Int { jobOptions.count }

  /// The bundled tables and the user's.
  ///
  /// - Throws: Exit code 2, after saying what is wrong with a table.
  func load() throws -> Lexicon {
    try Console.loading { () throws(Diagnostic) in try Lexicon.bundled(adding: folder) }
  }
}
