internal import CLibrary

/// Search for a byte at the speed of the memory.
enum ByteSearch {
  /// The index of the first such byte in a range of an array.
  static func first(_ byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress, let found = memchr(start + range.lowerBound, CInt(byte), range.count)
      else { return nil }
      return UnsafeRawPointer(found) - start
    }
  }
}
