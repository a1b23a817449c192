import EventModel
import Testing

@testable import ArabicText

@Suite("Vocabulary")
struct VocabularyTests {
  /// Different words of Arabic letters, one for each number.
  private static func word(_ number: Int, _ ending: String = "") -> String {
    let letters = Array("بتثجحخدذرزسشصضطظعغفق")
    var rest = number
    var word = ""
    for _ in 0..<4 {
      word.append(letters[rest % letters.count])
      rest /= letters.count
    }
    return word + ending
  }

  @Test("A vocabulary that outgrows its room finds every word and its fallback again")
  func grows() {
    var vocabulary = Vocabulary(words: 1)
    let symbols = (0..<6000).map { vocabulary.intern(Self.word($0, $0 % 3 == 0 ? "ة" : "")) }
    #expect(vocabulary.count == 6000)
    #expect((0..<6000).allSatisfy { vocabulary.symbol(Self.word($0, $0 % 3 == 0 ? "ة" : "")) == symbols[$0] })
    #expect(stride(from: 0, to: 6000, by: 3).allSatisfy { vocabulary.symbol(Self.word($0, "ه")) == symbols[$0] })
    #expect(vocabulary.symbol(Self.word(1, "ه")) == .none)
  }

  @Test("Interning folds as looking up does", arguments: ["أَكَّدَ", "الـبيت", "إيران", "CNN", "می‌گوید", "٢٠١٥"])
  func folds(word: String) {
    var vocabulary = Vocabulary()
    let symbol = vocabulary.intern(word)
    #expect(Array(vocabulary.bytes(of: symbol)) == Folding.fold(word))
    #expect(vocabulary.symbol(folded: Folding.fold(word)[...]) == symbol)
  }

  @Test("A token bears the marks of all its readings, and of no other word")
  func marks() {
    var vocabulary = Vocabulary()
    let (first, second) = (WordMarks(rawValue: 1), WordMarks(rawValue: 2))
    vocabulary.mark(vocabulary.intern("وليد"), first)
    vocabulary.mark(vocabulary.intern("ليد"), second)
    vocabulary.mark(.none, WordMarks(rawValue: 4))
    let source = SourceText("وليد ليد زار")
    let text = Tokenizer(vocabulary: vocabulary)
      .tokenize(source, blocks: [.init(kind: .paragraph, range: 0..<source.bytes.count)])
    #expect(text.tokens.map(\.marks) == [first.union(second), second, []])
  }

  @Test("A word that is printed again is read as before")
  func remembers() {
    var vocabulary = Vocabulary()
    for word in ["بيت", "كتاب", "بوتين", "مدرسة"] { _ = vocabulary.intern(word) }
    let half = "وبالبيت وكتابه بوتين ومدرسته لـ18 كتاباً وَكِتَابُهُ وكتابه CNN "
    let source = SourceText(half + half)
    let text = Tokenizer(vocabulary: vocabulary)
      .tokenize(source, blocks: [.init(kind: .paragraph, range: 0..<source.bytes.count)])
    let count = text.tokens.count / 2
    for token in 0..<count {
      let (left, right) = (text.tokens[token], text.tokens[token + count])
      #expect(left.whole == right.whole && left.marks == right.marks && left.isBareClitic == right.isBareClitic)
      #expect(left.hasTanwin == right.hasTanwin)
      #expect(Array(text.analyses(of: token)) == Array(text.analyses(of: token + count)))
    }
  }
}
