package import EventModel

/// The articles of a corpus, each kept once however often it is met, so that what an export holds grows with the different
/// articles and not with the inputs.
///
/// It takes articles in any order, and what it gives depends on their set only.
package struct Recurrences: Sendable {
  /// Where an article was met, and what a meeting can tell of it.
  private struct Meeting {
    var place: Recurrence
    var url: String?

    init(_ article: Article) {
      place = Recurrence(article)
      url = article.url
    }
  }

  private let store: any ArticleStore
  /// The numbers of the articles in the store, by their ids.
  private var numbers: [RecordID: Int] = [:]
  /// Where the kept meetings stand in the canonical order, by number.
  private var places: [ArticlePlace] = []
  /// The meetings of those that were met more than once, that of the kept one too.
  private var meetings: [Int: [Meeting]] = [:]
  /// How many triggers gave no event, in all that was met.
  package private(set) var rejected = 0

  /// Makes an empty corpus.
  ///
  /// - Parameter store: Where articles are kept; it holds none yet.
  package init(in store: any ArticleStore = HeldArticles()) {
    self.store = store
  }

  /// Takes in an article: of several meetings that is kept from the document that tells best when it was published, of
  /// several that tell as well the one that sorts first.
  ///
  /// - Throws: What the operating system refused.
  package mutating func add(_ records: ArticleRecords) throws(Diagnostic) {
    rejected += records.rejected.count
    let place = ArticlePlace(records.article)
    guard let number = numbers[records.article.id] else {
      numbers[records.article.id] = places.count
      places.append(place)
      try store.append(records)
      return
    }
    if meetings[number] == nil { meetings[number] = [Meeting(try store.records(number).article)] }
    meetings[number]?.append(Meeting(records.article))
    if place.isBetter(than: places[number]) {
      places[number] = place
      try store.replace(number, by: records)
    }
  }

  /// The articles in canonical order. Each names where else it was met, and has an address from there where it has none.
  ///
  /// - Throws: What the operating system refused.
  package consuming func finish() throws(Diagnostic) -> Corpus {
    let order = places.indices.sorted { places[$0].precedes(places[$1]) }
    var corpus = Corpus(store, order: order)
    for number in order.indices {
      guard let found = meetings[order[number]]?.sorted(by: { $0.place.precedes($1.place) }) else { continue }
      let first = Recurrence(try corpus.records(number).article)
      corpus[number].url = found.lazy.compactMap(\.url).first
      for meeting in found where meeting.place != first && corpus[number].alsoIn.last != meeting.place {
        corpus[number].alsoIn.append(meeting.place)
      }
    }
    return corpus
  }
}

/// Where a meeting with an article stands among others.
private struct ArticlePlace {
  private let id: String
  private let path: String
  private let record: Int
  private let segment: Int
  /// The first digits of the document's digest: they tell all documents apart.
  private let digest: UInt64
  private let article: RecordID
  /// The less, the better the date of publication is known.
  private let rank: UInt8

  init(_ article: Article) {
    id = article.document.id
    path = article.document.path
    record = article.document.record ?? 0
    segment = article.segment
    digest = UInt64(article.document.sha256.prefix(16), radix: 16) ?? 0
    self.article = article.id
    rank =
      switch article.published.basis {
      case .metadata: 0
      case .dateline: 1
      case .inferred: 2
      case .unknown: 3
      }
  }

  /// Whether, of two meetings with one article, this one is kept.
  func isBetter(than other: Self) -> Bool {
    rank == other.rank ? precedes(other) : rank < other.rank
  }

  /// The canonical order, as ``Dataset`` has it.
  func precedes(_ other: Self) -> Bool {
    if id != other.id { return id.utf8.lexicographicallyPrecedes(other.id.utf8) }
    if path != other.path { return path.utf8.lexicographicallyPrecedes(other.path.utf8) }
    return (record, segment, digest, article) < (other.record, other.segment, other.digest, other.article)
  }
}
