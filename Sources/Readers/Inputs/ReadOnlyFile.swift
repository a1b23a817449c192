internal import EventModel

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An open file that is read from its beginning to its end.
struct ReadOnlyFile: ~Copyable {
  private let descriptor: CInt
  private let name: String

  /// Opens a file.
  ///
  /// - Throws: `input-missing` or `input-unreadable`.
  init(_ path: String) throws(Diagnostic) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    name = path
    guard descriptor >= 0 else {
      if errno == ENOENT { throw Diagnostic("input-missing", "there is no such file", file: path) }
      throw Diagnostic("input-unreadable", "the file cannot be opened", file: path)
    }
  }

  deinit {
    close(descriptor)
  }

  /// Reads the next bytes into a buffer and returns how many came; 0 is the end of the file.
  ///
  /// - Throws: `input-unreadable`.
  func read(into buffer: inout [UInt8]) throws(Diagnostic) -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes { bytes in
        #if canImport(Glibc)
          Glibc.read(descriptor, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
          Musl.read(descriptor, bytes.baseAddress, bytes.count)
        #else
          Darwin.read(descriptor, bytes.baseAddress, bytes.count)
        #endif
      }
      if count >= 0 { return count }
      // A signal came first: ask again.
      if errno != EINTR { throw Diagnostic("input-unreadable", "the file cannot be read", file: name) }
    }
  }
}
