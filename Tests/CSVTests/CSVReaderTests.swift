import CSV
import EventModel
import Foundation
import JSON
import Testing

@Suite struct CSVReaderTests {
  private func rows(_ bytes: [UInt8]) throws -> [[String]] {
    var reader = CSVReader(bytes, name: "a.csv")
    var record = CSVRecord()
    var rows: [[String]] = []
    while try reader.next(&record) { rows.append(record.fields.indices.map { record.text($0) }) }
    return rows
  }

  @Test(
    arguments: [
      ("", []), ("a", [["a"]]), ("a,b\n", [["a", "b"]]), ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
      ("\u{FEFF}a\n", [["a"]]), (",\n", [["", ""]]), ("a,", [["a", ""]]), ("\"\"", [[""]]),
      ("\"a,\"\"b\"\"\n\",c", [["a,\"b\"\n", "c"]]),
      ("a\n\nb\n", [["a"], [""], ["b"]]), ("\"خبر\",\"ب\"\r\n", [["خبر", "ب"]]), ("a, b\n", [["a", " b"]]),
      (",\"x\"", [["", "x"]]),
    ] as [(String, [[String]])])
  func recordsComeOutAsTheyWereMeant(text: String, expected: [[String]]) throws {
    #expect(try rows(Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    ("a\"b", "csv-quote", 1, 2), ("a,\"b\"c\n", "csv-text-after-quote", 1, 6), ("x\n\"ab\n", "csv-open-quote", 3, 1),
    ("a\rb", "csv-carriage-return", 1, 3), ("a\r", "csv-carriage-return", 1, 3), ("ي,x\"", "csv-quote", 1, 5),
  ])
  func whatIsNoCSVIsRefusedWhereItStands(text: String, id: String, line: Int, column: Int) throws {
    let fault = try #require(throws: Diagnostic.self) { try rows(Array(text.utf8)) }
    #expect(fault.id == id)
    #expect(fault.line == line)
    #expect(fault.column == column)
  }

  @Test func fieldsThatCrossTheReadersBufferAreWhole() throws {
    let row = [String(repeating: "خبر \"و\"\n", count: 9000), "", String(repeating: "x", count: 70_001), "e"]
    let line = row.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\r\n"
    var rest = Array(String(repeating: line, count: 12).utf8)[...]
    var reader = try CSVReader(name: "a.csv") { () throws(Diagnostic) in
      defer { rest = rest.dropFirst(10_007) }
      return Array(rest.prefix(10_007))
    }
    var record = CSVRecord()
    for number in 0..<12 {
      #expect(try reader.next(&record))
      #expect(record.fields.indices.map { record.text($0) } == row)
      #expect(record.fields[0].line == 1 + number * 9001)
      #expect(record.fields[0].column == 1)
    }
    #expect(try !reader.next(&record))
  }

  private static var suite: URL? {
    ProcessInfo.processInfo.environment["ISNAD_SUITES"].map { URL(filePath: $0).appending(path: "csv-spectrum") }
  }

  @Test(.enabled(if: CSVReaderTests.suite != nil, "ISNAD_SUITES names no folder of suites"))
  func thePublicSpectrumIsReadAsItShouldBe() throws {
    let suite = try #require(Self.suite)
    let names = try FileManager.default.contentsOfDirectory(atPath: suite.appending(path: "csvs").path)
    #expect(names.count == 12)
    for name in names {
      if name == "location_coordinates.csv" {
        // Neither UTF-8 nor RFC 4180, with an answer that belongs to another row: refused.
        #expect(throws: Diagnostic.self) { try rows([UInt8](Data(contentsOf: suite.appending(path: "csvs/\(name)")))) }
        continue
      }
      let found = try rows([UInt8](Data(contentsOf: suite.appending(path: "csvs/\(name)"))))
      let header = try #require(found.first)
      let file = suite.appending(path: "json/\(name.dropLast(4)).json")
      let expected = try JSONParser.parse([UInt8](Data(contentsOf: file)))
      #expect(expected.array?.count == found.count - 1, "\(name)")
      for (row, object) in zip(found.dropFirst(), expected.array ?? []) {
        #expect(zip(header, row).allSatisfy { object[$0]?.string == $1 }, "\(name): \(row)")
      }
    }
  }
}
