package import EventModel

/// The records of a data set, which need not be in memory: they are gone through one by one, each kind in canonical order,
/// as often as there are formats, and by several of them at the same time.
package protocol DatasetRecords: Sendable {
  /// How many there are of each kind.
  var counts: DatasetCounts { get }

  /// Goes through the articles.
  ///
  /// - Throws: What `body` throws, or what the operating system refused.
  func forEachArticle(_ body: (Article) throws(Diagnostic) -> Void) throws(Diagnostic)

  /// Goes through the entities.
  ///
  /// - Throws: What `body` throws, or what the operating system refused.
  func forEachEntity(_ body: (Entity) throws(Diagnostic) -> Void) throws(Diagnostic)

  /// Goes through the events.
  ///
  /// - Throws: What `body` throws, or what the operating system refused.
  func forEachEvent(_ body: (Event) throws(Diagnostic) -> Void) throws(Diagnostic)
}

extension Dataset: DatasetRecords {
  package var counts: DatasetCounts { DatasetCounts(self) }

  package func forEachArticle(_ body: (Article) throws(Diagnostic) -> Void) throws(Diagnostic) {
    for article in articles { try body(article) }
  }

  package func forEachEntity(_ body: (Entity) throws(Diagnostic) -> Void) throws(Diagnostic) {
    for entity in entities { try body(entity) }
  }

  package func forEachEvent(_ body: (Event) throws(Diagnostic) -> Void) throws(Diagnostic) {
    for event in events { try body(event) }
  }
}
