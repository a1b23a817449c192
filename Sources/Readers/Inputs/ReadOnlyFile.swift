internal import Digest
internal import EventModel
internal import CLibrary

/// The C function, which ``ReadOnlyFile/read(into:)`` hides.
private let systemRead = read(_:_:_:)

/// The size and digest of the bytes of a file or stream, as they were when they were read.
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
  /// Sees what is read; nil once another place was gone to, so that some bytes come twice or not at all.
  private var hasher: SHA256Hasher? = SHA256Hasher()
  private var isAtEnd = false
  /// What the file was when it was opened; nil for a stream.
  let state: FileState?

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
      throw Diagnostic("input-unreadable", "the file cannot be opened: " + SystemReason.last, file: path)
    }
    // What somebody else has begun to read is a stream, also where it is a file.
    state = isOwned ? FileState(descriptor) : nil
    size = state?.size
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  /// The digest of what was read, where that is all.
  var digest: StreamDigest? {
    guard isAtEnd || size == nil else { return nil }
    return hasher.map { StreamDigest(bytes: count, sha256: SHA256Digest.hex(digest: $0.finish())) }
  }

  /// Whether there is a digest to be had by reading to the end.
  var isHashed: Bool { hasher != nil }

  /// Whether somebody wrote into the file since it was opened.
  var isChanged: Bool { state.map { $0 != FileState(descriptor) } ?? false }

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
        isAtEnd = isAtEnd || count == 0
        hasher?.update(Array(buffer[start..<start + count]))
        return count
      }
      // A signal came first: ask again.
      guard errno == EINTR else {
        throw Diagnostic("input-unreadable", "the file cannot be read: " + SystemReason.last, file: name)
      }
    }
  }

  /// Goes to another place, in bytes from 0, and returns whether that was possible.
  mutating func seek(to offset: Int) -> Bool {
    guard size != nil else { return false }
    if offset != count { hasher = nil }
    return lseek(descriptor, off_t(offset), SEEK_SET) >= 0
  }
}
