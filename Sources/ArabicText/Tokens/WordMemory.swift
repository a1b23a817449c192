/// The words of a text that were read already: a word that is printed again is read as before, which is true of every third.
///
/// One place for each value of a short hash, which the word that came last keeps.
struct WordMemory {
  /// Room for a folded word.
  var folded: [UInt8] = []
  /// How the words of earlier texts were read.
  var readings: WordReadings
  /// The token that holds each hash's word last, or -1.
  private var tokens = [Int32](repeating: -1, count: 1 << 10)

  init(readings: WordReadings) {
    self.readings = readings
    folded.reserveCapacity(64)
  }

  /// A word's hash with one more letter.
  @inline(__always)
  static func mix(_ hash: UInt64, _ letter: UInt32) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The token before `token` that is printed like it, if it is remembered; `token` is remembered in its place.
  ///
  /// - Parameters:
  ///   - word: Where the word stands in the text.
  ///   - hash: The word's hash, see ``mix(_:_:)``.
  ///   - place: Where a token stands in the text.
  mutating func take(
    _ text: Span<UInt8>, _ word: Range<Int>, hash: UInt64, _ token: Int, place: (Int) -> Range<Int>
  ) -> Int? {
    let slot = Int(hash >> 54)
    let other = Int(tokens[slot])
    tokens[slot] = Int32(token)
    guard other >= 0 else { return nil }
    let known = place(other)
    guard known.count == word.count else { return nil }
    return text.hasSame(word, as: known, of: text) ? other : nil
  }
}
