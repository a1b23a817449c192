internal import ArabicText
internal import EventModel
internal import Lexicon

/// All tables, compiled once at start; every step reads from it. A class, because it is shared by all and never changes.
final class Knowledge: Sendable {
  let words: FunctionWords
  let numerals: Numerals
  let countWords: CountWords
  let actors: ActorTables
  let anaphors: AnaphorTable
  let verbs: VerbTable
  let commonWords: CommonWords
  /// Nouns for what acts on behalf of its owner.
  let metonyms: WordSet
  /// Words of the pages of sport.
  let sports: WordSet
  let triggers: TriggerTable
  let modality: ModalityTable
  let reporting: ReportingTable
  let times: TimeTagger
  let timeResolver: TimeResolver
  let publicationDate: PublicationDate
  let tokenizer: Tokenizer
  let agencies: AgencyNames

  /// Compiles the tables.
  convenience init(lexicon: Lexicon) throws(Diagnostic) {
    // The actors take about as long as all others, so they have a vocabulary of their own until both are made.
    let ((actors, names), others) = try sideBySide(
      { () throws(Diagnostic) in
        var vocabulary = Vocabulary(words: 1 << 15)
        return (try ActorTables(lexicon: lexicon, vocabulary: &vocabulary), vocabulary)
      }, { () throws(Diagnostic) in try GrammarTables(lexicon: lexicon) })
    var (tables, grammar) = (actors, others)
    tables.translate(grammar.vocabulary.take(names))
    self.init(tables, grammar)
  }

  /// Reads images of the compiled tables.
  convenience init(images: TableImages<StaticString>, lexicon: Lexicon) {
    let (actors, grammar) = sideBySide(
      { () throws(Never) in
        var image = ImageReader(ImageDigits(images.actors), lexicon: lexicon)
        return ActorTables(from: &image)
      },
      { () throws(Never) in
        var image = ImageReader(ImageDigits(images.grammar), lexicon: lexicon)
        return GrammarTables(from: &image)
      })
    self.init(actors, grammar)
  }

  private init(_ actors: ActorTables, _ grammar: GrammarTables) {
    self.actors = actors
    words = grammar.words
    numerals = grammar.numerals
    countWords = grammar.countWords
    anaphors = grammar.anaphors
    triggers = grammar.triggers
    modality = grammar.modality
    reporting = grammar.reporting
    verbs = grammar.verbs
    commonWords = grammar.commonWords
    metonyms = grammar.metonyms
    sports = grammar.sports
    times = grammar.times
    timeResolver = TimeResolver(times)
    publicationDate = PublicationDate(times)
    tokenizer = Tokenizer(vocabulary: grammar.vocabulary)
    agencies = grammar.agencies
  }

  /// Images of all tables.
  var images: TableImages<[UInt8]> {
    var (actors, grammar) = (ImageWriter(), ImageWriter())
    actors.write(self.actors)
    // In the order in which they are read.
    grammar.write(
      words, numerals, countWords, anaphors, verbs, commonWords, metonyms, sports, triggers, modality, reporting, times,
      agencies, tokenizer.vocabulary)
    return TableImages(actors: actors.image, grammar: grammar.image)
  }

  /// Whether a word is أن or إن.
  func isThat(_ symbol: Symbol) -> Bool { reporting.that.contains(symbol) }
}

/// All tables but those of actors, while ``Knowledge`` is made.
private struct GrammarTables: Sendable {
  let words: FunctionWords
  let numerals: Numerals
  let countWords: CountWords
  let anaphors: AnaphorTable
  let verbs: VerbTable
  let commonWords: CommonWords
  let metonyms: WordSet
  let sports: WordSet
  let triggers: TriggerTable
  let modality: ModalityTable
  let reporting: ReportingTable
  let times: TimeTagger
  let agencies: AgencyNames
  var vocabulary: Vocabulary

  init(lexicon: Lexicon) throws(Diagnostic) {
    var vocabulary = Vocabulary(words: 1 << 17)
    var verbs = VerbTable()
    words = try FunctionWords(lexicon: lexicon, vocabulary: &vocabulary)
    numerals = try Numerals(lexicon: lexicon, vocabulary: &vocabulary)
    countWords = try CountWords(lexicon: lexicon, vocabulary: &vocabulary)
    anaphors = try AnaphorTable(lexicon: lexicon, vocabulary: &vocabulary)
    triggers = try TriggerTable(lexicon: lexicon, verbs: &verbs, vocabulary: &vocabulary)
    modality = try ModalityTable(lexicon: lexicon, verbs: &verbs, vocabulary: &vocabulary)
    reporting = try ReportingTable(lexicon: lexicon, verbs: &verbs, vocabulary: &vocabulary)
    try verbs.addAll(lexicon, &vocabulary)
    verbs.finish()
    self.verbs = verbs
    commonWords = CommonWords(lexicon: lexicon, vocabulary: &vocabulary)
    metonyms = WordSet(lexicon.rows("metonyms"), column: "forms", vocabulary: &vocabulary)
    sports = WordSet(lexicon.rows("sports"), column: "forms", vocabulary: &vocabulary)
    times = try TimeTagger(lexicon: lexicon, vocabulary: &vocabulary)
    agencies = AgencyNames(lexicon: lexicon)
    self.vocabulary = vocabulary
  }

  init(from image: inout ImageReader) {
    words = image.read()
    numerals = image.read()
    countWords = image.read()
    anaphors = image.read()
    verbs = image.read()
    commonWords = image.read()
    metonyms = image.read()
    sports = image.read()
    triggers = image.read()
    modality = image.read()
    reporting = image.read()
    times = image.read()
    agencies = image.read()
    vocabulary = image.read()
  }
}
