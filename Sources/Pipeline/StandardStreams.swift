internal import CLibrary

/// The three streams that every program is born with, or should be.
package enum StandardStreams {
  /// Takes the places of streams that were closed when the program began: else the next file that is opened would get such a
  /// place, and what is said to people would be written into it. Whoever uses such a stream is refused, as before.
  ///
  /// To be called before anything is opened.
  package static func hold() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) < 0 {
      // The system gives the least descriptor that is free, which is this one.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }
}
