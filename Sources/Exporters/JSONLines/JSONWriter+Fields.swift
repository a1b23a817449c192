package import EventModel
package import JSON

extension JSONWriter {
  /// Writes a member whose value is a text or null.
  package mutating func member(_ key: StaticString, _ text: String?) {
    self.key(key)
    if let text { string(text) } else { null() }
  }

  /// Writes a member whose value is a number or null.
  package mutating func member(_ key: StaticString, _ number: Int?) {
    self.key(key)
    if let number { integer(number) } else { null() }
  }

  /// Writes a member whose value is `true` or `false`.
  package mutating func member(_ key: StaticString, _ value: Bool) {
    self.key(key)
    boolean(value)
  }

  /// Writes a member whose value is an id or null.
  package mutating func member(_ key: StaticString, _ id: RecordID?) {
    self.key(key)
    guard let id else {
      null()
      return
    }
    quoted { Literal.append(id, to: &$0) }
  }

  /// Writes a member whose value is an ISO day or null.
  package mutating func member(_ key: StaticString, _ day: CivilDay?) {
    self.key(key)
    guard let day else {
      null()
      return
    }
    quoted { Literal.append(day, to: &$0) }
  }

  /// Writes a member whose value is a list of texts.
  package mutating func member(_ key: StaticString, _ texts: [String]) {
    member(key, texts) { $0.string($1) }
  }

  /// Writes a member whose value is a list.
  package mutating func member<Element>(
    _ key: StaticString, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    self.key(key)
    beginArray()
    for element in elements { write(&self, element) }
    endArray()
  }

  /// Writes a member whose value is an object, or null where there is nothing.
  package mutating func member<Value>(
    _ key: StaticString, _ value: Value?, object write: (inout JSONWriter, Value) -> Void
  ) {
    self.key(key)
    guard let value else {
      null()
      return
    }
    object { write(&$0, value) }
  }

  /// Writes an object.
  package mutating func object(_ write: (inout JSONWriter) -> Void) {
    beginObject()
    write(&self)
    endObject()
  }
}
