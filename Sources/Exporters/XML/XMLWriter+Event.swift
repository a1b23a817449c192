internal import EventModel

extension XMLWriter {
  /// Writes an event.
  mutating func event(_ event: Event) {
    open("event")
    attribute("id", event.id)
    attribute("type", event.type.rawValue)
    attribute("mode", event.mode?.rawValue)
    attribute("cameo", event.cameo)
    attribute("status", event.status.rawValue)
    attribute("contested", event.contested)
    attribute("confidence", event.confidence)
    attribute("part_of", event.partOf)
    date(event.date)
    place(event.place)
    if let count = event.count {
      open("count")
      attribute("value", count.value)
      attribute("relation", count.relation.rawValue)
      close("count")
    }
    list("participants", event.participants) { $0.participant($1) }
    list("topics", event.topics) { $0.element("topic", $1) }
    list("claims", event.claims) { $0.claim($1) }
    list("evidence", event.evidence) { $0.evidence("quotation", $1) }
    open("corroboration")
    attribute("articles", event.corroboration.articles)
    attribute("outlets", event.corroboration.outlets)
    attribute("named_sources", event.corroboration.namedSources)
    attribute("anonymous_sources", event.corroboration.anonymousSources)
    close("corroboration")
    close("event")
    endLine()
  }

  private mutating func place(_ place: EventPlace?) {
    guard let place else { return }
    open("place")
    attribute("entity", place.entity)
    attribute("country", place.country)
    element("name", place.name)
    element("name_en", place.nameEnglish, language: "en")
    close("place")
  }

  private mutating func participant(_ participant: Participant) {
    let entity = participant.entity
    open("participant")
    attribute("entity", entity.id)
    attribute("kind", entity.kind.rawValue)
    attribute("country", entity.country)
    attribute("sector", entity.sector?.rawValue)
    attribute("role", participant.role.rawValue)
    element("name", entity.name)
    element("name_en", entity.nameEnglish, language: "en")
    masking(entity.masked)
    list("surface", participant.surface) { $0.element("form", $1) }
    close("participant")
  }

  private mutating func claim(_ claim: Claim) {
    open("claim")
    attribute("id", claim.id)
    attribute("article", claim.article)
    attribute("stance", claim.stance.rawValue)
    attribute("scope", claim.scope.rawValue)
    attribute("speech", claim.speech.rawValue)
    list("chain", claim.chain) { $0.link($1) }
    date(claim.date)
    evidence("evidence", claim.evidence)
    close("claim")
  }

  private mutating func link(_ link: Claim.Link) {
    open("link")
    attribute("entity", link.entity)
    attribute("named", link.named)
    element("name", link.name)
    element("name_en", link.nameEnglish, language: "en")
    element("verb", link.verb)
    close("link")
  }

  private mutating func date(_ date: EventDate?) {
    guard let date else { return }
    open("date")
    days(date.date)
    attribute("precision", date.date.precision.rawValue)
    attribute("resolved_by", date.resolvedBy.rawValue)
    element("expression", date.expression)
    close("date")
  }
}
