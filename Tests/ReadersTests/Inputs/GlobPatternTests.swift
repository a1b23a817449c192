import Testing

@testable import Readers

@Suite struct GlobPatternTests {
  /// Whether a path below the pattern's folder is found.
  private func finds(_ pattern: GlobPattern, _ path: String) -> Bool {
    var names = path.split(separator: "/").map(String.init)
    let file = names.removeLast()
    var progress = pattern.start
    for name in names {
      guard let (next, isComplete) = pattern.entering(name, progress) else { return false }
      if isComplete { return true }
      progress = next
    }
    return pattern.matches(file, progress)
  }

  @Test(
    arguments: [
      ("*.txt", ["a.txt", ".txt", "ab.txt"], ["a.txt.gz", "a/b.txt"]),
      ("a?c.txt", ["abc.txt", "aبc.txt"], ["ac.txt", "abbc.txt"]),
      ("[a-c!]x", ["ax", "cx", "!x"], ["dx", "-x", "x"]),
      ("[!a-c]x", ["dx", "يx"], ["ax", "x"]),
      ("[]]x*", ["]x", "]xy"], ["x", "[x"]),
      ("[ء-ي]*", ["خبر.txt"], ["a.txt"]),
      ("**/*.html", ["a.html", "b/a.html", "b/c/d.html"], ["a.txt", "b/a.htm"]),
      ("**", ["a", "b/c"], []),
      ("a*/**/b?", ["a/b1", "ab/c/d/b2"], ["b/b1", "a/b", "a/c/x"]),
      ("*/b.txt", ["a/b.txt"], ["b.txt", "a/c/b.txt"]),
      ("*", ["a", "b/c"], []),
      ("\\**", ["*", "*a"], ["a"]),
      ("[a", [], ["a"]),
      ("*a*a*a*b", ["aaab", "xaxaxab"], ["aaa", "aab", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac"]),
    ] as [(String, [String], [String])])
  func `A pattern matches names as shells do`(text: String, hits: [String], misses: [String]) throws {
    guard let pattern = GlobPattern(text) else {
      #expect(text == "[a")
      return
    }
    for path in hits { #expect(finds(pattern, path), "\(path)") }
    for path in misses { #expect(!finds(pattern, path), "\(path)") }
  }

  @Test(arguments: [
    ("*.txt", ""), ("a/b/*.txt", "a/b"), ("/*.txt", "/"), ("/a/b*/c", "/a"), ("./x/**", "./x"), ("a\\[b/*", "a[b"),
  ])
  func `The folder of a pattern is what stands before its wildcards`(text: String, root: String) {
    #expect(GlobPattern(text)?.root == root)
  }

  @Test(arguments: ["", "a/b.txt", "a\\*b", "[a", "ab]"])
  func `A path without wildcards is no pattern`(text: String) {
    #expect(GlobPattern(text) == nil)
  }
}
