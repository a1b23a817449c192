internal import EventModel
internal import Normalizer

extension ArticleRecords {
  /// Reads back what one article gives.
  ///
  /// - Throws: `record-form` where a field is not what was written.
  init(_ fields: RecordFields) throws(Diagnostic) {
    let entities = try fields.list("entities") { fields throws(Diagnostic) in try LocalEntity(fields) }
    let sketch = try fields.require(object: "shingles")
    let hashes = try sketch.require("hashes", HashText.hashes)
    let bounds = fields.fields("bounds")
    self.init(
      article: try Article(try fields.require(object: "article")), entities: entities,
      events: try fields.list("events") { fields throws(Diagnostic) in
        try LocalEvent(fields, entities: entities.count)
      },
      sketch: try sketch.require("count") { Int($0).flatMap { ShingleSketch(hashes: hashes, count: $0) } },
      pairs: WordPairs(try fields.require("pairs", HashText.hashes)),
      opening: try fields.fields("opening").map { fields throws(Diagnostic) in try Evidence(fields) },
      bounds: try bounds.map { bounds throws(Diagnostic) in
        let first = try bounds.require("first") { CivilDay(iso: $0) }
        return first...(try bounds.require("last") { CivilDay(iso: $0).flatMap { $0 < first ? nil : $0 } })
      },
      isFromAgency: fields.isTrue("from_agency"),
      candidates: try fields.values("candidates") { CivilDay(iso: $0) },
      rejected: try fields.list("rejected") { fields throws(Diagnostic) in
        LocalRejection(
          range: try fields.range(), rule: try fields.require("rule"),
          type: try fields.require("type") { EventType(rawValue: $0) }, reason: try fields.require("reason"))
      })
    // Each candidate day has its date, where the event waits for it.
    guard events.allSatisfy({ $0.dates.isEmpty || $0.dates.count == candidates.count }) else {
      throw fields.fault("dates")
    }
  }
}

extension LocalEntity {
  fileprivate init(_ fields: RecordFields) throws(Diagnostic) {
    self.init(
      key: try fields.require("key"), kind: try fields.require("kind") { EntityKind(rawValue: $0) },
      name: try fields.require("name"), nameEnglish: fields.text("name_en"), country: fields.text("country"),
      sector: try fields.optional("sector") { Sector(rawValue: $0) }, wikidata: fields.text("wikidata"),
      masked: try fields.fields("masked").map { fields throws(Diagnostic) in try Masking(fields) },
      surfaces: fields.texts("surfaces"), isKnown: fields.isTrue("known"))
  }
}

extension LocalEvent {
  /// - Parameter entities: How many entities there are, whose numbers may stand in the event.
  fileprivate init(_ fields: RecordFields, entities: Int) throws(Diagnostic) {
    func number(_ text: String) -> Int? { Int(text).flatMap { (0..<entities).contains($0) ? $0 : nil } }
    self.init(
      type: try fields.require("type") { EventType(rawValue: $0) },
      mode: try fields.optional("mode") { EventMode(rawValue: $0) }, cameo: try fields.require("cameo"),
      status: try fields.require("status") { Event.Status(rawValue: $0) },
      parts: try fields.list("participants") { fields throws(Diagnostic) in
        Part(
          entity: try fields.require("entity", number),
          role: try fields.require("role") { Participant.Role(rawValue: $0) })
      },
      place: try fields.optional("place", number),
      date: try fields.fields("date").map { fields throws(Diagnostic) in try EventDate(fields) },
      dates: try fields.values("dates") { text -> EDTFDate?? in
        text.isEmpty ? .some(nil) : EDTFDate(text).map { .some($0) }
      },
      expression: fields.text("expression"), isRevealed: fields.isTrue("revealed"),
      count: try fields.fields("count").map { fields throws(Diagnostic) in try EventCount(fields) },
      topics: fields.texts("topics"), rules: fields.texts("rules"), isSeries: fields.isTrue("series"),
      evidence: try fields.list("evidence") { fields throws(Diagnostic) in try Evidence(fields) },
      claims: try fields.list("claims") { fields throws(Diagnostic) in
        LocalClaim(
          chain: try fields.list("chain") { link throws(Diagnostic) in
            LocalClaim.Link(
              name: try link.require("name"), entity: try link.optional("entity", number),
              named: link.isTrue("named"), verb: try link.require("verb"))
          },
          stance: try fields.require("stance") { Claim.Stance(rawValue: $0) },
          scope: try fields.require("scope") { Claim.Scope(rawValue: $0) },
          speech: try fields.require("speech") { Claim.Speech(rawValue: $0) },
          evidence: try Evidence(try fields.require(object: "evidence")))
      })
  }
}
