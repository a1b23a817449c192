/// The tables that records are flattened to: a file each in CSV, a sheet each in a workbook.
enum RecordTable: Int, CaseIterable {
  case events
  case participants
  case claims
  case evidence
  case entities
  case articles

  /// The table's name, which is also its file's and its resource's.
  var name: String {
    switch self {
    case .events: "events"
    case .participants: "participants"
    case .claims: "claims"
    case .evidence: "evidence"
    case .entities: "entities"
    case .articles: "articles"
    }
  }

  /// What a row is.
  var title: String {
    switch self {
    case .events: "One row an event: the flat table to open first"
    case .participants: "One row for each participant of each event"
    case .claims: "One row for each claim on an event"
    case .evidence: "One row for each quotation that supports an event or an inferred date of publication"
    case .entities: "One row an actor or place"
    case .articles: "One row an article"
    }
  }

  /// The header row.
  var columns: [String] {
    switch self {
    case .events:
      [
        "id", "date", "earliest", "latest", "precision", "type", "mode", "cameo", "status", "contested", "confidence",
        "actors", "recipients", "mediators", "participants", "participants_en", "place", "place_en", "country", "count",
        "count_relation", "topics", "sources", "stances", "outlets", "quote", "articles", "part_of", "place_entity",
        "date_expression", "date_resolved_by", "corroboration_articles", "corroboration_outlets",
        "corroboration_named_sources", "corroboration_anonymous_sources",
      ]
    case .participants:
      [
        "event", "position", "entity", "name", "name_en", "kind", "country", "sector", "masked_reason",
        "masked_count", "role", "surface",
      ]
    case .claims:
      [
        "id", "event", "article", "source", "chain", "chain_en", "chain_entities", "chain_named", "chain_verbs",
        "stance", "scope", "speech", "date", "earliest", "latest", "precision", "date_expression",
        "date_resolved_by", "start", "end", "quote",
      ]
    case .evidence: ["record", "position", "event", "article", "start", "end", "quote"]
    case .entities:
      [
        "id", "kind", "name", "name_en", "aliases", "wikidata", "country", "sector", "masked_reason",
        "masked_count",
      ]
    case .articles:
      [
        "id", "document", "path", "record", "sha256", "bytes", "encoding", "encoding_basis", "media_type", "segment",
        "start", "end", "language", "headline", "deck", "byline", "outlet", "url", "published", "published_earliest",
        "published_latest", "published_basis", "paragraphs", "sentences", "words", "copy_of", "also_in", "removed",
        "text",
      ]
    }
  }
}
