import EventModel
import Foundation
import Testing

@testable import Readers

/// Expects that nothing of a document disappears: blocks, removed stretches and blanks are the whole text, each byte in
/// one of them only, in order, on the boundaries of code points.
func expectWholeAndDisjoint(
  _ document: SourceDocument, _ location: SourceLocation = #_sourceLocation
) throws {
  let bytes = document.text.bytes
  var position = 0
  for (index, article) in document.articles.enumerated() {
    #expect(article.segment == index + 1, sourceLocation: location)
    let starts = [article.blocks.map(\.range.lowerBound), article.removed.map(\.range.lowerBound)]
    #expect(starts.allSatisfy { zip($0, $0.dropFirst()).allSatisfy(<) }, sourceLocation: location)
    let ranges = (article.blocks.map(\.range) + article.removed.map(\.range)).sorted { $0.lowerBound < $1.lowerBound }
    #expect(ranges.first?.lowerBound == article.range.lowerBound, sourceLocation: location)
    #expect(ranges.last?.upperBound == article.range.upperBound, sourceLocation: location)
    for range in ranges {
      try #require(range.lowerBound >= position && !range.isEmpty, sourceLocation: location)
      #expect(Blank.isBlank(Array(bytes[position..<range.lowerBound])), sourceLocation: location)
      let text = String(validating: bytes[range], as: UTF8.self)
      #expect(text != nil, sourceLocation: location)
      #expect(text?.trimmingCharacters(in: .whitespacesAndNewlines) == text, sourceLocation: location)
      position = range.upperBound
    }
  }
  #expect(Blank.isBlank(Array(bytes[position...])), sourceLocation: location)
}

@Suite struct LayoutLawTests {
  /// The documents of the repository's folder of seeds.
  static let seeds: Result<[SourceDocument], any Error> = Result {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var documents: [SourceDocument] = []
    for file in try InputFinder().files(at: [root.appending(path: "seeds").path(percentEncoded: false)]) {
      var reader = try RecordReader(file)
      while let record = try reader.next() { documents.append(try testReader.get().read(record)) }
    }
    return documents
  }

  @Test func `Nothing of the seeds disappears and each article has a headline and a body`() throws {
    let documents = try Self.seeds.get()
    #expect(documents.count == 5)
    for document in documents {
      try expectWholeAndDisjoint(document)
      for article in document.articles {
        #expect(article.blocks.first?.kind == .headline)
        #expect(article.blocks.count { $0.kind == .headline } == 1)
        #expect(article.blocks.count { $0.kind == .paragraph } > 5)
      }
    }
  }

  @Test func `The file that joins two articles is divided and no other`() throws {
    #expect(try Self.seeds.get().map(\.articles.count) == [2, 1, 1, 1, 1])
  }

  @Test func `Nothing disappears from pages whose lines are shuffled`() throws {
    // A fixed sequence of numbers (Lehmer's), so that a failure can be repeated.
    var state: UInt64 = 20_241_127
    func next(_ bound: Int) -> Int {
      state = state * 48_271 % 2_147_483_647
      return Int(state) % bound
    }
    let cases = LayoutCase.all
    let lines = cases.flatMap { MarkedPage($0.page).text.split(separator: "\n", omittingEmptySubsequences: false) }
    let endings = ["\n", "\r\n", "\n\n", "\r", "\n\u{A0}\n\n\n", "\u{200F}\n", "\u{2028}\n"]
    for _ in 0..<400 {
      var text = "بداية"
      for _ in 0..<(1 + next(30)) { text += endings[next(endings.count)] + lines[next(lines.count)] }
      try expectWholeAndDisjoint(try read(text))
    }
  }
}
