package import EventModel
package import JSON

extension JSONWriter {
  /// Writes an event.
  package mutating func event(_ event: Event) {
    beginObject()
    member("id", event.id)
    member("type", event.type.rawValue)
    member("mode", event.mode?.rawValue)
    member("cameo", event.cameo)
    member("status", event.status.rawValue)
    member("contested", event.contested)
    member("confidence", event.confidence)
    member("part_of", event.partOf)
    date(event.date)
    member("place", event.place) { json, place in
      json.member("entity", place.entity)
      json.member("name", place.name)
      json.member("name_en", place.nameEnglish)
      json.member("country", place.country)
    }
    count(event.count)
    member("participants", event.participants) { $0.participant($1) }
    member("topics", event.topics)
    member("claims", event.claims) { $0.claim($1) }
    member("evidence", event.evidence) { $0.evidence($1) }
    member("corroboration", event.corroboration) { json, voices in
      json.member("articles", voices.articles)
      json.member("outlets", voices.outlets)
      json.member("named_sources", voices.namedSources)
      json.member("anonymous_sources", voices.anonymousSources)
    }
    endObject()
  }

  private mutating func participant(_ participant: Participant) {
    let entity = participant.entity
    beginObject()
    member("entity", entity.id)
    member("name", entity.name)
    member("name_en", entity.nameEnglish)
    member("kind", entity.kind.rawValue)
    member("country", entity.country)
    member("sector", entity.sector?.rawValue)
    masking(entity.masked)
    member("role", participant.role.rawValue)
    member("surface", participant.surface)
    endObject()
  }

  private mutating func claim(_ claim: Claim) {
    beginObject()
    member("id", claim.id)
    member("article", claim.article)
    member("chain", claim.chain) { json, link in
      json.beginObject()
      json.member("name", link.name)
      json.member("name_en", link.nameEnglish)
      json.member("entity", link.entity)
      json.member("named", link.named)
      json.member("verb", link.verb)
      json.endObject()
    }
    member("stance", claim.stance.rawValue)
    member("scope", claim.scope.rawValue)
    member("speech", claim.speech.rawValue)
    date(claim.date)
    member("evidence", claim.evidence) { $0.evidenceMembers($1) }
    endObject()
  }

  /// Writes how many there were.
  package mutating func count(_ count: EventCount?) {
    member("count", count) { json, count in
      json.member("value", count.value)
      json.member("relation", count.relation.rawValue)
    }
  }

  /// Writes when something was.
  package mutating func date(_ date: EventDate?) {
    member("date", date) { json, date in
      json.days(date.date)
      json.member("precision", date.date.precision.rawValue)
      json.member("expression", date.expression)
      json.member("resolved_by", date.resolvedBy.rawValue)
    }
  }
}
