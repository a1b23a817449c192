import ArabicText
import EventModel
import Lexicon
import Testing

@testable import Normalizer

/// What was compiled when the program was built is what the rules make of the same tables.
@Suite struct CompiledFormsTests {
  private let compiled: Knowledge
  private let made: Knowledge
  private let lexicon: Lexicon

  init() throws {
    lexicon = try Lexicon.bundled()
    compiled = try Knowledge(lexicon: lexicon)
    // Tables that come from elsewhere, with the same rows.
    var others = Lexicon()
    for source in lexicon.sources { try others.add(file: source.name, contents: source.contents) }
    made = try Knowledge(lexicon: others)
  }

  @Test("A bundled table is known from one that was read, or to which rows were added")
  func origins() throws {
    var extended = lexicon
    try extended.add(file: "mine/verbs.tsv", contents: Array("id\tverb\nx\tغردق/يغردق\n".utf8))
    #expect(lexicon.isBundled("verbs") && !extended.isBundled("verbs") && extended.isBundled("common-words"))
    let knowledge = try Knowledge(lexicon: extended)
    #expect(readings(of: ["يغردقون", "التقى"], in: knowledge).map(\.isEmpty) == [false, false])
    #expect(readings(of: ["يغردقون", "التقى"], in: compiled).map(\.isEmpty) == [true, false])
  }

  @Test("Every form of a verb is read alike, and the verbs of one form stand in one order")
  func verbs() {
    var forms: [String] = []
    for (number, row) in lexicon.rows("verbs").enumerated() where number.isMultiple(of: 5) {
      var conjugation = Conjugation()
      guard let pair = Array(row.values("verb")).first, conjugation.conjugate(pair: pair) else { continue }
      conjugation.forEach { _, letters in forms.append(String(decoding: letters, as: UTF8.self)) }
    }
    #expect(forms.count > 10_000)
    let (left, right) = (readings(of: forms, in: compiled), readings(of: forms, in: made))
    #expect(left.count == forms.count && left == right)
    #expect(left.allSatisfy { !$0.isEmpty })
  }

  @Test("Every form of an everyday word is one alike")
  func everydayWords() {
    let words = lexicon.rows("common-words").flatMap { $0.list("forms") }.filter { !$0.utf8.contains(0x20) }
    let forms = words.prefix(2000).flatMap { [$0, $0 + "ات", $0 + "ين", $0 + "كث"] }
    let found = [compiled, made].map { knowledge in
      tokens(of: forms, in: knowledge).map { knowledge.commonWords.contains($0.whole) }
    }
    #expect(found[0].count == forms.count && found[0] == found[1])
    #expect(found[0].contains(true) && found[0].contains(false))
  }

  private func readings(of words: [String], in knowledge: Knowledge) -> [[VerbForm]] {
    tokens(of: words, in: knowledge).map { token in knowledge.verbs.entries(token.whole).map(\.form) }
  }

  private func tokens(of words: [String], in knowledge: Knowledge) -> [Token] {
    let text = SourceText(words.joined(separator: " "))
    let block = ArticleLayout.Block(kind: .paragraph, range: 0..<text.bytes.count)
    return knowledge.tokenizer.tokenize(text, blocks: [block]).tokens
  }
}
