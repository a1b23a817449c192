internal import EventModel

extension TableDescription {
  /// The flat table.
  static let events = TableDescription(
    name: "events",
    meaning: "One row an event: the flat table to open first.",
    columns: fields(
      of: .event,
      [
        "id", "date=date.edtf", "earliest=date.earliest", "latest=date.latest", "precision=date.precision", "type",
        "mode", "cameo", "status", "contested", "confidence",
      ]) + [
        .list("actors", "The names of the participants with the role `actor` or `both`."),
        .list("recipients", "The names of the participants with the role `recipient`."),
        .list("mediators", "The names of the participants with the role `mediator`."),
        .list("participants", "The names of all participants."),
        .list("participants_en", "The English names of all participants; empty where unknown."),
      ]
      + fields(
        of: .event,
        [
          "place=place.name", "place_en=place.name_en", "country=place.country", "count=count.value",
          "count_relation=count.relation", "topics",
        ]) + [
        .list("sources", "Whose claims there are: the origin of each, or the outlet that speaks for itself."),
        .list("stances", of: .enumeration(.stance), "What the same sources say of the event, in the same order."),
        .list("outlets", "The different outlets that report it."),
        .made("quote", .text, isRequired: false, "The first clause that mentions it."),
        .list("articles", of: .reference(.article), "The ids of the articles that report it."),
      ]
      + fields(
        of: .event,
        [
          "part_of", "place_entity=place.entity", "date_expression=date.expression",
          "date_resolved_by=date.resolved_by", "corroboration_articles=corroboration.articles",
          "corroboration_outlets=corroboration.outlets",
          "corroboration_named_sources=corroboration.named_sources",
          "corroboration_anonymous_sources=corroboration.anonymous_sources",
        ]),
    primaryKey: ["id"])
}
