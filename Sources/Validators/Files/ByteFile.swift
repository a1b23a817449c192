internal import EventModel
internal import CLibrary

/// An open file, read from its beginning in pieces; closed when it goes out of use.
struct ByteFile: ~Copyable {
  private let descriptor: Int32
  /// The name that diagnostics give it.
  let name: String

  /// Opens a file.
  ///
  /// - Throws: That it cannot be opened, and the system's reason.
  init(path: String, name: String) throws(Diagnostic) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    self.name = name
    guard descriptor >= 0 else { throw Self.unreadable(name) }
  }

  deinit {
    close(descriptor)
  }

  /// The next bytes, at most `count`; none at the end.
  func piece(_ count: Int) throws(Diagnostic) -> [UInt8] {
    let descriptor = self.descriptor
    var result = 0
    let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      result = read(descriptor, buffer.baseAddress, count)
      filled = max(result, 0)
    }
    guard result >= 0 else { throw Self.unreadable(name) }
    return piece
  }

  /// The bytes of a part of the file.
  func bytes(at place: Range<Int>) throws(Diagnostic) -> [UInt8] {
    guard lseek(descriptor, off_t(place.lowerBound), SEEK_SET) >= 0 else { throw Self.unreadable(name) }
    var bytes: [UInt8] = []
    while bytes.count < place.count {
      let piece = try piece(place.count - bytes.count)
      if piece.isEmpty { throw Diagnostic("file-unreadable", "the file became shorter", file: name) }
      bytes += piece
    }
    return bytes
  }

  /// All bytes of a file.
  static func contents(of path: String, name: String) throws(Diagnostic) -> [UInt8] {
    let file = try ByteFile(path: path, name: name)
    var bytes: [UInt8] = []
    while true {
      let piece = try file.piece(1 << 20)
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }

  private static func unreadable(_ name: String) -> Diagnostic {
    Diagnostic("file-unreadable", "cannot be read: \(String(cString: strerror(errno)))", file: name)
  }
}
