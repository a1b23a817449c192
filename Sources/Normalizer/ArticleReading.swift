internal import ArabicText
internal import EventModel

/// What the steps find in one article, each step's own.
struct ArticleReading: Sendable {
  var article: Article
  var text: TokenizedText
  var times: [ResolvedTime]
  /// The days on which the article may have been published, where that is not certain but narrow.
  var candidates: [CivilDay]
  /// The days between which it was published by its own words, where they say anything.
  var bounds: ClosedRange<CivilDay>?
  /// The dates of all expressions for each of those days.
  var alternatives: [[EDTFDate?]]
  var mentions: [Mention]
  var drafts: EntityDrafts
  var reports: [Report]
  var events: [EventDraft]
  var rejected: [RejectedTrigger]
}
