/// The keywords of JSON Schema 2020-12, by what their values hold.
enum SchemaKeyword {
  /// What stands in a keyword's value.
  enum Shape {
    /// A schema.
    case schema
    /// An array of schemas.
    case schemas
    /// An object whose values are schemas.
    case schemaMap
    /// A statement about values, with no schema in it.
    case assertion
    /// Something that no value is judged by.
    case annotation
  }

  /// The shape of a keyword; nil for what is no keyword.
  static func shape(_ keyword: String) -> Shape? {
    switch keyword {
    case "additionalProperties", "contains", "contentSchema", "else", "if", "items", "not", "propertyNames", "then",
      "unevaluatedItems", "unevaluatedProperties":
      .schema
    case "allOf", "anyOf", "oneOf", "prefixItems": .schemas
    case "$defs", "definitions", "dependentSchemas", "patternProperties", "properties": .schemaMap
    case "const", "dependentRequired", "enum", "exclusiveMaximum", "exclusiveMinimum", "maxContains", "maximum",
      "maxItems", "maxLength", "maxProperties", "minContains", "minimum", "minItems", "minLength", "minProperties",
      "multipleOf", "pattern", "required", "type", "uniqueItems":
      .assertion
    case "$anchor", "$comment", "$dynamicAnchor", "$dynamicRef", "$id", "$ref", "$schema", "$vocabulary",
      "contentEncoding", "contentMediaType", "default", "deprecated", "description", "examples", "format", "readOnly",
      "title", "writeOnly":
      .annotation
    default: nil
    }
  }
}

/// Why a schema cannot be used.
package struct SchemaError: Error, Hashable, Sendable {
  /// What is wrong. The raw value is the stable id.
  package enum Kind: String, Sendable {
    case unknownKeyword = "schema-unknown-keyword"
    case malformed = "schema-malformed"
    case unresolvedReference = "schema-unresolved-reference"
    case unsupportedDialect = "schema-unsupported-dialect"
    case unsupportedPattern = "schema-unsupported-pattern"
    case unsupportedFormat = "schema-unsupported-format"
    case duplicateAddress = "schema-duplicate-address"
  }

  /// What is wrong.
  package let kind: Kind
  /// Where in its document: the document's address, `#`, and a JSON pointer.
  package let place: String
  /// The sentence for people.
  package let reason: String
}
