internal import EventModel
internal import JSON

// The records as the report has them: keys and values as in JSON Lines, but what is null, empty or false is left out, days
// are numbers of days since 1970-01-01, and entities of participants are ids.
extension JSONWriter {
  /// Writes an article.
  mutating func reportArticle(_ article: Article) {
    beginObject()
    member("id", article.id)
    present("document", article.document.id)
    present("path", article.document.path)
    present("record", article.document.record)
    member("segment", article.segment)
    range(article.range)
    present("headline", article.headline)
    present("deck", article.deck)
    present("byline", article.byline)
    present("outlet", article.outlet)
    present("url", article.url)
    if let date = article.published.date {
      reportDays(date)
      member("basis", article.published.basis.rawValue)
    }
    member("sentences", article.sentences)
    member("words", article.words)
    present("copy_of", article.copyOf)
    present("also_in", article.alsoIn) { $0.string($1.document.path) }
    if let text = article.text { member("text", text.codePoints(article.range)) }
    present("removed", article.removed) { json, removal in
      json.object { json in
        json.range(removal.range)
        json.member("reason", removal.reason.rawValue)
      }
    }
    endObject()
  }

  /// Writes an entity.
  mutating func reportEntity(_ entity: Entity) {
    beginObject()
    member("id", entity.id)
    reportEntityMembers(entity)
    present("aliases", entity.aliases) { $0.string($1) }
    present("wikidata", entity.wikidata)
    endObject()
  }

  private mutating func reportEntityMembers(_ entity: Entity) {
    member("kind", entity.kind.rawValue)
    member("name", entity.name)
    present("name_en", entity.nameEnglish)
    present("country", entity.country)
    present("sector", entity.sector?.rawValue)
    present("masked", entity.masked?.reason.rawValue)
    present("people", entity.masked?.count)
  }

  /// Writes an event.
  ///
  /// - Parameter needsQuote: Whether a quotation's characters are written, for they are not in an article's text.
  mutating func reportEvent(_ event: Event, needsQuote: (Evidence) -> Bool) {
    beginObject()
    member("id", event.id)
    member("type", event.type.rawValue)
    present("mode", event.mode?.rawValue)
    member("cameo", event.cameo)
    member("status", event.status.rawValue)
    if event.contested { member("contested", true) }
    member("confidence", event.confidence)
    present("part_of", event.partOf)
    reportDate(event.date)
    if let place = event.place { member("place", place) { $0.reportPlace($1) } }
    if let count = event.count {
      member("count", count.value)
      member("relation", count.relation.rawValue)
    }
    member("participants", event.participants) { json, participant in
      json.object { json in
        json.member("entity", participant.entity.id)
        json.member("role", participant.role.rawValue)
        json.present("surface", participant.surface) { $0.string($1) }
      }
    }
    present("topics", event.topics) { $0.string($1) }
    present("claims", event.claims) { $0.reportClaim($1, needsQuote($1.evidence)) }
    member("evidence", event.evidence) { json, evidence in
      json.object { $0.reportEvidence(evidence, needsQuote(evidence)) }
    }
    let voices = event.corroboration
    member("voices", [voices.articles, voices.outlets, voices.namedSources, voices.anonymousSources]) { $0.integer($1) }
    endObject()
  }

  private mutating func reportPlace(_ place: EventPlace) {
    member("entity", place.entity)
    member("name", place.name)
    present("name_en", place.nameEnglish)
    present("country", place.country)
  }

  private mutating func reportClaim(_ claim: Claim, _ needsQuote: Bool) {
    beginObject()
    present("chain", claim.chain) { json, link in
      json.object { json in
        json.member("name", link.name)
        json.present("name_en", link.nameEnglish)
        json.present("entity", link.entity)
        if link.named { json.member("named", true) }
        json.present("verb", link.verb)
      }
    }
    member("stance", claim.stance.rawValue)
    member("scope", claim.scope.rawValue)
    member("speech", claim.speech.rawValue)
    reportDate(claim.date)
    if claim.article != claim.evidence.article { member("printed_in", claim.article) }
    reportEvidence(claim.evidence, needsQuote)
    endObject()
  }

  private mutating func reportDate(_ date: EventDate?) {
    guard let date else { return }
    key("date")
    beginObject()
    reportDays(date.date)
    member("precision", date.date.precision.rawValue)
    present("expression", date.expression)
    member("resolved_by", date.resolvedBy.rawValue)
    endObject()
  }

  private mutating func reportDays(_ date: EDTFDate) {
    member("edtf", date.description)
    present("from", date.earliest?.ordinal)
    present("to", date.latest?.ordinal)
  }

  private mutating func reportEvidence(_ evidence: Evidence, _ needsQuote: Bool) {
    member("article", evidence.article)
    range(evidence.range)
    if needsQuote { member("quote", evidence.quote) }
  }

  // MARK: - Members that are left out where there is nothing

  private mutating func present(_ key: StaticString, _ text: String?) {
    if let text { member(key, text) }
  }

  private mutating func present(_ key: StaticString, _ number: Int?) {
    if let number { member(key, number) }
  }

  private mutating func present(_ key: StaticString, _ id: RecordID?) {
    if let id { member(key, id) }
  }

  private mutating func present<Element>(
    _ key: StaticString, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    if !elements.isEmpty { member(key, elements, write) }
  }
}

extension String {
  /// The characters of a range of code points; what lies beyond the end of the text is left out.
  fileprivate func codePoints(_ range: Range<Int>) -> String {
    String(UnicodeScalarView(unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)))
  }
}
