internal import Digest

/// A file's path, size and digest.
package struct FileDigest: Hashable, Sendable {
  /// The path below the folder in question, `/`-separated.
  package var path: String
  /// The number of bytes.
  package var bytes: Int
  /// The lower-case hexadecimal SHA-256 of the bytes.
  package var sha256: String

  /// Describes a file whose digest is known.
  package init(path: String, bytes: Int, sha256: String) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// Describes a file that is in memory.
  package init(path: String, contents: [UInt8]) {
    self.init(path: path, bytes: contents.count, sha256: SHA256Digest.hex(of: contents))
  }
}

extension Sequence<FileDigest> {
  /// The files by the bytes of their paths.
  func sortedByPath() -> [FileDigest] {
    sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
