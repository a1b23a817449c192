package import EventModel
internal import CLibrary
internal import Synchronization

/// A file without a name for what does not fit into memory: it is gone with the program, however that ends.
///
/// Bytes are appended by one task; what was appended can be read at any place, by any number of tasks.
package final class SpillFile: Sendable {
  private struct Tail {
    /// What was appended and is not in the file yet.
    var bytes: [UInt8] = []
    /// How many bytes are in the file.
    var written = 0
  }

  /// So many bytes are gathered before they go to the file.
  private static let chunk = 1 << 18

  private let folder: String
  private let descriptor: Int32
  private let tail = Mutex(Tail())

  /// Makes a file.
  ///
  /// - Parameter folder: The folder on whose disk it takes its room.
  /// - Throws: What the operating system refused.
  package init(in folder: String) throws(Diagnostic) {
    self.folder = folder
    var template = Array((folder + "/spill-XXXXXX").utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Self.fault("cannot make a temporary file", folder) }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// How many bytes were appended.
  package var count: Int { tail.withLock { $0.written + $0.bytes.count } }

  /// Appends bytes.
  ///
  /// - Returns: Where they begin.
  /// - Throws: What the operating system refused, such as a full disk.
  @discardableResult
  package func append(_ bytes: some Collection<UInt8>) throws(Diagnostic) -> Int {
    try tail.withLock { tail throws(Diagnostic) in
      let start = tail.written + tail.bytes.count
      tail.bytes += bytes
      if tail.bytes.count >= Self.chunk {
        try write(tail.bytes, at: tail.written)
        tail.written += tail.bytes.count
        tail.bytes.removeAll(keepingCapacity: true)
      }
      return start
    }
  }

  /// The bytes of a range, which were appended before.
  ///
  /// - Throws: What the operating system refused.
  package func bytes(_ range: Range<Int>) throws(Diagnostic) -> [UInt8] {
    let (end, rest) = tail.withLock { tail -> (Int, [UInt8]) in
      guard range.upperBound > tail.written else { return (range.upperBound, []) }
      let start = max(range.lowerBound, tail.written)
      return (start, Array(tail.bytes[(start - tail.written)..<(range.upperBound - tail.written)]))
    }
    let wanted = end - range.lowerBound
    guard wanted > 0 else { return rest }
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      while filled < wanted {
        let place = off_t(range.lowerBound + filled)
        let read = pread(descriptor, buffer.baseAddress.map { $0 + filled }, wanted - filled, place)
        if read > 0 {
          filled += read
        } else if read == 0 || errno != EINTR {
          return
        }
      }
    }
    guard bytes.count == wanted else { throw Self.fault("cannot read a temporary file", folder) }
    return rest.isEmpty ? bytes : bytes + rest
  }

  private func write(_ bytes: [UInt8], at start: Int) throws(Diagnostic) {
    var done = 0
    while done < bytes.count {
      let place = off_t(start + done)
      let count = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done, place)
      }
      if count >= 0 {
        done += count
      } else if errno != EINTR {
        throw Self.fault("cannot write a temporary file", folder)
      }
    }
  }

  private static func fault(_ what: String, _ folder: String) -> Diagnostic {
    Diagnostic("system", what + ": " + String(cString: strerror(errno)), file: folder)
  }
}
