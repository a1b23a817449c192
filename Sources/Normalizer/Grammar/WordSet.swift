internal import ArabicText
internal import Lexicon

/// Single words of one column of a table.
struct WordSet: Sendable {
  private var symbols = SymbolSet()

  init(_ rows: some Sequence<Table.Row>, column: StaticString, vocabulary: inout Vocabulary) {
    for row in rows {
      for form in row.values(column) where !form.contains(0x20) { symbols.insert(vocabulary.intern(utf8: form)) }
    }
  }

  /// Whether a word is one of them.
  func contains(_ symbol: Symbol) -> Bool { symbols.contains(symbol) }
}

extension WordSet: Imaged {
  init(from image: inout ImageReader) { symbols = image.read() }

  func write(to image: inout ImageWriter) { image.write(symbols) }
}
