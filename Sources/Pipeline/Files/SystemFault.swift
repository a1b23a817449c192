internal import EventModel
internal import CLibrary

extension Diagnostic {
  /// What the operating system refused, in the words of its error number.
  ///
  /// ```
  /// .system("cannot create the folder", file: "/proc/x", code: ENOENT)
  /// // /proc/x: error: cannot create the folder: No such file or directory [system]
  /// ```
  ///
  /// - Parameter code: The error number; by default that of the last call.
  static func system(_ what: String, file: String, code: Int32 = errno) -> Diagnostic {
    Diagnostic("system", what + ": " + String(cString: strerror(code)), file: file)
  }
}
