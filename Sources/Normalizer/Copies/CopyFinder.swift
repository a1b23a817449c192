internal import EventModel
internal import Spill

/// Finds which articles are syndicated copies of which others.
///
/// Articles that share their bodies, directly or by way of others that do, are one group; its original is the article that
/// comes first in ``order(_:)``, and all others are copies of that one. So no copy is the original of another, and the
/// result depends on the set of articles only, not on their order.
struct CopyFinder {
  /// Gives the sketch of an article again; sketches are too large to hold them all.
  typealias Sketches = (Int) throws(Diagnostic) -> ShingleSketch

  /// How many shingles the articles' bodies have, and the greatest hashes that must be looked up.
  private var bodies: [(shingles: Int32, lastProbe: UInt32)] = []
  /// The articles of bodies that were not seen before, by what tells nearly all bodies apart.
  private var firsts: [UInt64: [Int]] = [:]
  /// Articles with equal bodies.
  private var equals: [(Int, Int)] = []
  /// A hash and, below it, the number of an article that has it.
  private var entries: NumberSorter
  private let folder: String?

  /// Makes a finder that knows of no article.
  ///
  /// - Parameter folder: Where to put what does not fit into memory; nil to hold it all.
  init(folder: String? = nil) {
    self.folder = folder
    entries = NumberSorter(limit: Corpus.heldNumbers, folder: folder)
  }

  /// Takes in the next article.
  ///
  /// - Throws: What the operating system refused.
  mutating func add(_ sketch: ShingleSketch, _ sketches: Sketches) throws(Diagnostic) {
    let number = bodies.count
    bodies.append((Int32(clamping: sketch.count), sketch.lastProbe))
    guard sketch.count >= ShingleSketch.fewest else { return }
    // One of several equal bodies stands for all.
    for first in firsts[sketch.fingerprint] ?? [] where try sketches(first) == sketch {
      equals.append((first, number))
      return
    }
    firsts[sketch.fingerprint, default: []].append(number)
    for hash in sketch.hashes { try entries.append(UInt64(hash) << 32 | UInt64(number)) }
  }

  /// The originals of those articles that are copies, by number.
  ///
  /// - Throws: What the operating system refused.
  consuming func originals(_ articles: [ArticleTraits], _ sketches: Sketches) throws(Diagnostic) -> [Int: Int] {
    var groups = try groups(sketches)
    var first: [Int: Int] = [:]
    var result: [Int: Int] = [:]
    for number in Self.order(articles) {
      let group = groups.root(number)
      if let original = first[group] { result[number] = original } else { first[group] = number }
    }
    return result
  }

  /// The numbers of the articles, the likeliest original first: by the day by which they were published at the latest,
  /// then agencies, then canonical order.
  private static func order(_ articles: [ArticleTraits]) -> [Int] {
    articles.indices.sorted { left, right in
      let (a, b) = (articles[left], articles[right])
      return (a.latest, a.earliest, a.isFromAgency ? 0 : 1, left) < (
        b.latest, b.earliest, b.isFromAgency ? 0 : 1, right
      )
    }
  }

  /// The groups of articles that are copies of each other.
  ///
  /// - Throws: What the operating system refused.
  consuming func groups(_ sketches: Sketches) throws(Diagnostic) -> UnionFind {
    var groups = UnionFind(count: bodies.count)
    for (first, other) in equals { groups.join(first, other) }
    let entries = try entries.finish()
    // The shorter of two copies has one of its smallest hashes in common with the longer, so only those are looked up:
    // the number of an article and, below it, where the entries of a hash begin.
    var lookUps = NumberSorter(limit: Corpus.heldNumbers, folder: folder)
    try entries.forEachRun({ $0 >> 32 == $1 >> 32 }) { run, start throws(Diagnostic) in
      guard run.count > 1 else { return }
      for entry in run {
        let number = entry & 0xFFFF_FFFF
        if entry >> 32 <= UInt64(bodies[Int(number)].lastProbe) {
          try lookUps.append(number << Self.placeBits | UInt64(start))
        }
      }
    }
    try lookUps.finish().forEachRun({ $0 >> Self.placeBits == $1 >> Self.placeBits }) { run, _ throws(Diagnostic) in
      guard let number = run.first.map({ Int($0 >> Self.placeBits) }) else { return }
      try Cancellation.check()
      var candidates: Set<Int> = []
      for lookUp in run {
        let start = Int(lookUp & (1 << Self.placeBits - 1))
        try entries.forEach(from: start, while: { $0 >> 32 == $1 >> 32 }) { entry in
          let other = Int(entry & 0xFFFF_FFFF)
          if bodies[other].shingles >= bodies[number].shingles, groups.root(other) != groups.root(number) {
            candidates.insert(other)
          }
        }
      }
      guard !candidates.isEmpty else { return }
      let sketch = try sketches(number)
      for other in candidates where sketch.isCopy(of: try sketches(other)) { groups.join(number, other) }
    }
    return groups
  }

  /// So many bits of a number tell a place among the entries: there are some hundred to an article.
  private static let placeBits = 36
}
