internal import EventModel
internal import CLibrary

/// A process of somebody else's program, in a process group of its own, with files as its standard streams.
///
/// Files and not pipes: nobody waits for anybody, so a program that reads slowly, not at all or only after it has written
/// cannot stop the host, and the system itself cuts output that is too long.
struct ChildProcess {
  /// What to start.
  struct Command {
    /// The program's path and its arguments.
    var arguments: [String]
    /// The working folder, absolute.
    var folder: String
    /// All variables of the environment.
    var environment: [String]
    /// The file that is standard input.
    var input: String
    /// The new file that is standard output.
    var output: String
    /// The new file that is standard error.
    var errors: String
  }

  /// How a process ended.
  enum Ending: Hashable {
    case exited(Int32)
    case signalled(Int32)
    /// It was stopped, for the reason that whoever watched it gave.
    case stopped(String)
  }

  private let id: pid_t

  /// Starts a process.
  ///
  /// The limits are set by a shell that then becomes the program, so that there is no moment without them.
  ///
  /// - Throws: What the operating system refused.
  init(_ command: Command, limits: ProgramLimits) throws(Diagnostic) {
    let program = command.arguments.first ?? ""
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What is ignored here would be ignored there, even over the start of another program.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let isNew = O_WRONLY | O_CREAT | O_EXCL
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, command.input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, command.output, isNew, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, command.errors, isNew | O_APPEND, 0o600)

    let shell = ["/bin/sh", "-c", limits.script, command.folder] + command.arguments
    var id: pid_t = 0
    let code = Self.withCStrings(shell) { arguments in
      Self.withCStrings(command.environment) { environment in
        guard let arguments, let environment else { return EINVAL }
        return posix_spawn(&id, "/bin/sh", &actions, &attributes, arguments, environment)
      }
    }
    guard code == 0 else { throw .system("cannot start the program", file: program, code: code) }
    self.id = id
  }

  /// Waits until the process ends.
  ///
  /// - Parameter reasonToStop: Is asked again and again; what it answers is the reason why the group is ended at once.
  func wait(orStop reasonToStop: () -> String?) -> Ending {
    var ending: Ending?
    var pause: UInt32 = 500
    while ending == nil {
      ending = collect(WNOHANG)
      if ending != nil { break }
      if let reason = reasonToStop() {
        kill(-id, SIGKILL)
        _ = collect(0)
        return .stopped(reason)
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
    return ending ?? .exited(0)
  }

  /// Ends all that is left of the process group. As long as something is, no other gets its number.
  func endGroup() {
    kill(-id, SIGKILL)
  }

  /// Takes the exit status, or nil where there is none yet.
  private func collect(_ options: Int32) -> Ending? {
    var status: Int32 = 0
    while true {
      let result = waitpid(id, &status, options)
      if result == id { break }
      if result == 0 { return nil }
      // Somebody else has taken the status: what became of the process is not known.
      guard errno == EINTR else { return .signalled(SIGKILL) }
    }
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }

  /// Lends texts as C has them, with a null pointer after the last.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Result
  ) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }
}
