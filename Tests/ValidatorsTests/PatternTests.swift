import Testing

@testable import Validators

@Suite struct PatternTests {
  @Test(arguments: [
    ("^evt-[0-9a-f]{16}$", "evt-0123456789abcdef", true), ("^evt-[0-9a-f]{16}$", "evt-0123456789abcdeg", false),
    ("^evt-[0-9a-f]{16}$", "evt-0123456789abcdef0", false), ("b+", "aabbcc", true), ("b+", "aacc", false),
    ("^a|b$", "axx", true), ("^a|b$", "xxb", true), ("^a|b$", "xax", false), ("^(ab|cd){2,3}$", "abcdab", true),
    ("^(ab|cd){2,3}$", "ab", false), ("^(ab|cd){2,3}$", "abababab", false), ("^.$", "ب", true), ("^.$", "😀", true),
    ("^.$", "\n", false), ("^\\p{L}+$", "خبر", true), ("^\\p{L}+$", "خبر1", false), ("^\\P{L}+$", "123", true),
    ("^[^\\d\\s]+$", "ab٣", true), ("^[^\\d\\s]+$", "a b", false), ("^[ء-ي]+$", "مقال", true),
    ("^\\u0628\\x41\\u{1F600}$", "بA😀", true), ("", "anything", true), ("^$", "", true), ("^$", "x", false),
    ("^(?:a|b)??c*?$", "bccc", true), ("[a\\-z]", "-", true), ("[a-]", "-", true), ("\\.", "a", false),
    ("(?<year>[0-9]{4})", "in 2024", true), ("x*", "", true), ("^(a*)*$", "aaaa", true), ("a{0}b", "b", true),
    ("^[\\w.]+@[\\w.]+$", "a.b@c.d", true), ("$^", "", true), ("a$b", "a$b", false), ("[]", "x", false),
    ("[^]", "x", true), ("\\ud83d\\ude00", "😀", true), ("\\cA", "\u{1}", true), ("^\\D$", "٣", true),
  ])
  func expressionsMatchAsTheyShould(text: String, string: String, expected: Bool) throws {
    #expect(try Pattern(text).matches(string) == expected)
  }

  @Test(arguments: [
    ("[0-9]{4}", "2024", true), ("[0-9]{4}", "in 2024", false), ("a|bc", "bcd", false), ("a|bc", "bc", true),
    ("", "", true), ("", "x", false),
  ])
  func aWholeMatchLeavesNothingOver(text: String, string: String, expected: Bool) throws {
    #expect(try Pattern(text, whole: true).matches(string) == expected)
  }

  @Test(arguments: [
    "(", ")", "[a", "a**", "*a", "a{2,1}", "a{1001}", "a{x}", "(?=a)", "(?!a)", "(?<=a)", "\\1", "\\b", "\\q", "\\",
    "[z-a]", "\\p{Klingon}", "\\u12", "^*", "]", "}",
  ])
  func whatCannotBeUsedIsRefused(text: String) {
    #expect(throws: PatternError.self) { try Pattern(text) }
  }

  @Test func timeDoesNotExplode() throws {
    let pattern = try Pattern("^(a|aa)+$")
    #expect(!pattern.matches(String(repeating: "a", count: 100_000) + "b"))
  }
}
