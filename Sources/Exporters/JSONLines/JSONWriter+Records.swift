internal import EventModel
internal import JSON

extension JSONWriter {
  /// Writes an article.
  mutating func article(_ article: Article) {
    beginObject()
    member("id", article.id)
    member("document", article.document) { json, document in
      json.member("id", document.id)
      json.member("path", document.path)
      json.member("record", document.record)
      json.member("sha256", document.sha256)
      json.member("bytes", document.bytes)
      json.member("encoding", document.encoding)
      json.member("media_type", document.mediaType)
    }
    member("segment", article.segment)
    range(article.range)
    member("language", article.language)
    member("headline", article.headline)
    member("deck", article.deck)
    member("byline", article.byline)
    member("outlet", article.outlet)
    member("published", article.published) { json, published in
      json.days(published.date)
      json.member("basis", published.basis.rawValue)
      json.member("evidence", published.evidence) { $0.evidence($1) }
    }
    member("paragraphs", article.paragraphs)
    member("sentences", article.sentences)
    member("words", article.words)
    if let text = article.text { member("text", text) }
    member("removed", article.removed) { json, removal in
      json.beginObject()
      json.range(removal.range)
      json.member("reason", removal.reason.rawValue)
      json.endObject()
    }
    endObject()
  }

  /// Writes an entity.
  mutating func entity(_ entity: Entity) {
    beginObject()
    member("id", entity.id)
    member("kind", entity.kind.rawValue)
    member("name", entity.name)
    member("name_en", entity.nameEnglish)
    member("aliases", entity.aliases)
    member("wikidata", entity.wikidata)
    member("country", entity.country)
    member("sector", entity.sector?.rawValue)
    masking(entity.masked)
    endObject()
  }

  /// Writes a quotation and where it stands.
  mutating func evidence(_ evidence: Evidence) {
    object { $0.evidenceMembers(evidence) }
  }

  /// Writes the members of a quotation.
  mutating func evidenceMembers(_ evidence: Evidence) {
    member("article", evidence.article)
    range(evidence.range)
    member("quote", evidence.quote)
  }

  /// Writes the member that tells a withheld identity.
  mutating func masking(_ masked: Masking?) {
    member("masked", masked) { json, masked in
      json.member("reason", masked.reason.rawValue)
      json.member("count", masked.count)
    }
  }

  /// Writes `start` and `end`, in code points.
  mutating func range(_ range: Range<Int>) {
    member("start", range.lowerBound)
    member("end", range.upperBound)
  }

  /// Writes a date in EDTF, its first and its last day.
  mutating func days(_ date: EDTFDate?) {
    member("edtf", date?.description)
    member("earliest", date?.earliest)
    member("latest", date?.latest)
  }
}
