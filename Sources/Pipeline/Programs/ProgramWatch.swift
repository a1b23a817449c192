internal import CLibrary

/// Watches over a run, and says when it is to be stopped.
final class ProgramWatch {
  private let folder: String
  private let errors: String
  private let mark: String
  private let limits: ProgramLimits
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var nextLook: ContinuousClock.Instant

  init(folder: String, errors: String, mark: String, limits: ProgramLimits) {
    self.folder = folder
    self.errors = errors
    self.mark = mark
    self.limits = limits
    start = clock.now
    nextLook = start + .milliseconds(100)
  }

  /// Why the program must be stopped now, or nil.
  func reasonToStop() -> String? {
    if Task.isCancelled { return "the export was interrupted" }
    let now = clock.now
    if now - start > .seconds(limits.seconds) { return "it took more than \(limits.seconds) seconds" }
    guard now >= nextLook else { return nil }
    defer { nextLook = clock.now + .milliseconds(200) }
    if FileTree.size(of: errors) > limits.messages { return ProgramRun.tooMuchSaid(limits) }
    var (bytes, count) = (0, 0)
    FileTree.walk(folder) { _, status in
      bytes += Int(status.st_size)
      count += 1
      return count <= limits.files
    }
    if bytes > limits.output { return ProgramRun.tooMuch(limits) }
    if count > limits.files { return "it made more than \(limits.files) files" }
    if ProcessTable.processes(with: mark).count > limits.processes {
      return "it ran more than \(limits.processes) processes"
    }
    return nil
  }

  /// What a signal means that a limit sends.
  static func meaning(of signal: Int32) -> String {
    switch signal {
    case SIGXCPU: " (it computed too long)"
    case SIGXFSZ: " (it wrote too much)"
    default: ""
    }
  }
}
