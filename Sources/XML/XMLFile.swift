internal import EventModel
internal import CLibrary

/// Reading of small files whole.
enum XMLFile {
  /// The bytes of a file.
  static func contents(of path: String) throws(Diagnostic) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var contents: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 else { throw unreadable(path) }
      guard count > 0 else { return contents }
      contents.append(contentsOf: chunk[..<count])
    }
  }

  /// That a file cannot be read, and the system's reason.
  static func unreadable(_ path: String) -> Diagnostic {
    Diagnostic("xml-unreadable", "cannot be read: \(String(cString: strerror(errno)))", file: path)
  }
}
