import Foundation
import JSON
import Testing

@testable import Validators

@Suite struct FormatTests {
  private func schema(_ text: String, asserts: Bool = true) throws -> JSONSchema {
    try JSONSchema(JSONParser.parse(text.utf8), assertsFormats: asserts)
  }

  @Test(arguments: [
    (
      "date", ["2024-02-29", "0000-01-01"], ["2023-02-29", "2024-13-01", "2024-1-01", "-0001-01-01", "٢٠٢٤-٠١-٠١", ""]
    ),
    ("time", ["23:59:60Z", "00:00:00.5+03:00", "08:30:06z"], ["24:00:00Z", "12:00:00", "12:00:00.Z", "22:59:60Z"]),
    ("date-time", ["2024-10-26T08:30:00Z", "2024-10-26t08:30:00-08:00"], ["2024-10-26 08:30:00Z", "2024-10-26"]),
    ("duration", ["P1Y2M3D", "PT36H", "P2W", "PT1H2M"], ["P", "PT", "P1Y2W", "P1Y1D", "PT1H1S", "1D", "P1S"]),
    (
      "uri", ["https://asharq.example/أ".replacing("أ", with: "%D8%A3"), "urn:isnad:1", "http://[::1]:80/?q#f"],
      ["//a/b", "a", "http://a b/", "http://أ/", "http://[::1", "http://a:b/", "http://a/%G0", "1:a"]
    ),
    ("uri-reference", ["", "a/b", "?q", "#f", "//a:1/b", "./a:b"], ["1a:b", "\\a", "#a#b", "[x]"]),
    (
      "uuid", ["2eb8aa08-AA98-11ea-b4aa-73b441d16380"],
      [
        "2eb8aa08-aa98-11ea-b4aa-73b441d1638", "2eb8aa08aa9811eab4aa73b441d16380",
        "2eb8aa08-aa98-11ea-b4ga-73b441d16380",
      ]
    ),
    (
      "regex", ["^(a|b)+$", "(?=a)b", #"(a)\1"#, #"(?<n>a)\k<n>"#, #"\bx"#, "a{1,20000}"],
      ["(", "a**", #"\a"#, "[b-a]", "(?>a)"]
    ),
    ("ipv4", ["127.0.0.1"], ["256.0.0.1", "1.2.3", "01.2.3.4", "1.2.3.4.5"]),
    (
      "ipv6", ["::", "::1", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4", "1::8"],
      [":1", "1:2", "1::2::3", "1:2:3:4:5:6:7:8:9", "12345::", "1:"]
    ),
    ("json-pointer", ["", "/a~0b/~1"], ["a", "/~2", "/~"]),
    ("relative-json-pointer", ["0", "1/a", "10#"], ["-1/a", "01/a", "#", "1#/a", ""]),
    (
      "edtf",
      ["2024", "2024-10", "2024-10-26", "2024-21", "2024-10~", "2024-10-26/..", "../2024%", "2023-06-21/2023-06-30"],
      ["2024-13", "2024-02-30", "2024-25", "../..", "2024/2023", "2024-10-26T08:00", "24", "2024-10-26/", "~2024"]
    ),
  ])
  func aFormatIsAsserted(name: String, good: [String], bad: [String]) throws {
    let schema = try schema(#"{"format": "\#(name)"}"#)
    for text in good { #expect(schema.isValid(.string(text)), "\(text)") }
    for text in bad { #expect(!schema.isValid(.string(text)), "\(text)") }
    #expect(schema.isValid(.null) && schema.isValid(.array([])))
    let remark = try self.schema(#"{"format": "\#(name)"}"#, asserts: false)
    for text in bad { #expect(remark.isValid(.string(text)), "\(text)") }
  }

  @Test func aFaultOfAFormatSaysWhatIsWantedAndWhere() throws {
    let schema = try schema(
      ##"{"properties": {"day": {"$ref": "#/$defs/day"}}, "$defs": {"day": {"format": "date"}}}"##)
    let fault = try #require(schema.faults(in: JSONParser.parse(#"{"day": "soon"}"#.utf8)).first)
    #expect(fault.id == "schema-format")
    #expect(fault.pointer == "/day")
    #expect(fault.place == "#/$defs/day/format")
    #expect(fault.reason == "must be a day, as in 2024-10-26")
  }

  @Test func aFormatThatIsNotKnownIsRefusedWhereItWouldCount() throws {
    let error = #expect(throws: SchemaError.self) { try schema(#"{"items": {"format": "hostname"}}"#) }
    #expect(error?.kind == .unsupportedFormat)
    #expect(error?.place == "#/items")
    #expect(throws: Never.self) { try schema(#"{"items": {"format": "hostname"}}"#, asserts: false) }
  }

  // MARK: - The public suite

  private static var folder: URL? {
    ProcessInfo.processInfo.environment["ISNAD_SUITES"].map {
      URL(filePath: $0).appending(path: "json-schema/tests/draft2020-12/optional/format")
    }.flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }
  }

  @Test(.enabled(if: FormatTests.folder != nil, "ISNAD_SUITES names no folder with the suite's optional/format"))
  func everyTestOfThePublicSuiteForOurFormatsPasses() throws {
    let folder = try #require(Self.folder)
    var count = 0
    var failures: [String] = []
    for format in StringFormat.allCases where format != .edtf {
      let bytes = try Data(contentsOf: folder.appending(path: format.rawValue + ".json"))
      for group in try JSONParser.parse([UInt8](bytes)).array ?? [] {
        let schema = try JSONSchema(try #require(group["schema"]), allowsUnknownKeywords: true, assertsFormats: true)
        for test in group["tests"]?.array ?? [] {
          count += 1
          if schema.isValid(try #require(test["data"])) != test["valid"]?.bool {
            failures.append("\(format.rawValue): \(test["description"]?.string ?? "")")
          }
        }
      }
    }
    print("formats: \(count - failures.count) of \(count) optional tests pass")
    #expect(count > 300)
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }
}
