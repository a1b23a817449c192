import EventModel
import Testing

@testable import ArabicText

private func tokenize(_ text: String, words: String = "") -> TokenizedText {
  var vocabulary = Vocabulary()
  for word in words.split(separator: " ") { _ = vocabulary.intern(String(word)) }
  let source = SourceText(text)
  return Tokenizer(vocabulary: vocabulary)
    .tokenize(source, blocks: [.init(kind: .paragraph, range: 0..<source.bytes.count)])
}

@Suite("Tokenizer")
struct TokenizerTests {
  @Test(
    "Words, numbers and marks are cut where Arabic news glues them",
    arguments: [
      ("الـ24 ساعة", "الـ|24|ساعة"),
      ("لـ18 مكالمة", "لـ|18|مكالمة"),
      ("بـ1.8 مليار", "بـ|1.8|مليار"),
      ("بـ«التقارب»", "بـ|«|التقارب|»"),
      ("و”خصم", "و|”|خصم"),
      ("خدمة Starlink في", "خدمة|Starlink|في"),
      ("تركيا.. والبيت", "تركيا|..|والبيت"),
      ("١٢٫٥ في المائة", "١٢٫٥|في|المائة"),
    ])
  func cuts(text: String, expected: String) {
    let result = tokenize(text)
    #expect(result.tokens.map { result.text[$0.bytes] }.joined(separator: "|") == expected)
  }

  @Test(
    "Sentences end at full stops, not at pauses, abbreviations or decimals",
    arguments: [
      ("وصل الوزير. ثم غادر.", 2), ("قال د. محمد ذلك.", 1), ("بلغ 1.8 مليار.", 1), ("نعم... لا يجوز.", 1),
      ("قال: «لن أحضر.» ثم خرج.", 2), ("هل حضر؟ لا!", 2),
    ])
  func sentences(text: String, count: Int) {
    #expect(tokenize(text).sentences.count == count)
  }

  @Test("A sentence without an end is cut behind a pause, or where it is too long")
  func longSentences() {
    func said(_ count: Int) -> String { String(repeating: "قال ", count: count) }
    #expect(tokenize(said(2500)).sentences.map(\.tokens) == [0..<1024, 1024..<2048, 2048..<2500])
    #expect(tokenize(said(600) + "، " + said(900)).sentences.map(\.tokens) == [0..<601, 601..<1501])
    #expect(tokenize(said(100) + "، " + said(1000)).sentences.map(\.tokens) == [0..<1024, 1024..<1101])
    #expect(tokenize(said(1023) + ".").sentences.count == 1)
  }

  @Test("A word is read in later texts as in the first, whatever other texts were read between them")
  func rereading() {
    var vocabulary = Vocabulary()
    for word in ["زيارة", "الرئيس", "لقاء", "و", "بوتين"] { _ = vocabulary.intern(word) }
    let texts = ["وزيارته للرئيس لـ18 بوتين ولقاؤه", "بزيارة الرئيس", "لقاءه وزيارته زيارةً لـ18 للرئيس"].map(
      SourceText.init)
    let tokenizer = Tokenizer(vocabulary: vocabulary)
    for text in texts + texts.reversed() {
      let blocks = [ArticleLayout.Block(kind: .paragraph, range: 0..<text.bytes.count)]
      let (again, fresh) = (
        tokenizer.tokenize(text, blocks: blocks), Tokenizer(vocabulary: vocabulary).tokenize(text, blocks: blocks)
      )
      #expect(again.tokens == fresh.tokens)
      #expect(again.analyses == fresh.analyses)
      #expect(fresh.analyses.contains { $0.stem != .none })
    }
  }

  @Test("Tokens slice to the text and cover everything but white space")
  func cover() {
    let text = "قال «سيرغي لافروف»، الأربعاء، إنّه أجرى 5 اتصالات مع CNN."
    let result = tokenize(text)
    let joined = result.tokens.map { result.text[$0.bytes] }.joined()
    #expect(joined == text.filter { $0 != " " })
  }

  @Test("Numbers have values in Western and Eastern digits", arguments: [("18", 18), ("١٩٦٢", 1962), ("1,200", 1200)])
  func numbers(text: String, value: Int) {
    #expect(tokenize(text).tokens.first?.number == value)
  }
}

@Suite("Clitics")
struct CliticTests {
  @Test(
    "Names that begin with clitic letters stay whole",
    arguments: ["بوتين", "وليام", "كييف", "بايدن", "وارسو", "كوشنر", "فلين"])
  func names(name: String) {
    let result = tokenize(name, words: "بوتين وليام كييف بايدن وارسو كوشنر فلين لين ارسو")
    #expect(result.analyses(of: 0).first?.proclitics == [])
    #expect(result.tokens[0].whole != .none)
  }

  @Test(
    "Clitics come off known stems",
    arguments: [
      ("وكيسلياك", "كيسلياك", Proclitics.wa, nil), ("لكييف", "كييف", .la, nil), ("للإعلام", "إعلام", [.la, .al], nil),
      ("وللكرملين", "الكرملين", [.wa, .la], nil), ("زيارته", "زيارة", [], Enclitic.hu),
      ("لقائهما", "لقاء", [], .huma), ("سيوقع", "يوقع", .sa, nil), ("بالروس", "روس", [.ba, .al], nil),
      ("التقاه", "التقى", [], .hu), ("واتهموه", "اتهموا", .wa, .hu),
    ] as [(String, String, Proclitics, Enclitic?)])
  func split(word: String, stem: String, proclitics: Proclitics, enclitic: Enclitic?) {
    var vocabulary = Vocabulary()
    let symbol = vocabulary.intern(stem)
    let source = SourceText(word)
    let result = Tokenizer(vocabulary: vocabulary)
      .tokenize(source, blocks: [.init(kind: .paragraph, range: 0..<source.bytes.count)])
    let expected = Analysis(proclitics: proclitics, stem: symbol, enclitic: enclitic)
    #expect(result.analyses(of: 0).contains(expected))
  }

  @Test("Unknown words keep what their letters tell: the article, and a conjunction before a long word")
  func unknown() {
    #expect(tokenize("والمستشفى").analyses(of: 0).first?.proclitics == [.wa, .al])
    #expect(tokenize("وميدفيدتشوك").analyses(of: 0).first?.proclitics == .wa)
    #expect(tokenize("ميدفيدتشوك").analyses(of: 0).isEmpty)
  }
}

@Suite("Folding")
struct FoldingTests {
  @Test(
    "Spellings of one word fold together",
    arguments: [
      ("أميركا", "اميركا"), ("الرِّئيس", "الرئيس"), ("إلى", "الى"), ("مـــحمد", "محمد"), ("ایران", "ايران"),
      ("٢٠٢٢", "2022"),
    ])
  func together(left: String, right: String) {
    #expect(Folding.fold(left) == Folding.fold(right))
  }

  @Test("Hamza seats stay apart")
  func hamza() {
    #expect(Folding.fold("مسؤول") != Folding.fold("مسئول"))
  }

  @Test("Final letters are a fallback, and an exact spelling wins")
  func fallback() {
    var vocabulary = Vocabulary()
    let preposition = vocabulary.intern("على")
    #expect(vocabulary.symbol("علي") == preposition)
    let name = vocabulary.intern("علي")
    #expect(vocabulary.symbol("علي") == name)
    #expect(vocabulary.symbol("على") == preposition)
    let feminine = vocabulary.intern("سفارة")
    #expect(vocabulary.symbol("سفاره") == feminine)
  }

  @Test("Interning many words keeps every symbol")
  func many() {
    var vocabulary = Vocabulary()
    let symbols = (0..<60_000).map { vocabulary.intern("كلمة\($0)") }
    #expect(Set(symbols).count == symbols.count)
    #expect((0..<60_000).allSatisfy { vocabulary.symbol("كلمة\($0)") == symbols[$0] })
  }
}
