internal import EventModel

extension SQLiteFile.Value {
  /// An id.
  static func id(_ id: RecordID?) -> Self { .text(id?.description) }

  /// A truth value, which SQLite has as a number.
  static func boolean(_ value: Bool) -> Self { .integer(value ? 1 : 0) }

  /// A document: its id, path, line, digest, size, encoding and media type.
  fileprivate static func document(_ document: DocumentInfo) -> [Self] {
    [
      .text(document.id), .text(document.path), .integer(document.record), .text(document.sha256),
      .integer(document.bytes), .text(document.encoding), .text(document.encodingBasis.rawValue),
      .text(document.mediaType),
    ]
  }

  /// A date in EDTF, its first and its last day.
  fileprivate static func days(_ date: EDTFDate?) -> [Self] {
    [.text(date?.description), .text(date?.earliest?.description), .text(date?.latest?.description)]
  }

  /// A date with its precision, words and basis.
  fileprivate static func date(_ date: EventDate?) -> [Self] {
    days(date?.date) + [
      .text(date?.date.precision.rawValue), .text(date?.expression), .text(date?.resolvedBy.rawValue),
    ]
  }
}

extension SQLiteFile {
  /// Writes an article, without its quotations.
  func insert(_ article: Article) {
    let id = Value.id(article.id)
    var row: [Value] = [id] + .document(article.document)
    row += [
      .integer(article.segment), .integer(article.range.lowerBound), .integer(article.range.upperBound),
      .text(article.language), .text(article.headline), .text(article.deck), .text(article.byline),
      .text(article.outlet), .text(article.url),
    ]
    row += .days(article.published.date)
    row += [
      .text(article.published.basis.rawValue), .integer(article.paragraphs), .integer(article.sentences),
      .integer(article.words), .id(article.copyOf), .text(article.text),
    ]
    insert("articles", row)
    for (index, recurrence) in article.alsoIn.enumerated() {
      let row: [Value] = [id, .integer(index + 1)] + .document(recurrence.document)
      insert("recurrences", row + [.integer(recurrence.segment)])
    }
    for (index, removal) in article.removed.enumerated() {
      insert(
        "removals",
        [
          id, .integer(index + 1), .integer(removal.range.lowerBound), .integer(removal.range.upperBound),
          .text(removal.reason.rawValue),
        ])
    }
  }

  /// Writes an entity with its other names.
  func insert(_ entity: Entity) {
    let id = Value.id(entity.id)
    insert(
      "entities",
      [
        id, .text(entity.kind.rawValue), .text(entity.name), .text(entity.nameEnglish), .text(entity.wikidata),
        .text(entity.country), .text(entity.sector?.rawValue), .text(entity.masked?.reason.rawValue),
        .integer(entity.masked?.count),
      ])
    for (index, alias) in entity.aliases.enumerated() {
      insert("aliases", [id, .integer(index + 1), .text(alias)])
    }
  }

  /// Writes an event with its participants and claims, without its quotations.
  func insert(_ event: Event) {
    let id = Value.id(event.id)
    var row: [Value] = [
      id, .text(event.type.rawValue), .text(event.mode?.rawValue), .text(event.cameo), .text(event.status.rawValue),
      .boolean(event.contested), .integer(event.confidence), .id(event.partOf),
    ]
    row += .date(event.date)
    row += [
      .id(event.place?.entity), .text(event.place?.name), .text(event.place?.nameEnglish), .text(event.place?.country),
      .integer(event.count?.value), .text(event.count?.relation.rawValue), .integer(event.corroboration.articles),
      .integer(event.corroboration.outlets), .integer(event.corroboration.namedSources),
      .integer(event.corroboration.anonymousSources),
    ]
    insert("events", row)
    for (index, topic) in event.topics.enumerated() { insert("topics", [id, .integer(index + 1), .text(topic)]) }
    for (index, participant) in event.participants.enumerated() {
      let place = Value.integer(index + 1)
      insert("participants", [id, place, .id(participant.entity.id), .text(participant.role.rawValue)])
      for (index, surface) in participant.surface.enumerated() {
        insert("surfaces", [id, place, .integer(index + 1), .text(surface)])
      }
    }
    for (index, claim) in event.claims.enumerated() { insert(claim, of: id, position: index + 1) }
  }

  private func insert(_ claim: Claim, of event: Value, position: Int) {
    let id = Value.id(claim.id)
    var row: [Value] = [
      id, event, .integer(position), .id(claim.article), .text(claim.stance.rawValue), .text(claim.scope.rawValue),
      .text(claim.speech.rawValue),
    ]
    row += .date(claim.date)
    row += [
      .id(claim.evidence.article), .integer(claim.evidence.range.lowerBound),
      .integer(claim.evidence.range.upperBound), .text(claim.evidence.quote),
    ]
    insert("claims", row)
    for (index, link) in claim.chain.enumerated() {
      insert(
        "chain",
        [
          id, .integer(index + 1), .text(link.name), .text(link.nameEnglish), .id(link.entity), .boolean(link.named),
          .text(link.verb),
        ])
    }
  }
}

extension [SQLiteFile.Value] {
  fileprivate static func document(_ document: DocumentInfo) -> Self { Element.document(document) }
  fileprivate static func days(_ date: EDTFDate?) -> Self { Element.days(date) }
  fileprivate static func date(_ date: EventDate?) -> Self { Element.date(date) }
}
