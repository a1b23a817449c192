public import EventModel

/// What was read from articles.
public struct Reading: Sendable, Hashable {
  /// All records in canonical order.
  public var dataset: Dataset
  /// What could not be read, in the order of the inputs.
  public var faults: [Diagnostic]
}
