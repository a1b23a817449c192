package import EventModel

/// What one article gives: its record, its entities and events, not yet joined with those of other articles.
///
/// Resolution reduces these; they hold no text but quotations, so that a corpus of any size can be mapped first.
package struct ArticleRecords: Sendable {
  /// The article.
  package var article: Article
  /// The entities by number; events refer to them.
  var entities: [EntityDrafts.Draft]
  /// The events.
  var events: [LocalEvent]
  /// What tells whether another article is a copy.
  var sketch: ShingleSketch
  /// What tells which other articles are of its time.
  var pairs: WordPairs
  /// Its headline or first words, by which it is named as evidence.
  var opening: Evidence?
  /// The days between which it was published by its own words, however far apart, where they say anything.
  var bounds: ClosedRange<CivilDay>?
  /// Whether a news agency published it.
  var isFromAgency: Bool
  /// The days on which the article may have been published, where that is not certain but narrow.
  var candidates: [CivilDay] = []
  /// The triggers that gave no event, with their ranges in code points.
  package var rejected: [(range: Range<Int>, rule: String, type: EventType, reason: String)]

  /// How many events the article tells of.
  package var eventCount: Int { events.count }
}

/// An event of one article with its quotations.
struct LocalEvent: Sendable {
  var draft: EventDraft
  var evidence: [Evidence]
  var claims: [LocalClaim]
  /// The date for each of the article's candidate days, where the event's own date waits for it.
  var dates: [EDTFDate?] = []
  /// The words that give the waiting date.
  var expression: String?
}

/// A claim of one article.
struct LocalClaim: Sendable {
  var chain: [Report.Source]
  var stance: Claim.Stance
  var scope: Claim.Scope
  var speech: Claim.Speech
  var evidence: Evidence
}
