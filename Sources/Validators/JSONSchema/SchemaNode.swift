internal import JSON

/// A compiled schema. Other schemas that it applies are named by their numbers, so that they may be in a circle.
final class SchemaNode: Sendable {
  /// The answer of the schemas `true` and `false`.
  let verdict: Bool?
  /// Where it stands: the address of its document, none for the first one, `#`, and a JSON pointer.
  let place: String
  /// The number of the resource that it belongs to.
  let resource: Int
  let types: JSONTypes?
  let values: ValueRules?
  let numbers: NumberRules?
  let strings: StringRules?
  let arrays: ArrayRules?
  let objects: ObjectRules?
  let applied: AppliedRules?
  let unevaluatedItems: Int?
  let unevaluatedProperties: Int?

  init(_ parts: Parts) {
    verdict = parts.verdict
    place = parts.place
    resource = parts.resource
    types = parts.types
    values = parts.values
    numbers = parts.numbers
    strings = parts.strings
    arrays = parts.arrays
    objects = parts.objects
    applied = parts.applied
    unevaluatedItems = parts.unevaluatedItems
    unevaluatedProperties = parts.unevaluatedProperties
  }

  /// What a node is made from.
  struct Parts {
    var verdict: Bool?
    var place = "#"
    var resource = 0
    var types: JSONTypes?
    var values: ValueRules?
    var numbers: NumberRules?
    var strings: StringRules?
    var arrays: ArrayRules?
    var objects: ObjectRules?
    var applied: AppliedRules?
    var unevaluatedItems: Int?
    var unevaluatedProperties: Int?
  }
}

/// A set of JSON types.
struct JSONTypes: OptionSet, Sendable {
  let rawValue: UInt8

  static let null = JSONTypes(rawValue: 1)
  static let boolean = JSONTypes(rawValue: 2)
  static let integer = JSONTypes(rawValue: 4)
  static let number = JSONTypes(rawValue: 8)
  static let string = JSONTypes(rawValue: 16)
  static let array = JSONTypes(rawValue: 32)
  static let object = JSONTypes(rawValue: 64)

  static let names: [(String, JSONTypes)] = [
    ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .number), ("string", .string),
    ("array", .array), ("object", .object),
  ]

  /// The names of the types, for people.
  var description: String {
    Self.names.filter { contains($0.1) }.map(\.0).joined(separator: " or ")
  }
}

/// `enum` and `const`.
final class ValueRules: Sendable {
  let allowed: [JSONValue]
  /// The allowed strings, where they are too many to be tried one by one.
  let strings: Set<JSONKey>?

  init(_ allowed: [JSONValue]) {
    self.allowed = allowed
    strings = allowed.count > 8 ? Set(allowed.compactMap { $0.string.map { JSONKey($0) } }) : nil
  }

  func allows(_ value: JSONValue) -> Bool {
    if let strings, case .string(let string) = value { return strings.contains(JSONKey(string)) }
    return allowed.contains(value)
  }
}

final class NumberRules: Sendable {
  let multipleOf: JSONNumber?
  let minimum: JSONNumber?
  let maximum: JSONNumber?
  let exclusiveMinimum: JSONNumber?
  let exclusiveMaximum: JSONNumber?

  init(
    multipleOf: JSONNumber?, minimum: JSONNumber?, maximum: JSONNumber?, exclusiveMinimum: JSONNumber?,
    exclusiveMaximum: JSONNumber?
  ) {
    self.multipleOf = multipleOf
    self.minimum = minimum
    self.maximum = maximum
    self.exclusiveMinimum = exclusiveMinimum
    self.exclusiveMaximum = exclusiveMaximum
  }
}

final class StringRules: Sendable {
  /// Lengths count code points.
  let minLength: Int
  let maxLength: Int
  let pattern: Pattern?
  /// Nil also where formats are not asserted.
  let format: StringFormat?

  init(minLength: Int, maxLength: Int, pattern: Pattern?, format: StringFormat?) {
    self.minLength = minLength
    self.maxLength = maxLength
    self.pattern = pattern
    self.format = format
  }
}

final class ArrayRules: Sendable {
  let minItems: Int
  let maxItems: Int
  let isUnique: Bool
  let prefix: [Int]
  let items: Int?
  let contains: Int?
  let minContains: Int
  let maxContains: Int

  init(
    minItems: Int, maxItems: Int, isUnique: Bool, prefix: [Int], items: Int?, contains: Int?, minContains: Int,
    maxContains: Int
  ) {
    self.minItems = minItems
    self.maxItems = maxItems
    self.isUnique = isUnique
    self.prefix = prefix
    self.items = items
    self.contains = contains
    self.minContains = minContains
    self.maxContains = maxContains
  }
}

final class ObjectRules: Sendable {
  /// A key that the schema names.
  struct Property: Sendable {
    var key: String
    var schema: Int?
    var isRequired: Bool
  }

  let properties: [Property]
  let requiredCount: Int
  let patterns: [(pattern: Pattern, schema: Int)]
  let additional: Int?
  let names: Int?
  let minProperties: Int
  let maxProperties: Int
  let dependentRequired: [(key: String, needs: [String])]
  let dependentSchemas: [(key: String, schema: Int)]
  private let numbers: [JSONKey: Int]

  init(
    properties: [Property], patterns: [(pattern: Pattern, schema: Int)], additional: Int?, names: Int?,
    minProperties: Int, maxProperties: Int, dependentRequired: [(key: String, needs: [String])],
    dependentSchemas: [(key: String, schema: Int)]
  ) {
    self.properties = properties
    requiredCount = properties.count { $0.isRequired }
    self.patterns = patterns
    self.additional = additional
    self.names = names
    self.minProperties = minProperties
    self.maxProperties = maxProperties
    self.dependentRequired = dependentRequired
    self.dependentSchemas = dependentSchemas
    numbers = Dictionary(uniqueKeysWithValues: properties.enumerated().map { (JSONKey($1.key), $0) })
  }

  /// The number of a named property. Members mostly stand in the schema's order, so the one after the last found is tried
  /// first.
  func number(of key: String, after last: Int) -> Int? {
    let next = last + 1
    if next < properties.count, properties[next].key.hasSameBytes(as: key) { return next }
    return numbers[JSONKey(key)]
  }
}

/// Schemas that are applied to the same value.
final class AppliedRules: Sendable {
  let reference: Int?
  let dynamicReference: DynamicReference?
  let all: [Int]
  let any: [Int]
  let one: [Int]
  let not: Int?
  let condition: Int?
  let then: Int?
  let otherwise: Int?

  init(
    reference: Int?, dynamicReference: DynamicReference?, all: [Int], any: [Int], one: [Int], not: Int?,
    condition: Int?, then: Int?, otherwise: Int?
  ) {
    self.reference = reference
    self.dynamicReference = dynamicReference
    self.all = all
    self.any = any
    self.one = one
    self.not = not
    self.condition = condition
    self.then = then
    self.otherwise = otherwise
  }
}

/// A `$dynamicRef` whose target depends on how evaluation came to it.
struct DynamicReference: Sendable {
  /// The schema that it means by itself.
  var fallback: Int
  /// The schemas with the dynamic anchor, by the number of their resource.
  var anchors: [Int: Int]
}
