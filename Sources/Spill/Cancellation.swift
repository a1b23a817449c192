package import EventModel

/// Lets work that is done step by step, and not by tasks, end early where its task was cancelled.
package enum Cancellation {
  /// The id of the fault that ``check()`` throws.
  package static let id = "interrupted"

  /// Looks whether somebody has asked for an end; to be called wherever a second may have gone by.
  ///
  /// - Throws: `interrupted` where the task that calls it was cancelled.
  package static func check() throws(Diagnostic) {
    if Task.isCancelled { throw Diagnostic(id, "it was interrupted") }
  }
}
