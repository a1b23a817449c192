internal import EventModel

extension RecordDescription {
  /// An event.
  static let event = RecordDescription(
    name: "event",
    meaning: "Something an actor did, or two or more did together, merged over all its mentions in all articles.",
    fields: [
      FieldDescription("id", .identifier(.event), "The event's id, derived from its content."),
      FieldDescription("type", .enumeration(.eventType), "What was done, in PLOVER's types."),
      FieldDescription(
        "mode", .enumeration(.eventMode), .nullable, "In what way; each type has modes of its own, or none."),
      FieldDescription("cameo", .code(.cameo), "The CAMEO code, for exchange with older event data."),
      FieldDescription("status", .enumeration(.status), "Whether it happened."),
      FieldDescription(
        "contested", .boolean, "Whether one claim asserts or confirms, and another denies, that it happened."),
      FieldDescription(
        "confidence", .percent,
        "How likely the words were read rightly; not whether what they tell is true."),
      FieldDescription(
        "part_of", .reference(.event), .nullable, "The event that this one is a counted part of."),
      FieldDescription("date", .record(.date), .nullable, "When it happened."),
      FieldDescription("place", .record(.place), .nullable, "Where it happened."),
      FieldDescription("count", .record(.count), .nullable, "How often it happened."),
      FieldDescription("participants", .list(.record(.participant), item: "participant", .some), "Who took part."),
      FieldDescription(
        "topics", .list(.text, item: "topic", .different),
        "What it was about: noun phrases as printed, without clitics."),
      FieldDescription(
        "claims", .list(.record(.claim), item: "claim"), "Who says so, and who denies or doubts it."),
      FieldDescription(
        "evidence", .list(.record(.evidence), item: "quotation", .some), "Every clause that mentions the event."),
      FieldDescription("corroboration", .record(.corroboration), "How many independent voices report it."),
    ],
    dependencies: EventType.allCases.map { type in
      Dependency(
        field: "type", value: type.rawValue, dependent: "mode",
        allowed: .values(type.modes.map(\.rawValue), orNull: type != .consult))
    })

  private static let place = RecordDescription(
    name: "place",
    meaning: "Where an event happened.",
    fields: [
      FieldDescription("entity", .reference(.entity), "The place's entity."),
      FieldDescription("name", .text, "The preferred Arabic name."),
      .nameEnglish,
      FieldDescription("country", .code(.country), .nullable, "The country that the place lies in or is."),
    ])

  private static let count = RecordDescription(
    name: "count",
    meaning: "How often an event happened.",
    fields: [
      FieldDescription("value", .integer(minimum: 0), "The stated number."),
      FieldDescription("relation", .enumeration(.countRelation), "How the stated number relates to the true one."),
    ])

  /// An entity's part in an event.
  static let participant = RecordDescription(
    name: "participant",
    meaning: "An entity's part in an event, with the entity's own fields repeated for convenience.",
    fields: [
      FieldDescription("entity", .reference(.entity), "The entity that takes part."),
      FieldDescription("name", .text, "The preferred Arabic name."),
      .nameEnglish,
      FieldDescription("kind", .enumeration(.entityKind), "What kind of thing it is."),
      .entityCountry,
      .sector,
      .masked,
      FieldDescription("role", .enumeration(.role), "What it does in the event."),
      FieldDescription(
        "surface", .list(.text, item: "form", .different), "The forms used in the mentions, sorted by code point."),
    ])

  /// A source's stance on an event.
  static let claim = RecordDescription(
    name: "claim",
    meaning: "One source's stance on one event.",
    fields: [
      FieldDescription("id", .identifier(.claim), "The claim's id, derived from its content."),
      FieldDescription("article", .reference(.article), "The article that prints it."),
      FieldDescription(
        "chain", .list(.record(.link), item: "link"),
        "The chain of attribution from the nearest transmitter to the origin; empty where the article itself speaks."),
      FieldDescription("stance", .enumeration(.stance), "What the source says of the event."),
      FieldDescription("scope", .enumeration(.scope), "What the stance is about."),
      FieldDescription("speech", .enumeration(.speech), "How the source's words are reported."),
      FieldDescription("date", .record(.date), .nullable, "When it was said."),
      FieldDescription("evidence", .record(.evidence), "Where it is said."),
    ])

  private static let link = RecordDescription(
    name: "link",
    meaning: "One transmitter of a chain of attribution.",
    fields: [
      FieldDescription("name", .text, "The source as printed, without clitics."),
      .nameEnglish,
      FieldDescription("entity", .reference(.entity), .nullable, "The source's entity, where it is one."),
      FieldDescription("named", .boolean, "Whether the text names the source."),
      FieldDescription("verb", .text, .nullable, "The reporting verb, noun or particle, as printed."),
    ])

  private static let corroboration = RecordDescription(
    name: "corroboration",
    meaning: "How many independent voices report an event. An article and its syndicated copies are one voice.",
    fields: [
      FieldDescription(
        "articles", .integer(minimum: 1), "Articles that mention it; an original and its copies count once."),
      FieldDescription("outlets", .integer(minimum: 0), "Different outlets among those originals."),
      FieldDescription(
        "named_sources", .integer(minimum: 0), "Different named sources that assert or confirm it."),
      FieldDescription(
        "anonymous_sources", .integer(minimum: 0), "Different anonymous sources that assert or confirm it."),
    ])
}
