internal import ArabicText
internal import Lexicon

/// Everyday words, which are no part of an unknown personal name.
struct CommonWords: Sendable {
  private var symbols = SymbolMap<Bool>()

  init(lexicon: Lexicon, vocabulary: inout Vocabulary) {
    for row in lexicon.rows("common-words") {
      for form in row.list("forms") where !form.contains(" ") {
        for ending in Self.endings(form) { symbols[vocabulary.intern(ending)] = true }
      }
    }
    for name in ["function-words", "adjectives", "numerals", "anaphors"] {
      for row in lexicon.rows(name) {
        for form in row.list("forms") where !form.contains(" ") { symbols[vocabulary.intern(form)] = true }
      }
    }
  }

  /// A base form with its accusative, feminine, dual and sound plurals.
  private static func endings(_ form: String) -> [String] {
    if form.hasSuffix("ة") {
      let stem = String(form.dropLast())
      return [form, stem + "ات", stem + "تين", stem + "تان"]
    }
    return [form, form + "ا", form + "ة", form + "ات", form + "ين", form + "ون", form + "ان"]
  }

  /// Whether a word is an everyday word.
  func contains(_ symbol: Symbol) -> Bool { symbols.contains(symbol) }
}
