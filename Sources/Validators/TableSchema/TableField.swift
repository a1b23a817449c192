internal import EventModel
internal import JSON
internal import XML

/// A column of a table and what its cells may hold. An object, because it is asked once a cell and never changes.
package final class TableField: Sendable {
  /// What the cells are.
  enum Kind: String, Sendable {
    case string
    case integer
    case number
    case boolean
    case date
    case any
  }

  /// The name, which is the header's.
  package let name: String
  let kind: Kind
  let isRequired: Bool
  let isUnique: Bool
  let allowed: [[UInt8]]?
  /// The same, where they are too many to be tried one by one.
  let allowedSet: KeyTable?
  let pattern: Pattern?
  /// Bounds of integers, numbers and days (as a count of days).
  let minimum: Double?
  let maximum: Double?
  /// Lengths count code points.
  let minLength: Int
  let maxLength: Int
  let trueValues: [[UInt8]]
  let falseValues: [[UInt8]]

  /// Reads a field descriptor.
  init(_ descriptor: JSONValue, place: String) throws(SchemaError) {
    guard let name = descriptor["name"]?.string else { throw TableSchema.malformed(place, "a field needs a name") }
    guard let kind = Kind(rawValue: descriptor["type"]?.string ?? "any") else {
      throw TableSchema.malformed(place, "the type \(descriptor["type"]?.string ?? "?") is not supported")
    }
    if let format = descriptor["format"]?.string, format != "default" {
      throw TableSchema.malformed(place, "the format \(format) is not supported")
    }
    self.name = name
    self.kind = kind
    trueValues =
      try Self.texts(descriptor["trueValues"], place) ?? ["true", "True", "TRUE", "1"].map { Array($0.utf8) }
    falseValues =
      try Self.texts(descriptor["falseValues"], place) ?? ["false", "False", "FALSE", "0"].map { Array($0.utf8) }
    let constraints = descriptor["constraints"]
    let known = ["required", "unique", "enum", "pattern", "minimum", "maximum", "minLength", "maxLength"]
    for member in constraints?.object ?? [] where !known.contains(member.key) {
      throw TableSchema.malformed(place, "the constraint \(member.key) is not supported")
    }
    isRequired = constraints?["required"]?.bool ?? false
    isUnique = constraints?["unique"]?.bool ?? false
    allowed = try Self.texts(constraints?["enum"], place)
    allowedSet = allowed.flatMap { values in
      guard values.count > 8 else { return nil }
      var set = KeyTable()
      for value in values { value.withUnsafeBufferPointer { _ = set.insert($0) } }
      return set
    }
    pattern = try constraints?["pattern"].map { (value) throws(SchemaError) in try Self.pattern(value, place) }
    minimum = try constraints?["minimum"].map { (value) throws(SchemaError) in try Self.bound(value, kind, place) }
    maximum = try constraints?["maximum"].map { (value) throws(SchemaError) in try Self.bound(value, kind, place) }
    minLength = constraints?["minLength"]?.int ?? 0
    maxLength = constraints?["maxLength"]?.int ?? .max
  }

  private static func texts(_ value: JSONValue?, _ place: String) throws(SchemaError) -> [[UInt8]]? {
    guard let value else { return nil }
    let texts = value.array?.compactMap { value in
      (value.string ?? value.number?.text ?? value.bool.map { "\($0)" }).map { Array($0.utf8) }
    }
    guard let texts, texts.count == value.array?.count else {
      throw TableSchema.malformed(place, "must be an array of plain values")
    }
    return texts
  }

  private static func pattern(_ value: JSONValue, _ place: String) throws(SchemaError) -> Pattern {
    guard let text = value.string else { throw TableSchema.malformed(place, "pattern must be a string") }
    do throws(PatternError) {
      return try Pattern(text, whole: true)
    } catch {
      throw SchemaError(kind: .unsupportedPattern, place: "/" + place, reason: "pattern \(text): \(error.reason)")
    }
  }

  private static func bound(_ value: JSONValue, _ kind: Kind, _ place: String) throws(SchemaError) -> Double {
    if let number = value.double { return number }
    if let text = value.string {
      if kind == .date, let day = CivilDay(iso: text) { return Double(day.ordinal) }
      if kind != .date, let number = JSONNumber(text) { return number.double }
    }
    throw TableSchema.malformed(place, "a bound must be a value of the field's type")
  }
}
