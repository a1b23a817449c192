package import EventModel
internal import Spill

/// The articles of a corpus in canonical order, each once, and what resolution has found out about each so far: that is
/// little, and stays in memory wherever the articles are.
package struct Corpus: Sendable {
  /// What is known of an article beyond what it gives itself.
  struct Finding: Sendable {
    /// Its address, where its own document has none.
    var url: String?
    /// Where else it was met.
    var alsoIn: [Recurrence] = []
    /// When it was published.
    var published: Publication?
    /// Of which article it is a copy.
    var copyOf: RecordID?
    /// The dates of events, by their numbers in the article.
    var dates: [Int: EventDate] = [:]
  }

  private let store: any ArticleStore
  /// The articles' numbers in the store.
  private let order: [Int]
  private var findings: [Int: Finding] = [:]

  /// Makes a corpus.
  ///
  /// - Parameter order: The numbers in the store, in canonical order.
  init(_ store: any ArticleStore, order: [Int]) {
    self.store = store
    self.order = order
  }

  /// How many articles there are.
  package var count: Int { order.count }

  /// A folder for what does not fit into memory; nil to hold it all.
  var folder: String? { store.folder }

  /// So many numbers are held in memory where there is a folder for more.
  static let heldNumbers = 1 << 22

  /// What is known of an article.
  subscript(number: Int) -> Finding {
    get { findings[number] ?? Finding() }
    _modify { yield &findings[number, default: Finding()] }
  }

  /// The original of an article that is a copy.
  func originalIfCopy(_ number: Int) -> RecordID? { findings[number]?.copyOf }

  /// What an article gives, with all that is known by now.
  ///
  /// - Parameter number: Its place in canonical order.
  /// - Throws: What the operating system refused.
  package func records(_ number: Int) throws(Diagnostic) -> ArticleRecords {
    var records = try store.records(order[number])
    guard let finding = findings[number] else { return records }
    if records.article.url == nil { records.article.url = finding.url }
    if !finding.alsoIn.isEmpty { records.article.alsoIn = finding.alsoIn }
    if let published = finding.published { records.article.published = published }
    records.article.copyOf = finding.copyOf
    for (event, date) in finding.dates { records.events[event].date = date }
    return records
  }

  /// What tells whether another article is a copy of this one, without all else.
  ///
  /// - Parameter number: Its place in canonical order.
  /// - Throws: What the operating system refused.
  func sketch(_ number: Int) throws(Diagnostic) -> ShingleSketch { try store.sketch(order[number]) }

  /// Goes through all articles in canonical order.
  ///
  /// - Throws: What `body` throws, what the operating system refused, or `interrupted`.
  func forEach(_ body: (Int, ArticleRecords) throws(Diagnostic) -> Void) throws(Diagnostic) {
    for number in order.indices {
      try Cancellation.check()
      try body(number, try records(number))
    }
  }
}
