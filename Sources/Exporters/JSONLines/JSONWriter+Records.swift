package import EventModel
package import JSON

extension JSONWriter {
  /// Writes an article.
  package mutating func article(_ article: Article) {
    beginObject()
    member("id", article.id)
    member("document", article.document) { $0.documentMembers($1) }
    member("segment", article.segment)
    range(article.range)
    member("language", article.language)
    member("headline", article.headline)
    member("deck", article.deck)
    member("byline", article.byline)
    member("outlet", article.outlet)
    member("url", article.url)
    member("published", article.published) { json, published in
      json.days(published.date)
      json.member("basis", published.basis.rawValue)
      json.member("evidence", published.evidence) { $0.evidence($1) }
    }
    member("paragraphs", article.paragraphs)
    member("sentences", article.sentences)
    member("words", article.words)
    member("copy_of", article.copyOf)
    member("also_in", article.alsoIn) { json, recurrence in
      json.beginObject()
      json.documentMembers(recurrence.document)
      json.member("segment", recurrence.segment)
      json.endObject()
    }
    if let text = article.text { member("text", text) }
    member("removed", article.removed) { json, removal in
      json.beginObject()
      json.range(removal.range)
      json.member("reason", removal.reason.rawValue)
      json.endObject()
    }
    endObject()
  }

  private mutating func documentMembers(_ document: DocumentInfo) {
    member("id", document.id)
    member("path", document.path)
    member("record", document.record)
    member("sha256", document.sha256)
    member("bytes", document.bytes)
    member("encoding", document.encoding)
    member("encoding_basis", document.encodingBasis.rawValue)
    member("media_type", document.mediaType)
  }

  /// Writes an entity.
  package mutating func entity(_ entity: Entity) {
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
  package mutating func evidence(_ evidence: Evidence) {
    object { $0.evidenceMembers(evidence) }
  }

  /// Writes the members of a quotation.
  package mutating func evidenceMembers(_ evidence: Evidence) {
    member("article", evidence.article)
    range(evidence.range)
    member("quote", evidence.quote)
  }

  /// Writes the member that tells a withheld identity.
  package mutating func masking(_ masked: Masking?) {
    member("masked", masked) { json, masked in
      json.member("reason", masked.reason.rawValue)
      json.member("count", masked.count)
    }
  }

  /// Writes `start` and `end`, in code points.
  package mutating func range(_ range: Range<Int>) {
    member("start", range.lowerBound)
    member("end", range.upperBound)
  }

  /// Writes a date in EDTF, its first and its last day.
  package mutating func days(_ date: EDTFDate?) {
    member("edtf", date?.description)
    member("earliest", date?.earliest)
    member("latest", date?.latest)
  }
}
