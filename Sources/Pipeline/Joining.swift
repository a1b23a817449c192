internal import EventModel
internal import Normalizer
internal import Spill

/// All articles that were met, joined.
///
/// - Throws: `CancellationError` where the task is cancelled, or a `Diagnostic` of what the operating system refused.
func joined(_ met: consuming Recurrences) throws -> ResolvedCorpus {
  do {
    return try Resolution.resolve(met)
  } catch let fault {
    if fault.id == Cancellation.id { throw CancellationError() }
    throw fault
  }
}
