internal import EventModel

/// Records that stand in more than one other.
extension RecordDescription {
  /// A quotation and where it stands.
  static let evidence = RecordDescription(
    name: "evidence",
    meaning: "A quotation, which can be found again in the document's text.",
    fields: [
      FieldDescription("article", .reference(.article), "The article that is quoted."),
      .start,
      .end,
      FieldDescription("quote", .text, "The characters from `start` to `end`, as printed."),
    ])

  /// When something happened or was said.
  static let date = RecordDescription(
    name: "date",
    meaning: "When something happened or was said, as finely as it can be known.",
    fields: dayFields + [
      FieldDescription(
        "precision", .enumeration(.precision), "How finely the date is known."),
      FieldDescription(
        "expression", .text, .nullable,
        "The words that give the date, as printed; null where it follows from elsewhere."),
      FieldDescription("resolved_by", .enumeration(.dateBasis), "How the date was found."),
    ])

  /// Why and for how many people a text withholds an identity.
  static let masking = RecordDescription(
    name: "masking",
    meaning: "Why the text withholds who it is, and how many people it speaks of.",
    fields: [
      FieldDescription("reason", .enumeration(.maskingReason), "Why the identity is withheld."),
      FieldDescription("count", .integer(minimum: 1), .nullable, "How many people, as stated."),
    ])

  /// A date in EDTF, its first and its last day.
  static let dayFields = [
    FieldDescription("edtf", .token(.edtf), "The date itself."),
    FieldDescription(
      "earliest", .day, .nullable, "The first day that the date can mean; null where it is open at the start."),
    FieldDescription(
      "latest", .day, .nullable, "The last day that the date can mean; null where it is open at the end."),
  ]
}

extension FieldDescription {
  static let start = FieldDescription(
    "start", .integer(minimum: 0),
    "Where it begins in the document's text, in Unicode code points from 0.")
  static let end = FieldDescription(
    "end", .integer(minimum: 0),
    "Where it ends in the document's text, in Unicode code points from 0, exclusive.")
  static let masked = FieldDescription(
    "masked", .record(.masking), .nullable, "Set where the text withholds the identity, as in “two informed sources”.")
  static let nameEnglish = FieldDescription("name_en", .english, .nullable, "The English name, where it is known.")
  static let entityCountry = FieldDescription(
    "country", .code(.country), .nullable, "The country that it belongs to or is.")
  static let sector = FieldDescription(
    "sector", .enumeration(.sector), .nullable, "The part of society that it acts for.")
}
