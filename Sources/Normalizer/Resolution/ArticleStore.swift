package import EventModel
internal import Synchronization

/// Where what articles give is kept until all of them are known: in memory, or where there is more room.
///
/// Articles are added by one task, and read by any number of tasks once all are there.
package protocol ArticleStore: Sendable {
  /// How many articles there are.
  var count: Int { get }

  /// A folder for what resolution itself cannot hold in memory; nil to hold it all.
  var folder: String? { get }

  /// Adds an article, whose number is the count before.
  ///
  /// - Throws: What the operating system refused.
  func append(_ records: ArticleRecords) throws(Diagnostic)

  /// Puts an article in the place of another.
  ///
  /// - Throws: What the operating system refused.
  func replace(_ number: Int, by records: ArticleRecords) throws(Diagnostic)

  /// The article of a number.
  ///
  /// - Throws: What the operating system refused.
  func records(_ number: Int) throws(Diagnostic) -> ArticleRecords

  /// The sketch of the article of a number, which is asked for far more often than all that the article gives.
  ///
  /// - Throws: What the operating system refused.
  func sketch(_ number: Int) throws(Diagnostic) -> ShingleSketch
}

/// Articles in memory.
package final class HeldArticles: ArticleStore {
  private let held = Mutex<[ArticleRecords]>([])

  /// Makes a store that holds nothing.
  package init() {}

  package var count: Int { held.withLock { $0.count } }

  package var folder: String? { nil }

  package func append(_ records: ArticleRecords) {
    held.withLock { $0.append(records) }
  }

  package func replace(_ number: Int, by records: ArticleRecords) {
    held.withLock { $0[number] = records }
  }

  package func records(_ number: Int) -> ArticleRecords {
    held.withLock { $0[number] }
  }

  package func sketch(_ number: Int) -> ShingleSketch {
    held.withLock { $0[number].sketch }
  }
}
