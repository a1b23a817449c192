package import EventModel

/// Numbers in ascending order, by their places.
package struct SortedNumbers {
  /// The numbers, where they are in memory.
  let numbers: [UInt64]
  /// The numbers, where they are not.
  let file: NumberFile?

  /// How many are read at once.
  private static let piece = 1 << 16

  /// How many numbers there are.
  package var count: Int { file?.count ?? numbers.count }

  /// The numbers at some places.
  ///
  /// - Throws: What the operating system refused.
  package func numbers(_ range: Range<Int>) throws(Diagnostic) -> ArraySlice<UInt64> {
    guard let file else { return numbers[range] }
    return try file.numbers(range)[...]
  }

  /// Goes through the runs of numbers that belong together, from the least on.
  ///
  /// - Parameters:
  ///   - isTogether: Whether a number belongs to the same run as the one before it.
  ///   - body: Is given a run, and the place where it begins.
  /// - Throws: What `body` throws, or what the operating system refused.
  package func forEachRun(
    _ isTogether: (UInt64, UInt64) -> Bool, _ body: ([UInt64], Int) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var (run, start) = ([UInt64](), 0)
    for base in stride(from: 0, to: count, by: Self.piece) {
      try Cancellation.check()
      for number in try numbers(base..<min(base + Self.piece, count)) {
        if let last = run.last, !isTogether(last, number) {
          try body(run, start)
          start += run.count
          run.removeAll(keepingCapacity: true)
        }
        run.append(number)
      }
    }
    if !run.isEmpty { try body(run, start) }
  }

  /// Goes through the numbers of one run.
  ///
  /// - Parameters:
  ///   - start: The place of its first number.
  ///   - isTogether: Whether a number belongs to the same run as the one before it.
  ///   - body: Is given a number after the other.
  /// - Throws: What the operating system refused.
  package func forEach(
    from start: Int, while isTogether: (UInt64, UInt64) -> Bool, _ body: (UInt64) -> Void
  ) throws(Diagnostic) {
    var (place, last, size) = (start, UInt64?.none, 16)
    while place < count {
      for number in try numbers(place..<min(place + size, count)) {
        if let last, !isTogether(last, number) { return }
        body(number)
        last = number
      }
      place += size
      size = min(2 * size, Self.piece)
    }
  }
}
