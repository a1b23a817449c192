/// A JSON value.
///
/// Equality is that of JSON Schema: numbers are equal where their mathematical values are (`1`, `1.0` and `10e-1`),
/// strings where their UTF-8 bytes are (Swift's own `==` takes canonically equivalent strings for equal), objects where
/// they have equal members in any order.
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  /// Members in the order of the text, no two with the same key.
  case object([JSONMember])
}

/// One member of an object.
package struct JSONMember: Sendable {
  /// The key, unescaped.
  package var key: String
  /// The value.
  package var value: JSONValue

  /// Makes a member.
  package init(key: String, value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONValue {
  /// The value of the member whose key has the same UTF-8 bytes; nil where there is none or this is no object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key.hasSameBytes(as: key) }?.value
  }

  /// The element at an index from 0; nil where there is none or this is no array.
  package subscript(index: Int) -> JSONValue? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// Whether this is `null`.
  package var isNull: Bool {
    if case .null = self { true } else { false }
  }

  /// The truth value; nil where this is none.
  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The number; nil where this is none.
  package var number: JSONNumber? {
    if case .number(let value) = self { value } else { nil }
  }

  /// The integer; nil where this is no number, no integer, or does not fit.
  package var int: Int? {
    number?.int
  }

  /// The nearest double; nil where this is no number.
  package var double: Double? {
    number?.double
  }

  /// The string; nil where this is none.
  package var string: String? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The elements; nil where this is no array.
  package var array: [JSONValue]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The members; nil where this is no object.
  package var object: [JSONMember]? {
    if case .object(let value) = self { value } else { nil }
  }
}
