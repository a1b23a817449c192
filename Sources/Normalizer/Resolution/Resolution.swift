package import EventModel

/// Joins what the articles tell: entities, the same events, claims side by side, corroboration and ids.
///
/// It is a reduction over keys: the result does not depend on the order of the records.
package enum Resolution {
  /// The data set of all records. An article that occurs twice is kept once.
  package static func resolve(_ records: [ArticleRecords]) -> Dataset {
    var met = Recurrences()
    for record in records { met.add(record) }
    return resolve(met)
  }

  /// The data set of all articles that were met.
  package static func resolve(_ met: consuming Recurrences) -> Dataset {
    var records = met.finish()
    Anchoring.anchor(&records)
    Contemporaries.date(&records)
    let originals = CopyFinder.originals(records)
    for index in records.indices { records[index].article.copyOf = originals[records[index].article.id] }
    let entities = EntityResolution(records)
    let outlets = Dictionary(
      records.map { ($0.article.id, $0.article.outlet) }, uniquingKeysWith: { first, _ in first })
    let items = records.flatMap { record in
      record.events.map { EventAssembly(event: $0, entities: record.entities, article: record.article.id, entities) }
    }
    let merged = unique(join(ordered(items, entities)), entities)
    let newsrooms = Set(entities.entities.filter { $0.sector == .journalism && $0.kind == .organization }.map(\.id))
    let offices = Set(
      entities.entities
        .filter { $0.masked != nil && $0.country != nil && ($0.sector == .government || $0.sector == .military) }
        .map(\.id))
    var events = merged.map {
      $0.event(entities, outlets: outlets, originals: originals, newsrooms: newsrooms, offices: offices)
    }
    PartWhole.link(&events)
    var used: Set<RecordID> = []
    for event in events {
      used.formUnion(event.participants.map(\.entity.id))
      if let place = event.place { used.insert(place.entity) }
      used.formUnion(event.claims.flatMap { $0.chain.compactMap(\.entity) })
    }
    return Dataset(
      articles: records.map(\.article), entities: entities.entities.filter { used.contains($0.id) }, events: events)
  }

  /// The events in the order of their ids. An id is a digest: it is taken once for each, not at each comparison.
  private static func ordered(_ items: [EventAssembly], _ entities: EntityResolution) -> [EventAssembly] {
    let ids = items.map { $0.id(entities) }
    return items.indices.sorted { ids[$0] != ids[$1] ? ids[$0] < ids[$1] : items[$0].precedes(items[$1]) }
      .map { items[$0] }
  }

  /// Joins events of different articles that agree in type, mode, day and participants.
  private static func join(_ items: [EventAssembly]) -> [EventAssembly] {
    var blocks: [String: [Int]] = [:]
    for (index, item) in items.enumerated() { for key in item.blockingKeys { blocks[key, default: []].append(index) } }
    var pairs: Set<Pair> = []
    let days = items.map(\.days)
    for block in blocks.values {
      // In the order of their first days, an event meets only those that begin before it ends.
      let block = block.sorted { days[$0].lowerBound < days[$1].lowerBound }
      for (position, left) in block.enumerated() {
        for right in block[(position + 1)...] {
          if days[right].lowerBound > days[left].upperBound { break }
          if items[left].isSame(as: items[right]) {
            pairs.insert(
              Pair(left: min(left, right), right: max(left, right), isExact: items[left].hasMode(of: items[right])))
          }
        }
      }
    }
    var sets = joined(pairs, items)
    return gather(items, &sets)
  }

  /// Two events that can be one, by their places.
  private struct Pair: Hashable, Comparable {
    var left: Int
    var right: Int
    /// Whether their modes are equal and not only alike.
    var isExact: Bool

    static func < (a: Self, b: Self) -> Bool {
      (a.isExact ? 0 : 1, a.left, a.right) < (b.isExact ? 0 : 1, b.left, b.right)
    }
  }

  /// Joins pairs, the likeliest first, unless that would join events which one article keeps apart.
  private static func joined(_ pairs: Set<Pair>, _ items: [EventAssembly]) -> UnionFind {
    var sets = UnionFind(count: items.count)
    var members = Dictionary(uniqueKeysWithValues: Set(pairs.flatMap { [$0.left, $0.right] }).map { ($0, [$0]) })
    for pair in pairs.sorted() {
      let (left, right) = (sets.root(pair.left), sets.root(pair.right))
      guard left != right, let a = members[left], let b = members[right],
        !a.contains(where: { one in b.contains { items[one].sharesArticle(with: items[$0]) } })
      else { continue }
      sets.join(left, right)
      members[left] = nil
      members[right] = nil
      members[sets.root(left)] = a + b
    }
    return sets
  }

  /// Joins events that would get one id.
  private static func unique(_ items: [EventAssembly], _ entities: EntityResolution) -> [EventAssembly] {
    var items = items
    while true {
      var first: [RecordID: Int] = [:]
      var sets = UnionFind(count: items.count)
      for (index, item) in items.enumerated() {
        let id = item.id(entities)
        if let other = first[id] { sets.join(other, index) } else { first[id] = index }
      }
      if first.count == items.count { return items }
      items = gather(items, &sets)
    }
  }

  private static func gather(_ items: [EventAssembly], _ sets: inout UnionFind) -> [EventAssembly] {
    var groups: [Int: EventAssembly] = [:]
    var order: [Int] = []
    for index in items.indices {
      let root = sets.root(index)
      if groups[root] == nil {
        groups[root] = items[index]
        order.append(root)
      } else {
        groups[root]?.absorb(items[index])
      }
    }
    return order.compactMap { groups[$0] }
  }
}
