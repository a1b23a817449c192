internal import CLibrary
internal import EventModel

/// A temporary file for a library that writes files only: the library writes it by its path, and the exporter hands its
/// bytes out piece by piece. It goes away with its last user.
final class PrivateFile: @unchecked Sendable {
  /// Where the library writes.
  private(set) var path: String
  /// The folder of the file.
  private(set) var folder: String
  private var descriptor: Int32
  private var offset = 0

  /// The most bytes of a piece.
  static let piece = 1 << 18

  /// Makes an empty file.
  ///
  /// - Parameter folder: Where; by default the folder that TMPDIR names, or /tmp where that cannot be written.
  /// - Throws: What the operating system refused.
  init(in folder: String? = nil) throws(Diagnostic) {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let folders = folder.map { [$0] } ?? [named, "/tmp"].filter { !$0.isEmpty }
    (descriptor, path, self.folder) = (-1, "", "")
    for folder in folders where descriptor < 0 {
      var template = Array((folder + "/isnad-XXXXXX").utf8CString)
      descriptor = mkstemp(&template)
      path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      self.folder = folder
    }
    guard descriptor >= 0 else {
      throw Diagnostic(
        "system", "cannot make a temporary file: " + String(cString: strerror(errno)), file: self.folder)
    }
  }

  deinit {
    unlink(path)
    if descriptor >= 0 { close(descriptor) }
  }

  /// Opens the file anew, as a library may have put another in its place.
  ///
  /// - Throws: What the operating system refused.
  func rewind() throws(Diagnostic) {
    close(descriptor)
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    offset = 0
    guard descriptor >= 0 else { throw refused() }
  }

  /// Appends the next bytes of the file to a buffer.
  ///
  /// - Returns: Whether there were any.
  /// - Throws: What the operating system refused.
  func take(into buffer: inout ByteBuffer) throws(Diagnostic) -> Bool {
    let (file, start) = (descriptor, offset)
    var isRead = true
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.piece) { piece, count in
      let got = pread(file, piece.baseAddress, Self.piece, off_t(start))
      isRead = got >= 0
      count = max(0, got)
    }
    guard isRead else { throw refused() }
    offset += bytes.count
    buffer.append(contentsOf: bytes)
    return !bytes.isEmpty
  }

  private func refused() -> Diagnostic {
    Diagnostic("system", "cannot read: " + String(cString: strerror(errno)), file: path)
  }
}
