package import EventModel
internal import Spill

/// Joins what the articles tell: entities, the same events, claims side by side, corroboration and ids.
///
/// It is a reduction over keys: the result does not depend on the order of the records. Articles are gone through one by
/// one, wherever they are kept; what tells events apart stays in memory, their quotations and claims do not.
package enum Resolution {
  /// The data set of all records. An article that occurs twice is kept once.
  ///
  /// - Throws: Never: nothing leaves the memory.
  package static func resolve(_ records: [ArticleRecords]) throws(Diagnostic) -> Dataset {
    var met = Recurrences()
    for record in records { try met.add(record) }
    return try resolve(met).dataset()
  }

  /// All articles that were met, joined.
  ///
  /// - Throws: What the operating system refused to the store of the articles.
  package static func resolve(_ met: consuming Recurrences) throws(Diagnostic) -> ResolvedCorpus {
    var corpus = try met.finish()
    var survey = try Survey(corpus)
    try Anchoring.anchor(&corpus, open: survey.waiting)
    try survey.renew(survey.waiting, of: corpus)
    let dated = try Contemporaries.date(&corpus, survey.articles)
    try survey.renew(dated, of: corpus)
    let originals = try survey.copies.originals(survey.articles) { number throws(Diagnostic) in
      try corpus.sketch(number)
    }
    for (copy, original) in originals { corpus[copy].copyOf = survey.articles[original].id }
    var entities = EntityResolution(wanted: survey.mentioned)
    var (items, sources) = ([Telling](), Set<RecordID>())
    try corpus.forEach { number, records throws(Diagnostic) in
      entities.add(records)
      for (index, event) in records.events.enumerated() {
        for source in event.claims.flatMap({ $0.chain.compactMap(\.entity) }) {
          sources.insert(entities.id(of: records.entities[source].key))
        }
        items.append(
          Telling(LocalEventPlace(article: Int32(number), event: Int32(index)), of: records, entities))
      }
    }
    entities.finish()
    let events = unique(try join(ordered(items, entities)), entities)
    return ResolvedCorpus(corpus, articles: survey.articles, entities: entities, sources: sources, events: events)
  }

  /// The events in the order of their ids. An id is a digest: it is taken once for each, not at each comparison.
  private static func ordered(_ items: [Telling], _ entities: EntityResolution) -> [Telling] {
    let ids = items.map { $0.event.id(entities) }
    return items.indices.sorted {
      ids[$0] != ids[$1] ? ids[$0] < ids[$1] : items[$0].event.precedes(items[$1].event)
    }
    .map { items[$0] }
  }

  /// Joins events of different articles that agree in type, mode, day and participants.
  ///
  /// - Throws: `interrupted`.
  private static func join(_ tellings: [Telling]) throws(Diagnostic) -> [Telling] {
    let items = tellings.map(\.event)
    var blocks: [String: [Int]] = [:]
    for (index, item) in items.enumerated() { for key in item.blockingKeys { blocks[key, default: []].append(index) } }
    var pairs: Set<Pair> = []
    let days = items.map(\.days)
    for block in blocks.values {
      // In the order of their first days, an event meets only those that begin before it ends.
      let block = block.sorted { days[$0].lowerBound < days[$1].lowerBound }
      for (position, left) in block.enumerated() {
        if position & 0xFF == 0 { try Cancellation.check() }
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
    return gather(tellings, &sets)
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
  private static func unique(_ items: [Telling], _ entities: EntityResolution) -> [Telling] {
    var items = items
    while true {
      var first: [RecordID: Int] = [:]
      var sets = UnionFind(count: items.count)
      for (index, item) in items.enumerated() {
        let id = item.event.id(entities)
        if let other = first[id] { sets.join(other, index) } else { first[id] = index }
      }
      if first.count == items.count { return items }
      items = gather(items, &sets)
    }
  }

  private static func gather(_ items: [Telling], _ sets: inout UnionFind) -> [Telling] {
    var groups: [Int: Telling] = [:]
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
