internal import JSON

extension SchemaEvaluation {
  mutating func check(_ value: JSONValue, _ rules: AppliedRules, _ seen: inout Seen) -> Bool {
    var isValid = true
    if let reference = rules.reference {
      isValid = apply(reference, value, &seen)
      guard isValid || isCollecting else { return false }
    }
    if let reference = rules.dynamicReference {
      isValid = apply(target(reference), value, &seen) && isValid
      guard isValid || isCollecting else { return false }
    }
    for number in rules.all {
      isValid = apply(number, value, &seen) && isValid
      guard isValid || isCollecting else { return false }
    }
    if let condition = rules.condition {
      let branch = trial(condition, value, &seen) ? rules.then : rules.otherwise
      if let branch { isValid = apply(branch, value, &seen) && isValid }
      guard isValid || isCollecting else { return false }
    }
    if !rules.any.isEmpty { isValid = checkAny(value, rules.any, &seen) && isValid }
    guard isValid || isCollecting else { return false }
    if !rules.one.isEmpty { isValid = checkOne(value, rules.one, &seen) && isValid }
    guard isValid || isCollecting else { return false }
    if let not = rules.not {
      var untracked = Seen()
      if trial(not, value, &untracked) { isValid = fail("not", "must not be what the schema excludes") }
    }
    return isValid
  }

  private mutating func checkAny(_ value: JSONValue, _ branches: [Int], _ seen: inout Seen) -> Bool {
    var isAllowed = false
    for branch in branches where trial(branch, value, &seen) {
      isAllowed = true
      // Every branch that allows the value says something about its parts.
      if !seen.isTracked { break }
    }
    return isAllowed || explain(value, branches, "anyOf", "is none of the kinds that it may be")
  }

  private mutating func checkOne(_ value: JSONValue, _ branches: [Int], _ seen: inout Seen) -> Bool {
    var count = 0
    for branch in branches where trial(branch, value, &seen) { count += 1 }
    if count > 1 { return fail("oneOf", "is of \(count) kinds where it must be of one") }
    return count == 1 || explain(value, branches, "oneOf", "is none of the kinds that it may be")
  }

  /// Notes why the branch that comes nearest does not allow the value: the one whose first fault stands deepest, if it is
  /// not that the value has another type altogether.
  private mutating func explain(
    _ value: JSONValue, _ branches: [Int], _ keyword: String, _ reason: String
  ) -> Bool {
    guard isCollecting else { return false }
    let before = faults
    var nearest: [SchemaFault] = []
    var nearestRank = 0
    for branch in branches {
      faults = []
      var untracked = Seen()
      _ = check(branch, value, &untracked)
      let rank = faults.map { $0.pointer.utf8.count * 2 + ($0.keyword == "type" ? 0 : 1) }.max() ?? 0
      if rank > nearestRank { (nearest, nearestRank) = (faults, rank) }
    }
    faults = before
    guard !nearest.isEmpty, schemaFaultsSayMore(nearest) else { return fail(keyword, reason) }
    faults += nearest
    return false
  }

  private func schemaFaultsSayMore(_ nearest: [SchemaFault]) -> Bool {
    let here = path.reduce(into: "") { $0 += "/" + JSONPointer.escaped($1) }
    return nearest.contains { $0.pointer != here || $0.keyword != "type" }
  }

  // MARK: - What nothing else has an opinion on

  /// Judges items and members that no schema in place has seen.
  mutating func unevaluated(_ node: SchemaNode, _ value: JSONValue, _ seen: inout Seen) -> Bool {
    var isValid = true
    switch value {
    case .array(let elements):
      guard let schema = node.unevaluatedItems else { return true }
      for index in elements.indices where !seen.flags[index] {
        isValid = check(schema, elements[index], at: "\(index)") && isValid
        seen.mark(index)
      }
    case .object(let members):
      guard let schema = node.unevaluatedProperties else { return true }
      for index in members.indices where !seen.flags[index] {
        isValid = checkUnnamed(schema, "unevaluatedProperties", members[index]) && isValid
        seen.mark(index)
      }
    default: break
    }
    return isValid
  }
}
