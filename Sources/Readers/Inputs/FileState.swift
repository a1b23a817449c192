internal import CLibrary

/// What tells whether a file is still the one that it was: which file it is, its size, and when somebody last wrote into it.
package struct FileState: Hashable, Sendable {
  private let device: UInt64
  private let file: UInt64
  /// The size in bytes.
  let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// The state of an open file; nil where it is a stream.
  package init?(_ descriptor: CInt) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }

  /// The state of the file at a path; nil where there is none, or a stream.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    (device, file, size) = (UInt64(truncatingIfNeeded: status.st_dev), UInt64(status.st_ino), Int(status.st_size))
    #if canImport(Darwin)
      (seconds, nanoseconds) = (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
    #else
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    #endif
  }
}
