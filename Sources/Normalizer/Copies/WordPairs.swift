internal import ArabicText
internal import EventModel

/// What is kept of an article's words to find articles of its time: the hashes of all pairs of words that stand side by side
/// and are no grammar.
///
/// A pair that few articles of an export have is the name of somebody or something that was news for a while.
package struct WordPairs: Sendable, Hashable {
  /// The different hashes, ascending.
  package let hashes: [UInt32]

  /// Makes the pairs of hashes in any order.
  package init(_ all: [UInt32]) {
    var distinct: [UInt32] = []
    distinct.reserveCapacity(all.count)
    for hash in HashSort.sorted(all) where distinct.last != hash { distinct.append(hash) }
    hashes = distinct
  }

  /// Makes the pairs of an article's headline and paragraphs.
  ///
  /// Words are folded as for look-up and stand without their article, so that القصف and قصف are one. A pair goes on over
  /// marks and the ends of sentences, but not over a word of grammar.
  init(_ text: TokenizedText, blocks: [ArticleLayout.Block], words: FunctionWords) {
    var all: [UInt32] = []
    all.reserveCapacity(text.tokens.count)
    let document = text.text.bytes
    let bytes = document.span
    var before: UInt64?
    for sentence in text.sentences {
      let kind = blocks[sentence.block].kind
      guard kind == .paragraph || kind == .headline else { continue }
      for index in sentence.tokens where text.tokens[index].kind != .punctuation {
        let token = text.tokens[index]
        guard !token.marks.meets(.functionWord) || words.kind(token.whole) == nil else {
          before = nil
          continue
        }
        let word = WordHash.hash(bytes.extracting(token.bytes), isBare: true)
        if let before { all.append(UInt32(truncatingIfNeeded: WordHash.mixed(before &* Self.factor &+ word) >> 32)) }
        before = word
      }
    }
    self.init(all)
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
}
