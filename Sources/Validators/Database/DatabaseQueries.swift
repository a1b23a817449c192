/// How the records are had from the tables again. A column's name is the way to its field.
enum DatabaseQueries {
  /// A list that belongs to a record or to an item of another list.
  struct Part {
    /// The way to the field.
    var name: String
    /// The items, whose parameters are the keys.
    var query: String
    /// Whether items are texts and no objects.
    var isOfTexts = false
    /// Whether the keys are those of the record and the item's position; else the item's own id.
    var isOfPosition = false
    /// The lists of each item.
    var parts: [Part] = []

    /// The keys of the list in an item.
    func keys(_ record: [String], _ position: Int, _ id: String?) -> [String] {
      isOfPosition ? record + ["\(position)"] : [id ?? ""]
    }
  }

  /// The records of a kind, in canonical order.
  static func records(_ kind: DatasetRecord.Kind) -> String {
    switch kind {
    case .articles:
      """
      SELECT id, \(document("document.")), segment, start, "end", language, headline, deck, byline, outlet, url,
        published AS "published.edtf", published_earliest AS "published.earliest",
        published_latest AS "published.latest", published_basis AS "published.basis", paragraphs, sentences, words,
        copy_of, text FROM articles ORDER BY rowid
      """
    case .entities: "SELECT id, \(entity("")), wikidata FROM entities ORDER BY rowid"
    case .events:
      """
      SELECT id, type, mode, cameo, status, iif(contested, 'true', 'false') AS contested, confidence, part_of, \(date),
        place AS "place.entity", place_name AS "place.name", place_name_en AS "place.name_en",
        place_country AS "place.country", count AS "count.value", count_relation AS "count.relation",
        corroboration_articles AS "corroboration.articles", corroboration_outlets AS "corroboration.outlets",
        corroboration_named_sources AS "corroboration.named_sources",
        corroboration_anonymous_sources AS "corroboration.anonymous_sources" FROM events ORDER BY rowid
      """
    }
  }

  /// The lists of a record.
  static func parts(_ kind: DatasetRecord.Kind) -> [Part] {
    switch kind {
    case .articles:
      [
        Part(
          name: "published.evidence",
          query: #"SELECT article, start, "end", quote FROM evidence WHERE published = ? ORDER BY position"#),
        Part(
          name: "also_in",
          query: "SELECT \(document("")), segment FROM recurrences WHERE article = ? ORDER BY position"),
        Part(
          name: "removed", query: #"SELECT start, "end", reason FROM removals WHERE article = ? ORDER BY position"#),
      ]
    case .entities:
      [Part(name: "aliases", query: "SELECT alias FROM aliases WHERE entity = ? ORDER BY position", isOfTexts: true)]
    case .events:
      [
        Part(
          name: "participants",
          query: """
            SELECT p.entity, \(entity("e.")), p.role FROM participants p LEFT JOIN entities e ON e.id = p.entity
              WHERE p.event = ? ORDER BY p.position
            """,
          parts: [
            Part(
              name: "surface",
              query: """
                SELECT surface FROM surfaces WHERE event = ? AND participant = CAST(? AS INTEGER) ORDER BY position
                """, isOfTexts: true, isOfPosition: true)
          ]),
        Part(name: "topics", query: "SELECT topic FROM topics WHERE event = ? ORDER BY position", isOfTexts: true),
        Part(
          name: "claims",
          query: """
            SELECT id, article, stance, scope, speech, \(date), quoted AS "evidence.article",
              start AS "evidence.start", "end" AS "evidence.end", quote AS "evidence.quote"
            FROM claims WHERE event = ? ORDER BY position
            """,
          parts: [
            Part(
              name: "chain",
              query: """
                SELECT name, name_en, entity, iif(named, 'true', 'false') AS named, verb FROM chain WHERE claim = ?
                  ORDER BY position
                """)
          ]),
        Part(
          name: "evidence",
          query: #"SELECT article, start, "end", quote FROM evidence WHERE event = ? ORDER BY position"#),
      ]
    }
  }

  private static let date = """
    date AS "date.edtf", earliest AS "date.earliest", latest AS "date.latest", precision AS "date.precision",
      date_expression AS "date.expression", date_resolved_by AS "date.resolved_by"
    """

  private static func entity(_ table: String) -> String {
    """
    \(table)kind, \(table)name, \(table)name_en, \(table)country, \(table)sector,
      \(table)masked_reason AS "masked.reason", \(table)masked_count AS "masked.count"
    """
  }

  private static func document(_ prefix: String) -> String {
    """
    document AS "\(prefix)id", path AS "\(prefix)path", record AS "\(prefix)record", sha256 AS "\(prefix)sha256",
      bytes AS "\(prefix)bytes", encoding AS "\(prefix)encoding", encoding_basis AS "\(prefix)encoding_basis",
      media_type AS "\(prefix)media_type"
    """
  }
}
