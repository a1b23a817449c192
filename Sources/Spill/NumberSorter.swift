package import EventModel

/// Numbers in ascending order, however many: what does not fit into memory is sorted in runs on the disk, which are merged
/// while they are read (external merge sort: D. Knuth, The Art of Computer Programming, volume 3, 5.4).
///
/// ```
/// var numbers = NumberSorter(limit: 1 << 20, folder: nil)
/// try numbers.append(7)
/// try numbers.append(3)
/// let sorted = try numbers.finish()  // 3, 7
/// ```
package struct NumberSorter {
  private let limit: Int
  private let folder: String?
  private var numbers: [UInt64] = []
  private var runs: [NumberFile] = []

  /// Makes a sorter.
  ///
  /// - Parameters:
  ///   - limit: So many numbers are held in memory.
  ///   - folder: Where runs go; nil to hold all in memory.
  package init(limit: Int, folder: String?) {
    self.limit = max(limit, 1)
    self.folder = folder
  }

  /// Takes in a number.
  ///
  /// - Throws: What the operating system refused.
  package mutating func append(_ number: UInt64) throws(Diagnostic) {
    numbers.append(number)
    if numbers.count >= limit, let folder { try spill(to: folder) }
  }

  private mutating func spill(to folder: String) throws(Diagnostic) {
    try Cancellation.check()
    numbers.sort()
    let run = try NumberFile(in: folder)
    for number in numbers { try run.append(number) }
    runs.append(run)
    numbers.removeAll(keepingCapacity: true)
  }

  /// The numbers in ascending order.
  ///
  /// - Throws: What the operating system refused.
  package consuming func finish() throws(Diagnostic) -> SortedNumbers {
    guard let folder, !runs.isEmpty else {
      numbers.sort()
      return SortedNumbers(numbers: numbers, file: nil)
    }
    try spill(to: folder)
    numbers = []
    let whole = try NumberFile(in: folder)
    var merge = try RunMerge(runs, buffer: max(limit / (runs.count + 1), 512))
    while let number = try merge.next() {
      if whole.count & 0xFFFF == 0 { try Cancellation.check() }
      try whole.append(number)
    }
    return SortedNumbers(numbers: [], file: whole)
  }
}
