import Benchmark
import EventModel

/// Measures stages and prints a line for each: median time, size of the data, throughput.
struct Table {
  private let suite = BenchmarkSuite(name: "isnad")
  private var sizes: [String: Int] = [:]

  /// Adds a stage.
  ///
  /// - Parameter bytes: The size of what one run works through.
  mutating func measure(_ name: String, bytes: Int? = nil, _ body: @escaping () throws -> Void) {
    sizes[name] = bytes
    suite.benchmark(name, function: body)
  }

  /// Runs the stages and prints the lines.
  func run() throws {
    var runner = BenchmarkRunner(
      suites: [suite], settings: [Iterations(5), WarmupIterations(1), Format(.none), Quiet(true)])
    try runner.run()
    for result in runner.results {
      let nanoseconds = result.measurements.sorted()[result.measurements.count / 2]
      Self.line(result.benchmarkName, nanoseconds: nanoseconds, bytes: sizes[result.benchmarkName])
    }
  }

  /// Prints a line.
  static func line(_ name: String, nanoseconds: Double, bytes: Int?) {
    var line = padded(name, 50) + padded(fixed(nanoseconds / 1e6) + " ms", 14)
    if let bytes {
      line += padded(megabytes(bytes) + " MB", 12) + fixed(Double(bytes) / nanoseconds * 1e3) + " MB/s"
    }
    print(line)
  }

  /// A size in millions of bytes, with one digit after the point.
  static func megabytes(_ bytes: Int) -> String {
    fixed(Double(bytes) / 1e6)
  }

  private static func fixed(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.utf8.count))
  }
}
