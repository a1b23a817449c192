import Testing

@testable import JSON

/// What a writer that was led by `body` has written.
private func written(_ body: (inout JSONWriter) -> Void) -> String {
  var json = JSONWriter()
  body(&json)
  return String(decoding: json.bytes, as: UTF8.self)
}

@Test(
  "A string has the escapes of RFC 8785, and escaped line separators",
  arguments: [
    ("", #""""#),
    ("اتصال هاتفي", #""اتصال هاتفي""#),
    ("\u{20AC}$\u{F}\nA'B\"\\\\\"/", #""€$\u000f\nA'B\"\\\\\"/""#),
    ("\u{8}\t\n\u{C}\r\u{0}\u{B}\u{1F}\u{7F}", "\"\\b\\t\\n\\f\\r\\u0000\\u000b\\u001f\u{7F}\""),
    ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#),
    ("\u{2027}\u{202A}\u{2068}\u{20AC}", "\"\u{2027}\u{202A}\u{2068}\u{20AC}\""),
    ("👩‍👩‍👧", "\"👩‍👩‍👧\""),
  ])
func strings(text: String, expected: String) {
  #expect(written { $0.string(text) } == expected)
  #expect(written { $0.string(Substring(text)) } == expected)
}

@Test("Every control character is escaped, and every other ASCII character but two stands for itself")
func everyASCIICharacter() {
  for code in UInt8(0)..<128 {
    let body = written { $0.string(String(UnicodeScalar(code))) }.utf8.dropFirst().dropLast()
    let isEscaped = body.first == 0x5C
    #expect(isEscaped == (code < 0x20 || code == 0x22 || code == 0x5C))
    #expect(isEscaped || Array(body) == [code])
  }
}

@Test(
  "Integers have decimal digits",
  arguments: [(0, "0"), (7, "7"), (-40, "-40"), (Int.max, "9223372036854775807"), (Int.min, "-9223372036854775808")])
func integers(number: Int, expected: String) {
  #expect(written { $0.integer(number) } == expected)
}

@Test(
  "A number has the form that ECMAScript prints",
  arguments: [
    (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
    (0x8000_0000_0000_0001, "-5e-324"), (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
    (0x4340_0000_0000_0000, "9007199254740992"), (0xC340_0000_0000_0000, "-9007199254740992"),
    (0x4430_0000_0000_0000, "295147905179352830000"), (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"),
    (0x44B5_2D02_C7E1_4AF6, "1e+23"), (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
    (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
    (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
    (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5557, "333333333.33333343"),
    (0xBECB_F647_612F_3696, "-0.0000033333333333333333"), (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
    (0x7FF0_0000_0000_0000, "null"), (0x7FF8_0000_0000_0000, "null"),
  ] as [(UInt64, String)])
func doubles(bits: UInt64, expected: String) {
  #expect(written { $0.double(Double(bitPattern: bits)) } == expected)
}

@Test("A written number is the number that is read")
func doublesRoundTrip() {
  var bits: UInt64 = 0x9E37_79B9_7F4A_7C15
  for _ in 0..<20_000 {
    bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let number = Double(bitPattern: bits)
    guard number.isFinite else { continue }
    let text = written { $0.double(number) }
    #expect(Double(text) == number, "\(text)")
  }
}

@Test("Commas stand between members and elements, and nowhere else")
func containers() {
  let text = written { json in
    for _ in 0..<2 {
      json.beginObject()
      json.key("a")
      json.beginArray()
      json.endArray()
      json.key("b\"" as String)
      json.beginArray()
      json.beginObject()
      json.endObject()
      json.null()
      json.boolean(true)
      json.beginArray()
      json.integer(1)
      json.integer(2)
      json.endArray()
      json.endArray()
      json.key("c")
      json.boolean(false)
      json.endObject()
      json.endLine()
    }
  }
  let line = #"{"a":[],"b\"":[{},null,true,[1,2]],"c":false}"# + "\n"
  #expect(text == line + line)
}

@Test("A tree is printed for people, with its keys in the order given")
func tree() {
  let tree = JSONTree.object([
    "z": "text", "a": .strings(["x", "y"]), "left-out": nil, "list": [.object(["n": 1]), .null], "empty": .members([]),
  ])
  #expect(
    String(decoding: tree.pretty(), as: UTF8.self) == """
      {
        "z": "text",
        "a": ["x", "y"],
        "list": [
          {
            "n": 1
          },
          null
        ],
        "empty": {}
      }

      """)
}

@Test(
  "A number that was read is written in the form of RFC 8785, also the least integer",
  arguments: [
    ("-9223372036854775808", "-9223372036854776000"), ("9223372036854775807", "9223372036854776000"),
    ("-9007199254740992", "-9007199254740992"), ("1.0e1", "10"), ("1e400", "null"),
  ])
func readNumbers(text: String, expected: String) throws {
  let value = try JSONParser.parse(Array(text.utf8))
  #expect(written { $0.value(value) } == expected)
}
