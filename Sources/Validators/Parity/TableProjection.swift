internal import JSON

/// The rows that the tables should have for a record.
struct TableProjection {
  /// A row: the table's name, and the cells that are compared, by column. The first column tells rows apart.
  struct Row {
    var table: String
    var cells: [(column: String, text: String)]
  }

  /// The outlets of the articles that have one, by the articles' ids.
  private var outlets: [String: String] = [:]

  /// The rows for a record, in the tables' order.
  mutating func rows(for record: DatasetRecord) -> [Row] {
    switch record.kind {
    case .articles: return articleRows(record.value)
    case .entities: return [entityRow(record.value)]
    case .events: return eventRows(record.value)
    }
  }

  // MARK: - Records

  private mutating func articleRows(_ article: JSONValue) -> [Row] {
    let id = article.text("id")
    if let outlet = article["outlet"], !outlet.isNull { outlets[id] = outlet.plainText }
    var cells = article.cells([
      "id", "segment", "start", "end", "language", "headline", "deck", "byline", "outlet", "url", "paragraphs",
      "sentences", "words", "copy_of", "text",
    ])
    let document = article["document"] ?? .null
    cells += document.cells(["path", "record", "sha256", "bytes", "encoding", "encoding_basis", "media_type"])
    cells.append(("document", document.text("id")))
    let published = article["published"] ?? .null
    cells += [
      ("published", published.text("edtf")), ("published_earliest", published.text("earliest")),
      ("published_latest", published.text("latest")), ("published_basis", published.text("basis")),
    ]
    let removed = article.list("removed").map { "\($0.text("start"))-\($0.text("end")) \($0.text("reason"))" }
    cells.append(("removed", CellRules.joined(removed)))
    cells.append(("also_in", CellRules.joined(article.list("also_in").map(place))))
    return [Row(table: "articles", cells: cells)] + evidenceRows(published.list("evidence"), record: id, event: "")
  }

  private func entityRow(_ entity: JSONValue) -> Row {
    var cells = entity.cells(["id", "kind", "name", "name_en", "wikidata", "country", "sector"])
    cells.append(("aliases", CellRules.joined(entity.list("aliases").map(\.plainText))))
    return Row(table: "entities", cells: cells + masking(entity))
  }

  private func eventRows(_ event: JSONValue) -> [Row] {
    let id = event.text("id")
    var rows = [eventRow(event)]
    for (index, participant) in event.list("participants").enumerated() {
      var cells = [("event", id), ("position", "\(index + 1)")]
      cells += participant.cells(["entity", "name", "name_en", "kind", "country", "sector", "role"])
      cells.append(("surface", CellRules.joined(participant.list("surface").map(\.plainText))))
      rows.append(Row(table: "participants", cells: cells + masking(participant)))
    }
    for claim in event.list("claims") { rows.append(claimRow(claim, event: id)) }
    return rows + evidenceRows(event.list("evidence"), record: id, event: id)
  }

  private func eventRow(_ event: JSONValue) -> Row {
    var cells = event.cells(["id", "type", "mode", "cameo", "status", "contested", "confidence", "part_of"])
    cells += days(event["date"] ?? .null)
    let place = event["place"] ?? .null
    cells += [
      ("place", place.text("name")), ("place_en", place.text("name_en")), ("country", place.text("country")),
      ("place_entity", place.text("entity")),
    ]
    let count = event["count"] ?? .null
    cells += [("count", count.text("value")), ("count_relation", count.text("relation"))]
    let participants = event.list("participants")
    for (column, roles) in [
      ("actors", ["actor", "both"]), ("recipients", ["recipient"]), ("mediators", ["mediator"]),
      ("participants", ["actor", "recipient", "both", "mediator"]),
    ] {
      let names = participants.filter { roles.contains($0.text("role")) }.map { $0.text("name") }
      cells.append((column, CellRules.joined(names)))
    }
    cells.append(("participants_en", CellRules.joined(participants.map { $0.text("name_en") })))
    cells.append(("topics", CellRules.joined(event.list("topics").map(\.plainText))))
    let claims = event.list("claims")
    cells.append(("sources", CellRules.joined(claims.map { source(of: $0) })))
    cells.append(("stances", CellRules.joined(claims.map { $0.text("stance") })))
    let articles = event.list("evidence").map { $0.text("article") }.firstOfEach
    cells.append(("articles", CellRules.joined(articles)))
    cells.append(("outlets", CellRules.joined(articles.compactMap { outlets[$0] }.firstOfEach)))
    cells.append(("quote", event.list("evidence").first?.text("quote") ?? ""))
    let voices = event["corroboration"] ?? .null
    for name in ["articles", "outlets", "named_sources", "anonymous_sources"] {
      cells.append(("corroboration_" + name, voices.text(name)))
    }
    return Row(table: "events", cells: cells)
  }

  private func claimRow(_ claim: JSONValue, event: String) -> Row {
    var cells = claim.cells(["id", "article", "stance", "scope", "speech"])
    cells.append(("event", event))
    cells.append(("source", source(of: claim)))
    let chain = claim.list("chain")
    for (column, member) in [
      ("chain", "name"), ("chain_en", "name_en"), ("chain_entities", "entity"), ("chain_named", "named"),
      ("chain_verbs", "verb"),
    ] {
      cells.append((column, CellRules.joined(chain.map { $0.text(member) })))
    }
    let evidence = claim["evidence"] ?? .null
    return Row(
      table: "claims", cells: cells + days(claim["date"] ?? .null) + evidence.cells(["start", "end", "quote"]))
  }

  // MARK: - Parts

  private func evidenceRows(_ evidence: [JSONValue], record: String, event: String) -> [Row] {
    evidence.enumerated().map { index, quotation in
      let cells = [("record", record), ("position", "\(index + 1)"), ("event", event)]
      return Row(table: "evidence", cells: cells + quotation.cells(["article", "start", "end", "quote"]))
    }
  }

  private func masking(_ record: JSONValue) -> [(column: String, text: String)] {
    let masked = record["masked"] ?? .null
    return [("masked_reason", masked.text("reason")), ("masked_count", masked.text("count"))]
  }

  private func days(_ date: JSONValue) -> [(column: String, text: String)] {
    [
      ("date", date.text("edtf")), ("earliest", date.text("earliest")), ("latest", date.text("latest")),
      ("precision", date.text("precision")), ("date_expression", date.text("expression")),
      ("date_resolved_by", date.text("resolved_by")),
    ]
  }

  /// The path of a document that holds an article once more, with the record's line and a segment other than the first.
  private func place(of recurrence: JSONValue) -> String {
    let (record, segment) = (recurrence.text("record"), recurrence.text("segment"))
    return recurrence.text("path") + (record.isEmpty ? "" : ":" + record) + (segment == "1" ? "" : "#" + segment)
  }

  /// The source at the end of a claim's chain, else the outlet of its article.
  private func source(of claim: JSONValue) -> String {
    claim.list("chain").last?.text("name") ?? outlets[claim.text("article")] ?? ""
  }
}

extension JSONValue {
  /// The text of a member, empty where there is none.
  fileprivate func text(_ key: String) -> String {
    self[key]?.plainText ?? ""
  }

  /// The elements of a member, none where there is none.
  fileprivate func list(_ key: String) -> [JSONValue] {
    self[key]?.array ?? []
  }

  /// The texts of members, for columns of the same names.
  fileprivate func cells(_ keys: [String]) -> [(column: String, text: String)] {
    keys.map { ($0, text($0)) }
  }
}

extension [String] {
  /// The different ones, by bytes, each where it first stands.
  fileprivate var firstOfEach: [String] {
    var seen: Set<JSONKey> = []
    return filter { seen.insert(JSONKey($0)).inserted }
  }
}
