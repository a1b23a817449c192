/// The lines of a table that are neither comments nor blank.
struct TableLines {
  /// A line.
  struct Line {
    /// Its bytes, without the line break.
    var bytes: Range<Int>
    /// Its 1-based number in the file.
    var number: Int
    /// How many cells it has.
    var cells: Int
  }

  private let contents: UnsafeBufferPointer<UInt8>
  private var start = 0
  /// The number of the last line that was looked at.
  private(set) var number = 0

  init(_ contents: UnsafeBufferPointer<UInt8>) { self.contents = contents }

  /// The next line; nil at the end.
  mutating func next() -> Line? {
    while start <= contents.count {
      number += 1
      let first = start
      if first < contents.count, contents[first] == 0x23 {
        start = TableText.lineFeed(in: contents, from: first) + 1
        continue
      }
      var cells = 1
      var end = TableText.separator(in: contents, from: first)
      while end < contents.count, contents[end] == 0x09 {
        cells += 1
        end = TableText.separator(in: contents, from: end + 1)
      }
      start = end + 1
      let line = first..<(end > first && contents[end - 1] == 0x0D ? end - 1 : end)
      guard !contents[line].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { continue }
      return Line(bytes: line, number: number, cells: cells)
    }
    return nil
  }
}
