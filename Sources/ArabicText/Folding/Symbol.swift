/// A number that stands for a folded word; words that no table knows have ``none``.
@frozen
package struct Symbol: Hashable, Sendable, Comparable {
  /// The number, 0 for unknown words.
  package let rawValue: UInt32

  /// Wraps a number.
  @inlinable
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The unknown word.
  @inlinable package static var none: Symbol { Symbol(rawValue: 0) }

  /// Whether two symbols are one.
  @inlinable
  package static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

  /// Orders by time of interning.
  @inlinable
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Feeds the number.
  @inlinable
  package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
