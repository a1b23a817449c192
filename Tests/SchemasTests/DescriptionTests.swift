import EventModel
import JSON
import Testing

@testable import Schemas

/// Every kind of record, nested ones too.
private let records = ModelDescription.current.roots.flatMap { withNested($0.record) }

private func withNested(_ record: RecordDescription) -> [RecordDescription] {
  [record]
    + record.fields.flatMap { field -> [RecordDescription] in
      switch field.shape {
      case .record(let nested), .list(.record(let nested), _, _): withNested(nested)
      default: []
      }
    }
}

@Test("No record has two fields of a name, and two records of a name are the same")
func namesAreUnique() {
  for record in records {
    #expect(Set(record.fields.map(\.name)).count == record.fields.count, "\(record.name)")
    for other in records where other.name == record.name {
      #expect(other.fields.map(\.name) == record.fields.map(\.name))
    }
  }
}

@Test("Every meaning is a sentence")
func meaningsAreSentences() {
  let columns = ModelDescription.current.tables.flatMap(\.columns).map(\.meaning)
  for meaning in columns + records.map(\.meaning) + records.flatMap(\.fields).map(\.meaning) {
    #expect(meaning.first?.isUppercase == true && meaning.last == ".", "\(meaning)")
  }
}

@Test("A mode goes with the types that the model says, and with no other")
func modesFollowTypes() throws {
  let event = try #require(records.first { $0.name == "event" })
  #expect(event.dependencies.map(\.value) == EventType.allCases.map(\.rawValue))
  for dependency in event.dependencies {
    let type = try #require(dependency.value.flatMap { EventType(rawValue: $0) })
    guard case .values(let values, let orNull) = dependency.allowed else {
      Issue.record("a mode depends on the type by its values")
      return
    }
    #expect(values == type.modes.map(\.rawValue))
    #expect(orNull == (type != .consult))
  }
  #expect(Set(EventType.allCases.flatMap(\.modes)) == Set(EventMode.allCases))
}

@Test(
  "What the model prints has the form that the schemas ask for",
  arguments: [
    (Token.edtf, EDTFDate("2022-11-14")?.description), (.edtf, EDTFDate("2022-02-24/..")?.description),
    (.edtf, EDTFDate("../2022-23~")?.description), (.edtf, EDTFDate("-0044-03?")?.description),
    (.edtf, EDTFDate("2023-06-21/2023-06-30")?.description), (.edtf, EDTFDate("2020%")?.description),
    (.id(.article), RecordID(.article, bits: .max).description), (.id(.claim), RecordID(.claim, bits: 0).description),
    (.language, "ar"), (.language, "ar-EG"), (.wikidata, "Q42"),
    (.encoding, "windows-1256"), (.encoding, "utf-16le"), (.mediaType, "application/xhtml+xml"),
    (.sha256, String(repeating: "0f", count: 32)),
  ])
func formsFit(token: Token, text: String?) throws {
  let regex = try Regex(token.pattern)
  #expect(try regex.wholeMatch(in: #require(text)) != nil)
}

@Test(
  "Anything else has not",
  arguments: [
    (Token.edtf, "14/11/2022"), (.edtf, ""), (.edtf, "2022-1"), (.edtf, "2022/2023/2024"), (.edtf, "2022-11-14T10:00"),
    (.id(.event), "art-0000000000000000"), (.id(.event), "evt-000000000000000G"), (.day, "2024-02-3"),
    (.day, "-0044-03-15"),
    (.edtf, "2024-13"), (.edtf, "2024-25"), (.edtf, "2024-00"), (.edtf, "2024-10-32"), (.edtf, "../.."), (.edtf, ".."),
    (.wikidata, "Q0"), (.encoding, "UTF-8"), (.mediaType, "text"), (.sha256, "0f"),
  ])
func formsRefuse(token: Token, text: String) throws {
  let regex = try Regex(token.pattern)
  #expect(try regex.wholeMatch(in: text) == nil)
}

@Test("The expression of a list of codes fits its codes and no others", arguments: [CodeList.cameo, .country])
func codesFit(list: CodeList) throws {
  let regex = try Regex(list.pattern)
  #expect(list.codes.sorted() == list.codes)
  for code in list.codes {
    #expect(try regex.wholeMatch(in: code) != nil, "\(code)")
    for wrong in [code + "0", String(code.dropLast()), code.lowercased() + " "] where !list.codes.contains(wrong) {
      #expect(try regex.wholeMatch(in: wrong) == nil, "\(wrong)")
    }
  }
  #expect(list.codes.count > 240)
  #expect(!list.codes.contains { $0.hasPrefix("01") })
}

@Test("A column that is found by a wrong path is none")
func columnsNeedTheirFields() {
  #expect(ColumnDescription.field("x", "date.edtf", of: .event)?.isRequired == false)
  #expect(ColumnDescription.field("x", "corroboration.articles", of: .event)?.isRequired == true)
  #expect(ColumnDescription.field("x", "date.nothing", of: .event) == nil)
  #expect(ColumnDescription.field("x", "id.edtf", of: .event) == nil)
}

@Test("Every JSON file is JSON", arguments: SchemaFiles.generated().filter { $0.name.hasSuffix(".json") }.map(\.name))
func jsonFilesParse(name: String) throws {
  let file = try #require(SchemaFiles.generated().first { $0.name == name })
  let value = try JSONParser.parse(file.contents)
  #expect(value["$schema"]?.string != nil)
  #expect(value["description"]?.string?.hasSuffix(".") == true)
}
