internal import EventModel

/// Keeps each article once.
enum Recurrences {
  /// The articles in canonical order, each with the document that sorts first, which names the others in which it was met.
  static func gather(_ records: [ArticleRecords]) -> [ArticleRecords] {
    let sorted = records.indices.sorted { left, right in
      let (a, b) = (records[left].article, records[right].article)
      return Dataset.precedes(a, b)
    }
    var places: [RecordID: Int] = [:]
    var result: [ArticleRecords] = []
    for index in sorted {
      let article = records[index].article
      guard let place = places[article.id] else {
        places[article.id] = result.count
        result.append(records[index])
        continue
      }
      let kept = result[place].article
      let again = Recurrence(document: article.document, segment: article.segment)
      let first = Recurrence(document: kept.document, segment: kept.segment)
      if again != first, kept.alsoIn.last != again { result[place].article.alsoIn.append(again) }
    }
    return result
  }
}
