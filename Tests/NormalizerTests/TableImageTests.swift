import ArabicText
import BundledTables
import EventModel
import Lexicon
import Testing

@testable import Normalizer

/// What the tables were compiled to when the program was built is what they are compiled to now.
@Suite struct TableImageTests {
  private let lexicon: Lexicon
  private let bundled: Normalizer

  init() throws {
    lexicon = try Lexicon.bundled()
    bundled = try Normalizer(lexicon: lexicon, images: CompiledTables.images)
  }

  @Test("The image is that of the bundled tables, read and written again as well as compiled again")
  func bytes() throws {
    // Not compared as a whole by an expectation, which would print megabytes.
    let (actors, grammar) = ("\(CompiledTables.images.actors)", "\(CompiledTables.images.grammar)")
    let images = TableImages(actors: actors, grammar: grammar)
    let isSameReadAgain = bundled.images == images
    let isSameCompiledAgain = try Normalizer(lexicon: lexicon, images: nil).images == images
    #expect(actors.utf8.count > 1_000_000 && grammar.utf8.count > 1_000_000 && isSameReadAgain && isSameCompiledAgain)
  }

  @Test("Every stored property of the tables is in the image, but for those that serve only to compile")
  func properties() throws {
    let compiled = try Knowledge(lexicon: lexicon)
    var (left, right) = (TableOutline(), TableOutline())
    left.add(bundled.knowledge, at: "knowledge")
    right.add(compiled, at: "knowledge")
    #expect(left.lines.count > 50_000)
    let differences = zip(left.lines, right.lines).filter { $0 != $1 }
    #expect(left.lines.count == right.lines.count && differences.isEmpty, "\(differences.prefix(20))")
  }

  @Test("Rows of entities are read by their places in the bundled tables")
  func rows() throws {
    let known = bundled.knowledge.actors.known
    let compiled = try Knowledge(lexicon: lexicon).actors.known
    #expect(known.map(\.key) == compiled.map(\.key) && known.map(\.name) == compiled.map(\.name))
    #expect(known.map(\.row.line) == compiled.map(\.row.line))
    #expect(known.contains { $0.key == "country:FRA" && $0.name == "فرنسا" && $0.nameEnglish == "France" })
  }

  @Test("Tables to which rows were added are compiled, with the image as without")
  func added() throws {
    var extended = lexicon
    try extended.add(file: "mine/verbs.tsv", contents: Array("id\tverb\nx\tغردق/يغردق\n".utf8))
    #expect(lexicon.isBundled && !extended.isBundled)
    let normalizer = try Normalizer(lexicon: extended, images: CompiledTables.images)
    #expect(isVerb("يغردقون", normalizer) && !isVerb("يغردقون", bundled))
    #expect(isVerb("التقى", normalizer) && isVerb("التقى", bundled))
  }

  @Test("A row that replaces one of the program's own does so in the image's place")
  func replaced() throws {
    var extended = lexicon
    let row = "FRA\tفرنسا الجديدة\tNew France\n"
    try extended.add(file: "mine/countries.tsv", contents: Array(("id\tname\tname_en\n" + row).utf8))
    let known = try Normalizer(lexicon: extended, images: CompiledTables.images).knowledge.actors.known
    #expect(known.filter { $0.key == "country:FRA" }.map(\.name) == ["فرنسا الجديدة"])
  }

  @Test("Bytes become text and bytes again", arguments: [0, 1, 5, 6, 7, 11, 12, 600])
  func digits(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 200) }
    let text = ImageDigits.text(of: bytes)
    #expect(text.utf8.allSatisfy { (0x30..<0x70).contains($0) } && text.utf8.count == (count + 5) / 6 * 8 + 8)
    // In parts of any size from eight bytes on.
    for size in [8, 9, 13, 14, 64, 1000] {
      let read = Array(text.utf8).withUnsafeBytes { text in
        var (digits, read, part) = (ImageDigits(text), [] as [UInt8], Array(repeating: 0 as UInt8, count: size))
        #expect(digits.count == count)
        while digits.count > 0 {
          let filled = part.withUnsafeMutableBytes { digits.read(into: $0) }
          read += part[..<filled]
        }
        return read
      }
      #expect(read == bytes)
    }
  }

  private func isVerb(_ word: String, _ normalizer: Normalizer) -> Bool {
    let text = SourceText(word)
    let block = ArticleLayout.Block(kind: .paragraph, range: 0..<text.bytes.count)
    let tokens = normalizer.knowledge.tokenizer.tokenize(text, blocks: [block]).tokens
    return tokens.contains { !normalizer.knowledge.verbs.entries($0.whole).isEmpty }
  }
}
