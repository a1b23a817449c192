/// Runs `work` on every input, at most `jobs` at a time, and hands the results on in the order of the inputs.
///
/// This is the only concurrency of the program. `work` sees one input and nothing else, and `consume` is called from one
/// task, so that one job or eight give the same results. Inputs are drawn as they are needed: no more than four a job
/// are alive at once, however long the first of them takes.
///
/// ```
/// await forEachInOrder(["a", "bb"], jobs: 8, work: \.count) { print($0) }  // 1, then 2
/// ```
///
/// - Parameter jobs: How many inputs are worked on at the same time; less than one counts as one.
/// - Throws: What `consume` throws, or `CancellationError` where the task is cancelled; no further input is drawn then.
package func forEachInOrder<Input: Sendable, Output: Sendable>(
  _ inputs: some Sequence<Input>,
  jobs: Int,
  work: @escaping @Sendable (Input) -> Output,
  consume: (Output) throws -> Void
) async throws {
  let jobs = max(jobs, 1)
  let window = jobs * 4
  try await withThrowingTaskGroup(of: (Int, Output).self) { group in
    var inputs = inputs.makeIterator()
    var early: [Int: Output] = [:]
    var (started, running, handedOn) = (0, 0, 0)
    while true {
      while running < jobs, started - handedOn < window, let input = inputs.next() {
        let number = started
        group.addTask { (number, work(input)) }
        started += 1
        running += 1
      }
      guard let (number, output) = try await group.next() else { return }
      try Task.checkCancellation()
      running -= 1
      early[number] = output
      while let output = early.removeValue(forKey: handedOn) {
        handedOn += 1
        try consume(output)
      }
    }
  }
}
