internal import Synchronization

/// How the words of earlier texts were read: most words of a text are among the few thousand that nearly all texts have, and
/// a word is read in one way wherever it is printed.
///
/// Open addressing over one arena of letters. The first words that come are kept, and later ones are not.
struct WordReadings: Sendable {
  private struct Entry: Sendable {
    var hash: UInt64
    /// Where its letters begin and how many bytes they are.
    var start: UInt32
    var length: UInt32
    /// Where its analyses begin and how many there are.
    var first: UInt32
    var count: UInt32
    var whole: Symbol
    var marks: WordMarks
    var isBareClitic: Bool
  }

  /// The most words that are kept.
  private static let limit = 1 << 14

  /// The places of the entries, or -1.
  private var slots = [Int32](repeating: -1, count: limit * 2)
  private var entries: [Entry] = []
  private var letters: [UInt8] = []
  private var analyses: [Analysis] = []

  /// Reads a word as it was read before.
  ///
  /// - Parameters:
  ///   - word: Where the word stands in the text.
  ///   - hash: The word's hash, see ``WordMemory/mix(_:_:)``.
  /// - Returns: Whether the word is known.
  func read(
    _ text: Span<UInt8>, _ word: Range<Int>, hash: UInt64, _ token: inout Token, into all: inout [Analysis]
  ) -> Bool {
    var slot = Self.slot(hash)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, Int(entry.length) == word.count, holds(Int(entry.start), text, word) {
        let first = Int32(all.count)
        for place in Int(entry.first)..<Int(entry.first + entry.count) { all.append(analyses[place]) }
        token.whole = entry.whole
        token.isBareClitic = entry.isBareClitic
        token.marks = entry.marks
        token.analyses = first..<Int32(all.count)
        return true
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  /// Keeps how a word was read that is not known, if there is room.
  mutating func keep(_ text: Span<UInt8>, _ word: Range<Int>, hash: UInt64, _ token: Token, from all: [Analysis]) {
    guard entries.count < Self.limit, word.count <= 64 else { return }
    var slot = Self.slot(hash)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(entries.count)
    entries.append(
      Entry(
        hash: hash, start: UInt32(letters.count), length: UInt32(word.count), first: UInt32(analyses.count),
        count: UInt32(token.analyses.count), whole: token.whole, marks: token.marks,
        isBareClitic: token.isBareClitic))
    for place in word { letters.append(text[place]) }
    for place in token.analyses { analyses.append(all[Int(place)]) }
  }

  private static func slot(_ hash: UInt64) -> Int { Int(hash >> 32) & (limit * 2 - 1) }

  /// Whether the letters from a place on are those of a word.
  private func holds(_ start: Int, _ text: Span<UInt8>, _ word: Range<Int>) -> Bool {
    text.hasSame(word, as: start..<start + word.count, of: letters.span)
  }
}

/// Lends readings to texts, each to one at a time: texts are tokenized side by side, and none waits for another. What is
/// read does not depend on which are lent.
final class WordReadingsPool: Sendable {
  private let idle = Mutex<[WordReadings]>([])

  /// Readings that no other text has now.
  func take() -> WordReadings { idle.withLock { $0.popLast() } ?? WordReadings() }

  /// Takes readings back.
  func giveBack(_ readings: WordReadings) { idle.withLock { $0.append(readings) } }
}
