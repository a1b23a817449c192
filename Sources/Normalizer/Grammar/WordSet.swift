internal import ArabicText
internal import Lexicon

/// Single words of one column of a table.
struct WordSet: Sendable {
  private var symbols = SymbolSet()

  init(_ rows: some Sequence<Table.Row>, column: String, vocabulary: inout Vocabulary) {
    for row in rows {
      for form in row.list(column) where !form.utf8.contains(0x20) { symbols.insert(vocabulary.intern(form)) }
    }
  }

  /// Whether a word is one of them.
  func contains(_ symbol: Symbol) -> Bool { symbols.contains(symbol) }
}
