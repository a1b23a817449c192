internal import ArabicText
internal import EventModel
internal import Lexicon

/// All verbs that some table uses, each conjugated once, by the symbol of each form.
struct VerbTable: Sendable {
  /// A form of a verb.
  struct Entry: Sendable {
    /// The verb.
    var lexeme: Int
    /// The form.
    var form: VerbForm
    /// The proclitics that the form was read with in a text.
    var proclitics: Proclitics = []
  }

  private var lexemes: [String: Int] = [:]
  /// Forms that are mostly another word (عمل), so that they alone prove no verb.
  private var ambiguous = SymbolMap<Bool>()
  private var entries = SymbolMap<[Entry]>()

  /// The number of a verb; `pair` is its perfect and imperfect, as in `زار/يزور`.
  mutating func add(_ pair: String, row: Table.Row, _ vocabulary: inout Vocabulary) throws(Diagnostic) -> Int {
    if let known = lexemes[pair] { return known }
    let parts = pair.utf8.split(separator: 0x2F).map { String(decoding: Array($0), as: UTF8.self) }
    guard parts.count == 2 else {
      throw row.fault("verb-pair", "“\(pair)” is not a perfect and an imperfect joined by a slash")
    }
    let lexeme = lexemes.count
    lexemes[pair] = lexeme
    for form in Conjugation(perfect: parts[0], imperfect: parts[1]).forms {
      let symbol = vocabulary.intern(form.letters)
      entries[symbol, default: []].append(Entry(lexeme: lexeme, form: form))
    }
    return lexeme
  }

  /// Adds the verbs of the table of verbs, which serve to find clauses and subjects.
  mutating func addAll(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("verbs") {
      for pair in row.list("verb") {
        _ = try add(pair, row: row, &vocabulary)
        guard row["ambiguous"] == "yes", let slash = pair.firstIndex(of: "/") else { continue }
        ambiguous[vocabulary.intern(String(pair[..<slash]))] = true
      }
    }
  }

  /// Whether a form is mostly another word than a verb.
  func isAmbiguous(_ symbol: Symbol) -> Bool { ambiguous.contains(symbol) }

  /// The verbs that a word may be a form of.
  func entries(_ symbol: Symbol) -> [Entry] { entries[symbol] ?? [] }

  /// The number of verbs.
  var count: Int { lexemes.count }
}
