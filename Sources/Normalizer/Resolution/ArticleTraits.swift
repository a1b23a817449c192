internal import EventModel

/// What is needed of every article at the same time: to date those that are not, and to find the originals of copies.
struct ArticleTraits {
  let id: RecordID
  let outlet: String?
  /// The days between which it was published at the earliest and at the latest, as ordinals.
  let earliest: Int
  let latest: Int
  /// The days on which it was published, where they are few enough to date another.
  let days: ClosedRange<CivilDay>?
  /// Whether others are to date it.
  let isOpen: Bool
  let isFromAgency: Bool

  init(_ records: ArticleRecords) {
    let published = records.article.published
    id = records.article.id
    outlet = records.article.outlet
    earliest = published.date?.earliest?.ordinal ?? .min
    latest = published.date?.latest?.ordinal ?? .max
    days = Contemporaries.days(published)
    isOpen = Contemporaries.isOpen(published, bounds: records.bounds)
    isFromAgency = records.isFromAgency
  }
}
