internal import EventModel
internal import Exporters

/// One run of a program in a folder of its own, and what is found there afterwards.
///
/// ```
/// RUN/files   the working folder
/// RUN/tmp     TMPDIR and HOME
/// RUN/output  standard output
/// RUN/errors  standard error
/// ```
struct ProgramRun {
  let program: ExportProgram
  /// The folder, absolute; it does not exist before the run.
  let folder: String
  let limits: ProgramLimits
  /// What the run sees of the machine that could change what it writes.
  var surroundings = Surroundings.plain

  /// What a program must not depend on.
  enum Surroundings {
    case plain
    case other

    var variables: [String] {
      switch self {
      case .plain: ["LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC"]
      case .other: ["LANG=C", "LC_ALL=C", "TZ=Asia/Riyadh"]
      }
    }
  }

  /// What came of a run that ended well.
  struct Outcome {
    /// What the program said.
    var messages: [Diagnostic]
  }

  var output: String { folder + "/output" }
  var files: String { folder + "/files" }
  private var errors: String { folder + "/errors" }
  private var scratch: String { folder + "/tmp" }

  /// Runs the program.
  ///
  /// - Parameters:
  ///   - arguments: What it is called with.
  ///   - input: The file that it reads.
  /// - Throws: A diagnostic that says how it failed, with what it said last.
  func run(_ arguments: [String] = [], input: String) throws(Diagnostic) -> Outcome {
    let (ending, messages, _) = try start(arguments, input: input)
    if let fault = fault(of: ending, messages) { throw fault }
    return Outcome(messages: messages)
  }

  /// Runs the program, however it ends.
  ///
  /// - Returns: Also how many of its processes were alive when it had ended.
  func start(
    _ arguments: [String], input: String
  ) throws(Diagnostic) -> (ending: ChildProcess.Ending, messages: [Diagnostic], survivors: Int) {
    try FileTree.makeFolder(files)
    try FileTree.makeFolder(scratch)
    let mark = "TMPDIR=" + scratch
    let environment =
      ["PATH=" + (ProcessEnvironment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"), mark, "HOME=" + scratch]
      + surroundings.variables
    let process = try ChildProcess(
      .init(
        arguments: [program.path] + arguments, folder: files, environment: environment, input: input, output: output,
        errors: errors), limits: limits)
    let watch = ProgramWatch(folder: folder, errors: errors, mark: mark, limits: limits)
    let ending = process.wait(orStop: watch.reasonToStop)
    let survivors = ProcessTable.end(processesWith: mark)
    process.endGroup()
    let messages = ProgramMessage.diagnostics(
      FileTree.beginning(of: errors, limits.messages), program: program.fileName)
    return (ending, messages, survivors)
  }

  /// How a run failed; nil where it did not.
  func fault(of ending: ChildProcess.Ending, _ messages: [Diagnostic]) -> Diagnostic? {
    let said = messages.last { $0.severity != .note }.map { ": " + $0.reason } ?? ""
    func fault(_ id: String, _ reason: String) -> Diagnostic { Diagnostic(id, reason, file: program.fileName) }
    if case .stopped(let reason) = ending { return fault("program-limit", reason) }
    if FileTree.size(of: output) > limits.output { return fault("program-limit", Self.tooMuch(limits)) }
    if FileTree.size(of: errors) > limits.messages { return fault("program-limit", Self.tooMuchSaid(limits)) }
    switch ending {
    case .exited(0): return nil
    case .exited(1): return fault("program-exit", "it could not write these data (exit code 1)" + said)
    case .exited(2): return fault("program-exit", "it was called wrongly, as it says (exit code 2)" + said)
    case .exited(3): return fault("program-exit", "it did not understand what it was sent (exit code 3)" + said)
    case .exited(126), .exited(127): return fault("program-exit", "it could not be started" + said)
    case .exited(let code): return fault("program-exit", "it failed (exit code \(code))" + said)
    case .signalled(let number):
      return fault("program-signal", "it was ended by signal \(number)" + ProgramWatch.meaning(of: number) + said)
    case .stopped: return nil
    }
  }

  static func tooMuch(_ limits: ProgramLimits) -> String { "it wrote more than \(limits.output) bytes" }

  static func tooMuchSaid(_ limits: ProgramLimits) -> String {
    "it said more than \(limits.messages) bytes on standard error"
  }
}
