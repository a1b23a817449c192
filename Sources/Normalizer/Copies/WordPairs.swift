internal import ArabicText
internal import EventModel

/// What is kept of an article's words to find articles of its time: the hashes of all pairs of words that stand side by side
/// and are no grammar.
///
/// A pair that few articles of an export have is the name of somebody or something that was news for a while.
struct WordPairs: Sendable, Hashable {
  /// The different hashes, ascending.
  let hashes: [UInt32]

  /// Makes the pairs of hashes in any order.
  init(_ all: [UInt32]) {
    var distinct: [UInt32] = []
    distinct.reserveCapacity(all.count)
    for hash in all.sorted() where distinct.last != hash { distinct.append(hash) }
    hashes = distinct
  }

  /// Makes the pairs of an article's headline and paragraphs.
  ///
  /// Words are folded as for look-up and stand without their article, so that القصف and قصف are one. A pair goes on over
  /// marks and the ends of sentences, but not over a word of grammar.
  init(_ text: TokenizedText, blocks: [ArticleLayout.Block], words: FunctionWords) {
    var all: [UInt32] = []
    all.reserveCapacity(text.tokens.count)
    var folded: [UInt8] = []
    var before: UInt64?
    for sentence in text.sentences {
      let kind = blocks[sentence.block].kind
      guard kind == .paragraph || kind == .headline else { continue }
      for token in text.tokens[sentence.tokens] where token.kind != .punctuation {
        guard words.kind(token.whole) == nil else {
          before = nil
          continue
        }
        folded.removeAll(keepingCapacity: true)
        Folding.fold(text.text.bytes[token.bytes], into: &folded)
        Folding.relaxLastLetter(of: &folded)
        let word = Self.hash(folded, from: Self.articleEnd(folded))
        if let before { all.append(UInt32(truncatingIfNeeded: Self.mixed(before &* Self.factor &+ word) >> 32)) }
        before = word
      }
    }
    self.init(all)
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// How many bytes of a folded word are its article, with a particle of one letter before it; 0 for a word without one, or
  /// with less than three letters behind it.
  private static func articleEnd(_ word: [UInt8]) -> Int {
    func isLetter(_ place: Int, _ low: UInt8) -> Bool {
      place + 1 < word.count && (word[place] == 0xD8 || word[place] == 0xD9) && word[place + 1] == low
    }
    func isAlif(_ place: Int) -> Bool { isLetter(place, 0xA7) && word[place] == 0xD8 }
    func isLam(_ place: Int) -> Bool { isLetter(place, 0x84) && word[place] == 0xD9 }
    var start = 0
    if isLam(0), isLam(2) {
      start = 4
    } else if isAlif(0), isLam(2) {
      start = 4
    } else if isAlif(2), isLam(4), isLetter(0, 0x88) || isLetter(0, 0x81) || isLetter(0, 0xA8) || isLetter(0, 0x83) {
      start = 6
    }
    return word.count - start >= 6 ? start : 0
  }

  private static func hash(_ word: [UInt8], from start: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in start..<word.count { hash = (hash ^ UInt64(word[place])) &* 0x100_0000_01B3 }
    return mixed(hash)
  }

  /// Spreads every bit over all bits.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
