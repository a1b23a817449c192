internal import ArabicText
internal import EventModel
internal import Lexicon

/// The words that carry grammar, by symbol.
struct FunctionWords: Sendable {
  /// What a function word does.
  enum Class: String, Sendable, CaseIterable {
    case preposition, complementizer, relative, conjunction, negation, demonstrative, pronoun, quantifier, auxiliary
    case adverb, noun
    /// Between a name and the father's name.
    case lineage
    /// Before the name of a child, by whom someone is called: أبو.
    case kunya
    /// Before a place, where something was: «شمال بغداد», «في ضواحي المدينة»; elsewhere it may be any noun.
    case locative
  }

  /// An argument slot of a trigger's frame, and the preposition class that marks it.
  enum Slot: String, Sendable, CaseIterable {
    case subject = "subj"
    case object = "obj"
    case genitive = "of"
    case with, between, to, from, on, against, by, `in`, about, at, via, agent, during

    /// The slots by their names.
    static let named = ByteMap(of: Self.self)
  }

  /// A phrase that has no argument of its own.
  enum Aside: Sendable, CaseIterable {
    /// It turns to somebody else: «من جهة أخرى».
    case turn
    /// Those behind it belong to whom it stands behind: «دول المنطقة بما في ذلك تركيا».
    case members
    /// It wishes whom it stands behind well: «الملك، حفظه الله،».
    case blessing
  }

  private var classes = SymbolMap<Class>()
  private var slots = SymbolMap<Slot>()
  private var each = SymbolSet()
  private var partitives = SymbolSet()
  private var ones = SymbolSet()
  private var locatives = SymbolSet()
  private var honours = SymbolSet()
  private var relations = SymbolSet()
  private var requests = SymbolSet()
  private var belongings = SymbolSet()
  private var sequences = SymbolSet()
  private var hands: [[UInt8]] = []
  private(set) var asides = PhraseTrie<Aside>(mark: .aside)

  init(lexicon: Lexicon, vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("function-words") {
      guard let kind = Class(rawValue: row["class"]) else {
        throw row.fault("unknown-class", "“\(row["class"])” is no class of function words", in: "class")
      }
      if row["value"] == "hand" {
        // No symbols: words that end like them would be cut («وليد»).
        hands += row.list("forms").map { Array($0.utf8) }
        continue
      }
      if let aside: Aside = row["value"] == "members" ? .members : row["value"] == "blessing" ? .blessing : nil {
        for form in row.list("forms") { asides.insert(form, aside, &vocabulary) }
        continue
      }
      for form in row.list("forms") where !form.utf8.contains(0x20) {
        let symbol = vocabulary.intern(form)
        if row["value"] == "honour" {
          honours.insert(symbol)
          continue
        }
        if row["value"] == "relation" {
          relations.insert(symbol)
          continue
        }
        if row["value"] == "request" {
          requests.insert(symbol)
          continue
        }
        if row["value"] == "belonging" {
          belongings.insert(symbol)
          continue
        }
        if row["value"] == "then" {
          sequences.insert(symbol)
          continue
        }
        if kind == .locative {
          locatives.insert(symbol)
          continue
        }
        if classes[symbol] == nil { classes[symbol] = kind }
        if kind == .quantifier { vocabulary.mark(symbol, .quantifier) }
        if row["value"] == "each" { each.insert(symbol) }
        if row["value"] == "partitive" { partitives.insert(symbol) }
        if row["value"] == "one" { ones.insert(symbol) }
        // A name may begin with it.
        if kind == .kunya { vocabulary.mark(symbol, .givenName) }
        guard kind == .preposition else { continue }
        guard let slot = Slot(rawValue: row["value"]) else {
          throw row.fault("unknown-slot", "“\(row["value"])” is no argument slot", in: "value")
        }
        if slots[symbol] == nil { slots[symbol] = slot }
      }
    }
    for row in lexicon.rows("connectives") {
      for form in row.list("forms") {
        let first = String(Substring(form.utf8.prefix { $0 != 0x20 }))
        if form.utf8.contains(0x20), classes[vocabulary.intern(first)] == .preposition {
          asides.insert(form, .turn, &vocabulary)
        }
      }
    }
    asides.finish()
    classes.mark(.functionWord, in: &vocabulary)
    slots.mark(.preposition, in: &vocabulary)
  }

  /// Whether a word means each of those that are listed behind it: «كل من».
  func isEach(_ symbol: Symbol) -> Bool { each.contains(symbol) }

  /// Whether a quantifier needs من behind it: «عدد من السكان», but «عدد السكان» is a figure.
  func isPartitive(_ symbol: Symbol) -> Bool { partitives.contains(symbol) }

  /// Whether a quantifier takes one of several: «أحد المصادر».
  func isOne(_ symbol: Symbol) -> Bool { ones.contains(symbol) }

  /// Whether a word right before a place says where something was: «قرب الحدود», «شمال المدينة».
  func isLocative(_ symbol: Symbol) -> Bool { locatives.contains(symbol) }

  /// Whether a word with the pronoun of a man stands for a man of rank: «معاليه».
  func isHonour(_ symbol: Symbol) -> Bool { honours.contains(symbol) }

  /// Whether a «مع» right behind a word is its own: «التعاون مع إيران».
  func isRelation(_ symbol: Symbol) -> Bool { relations.contains(symbol) }

  /// Whether a word is one for what somebody asks or offers, so that who turns it down turns him down.
  func isRequest(_ symbol: Symbol) -> Bool { requests.contains(symbol) }

  /// Whether a word tells to whom what stands before it belongs, behind ل: «وفد تابع للجماعة».
  func isBelonging(_ symbol: Symbol) -> Bool { belongings.contains(symbol) }

  /// Whether a word joins what comes next in time, as well as clauses: «زار القاهرة ثم الدوحة».
  func isSequence(_ symbol: Symbol) -> Bool { sequences.contains(symbol) }

  /// Whether a word behind على opens the doer of a passive: «على يد», «على أيدي».
  func isHand(_ word: ArraySlice<UInt8>) -> Bool { hands.contains { $0.elementsEqual(word) } }

  /// The end of a phrase at a token that wishes somebody well: «حفظه الله».
  func blessingEnd(_ text: TokenizedText, _ token: Int) -> Int? {
    guard text.tokens[token].marks.meets(.aside),
      let phrase = asides.longest(in: text, at: token, limit: text.tokens.count), phrase.values.first == .blessing
    else { return nil }
    return phrase.end
  }

  /// Tokens up to a blessing among them and the mark that opens it.
  func withoutBlessing(_ text: TokenizedText, _ tokens: Range<Int>) -> Range<Int> {
    guard let blessing = tokens.dropFirst().first(where: { blessingEnd(text, $0) != nil }) else { return tokens }
    let isSetOff = text.tokens[blessing - 1].kind == .punctuation && blessing - 1 > tokens.lowerBound
    return tokens.lowerBound..<(isSetOff ? blessing - 1 : blessing)
  }

  /// The class of a word.
  func kind(_ symbol: Symbol) -> Class? { classes[symbol] }

  /// The slot that a preposition marks.
  func slot(_ symbol: Symbol) -> Slot? { slots[symbol] }
}

extension FunctionWords: Imaged {
  init(from image: inout ImageReader) {
    classes = image.read()
    slots = image.read()
    each = image.read()
    partitives = image.read()
    ones = image.read()
    locatives = image.read()
    honours = image.read()
    relations = image.read()
    requests = image.read()
    belongings = image.read()
    sequences = image.read()
    hands = image.read()
    asides = image.read()
  }

  func write(to image: inout ImageWriter) {
    image.write(
      classes, slots, each, partitives, ones, locatives, honours, relations, requests, belongings, sequences, hands,
      asides)
  }
}

extension FunctionWords.Class: ImagedCase {}
extension FunctionWords.Slot: ImagedCase {}
extension FunctionWords.Aside: ImagedCase {}
