internal import CLibrary

/// Why the operating system refused something.
enum SystemReason {
  /// The words for the number that the last call left behind, such as `Permission denied`.
  static var last: String { String(cString: strerror(errno)) }
}
