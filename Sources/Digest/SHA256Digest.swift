internal import Crypto

/// SHA-256 digests, the only digests of the project.
package enum SHA256Digest {
  /// The 32 bytes of the digest of `bytes`.
  package static func bytes(of bytes: [UInt8]) -> [UInt8] {
    var hasher = SHA256Hasher()
    hasher.update(bytes)
    return hasher.finish()
  }

  /// The digest of `bytes` as 64 lower-case hexadecimal digits.
  package static func hex(of bytes: [UInt8]) -> String {
    var hasher = SHA256Hasher()
    hasher.update(bytes)
    return hex(digest: hasher.finish())
  }

  /// Writes bytes as lower-case hexadecimal digits.
  package static func hex(digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A SHA-256 digest of bytes that come in pieces, so that a file is hashed while it is written.
package struct SHA256Hasher: Sendable {
  private var hasher = SHA256()

  /// Makes a hasher that has seen nothing.
  package init() {}

  /// Takes the next bytes.
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
  }

  /// The 32 bytes of the digest of everything seen.
  package func finish() -> [UInt8] {
    hasher.finalize().withUnsafeBytes { Array($0) }
  }
}
