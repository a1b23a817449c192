internal import ArabicText
internal import Lexicon

/// Everyday words, which are no part of an unknown personal name.
struct CommonWords: Sendable {
  private var symbols = SymbolSet()

  /// - Parameter compiled: Has the forms of the table of everyday words, where they need not be made.
  init(lexicon: Lexicon, compiled: CompiledForms?, vocabulary: inout Vocabulary) {
    if let compiled {
      compiled.forEachReading({ _, _, _ in }, everyday: { symbols.insert($0) })
    } else {
      for row in lexicon.rows("common-words") {
        for form in row.values("forms") { EverydayWord.intern(form, &vocabulary) { symbols.insert($0) } }
      }
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
