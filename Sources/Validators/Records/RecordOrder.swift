internal import EventModel
package import JSON

/// The canonical order of records as formats have them: articles by document, entities by id, events by earliest day.
package enum RecordOrder {
  /// Whether a record may stand before another of its kind.
  package static func precedes(_ left: JSONValue, _ right: JSONValue, _ kind: DatasetRecord.Kind) -> Bool {
    switch kind {
    case .articles: articlesPrecede(left, right)
    case .entities: idsPrecede(left, right)
    case .events:
      switch (day(left), day(right)) {
      case let (a, b) where a != b: a < b
      default: idsPrecede(left, right)
      }
    }
  }

  private static func idsPrecede(_ left: JSONValue, _ right: JSONValue) -> Bool {
    !(right["id"]?.plainText ?? "").utf8.lexicographicallyPrecedes((left["id"]?.plainText ?? "").utf8)
  }

  private static func articlesPrecede(_ left: JSONValue, _ right: JSONValue) -> Bool {
    let (a, b) = (left["document"] ?? .null, right["document"] ?? .null)
    for member in ["id", "path"] {
      let (x, y) = (a[member]?.plainText ?? "", b[member]?.plainText ?? "")
      if !x.hasSameBytes(as: y) { return x.utf8.lexicographicallyPrecedes(y.utf8) }
    }
    let numbers = [
      (a.integer("record") ?? 0, b.integer("record") ?? 0),
      (left.integer("segment") ?? 0, right.integer("segment") ?? 0),
    ]
    if let (x, y) = numbers.first(where: { $0 != $1 }) { return x < y }
    let (x, y) = (a["sha256"]?.plainText ?? "", b["sha256"]?.plainText ?? "")
    return x.hasSameBytes(as: y) ? idsPrecede(left, right) : x.utf8.lexicographicallyPrecedes(y.utf8)
  }

  /// The number of the earliest day: none at all comes last, one that is open to the past first.
  private static func day(_ event: JSONValue) -> Int {
    guard let date = event["date"], !date.isNull else { return .max }
    guard let text = date["earliest"]?.string, let day = CivilDay(iso: text) else { return .min }
    return day.ordinal
  }
}

extension JSONValue {
  /// The id of a record; nil where it has none.
  var id: RecordID? {
    self["id"]?.string.flatMap { RecordID($0) }
  }

  /// The number of a member, as a number or as its digits.
  func integer(_ key: String) -> Int? {
    self[key].flatMap { $0.int ?? $0.string.flatMap { Int($0) } }
  }

  /// The elements of a member, or of a member of a member; none where there are none.
  func elements(_ keys: String...) -> [JSONValue] {
    keys.reduce(self) { $0[$1] ?? .null }.array ?? []
  }
}
