import EventModel
import Foundation
import Testing

@testable import Schemas

/// Every kind of record, nested ones too, once.
private let records: [RecordDescription] = {
  var found: [RecordDescription] = []
  func add(_ record: RecordDescription) {
    guard !found.contains(where: { $0.name == record.name }) else { return }
    found.append(record)
    for field in record.fields {
      switch field.shape {
      case .record(let nested), .list(.record(let nested), _, _): add(nested)
      default: break
      }
    }
  }
  for root in ModelDescription.current.roots { add(root.record) }
  return found
}()

/// The shapes of all fields and columns.
private let shapes: [Shape] =
  records.flatMap(\.fields).map(\.shape)
  + ModelDescription.current.tables.flatMap(\.columns).map { column in
    switch column.content {
    case .value(let shape), .list(let shape): shape
    }
  }

private func leaf(_ shape: Shape) -> Shape {
  if case .list(let item, _, _) = shape { leaf(item) } else { shape }
}

/// Whether a value as it stands in JSON, without quotation marks, has a shape.
private func fits(_ value: String, _ shape: Shape) throws -> Bool {
  switch leaf(shape) {
  case .text: !value.isEmpty
  case .english: value.unicodeScalars.allSatisfy { $0.value < 0x600 }
  case .integer(let minimum): Int(value).map { $0 >= minimum } ?? false
  case .percent: Int(value).map { (0...100).contains($0) } ?? false
  case .boolean: value == "true" || value == "false"
  case .day: try Regex(Token.day.pattern).wholeMatch(in: value) != nil
  case .token(let token): try Regex(token.pattern).wholeMatch(in: value) != nil
  case .code(let list): list.codes.contains(value)
  case .identifier(let kind), .reference(let kind): try Regex(Token.id(kind).pattern).wholeMatch(in: value) != nil
  case .enumeration(let list): list.values.contains { $0.name == value }
  case .record, .list: false
  }
}

@Suite("What the codebook says beyond the description")
struct WordingTests {
  private let wording = Wording.current

  @Test("Every record, field, value, form, table and column is told in Arabic, and nothing else is")
  func nothingIsMissing() {
    #expect(wording.faults.isEmpty, "\(wording.faults)")
    var wanted: Set<String> = []
    for record in records {
      wanted.insert(record.name)
      for field in record.fields { wanted.insert(record.name + "." + field.name) }
    }
    for shape in shapes {
      switch leaf(shape) {
      case .enumeration(let list):
        wanted.insert(list.name)
        for value in list.values { wanted.insert(list.name + "." + value.name) }
      case .token(let token): wanted.insert("form:" + token.name)
      case .code(let list): wanted.insert("form:" + list.name)
      case .identifier(let kind), .reference(let kind): wanted.insert("form:" + Token.id(kind).name)
      case .day: wanted.insert("form:day")
      default: break
      }
    }
    let meanings = Set(records.flatMap(\.fields).map(\.meaning))
    for table in ModelDescription.current.tables {
      wanted.insert("table:" + table.name)
      for column in table.columns where !meanings.contains(column.meaning) {
        wanted.insert(table.name + "." + column.name)
      }
    }
    let told = Set(wording.entries.keys)
    #expect(wanted.subtracting(told).sorted() == [])
    #expect(told.subtracting(wanted).sorted() == [])
  }

  @Test("Arabic is Arabic")
  func arabicIsArabic() {
    for (key, entry) in wording.entries {
      let letters = entry.arabic.unicodeScalars.filter { $0.properties.isAlphabetic }
      let arabic = letters.filter { (0x0600...0x06FF).contains($0.value) }
      #expect(arabic.count * 3 > letters.count && arabic.count > 3, "\(key): \(entry.arabic)")
      #expect(!entry.arabic.contains("|"), "\(key)")
    }
  }

  @Test("Every field that holds a value has an example, and the example is a value of the field")
  func examplesFit() throws {
    for record in records {
      for field in record.fields {
        let key = record.name + "." + field.name
        if case .record = leaf(field.shape) {
          #expect(wording[key]?.example == nil, "\(key)")
        } else {
          let example = try #require(wording[key]?.example, "\(key)")
          #expect(try fits(example, field.shape), "\(key): \(example)")
        }
      }
    }
    for table in ModelDescription.current.tables {
      for column in table.columns {
        guard let example = wording[table.name + "." + column.name]?.example else { continue }
        switch column.content {
        case .value(let shape): #expect(try fits(example, shape), "\(table.name).\(column.name): \(example)")
        case .list(let shape):
          for part in example.split(separator: "|") where part.contains(where: { $0 != " " }) {
            let value = part.trimmingCharacters(in: .whitespaces)
            #expect(try fits(value, shape), "\(table.name).\(column.name): \(value)")
          }
        }
      }
    }
  }

  @Test("Every number has a unit, and nothing else but dates has")
  func unitsAreTold() {
    for record in records {
      for field in record.fields {
        let unit = wording[record.name + "." + field.name]?.unit
        switch field.shape {
        case .integer, .percent: #expect(unit != nil, "\(record.name).\(field.name)")
        case .day: #expect(unit == .day)
        case .token(let token) where token.name == Token.edtf.name: #expect(unit == .date)
        default: #expect(unit == nil, "\(record.name).\(field.name)")
        }
      }
    }
  }

  @Test("Every CAMEO code that events can have by the bundled tables has a name, and is a code")
  func codesHaveNames() throws {
    let names = CAMEONames.all
    #expect(names.map(\.code) == names.map(\.code).sorted())
    #expect(Set(names.map(\.code)).isSubset(of: CodeList.cameo.codes))
    #expect(names.allSatisfy { $0.arabic.unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) } })
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Lexicon/ar/triggers.tsv")
    var rows = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    let column = try #require(rows.removeFirst().firstIndex(of: "cameo"))
    let used = Set(rows.map { String($0[column]) }).subtracting([""]).union(EventType.allCases.map(\.cameo))
    #expect(used.count > 100)
    #expect(used.subtracting(names.map(\.code)).sorted() == [])
  }
}
