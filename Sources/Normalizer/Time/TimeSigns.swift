/// What may stand at a token: numbers, marks and words of time by their classes. A class may share its bit with others, so
/// that a bit proves nothing, and a bit that is missing proves that no lexeme of the class begins there.
struct TimeSigns: OptionSet, Sendable {
  let rawValue: UInt64

  /// Digits, or a clitic that may be glued to some.
  static let number = TimeSigns(rawValue: 1 << 63)
  /// A mark.
  static let mark = TimeSigns(rawValue: 1 << 62)
  /// What a pattern wants that can do with anything, or with nothing.
  static let any = TimeSigns(rawValue: 1 << 61)
  /// What any expression of time can begin with.
  static let time = TimeSigns(rawValue: 1 << 61 - 1).union(.number)

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The sign of a class of words.
  init(_ wordClass: Int16) { rawValue = 1 << UInt64(wordClass % 61) }
}

extension TimeSigns: Imaged {
  init(from image: inout ImageReader) {
    self.init(rawValue: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(rawValue) }
}
