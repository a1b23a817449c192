// Public, though no other package sees this module: the compiler inlines into other modules only what is public, and the
// hot loops of the steps ask these for every word.

/// What tables say of a word, one bit each, so that a step sees at once that a token is none of its words: it need not
/// look up each reading. Whoever compiles the tables gives the bits their meaning.
@frozen
public struct WordMarks: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt32

  /// Wraps bits.
  @inlinable @inline(__always)
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// No mark; written out, because the general one is slow across modules.
  @inlinable @inline(__always)
  public init() { rawValue = 0 }

  /// Whether two sets have a mark in common; written out for the same reason.
  @inlinable @inline(__always)
  public func meets(_ other: WordMarks) -> Bool { rawValue & other.rawValue != 0 }

  /// Whether all marks of another set are in this one.
  @inlinable @inline(__always)
  public func holds(_ other: WordMarks) -> Bool { rawValue & other.rawValue == other.rawValue }

  /// The marks of both.
  @inlinable @inline(__always)
  public static func | (left: WordMarks, right: WordMarks) -> WordMarks {
    WordMarks(rawValue: left.rawValue | right.rawValue)
  }
}
