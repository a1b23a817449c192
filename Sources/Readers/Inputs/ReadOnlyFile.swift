internal import Digest
internal import EventModel
internal import CLibrary

/// The C function, which ``ReadOnlyFile/read(into:)`` hides.
private let systemRead = read(_:_:_:)

/// The size and digest of bytes that came once and cannot be read again.
package struct StreamDigest: Hashable, Sendable {
  /// How many bytes there were.
  package var bytes: Int
  /// Their SHA-256 digest in lower-case hexadecimal digits.
  package var sha256: String
}

/// An open file that is read from its beginning to its end.
struct ReadOnlyFile: ~Copyable {
  private let descriptor: CInt
  private let name: String
  private let isOwned: Bool
  /// The size of a file that can be read from anywhere, in bytes; nil for pipes and other streams.
  let size: Int?
  /// How many bytes were read.
  private var count = 0
  private var hasher: SHA256Hasher?

  /// Opens a file.
  ///
  /// - Parameter path: The path, or that of standard input.
  /// - Throws: `input-missing` or `input-unreadable`.
  init(_ path: String) throws(Diagnostic) {
    isOwned = path != InputFile.standardInput
    descriptor = isOwned ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO
    name = path
    guard descriptor >= 0 else {
      if errno == ENOENT { throw Diagnostic("input-missing", "there is no such file", file: path) }
      throw Diagnostic("input-unreadable", "the file cannot be opened", file: path)
    }
    var status = stat()
    // What somebody else has begun to read is a stream, also where it is a file.
    let isFile = isOwned && fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isFile ? Int(status.st_size) : nil
    if !isFile { hasher = SHA256Hasher() }
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// Of a stream, the digest of what was read.
  var digest: StreamDigest? {
    hasher.map { StreamDigest(bytes: count, sha256: SHA256Digest.hex(digest: $0.finish())) }
  }

  /// Reads the next bytes into a buffer and returns how many came; 0 is the end of the file.
  ///
  /// - Parameter start: Where in the buffer the bytes go; there is room behind it.
  /// - Throws: `input-unreadable`.
  mutating func read(into buffer: inout [UInt8], from start: Int = 0) throws(Diagnostic) -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes { bytes in
        systemRead(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      if count >= 0 {
        self.count += count
        hasher?.update(Array(buffer[start..<start + count]))
        return count
      }
      // A signal came first: ask again.
      if errno != EINTR { throw Diagnostic("input-unreadable", "the file cannot be read", file: name) }
    }
  }

  /// Goes to another place, in bytes from 0, and returns whether that was possible.
  mutating func seek(to offset: Int) -> Bool {
    size != nil && lseek(descriptor, off_t(offset), SEEK_SET) >= 0
  }
}
