internal import JSON

extension SchemaEvaluation {
  mutating func check(_ number: JSONNumber, _ rules: NumberRules) -> Bool {
    var isValid = true
    if let least = rules.minimum, number < least { isValid = fail("minimum", "must be at least \(least)") }
    if let most = rules.maximum, most < number { isValid = fail("maximum", "must be at most \(most)") }
    if let least = rules.exclusiveMinimum, !(least < number) {
      isValid = fail("exclusiveMinimum", "must be above \(least)")
    }
    if let most = rules.exclusiveMaximum, !(number < most) {
      isValid = fail("exclusiveMaximum", "must be below \(most)")
    }
    if let step = rules.multipleOf, !number.isMultiple(of: step) {
      isValid = fail("multipleOf", "must be a multiple of \(step)")
    }
    return isValid
  }

  mutating func check(_ string: String, _ rules: StringRules) -> Bool {
    var isValid = true
    if rules.minLength > 0 || rules.maxLength < .max {
      // No string has more code points than bytes, nor fewer than a quarter of them.
      let bytes = string.utf8.count
      if bytes / 4 < rules.minLength || bytes > rules.maxLength {
        let length = string.unicodeScalars.count
        if length < rules.minLength {
          isValid = fail("minLength", "must have at least \(rules.minLength) characters")
        }
        if length > rules.maxLength {
          isValid = fail("maxLength", "must have at most \(rules.maxLength) characters")
        }
      }
    }
    if let pattern = rules.pattern, !pattern.matches(string) {
      isValid = fail("pattern", "must match \(pattern.text)")
    }
    if let format = rules.format, !Self.has(string, format) {
      isValid = fail("format", "must be \(format.wanted)")
    }
    return isValid
  }

  private static func has(_ string: String, _ format: StringFormat) -> Bool {
    string.utf8.withContiguousStorageIfAvailable { format.allows($0) }
      ?? Array(string.utf8).withUnsafeBufferPointer { format.allows($0) }
  }
}
