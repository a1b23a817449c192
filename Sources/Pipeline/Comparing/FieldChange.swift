internal import EventModel
package import JSON
internal import Validators

/// A field that two versions of a record have differently.
package struct FieldChange: Sendable, Hashable {
  /// The field's name, such as `date.edtf`; a record in a list stands in brackets: `participants[ent-…].role`.
  package var field: String
  /// What it was; nil for an element that was not there.
  package var old: JSONValue?
  /// What it is; nil for an element that is gone.
  package var new: JSONValue?
}

/// Finds the fields that differ between two values, element by element where a list's elements have an identity.
struct FieldComparison {
  private(set) var changes: [FieldChange] = []

  /// The fields that differ, in the order of the old value's.
  static func changes(from old: JSONValue, to new: JSONValue) -> [FieldChange] {
    var comparison = FieldComparison()
    comparison.compare(old, new, "")
    return comparison.changes
  }

  private mutating func compare(_ old: JSONValue?, _ new: JSONValue?, _ field: String) {
    switch (old ?? .null, new ?? .null) {
    case (.object(let members), .object(let others)):
      for key in members.map(\.key) + others.map(\.key).filter({ old?[$0] == nil }) {
        compare(old?[key], new?[key], field.isEmpty ? key : field + "." + key)
      }
    case (.array(let elements), .array(let others)):
      compare(elements, others, field)
    case let (left, right) where !Self.areEqual(left, right):
      changes.append(FieldChange(field: field, old: old, new: new))
    default: break
    }
  }

  private mutating func compare(_ old: [JSONValue], _ new: [JSONValue], _ field: String) {
    // The links of a chain mean something by their order only.
    if field.hasSuffix("chain") {
      let (left, right) = (Self.chain(old), Self.chain(new))
      if !left.hasSameBytes(as: right) {
        changes.append(FieldChange(field: field, old: .string(left), new: .string(right)))
      } else if !Self.areEqual(.array(old), .array(new)) {
        for (index, pair) in zip(old, new).enumerated() { compare(pair.0, pair.1, "\(field)[\(index + 1)]") }
      }
      return
    }
    for pair in ElementPairs(old, new, field).pairs {
      switch (pair.old, pair.new) {
      case (let left?, let right?): compare(left, right, "\(field)[\(pair.name)]")
      default:
        let name = (pair.old ?? pair.new)?.object == nil ? field : "\(field)[\(pair.name)]"
        changes.append(FieldChange(field: name, old: pair.old, new: pair.new))
      }
    }
  }

  private static func chain(_ links: [JSONValue]) -> String {
    links.map { $0["name"]?.plainText ?? "" }.joined(separator: " ← ")
  }

  /// Whether two values have the same content, in whatever format they were written.
  static func areEqual(_ left: JSONValue, _ right: JSONValue) -> Bool {
    switch (left, right) {
    case (.object(let members), .object(let others)):
      members.allSatisfy { areEqual($0.value, right[$0.key] ?? .null) }
        && others.allSatisfy { left[$0.key] != nil || areEqual(.null, $0.value) }
    case (.array(let elements), .array(let others)):
      elements.count == others.count && zip(elements, others).allSatisfy { areEqual($0, $1) }
    case (.object, _), (_, .object), (.array, _), (_, .array): false
    default:
      left.isNull == right.isNull && left.plainText.asXML.hasSameBytes(as: right.plainText.asXML)
    }
  }
}

/// The elements of two lists, each beside the one that it was.
private struct ElementPairs {
  struct Pair {
    var name: String
    var old: JSONValue?
    var new: JSONValue?
  }

  private(set) var pairs: [Pair] = []

  /// Pairs elements by what tells them apart, and what is left by all of their content.
  init(_ old: [JSONValue], _ new: [JSONValue], _ field: String) {
    var others: [JSONKey: [Int]] = [:]
    for (index, value) in new.enumerated().reversed() { others[Self.key(value), default: []].append(index) }
    var isPaired = Array(repeating: false, count: new.count)
    var left: [JSONValue] = []
    for value in old {
      if let index = others[Self.key(value)]?.popLast() {
        isPaired[index] = true
        pairs.append(Pair(name: Self.name(value), old: value, new: new[index]))
      } else {
        left.append(value)
      }
    }
    // A claim's id changes with its event's: the words where it stands tell that it is the same.
    for value in left {
      let words = Self.words(value)
      let index = words.flatMap { words in
        new.indices.first { !isPaired[$0] && Self.words(new[$0])?.hasSameBytes(as: words) == true }
      }
      if let index { isPaired[index] = true }
      pairs.append(Pair(name: Self.name(value), old: value, new: index.map { new[$0] }))
    }
    for (index, value) in new.enumerated() where !isPaired[index] {
      pairs.append(Pair(name: Self.name(value), old: nil, new: value))
    }
  }

  /// What tells an element from others: an id, a participant's entity, a quotation's place, or all that it is.
  private static func key(_ value: JSONValue) -> JSONKey {
    for member in ["id", "entity"] {
      if let text = value[member]?.string { return JSONKey(text) }
    }
    if value["quote"] != nil {
      return JSONKey((value["start"]?.plainText ?? "") + " " + (value["quote"]?.plainText ?? ""))
    }
    return JSONKey(whole(value))
  }

  private static func whole(_ value: JSONValue) -> String {
    switch value {
    case .object(let members): members.map { $0.key + "=" + whole($0.value) }.joined(separator: "\u{1F}")
    case .array(let elements): elements.map(whole).joined(separator: "\u{1E}")
    default: value.plainText
    }
  }

  /// The quotation of a claim, and who is last in its chain.
  private static func words(_ value: JSONValue) -> String? {
    guard let quote = value["evidence"]?["quote"]?.string, let chain = value["chain"]?.array else { return nil }
    return quote + "\u{1F}" + (chain.last?["name"]?.plainText ?? "")
  }

  /// What to call an element.
  private static func name(_ value: JSONValue) -> String {
    for member in ["id", "entity"] {
      if let text = value[member]?.string { return text }
    }
    if let start = value["start"]?.plainText, let end = value["end"]?.plainText { return start + "-" + end }
    return value["path"]?.plainText ?? value.plainText
  }
}
