internal import ArabicText
internal import EventModel

/// What the steps find in one article, each step's own.
struct ArticleReading: Sendable {
  var article: Article
  var text: TokenizedText
  var times: [ResolvedTime]
  var mentions: [Mention]
  var drafts: EntityDrafts
  var reports: [Report]
  var events: [EventDraft]
  var rejected: [RejectedTrigger]
}
