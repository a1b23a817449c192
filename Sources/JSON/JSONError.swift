package import EventModel

/// Why bytes are no JSON text, and where.
package struct JSONError: Error, Hashable, Sendable {
  /// What is wrong. The raw value is the stable id.
  package enum Kind: String, Sendable, CaseIterable {
    case unexpectedEnd = "json-unexpected-end"
    case unexpectedByte = "json-unexpected-byte"
    case invalidLiteral = "json-invalid-literal"
    case invalidNumber = "json-invalid-number"
    case controlCharacter = "json-control-character"
    case invalidEscape = "json-invalid-escape"
    /// A `\u` escape that is half of a surrogate pair without the other half: it names no character, and UTF-8 cannot
    /// hold it.
    case loneSurrogate = "json-lone-surrogate"
    case invalidUTF8 = "json-invalid-utf8"
    case duplicateKey = "json-duplicate-key"
    case tooDeep = "json-too-deep"
    case trailingContent = "json-trailing-content"
  }

  /// What is wrong.
  package let kind: Kind
  /// Where, in bytes from 0.
  package let offset: Int
  /// The line, from 1.
  package let line: Int
  /// The column, in bytes from 1.
  package let column: Int

  /// Makes an error at an offset of a text.
  init(_ kind: Kind, at offset: Int, in text: UnsafeRawBufferPointer) {
    self.kind = kind
    self.offset = offset
    let before = text[..<offset]
    line = before.count { $0 == UInt8(ascii: "\n") } + 1
    column = offset - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0) + 1
  }
}

extension JSONError {
  /// The error as a diagnostic.
  ///
  /// - Parameters:
  ///   - file: The file, as the user named it.
  ///   - record: For a text that is one line of a file of lines, its number from 1: it becomes the line too.
  package func diagnostic(file: String?, record: Int? = nil) -> Diagnostic {
    Diagnostic(
      kind.rawValue, reason, file: file, line: record.map { $0 + line - 1 } ?? line, column: column, record: record,
      byte: record == nil ? offset : nil)
  }

  /// The sentence for people.
  private var reason: String {
    switch kind {
    case .unexpectedEnd: "the JSON text ends too early"
    case .unexpectedByte: "this byte cannot stand here in a JSON text"
    case .invalidLiteral: "neither true nor false nor null"
    case .invalidNumber: "not a JSON number"
    case .controlCharacter: "a control character in a string must be escaped"
    case .invalidEscape: "no such escape in a JSON string"
    case .loneSurrogate: "an escape is half of a surrogate pair and the other half is missing"
    case .invalidUTF8: "the string is not UTF-8"
    case .duplicateKey: "the object has this key already"
    case .tooDeep: "arrays and objects are nested too deep"
    case .trailingContent: "something follows the JSON value"
    }
  }
}
