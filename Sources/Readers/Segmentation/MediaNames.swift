internal import Lexicon

/// The names of news media (`media`).
struct MediaNames: Sendable {
  private struct Name {
    let text: String
    let isAgency: Bool
  }

  private var names: [[UInt8]: Name] = [:]

  /// Compiles the table.
  init(_ rows: [Table.Row]) {
    for row in rows {
      for text in [row["name"], row["name_en"]] + row.list("aliases") {
        let line = FoldedLine(text)
        guard !line.bytes.isEmpty, names[line.bytes] == nil else { continue }
        names[line.bytes] = Name(text: text, isAgency: row["kind"] == "agency")
      }
    }
  }

  /// Whether a line is the name of a medium and nothing else.
  func contain(_ line: FoldedLine) -> Bool {
    names[line.bytes] != nil
  }

  /// The medium that prints the article, among the words of a byline; an agency only supplies it.
  func outlet(in line: FoldedLine) -> String? {
    for length in stride(from: min(3, line.count), through: 1, by: -1) {
      for start in 0...(line.count - length) {
        let words = line.bytes[line.words[start].lowerBound..<line.words[start + length - 1].upperBound]
        if let name = names[Array(words)] {
          if !name.isAgency { return name.text }
        } else if let name = gluedOutlet(words, firstWord: line.words[start]) {
          return name
        }
      }
    }
    return nil
  }

  /// The second of two names that were printed without a space between them.
  private func gluedOutlet(_ words: ArraySlice<UInt8>, firstWord: Range<Int>) -> String? {
    // Arabic letters take two bytes; a name has at least two.
    for split in stride(from: firstWord.lowerBound + 4, to: firstWord.upperBound - 3, by: 2) {
      guard names[Array(words[..<split])] != nil, let second = names[Array(words[split...])], !second.isAgency
      else { continue }
      return second.text
    }
    return nil
  }
}
