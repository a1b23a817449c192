import EventModel
import Testing

@testable import JSON

@Suite struct ParserTests {
  @Test func aTextBecomesAValueWithItsMembersInOrder() throws {
    let value = try JSONParser.parse(Array(#" {"b": [1, -2.5e3, true, false, null], "a": {"x": "ي"}, "": []} "#.utf8))
    #expect(value.object?.map(\.key) == ["b", "a", ""])
    #expect(value["b"]?.array?.count == 5)
    #expect(value["b"]?[0]?.int == 1)
    #expect(value["b"]?[1]?.double == -2500)
    #expect(value["b"]?[2]?.bool == true)
    #expect(value["b"]?[4]?.isNull == true)
    #expect(value["a"]?["x"]?.string == "ي")
    #expect(value[""]?.array?.isEmpty == true)
    #expect(value["absent"] == nil)
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u0628\uFEFF""#, "A\u{E9}ب\u{FEFF}"),
    (#""\ud83d\ude00 x""#, "😀 x"),
    (#""\u0000""#, "\0"),
    (#""plain text long enough for a word\nand another""#, "plain text long enough for a word\nand another"),
    ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
  ])
  func escapesAreUndone(text: String, expected: String) throws {
    let value = try JSONParser.parse(text.utf8)
    #expect(value.string.map { Array($0.utf8) } == Array(expected.utf8))
  }

  @Test(arguments: [
    ("", JSONError.Kind.unexpectedEnd, 0, 1, 1),
    ("[1,\n 2,,3]", .unexpectedByte, 7, 2, 4),
    ("{\"a\":1,}", .unexpectedByte, 7, 1, 8),
    ("[1 2]", .unexpectedByte, 3, 1, 4),
    ("{\"a\" 1}", .unexpectedByte, 5, 1, 6),
    ("{a:1}", .unexpectedByte, 1, 1, 2),
    ("[NaN]", .unexpectedByte, 1, 1, 2),
    ("[truth]", .invalidLiteral, 1, 1, 2),
    ("tru", .unexpectedEnd, 3, 1, 4),
    ("[01]", .invalidNumber, 1, 1, 2),
    ("[1.]", .invalidNumber, 1, 1, 2),
    ("[-x]", .invalidNumber, 1, 1, 2),
    ("[1e+]", .invalidNumber, 1, 1, 2),
    ("\"a\tb\"", .controlCharacter, 2, 1, 3),
    ("\"a\\x\"", .invalidEscape, 2, 1, 3),
    ("\"\\u12G4\"", .invalidEscape, 1, 1, 2),
    ("\"x\\ud800\"", .loneSurrogate, 2, 1, 3),
    ("\"\\ud800\\u0041\"", .loneSurrogate, 1, 1, 2),
    ("\"\\udc00\"", .loneSurrogate, 1, 1, 2),
    ("{\"a\":1,\n\"\\u0061\":2}", .duplicateKey, 8, 2, 1),
    ("1 2", .trailingContent, 2, 1, 3),
    ("[[[[]]]]", .tooDeep, 3, 1, 4),
    ("\u{FEFF}1", .unexpectedByte, 0, 1, 1),
    ("\"abc", .unexpectedEnd, 4, 1, 5),
  ])
  func aFaultIsNamedAtItsByteLineAndColumn(
    text: String, kind: JSONError.Kind, offset: Int, line: Int, column: Int
  ) throws {
    let error = #expect(throws: JSONError.self) { try JSONParser.parse(text.utf8, depthLimit: 3) }
    #expect(error?.kind == kind)
    #expect(error?.offset == offset)
    #expect(error?.line == line)
    #expect(error?.column == column)
  }

  @Test(
    arguments: [
      ([0x22, 0x61, 0xFF, 0x22], 2), ([0x22, 0x61, 0x62, 0xC3, 0x22], 3), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
      ([0x22, 0x5C, 0x6E, 0xC0, 0x80, 0x22], 3), ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1),
    ] as [([UInt8], Int)])
  func bytesThatAreNotUTF8AreRefusedWhereTheyStand(bytes: [UInt8], offset: Int) {
    let error = #expect(throws: JSONError.self) { try JSONParser.parse(bytes) }
    #expect(error?.kind == .invalidUTF8)
    #expect(error?.offset == offset)
  }

  @Test func manyKeysAreStillCheckedForDuplicates() throws {
    let keys = (0..<100).map { "\"k\($0)\":0" }.joined(separator: ",")
    #expect(try JSONParser.parse("{\(keys)}".utf8).object?.count == 100)
    #expect(throws: JSONError.self) { try JSONParser.parse("{\(keys),\"k3\":1}".utf8) }
    #expect(throws: JSONError.self) { try JSONParser.parse("{\(keys),\"k70\":1}".utf8) }
  }

  @Test func duplicateKeysAreReadWhereTheCallerAllowsThem() throws {
    let value = try JSONParser.parse(#"{"a":1,"a":2}"#.utf8, allowsDuplicateKeys: true)
    #expect(value.object?.count == 2)
    #expect(value["a"]?.int == 1)
  }

  @Test func keysThatAreOnlyCanonicallyEquivalentAreDifferentKeys() throws {
    let value = try JSONParser.parse("{\"\u{622}\":1,\"\u{627}\u{653}\":2}".utf8)
    #expect(value["\u{622}"]?.int == 1)
    #expect(value["\u{627}\u{653}"]?.int == 2)
    #expect(JSONValue.string("\u{622}") != JSONValue.string("\u{627}\u{653}"))
  }

  @Test func slicesAndStridesReadAsArraysDo() throws {
    let bytes = Array("xx[1]yy".utf8)
    #expect(try JSONParser.parse(bytes[2..<5]) == .array([.number(JSONNumber(1))]))
    #expect(try JSONParser.parse(bytes[2..<5].lazy.map { $0 }) == .array([.number(JSONNumber(1))]))
  }

  @Test func aDiagnosticNamesFileLineColumnAndRecord() throws {
    let error = try #require(throws: JSONError.self) { try JSONParser.parse("[1,]".utf8) }
    let whole = error.diagnostic(file: "a.json")
    let sentence = "this byte cannot stand here in a JSON text (byte 3)"
    #expect("\(whole)" == "a.json:1:4: error: \(sentence) [json-unexpected-byte]")
    let line = error.diagnostic(file: "a.jsonl", record: 7)
    #expect((line.line, line.column, line.record) == (7, 4, 7))
  }

  @Test func valuesAreEqualByMeaning() throws {
    func parse(_ text: String) throws -> JSONValue { try JSONParser.parse(text.utf8) }
    #expect(try parse(#"{"a":1,"b":[2.0]}"#) == parse(#"{"b":[2],"a":1e0}"#))
    #expect(try parse(#"{"a":1,"b":2}"#).hashValue == parse(#"{"b":2.00,"a":1.0}"#).hashValue)
    #expect(try parse("[1,2]") != parse("[2,1]"))
    #expect(try parse("0") != parse("false"))
    #expect(try parse(#"{"a":1}"#) != parse(#"{"a":1,"b":1}"#))
  }
}
