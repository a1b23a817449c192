extension JSONValue: Hashable {
  package static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a.hasSameBytes(as: b)
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)): sameMembers(a, b)
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .null: hasher.combine(0 as UInt8)
    case .bool(let value): hasher.combine(value)
    case .number(let value): hasher.combine(value)
    case .string(let value): hasher.combine(JSONKey(value))
    case .array(let elements): hasher.combine(elements)
    case .object(let members):
      // Members have no order: fold their hashes in a way that has none either.
      var folded = 0
      for member in members {
        var inner = Hasher()
        inner.combine(member)
        folded ^= inner.finalize()
      }
      hasher.combine(members.count)
      hasher.combine(folded)
    }
  }

  private static func sameMembers(_ left: [JSONMember], _ right: [JSONMember]) -> Bool {
    guard left.count == right.count else { return false }
    // The usual case: the same order.
    if zip(left, right).allSatisfy({ $0.key.hasSameBytes(as: $1.key) }) {
      return zip(left, right).allSatisfy { $0.value == $1.value }
    }
    var values: [JSONKey: JSONValue] = [:]
    for member in right { values[JSONKey(member.key)] = member.value }
    return left.allSatisfy { member in values[JSONKey(member.key)].map { $0 == member.value } ?? false }
  }
}

extension JSONMember: Hashable {
  package static func == (left: JSONMember, right: JSONMember) -> Bool {
    left.key.hasSameBytes(as: right.key) && left.value == right.value
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(JSONKey(key))
    hasher.combine(value)
  }
}
