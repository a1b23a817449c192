/// Gzip members for tests, written without compressing anything.
enum Compressed {
  /// A member (RFC 1952) whose content stands in it as it is, in blocks of DEFLATE's type 0.
  static func member(_ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    bytes += blocks(content)
    bytes += littleEndian(checksum(content)) + littleEndian(UInt32(content.count))
    return bytes
  }

  /// The same content as zlib wraps it (RFC 1950).
  static func zlib(_ content: [UInt8]) -> [UInt8] {
    var (low, high) = (UInt32(1), UInt32(0))
    for byte in content {
      low = (low + UInt32(byte)) % 65521
      high = (high + low) % 65521
    }
    return [0x78, 0x01] + blocks(content) + littleEndian(high << 16 | low).reversed()
  }

  /// Content in stored blocks, at most 65,535 bytes each (RFC 1951).
  static func blocks(_ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = content[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      let length = UInt16(block.count)
      bytes.append(rest.isEmpty ? 1 : 0)
      for number in [length, ~length] { bytes += [UInt8(number & 0xFF), UInt8(number >> 8)] }
      bytes += block
    } while !rest.isEmpty
    return bytes
  }

  private static func checksum(_ content: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in content {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  private static func littleEndian(_ number: UInt32) -> [UInt8] {
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
