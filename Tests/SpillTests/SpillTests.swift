import EventModel
import Foundation
import Testing

@testable import Spill

@Suite struct SpillTests {
  private let folder = FileManager.default.temporaryDirectory.path()

  /// Numbers that look like none, always the same.
  private func numbers(_ count: Int, below bound: UInt64) -> [UInt64] {
    var state: UInt64 = 1
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 11) % bound
    }
  }

  @Test(
    "Numbers are sorted whether they fit into memory or not",
    arguments: [(0, 10), (1, 10), (10, 10), (11, 10), (1000, 1), (5000, 700), (300_000, 40_000)])
  func sorting(count: Int, limit: Int) throws {
    let all = numbers(count, below: 100_000)
    var sorter = NumberSorter(limit: limit, folder: folder)
    for number in all { try sorter.append(number) }
    let sorted = try sorter.finish()
    #expect(sorted.count == count)
    #expect(Array(try sorted.numbers(0..<count)) == all.sorted())
    #expect((sorted.file != nil) == (count >= limit && count > 0))
    if count > 20 { #expect(try sorted.numbers(7..<19) == all.sorted()[7..<19]) }
  }

  @Test("Runs of equal numbers are found at any place, and over the ends of pieces", arguments: [nil, 1000])
  func runs(limit: Int?) throws {
    let all = numbers(200_000, below: 5)
    var sorter = NumberSorter(limit: limit ?? .max, folder: limit == nil ? nil : folder)
    for number in all { try sorter.append(number) }
    var found: [UInt64: Int] = [:]
    var next = 0
    try sorter.finish().forEachRun(==) { run, start in
      #expect(start == next && Set(run).count == 1)
      next += run.count
      found[run[0]] = run.count
    }
    #expect(found == Dictionary(grouping: all) { $0 }.mapValues(\.count))
  }

  @Test("Work that nobody waits for any more ends by itself")
  func cancellation() async throws {
    let folder = folder
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      var sorter = NumberSorter(limit: 10, folder: folder)
      for number in UInt64(0)..<100 { try sorter.append(number) }
    }
    task.cancel()
    let fault = await #expect(throws: Diagnostic.self) { try await task.value }
    #expect(fault?.id == Cancellation.id)
    try Cancellation.check()
  }

  @Test("What is appended to a file is read at any place, whether it is written yet or not")
  func file() throws {
    let file = try SpillFile(in: folder)
    let bytes = (0..<900_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    for start in stride(from: 0, to: bytes.count, by: 7777) {
      let piece = bytes[start..<min(start + 7777, bytes.count)]
      #expect(try file.append(piece) == start)
    }
    #expect(file.count == bytes.count)
    for range in [0..<0, 0..<1, 0..<bytes.count, 262_000..<270_000, 880_000..<900_000, 899_999..<900_000] {
      #expect(try file.bytes(range) == Array(bytes[range]))
    }
  }

  @Test("A folder that is not there is an error that names it")
  func refused() throws {
    let fault = #expect(throws: Diagnostic.self) { try SpillFile(in: folder + "/is/not/there") }
    #expect(fault?.id == "system" && fault?.file?.hasSuffix("/is/not/there") == true)
  }
}
