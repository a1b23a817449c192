internal import ArabicText
internal import Lexicon

/// Everyday words, which are no part of an unknown personal name.
struct CommonWords: Sendable {
  private var symbols = SymbolSet()

  init(lexicon: Lexicon, vocabulary: inout Vocabulary) {
    for row in lexicon.rows("common-words") {
      for form in row.values("forms") where !form.contains(0x20) { add(form, &vocabulary) }
    }
    for name in ["function-words", "adjectives", "numerals", "anaphors"] {
      for row in lexicon.rows(name) {
        for form in row.values("forms") where !form.contains(0x20) { symbols.insert(vocabulary.intern(utf8: form)) }
      }
    }
    symbols.mark(.commonWord, in: &vocabulary)
  }

  /// Adds a base form with its accusative, feminine, dual and sound plurals.
  private mutating func add(_ form: UnsafeBufferPointer<UInt8>, _ vocabulary: inout Vocabulary) {
    symbols.insert(vocabulary.intern(utf8: form))
    let isFeminine = form.count >= 2 && form[form.count - 2] == 0xD8 && form[form.count - 1] == 0xA9
    let stem = UnsafeBufferPointer(rebasing: form.dropLast(isFeminine ? 2 : 0))
    for ending in isFeminine ? Self.feminineEndings : Self.endings {
      symbols.insert(vocabulary.intern(utf8: stem, ending: ending))
    }
  }

  private static let feminineEndings: [StaticString] = ["ات", "تين", "تان"]
  private static let endings: [StaticString] = ["ا", "ة", "ات", "ين", "ون", "ان"]

  /// Whether a word is an everyday word.
  func contains(_ symbol: Symbol) -> Bool { symbols.contains(symbol) }
}
