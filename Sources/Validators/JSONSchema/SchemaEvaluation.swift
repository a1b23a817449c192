internal import JSON

/// One value being judged by one schema.
///
/// Judging comes in two speeds: a plain yes or no that stops at the first fault, and, for values that failed, a second pass
/// that collects the faults and where they stand.
struct SchemaEvaluation {
  let schema: JSONSchema
  var isCollecting: Bool
  var faults: [SchemaFault] = []
  private(set) var path: [String] = []
  /// The number of the schema at work.
  private var current = 0
  private var depth = 0
  /// The numbers of the resources that evaluation came through, the outermost first.
  private var scope: [Int] = []

  /// How many schemas may apply each other: more is a circle, or a value nested beyond what is reasonable. So many fit into
  /// a stack of a megabyte, without optimization too.
  private static let depthLimit = 256
  /// What stands for a keyword where a schema is `false`.
  private static let never = "false"

  init(schema: JSONSchema, isCollecting: Bool) {
    self.schema = schema
    self.isCollecting = isCollecting
  }

  mutating func judge(_ value: JSONValue) -> Bool {
    var seen = Seen()
    return check(0, value, &seen)
  }

  // MARK: - Faults and places

  /// Notes a fault at the present place.
  mutating func fail(_ keyword: String, _ reason: @autoclosure () -> String) -> Bool {
    if isCollecting {
      let pointer = path.reduce(into: "") { $0 += "/" + JSONPointer.escaped($1) }
      let place = schema.nodes[current].place + (keyword == Self.never ? "" : "/" + keyword)
      faults.append(SchemaFault(keyword: keyword, pointer: pointer, place: place, reason: reason()))
    }
    return false
  }

  /// Judges a part of the present value.
  mutating func check(_ number: Int, _ value: JSONValue, at key: @autoclosure () -> String) -> Bool {
    var seen = Seen()
    guard isCollecting else { return check(number, value, &seen) }
    path.append(key())
    defer { path.removeLast() }
    return check(number, value, &seen)
  }

  /// Judges the present value by another schema without noting faults.
  mutating func trial(_ number: Int, _ value: JSONValue, _ seen: inout Seen) -> Bool {
    let wasCollecting = isCollecting
    isCollecting = false
    defer { isCollecting = wasCollecting }
    return apply(number, value, &seen)
  }

  /// Judges the present value by another schema, and learns which parts it covers where it allows the value.
  mutating func apply(_ number: Int, _ value: JSONValue, _ seen: inout Seen) -> Bool {
    guard seen.isTracked else { return check(number, value, &seen) }
    var inner = Seen(count: seen.flags.count)
    guard check(number, value, &inner) else { return false }
    seen.merge(inner)
    return true
  }

  // MARK: - One schema

  /// Judges a value by a schema.
  mutating func check(_ number: Int, _ value: JSONValue, _ seen: inout Seen) -> Bool {
    let node = schema.nodes[number]
    let outer = current
    current = number
    depth += 1
    defer {
      depth -= 1
      current = outer
    }
    if let verdict = node.verdict { return verdict || fail(Self.never, "nothing is allowed here") }
    guard depth <= Self.depthLimit else {
      return fail("$ref", "schemas apply each other in a circle, or more than \(Self.depthLimit) deep")
    }
    guard schema.hasDynamicReferences, scope.last != node.resource else { return rules(node, value, &seen) }
    scope.append(node.resource)
    defer { scope.removeLast() }
    return rules(node, value, &seen)
  }

  private mutating func rules(_ node: SchemaNode, _ value: JSONValue, _ seen: inout Seen) -> Bool {
    if node.unevaluatedItems == nil, node.unevaluatedProperties == nil { return rulesInPlace(node, value, &seen) }
    if seen.isTracked { return rulesInPlace(node, value, &seen) && unevaluated(node, value, &seen) }
    var tracked = Seen(count: value.array?.count ?? value.object?.count ?? 0)
    return rulesInPlace(node, value, &tracked) && unevaluated(node, value, &tracked)
  }

  private mutating func rulesInPlace(_ node: SchemaNode, _ value: JSONValue, _ seen: inout Seen) -> Bool {
    if let types = node.types, !Self.has(value, types) {
      // A value of another type has faults that follow from it; they would tell nothing.
      return fail("type", "must be \(types.description)")
    }
    var isValid = true
    if let values = node.values, !values.allows(value) {
      isValid = fail("enum", "must be \(Self.list(values.allowed))")
      if !isCollecting { return false }
    }
    switch value {
    case .string(let string):
      if let rules = node.strings { isValid = check(string, rules) && isValid }
    case .number(let number):
      if let rules = node.numbers { isValid = check(number, rules) && isValid }
    case .array(let elements):
      if let rules = node.arrays { isValid = check(elements, rules, &seen) && isValid }
    case .object(let members):
      if let rules = node.objects { isValid = check(members, value, rules, &seen) && isValid }
    case .null, .bool: break
    }
    guard isValid || isCollecting else { return false }
    if let applied = node.applied { isValid = check(value, applied, &seen) && isValid }
    return isValid
  }

  private static func has(_ value: JSONValue, _ types: JSONTypes) -> Bool {
    switch value {
    case .null: types.contains(.null)
    case .bool: types.contains(.boolean)
    case .number(let number): types.contains(.number) || (types.contains(.integer) && number.isInteger)
    case .string: types.contains(.string)
    case .array: types.contains(.array)
    case .object: types.contains(.object)
    }
  }

  /// The target of a dynamic reference: the outermost resource on the way that has the anchor.
  func target(_ reference: DynamicReference) -> Int {
    for resource in scope {
      if let anchor = reference.anchors[resource] { return anchor }
    }
    return reference.fallback
  }

  /// Allowed values, for people.
  private static func list(_ values: [JSONValue]) -> String {
    let shown = values.prefix(12).map { value -> String in
      switch value {
      case .null: "null"
      case .bool(let value): "\(value)"
      case .number(let value): value.text
      case .string(let value): "\"\(value)\""
      case .array: "an array"
      case .object: "an object"
      }
    }
    return shown.joined(separator: ", ") + (values.count > shown.count ? ", …" : "")
  }
}

/// Which items or members of the present value a schema has an opinion on, for the `unevaluated…` keywords.
struct Seen {
  private(set) var isTracked = false
  /// By item or member.
  var flags: [Bool] = []

  /// Tracks nothing.
  init() {}

  /// Tracks so many items or members, none of them seen.
  init(count: Int) {
    isTracked = true
    flags = Array(repeating: false, count: count)
  }

  mutating func mark(_ index: Int) {
    if isTracked { flags[index] = true }
  }

  mutating func merge(_ other: Seen) {
    for index in other.flags.indices where other.flags[index] { flags[index] = true }
  }
}
