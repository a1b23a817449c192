internal import EventModel

extension Event {
  /// Reads an event back from an export.
  ///
  /// - Throws: `record-form` where a field is not one of the event model.
  init(_ fields: RecordFields) throws(Diagnostic) {
    let voices = fields.fields("corroboration")
    self.init(
      id: try fields.require("id") { RecordID($0) }, type: try fields.require("type") { EventType(rawValue: $0) },
      mode: try fields.optional("mode") { EventMode(rawValue: $0) }, cameo: try fields.require("cameo"),
      status: try fields.require("status") { Status(rawValue: $0) }, contested: fields.isTrue("contested"),
      confidence: try fields.require("confidence") { Int($0) },
      partOf: try fields.optional("part_of") { RecordID($0) },
      date: try fields.fields("date").map { fields throws(Diagnostic) in try EventDate(fields) },
      place: try fields.fields("place").map { place throws(Diagnostic) in
        EventPlace(
          entity: try place.require("entity") { RecordID($0) }, name: try place.require("name"),
          nameEnglish: place.text("name_en"), country: place.text("country"))
      },
      count: try fields.fields("count").map { fields throws(Diagnostic) in try EventCount(fields) },
      participants: try fields.list("participants") { fields throws(Diagnostic) in try Participant(fields) },
      topics: fields.texts("topics"),
      claims: try fields.list("claims") { fields throws(Diagnostic) in try Claim(fields) },
      evidence: try fields.list("evidence") { fields throws(Diagnostic) in try Evidence(fields) },
      corroboration: Corroboration(
        articles: try voices?.require("articles") { Int($0) } ?? 0,
        outlets: try voices?.require("outlets") { Int($0) } ?? 0,
        namedSources: try voices?.require("named_sources") { Int($0) } ?? 0,
        anonymousSources: try voices?.require("anonymous_sources") { Int($0) } ?? 0))
  }
}

extension EventDate {
  init(_ fields: RecordFields) throws(Diagnostic) {
    self.init(
      date: try fields.require("edtf") { EDTFDate($0) }, expression: fields.text("expression"),
      resolvedBy: try fields.require("resolved_by") { Basis(rawValue: $0) })
  }
}

extension Participant {
  init(_ fields: RecordFields) throws(Diagnostic) {
    self.init(
      entity: Entity(
        id: try fields.require("entity") { RecordID($0) },
        kind: try fields.require("kind") { EntityKind(rawValue: $0) }, name: try fields.require("name"),
        nameEnglish: fields.text("name_en"), country: fields.text("country"),
        sector: try fields.optional("sector") { Sector(rawValue: $0) },
        masked: try fields.fields("masked").map { fields throws(Diagnostic) in try Masking(fields) }),
      role: try fields.require("role") { Role(rawValue: $0) }, surface: fields.texts("surface"))
  }
}

extension Claim {
  init(_ fields: RecordFields) throws(Diagnostic) {
    self.init(
      id: try fields.require("id") { RecordID($0) }, article: try fields.require("article") { RecordID($0) },
      chain: try fields.list("chain") { link throws(Diagnostic) in
        Link(
          name: try link.require("name"), nameEnglish: link.text("name_en"),
          entity: try link.optional("entity") { RecordID($0) }, named: link.isTrue("named"), verb: link.text("verb"))
      },
      stance: try fields.require("stance") { Stance(rawValue: $0) },
      scope: try fields.require("scope") { Scope(rawValue: $0) },
      speech: try fields.require("speech") { Speech(rawValue: $0) },
      date: try fields.fields("date").map { fields throws(Diagnostic) in try EventDate(fields) },
      evidence: try Evidence(try fields.require(object: "evidence")))
  }
}

extension Evidence {
  init(_ fields: RecordFields) throws(Diagnostic) {
    self.init(
      article: try fields.require("article") { RecordID($0) }, range: try fields.range(),
      quote: try fields.require("quote"))
  }
}

extension EventCount {
  init(_ fields: RecordFields) throws(Diagnostic) {
    self.init(
      value: try fields.require("value") { Int($0) },
      relation: try fields.require("relation") { Relation(rawValue: $0) })
  }
}

extension Masking {
  init(_ fields: RecordFields) throws(Diagnostic) {
    self.init(
      reason: try fields.require("reason") { Reason(rawValue: $0) },
      count: try fields.optional("count") { Int($0) })
  }
}
