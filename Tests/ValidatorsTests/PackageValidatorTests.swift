import EventModel
import Testing

@testable import Validators

@Suite struct PackageValidatorTests {
  private func folder(rows: String = "id\na\n", lines: String = "{}\n", xml: String = "<a/>") throws -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    try folder.write("t.csv", rows)
    try folder.write("l.jsonl", lines)
    try folder.write("x.xml", xml)
    try folder.write("schemas/t.json", #"{"fields":[{"name":"id","type":"string","constraints":{"unique":true}}]}"#)
    try folder.write("schemas/l.json", #"{"type":"object"}"#)
    try folder.write(
      "schemas/x.xsd",
      #"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="xs:string"/></xs:schema>"#)
    try folder.write(
      "datapackage.json",
      #"""
      {"resources": [
        {"name": "t", "path": "t.csv", "schema": "schemas/t.json"},
        {"name": "l", "path": "l.jsonl", "conformsTo": "schemas/l.json"},
        {"name": "x", "path": "x.xml", "conformsTo": "schemas/x.xsd"}]}
      """#)
    return folder
  }

  @Test func everyFileIsJudgedByTheSchemaThatItNames() async throws {
    let good = try folder()
    #expect(await PackageValidator(folder: good.path).validate() == ValidationReport(records: 3))
    let bad = try folder(rows: "id\na\na\n", lines: "{}\n5\n", xml: "<b/>")
    let report = await PackageValidator(folder: bad.path, jobs: 2).validate()
    #expect(report.diagnostics.map(\.file) == ["l.jsonl", "x.xml", "t.csv"])
    #expect(report.diagnostics.map(\.id) == ["schema-type", "xsd-element-undeclared", "table-unique"])
    #expect(report.diagnostics.map(\.line) == [2, 1, 3])
  }

  @Test func trustedSchemasGoBeforeTheFoldersOwn() async throws {
    let folder = try folder()
    let report = await PackageValidator(folder: folder.path) { name in
      name == "l.json" ? Array(#"{"type":"array"}"#.utf8) : nil
    }.validate()
    #expect(report.diagnostics.map(\.id) == ["schema-type"])
  }
}
