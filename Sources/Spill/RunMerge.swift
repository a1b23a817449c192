internal import EventModel

/// Draws the least number of several sorted runs, again and again.
struct RunMerge {
  private struct Run {
    let file: NumberFile
    var numbers: [UInt64]
    /// The place of the next number among ``numbers``, and that of the one behind them in the file.
    var next = 0
    var end: Int
  }

  private var runs: [Run] = []
  /// The numbers of the runs that have a number left: a heap, the run with the least number first.
  private var heap: [Int] = []
  private let buffer: Int

  init(_ files: [NumberFile], buffer: Int) throws(Diagnostic) {
    self.buffer = buffer
    for file in files {
      let end = min(buffer, file.count)
      runs.append(Run(file: file, numbers: try file.numbers(0..<end), end: end))
    }
    for run in runs.indices where !runs[run].numbers.isEmpty {
      heap.append(run)
      rise(heap.count - 1)
    }
  }

  mutating func next() throws(Diagnostic) -> UInt64? {
    guard let run = heap.first else { return nil }
    let number = least(run)
    runs[run].next += 1
    if runs[run].next == runs[run].numbers.count {
      let start = runs[run].end
      runs[run].end = min(start + buffer, runs[run].file.count)
      runs[run].numbers = try runs[run].file.numbers(start..<runs[run].end)
      runs[run].next = 0
    }
    if runs[run].numbers.isEmpty {
      let last = heap.removeLast()
      if heap.isEmpty { return number }
      heap[0] = last
    }
    sink()
    return number
  }

  private func least(_ run: Int) -> UInt64 { runs[run].numbers[runs[run].next] }

  private mutating func rise(_ place: Int) {
    var place = place
    while place > 0, least(heap[place]) < least(heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func sink() {
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { return }
      if child + 1 < heap.count, least(heap[child + 1]) < least(heap[child]) { child += 1 }
      guard least(heap[child]) < least(heap[place]) else { return }
      heap.swapAt(place, child)
      place = child
    }
  }
}
