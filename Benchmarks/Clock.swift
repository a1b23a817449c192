import Benchmark

/// Takes the time of what is measured.
enum Clock {
  /// The median time of five runs after one to warm up, in nanoseconds.
  static func median(of name: String, _ body: @escaping () throws -> Void) throws -> Double {
    let suite = BenchmarkSuite(name: "isnad")
    suite.benchmark(name, function: body)
    var runner = BenchmarkRunner(
      suites: [suite], settings: [Iterations(5), WarmupIterations(1), Format(.none), Quiet(true)])
    try runner.run()
    let times = runner.results.flatMap(\.measurements).sorted()
    return times.isEmpty ? 0 : times[times.count / 2]
  }

  /// Prints a line: name, median time, size of the data, throughput.
  static func line(_ name: String, nanoseconds: Double, bytes: Int) {
    print(
      padded(name, 50) + padded(fixed(nanoseconds / 1e6) + " ms", 14) + padded(megabytes(bytes) + " MB", 12)
        + fixed(Double(bytes) / nanoseconds * 1e3) + " MB/s")
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
