internal import ArgumentParser
internal import Pipeline

/// The option of every command that does several things at the same time.
struct JobOptions: ParsableArguments {
  @Option(
    help: "How many things are worked on at the same time (else one a core); the output is the same for any number.")
  var jobs: Int?

  /// How many things are worked on at the same time.
  var count: Int { jobs ?? Processors.count }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1.") }
  }
}
