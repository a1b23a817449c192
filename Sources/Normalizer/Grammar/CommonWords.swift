internal import ArabicText
internal import Lexicon

/// Everyday words, which are no part of an unknown personal name.
struct CommonWords: Sendable {
  private var symbols = SymbolSet()

  init(lexicon: Lexicon, vocabulary: inout Vocabulary) {
    var form: [UInt8] = []
    for row in lexicon.rows("common-words") {
      row.forEachValue("forms") { value in
        form.removeAll(keepingCapacity: true)
        value.withUnsafeBufferPointer { form += $0 }
        if !form.contains(0x20) { add(&form, &vocabulary) }
      }
    }
    for name in ["function-words", "adjectives", "numerals", "anaphors"] {
      for row in lexicon.rows(name) {
        for form in row.list("forms") where !form.utf8.contains(0x20) { symbols.insert(vocabulary.intern(form)) }
      }
    }
    symbols.mark(.commonWord, in: &vocabulary)
  }

  /// Adds a base form with its accusative, feminine, dual and sound plurals.
  private mutating func add(_ form: inout [UInt8], _ vocabulary: inout Vocabulary) {
    symbols.insert(vocabulary.intern(utf8: form.span))
    let isFeminine = form.count >= 2 && form[form.count - 2] == 0xD8 && form[form.count - 1] == 0xA9
    if isFeminine { form.removeLast(2) }
    let endings: [StaticString] = isFeminine ? ["ات", "تين", "تان"] : ["ا", "ة", "ات", "ين", "ون", "ان"]
    let stem = form.count
    for ending in endings {
      ending.withUTF8Buffer { form += $0 }
      symbols.insert(vocabulary.intern(utf8: form.span))
      form.removeLast(form.count - stem)
    }
  }

  /// Whether a word is an everyday word.
  func contains(_ symbol: Symbol) -> Bool { symbols.contains(symbol) }
}
