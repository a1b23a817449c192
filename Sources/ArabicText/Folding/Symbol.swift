// Public, though no other package sees this module: the compiler inlines into other modules only what is public, and the
// hot loops of the steps ask these for every word.

/// A number that stands for a folded word; words that no table knows have ``none``.
@frozen
public struct Symbol: Hashable, Sendable, Comparable {
  /// The number, 0 for unknown words.
  public let rawValue: UInt32

  /// Wraps a number.
  @inlinable
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The unknown word.
  @inlinable public static var none: Symbol { Symbol(rawValue: 0) }

  /// Whether two symbols are one.
  @inlinable
  public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }

  /// Orders by time of interning.
  @inlinable
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// Feeds the number.
  @inlinable
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}
