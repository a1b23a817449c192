internal import ArabicText
internal import EventModel
internal import Lexicon

/// The compiled tables of time: words, patterns, and the names of known events.
struct TimeGrammar: Sendable {
  private(set) var lexemes = TimeLexemes()
  private(set) var patterns: [TimePattern] = []
  /// The elements of all patterns, one pattern after another, and the alternatives of all elements: flat, so that matching
  /// follows no references.
  private(set) var elements: [Element] = []
  private(set) var alternatives: [TimePattern.Alternative] = []
  /// Where each pattern's elements begin, and the end of the last.
  private var elementStarts: [Int] = [0]
  /// The number of elements of the longest pattern.
  private(set) var mostElements = 0
  /// The patterns that may begin with a number.
  private(set) var numericStarts: [TimeStart] = []
  private var startsOfClass: [[TimeStart]] = []
  /// Whether some pattern that a class begins needs no other word.
  private var loneClasses: [Bool] = []
  private var isLone = false
  let events: KnownEvents
  let weekday, month, unclearMonth, hijriMonth, unclearHijriMonth, unit: Int16
  let cardinal, tens, hundreds, thousands, ordinal, ordinalOne: Int16
  let functionWord, eventClass, pastVerb, futureWord, presentVerb, wasWord, running, former, then: Int16
  let since, before, after, by, when, background, ending, habit, lasting, coming, units, twoUnits, beforehand: Int16
  let superlative, according: Int16
  /// The perfects of verbs, third person singular, that are no other word.
  let perfects: SymbolSet
  /// Folded beginnings of words that look like a future verb and are none.
  let notFuture: [[UInt8]]
  let hijri: HijriCalendar

  /// Compiles the tables.
  ///
  /// - Throws: A diagnostic with file and line where a row cannot be understood.
  init(lexicon: Lexicon, vocabulary: inout Vocabulary) throws(Diagnostic) {
    try lexemes.read(lexicon.rows("calendar"), vocabulary: &vocabulary)
    weekday = lexemes.wordClass("WEEKDAY")
    month = lexemes.wordClass("MONTH")
    unclearMonth = lexemes.wordClass("AMONTH")
    hijriMonth = lexemes.wordClass("HMONTH")
    unclearHijriMonth = lexemes.wordClass("AHMONTH")
    unit = lexemes.wordClass("UNIT")
    hundreds = lexemes.wordClass("HUNDREDS")
    thousands = lexemes.wordClass("THOUSANDS")
    cardinal = lexemes.wordClass("CARD")
    tens = lexemes.wordClass("TENS")
    ordinal = lexemes.wordClass("ORD")
    ordinalOne = lexemes.wordClass("ORDONE")
    functionWord = lexemes.wordClass("FUNCTION")
    eventClass = lexemes.wordClass("event")
    pastVerb = lexemes.wordClass("PASTVERB")
    futureWord = lexemes.wordClass("FUTUREWORD")
    presentVerb = lexemes.wordClass("PRESENTVERB")
    wasWord = lexemes.wordClass("WASWORD")
    running = lexemes.wordClass("RUNNING")
    then = lexemes.wordClass("THEN")
    former = lexemes.wordClass("FORMER")
    since = lexemes.wordClass("SINCE")
    before = lexemes.wordClass("BEFORE")
    after = lexemes.wordClass("AFTER")
    by = lexemes.wordClass("BY")
    when = lexemes.wordClass("WHEN")
    background = lexemes.wordClass("BACKGROUND")
    ending = lexemes.wordClass("ENDING")
    habit = lexemes.wordClass("HABIT")
    lasting = lexemes.wordClass("LASTING")
    superlative = lexemes.wordClass("SUPERLATIVE")
    according = lexemes.wordClass("ACCORDING")
    coming = lexemes.wordClass("COMING")
    beforehand = lexemes.wordClass("BEFOREHAND")
    units = lexemes.wordClass("UNITS")
    twoUnits = lexemes.wordClass("UNIT2")
    notFuture = lexicon.rows("calendar").filter { $0["class"] == "NOTFUTURE" }.flatMap { $0.list("forms") }
      .map { Folding.fold($0) }
    perfects = Self.perfects(lexicon.rows("verbs"), &vocabulary)
    perfects.mark(.perfect, in: &vocabulary)
    hijri = try HijriCalendar(lexicon: lexicon)
    events = try KnownEvents(lexicon: lexicon, vocabulary: &vocabulary)
    for (index, name) in events.names.enumerated() {
      lexemes.add(name.form.span, eventClass, Int16(clamping: index), &vocabulary)
    }
    for row in lexicon.rows("time-patterns") {
      patterns.append(try TimePattern(row, &lexemes, &vocabulary))
    }
    for index in patterns.indices { register(index) }
    for pattern in patterns { flatten(pattern) }
    lexemes.finish(&vocabulary)
  }

  /// The perfects of the table of verbs, masculine and feminine: أعلن أعلنت, دعا دعت, التقى التقت.
  private static func perfects(_ rows: [Table.Row], _ vocabulary: inout Vocabulary) -> SymbolSet {
    var symbols = SymbolSet()
    for row in rows {
      let isAmbiguous = row.has("yes", in: "ambiguous")
      for pair in row.values("verb") {
        let perfect = UnsafeBufferPointer(rebasing: pair.prefix { $0 != 0x2F })
        guard perfect.count > 4 else { continue }
        if !isAmbiguous { symbols.insert(vocabulary.intern(utf8: perfect)) }
        // A final ى or ا gives way to ت.
        let (lead, last) = (perfect[perfect.count - 2], perfect[perfect.count - 1])
        let isDefective = lead == 0xD9 && last == 0x89 || lead == 0xD8 && last == 0xA7
        let stem = UnsafeBufferPointer(rebasing: perfect.dropLast(isDefective ? 2 : 0))
        symbols.insert(vocabulary.intern(utf8: stem, ending: "ت"))
      }
    }
    return symbols
  }

  /// An element of a pattern.
  struct Element: Sendable {
    fileprivate var alternatives: Range<Int>
    var isOptional: Bool
    var isContext: Bool
    var isNegative: Bool
    var wantsWa: Bool
  }

  /// Whether a word, or words, of a class begin at a token.
  func holds(_ wordClass: Int16, at token: Int, in text: TokenizedText) -> Bool {
    guard text.tokens[token].kind == .word else { return false }
    var found: [TimeLexeme] = []
    lexemes.append(at: token, of: text, to: &found)
    return found.contains { $0.wordClass == wordClass }
  }

  /// The places of a pattern's elements.
  func elements(of pattern: Int) -> Range<Int> { elementStarts[pattern]..<elementStarts[pattern + 1] }

  /// The places of an element's alternatives.
  func alternatives(of element: Int) -> Range<Int> { elements[element].alternatives }

  /// Whether a pattern's first element is the context before the expression.
  func looksBack(_ pattern: Int) -> Bool { elements[elementStarts[pattern]].isContext }

  private mutating func flatten(_ pattern: TimePattern) {
    for element in pattern.elements {
      let first = alternatives.count
      alternatives += element.alternatives
      elements.append(
        Element(
          alternatives: first..<alternatives.count, isOptional: element.isOptional, isContext: element.isContext,
          isNegative: element.isNegative, wantsWa: element.wantsWa))
    }
    elementStarts.append(elements.count)
    mostElements = max(mostElements, pattern.elements.count)
  }

  /// The patterns that a word of a class can begin, and what must follow it.
  func starts(of wordClass: Int16) -> [TimeStart] {
    Int(wordClass) < startsOfClass.count ? startsOfClass[Int(wordClass)] : []
  }

  /// Whether a pattern may end with a word of a class that begins it.
  func standsAlone(_ wordClass: Int16) -> Bool {
    Int(wordClass) < loneClasses.count && loneClasses[Int(wordClass)]
  }

  private mutating func register(_ index: Int) {
    let pattern = patterns[index]
    let elements = pattern.elements.dropFirst(pattern.looksBack ? 1 : 0)
    isLone = elements.count { !$0.isOptional && !$0.isNegative && !$0.isContext } <= 1
    for (place, element) in zip(elements.indices, elements) where !element.isNegative {
      let signs = self.signs(in: elements[(place + 1)...])
      for alternative in element.alternatives {
        switch alternative {
        case .wordClass(let wordClass, _): register(TimeStart(pattern: index, signs: signs), under: wordClass)
        case .mark: break
        case .nonterminal(let nonterminal):
          let (classes, isNumeric) = first(of: nonterminal)
          let start =
            switch nonterminal {
            case .number, .ordinal, .day: TimeStart(pattern: index, signs: signs, isBehindOne: false)
            case .hijriMonth, .event, .hijriYear, .year: TimeStart(pattern: index, signs: signs)
            default: TimeStart(pattern: index, signs: .any)
            }
          for wordClass in classes { register(start, under: wordClass) }
          if isNumeric { start.add(to: &numericStarts) }
        }
      }
      if !element.isOptional { break }
    }
  }

  private mutating func register(_ start: TimeStart, under wordClass: Int16) {
    let slot = Int(wordClass)
    if slot >= startsOfClass.count {
      startsOfClass += Array(repeating: [], count: slot + 1 - startsOfClass.count)
    }
    start.add(to: &startsOfClass[slot])
    if isLone {
      if slot >= loneClasses.count { loneClasses += Array(repeating: false, count: slot + 1 - loneClasses.count) }
      loneClasses[slot] = true
    }
  }

  /// What can stand where some elements go on, anything where they may all be left out.
  private func signs(in elements: ArraySlice<TimePattern.Element>) -> TimeSigns {
    var signs: TimeSigns = []
    for element in elements {
      guard !element.isNegative, !element.isContext else { return .any }
      for alternative in element.alternatives { signs.formUnion(self.signs(of: alternative)) }
      if !element.isOptional { return signs }
    }
    return .any
  }

  private func signs(of alternative: TimePattern.Alternative) -> TimeSigns {
    switch alternative {
    case .wordClass(let wordClass, _): return TimeSigns(wordClass)
    case .mark: return .mark
    case .nonterminal(.time), .nonterminal(.dayDate), .nonterminal(.relativeYear): return .time
    case .nonterminal(.uncounted): return .any
    case .nonterminal(let nonterminal):
      let (classes, isNumeric) = first(of: nonterminal)
      var signs: TimeSigns = isNumeric ? .number : []
      for wordClass in classes { signs.formUnion(TimeSigns(wordClass)) }
      // A year in words begins with its thousands.
      if case .year = nonterminal { signs.formUnion(TimeSigns(thousands)) }
      return signs
    }
  }

  /// What a nonterminal can begin with. Expressions nested in others never begin a pattern.
  private func first(of nonterminal: TimePattern.Nonterminal) -> (classes: [Int16], isNumeric: Bool) {
    switch nonterminal {
    case .number: ([cardinal, tens], true)
    case .ordinal: ([ordinal, ordinalOne, tens], false)
    case .day: ([ordinal, ordinalOne, tens], true)
    case .year, .hijriYear, .digits: ([], true)
    case .month: ([month, unclearMonth], false)
    case .certainMonth: ([month, unclearMonth], false)
    case .hijriMonth: ([hijriMonth, unclearHijriMonth], false)
    case .event: ([eventClass], false)
    case .time, .dayDate, .relativeYear, .uncounted: ([], false)
    }
  }
}

extension TimeGrammar: Imaged {
  init(from image: inout ImageReader) {
    lexemes = image.read()
    patterns = image.read()
    elements = image.read()
    alternatives = image.read()
    elementStarts = image.read()
    mostElements = image.read()
    numericStarts = image.read()
    startsOfClass = image.read()
    loneClasses = image.read()
    events = image.read()
    weekday = image.read()
    month = image.read()
    unclearMonth = image.read()
    hijriMonth = image.read()
    unclearHijriMonth = image.read()
    unit = image.read()
    cardinal = image.read()
    tens = image.read()
    hundreds = image.read()
    thousands = image.read()
    ordinal = image.read()
    ordinalOne = image.read()
    functionWord = image.read()
    eventClass = image.read()
    pastVerb = image.read()
    futureWord = image.read()
    presentVerb = image.read()
    wasWord = image.read()
    running = image.read()
    former = image.read()
    then = image.read()
    since = image.read()
    before = image.read()
    after = image.read()
    by = image.read()
    when = image.read()
    background = image.read()
    ending = image.read()
    habit = image.read()
    lasting = image.read()
    coming = image.read()
    units = image.read()
    twoUnits = image.read()
    beforehand = image.read()
    superlative = image.read()
    according = image.read()
    perfects = image.read()
    notFuture = image.read()
    hijri = image.read()
  }

  func write(to image: inout ImageWriter) {
    image.write(
      lexemes, patterns, elements, alternatives, elementStarts, mostElements, numericStarts, startsOfClass, loneClasses,
      events)
    image.write(
      weekday, month, unclearMonth, hijriMonth, unclearHijriMonth, unit, cardinal, tens, hundreds, thousands, ordinal,
      ordinalOne, functionWord, eventClass, pastVerb, futureWord, presentVerb, wasWord, running, former, then, since,
      before, after, by, when, background, ending, habit, lasting, coming, units, twoUnits, beforehand, superlative,
      according)
    image.write(perfects, notFuture, hijri)
  }
}

extension TimeGrammar.Element: Imaged {
  init(from image: inout ImageReader) {
    alternatives = image.read()
    isOptional = image.read()
    isContext = image.read()
    isNegative = image.read()
    wantsWa = image.read()
  }

  func write(to image: inout ImageWriter) {
    image.write(alternatives, isOptional, isContext, isNegative, wantsWa)
  }
}
