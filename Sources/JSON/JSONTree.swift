/// A JSON document to be written: keys keep the order they are given in.
///
/// For small documents such as schemas and manifests; records are streamed through ``JSONWriter``.
package indirect enum JSONTree: Hashable, Sendable {
  /// A key and its value.
  package struct Member: Hashable, Sendable {
    /// The key.
    package var key: String
    /// The value.
    package var value: JSONTree

    /// Makes a member.
    package init(_ key: String, _ value: JSONTree) {
      self.key = key
      self.value = value
    }
  }

  case null
  case boolean(Bool)
  case integer(Int)
  case string(String)
  case array([JSONTree])
  case members([Member])

  /// Makes an object of keys and values; a nil value leaves its key out.
  package static func object(_ members: KeyValuePairs<String, JSONTree?>) -> JSONTree {
    .members(members.compactMap { member in member.value.map { Member(member.key, $0) } })
  }

  /// Makes an array of strings.
  package static func strings(_ texts: some Sequence<String>) -> JSONTree {
    .array(texts.map { .string($0) })
  }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral
{
  package init(arrayLiteral elements: JSONTree...) {
    self = .array(elements)
  }

  package init(stringLiteral text: String) {
    self = .string(text)
  }

  package init(integerLiteral number: Int) {
    self = .integer(number)
  }

  package init(booleanLiteral value: Bool) {
    self = .boolean(value)
  }
}

extension JSONTree {
  /// The document for people: two spaces a level, arrays of scalars on one line, a line feed at the end.
  package func pretty() -> [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, level: 0)
    bytes.append(0x0A)
    return bytes
  }

  private func append(to bytes: inout [UInt8], level: Int) {
    switch self {
    case .null: bytes += "null".utf8
    case .boolean(let value): bytes += value ? "true".utf8 : "false".utf8
    case .integer(let number): JSONWriter.append(integer: number, to: &bytes)
    case .string(let text): JSONWriter.append(string: text, to: &bytes)
    case .array(let values): Self.append(array: values, to: &bytes, level: level)
    case .members(let members): Self.append(members, to: &bytes, level: level)
    }
  }

  private static func append(array values: [JSONTree], to bytes: inout [UInt8], level: Int) {
    let inline = values.allSatisfy(\.isScalar)
    bytes.append(0x5B)
    for (index, value) in values.enumerated() {
      if index > 0 { bytes += inline ? ", ".utf8 : ",".utf8 }
      if !inline { breakLine(&bytes, level: level + 1) }
      value.append(to: &bytes, level: level + 1)
    }
    if !inline { breakLine(&bytes, level: level) }
    bytes.append(0x5D)
  }

  private static func append(_ members: [Member], to bytes: inout [UInt8], level: Int) {
    bytes.append(0x7B)
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      breakLine(&bytes, level: level + 1)
      JSONWriter.append(string: member.key, to: &bytes)
      bytes += ": ".utf8
      member.value.append(to: &bytes, level: level + 1)
    }
    if !members.isEmpty { breakLine(&bytes, level: level) }
    bytes.append(0x7D)
  }

  private static func breakLine(_ bytes: inout [UInt8], level: Int) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * level))
  }

  private var isScalar: Bool {
    switch self {
    case .array, .members: false
    default: true
    }
  }
}
