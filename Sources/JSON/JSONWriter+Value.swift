extension JSONWriter {
  /// Writes a value as this writer would have written it from the start: no insignificant spaces, strings and numbers in
  /// the form of RFC 8785, keys in the order that they have.
  ///
  /// - Complexity: O(*n*) in the size of the value.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let value): boolean(value)
    case .number(let number):
      if let integer = number.int, integer.magnitude < 1 << 53 { self.integer(integer) } else { double(number.double) }
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }
}
