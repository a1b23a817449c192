package import JSON

/// A compiled schema of JSON Schema 2020-12. Compiled once, it judges any number of values, on any number of threads.
///
/// Every keyword of the draft's vocabularies is understood; the `content…` keywords are annotations and judge nothing, and
/// so does `format` unless asked for, as the draft says by default. Patterns are those of ``Pattern``. A word in a schema that is no keyword is an
/// error, because a mistyped keyword would silently allow everything.
package struct JSONSchema: Sendable {
  let nodes: [SchemaNode]
  /// Whether the way that led to a schema matters.
  let hasDynamicReferences: Bool

  /// Compiles a schema.
  ///
  /// - Parameters:
  ///   - document: The document whose root is the schema.
  ///   - address: The address that relative references in it are resolved against, where it has no `$id`.
  ///   - library: Documents that it may refer to, by address. Nothing is fetched.
  ///   - allowsUnknownKeywords: Whether words that are no keywords are passed over, as the draft has it.
  ///   - assertsFormats: Whether strings must have the `format` that the schema names; a format that is not known is a
  ///     fault of the schema then.
  /// - Throws: The first fault of the schema.
  package init(
    _ document: JSONValue, address: String = "", library: [(address: String, value: JSONValue)] = [],
    allowsUnknownKeywords: Bool = false, assertsFormats: Bool = false
  ) throws(SchemaError) {
    nodes = try SchemaCompiler.compile(
      document, at: address, library: library,
      options: .init(allowsUnknownKeywords: allowsUnknownKeywords, assertsFormats: assertsFormats))
    hasDynamicReferences = nodes.contains { $0.applied?.dynamicReference?.anchors.isEmpty == false }
  }

  /// Whether a value is valid.
  package func isValid(_ value: JSONValue) -> Bool {
    var evaluation = SchemaEvaluation(schema: self, isCollecting: false)
    return evaluation.judge(value)
  }

  /// What is wrong with a value; nothing for a valid one.
  package func faults(in value: JSONValue) -> [SchemaFault] {
    if isValid(value) { return [] }
    var evaluation = SchemaEvaluation(schema: self, isCollecting: true)
    _ = evaluation.judge(value)
    return evaluation.faults
  }
}

/// Something in a value that a schema does not allow.
package struct SchemaFault: Hashable, Sendable {
  /// The keyword that is violated.
  package let keyword: String
  /// The JSON pointer to the value, empty for the whole.
  package let pointer: String
  /// Where in the schema the keyword stands: `#` and a JSON pointer, before it the address of another document.
  package let place: String
  /// The sentence for people.
  package let reason: String

  /// The stable id: `schema-` and the keyword, in words joined by hyphens.
  package var id: String {
    var id = "schema-"
    for scalar in keyword.unicodeScalars {
      if scalar.properties.isUppercase { id += "-" }
      id += scalar.properties.lowercaseMapping
    }
    return id
  }
}
