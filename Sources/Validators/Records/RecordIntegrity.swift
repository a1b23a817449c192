internal import EventModel
internal import JSON

/// What no schema of one file can tell of the records of a data set: their order, that ids are unique, that references
/// lead to a record, and that a quotation is as long as its offsets say.
///
/// Memory grows by eight bytes for each id.
struct RecordIntegrity {
  private(set) var counts = RecordCounts()
  private var previous: DatasetRecord?
  private var articles: Set<UInt64> = []
  private var entities: Set<UInt64> = []
  private var events: Set<UInt64> = []
  private var claims: Set<UInt64> = []
  /// References to records that may come later, with the fault if they do not.
  private var open: [(id: RecordID, fault: Diagnostic)] = []

  /// Checks the next record.
  ///
  /// - Parameter file: The file that it is from, as diagnostics name it.
  mutating func faults(of record: DatasetRecord, file: String) -> [Diagnostic] {
    var check = RecordCheck(record: record, file: file)
    if let previous, previous.kind == record.kind, !RecordOrder.precedes(previous.value, record.value, record.kind) {
      check.add("record-order", "", "must stand before the \(previous.title) by the canonical order")
    }
    previous = record
    switch record.kind {
    case .articles:
      counts.articles += 1
      check.add(record.value, to: &articles, "")
      refer(record.value["copy_of"], "/copy_of", &check)
      for (index, quotation) in record.value.elements("published", "evidence").enumerated() {
        self.check(quotation, "/published/evidence/\(index)", &check)
      }
    case .entities:
      counts.entities += 1
      check.add(record.value, to: &entities, "")
    case .events:
      counts.events += 1
      check.add(record.value, to: &events, "")
      checkEvent(record.value, &check)
    }
    return check.faults
  }

  private mutating func checkEvent(_ event: JSONValue, _ check: inout RecordCheck) {
    refer(event["part_of"], "/part_of", &check)
    refer(event["place"]?["entity"], "/place/entity", &check)
    for (index, participant) in event.elements("participants").enumerated() {
      refer(participant["entity"], "/participants/\(index)/entity", &check)
    }
    if let claims = event["claims"]?.array { counts.claims = (counts.claims ?? 0) + claims.count }
    for (index, claim) in event.elements("claims").enumerated() {
      check.add(claim, to: &claims, "/claims/\(index)")
      refer(claim["article"], "/claims/\(index)/article", &check)
      for (link, source) in claim.elements("chain").enumerated() {
        refer(source["entity"], "/claims/\(index)/chain/\(link)/entity", &check)
      }
      if let quotation = claim["evidence"] { self.check(quotation, "/claims/\(index)/evidence", &check) }
    }
    for (index, quotation) in event.elements("evidence").enumerated() {
      self.check(quotation, "/evidence/\(index)", &check)
    }
  }

  /// The references that no record answered, once all records are known.
  mutating func end() -> [Diagnostic] {
    open.filter { !isKnown($0.id) }.map(\.fault)
  }

  private mutating func refer(_ value: JSONValue?, _ pointer: String, _ check: inout RecordCheck) {
    guard let id = value?.string.flatMap({ RecordID($0) }), !isKnown(id) else { return }
    let reason = "refers to \(id), which is no record of the export"
    // Only records of the same kind may come later: the kinds have an order.
    if check.record.kind.idKind == id.kind {
      open.append((id, check.fault("record-reference", pointer, reason)))
    } else {
      check.add("record-reference", pointer, reason)
    }
  }

  private func isKnown(_ id: RecordID) -> Bool {
    switch id.kind {
    case .article: articles.contains(id.bits)
    case .entity: entities.contains(id.bits)
    case .event: events.contains(id.bits)
    case .claim: claims.contains(id.bits)
    }
  }

  private mutating func check(_ quotation: JSONValue, _ pointer: String, _ check: inout RecordCheck) {
    refer(quotation["article"], pointer + "/article", &check)
    guard let start = quotation.integer("start"), let end = quotation.integer("end"),
      let quote = quotation["quote"]?.string, quote.unicodeScalars.count != end - start
    else { return }
    check.add(
      "record-quote", pointer + "/quote",
      "has \(quote.unicodeScalars.count) code points where \(start) to \(end) are \(end - start)")
  }
}

/// The faults of one record.
private struct RecordCheck {
  let record: DatasetRecord
  let file: String
  var faults: [Diagnostic] = []

  init(record: DatasetRecord, file: String) {
    self.record = record
    self.file = file
  }

  func fault(_ id: String, _ pointer: String, _ reason: String) -> Diagnostic {
    let place = pointer.isEmpty ? "" : pointer + " "
    return Diagnostic(id, "\(record.title): \(place)\(reason)", file: file, line: record.line)
  }

  mutating func add(_ id: String, _ pointer: String, _ reason: String) {
    faults.append(fault(id, pointer, reason))
  }

  /// Takes a record's id to the others of its kind.
  mutating func add(_ value: JSONValue, to ids: inout Set<UInt64>, _ pointer: String) {
    guard let id = value.id, !ids.insert(id.bits).inserted else { return }
    add("record-duplicate", pointer + "/id", "\(id) is the id of another one")
  }
}

extension DatasetRecord.Kind {
  fileprivate var idKind: RecordID.Kind {
    switch self {
    case .articles: .article
    case .entities: .entity
    case .events: .event
    }
  }
}
