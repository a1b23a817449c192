/// What kinds of words of time may stand at a token, by the classes of its lexemes: a class may share its bit with others,
/// so that a bit proves nothing, and a bit that is missing proves that no lexeme of the class begins there.
struct TimeSigns: OptionSet, Sendable {
  let rawValue: UInt64

  /// Digits, or a clitic that may be glued to some.
  static let number = TimeSigns(rawValue: 1 << 63)
  /// Anything, nothing included.
  static let any = TimeSigns(rawValue: .max)

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The sign of a class of words.
  init(_ wordClass: Int16) { rawValue = 1 << UInt64(wordClass % 63) }
}
