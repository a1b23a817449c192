import ArabicText
import EventModel
import Foundation
import Testing

@testable import Normalizer

/// Reads words that begin or end like particles, each with the particles that it must be cut into, joined by +, or `-`.
@Suite struct CliticCasesTests {
  @Test("Words are cut into particles and stem, and names that begin like particles stay whole")
  func cases() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Cases/clitics.tsv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count >= 140)
    let fixture = try TablesFixture.shared()
    for line in lines {
      let cells = line.split(separator: "\t").map(String.init)
      try #require(cells.count == 3, "\(line)")
      let text = try #require(
        fixture.normalizer.tokens(of: try fixture.document("وقال \(cells[0]) أمس.")).first)
      let token = try #require(text.tokens.indices.first { text.string($0..<$0 + 1) == cells[0] }, "\(cells[0])")
      let reading = fixture.normalizer.reading(of: token, in: text)
      #expect(Self.letters(reading?.proclitics ?? []) == cells[1], "\(cells[0])")
      #expect(reading?.enclitic?.letters ?? "-" == cells[2], "\(cells[0])")
    }
  }

  private static func letters(_ proclitics: Proclitics) -> String {
    let all: [(Proclitics, String)] = [
      (.wa, "و"), (.fa, "ف"), (.ba, "ب"), (.ka, "ك"), (.la, "ل"), (.sa, "س"), (.al, "ال"),
    ]
    let found = all.filter { proclitics.contains($0.0) }.map(\.1)
    return found.isEmpty ? "-" : found.joined(separator: "+")
  }
}
