internal import EventModel

extension Bench {
  /// The laws of the event model that no table of an export may break.
  static func checkDataset(_ dataset: Dataset, _ text: SourceText) throws(Breach) {
    let scalars = Array(String(decoding: text.bytes, as: UTF8.self).unicodeScalars)
    let articles = Set(dataset.articles.map(\.id))
    let entities = Set(dataset.entities.map(\.id))
    let events = Set(dataset.events.map(\.id))
    try hold(articles.count == dataset.articles.count, "articles have ids of their own")
    try hold(entities.count == dataset.entities.count, "entities have ids of their own")
    try hold(events.count == dataset.events.count, "events have ids of their own")

    func checkEvidence(_ evidence: Evidence) throws(Breach) {
      try hold(articles.contains(evidence.article), "evidence names an article")
      let range = evidence.range
      try hold(
        range.lowerBound >= 0 && range.upperBound <= scalars.count && !range.isEmpty, "evidence lies in the text",
        "\(range) of \(scalars.count)")
      let slice = String(String.UnicodeScalarView(scalars[range]))
      try hold(slice.utf8.elementsEqual(evidence.quote.utf8), "a quote is what stands at its offsets", "\(range)")
    }
    func checkDate(_ date: EDTFDate) throws(Breach) {
      try hold(EDTFDate(date.description) == date, "a date can be read", date.description)
      if let first = date.earliest, let last = date.latest {
        try hold(first <= last, "a date ends after it begins", date.description)
      }
    }

    for article in dataset.articles {
      try hold(article.range.upperBound <= scalars.count, "an article lies in its text", "\(article.range)")
      for removal in article.removed {
        try hold(removal.range.upperBound <= scalars.count, "what was removed lies in the text", "\(removal.range)")
      }
      for evidence in article.published.evidence { try checkEvidence(evidence) }
      if let date = article.published.date { try checkDate(date) }
    }
    var claims: Set<RecordID> = []
    for event in dataset.events {
      try hold(!event.participants.isEmpty, "an event has participants", "\(event.id)")
      try hold(!event.evidence.isEmpty, "an event has evidence", "\(event.id)")
      for evidence in event.evidence { try checkEvidence(evidence) }
      for participant in event.participants {
        try hold(entities.contains(participant.entity.id), "a participant is an entity", participant.entity.name)
      }
      if let place = event.place { try hold(entities.contains(place.entity), "a place is an entity", place.name) }
      if let whole = event.partOf { try hold(events.contains(whole), "the whole of a part is an event") }
      if let count = event.count { try hold(count.value > 0, "a count is at least one", "\(count.value)") }
      if let date = event.date { try checkDate(date.date) }
      for claim in event.claims {
        try hold(claims.insert(claim.id).inserted, "claims have ids of their own", "\(claim.id)")
        try checkEvidence(claim.evidence)
        if let date = claim.date { try checkDate(date.date) }
        for link in claim.chain {
          if let entity = link.entity { try hold(entities.contains(entity), "a source is an entity", link.name) }
        }
      }
    }
  }
}
