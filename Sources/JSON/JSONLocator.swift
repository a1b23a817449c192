extension JSONParser {
  /// Where the value at the end of a path begins.
  ///
  ///     JSONParser.offset(of: ["a", "1"], in: #"{"a": [1, true]}"#.utf8)  // 10
  ///
  /// - Parameters:
  ///   - path: The keys of objects and the indices of arrays, from 0, that lead to the value.
  ///   - bytes: A JSON text.
  /// - Returns: Bytes from 0; nil where the path leads nowhere or the text is none up to there.
  package static func offset(of path: [String], in bytes: some Collection<UInt8>) -> Int? {
    let result = bytes.withContiguousStorageIfAvailable { buffer in
      var cursor = JSONCursor(UnsafeRawBufferPointer(buffer), depthLimit, true)
      return cursor.offset(of: path[...])
    }
    return result ?? offset(of: path, in: Array(bytes))
  }

  /// The line and column of a byte.
  ///
  /// - Returns: Both from 1, the column in bytes.
  package static func place(of offset: Int, in bytes: some Collection<UInt8>) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      column += 1
      if byte == 0x0A { (line, column) = (line + 1, 1) }
    }
    return (line, column)
  }
}

extension JSONCursor {
  fileprivate mutating func offset(of path: ArraySlice<String>) -> Int? {
    skipSpaces()
    guard let step = path.first else { return position }
    do throws(Fault) {
      switch byte {
      case UInt8(ascii: "{"): try enterMember(step)
      case UInt8(ascii: "["): try enterElement(step)
      default: return nil
      }
    } catch {
      return nil
    }
    return offset(of: path.dropFirst())
  }

  /// Goes to the value of a key of the object at the position.
  private mutating func enterMember(_ wanted: String) throws(Fault) {
    position += 1
    while true {
      skipSpaces()
      guard byte == UInt8(ascii: "\"") else { throw unexpected }
      let key = try string()
      skipSpaces()
      guard byte == UInt8(ascii: ":") else { throw unexpected }
      position += 1
      if key.hasSameBytes(as: wanted) { return }
      try skipValue()
    }
  }

  /// Goes to an element of the array at the position.
  private mutating func enterElement(_ wanted: String) throws(Fault) {
    position += 1
    guard let index = Int(wanted) else { throw unexpected }
    for _ in 0..<index { try skipValue() }
  }

  /// Goes past a value and the comma after it.
  private mutating func skipValue() throws(Fault) {
    skipSpaces()
    _ = try value(depth: 0)
    skipSpaces()
    guard byte == UInt8(ascii: ",") else { throw unexpected }
    position += 1
  }
}
