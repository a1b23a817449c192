internal import EventModel

/// Finds which articles are syndicated copies of which others.
///
/// Articles that share their bodies, directly or by way of others that do, are one group; its original is the article that
/// comes first in ``order(_:)``, and all others are copies of that one. So no copy is the original of another, and the
/// result depends on the set of articles only, not on their order.
enum CopyFinder {
  /// The originals of those articles that are copies, by the articles' ids.
  ///
  /// - Parameter records: Articles in canonical order, none twice.
  static func originals(_ records: [ArticleRecords]) -> [RecordID: RecordID] {
    var groups = groups(records.map(\.sketch))
    var first: [Int: RecordID] = [:]
    var result: [RecordID: RecordID] = [:]
    for number in order(records) {
      let (group, id) = (groups.root(number), records[number].article.id)
      if let original = first[group] { result[id] = original } else { first[group] = id }
    }
    return result
  }

  /// The numbers of the articles, the likeliest original first: by the day by which they were published at the latest,
  /// then agencies, then canonical order.
  private static func order(_ records: [ArticleRecords]) -> [Int] {
    let keys = records.map { record in
      let date = record.article.published.date
      return (
        latest: date?.latest?.ordinal ?? .max, earliest: date?.earliest?.ordinal ?? .min,
        outlet: record.isFromAgency ? 0 : 1
      )
    }
    return records.indices.sorted { left, right in
      let (a, b) = (keys[left], keys[right])
      return (a.latest, a.earliest, a.outlet, left) < (b.latest, b.earliest, b.outlet, right)
    }
  }

  /// The groups of sketches that are copies of each other.
  static func groups(_ sketches: [ShingleSketch]) -> UnionFind {
    var groups = UnionFind(count: sketches.count)
    // One of several equal bodies stands for all.
    var firsts: [ShingleSketch: Int] = [:]
    var entries: [UInt64] = []
    for (number, sketch) in sketches.enumerated() where sketch.count >= ShingleSketch.fewest {
      if let first = firsts[sketch] {
        groups.join(first, number)
        continue
      }
      firsts[sketch] = number
      for hash in sketch.hashes { entries.append(UInt64(hash) << 32 | UInt64(number)) }
    }
    entries.sort()
    // The shorter of two copies has one of its smallest hashes in common with the longer, so only those are looked up.
    var lookUps = [[Range<Int>]](repeating: [], count: sketches.count)
    var start = 0
    while start < entries.count {
      let hash = entries[start] >> 32
      var end = start + 1
      while end < entries.count, entries[end] >> 32 == hash { end += 1 }
      if end - start > 1 {
        for entry in entries[start..<end] {
          let number = Int(entry & 0xFFFF_FFFF)
          if hash <= UInt64(sketches[number].lastProbe) { lookUps[number].append(start..<end) }
        }
      }
      start = end
    }
    for (number, ranges) in lookUps.enumerated() {
      let sketch = sketches[number]
      var candidates: Set<Int> = []
      for range in ranges {
        for entry in entries[range] {
          let other = Int(entry & 0xFFFF_FFFF)
          if sketches[other].count >= sketch.count, groups.root(other) != groups.root(number) {
            candidates.insert(other)
          }
        }
      }
      for other in candidates where sketch.isCopy(of: sketches[other]) { groups.join(number, other) }
    }
    return groups
  }
}
