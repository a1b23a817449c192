package import EventModel
internal import JSON
internal import Validators

/// What is different between two exports: records that were added, are gone, or changed, field by field.
///
/// Both are read once, side by side, in their canonical order. What is remembered is where the records stand that only
/// one of them has, so memory grows with the difference and not with the exports, where they have JSON Lines.
package struct Comparison: ~Copyable {
  private var old: ExportRecords
  private var new: ExportRecords
  private var summary = ComparisonSummary()

  /// Opens two exports.
  ///
  /// - Throws: `export-without-records` where a folder has no format that holds whole records, or why it cannot be read.
  package init(old: String, new: String) throws(Diagnostic) {
    // Both first: a value that cannot be copied is made whole or not at all.
    let (oldPath, newPath) = (old, new)
    let old = try ExportRecords(folder: oldPath)
    let new = try ExportRecords(folder: newPath)
    self.old = old
    self.new = new
  }

  /// Compares the records.
  ///
  /// - Parameter report: Is told of every record that is not alike: articles, entities, events; of each kind first those
  ///   that have their place in both exports, in the canonical order, then those that got another id, those that are
  ///   gone and those that were added.
  /// - Throws: Where an export cannot be read or is not in its order.
  package consuming func run(_ report: (ChangedRecord) -> Void) throws(Diagnostic) -> ComparisonSummary {
    for kind in DatasetRecord.Kind.allCases {
      let (gone, added) = try merge(kind, report)
      try settle(kind, gone, added, report)
    }
    return summary
  }

  /// A record that only one export has at its place.
  private struct Single {
    var key: String
    var sketch: EventSketch
  }

  // MARK: - Side by side

  /// Reads the records of a kind; those of the same place are compared.
  private mutating func merge(
    _ kind: DatasetRecord.Kind, _ report: (ChangedRecord) -> Void
  ) throws(Diagnostic) -> (gone: [Single], added: [Single]) {
    var (gone, added): ([Single], [Single]) = ([], [])
    while true {
      let (left, right) = (old.head, new.head)
      switch (left?.kind == kind ? left : nil, right?.kind == kind ? right : nil) {
      case (nil, nil): return (gone, added)
      case (let left?, let right?) where Self.isSamePlace(left.value, right.value, kind):
        _ = try old.take(kind)
        _ = try new.take(kind)
        count(left.value, isOld: true, kind)
        count(right.value, isOld: false, kind)
        compare(left.value, right.value, kind, report)
      case (let left?, let right) where right.map { RecordOrder.precedes(left.value, $0.value, kind) } ?? true:
        _ = try old.take(kind)
        count(left.value, isOld: true, kind)
        gone.append(
          Single(
            key: Self.key(left.value, kind),
            sketch: EventSketch(left.value, kept: old.keep(left))))
      case (_, let right?):
        _ = try new.take(kind)
        count(right.value, isOld: false, kind)
        added.append(
          Single(
            key: Self.key(right.value, kind),
            sketch: EventSketch(right.value, kept: new.keep(right))))
      default: return (gone, added)
      }
    }
  }

  /// Whether two records are the same one by their place in the canonical order.
  private static func isSamePlace(_ left: JSONValue, _ right: JSONValue, _ kind: DatasetRecord.Kind) -> Bool {
    guard kind == .articles else { return FieldComparison.areEqual(left["id"] ?? .null, right["id"] ?? .null) }
    let (a, b) = (left["document"] ?? .null, right["document"] ?? .null)
    return ["id", "path", "record"].allSatisfy { FieldComparison.areEqual(a[$0] ?? .null, b[$0] ?? .null) }
      && FieldComparison.areEqual(left["segment"] ?? .null, right["segment"] ?? .null)
  }

  /// What tells records of different places to be the same: an entity's identity beyond its name, else the id.
  private static func key(_ record: JSONValue, _ kind: DatasetRecord.Kind) -> String {
    if kind == .entities, let known = record["wikidata"]?.string { return known }
    return record["id"]?.plainText ?? ""
  }

  private mutating func count(_ record: JSONValue, isOld: Bool, _ kind: DatasetRecord.Kind) {
    let claims = record["claims"]?.array?.count ?? 0
    if isOld {
      summary[kind].old += 1
      summary.claims.old += claims
    } else {
      summary[kind].new += 1
      summary.claims.new += claims
    }
  }

  private mutating func compare(
    _ left: JSONValue, _ right: JSONValue, _ kind: DatasetRecord.Kind, _ report: (ChangedRecord) -> Void
  ) {
    let fields = FieldComparison.changes(from: left, to: right)
    guard !fields.isEmpty else { return }
    let record = ChangedRecord(kind: kind, change: .changed, old: left, new: right, fields: fields)
    summary[kind].changed += 1
    if record.hasNewID { summary[kind].renamed += 1 }
    countClaims(fields)
    report(record)
  }

  /// Counts the claims among the fields of an event that changed.
  private mutating func countClaims(_ fields: [FieldChange]) {
    var changed: Set<String> = []
    var renamed: Set<String> = []
    for change in fields where change.field.hasPrefix("claims[") {
      let element = String(change.field.prefix { $0 != "]" })
      if change.field.utf8.count == element.utf8.count + 1 {
        if change.old == nil { summary.claims.added += 1 } else { summary.claims.gone += 1 }
      } else {
        changed.insert(element)
        if change.field.hasSuffix("].id") { renamed.insert(element) }
      }
    }
    summary.claims.changed += changed.count
    summary.claims.renamed += renamed.count
  }

  // MARK: - Apart

  /// Pairs what only one export had at its place, and reports what is left.
  private mutating func settle(
    _ kind: DatasetRecord.Kind, _ gone: [Single], _ added: [Single], _ report: (ChangedRecord) -> Void
  ) throws(Diagnostic) {
    var places: [String: Int] = [:]
    for (place, record) in added.enumerated() { places[record.key] = place }
    var partners: [Int: Int] = [:]
    var taken: Set<Int> = []
    for (place, record) in gone.enumerated() {
      if let other = places[record.key], taken.insert(other).inserted { partners[place] = other }
    }
    if kind == .events {
      let left = gone.indices.filter { partners[$0] == nil }
      let right = added.indices.filter { !taken.contains($0) }
      for pair in EventPairing.pairs(left.map { gone[$0].sketch }, right.map { added[$0].sketch }) {
        partners[left[pair.old]] = right[pair.new]
        taken.insert(right[pair.new])
      }
    }
    for place in gone.indices {
      guard let other = partners[place] else { continue }
      compare(
        try old.value(of: gone[place].sketch.kept, kind), try new.value(of: added[other].sketch.kept, kind), kind,
        report)
    }
    for place in gone.indices where partners[place] == nil {
      let value = try old.value(of: gone[place].sketch.kept, kind)
      summary[kind].gone += 1
      summary.claims.gone += value["claims"]?.array?.count ?? 0
      report(ChangedRecord(kind: kind, change: .gone, old: value, new: nil, fields: []))
    }
    for place in added.indices where !taken.contains(place) {
      let value = try new.value(of: added[place].sketch.kept, kind)
      summary[kind].added += 1
      summary.claims.added += value["claims"]?.array?.count ?? 0
      report(ChangedRecord(kind: kind, change: .added, old: nil, new: value, fields: []))
    }
  }
}
