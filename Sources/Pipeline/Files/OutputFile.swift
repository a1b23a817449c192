internal import Digest
package import EventModel

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The C function, which ``OutputFile/write(_:)`` hides.
private let systemWrite = write(_:_:_:)

/// A new file that is hashed while it is written, so that nothing is read a second time for its digest.
package struct OutputFile: ~Copyable {
  /// The file's size and digest.
  package struct Summary: Sendable, Hashable {
    /// The size in bytes.
    package var bytes: Int
    /// The SHA-256 as 64 lower-case hexadecimal digits.
    package var sha256: String
  }

  private let path: String
  private let descriptor: Int32
  private var hasher = SHA256Hasher()
  private var count = 0

  /// Makes a file that does not exist yet.
  ///
  /// - Throws: What the operating system refused.
  package init(path: String) throws(Diagnostic) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system("cannot make the file", file: path) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Appends bytes.
  ///
  /// - Throws: What the operating system refused, such as a full disk.
  package mutating func write(_ bytes: [UInt8]) throws(Diagnostic) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        throw .system("cannot write", file: path)
      }
    }
    hasher.update(bytes)
    count += bytes.count
  }

  /// Waits until the file is on the disk, and says what was written.
  ///
  /// - Throws: What the operating system refused.
  package consuming func finish() throws(Diagnostic) -> Summary {
    guard fsync(descriptor) == 0 else { throw .system("cannot write", file: path) }
    return Summary(bytes: count, sha256: SHA256Digest.hex(digest: hasher.finish()))
  }
}
