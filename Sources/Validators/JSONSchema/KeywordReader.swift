internal import JSON

/// Reads the keywords of one schema that hold no schemas.
struct KeywordReader {
  let value: JSONValue
  let location: SchemaIndex.Location
  let index: SchemaIndex

  func malformed(_ keyword: String, _ wanted: String) -> SchemaError {
    index.error(.malformed, location, "\(keyword) must be \(wanted)")
  }

  func count(_ keyword: String) throws(SchemaError) -> Int? {
    guard let value = value[keyword] else { return nil }
    guard let count = value.int, count >= 0 else { throw malformed(keyword, "an integer of at least zero") }
    return count
  }

  func flag(_ keyword: String) throws(SchemaError) -> Bool {
    guard let value = value[keyword] else { return false }
    guard let flag = value.bool else { throw malformed(keyword, "true or false") }
    return flag
  }

  func text(_ keyword: String) throws(SchemaError) -> String? {
    guard let value = value[keyword] else { return nil }
    guard let text = value.string else { throw malformed(keyword, "a string") }
    return text
  }

  func number(_ keyword: String) throws(SchemaError) -> JSONNumber? {
    guard let value = value[keyword] else { return nil }
    guard let number = value.number else { throw malformed(keyword, "a number") }
    return number
  }

  /// The strings of an array that a keyword holds.
  func keys(_ keyword: String, _ value: JSONValue?) throws(SchemaError) -> [String] {
    guard let value else { return [] }
    let keys = value.array?.compactMap(\.string)
    guard let keys, keys.count == value.array?.count, Set(keys.map { JSONKey($0) }).count == keys.count else {
      throw malformed(keyword, "an array of different strings")
    }
    return keys
  }

  func pattern(_ text: String, _ keyword: String) throws(SchemaError) -> Pattern {
    do throws(PatternError) {
      return try Pattern(text)
    } catch {
      throw index.error(.unsupportedPattern, location, "\(keyword) \(text): \(error.reason)")
    }
  }

  // MARK: - Groups

  func types() throws(SchemaError) -> JSONTypes? {
    guard let value = value["type"] else { return nil }
    let names = value.string.map { [$0] } ?? value.array?.map { $0.string ?? "" } ?? []
    var types: JSONTypes = []
    for name in names {
      guard let type = JSONTypes.names.first(where: { $0.0 == name }) else {
        throw malformed("type", "the name of a type or an array of them")
      }
      types.insert(type.1)
    }
    guard !types.isEmpty else { throw malformed("type", "the name of a type or an array of them") }
    return types
  }

  func values() throws(SchemaError) -> ValueRules? {
    var allowed: [JSONValue]?
    if let value = value["enum"] {
      guard let values = value.array else { throw malformed("enum", "an array") }
      allowed = values
    }
    if let value = value["const"] { allowed = (allowed ?? [value]).filter { $0 == value } }
    return allowed.map { ValueRules($0) }
  }

  func numbers() throws(SchemaError) -> NumberRules? {
    let keywords = ["multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]
    guard keywords.contains(where: { value[$0] != nil }) else { return nil }
    let step = try number("multipleOf")
    if let step, !(JSONNumber(0) < step) { throw malformed("multipleOf", "a number above zero") }
    return NumberRules(
      multipleOf: step, minimum: try number("minimum"), maximum: try number("maximum"),
      exclusiveMinimum: try number("exclusiveMinimum"), exclusiveMaximum: try number("exclusiveMaximum"))
  }

  /// The rules for strings, among them `format` where it is asserted.
  func strings(assertsFormats: Bool) throws(SchemaError) -> StringRules? {
    let format = assertsFormats ? try format() : nil
    guard format != nil || ["minLength", "maxLength", "pattern"].contains(where: { value[$0] != nil }) else {
      return nil
    }
    var compiled: Pattern?
    if let text = try text("pattern") { compiled = try pattern(text, "pattern") }
    return StringRules(
      minLength: try count("minLength") ?? 0, maxLength: try count("maxLength") ?? .max, pattern: compiled,
      format: format)
  }

  private func format() throws(SchemaError) -> StringFormat? {
    guard let name = try text("format") else { return nil }
    guard let format = StringFormat(rawValue: name) else {
      let known = StringFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw index.error(.unsupportedFormat, location, "the format \(name) cannot be judged; known are \(known)")
    }
    return format
  }

  func dependentRequired() throws(SchemaError) -> [(key: String, needs: [String])] {
    guard let value = value["dependentRequired"] else { return [] }
    guard let members = value.object else { throw malformed("dependentRequired", "an object of arrays of strings") }
    var rules: [(key: String, needs: [String])] = []
    for member in members { rules.append((member.key, try keys("dependentRequired", member.value))) }
    return rules
  }
}
