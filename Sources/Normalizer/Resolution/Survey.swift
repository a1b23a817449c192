internal import EventModel

/// A first walk through a corpus, for all that must be known of it before it can be joined.
struct Survey {
  /// The articles' traits, by number.
  private(set) var articles: [ArticleTraits] = []
  /// The articles that have days to choose from.
  private(set) var waiting: [Int] = []
  /// What finds copies.
  private(set) var copies: CopyFinder
  /// The keys of the entities that events and claims refer to; nothing else is exported.
  private(set) var mentioned: Set<ByteKey> = []

  /// Walks through a corpus.
  ///
  /// - Throws: What the operating system refused.
  init(_ corpus: Corpus) throws(Diagnostic) {
    copies = CopyFinder(folder: corpus.folder)
    articles.reserveCapacity(corpus.count)
    try corpus.forEach { number, records throws(Diagnostic) in
      articles.append(ArticleTraits(records))
      if !records.candidates.isEmpty { waiting.append(number) }
      try copies.add(records.sketch) { other throws(Diagnostic) in try corpus.sketch(other) }
      for entity in records.mentionedEntities { mentioned.insert(ByteKey(records.entities[entity].key)) }
    }
  }

  /// Looks again at articles that have been dated.
  ///
  /// - Throws: What the operating system refused.
  mutating func renew(_ numbers: [Int], of corpus: Corpus) throws(Diagnostic) {
    for number in numbers { articles[number] = ArticleTraits(try corpus.records(number)) }
  }
}

extension ArticleRecords {
  /// The numbers of the entities that events and claims refer to.
  fileprivate var mentionedEntities: Set<Int> {
    var numbers: Set<Int> = []
    for event in events {
      numbers.formUnion(event.parts.map(\.entity))
      if let place = event.place { numbers.insert(place) }
      for claim in event.claims { numbers.formUnion(claim.chain.compactMap(\.entity)) }
    }
    return numbers
  }
}
