internal import EventModel

extension EDTFDate {
  /// How many days lie between its first and its last day; the greatest number where a side is open.
  var width: Int {
    guard let first = earliest, let last = latest else { return .max }
    return last.ordinal - first.ordinal
  }
}
