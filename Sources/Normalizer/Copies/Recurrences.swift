internal import EventModel

/// Keeps each article once.
enum Recurrences {
  /// The articles in canonical order, each once: from the document that tells best when it was published, of several that
  /// tell as well the one that sorts first. It names the others, and has their address where it has none.
  static func gather(_ records: [ArticleRecords]) -> [ArticleRecords] {
    // By number: moving records would count the references that each holds.
    let sorted = records.indices.sorted { Dataset.precedes(records[$0].article, records[$1].article) }
      .map { records[$0] }
    let groups = Dictionary(grouping: sorted.indices) { sorted[$0].article.id }
    let kept = groups.values.compactMap { group in
      group.min { (rank(sorted[$0].article), $0) < (rank(sorted[$1].article), $1) }
    }
    return kept.sorted().map { number in
      var record = sorted[number]
      let first = Recurrence(document: record.article.document, segment: record.article.segment)
      for other in (groups[record.article.id] ?? []).map({ sorted[$0].article }) {
        if record.article.url == nil { record.article.url = other.url }
        let again = Recurrence(document: other.document, segment: other.segment)
        if again != first, record.article.alsoIn.last != again { record.article.alsoIn.append(again) }
      }
      return record
    }
  }

  /// The less, the better the date of publication is known.
  private static func rank(_ article: Article) -> Int {
    switch article.published.basis {
    case .metadata: 0
    case .dateline: 1
    case .inferred: 2
    case .unknown: 3
    }
  }
}
