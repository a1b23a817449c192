internal import ArabicText
internal import EventModel

/// What is kept of an article's body to tell copies by: the smallest hashes of its shingles, which are its runs of five
/// words.
///
/// A body of few shingles is kept whole, and its containment in another is exact; of a longer one the smallest hashes are
/// a sample that does not depend on other articles (bottom-k: A. Broder, "On the resemblance and containment of
/// documents", 1997), and containment is estimated on the part of the hashes that both samples cover.
package struct ShingleSketch: Sendable, Hashable {
  /// The number of words in a shingle: fewer are stock phrases, more break too often at a changed word.
  static let width = 5
  /// The most hashes that are kept: 1,792 bytes.
  static let limit = 448

  /// The smallest different hashes, ascending.
  package let hashes: [UInt32]
  /// The number of different hashes, those too that were not kept.
  package let count: Int

  /// The number of hashes and the smallest: they tell nearly all bodies apart.
  var fingerprint: UInt64 {
    hashes.prefix(4).reduce(UInt64(count)) { WordHash.mixed($0 &* 31 &+ UInt64($1)) }
  }

  /// Makes a sketch of hashes in any order.
  package init(_ all: [UInt32]) {
    var distinct: [UInt32] = []
    distinct.reserveCapacity(all.count)
    for hash in HashSort.sorted(all) where distinct.last != hash { distinct.append(hash) }
    count = distinct.count
    hashes = count <= Self.limit ? distinct : Array(distinct[..<Self.limit])
  }

  /// Makes a sketch of what was kept of another; nil where that cannot be what was kept.
  package init?(hashes: [UInt32], count: Int) {
    let isAscending = zip(hashes, hashes.dropFirst()).allSatisfy { $0 < $1 }
    guard isAscending, hashes.count == min(count, Self.limit) else { return nil }
    self.hashes = hashes
    self.count = count
  }

  /// Makes the sketch of the paragraphs of an article.
  ///
  /// Words are folded as for look-up, their last letters too, so that spelling does not matter; marks are left out. A run
  /// of words goes on over the ends of sentences and paragraphs.
  init(_ text: TokenizedText, blocks: [ArticleLayout.Block]) {
    var window = ShingleWindow()
    var all: [UInt32] = []
    all.reserveCapacity(text.tokens.count)
    let document = text.text.bytes
    let bytes = document.span
    for sentence in text.sentences where blocks[sentence.block].kind == .paragraph {
      for index in sentence.tokens where text.tokens[index].kind != .punctuation {
        let hash = WordHash.hash(bytes.extracting(text.tokens[index].bytes))
        if let shingle = window.take(hash) { all.append(shingle) }
      }
    }
    self.init(all)
  }
}

/// The last words of a text, whose hash is carried from word to word.
private struct ShingleWindow {
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// The factor that the oldest word has been multiplied by.
  private static let oldest = (1..<ShingleSketch.width).reduce(UInt64(1)) { power, _ in power &* factor }

  private var words = [UInt64](repeating: 0, count: ShingleSketch.width)
  private var taken = 0
  private var sum: UInt64 = 0

  /// Takes the hash of the next word and returns that of the shingle which it ends; nil before there are enough words.
  mutating func take(_ hash: UInt64) -> UInt32? {
    let place = taken % ShingleSketch.width
    sum = (sum &- words[place] &* Self.oldest) &* Self.factor &+ hash
    words[place] = hash
    taken += 1
    return taken < ShingleSketch.width ? nil : UInt32(truncatingIfNeeded: WordHash.mixed(sum) >> 32)
  }
}

// MARK: - Copies

extension ShingleSketch {
  /// Fewer shingles are a flash or a caption, which two desks may word alike.
  static let fewest = 20
  /// A body that is longer than this many times the other is an article of its own that quotes it.
  static let longest = 2
  /// The share of the shorter body's shingles, in tenths, that stand in the longer one too where one is a copy.
  static let tenths = 9

  /// How many hashes of the shorter body were looked for in the longer one, and how many were found.
  ///
  /// Of bodies that are equally long the one with more hashes among those that both sketches cover counts as the shorter.
  func contained(in other: Self) -> (found: Int, of: Int) {
    let bound = min(last, other.last)
    var (i, j, found) = (0, 0, 0)
    while i < hashes.count, j < other.hashes.count {
      let (left, right) = (hashes[i], other.hashes[j])
      if min(left, right) > bound { break }
      if left == right { found += 1 }
      if left <= right { i += 1 }
      if right <= left { j += 1 }
    }
    let (mine, theirs) = (number(upTo: bound), other.number(upTo: bound))
    return (found, count == other.count ? max(mine, theirs) : count < other.count ? mine : theirs)
  }

  /// Whether one of two bodies is a copy of the other.
  func isCopy(of other: Self) -> Bool {
    let (shorter, longer) = (min(count, other.count), max(count, other.count))
    guard shorter >= Self.fewest, longer <= Self.longest * shorter else { return false }
    let (found, all) = contained(in: other)
    return all > 0 && found * 10 >= all * Self.tenths
  }

  /// The greatest hash that must be looked up so that no copy that is at least as long is missed: where nine tenths of the
  /// hashes are found, one of the smallest tenth, or the next, is.
  var lastProbe: UInt32 {
    hashes.isEmpty ? 0 : hashes[hashes.count * (10 - Self.tenths) / 10]
  }

  /// The greatest hash that the sketch would hold if the body had it.
  private var last: UInt32 {
    count > hashes.count ? hashes.last ?? 0 : .max
  }

  private func number(upTo bound: UInt32) -> Int {
    hashes.end { $0 <= bound }
  }
}
