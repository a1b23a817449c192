/// Lines of a manual page in the man(7) macros.
struct Roff {
  /// What was written, each line with its end.
  private(set) var output = ""

  /// Writes a macro with its arguments.
  mutating func macro(_ name: String, _ arguments: [String] = []) {
    output += "." + name
    for argument in arguments {
      output += " \"" + Self.escaped(argument).replacing("\"", with: "\\(dq") + "\""
    }
    output += "\n"
  }

  /// Leaves the right margin uneven from here on.
  mutating func alignLeft() {
    output += ".ad l\n"
  }

  /// Writes a line of text.
  mutating func text(_ line: String) {
    // A dot or an apostrophe at the beginning would be a macro.
    output += (line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : "") + Self.escaped(line) + "\n"
  }

  /// Writes paragraphs; lines that are indented stay as they are.
  mutating func prose(_ text: String) {
    guard !text.isEmpty else { return }
    var isLiteral = false
    macro("PP")
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isIndented = line.hasPrefix("  ")
      if isIndented != isLiteral {
        macro(isIndented ? "nf" : "fi")
        isLiteral = isIndented
      }
      if line.isEmpty { macro("PP") } else { self.text(String(line)) }
    }
    if isLiteral { macro("fi") }
  }

  /// Writes a line of its own in bold, such as one of a synopsis.
  mutating func entry(of text: String) {
    macro("PP")
    macro("B", [text])
  }

  /// Writes an indented paragraph with its label.
  mutating func item(_ label: String, _ text: String) {
    macro("TP")
    macro("B", [label])
    self.text(text)
  }

  private static func escaped(_ text: String) -> String {
    // Else a hyphen is set as a dash that nobody can search for or paste.
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
  }
}
