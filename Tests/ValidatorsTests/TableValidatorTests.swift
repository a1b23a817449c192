import EventModel
import JSON
import Testing

@testable import Validators

@Suite struct TableValidatorTests {
  private static let people = #"""
    {
      "fields": [
        {"name": "id", "type": "string", "constraints": {"required": true, "pattern": "p[0-9]"}},
        {"name": "name", "type": "string", "constraints": {"unique": true, "minLength": 2, "maxLength": 4}},
        {"name": "born", "type": "date", "constraints": {"minimum": "1900-01-01"}},
        {"name": "age", "type": "integer", "constraints": {"minimum": 0, "maximum": 150}},
        {"name": "share", "type": "number", "constraints": {"maximum": 1}},
        {"name": "alive", "type": "boolean"},
        {"name": "kind", "type": "any", "constraints": {"enum": ["a", "b"]}},
        {"name": "parent"}
      ],
      "missingValues": ["", "-"], "primaryKey": "id",
      "foreignKeys": [{"fields": "parent", "reference": {"resource": "", "fields": "id"}}]
    }
    """#
  private static let pets = #"""
    {
      "fields": [{"name": "owner", "type": "string"}, {"name": "number", "type": "integer"}],
      "primaryKey": ["owner", "number"],
      "foreignKeys": [{"fields": ["owner"], "reference": {"resource": "people", "fields": ["id"]}}]
    }
    """#
  private static let header = "id,name,born,age,share,alive,kind,parent\r\n"
  private static let first = "p1,\"علي\",1980-02-29,44,0.5,true,a,p2\r\np2,,,,,,,-\r\n"

  private func validate(_ people: String, _ pets: String = "owner,number\n", limit: Int = 100) throws
    -> ValidationReport
  {
    let folder = try TemporaryFolder()
    return TableValidator.validate(
      [
        Table(
          name: "pets", path: try folder.write("pets.csv", pets), file: "pets.csv",
          schema: try TableSchema(JSONParser.parse(Self.pets.utf8))),
        Table(
          name: "people", path: try folder.write("people.csv", people), file: "people.csv",
          schema: try TableSchema(JSONParser.parse(Self.people.utf8))),
      ], limit: limit)
  }

  @Test func goodTablesHaveNoFaults() throws {
    let report = try validate("\u{FEFF}" + Self.header + Self.first, "owner,number\np1,1\np1,2\n")
    #expect(report.diagnostics == [])
    #expect(report.records == 4)
  }

  @Test(
    arguments: [
      ("x1,,,,,,,", "table-pattern", 1), (",,,,,,,", "table-required", 1), ("p3,x,,,,,,", "table-min-length", 4),
      ("p3,خمسةة,,,,,,", "table-max-length", 4), ("p3,علي,,,,,,", "table-unique", 4),
      ("p3,,1981-02-29,,,,,", "table-type", 5), ("p3,,1899-12-31,,,,,", "table-minimum", 5),
      ("p3,,1980-2-1,,,,,", "table-type", 5), ("p3,,,x,,,,", "table-type", 6), ("p3,,,1.0,,,,", "table-type", 6),
      ("p3,,,-1,,,,", "table-minimum", 6), ("p3,,,151,,,,", "table-maximum", 6), ("p3,,,,1.01,,,", "table-maximum", 7),
      ("p3,,,,0x1,,,", "table-type", 7), ("p3,,,,,yes,,", "table-type", 8), ("p3,,,,,,c,", "table-enum", 9),
      ("p3,,,,,,,p9", "table-foreign-key", 10), ("p1,,,,,,,", "table-primary-key", 1), ("p3,,,", "table-row", nil),
      ("p3,\"a\"b,,,,,,", "csv-text-after-quote", 7),
    ] as [(String, String, Int?)])
  func aFaultIsReportedAtItsLineColumnAndRow(row: String, id: String, column: Int?) throws {
    let report = try validate(Self.header + Self.first + row + "\r\n")
    let fault = try #require(report.diagnostics.first)
    #expect(fault.id == id)
    #expect(fault.file == "people.csv")
    #expect(fault.line == 4)
    #expect(fault.column == column)
    #expect(fault.record == (id.hasPrefix("csv") ? nil : 3))
  }

  @Test func bytesThatAreNotUTF8AreRefused() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("pets.csv", Array("owner,number\n".utf8) + [0xC3, 0x2C, 0xA9, 0x0A])
    let schema = try TableSchema(JSONParser.parse(#"{"fields": [{"name": "owner"}, {"name": "number"}]}"#.utf8))
    let report = TableValidator.validate([Table(name: "pets", path: path, file: "pets.csv", schema: schema)])
    #expect(report.diagnostics.map(\.id) == ["table-utf8"])
    #expect(report.diagnostics.first?.line == 2)
  }

  @Test(arguments: [
    ("", "table-header"), ("id,name\n", "table-header"), ("id,nom,born,age,share,alive,kind,parent\n", "table-header"),
    ("id,name,born,age,share,alive,kind,parent,x\n", "table-header"),
  ])
  func aHeaderThatIsNotTheSchemasIsRefused(text: String, id: String) throws {
    #expect(try validate(text).diagnostics.first?.id == id)
  }

  @Test func aLongListOfValuesIsLookedUp() throws {
    let values = (0..<300).map { "v\($0)" }
    let schema = try TableSchema(
      JSONParser.parse(
        #"{"fields": [{"name": "a", "constraints": {"enum": ["\#(values.joined(separator: #"", ""#))"]}}]}"#.utf8))
    let folder = try TemporaryFolder()
    let path = try folder.write("a.csv", "a\n" + values.joined(separator: "\n") + "\nv300\n\nV1\n")
    let report = TableValidator.validate([Table(name: "a", path: path, file: "a.csv", schema: schema)])
    #expect(report.diagnostics.map(\.line) == [302, 304])
    #expect(report.diagnostics.first?.id == "table-enum")
  }

  @Test func referencesBetweenTablesAreFollowed() throws {
    let report = try validate(Self.header + Self.first, "owner,number\np1,1\np7,1\np1,1\n")
    #expect(report.diagnostics.map(\.id) == ["table-primary-key", "table-foreign-key"])
    #expect(report.diagnostics.map(\.line) == [4, 3])
    let reason = "owner refers to p7, which is not among id of people"
    #expect(report.diagnostics.last?.reason == reason)
  }

  @Test func onlyTheFirstDiagnosticsAreKept() throws {
    let report = try validate(Self.header + String(repeating: "x\n", count: 50), limit: 7)
    #expect(report.diagnostics.count == 7)
    #expect(report.omitted == 43)
  }

  @Test(arguments: [
    "{}", #"{"fields": []}"#, #"{"fields": [{"type": "string"}]}"#, #"{"fields": [{"name": "a", "type": "geopoint"}]}"#,
    #"{"fields": [{"name": "a", "constraints": {"jsonSchema": {}}}]}"#, #"{"fields": [{"name": "a"}, {"name": "a"}]}"#,
    #"{"fields": [{"name": "a"}], "primaryKey": "b"}"#,
    #"{"fields": [{"name": "a", "type": "date", "format": "any"}]}"#,
    #"{"fields": [{"name": "a", "constraints": {"pattern": "("}}]}"#,
    #"{"fields": [{"name": "a"}], "foreignKeys": [{"fields": "a"}]}"#,
    #"{"fields": [{"name": "a", "type": "date", "constraints": {"minimum": "soon"}}]}"#,
  ])
  func aSchemaThatIsNotUnderstoodIsRefused(text: String) throws {
    let document = try JSONParser.parse(text.utf8)
    #expect(throws: SchemaError.self) { try TableSchema(document) }
  }
}
