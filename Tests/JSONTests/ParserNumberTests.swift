import Testing

@testable import JSON

@Suite struct ParserNumberTests {
  private func number(_ text: String) throws -> JSONNumber {
    try #require(JSONNumber(text))
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("12", 12), ("1.0", 1), ("1e3", 1000), ("1200e-2", 12), ("1.5", nil), ("1e-1", nil),
      ("9223372036854775807", .max), ("-9223372036854775808", .min), ("9223372036854775808", nil), ("1e19", nil),
      ("1e999999999999999999999", nil), ("0e999999999999999999999", 0),
    ] as [(String, Int?)])
  func anIntegerIsReadWhateverItsSpelling(text: String, expected: Int?) throws {
    #expect(try number(text).int == expected)
  }

  @Test(arguments: [
    ("1", "2"), ("-2", "-1"), ("-1", "0"), ("0.1", "0.11"), ("9007199254740992", "9007199254740993"),
    ("1e400", "1.00001e400"), ("1e-400", "2e-400"), ("-1e400", "1e-400"), ("99999999999999999999", "1e20"),
    ("0", "1e-999999999999999999999"), ("1e5", "1e999999999999999999999"),
  ])
  func orderIsExact(less: String, more: String) throws {
    #expect(try number(less) < number(more))
    #expect(try !(number(more) < number(less)))
    #expect(try number(less) != number(more))
  }

  @Test(arguments: [("1", "1.0"), ("100", "1e2"), ("-0", "0"), ("0.5e1", "5"), ("12e-1", "1.20")])
  func equalityIsThatOfTheValue(left: String, right: String) throws {
    #expect(try number(left) == number(right))
    #expect(try number(left).hashValue == number(right).hashValue)
  }

  @Test(arguments: [
    ("10", "5", true), ("10", "4", false), ("4.5", "1.5", true), ("0.0075", "0.0001", true),
    ("0.00751", "0.0001", false),
    ("0", "7", true), ("1e308", "0.123456789", false),
    ("1e308", "0.5", true), ("5", "10", false),
    ("12391239123", "1e-8", true),
    ("246913578024691357802469135780", "123456789012345678901234567890", true),
    ("246913578024691357802469135781", "123456789012345678901234567890", false),
    ("1e999999999", "3", false), ("3e999999999", "3", true), ("1e80", "1208925819614629174706176", true),
    ("1e79", "1208925819614629174706176", false),
  ])
  func multiplesAreExact(text: String, divisor: String, expected: Bool) throws {
    #expect(try number(text).isMultiple(of: number(divisor)) == expected)
  }

  @Test(arguments: ["", " 1", "1 ", "+1", ".5", "0x1", "Infinity", "١"])
  func whatIsNoNumberMakesNone(text: String) {
    #expect(JSONNumber(text) == nil)
  }
}
