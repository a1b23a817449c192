internal import JSON

extension SchemaEvaluation {
  // MARK: - Arrays

  mutating func check(_ elements: [JSONValue], _ rules: ArrayRules, _ seen: inout Seen) -> Bool {
    var isValid = true
    if elements.count < rules.minItems { isValid = fail("minItems", "must have at least \(rules.minItems) items") }
    if elements.count > rules.maxItems { isValid = fail("maxItems", "must have at most \(rules.maxItems) items") }
    if rules.isUnique, Self.hasDoubles(elements) {
      isValid = fail("uniqueItems", "must not have an item twice")
    }
    guard isValid || isCollecting else { return false }
    for index in elements.indices {
      let schema: Int
      if index < rules.prefix.count {
        schema = rules.prefix[index]
      } else if let items = rules.items {
        schema = items
      } else {
        break
      }
      isValid = check(schema, elements[index], at: "\(index)") && isValid
      guard isValid || isCollecting else { return false }
      seen.mark(index)
    }
    if let contains = rules.contains { isValid = check(elements, contains, rules, &seen) && isValid }
    return isValid
  }

  /// Whether an element stands twice: a few are compared one by one, many with a set.
  private static func hasDoubles(_ elements: [JSONValue]) -> Bool {
    guard elements.count <= 8 else { return Set(elements).count != elements.count }
    for index in elements.indices.dropFirst() where elements[..<index].contains(elements[index]) { return true }
    return false
  }

  private mutating func check(
    _ elements: [JSONValue], _ contains: Int, _ rules: ArrayRules, _ seen: inout Seen
  ) -> Bool {
    var count = 0
    for index in elements.indices {
      var untracked = Seen()
      if trial(contains, elements[index], &untracked) {
        count += 1
        seen.mark(index)
      }
    }
    if count < rules.minContains { return fail("contains", "has too few items of the kind it must contain") }
    if count > rules.maxContains { return fail("maxContains", "has too many items of the kind it may contain") }
    return true
  }

  // MARK: - Objects

  mutating func check(
    _ members: [JSONMember], _ value: JSONValue, _ rules: ObjectRules, _ seen: inout Seen
  ) -> Bool {
    var isValid = true
    if members.count < rules.minProperties {
      isValid = fail("minProperties", "must have at least \(rules.minProperties) members")
    }
    if members.count > rules.maxProperties {
      isValid = fail("maxProperties", "must have at most \(rules.maxProperties) members")
    }
    var required = 0
    var last = -1
    for (index, member) in members.enumerated() {
      var isNamed = false
      if let number = rules.number(of: member.key, after: last) {
        last = number
        if rules.properties[number].isRequired { required += 1 }
        if let schema = rules.properties[number].schema {
          isNamed = true
          isValid = check(schema, member.value, at: member.key) && isValid
        }
      }
      for rule in rules.patterns where rule.pattern.matches(member.key) {
        isNamed = true
        isValid = check(rule.schema, member.value, at: member.key) && isValid
      }
      if !isNamed, let additional = rules.additional {
        isNamed = true
        isValid = checkUnnamed(additional, "additionalProperties", member) && isValid
      }
      if let names = rules.names {
        isValid = check(names, .string(member.key), at: member.key) && isValid
      }
      guard isValid || isCollecting else { return false }
      if isNamed { seen.mark(index) }
    }
    if required < rules.requiredCount { isValid = missing(value, rules) }
    return dependent(value, rules, &seen) && isValid
  }

  /// Judges a member that no keyword names; says so plainly where nothing may stand there.
  mutating func checkUnnamed(_ number: Int, _ keyword: String, _ member: JSONMember) -> Bool {
    if schema.nodes[number].verdict == false {
      return fail(keyword, "must not have the member \"\(member.key)\"")
    }
    return check(number, member.value, at: member.key)
  }

  private mutating func missing(_ value: JSONValue, _ rules: ObjectRules) -> Bool {
    guard isCollecting else { return false }
    for property in rules.properties where property.isRequired && value[property.key] == nil {
      _ = fail("required", "must have the member \"\(property.key)\"")
    }
    return false
  }

  private mutating func dependent(_ value: JSONValue, _ rules: ObjectRules, _ seen: inout Seen) -> Bool {
    var isValid = true
    for rule in rules.dependentRequired where value[rule.key] != nil {
      for key in rule.needs where value[key] == nil {
        isValid = fail("dependentRequired", "with \"\(rule.key)\" it must have \"\(key)\"")
      }
    }
    for rule in rules.dependentSchemas where value[rule.key] != nil {
      isValid = apply(rule.schema, value, &seen) && isValid
    }
    return isValid
  }
}
