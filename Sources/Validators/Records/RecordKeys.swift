internal import JSON

/// Where the ids of a kind of records stand, and the references to records of any kind.
///
///     var keys = RecordKeys()
///     keys.add(["id"], kind: "event", isReference: false)
///     keys.add(["claims", "evidence", "article"], kind: "article", isReference: true)
package struct RecordKeys: Sendable, Hashable {
  /// One place.
  struct Place: Sendable, Hashable {
    var path: [String]
    /// Nil for a member without keys, which is told so that it need not be looked for.
    var kind: String?
    var isReference: Bool
  }

  private(set) var places: [Place] = []

  /// Makes a description without keys.
  package init() {}

  /// Adds a place.
  ///
  /// - Parameters:
  ///   - path: The keys on the way from the record; lists on it are entered.
  ///   - kind: The kind of records; nil for a member without keys: where all members are told in the order in which they
  ///     mostly stand, none has to be looked for.
  ///   - isReference: Whether another record is meant.
  package mutating func add(_ path: [String], kind: String?, isReference: Bool = false) {
    places.append(Place(path: path, kind: kind, isReference: isReference))
  }
}

/// A member on a way to ids and references. An object, because it is asked once a member and never changes.
final class RecordKeyNode: Sendable {
  /// The members that lead on, in the order in which they were described, which is mostly that of the text.
  /// Of those that lead to no keys the node is nil.
  let members: [(key: String, node: RecordKeyNode?)]
  /// The kind whose ids stand here, or are referred to; nil on the way.
  let kind: String?
  let isReference: Bool
  /// The way here, as a JSON pointer without the numbers of elements.
  let place: String

  /// The node of a record.
  convenience init(_ keys: RecordKeys) {
    self.init(keys.places[...].map { ($0.path[...], $0) }, place: "")
  }

  private init(_ places: [(rest: ArraySlice<String>, place: RecordKeys.Place)], place: String) {
    let here = places.first { $0.rest.isEmpty }?.place
    kind = here?.kind
    isReference = here?.isReference ?? false
    self.place = place
    var steps: [String] = []
    for case let step? in places.map(\.rest.first) where !steps.contains(step) { steps.append(step) }
    members = steps.map { step in
      let inner = places.filter { $0.rest.first == step }.map { ($0.rest.dropFirst(), $0.place) }
      let leads = inner.contains { $0.1.kind != nil }
      return (step, leads ? RecordKeyNode(inner, place: place + "/" + step) : nil)
    }
  }

  /// Enters the ids and references of a value in a ledger.
  func note(_ value: JSONValue, line: Int, in ledger: inout RecordLedger) {
    switch value {
    case .array(let elements):
      for element in elements { note(element, line: line, in: &ledger) }
    case .object(let object):
      guard !members.isEmpty else { return }
      // Members mostly stand in the described order, so the one after the last found is tried first.
      var next = 0
      for member in object {
        if next < members.count, members[next].key.hasSameBytes(as: member.key) {
          members[next].node?.note(member.value, line: line, in: &ledger)
          next += 1
        } else if let found = members.firstIndex(where: { $0.key.hasSameBytes(as: member.key) }) {
          members[found].node?.note(member.value, line: line, in: &ledger)
          next = found + 1
        }
      }
    case .string(let text):
      if kind != nil { ledger.note(text, at: self, line: line) }
    default: break
    }
  }
}
