/// The decoded text of a document as UTF-8 bytes, and the way from byte offsets to code points.
///
/// Steps inside the program work with byte ranges; everything that leaves it counts Unicode code points, end exclusive.
public struct SourceText: Sendable, Hashable {
  /// The text's bytes, valid UTF-8.
  public let bytes: [UInt8]
  /// The number of code points before each block of ``blockSize`` bytes.
  private let checkpoints: [Int32]

  private static let blockSize = 64

  /// Takes over bytes that are known to be valid UTF-8.
  public init(validUTF8 bytes: [UInt8]) {
    self.bytes = bytes
    var checkpoints: [Int32] = []
    checkpoints.reserveCapacity(bytes.count / Self.blockSize + 2)
    var count: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      for start in stride(from: 0, to: buffer.count, by: Self.blockSize) {
        checkpoints.append(count)
        var index = start
        let end = min(start + Self.blockSize, buffer.count)
        // Eight bytes at a time: what begins with the bits 10 continues a code point, any other byte begins one.
        while index + 8 <= end {
          let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          count += Int32(8 - (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount)
          index += 8
        }
        for byte in buffer[index..<end] where byte & 0xC0 != 0x80 { count += 1 }
      }
    }
    checkpoints.append(count)
    self.checkpoints = checkpoints
  }

  /// Makes a source text from a string.
  public init(_ text: String) {
    self.init(validUTF8: Array(text.utf8))
  }

  /// The number of code points before a byte offset that lies on a code point's boundary.
  public func codePoint(at byte: Int) -> Int {
    let block = byte / Self.blockSize
    guard block * Self.blockSize < bytes.count else {
      return Int(checkpoints[checkpoints.count - 1])
    }
    var count = Int(checkpoints[block])
    for index in block * Self.blockSize..<byte where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The code point range of a byte range.
  public func codePoints(_ range: Range<Int>) -> Range<Int> {
    codePoint(at: range.lowerBound)..<codePoint(at: range.upperBound)
  }

  /// The characters of a byte range.
  public subscript(range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
