import Testing

@testable import Pipeline

@Suite struct OrderedTasksTests {
  /// Slow for small numbers, so that later ones finish first.
  private static func work(_ number: Int) -> Int {
    var sum = 0
    for step in 0..<max(0, 40_000 - number * 400) { sum &+= step &* number }
    return sum &* 0 &+ number
  }

  @Test(arguments: [1, 2, 3, 8, 64, 0, -1])
  func resultsComeInInputOrderWhateverTheNumberOfJobs(jobs: Int) async throws {
    var results: [Int] = []
    try await forEachInOrder(0..<100, jobs: jobs, work: Self.work) { results.append($0) }
    #expect(results == Array(0..<100))
  }

  @Test func noInputGivesNoResult() async throws {
    try await forEachInOrder([Int](), jobs: 4, work: Self.work) { _ in Issue.record("there is nothing to hand on") }
  }

  @Test func inputsAreDrawnAsTheyAreNeeded() async throws {
    var (drawn, handedOn, furthest) = (0, 0, 0)
    let inputs = sequence(state: 0) { (state: inout Int) -> Int? in
      state += 1
      drawn += 1
      return state <= 200 ? state : nil
    }
    try await forEachInOrder(inputs, jobs: 2, work: Self.work) { _ in
      handedOn += 1
      furthest = max(furthest, drawn - handedOn)
    }
    #expect(handedOn == 200)
    #expect(furthest <= 8)
  }

  @Test func nothingIsHandedOnAfterAFault() async {
    struct Fault: Error {}
    var results: [Int] = []
    await #expect(throws: Fault.self) {
      try await forEachInOrder(0..<50, jobs: 4, work: Self.work) {
        if $0 == 3 { throw Fault() }
        results.append($0)
      }
    }
    #expect(results == [0, 1, 2])
  }

  @Test func aCancelledTaskHandsNothingMoreOn() async {
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await forEachInOrder(0..<50, jobs: 2, work: Self.work) { _ in Issue.record("this is cancelled") }
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
