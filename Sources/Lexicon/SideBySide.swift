internal import Dispatch
internal import Synchronization

/// Runs two steps at the same time, where there are two processors, and waits for both. Either may do so again.
///
/// - Throws: What the first step throws, else what the second does.
package func sideBySide<First: Sendable, Second, Failure: Error>(
  _ first: @escaping @Sendable () throws(Failure) -> First, _ second: () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  let made = Made<First, Failure>()
  let group = DispatchGroup()
  DispatchQueue.global().async(group: group) {
    let result = Result(catching: first)
    made.result.withLock { $0 = result }
  }
  let other = Result(catching: second)
  group.wait()
  // A step that was passed over is done here.
  let result = made.result.withLock { $0 } ?? Result(catching: first)
  return (try result.get(), try other.get())
}

/// What a step on another thread made.
private final class Made<Success: Sendable, Failure: Error>: Sendable {
  let result = Mutex<Result<Success, Failure>?>(nil)
}
