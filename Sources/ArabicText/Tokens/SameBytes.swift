extension Span<UInt8> {
  /// Whether some bytes are those of a range of the same length elsewhere, told eight at once.
  @inline(__always)
  func hasSame(_ range: Range<Int>, as known: Range<Int>, of other: borrowing Span<UInt8>) -> Bool {
    let (left, right) = (extracting(range).bytes, other.extracting(known).bytes)
    let count = range.count
    var offset = 0
    while offset + 8 <= count {
      guard
        left.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
          == right.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      else { return false }
      offset += 8
    }
    while offset + 2 <= count {
      guard
        left.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self)
          == right.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self)
      else { return false }
      offset += 2
    }
    return offset == count || self[range.upperBound - 1] == other[known.upperBound - 1]
  }
}
