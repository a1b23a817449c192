/// What a program that exports may use; what it needs beyond that ends it.
package struct ProgramLimits: Sendable, Hashable {
  /// How long a run may take, and how long each process may compute, in seconds.
  package var seconds: Int
  /// How many bytes a process may allocate.
  package var memory = 4 << 30
  /// How many bytes a file that it writes may have, and all its files together.
  package var output: Int
  /// How many processes may be alive at once.
  package var processes = 64
  /// How many files it may have open at once.
  package var openFiles = 256
  /// How many files and folders may be in its folder.
  package var files = 2000
  /// How many bytes standard error may have.
  package var messages = 1 << 20

  /// The most bytes that any output may have.
  private static let most = 10 << 30

  /// The limits of a run.
  ///
  /// - Parameters:
  ///   - input: How many bytes the program reads: a minute and a second more for each 100,000; 64 MiB and 16 times as
  ///     much as it reads, at most 10 GiB.
  ///   - seconds: How long it may take, where the user says so.
  package init(input: Int, seconds: Int? = nil) {
    self.seconds = seconds ?? 60 + input / 100_000
    output = min(64 << 20 + 16 * input, Self.most)
  }

  /// The limits of a program that describes itself.
  package static let describing: ProgramLimits = {
    var limits = ProgramLimits(input: 0, seconds: 10)
    limits.output = 1 << 20
    return limits
  }()

  /// A shell script that goes to the folder `$0`, sets the limits and becomes the program with its arguments. A limit
  /// that the system cannot set, or that is stricter already, stays as it is.
  var script: String {
    """
    cd "$0" || exit 126
    { ulimit -c 0; ulimit -t \(seconds + 1); ulimit -f \(output / 512 + 1); ulimit -n \(openFiles)
    ulimit -d \(memory / 1024); } 2>/dev/null
    exec "$@"
    """
  }
}
