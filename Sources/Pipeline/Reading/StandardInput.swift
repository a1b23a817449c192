internal import EventModel
internal import CLibrary

/// The C functions, whose names others hide.
private let systemRead = read(_:_:_:)
private let systemWrite = write(_:_:_:)

/// Standard input for what must read it twice.
enum StandardInput {
  /// Puts a file without a name, which holds the same bytes, in the place of standard input.
  ///
  /// - Throws: What the operating system refused.
  static func keep() throws(Diagnostic) {
    guard let copy = tmpfile() else { throw .system("cannot keep what comes", file: "-") }
    defer { fclose(copy) }
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = piece.withUnsafeMutableBytes { systemRead(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw .system("cannot read", file: "-")
      }
      var done = 0
      while done < count {
        let written = piece.withUnsafeBytes {
          systemWrite(fileno(copy), $0.baseAddress.map { $0 + done }, count - done)
        }
        if written >= 0 {
          done += written
        } else if errno != EINTR {
          throw .system("cannot keep what comes", file: "-")
        }
      }
    }
    guard dup2(fileno(copy), STDIN_FILENO) >= 0 else { throw .system("cannot keep what comes", file: "-") }
    rewind()
  }

  /// Goes to the first byte of what was kept.
  static func rewind() {
    lseek(STDIN_FILENO, 0, SEEK_SET)
  }
}
