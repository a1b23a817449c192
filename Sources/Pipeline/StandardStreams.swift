package import EventModel
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

  /// So many descriptors the system's threads and the first files take.
  private static let fewest = 8

  /// Asks for the descriptors that any work takes: the system's threads would end the program without a word where they
  /// do not get theirs.
  ///
  /// - Throws: What the operating system refused.
  package static func requireRoom() throws(Diagnostic) {
    var taken: [Int32] = []
    defer { for descriptor in taken { close(descriptor) } }
    for _ in 0..<fewest {
      let descriptor = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0)
      guard descriptor >= 0 else {
        throw Diagnostic("system", "cannot begin: " + String(cString: strerror(errno)))
      }
      taken.append(descriptor)
    }
  }
}
