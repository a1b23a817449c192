/// Sorts hashes by one byte after another: half the work of a sort that compares.
enum HashSort {
  /// The hashes in ascending order.
  static func sorted(_ hashes: [UInt32]) -> [UInt32] {
    var sorted = hashes
    var other = hashes
    for shift in stride(from: UInt32(0), to: 32, by: 16) {
      var target = other.mutableSpan
      sort(sorted.span, byByteAt: shift, into: &target)
      var back = sorted.mutableSpan
      sort(other.span, byByteAt: shift + 8, into: &back)
    }
    return sorted
  }

  private static func sort(_ hashes: Span<UInt32>, byByteAt shift: UInt32, into target: inout MutableSpan<UInt32>) {
    var places = InlineArray<256, Int>(repeating: 0)
    for index in 0..<hashes.count { places[Int(hashes[index] >> shift & 0xFF)] += 1 }
    var sum = 0
    for byte in 0..<256 {
      let count = places[byte]
      places[byte] = sum
      sum += count
    }
    for index in 0..<hashes.count {
      let byte = Int(hashes[index] >> shift & 0xFF)
      target[places[byte]] = hashes[index]
      places[byte] += 1
    }
  }
}
