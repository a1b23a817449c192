internal import Dispatch
internal import Synchronization

/// Runs two steps at the same time, where there are two processors, and waits for both.
///
/// - Throws: What the first step throws, else what the second does.
func sideBySide<First: Sendable, Second: Sendable, Failure: Error>(
  _ first: @Sendable () throws(Failure) -> First, _ second: @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  let firstResult = Mutex<Result<First, Failure>?>(nil)
  let secondResult = Mutex<Result<Second, Failure>?>(nil)
  DispatchQueue.concurrentPerform(iterations: 2) { step in
    if step == 0 {
      let result = Result(catching: first)
      firstResult.withLock { $0 = result }
    } else {
      let result = Result(catching: second)
      secondResult.withLock { $0 = result }
    }
  }
  // A step that was passed over is done here.
  let made = firstResult.withLock { $0 } ?? Result(catching: first)
  let other = secondResult.withLock { $0 } ?? Result(catching: second)
  return (try made.get(), try other.get())
}
