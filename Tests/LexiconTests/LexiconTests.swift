import BundledTables
import EventModel
import Testing

@testable import Lexicon

@Suite struct LexiconTests {
  @Test("Every bundled table can be read and has rows")
  func bundled() throws {
    let lexicon = try Lexicon.bundled()
    #expect(lexicon.names.contains("triggers") && lexicon.names.contains("persons"))
    #expect(lexicon.sources.count == lexicon.names.count)
    for name in lexicon.names { #expect(!lexicon.rows(name).isEmpty, "\(name)") }
  }

  @Test("A later row replaces that of its id and others are added")
  func layers() throws {
    var lexicon = Lexicon()
    try lexicon.add(file: "bundled/words.tsv", contents: Array("id\tform\na\tألف\nb\tباء\n".utf8))
    try lexicon.add(file: "mine/words.tsv", contents: Array("form\tid\nهمزة\ta\nتاء\tc\n".utf8))
    let forms = Dictionary(uniqueKeysWithValues: lexicon.rows("words").map { ($0["id"], $0["form"]) })
    #expect(forms == ["a": "همزة", "b": "باء", "c": "تاء"])
    #expect(lexicon.rows("words").first { $0["id"] == "a" }?.file == "mine/words.tsv")
    #expect(lexicon.sources.map(\.name) == ["words.tsv", "words.tsv"])
  }

  @Test("An unknown table is empty")
  func unknown() throws {
    #expect(try Lexicon.bundled().rows("no-such-table").isEmpty)
  }
}
