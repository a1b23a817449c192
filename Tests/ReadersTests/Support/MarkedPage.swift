import BundledTables
import EventModel
import Foundation
import Lexicon
import Testing

@testable import Readers

/// A page whose lines say what they are: `role | text`, where a role is a kind of block or `-` and a reason of removal.
/// An empty line stays one; a line `====` stands for the beginning of the next article and is no part of the text.
struct MarkedPage {
  var text = ""
  /// For each article, role and text of each line.
  var expected: [[String]] = [[]]

  init(_ marked: String) {
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "====" {
        expected.append([])
        continue
      }
      if let bar = line.range(of: " | ") {
        let printed = String(line[bar.upperBound...])
        text += printed
        expected[expected.count - 1].append(line[..<bar.lowerBound] + " | " + MarkedPage.trim(printed))
      }
      text += "\n"
    }
  }

  private static func trim(_ text: String) -> String {
    String(text.drop { $0 == " " || $0 == "\u{A0}" })
  }

  /// The articles that a reader finds, written in the same way.
  static func roles(of document: SourceDocument) -> [[String]] {
    document.articles.map { article in
      let kept = article.blocks.map { ($0.range, $0.kind.rawValue) }
      let removed = article.removed.map { ($0.range, "-" + $0.reason.rawValue) }
      return (kept + removed).sorted { $0.0.lowerBound < $1.0.lowerBound }
        .map { $0.1 + " | " + document.text[$0.0] }
    }
  }
}

/// A reader with the bundled tables and the names of two media.
let testReader: Result<DocumentReader, any Error> = Result {
  var lexicon = try Lexicon.bundled()
  let media =
    "id\tname\tname_en\tkind\taliases\nt1\tصحيفة الفجر الجديد\tNew Dawn\tnewspaper\tالفجر الجديد\nt2\tرويترز\tReuters\tagency\n"
  try lexicon.add(file: "media.tsv", contents: Array(media.utf8))
  return try DocumentReader(lexicon: lexicon)
}

/// Reads a plain text.
func read(_ text: String) throws -> SourceDocument {
  try testReader.get().read(RawRecord(path: "a/page.txt", bytes: Array(text.utf8), mediaType: .plainText))
}
