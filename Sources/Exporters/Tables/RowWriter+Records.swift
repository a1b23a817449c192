internal import EventModel

extension RowWriter {
  /// Writes an article's row.
  mutating func article(_ article: Article) {
    id(article.id)
    text(article.document.id)
    text(article.document.path)
    integer(article.document.record)
    text(article.document.sha256)
    integer(article.document.bytes)
    text(article.document.encoding)
    token(article.document.encodingBasis.rawValue)
    text(article.document.mediaType)
    integer(article.segment)
    integer(article.range.lowerBound)
    integer(article.range.upperBound)
    text(article.language)
    text(article.headline)
    text(article.deck)
    text(article.byline)
    text(article.outlet)
    text(article.url)
    days(article.published.date)
    token(article.published.basis.rawValue)
    integer(article.paragraphs)
    integer(article.sentences)
    integer(article.words)
    id(article.copyOf)
    list(article.alsoIn.map(\.place))
    list(article.removed.map { "\($0.range.lowerBound)-\($0.range.upperBound) \($0.reason.rawValue)" })
    text(article.text)
    endRow()
  }

  /// Writes an entity's row.
  mutating func entity(_ entity: Entity) {
    id(entity.id)
    token(entity.kind.rawValue)
    text(entity.name)
    text(entity.nameEnglish)
    list(entity.aliases)
    text(entity.wikidata)
    text(entity.country)
    token(entity.sector?.rawValue)
    token(entity.masked?.reason.rawValue)
    integer(entity.masked?.count)
    endRow()
  }

  /// Writes a participant's row.
  mutating func participant(_ participant: Participant, of event: RecordID, position: Int) {
    let entity = participant.entity
    id(event)
    integer(position)
    id(entity.id)
    text(entity.name)
    text(entity.nameEnglish)
    token(entity.kind.rawValue)
    text(entity.country)
    token(entity.sector?.rawValue)
    token(entity.masked?.reason.rawValue)
    integer(entity.masked?.count)
    token(participant.role.rawValue)
    list(participant.surface)
    endRow()
  }

  /// Writes a claim's row.
  mutating func claim(_ claim: Claim, of event: RecordID, outlets: [RecordID: String]) {
    id(claim.id)
    id(event)
    id(claim.article)
    text(claim.origin ?? outlets[claim.article])
    list(claim.chain.map(\.name))
    list(claim.chain.map { $0.nameEnglish ?? "" })
    list(claim.chain.map { $0.entity?.description ?? "" })
    list(claim.chain.map { $0.named ? "true" : "false" })
    list(claim.chain.map { $0.verb ?? "" })
    token(claim.stance.rawValue)
    token(claim.scope.rawValue)
    token(claim.speech.rawValue)
    days(claim.date?.date)
    token(claim.date?.date.precision.rawValue)
    text(claim.date?.expression)
    token(claim.date?.resolvedBy.rawValue)
    integer(claim.evidence.range.lowerBound)
    integer(claim.evidence.range.upperBound)
    text(claim.evidence.quote)
    endRow()
  }

  /// Writes the row of a quotation that supports a record.
  mutating func evidence(_ evidence: Evidence, of record: RecordID, position: Int) {
    id(record)
    integer(position)
    id(record.kind == .event ? record : nil)
    id(evidence.article)
    integer(evidence.range.lowerBound)
    integer(evidence.range.upperBound)
    text(evidence.quote)
    endRow()
  }

  /// Writes three cells: the date in EDTF, its first and its last day.
  mutating func days(_ date: EDTFDate?) {
    text(date?.description)
    day(date?.earliest)
    day(date?.latest)
  }
}

extension Claim {
  /// The source at the end of the chain; nil where the article speaks in its own voice.
  var origin: String? { chain.last?.name }
}

extension Recurrence {
  /// The path, with the line of a record and a segment other than the first: `news.jsonl:12#2`.
  fileprivate var place: String {
    document.path + (document.record.map { ":\($0)" } ?? "") + (segment == 1 ? "" : "#\(segment)")
  }
}
