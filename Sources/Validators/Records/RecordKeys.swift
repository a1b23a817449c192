internal import JSON

/// Where the ids of a kind of records stand, and the references to records of any kind.
///
///     var keys = RecordKeys()
///     keys.add(["id"], kind: "event", isReference: false)
///     keys.add(["claims", "evidence", "article"], kind: "article", isReference: true)
package struct RecordKeys: Sendable, Hashable {
  /// A member on a way to ids and references.
  struct Node: Sendable, Hashable {
    var members: [Member] = []
    /// The kind whose ids stand here, or are referred to.
    var kind: String?
    var isReference = false
    /// The way here, as a JSON pointer without the numbers of elements.
    var place = ""
  }

  struct Member: Sendable, Hashable {
    var key: String
    var node: Int
  }

  /// The first node is the record.
  private(set) var nodes = [Node()]

  /// Makes a description without keys.
  package init() {}

  /// Adds a place.
  ///
  /// - Parameters:
  ///   - path: The keys on the way from the record; lists on it are entered.
  ///   - kind: The kind of records.
  ///   - isReference: Whether another record is meant.
  package mutating func add(_ path: [String], kind: String, isReference: Bool) {
    var node = 0
    for step in path { node = child(step, of: node) }
    nodes[node].kind = kind
    nodes[node].isReference = isReference
  }

  private mutating func child(_ key: String, of node: Int) -> Int {
    if let known = nodes[node].members.first(where: { $0.key == key }) { return known.node }
    nodes.append(Node(place: nodes[node].place + "/" + key))
    nodes[node].members.append(Member(key: key, node: nodes.count - 1))
    return nodes.count - 1
  }

  /// Enters the ids and references of a record in a ledger.
  func note(_ record: JSONValue, line: Int, in ledger: inout RecordLedger) {
    note(record, 0, line, &ledger)
  }

  private func note(_ value: JSONValue, _ number: Int, _ line: Int, _ ledger: inout RecordLedger) {
    switch value {
    case .array(let elements):
      for element in elements { note(element, number, line, &ledger) }
    case .object(let members):
      let node = nodes[number]
      guard !node.members.isEmpty else { return }
      for member in members {
        for next in node.members where next.key.hasSameBytes(as: member.key) {
          note(member.value, next.node, line, &ledger)
        }
      }
    case .string(let text):
      guard let kind = nodes[number].kind else { return }
      ledger.note(text, kind: kind, isReference: nodes[number].isReference, place: nodes[number].place, line: line)
    default: break
    }
  }
}
