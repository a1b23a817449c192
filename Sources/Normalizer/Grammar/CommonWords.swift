internal import ArabicText
internal import Lexicon

/// Everyday words, which are no part of an unknown personal name.
struct CommonWords: Sendable {
  private var symbols = SymbolSet()

  init(lexicon: Lexicon, vocabulary: inout Vocabulary) {
    for row in lexicon.rows("common-words") {
      for form in row.values("forms") { EverydayWord.intern(form, &vocabulary) { symbols.insert($0) } }
    }
    for name in ["function-words", "adjectives", "numerals", "anaphors"] {
      // Words that names end like are read by their letters alone, see ``FunctionWords``.
      for row in lexicon.rows(name) where !row.has("hand", in: "value") {
        for form in row.values("forms") where !form.contains(0x20) { symbols.insert(vocabulary.intern(utf8: form)) }
      }
    }
    symbols.mark(.commonWord, in: &vocabulary)
  }

  /// Whether a word is an everyday word.
  func contains(_ symbol: Symbol) -> Bool { symbols.contains(symbol) }
}

extension CommonWords: Imaged {
  init(from image: inout ImageReader) { symbols = image.read() }

  func write(to image: inout ImageWriter) { image.write(symbols) }
}
