import Foundation
import JSON
import Testing

@testable import Validators

/// The required tests of the public suite, read where the environment variable `ISNAD_SUITES` names a folder that holds it.
@Suite struct JSONSchemaSuiteTests {
  private static var folder: URL? {
    ProcessInfo.processInfo.environment["ISNAD_SUITES"].map { URL(filePath: $0).appending(path: "json-schema") }
  }

  /// The suite's own documents, at the addresses it gives them, and a schema of schemas.
  private static func library(_ folder: URL) throws -> [(address: String, value: JSONValue)] {
    let remotes = folder.appending(path: "remotes")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: remotes.path).filter { $0.hasSuffix(".json") }
    var library = try paths.sorted().map { path in
      ("http://localhost:1234/" + path, try parse(remotes.appending(path: path)))
    }
    library.append((SchemaIndex.dialect, try JSONParser.parse(schemaOfSchemas.utf8)))
    return library
  }

  private static func parse(_ file: URL) throws -> JSONValue {
    try JSONParser.parse([UInt8](Data(contentsOf: file)))
  }

  @Test(.enabled(if: JSONSchemaSuiteTests.folder != nil, "ISNAD_SUITES names no folder of suites"))
  func everyRequiredTestOfThePublicSuitePasses() throws {
    let folder = try #require(Self.folder)
    let library = try Self.library(folder)
    let tests = folder.appending(path: "tests/draft2020-12")
    var count = 0
    var failures: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: tests.path).sorted() {
      guard name.hasSuffix(".json") else { continue }
      for group in try Self.parse(tests.appending(path: name)).array ?? [] {
        let title = "\(name): \(group["description"]?.string ?? "")"
        let cases = group["tests"]?.array ?? []
        count += cases.count
        do {
          let schema = try JSONSchema(
            try #require(group["schema"]), address: "http://localhost:1234/root.json", library: library,
            allowsUnknownKeywords: true)
          for test in cases {
            let data = try #require(test["data"])
            let expected = test["valid"]?.bool
            if schema.isValid(data) != expected || schema.faults(in: data).isEmpty != expected {
              failures.append("\(title): \(test["description"]?.string ?? "")")
            }
          }
        } catch {
          failures += cases.map { "\(title): \($0["description"]?.string ?? ""): \(error)" }
        }
      }
    }
    print("JSON Schema 2020-12: \(count - failures.count) of \(count) required tests pass")
    #expect(count == 1299)
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  /// What the suite needs of the schema of schemas: the types of the keywords, applied to every schema in a schema.
  private static let schemaOfSchemas = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "https://json-schema.org/draft/2020-12/schema",
      "$dynamicAnchor": "meta",
      "type": ["object", "boolean"],
      "properties": {
        "$id": {"type": "string"}, "$ref": {"type": "string"}, "$defs": {"$ref": "#/$defs/schemas"},
        "properties": {"$ref": "#/$defs/schemas"}, "patternProperties": {"$ref": "#/$defs/schemas"},
        "dependentSchemas": {"$ref": "#/$defs/schemas"},
        "additionalProperties": {"$dynamicRef": "#meta"}, "items": {"$dynamicRef": "#meta"},
        "not": {"$dynamicRef": "#meta"}, "contains": {"$dynamicRef": "#meta"},
        "allOf": {"type": "array", "items": {"$dynamicRef": "#meta"}},
        "type": {"anyOf": [{"$ref": "#/$defs/type"}, {"type": "array", "items": {"$ref": "#/$defs/type"}}]},
        "minLength": {"$ref": "#/$defs/count"}, "maxLength": {"$ref": "#/$defs/count"},
        "minItems": {"$ref": "#/$defs/count"}, "maxItems": {"$ref": "#/$defs/count"},
        "minProperties": {"$ref": "#/$defs/count"}, "maxProperties": {"$ref": "#/$defs/count"},
        "minimum": {"type": "number"}, "maximum": {"type": "number"}, "pattern": {"type": "string"}
      },
      "$defs": {
        "schemas": {"type": "object", "additionalProperties": {"$dynamicRef": "#meta"}},
        "count": {"type": "integer", "minimum": 0},
        "type": {"enum": ["array", "boolean", "integer", "null", "number", "object", "string"]}
      }
    }
    """#
}
