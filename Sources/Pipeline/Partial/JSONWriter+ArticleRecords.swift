internal import EventModel
internal import Exporters
internal import JSON
internal import Normalizer

extension JSONWriter {
  /// Writes what one article gives.
  mutating func records(_ records: ArticleRecords) {
    beginObject()
    key("article")
    article(records.article)
    member("entities", records.entities) { $0.entity($1) }
    member("events", records.events) { $0.event($1) }
    member("rejected", records.rejected) { json, rejected in
      json.object {
        $0.range(rejected.range)
        $0.member("rule", rejected.rule)
        $0.member("type", rejected.type.rawValue)
        $0.member("reason", rejected.reason)
      }
    }
    member("shingles", records.sketch) { json, sketch in
      json.member("count", sketch.count)
      json.hashes("hashes", sketch.hashes)
    }
    hashes("pairs", records.pairs.hashes)
    member("opening", records.opening) { $0.evidenceMembers($1) }
    member("bounds", records.bounds) { json, bounds in
      json.member("first", bounds.lowerBound)
      json.member("last", bounds.upperBound)
    }
    member("from_agency", records.isFromAgency)
    member("candidates", records.candidates.map(\.description))
    endObject()
  }

  private mutating func hashes(_ key: StaticString, _ hashes: [UInt32]) {
    self.key(key)
    quoted { HashText.append(hashes, to: &$0) }
  }

  private mutating func entity(_ entity: LocalEntity) {
    beginObject()
    member("key", entity.key)
    member("kind", entity.kind.rawValue)
    member("name", entity.name)
    member("name_en", entity.nameEnglish)
    member("country", entity.country)
    member("sector", entity.sector?.rawValue)
    member("wikidata", entity.wikidata)
    masking(entity.masked)
    member("surfaces", entity.surfaces)
    member("known", entity.isKnown)
    endObject()
  }

  private mutating func event(_ event: LocalEvent) {
    beginObject()
    member("type", event.type.rawValue)
    member("mode", event.mode?.rawValue)
    member("cameo", event.cameo)
    member("status", event.status.rawValue)
    member("participants", event.parts) { json, part in
      json.object {
        $0.member("entity", part.entity)
        $0.member("role", part.role.rawValue)
      }
    }
    member("place", event.place)
    date(event.date)
    member("dates", event.dates.map { $0?.description ?? "" })
    member("expression", event.expression)
    member("revealed", event.isRevealed)
    count(event.count)
    member("topics", event.topics)
    member("rules", event.rules)
    member("series", event.isSeries)
    member("evidence", event.evidence) { $0.evidence($1) }
    member("claims", event.claims) { $0.claim($1) }
    endObject()
  }

  private mutating func claim(_ claim: LocalClaim) {
    beginObject()
    member("chain", claim.chain) { json, link in
      json.object {
        $0.member("name", link.name)
        $0.member("entity", link.entity)
        $0.member("named", link.named)
        $0.member("verb", link.verb)
      }
    }
    member("stance", claim.stance.rawValue)
    member("scope", claim.scope.rawValue)
    member("speech", claim.speech.rawValue)
    member("evidence", claim.evidence) { $0.evidenceMembers($1) }
    endObject()
  }
}
