import EventModel
import JSON
import Testing

@testable import Validators

@Suite struct JSONSchemaTests {
  /// A schema in the manner of a record of events.
  static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "event", "type": "object", "additionalProperties": false, "required": ["id", "mode"],
      "properties": {
        "id": {"$ref": "#/$defs/id"},
        "mode": {"anyOf": [{"enum": ["phone", "visit"]}, {"type": "null"}]},
        "count": {"type": "integer", "minimum": 1, "maximum": 99, "multipleOf": 3},
        "names": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"type": "string", "minLength": 1}},
        "place": {"anyOf": [{"$ref": "#/$defs/place"}, {"type": "null"}]},
        "a/b": {"const": true}
      },
      "if": {"properties": {"mode": {"const": "visit"}}}, "then": {"required": ["place"]},
      "$defs": {
        "id": {"type": "string", "pattern": "^evt-[0-9]{4}$"},
        "place": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "maxLength": 5}}}
      }
    }
    """#

  private func schema(_ text: String = text) throws -> JSONSchema {
    try JSONSchema(JSONParser.parse(text.utf8))
  }

  /// Where a stack is small, a circle must end before it does.
  @Test func schemasThatApplyEachOtherInACircleAreAFault() throws {
    let circle = try schema(
      ##"{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"}"##)
    let faults = try circle.faults(in: JSONParser.parse("1".utf8))
    #expect(faults.map(\.id) == ["schema-$ref"] && faults[0].reason.contains("circle"))
  }

  @Test func schemasMayApplyThemselvesToWhatIsNested() throws {
    let nested = try schema(##"{"type": "array", "items": {"$ref": "#"}}"##)
    let depth = 100
    let value = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(try nested.isValid(JSONParser.parse(value.utf8)))
  }

  @Test(arguments: [
    #"{"id": "evt-0001", "mode": "phone"}"#,
    #"{"mode": null, "id": "evt-0001", "count": 3.0, "names": ["ب"], "place": null, "a/b": true}"#,
    #"{"id": "evt-0001", "mode": "visit", "place": {"name": "بيروت"}}"#,
  ])
  func validValuesHaveNoFaults(text: String) throws {
    let value = try JSONParser.parse(text.utf8)
    #expect(try schema().isValid(value))
    #expect(try schema().faults(in: value).isEmpty)
  }

  @Test(arguments: [
    ("[]", "", "schema-type"), (#"{"mode": null}"#, "", "schema-required"),
    (#"{"id": "evt-1", "mode": null}"#, "/id", "schema-pattern"),
    (#"{"id": "evt-0001", "mode": "smoke"}"#, "/mode", "schema-enum"),
    (#"{"id": "evt-0001", "mode": null, "x": 1}"#, "", "schema-additional-properties"),
    (#"{"id": "evt-0001", "mode": null, "count": 0}"#, "/count", "schema-minimum"),
    (#"{"id": "evt-0001", "mode": null, "count": 102}"#, "/count", "schema-maximum"),
    (#"{"id": "evt-0001", "mode": null, "count": 4}"#, "/count", "schema-multiple-of"),
    (#"{"id": "evt-0001", "mode": null, "count": 3.5}"#, "/count", "schema-type"),
    (#"{"id": "evt-0001", "mode": null, "names": []}"#, "/names", "schema-min-items"),
    (#"{"id": "evt-0001", "mode": null, "names": ["a", "a"]}"#, "/names", "schema-unique-items"),
    (#"{"id": "evt-0001", "mode": null, "names": ["a", ""]}"#, "/names/1", "schema-min-length"),
    (#"{"id": "evt-0001", "mode": "visit"}"#, "", "schema-required"),
    (#"{"id": "evt-0001", "mode": null, "place": {"name": "القاهرة"}}"#, "/place/name", "schema-max-length"),
    (#"{"id": "evt-0001", "mode": null, "place": {}}"#, "/place", "schema-required"),
    (#"{"id": "evt-0001", "mode": null, "place": 5}"#, "/place", "schema-any-of"),
    (#"{"id": "evt-0001", "mode": null, "a/b": false}"#, "/a~1b", "schema-enum"),
  ])
  func aFaultIsNamedWhereItStands(text: String, pointer: String, id: String) throws {
    let value = try JSONParser.parse(text.utf8)
    #expect(try !schema().isValid(value))
    let faults = try schema().faults(in: value)
    #expect(faults.first?.pointer == pointer)
    #expect(faults.first?.id == id)
    #expect(faults.allSatisfy { !$0.reason.isEmpty })
  }

  @Test func everyFaultOfAValueIsFound() throws {
    let value = try JSONParser.parse(#"{"id": 5, "mode": "x", "count": 0, "extra": 1}"#.utf8)
    #expect(try schema().faults(in: value).map(\.pointer) == ["/id", "/mode", "/count", ""])
  }

  @Test(arguments: [
    (#"{"typo": 1}"#, SchemaError.Kind.unknownKeyword), (#"{"properties": {"a": {"requird": []}}}"#, .unknownKeyword),
    (#"{"type": "text"}"#, .malformed), (#"{"minLength": -1}"#, .malformed), (#"{"required": ["a", "a"]}"#, .malformed),
    (#"{"allOf": []}"#, .malformed), (#"{"multipleOf": 0}"#, .malformed), (#"{"items": 3}"#, .malformed),
    (##"{"$ref": "#/$defs/none"}"##, .unresolvedReference), (#"{"$ref": "other.json"}"#, .unresolvedReference),
    (#"{"pattern": "(?=a)"}"#, .unsupportedPattern),
    (#"{"$schema": "http://json-schema.org/draft-07/schema#"}"#, .unsupportedDialect),
    (#"{"$defs": {"a": {"$id": "urn:x"}, "b": {"$id": "urn:x"}}}"#, .duplicateAddress),
  ])
  func aSchemaThatCannotBeUsedSaysWhy(text: String, kind: SchemaError.Kind) throws {
    let error = #expect(throws: SchemaError.self) { try schema(text) }
    #expect(error?.kind == kind)
  }

  @Test func schemasOfALibraryAreFoundByAddress() throws {
    let other = try JSONParser.parse(#"{"$defs": {"x": {"$anchor": "x", "type": "integer"}}}"#.utf8)
    let root = try JSONParser.parse(#"{"items": {"$ref": "other#x"}}"#.utf8)
    let schema = try JSONSchema(root, address: "urn-like://a/root", library: [("urn-like://a/other", other)])
    #expect(try schema.isValid(JSONParser.parse("[1]".utf8)))
    #expect(try schema.faults(in: JSONParser.parse("[1,\"\"]".utf8)).map(\.pointer) == ["/1"])
  }

  @Test func aCircleOfReferencesEnds() throws {
    let schema = try schema(##"{"$ref": "#"}"##)
    #expect(!schema.isValid(.null))
  }
}

@Suite struct JSONLinesValidatorTests {
  private func validator(limit: Int = 100) throws -> JSONLinesValidator {
    try JSONLinesValidator(schema: JSONSchema(JSONParser.parse(JSONSchemaTests.text.utf8)), limit: limit)
  }

  @Test func faultsNameFileLineAndReason() throws {
    let folder = try TemporaryFolder()
    let good = #"{"id":"evt-0001","mode":"phone"}"#
    let path = try folder.write(
      "events.jsonl", [good, "{\"id\":}", good, "", #"{"id":"evt-0002","mode":"x"}"#].joined(separator: "\n"))
    let report = try validator().validate(path: path, name: "events.jsonl")
    #expect(report.records == 5)
    #expect(report.diagnostics.map(\.line) == [2, 4, 5])
    #expect(report.diagnostics.map(\.id) == ["json-unexpected-byte", "json-unexpected-end", "schema-enum"])
    let last =
      #"events.jsonl:5:25: error: at /mode: must be "phone", "visit" (record 5, evt-0002, "#
      + "#/properties/mode/anyOf/0/enum) [schema-enum]"
    #expect(report.diagnostics.last?.description == last)
  }

  @Test func oneJobOrManyGiveTheSameReport() async throws {
    let folder = try TemporaryFolder()
    var lines = (0..<60_000).map { #"{"id":"evt-\#(1000 + $0 % 9000)","mode":"phone"}"# }
    lines[59_000] = "{}"
    lines[59_999] = "5"
    let path = try folder.write("events.jsonl", lines.joined(separator: "\n") + "\n")
    let one = try validator().validate(path: path)
    let many = try await validator().validate(path: path, jobs: 4)
    #expect(one == many)
    #expect(one.records == 60_000)
    #expect(one.diagnostics.map(\.line) == [59_001, 59_001, 59_001, 60_000])
  }

  @Test func onlyTheFirstDiagnosticsAreKept() throws {
    let bytes = Array(String(repeating: "5\n", count: 50).utf8)
    let report = try validator(limit: 7).validate(bytes, name: "x")
    #expect(report.diagnostics.count == 7)
    #expect(report.omitted == 43)
    #expect(!report.isValid)
    let folder = try TemporaryFolder()
    let path = try folder.write("x.jsonl", String(repeating: "5\n", count: 50))
    #expect(try validator(limit: 7).validate(path: path, name: "x") == report)
  }

  @Test func aMissingFileIsReported() throws {
    #expect(try validator().validate(path: "/nonexistent/x").diagnostics.map(\.id) == ["file-unreadable"])
  }
}
