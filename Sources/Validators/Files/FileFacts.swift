internal import Digest
internal import EventModel

/// The size and digest of a file.
struct FileFacts: Sendable {
  /// The number of bytes.
  var bytes: Int
  /// The lower-case hexadecimal SHA-256.
  var sha256: String

  /// Reads a file through, in pieces.
  init(path: String, name: String) throws(Diagnostic) {
    let file = try ByteFile(path: path, name: name)
    var hasher = SHA256Hasher()
    bytes = 0
    while true {
      let piece = try file.piece(1 << 20)
      if piece.isEmpty { break }
      bytes += piece.count
      hasher.update(piece)
    }
    sha256 = SHA256Digest.hex(digest: hasher.finish())
  }
}
