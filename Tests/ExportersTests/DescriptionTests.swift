import EventModel
import JSON
import Testing

@testable import Exporters
@testable import Schemas

/// The names of fields in the order of the description, each list with one item.
private func names(_ record: RecordDescription) -> [String] {
  record.fields.flatMap { field in [field.name] + nested(field.shape).map { $0 } }
}

private func nested(_ shape: Shape) -> [String] {
  switch shape {
  case .record(let record), .list(.record(let record), _, _): names(record)
  default: []
  }
}

/// The keys of a value in the order of the text.
private func keys(_ value: JSONValue) -> [String] {
  switch value {
  case .object(let members): members.flatMap { [$0.key] + keys($0.value) }
  case .array(let elements): elements.flatMap(keys)
  default: []
  }
}

@Test("JSON Lines have exactly the described fields, in their order", arguments: ["articles", "entities", "events"])
func jsonLinesFollowDescription(plural: String) throws {
  let root = try #require(ModelDescription.current.roots.first { $0.plural == plural })
  let files = Sample.export(Sample.full, with: JSONLinesExporter())
  let line = try #require(files["data/jsonl/" + plural + ".jsonl"])
  #expect(try keys(JSONParser.parse(Array(line.utf8))) == names(root.record))
}

@Test("The tables have exactly the described columns, in their order")
func tablesFollowDescription() {
  #expect(ModelDescription.current.tables.map(\.name) == RecordTable.allCases.map(\.name))
  for (table, description) in zip(RecordTable.allCases, ModelDescription.current.tables) {
    #expect(table.columns == description.columns.map(\.name))
    #expect(table.title + "." == description.meaning)
    #expect(Set(description.primaryKey).isSubset(of: table.columns))
  }
}

@Test("Every declared schema is among the bundled ones, and only what is to look at has none")
func schemasExist() {
  let bundled = Set(SchemaFiles.generated().map(\.name))
  for entry in ExporterRegistry.entries {
    for file in entry.make(ExportOptions()).format.files {
      #expect(file.schema.map(bundled.contains) ?? ["html", "xlsx", "sqlite"].contains(entry.name), "\(file.path)")
    }
  }
}

@Test("The XML Schema and the exporter agree on the namespace")
func namespaces() {
  #expect("\(XMLExporter.namespace)" == XMLSchemaGenerator.namespace)
}
