import BundledTables
import EventModel
import Lexicon
import Testing

@testable import Readers

@Suite struct LetterModelTests {
  @Test func `Every letter and the boundary have a row, and every row costs something`() throws {
    let rows = try Lexicon.bundled().rows("letters")
    #expect(Set(rows.map { $0["letter"] }).count == 37)
    let model = try LetterModel(rows)
    for letter in (0xC1...0xDA as ClosedRange<UInt8>).map({ $0 }) + (0xE1...0xEA) {
      let reading = model.read([0x20, letter, 0x20], by: .iso8859Part6)
      #expect(reading.letters == 1)
      #expect(reading.cost > 18, "\(letter)")
    }
    #expect(model.read(Array("No letter, 1.\n".utf8), by: .windows1256).cost == 0)
  }

  @Test func `A usual word costs less than the same letters backwards`() throws {
    let model = try textDecoder().letters
    for word in ["الرئيس", "المتحدة", "الخارجية", "انتخابات"] {
      func cost(_ text: String) -> Int { model.read(bytes(text, in: .windows1256), by: .windows1256).cost }
      #expect(cost(word) < cost(String(word.reversed())))
    }
  }

  @Test func `Signs that end a word cost something within one, other vowel signs nothing`() throws {
    let model = try textDecoder().letters
    func cost(_ bytes: [UInt8]) -> Int { model.read(bytes, by: .iso8859Part6).cost }
    let plain = cost([0xC8, 0xE4])
    for sign in [0xEC, 0xED] as [UInt8] { #expect(cost([0xC8, sign, 0xE4]) > plain + 100) }
    for sign in [0xE0, 0xEE, 0xF0, 0xF1, 0xF2] as [UInt8] { #expect(cost([0xC8, sign, 0xE4]) == plain) }
  }

  @Test(arguments: [
    ("letters-letter", "بت\tا 5"), ("letters-letter", "x\tا 5"), ("letters-follower", "ب\tا"),
    ("letters-follower", "ب\tا 5 | ت 256"), ("letters-follower", "ب\tx 5"),
  ])
  func `A row that is not understood is refused with its line`(id: String, row: String) throws {
    let table = try Table(name: "letters", file: "letters.tsv", contents: Array(("letter\tfollowers\n" + row).utf8))
    let fault = #expect(throws: Diagnostic.self) { try LetterModel(table.rows) }
    #expect(fault?.id == id)
    #expect(fault?.line == 2)
  }
}
