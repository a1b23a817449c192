internal import Dispatch
internal import Synchronization

/// Runs two steps at the same time, where there are two processors, and waits for both. Either may do so again.
///
/// - Throws: What the first step throws, else what the second does.
package func sideBySide<First: Sendable, Second, Failure: Error>(
  _ first: @escaping @Sendable () throws(Failure) -> First, _ second: () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  let step = Step<First, Failure>()
  let group = DispatchGroup()
  DispatchQueue.global().async(group: group) {
    if step.begin() { step.end(with: Result(catching: first)) }
  }
  let other = Result(catching: second)
  // What no other thread has had time to begin is done here.
  if step.begin() { return (try first(), try other.get()) }
  group.wait()
  guard let result = step.result else { preconditionFailure("a step that has ended has a result") }
  return (try result.get(), try other.get())
}

/// A step that whichever thread comes first takes.
private final class Step<Success: Sendable, Failure: Error>: Sendable {
  private let state = Mutex<(isBegun: Bool, result: Result<Success, Failure>?)>((false, nil))

  /// Whether nobody has taken it before.
  func begin() -> Bool {
    state.withLock { state in
      defer { state.isBegun = true }
      return !state.isBegun
    }
  }

  func end(with result: Result<Success, Failure>) { state.withLock { $0.result = result } }

  /// What it made, once it has ended.
  var result: Result<Success, Failure>? { state.withLock { $0.result } }
}
