internal import EventModel
internal import CLibrary

/// The right to write the export of one folder: one program has it at a time, another one waits.
///
/// It is a lock on a file `.NAME.isnad-lock` beside the folder. The kernel gives it back when the program dies, however
/// it dies; the file itself is removed by whoever has the lock last.
struct TargetLock {
  private let path: String
  private let descriptor: Int32

  /// Waits until nobody else writes an export of that folder.
  ///
  /// - Parameters:
  ///   - target: Where the folder stands or will stand; the folders that lead to it are made.
  ///   - report: Is told once, if somebody else has the right.
  /// - Throws: What the operating system refused; `CancellationError` where the waiting was interrupted.
  static func wait(for target: String, report: (Diagnostic) -> Void) async throws -> TargetLock {
    let place = try TargetPlace(of: target)
    try FileTree.makeFolder(place.folder)
    let path = place.beside(".isnad-lock")
    var isTold = false
    while true {
      if let lock = try take(path) { return lock }
      if !isTold {
        isTold = true
        report(
          Diagnostic(
            "target-busy", "another export is being written here: waiting until it is done", severity: .note,
            file: target))
      }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  /// Gives the right back.
  func release() {
    unlink(path)
    close(descriptor)
  }

  /// Takes the lock; nil where somebody else has it.
  private static func take(_ path: String) throws(Diagnostic) -> TargetLock? {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { throw .system("cannot make a lock beside the target", file: path) }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
      var (held, named) = (stat(), stat())
      // Whoever had the lock before has removed the file: then this is a lock on nothing that others could see.
      if fstat(descriptor, &held) == 0, stat(path, &named) == 0, held.st_ino == named.st_ino,
        held.st_dev == named.st_dev
      {
        return TargetLock(path: path, descriptor: descriptor)
      }
    } else if errno != EWOULDBLOCK && errno != EINTR {
      let code = errno
      close(descriptor)
      throw .system("cannot lock", file: path, code: code)
    }
    close(descriptor)
    return nil
  }
}
