internal import EventModel

extension RecordDescription {
  /// An actor or place.
  static let entity = RecordDescription(
    name: "entity",
    meaning: "A canonical actor or place.",
    fields: [
      FieldDescription("id", .identifier(.entity), "The entity's id, derived from its content."),
      FieldDescription("kind", .enumeration(.entityKind), "What kind of thing it is."),
      FieldDescription("name", .text, "The preferred Arabic name."),
      .nameEnglish,
      FieldDescription(
        "aliases", .list(.text, item: "alias", .different),
        "Other forms of the name met in the corpus, sorted by code point."),
      FieldDescription("wikidata", .token(.wikidata), .nullable, "The item of Wikidata, only where it is certain."),
      .entityCountry,
      .sector,
      .masked,
    ])
}
