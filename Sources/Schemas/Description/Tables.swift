internal import EventModel

extension TableDescription {
  /// The tables, the flat one first.
  static let all = [events, participants, claims, evidence, entities, articles]

  private static let entities = TableDescription(
    name: "entities",
    meaning: "One row an actor or place.",
    columns: fields(
      of: .entity,
      [
        "id", "kind", "name", "name_en", "aliases", "wikidata", "country", "sector",
        "masked_reason=masked.reason", "masked_count=masked.count",
      ]),
    primaryKey: ["id"])

  private static let articles = TableDescription(
    name: "articles",
    meaning: "One row an article.",
    columns: fields(
      of: .article,
      [
        "id", "document=document.id", "path=document.path", "record=document.record", "sha256=document.sha256",
        "bytes=document.bytes", "encoding=document.encoding", "encoding_basis=document.encoding_basis",
        "media_type=document.media_type", "segment", "start", "end", "language", "headline", "deck", "byline",
        "outlet", "url", "published=published.edtf",
        "published_earliest=published.earliest", "published_latest=published.latest",
        "published_basis=published.basis", "paragraphs", "sentences", "words",
        "copy_of",
      ]) + [
        .list(
          "also_in",
          """
          The paths of the other documents in which the very same article was met; the line of a record follows after \
          a colon, a segment other than the first after `#`.
          """),
        .list(
          "removed", of: .token(.removal),
          "Everything in the article's range that is not article text: `start-end reason` for each stretch."),
      ] + fields(of: .article, ["text"]),
    primaryKey: ["id"])

  private static let participants = TableDescription(
    name: "participants",
    meaning: "One row for each participant of each event.",
    columns: [
      .made("event", .reference(.event), "The event that the entity takes part in."),
      .made("position", .integer(minimum: 1), "The position among the event's participants, from 1."),
    ]
      + fields(
        of: .participant,
        [
          "entity", "name", "name_en", "kind", "country", "sector", "masked_reason=masked.reason",
          "masked_count=masked.count", "role", "surface",
        ]),
    primaryKey: ["event", "position"])

  private static let claims = TableDescription(
    name: "claims",
    meaning: "One row for each claim on an event.",
    columns: fields(of: .claim, ["id"]) + [
      .made("event", .reference(.event), "The event that the claim is about.")
    ] + fields(of: .claim, ["article"]) + [
      .made(
        "source", .text, isRequired: false,
        "The origin: the last name of the chain; the article's outlet where the chain is empty."),
      .list("chain", "The names of the chain of attribution, from the nearest transmitter to the origin."),
      .list("chain_en", "The English names of the same sources; empty where unknown."),
      .list(
        "chain_entities", of: .reference(.entity), "The entities of the same sources; empty where a source is none."),
      .list("chain_named", of: .boolean, "Whether the text names the same sources: `true` or `false`."),
      .list("chain_verbs", "The reporting words of the same sources; empty where there is none."),
    ]
      + fields(
        of: .claim,
        [
          "stance", "scope", "speech", "date=date.edtf", "earliest=date.earliest", "latest=date.latest",
          "precision=date.precision", "date_expression=date.expression", "date_resolved_by=date.resolved_by",
          "start=evidence.start", "end=evidence.end", "quote=evidence.quote",
        ]),
    primaryKey: ["id"])

  private static let evidence = TableDescription(
    name: "evidence",
    meaning: "One row for each quotation that supports an event or an inferred date of publication.",
    columns: [
      .made(
        "record", .token(.supported),
        "The id of the event, or of the article whose publication date is inferred, that is supported."),
      .made("position", .integer(minimum: 1), "The position among the quotations of that record, from 1."),
      .made(
        "event", .reference(.event), isRequired: false,
        "The supported event once more, to join by; empty for a publication date."),
    ] + fields(of: .evidence, ["article", "start", "end", "quote"]),
    primaryKey: ["record", "position"])

  /// Columns of the fields of a record: `name`, or `name=path` where the field is nested.
  static func fields(of record: RecordDescription, _ names: [String]) -> [ColumnDescription] {
    names.compactMap { name in
      let parts = name.split(separator: "=").map(String.init)
      return .field(parts[0], parts[parts.count - 1], of: record)
    }
  }
}
