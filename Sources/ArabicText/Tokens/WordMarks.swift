/// What tables say of a word, one bit each, so that a step sees at once that a token is none of its words: it need not
/// look up each reading. Whoever compiles the tables gives the bits their meaning.
@frozen
package struct WordMarks: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32

  @inlinable @inline(__always)
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// No mark; written out, because the general one is slow across modules.
  @inlinable @inline(__always)
  package init() { rawValue = 0 }

  /// Whether two sets have a mark in common; written out for the same reason.
  @inlinable @inline(__always)
  package func meets(_ other: WordMarks) -> Bool { rawValue & other.rawValue != 0 }

  /// Whether all marks of another set are in this one.
  @inlinable @inline(__always)
  package func holds(_ other: WordMarks) -> Bool { rawValue & other.rawValue == other.rawValue }

  /// The marks of both.
  @inlinable @inline(__always)
  package static func | (left: WordMarks, right: WordMarks) -> WordMarks {
    WordMarks(rawValue: left.rawValue | right.rawValue)
  }
}
