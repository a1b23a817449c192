internal import Digest
package import EventModel
package import Exporters
internal import CLibrary

/// The C function, which ``HashedFiles/write(_:to:)`` hides.
private let systemWrite = write(_:_:_:)

/// New files that are hashed while they are written, so that nothing is read a second time for its digest.
package struct HashedFiles: ~Copyable {
  private struct Open {
    let name: String
    let path: String
    let descriptor: Int32
    var hasher = SHA256Hasher()
    var count = 0
  }

  private var files: [Open] = []

  /// Makes files that do not exist yet, and the folders that lead to them.
  ///
  /// - Parameter names: The files' paths relative to the folder, `/`-separated.
  /// - Throws: What the operating system refused.
  package init(in folder: String, names: [String]) throws(Diagnostic) {
    for name in names { try add(name, in: folder) }
  }

  deinit {
    for file in files { close(file.descriptor) }
  }

  private mutating func add(_ name: String, in folder: String) throws(Diagnostic) {
    let path = folder + "/" + name
    if let parent = FileTree.parent(of: path) { try FileTree.makeFolder(parent) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system("cannot make the file", file: path) }
    files.append(Open(name: name, path: path, descriptor: descriptor))
  }

  /// Appends bytes to a file, numbered from 0.
  ///
  /// - Throws: What the operating system refused, such as a full disk.
  package mutating func write(_ bytes: [UInt8], to file: Int) throws(Diagnostic) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes {
        systemWrite(files[file].descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
      }
      if written >= 0 {
        done += written
      } else if errno != EINTR {
        throw .system("cannot write", file: files[file].path)
      }
    }
    files[file].hasher.update(bytes)
    files[file].count += bytes.count
  }

  /// Waits until the files are on the disk, and gives their names, sizes and digests in order.
  ///
  /// - Throws: What the operating system refused.
  package consuming func finish() throws(Diagnostic) -> [FileDigest] {
    var digests: [FileDigest] = []
    for file in files {
      guard fsync(file.descriptor) == 0 else { throw .system("cannot write", file: file.path) }
      digests.append(
        FileDigest(path: file.name, bytes: file.count, sha256: SHA256Digest.hex(digest: file.hasher.finish())))
    }
    return digests
  }
}
