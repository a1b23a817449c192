/// Reads JSON texts: RFC 8259 to the letter.
///
/// Refused, beyond what the grammar refuses: a byte order mark, bytes that are not UTF-8, escapes that are half of a
/// surrogate pair, an object with the same key twice (by bytes, after unescaping) unless allowed, nesting beyond a limit.
package enum JSONParser {
  /// The depth of arrays and objects that is read where the caller names none.
  package static let depthLimit = 512

  /// Reads one JSON text; nothing but white space may stand around its value.
  ///
  ///     try JSONParser.parse(#"{"a": [1, true]}"#.utf8)["a"]?[0]?.int  // 1
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - depthLimit: How many arrays and objects may be inside each other.
  ///   - allowsDuplicateKeys: Whether an object may have a key twice, as the grammar allows.
  /// - Throws: The first fault.
  /// - Complexity: O(*n*) in the number of bytes.
  package static func parse(
    _ bytes: some Collection<UInt8>, depthLimit: Int = depthLimit, allowsDuplicateKeys: Bool = false
  ) throws(JSONError) -> JSONValue {
    let result = bytes.withContiguousStorageIfAvailable { buffer in
      parse(JSONCursor(UnsafeRawBufferPointer(buffer), depthLimit, allowsDuplicateKeys))
    }
    if let result { return try result.get() }
    return try parse(Array(bytes), depthLimit: depthLimit, allowsDuplicateKeys: allowsDuplicateKeys)
  }

  private static func parse(_ start: JSONCursor) -> Result<JSONValue, JSONError> {
    var cursor = start
    do throws(JSONCursor.Fault) {
      return .success(try cursor.document())
    } catch {
      return .failure(JSONError(error.kind, at: error.offset, in: cursor.text))
    }
  }
}

/// A place in a JSON text, moving forward.
struct JSONCursor {
  /// What is wrong and at which byte; line and column are counted only for the one that is reported.
  struct Fault: Error {
    var kind: JSONError.Kind
    var offset: Int
  }

  let text: UnsafeRawBufferPointer
  let depthLimit: Int
  let allowsDuplicateKeys: Bool
  var position = 0
  /// The unescaped bytes of the last string that had escapes.
  var unescaped: [UInt8] = []
  /// Hashes of the keys of the objects that are open, the innermost last.
  private var keyHashes: [UInt64] = []

  init(_ text: UnsafeRawBufferPointer, _ depthLimit: Int, _ allowsDuplicateKeys: Bool) {
    self.text = text
    self.depthLimit = depthLimit
    self.allowsDuplicateKeys = allowsDuplicateKeys
  }

  /// The byte at the position; zero, which no text may hold outside of strings, at the end.
  @inline(__always) var byte: UInt8 {
    position < text.count ? text[position] : 0
  }

  /// What to throw where the byte at the position cannot stand.
  var unexpected: Fault {
    Fault(kind: position < text.count ? .unexpectedByte : .unexpectedEnd, offset: position)
  }

  @inline(__always) mutating func skipSpaces() {
    while position < text.count {
      switch text[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  mutating func document() throws(Fault) -> JSONValue {
    skipSpaces()
    let value = try value(depth: 0)
    skipSpaces()
    guard position == text.count else { throw Fault(kind: .trailingContent, offset: position) }
    return value
  }

  mutating func value(depth: Int) throws(Fault) -> JSONValue {
    switch byte {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    default: throw unexpected
    }
  }

  private mutating func literal(_ name: StaticString, _ value: JSONValue) throws(Fault) -> JSONValue {
    let end = position + name.utf8CodeUnitCount
    for index in position..<min(end, text.count) where text[index] != name.utf8Start[index - position] {
      throw Fault(kind: .invalidLiteral, offset: position)
    }
    guard end <= text.count else { throw Fault(kind: .unexpectedEnd, offset: text.count) }
    position = end
    return value
  }

  private mutating func array(depth: Int) throws(Fault) -> JSONValue {
    guard depth <= depthLimit else { throw Fault(kind: .tooDeep, offset: position) }
    position += 1
    skipSpaces()
    var elements: [JSONValue] = []
    if byte == UInt8(ascii: "]") {
      position += 1
      return .array(elements)
    }
    while true {
      elements.append(try value(depth: depth))
      skipSpaces()
      let next = byte
      guard next == UInt8(ascii: ",") || next == UInt8(ascii: "]") else { throw unexpected }
      position += 1
      if next == UInt8(ascii: "]") { return .array(elements) }
      skipSpaces()
    }
  }

  private mutating func object(depth: Int) throws(Fault) -> JSONValue {
    guard depth <= depthLimit else { throw Fault(kind: .tooDeep, offset: position) }
    position += 1
    skipSpaces()
    var members: [JSONMember] = []
    if byte == UInt8(ascii: "}") {
      position += 1
      return .object(members)
    }
    let mark = keyHashes.count
    defer { keyHashes.removeLast(keyHashes.count - mark) }
    var keys: Set<JSONKey> = []
    while true {
      guard byte == UInt8(ascii: "\"") else { throw unexpected }
      let start = position
      let key = try key(of: members, from: mark, &keys, at: start)
      skipSpaces()
      guard byte == UInt8(ascii: ":") else { throw unexpected }
      position += 1
      skipSpaces()
      members.append(JSONMember(key: key, value: try value(depth: depth)))
      skipSpaces()
      let next = byte
      guard next == UInt8(ascii: ",") || next == UInt8(ascii: "}") else { throw unexpected }
      position += 1
      if next == UInt8(ascii: "}") { return .object(members) }
      skipSpaces()
    }
  }

  /// Reads a key and refuses it where the members have it already: small objects by comparing hashes one by one, large
  /// ones with a set.
  private mutating func key(
    of members: [JSONMember], from mark: Int, _ keys: inout Set<JSONKey>, at start: Int
  ) throws(Fault) -> String {
    let key = try string()
    if allowsDuplicateKeys { return key }
    let isNew: Bool
    if members.count < 32 {
      let hash = Self.quickHash(key)
      var unseen = true
      for index in mark..<keyHashes.count where keyHashes[index] == hash {
        if members[index - mark].key.hasSameBytes(as: key) { unseen = false }
      }
      keyHashes.append(hash)
      isNew = unseen
    } else {
      if keys.isEmpty { keys = Set(members.map { JSONKey($0.key) }) }
      isNew = keys.insert(JSONKey(key)).inserted
    }
    guard isNew else { throw Fault(kind: .duplicateKey, offset: start) }
    return key
  }

  /// The length and the first and last eight bytes, mixed: keys that differ mostly differ there.
  private static func quickHash(_ key: String) -> UInt64 {
    let hash = key.utf8.withContiguousStorageIfAvailable { buffer -> UInt64 in
      let bytes = UnsafeRawBufferPointer(buffer)
      var first: UInt64 = 0
      var last: UInt64 = 0
      if bytes.count >= 8 {
        first = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        last = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      } else {
        for byte in bytes { first = first << 8 | UInt64(byte) }
      }
      return (first &* 0x9E37_79B9_7F4A_7C15) ^ last ^ (UInt64(bytes.count) << 56)
    }
    return hash ?? UInt64(key.utf8.count)
  }
}
