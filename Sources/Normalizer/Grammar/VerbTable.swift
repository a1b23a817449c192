internal import ArabicText
internal import EventModel
internal import Lexicon

/// All verbs that some table uses, each conjugated once, by the symbol of each form.
struct VerbTable: Sendable {
  /// A form of a verb.
  struct Entry: Sendable {
    fileprivate let number: Int32
    /// The form.
    let form: VerbForm
    /// The proclitics that the form was read with in a text.
    var proclitics: Proclitics = []

    init(lexeme: Int, form: VerbForm) {
      number = Int32(lexeme)
      self.form = form
    }

    /// The verb.
    var lexeme: Int { Int(number) }
  }

  /// The verbs, in the order of their numbers.
  private var lexemes = ByteMap<Void>(capacity: 4096)
  private var conjugation = Conjugation()
  /// Forms that are mostly another word (عمل), so that they alone prove no verb.
  private var ambiguous = SymbolSet()
  /// The forms in the order in which they were added, until ``finish()``.
  private var added: [(symbol: Symbol, entry: Entry)] = []
  /// The forms by symbol, and where each symbol's begin.
  private var sorted: [Entry] = []
  private var starts: [Int32] = []

  /// Makes an empty table.
  init() { added.reserveCapacity(1 << 16) }

  /// The number of a verb; `pair` is its perfect and imperfect, as in `زار/يزور`.
  mutating func add(
    _ pair: UnsafeBufferPointer<UInt8>, row: Table.Row, _ vocabulary: inout Vocabulary
  ) throws(Diagnostic) -> Int {
    let (lexeme, isNew) = lexemes.place(of: pair, orAdd: ())
    guard isNew else { return lexeme }
    guard conjugation.conjugate(pair: pair) else {
      let pair = String(decoding: pair, as: UTF8.self)
      throw row.fault("verb-pair", "“\(pair)” is not a perfect and an imperfect joined by a slash", at: pair)
    }
    conjugation.forEach { form, letters in
      let symbol = vocabulary.intern(utf8: letters)
      vocabulary.mark(symbol, .verb)
      added.append((symbol, Entry(lexeme: lexeme, form: form)))
    }
    return lexeme
  }

  /// Adds the verbs of the table of verbs, which serve to find clauses and subjects.
  mutating func addAll(_ lexicon: Lexicon, _ vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("verbs") {
      let isAmbiguous = row.has("yes", in: "ambiguous")
      for pair in row.values("verb") {
        _ = try add(pair, row: row, &vocabulary)
        guard isAmbiguous, let slash = pair.firstIndex(of: 0x2F) else { continue }
        ambiguous.insert(vocabulary.intern(utf8: UnsafeBufferPointer(rebasing: pair[..<slash])))
      }
    }
  }

  /// Sorts the forms by symbol, those of one symbol in the order in which the tables name their verbs. Only then are they
  /// found.
  mutating func finish() {
    let last = added.reduce(0) { max($0, $1.symbol.rawValue) }
    starts = Array(repeating: 0, count: Int(last) + 2)
    for (symbol, _) in added { starts[Int(symbol.rawValue) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    guard let first = added.first else { return }
    sorted = Array(repeating: first.entry, count: added.count)
    var next = starts
    for (symbol, entry) in added {
      sorted[Int(next[Int(symbol.rawValue)])] = entry
      next[Int(symbol.rawValue)] += 1
    }
    added = []
    lexemes = ByteMap()
    conjugation = Conjugation()
  }

  /// Whether a form is mostly another word than a verb.
  func isAmbiguous(_ symbol: Symbol) -> Bool { ambiguous.contains(symbol) }

  /// The verbs that a word may be a form of.
  func entries(_ symbol: Symbol) -> ArraySlice<Entry> {
    let index = Int(symbol.rawValue)
    guard index > 0, index + 1 < starts.count else { return [] }
    return sorted[Int(starts[index])..<Int(starts[index + 1])]
  }
}

extension VerbTable: Imaged {
  init(from image: inout ImageReader) {
    ambiguous = image.read()
    sorted = image.read()
    starts = image.read()
  }

  /// The verbs' names serve only to compile.
  func write(to image: inout ImageWriter) { image.write(ambiguous, sorted, starts) }
}

extension VerbTable.Entry: Imaged {
  init(from image: inout ImageReader) {
    self.init(lexeme: Int(image.number() as Int32), form: VerbForm(bits: image.read()))
  }

  func write(to image: inout ImageWriter) { image.write(number, form.bits) }
}
