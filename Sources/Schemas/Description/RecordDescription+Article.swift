internal import EventModel

extension RecordDescription {
  /// A news article.
  static let article = RecordDescription(
    name: "article",
    meaning: "One news article found in an input; one input may hold several.",
    fields: [
      FieldDescription("id", .identifier(.article), "The article's id, derived from its content."),
      FieldDescription("document", .record(.document), "The input record that holds the article."),
      FieldDescription("segment", .integer(minimum: 1), "The position among the document's articles, from 1."),
      .start,
      .end,
      FieldDescription("language", .token(.language), "The language of the text."),
      FieldDescription("headline", .text, .nullable, "The headline as printed."),
      FieldDescription("deck", .text, .nullable, "The line below the headline, as printed."),
      FieldDescription("byline", .text, .nullable, "The line that names authors or agencies, as printed."),
      FieldDescription(
        "outlet", .text, .nullable, "Who published it, only where the text or its metadata says so."),
      FieldDescription(
        "url", .text, .nullable, "The address that it was published at, only where its metadata says so."),
      FieldDescription("published", .record(.publication), "When it was published, as far as that is known."),
      FieldDescription("paragraphs", .integer(minimum: 0), "How many paragraphs of the body were kept."),
      FieldDescription("sentences", .integer(minimum: 0), "How many sentences the kept body has."),
      FieldDescription("words", .integer(minimum: 0), "How many words the kept body has."),
      FieldDescription(
        "copy_of", .reference(.article), .nullable,
        """
        The article of which this one is a syndicated copy, the first to print a text that they share, or that other \
        copies share with both; null for originals.
        """),
      FieldDescription(
        "also_in", .list(.record(.recurrence), item: "document"),
        "The other input records in which the very same article was met; it is exported once."),
      FieldDescription(
        "text", .text, .optional, "The whole text of the document, which all offsets count in; only on request."),
      FieldDescription(
        "removed", .list(.record(.removal), item: "removal"),
        "Everything in the article's range that is not article text."),
    ])

  private static let document = RecordDescription(
    name: "document",
    meaning: "An input record: a file, or one line of a file of records.",
    fields: documentFields)

  private static let recurrence = RecordDescription(
    name: "recurrence",
    meaning: "An input record that holds an article once more.",
    fields: documentFields + [
      FieldDescription("segment", .integer(minimum: 1), "The position among that document's articles, from 1.")
    ])

  private static let documentFields = [
    FieldDescription("id", .text, "The record's own id, else the file's name without its extension."),
    FieldDescription("path", .text, "The file's path relative to the input's root, parts separated by `/`."),
    FieldDescription(
      "record", .integer(minimum: 1), .nullable, "The line of the record in a file of records, from 1; else null."),
    FieldDescription("sha256", .token(.sha256), "The digest of the record's raw bytes."),
    FieldDescription("bytes", .integer(minimum: 0), "The number of the record's raw bytes."),
    FieldDescription("encoding", .token(.encoding), "The character encoding that the bytes were decoded from."),
    FieldDescription("encoding_basis", .enumeration(.encodingBasis), "Why that encoding was chosen."),
    FieldDescription("media_type", .token(.mediaType), "The kind of file."),
  ]

  private static let publication = RecordDescription(
    name: "publication",
    meaning: "When an article was published, and how that is known.",
    fields: [
      FieldDescription("edtf", .token(.edtf), .nullable, "The date; null where the basis is `unknown`."),
      dayFields[1],
      dayFields[2],
      FieldDescription("basis", .enumeration(.publicationBasis), "How the date is known."),
      FieldDescription(
        "evidence", .list(.record(.evidence), item: "quotation"), "The expressions that decided an inferred date."),
    ],
    dependencies: ["edtf", "earliest", "latest"].map { field in
      Dependency(field: "basis", value: Publication.Basis.unknown.rawValue, dependent: field, allowed: .null)
    } + [
      Dependency(
        field: "basis", value: Publication.Basis.unknown.rawValue, isOtherwise: true, dependent: "edtf",
        allowed: .notNull),
      Dependency(
        field: "basis", value: Publication.Basis.inferred.rawValue, dependent: "evidence", allowed: .notEmpty),
      Dependency(
        field: "basis", value: Publication.Basis.inferred.rawValue, isOtherwise: true, dependent: "evidence",
        allowed: .empty),
    ])

  private static let removal = RecordDescription(
    name: "removal",
    meaning: "A stretch of the document's text that is not article text.",
    fields: [
      .start,
      .end,
      FieldDescription("reason", .enumeration(.removalReason), "What the stretch is."),
    ])
}
