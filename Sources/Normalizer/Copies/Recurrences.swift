internal import EventModel

/// The articles of a corpus, each kept once however often it is met, so that what an export holds in memory grows with
/// the different articles and not with the inputs.
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

  private var records: [ArticleRecords] = []
  /// The numbers of the articles among ``records``, by their ids.
  private var numbers: [RecordID: Int] = [:]
  /// The meetings of those that were met more than once, that of the kept one too.
  private var meetings: [Int: [Meeting]] = [:]
  /// How many triggers gave no event, in all that was met.
  package private(set) var rejected = 0

  /// Makes an empty corpus.
  package init() {}

  /// Whether nothing was met.
  package var isEmpty: Bool { records.isEmpty }

  /// Takes in an article: of several meetings that is kept from the document that tells best when it was published, of
  /// several that tell as well the one that sorts first.
  package mutating func add(_ record: ArticleRecords) {
    rejected += record.rejected.count
    guard let number = numbers[record.article.id] else {
      numbers[record.article.id] = records.count
      records.append(record)
      return
    }
    meetings[number, default: [Meeting(records[number].article)]].append(Meeting(record.article))
    if Self.isBetter(record.article, than: records[number].article) { records[number] = record }
  }

  /// The articles in canonical order. Each names where else it was met, and has an address from there where it has none.
  package consuming func finish() -> [ArticleRecords] {
    for (number, found) in meetings {
      let found = found.sorted { $0.place.precedes($1.place) }
      let first = Recurrence(records[number].article)
      for meeting in found {
        if records[number].article.url == nil { records[number].article.url = meeting.url }
        if meeting.place != first, records[number].article.alsoIn.last != meeting.place {
          records[number].article.alsoIn.append(meeting.place)
        }
      }
    }
    // By number: moving records would count the references that each holds.
    return records.indices.sorted { Dataset.precedes(records[$0].article, records[$1].article) }.map { records[$0] }
  }

  private static func isBetter(_ left: Article, than right: Article) -> Bool {
    let (a, b) = (rank(left), rank(right))
    return a == b ? Dataset.precedes(left, right) : a < b
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
