/// Hashes as text: eight hexadecimal digits each, one behind another.
enum HashText {
  private static let digits = Array("0123456789abcdef".utf8)

  /// Appends the digits of hashes.
  static func append(_ hashes: [UInt32], to bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + 8 * hashes.count)
    for hash in hashes {
      for shift in stride(from: UInt32(28), through: 0, by: -4) { bytes.append(digits[Int(hash >> shift & 15)]) }
    }
  }

  /// The hashes of a text; nil where it is none of hashes.
  static func hashes(_ text: String) -> [UInt32]? {
    var (hashes, hash, count) = ([UInt32](), UInt32(0), 0)
    hashes.reserveCapacity(text.utf8.count / 8)
    for byte in text.utf8 {
      switch byte {
      case 48...57: hash = hash << 4 | UInt32(byte - 48)
      case 97...102: hash = hash << 4 | UInt32(byte - 87)
      default: return nil
      }
      count += 1
      if count % 8 == 0 { hashes.append(hash) }
    }
    return count % 8 == 0 ? hashes : nil
  }
}
