internal import ArabicText
internal import EventModel
internal import Lexicon

/// A word, or words, of time at some token: what class it belongs to and what number it stands for.
struct TimeLexeme: Sendable, Hashable {
  /// The class, such as WEEKDAY; literal words of the patterns are classes of their own.
  var wordClass: Int16
  /// The number of the class's value.
  var value: Int16
  /// Whether it carries the article.
  var isDefinite: Bool
  /// How many tokens it covers.
  var length: UInt8
}

/// The words of time, found by symbol.
struct TimeLexemes: Sendable {
  private struct Entry: Sendable {
    /// The words that follow; numbers stand as their negative.
    var rest: [Int]
    var lexeme: TimeLexeme
  }

  /// An entry whose words that follow stand in ``rests``.
  fileprivate struct Flat: Sendable {
    var rest: Range<Int32>
    var lexeme: TimeLexeme
  }

  /// Where the forms that begin with a word stand in ``entries``: those of several words, then those of one.
  fileprivate struct Forms: Sendable {
    var start: Int32
    var singles: Int32
    var end: Int32
  }

  /// The forms that begin with each word, longer ones first, until ``finish()``.
  private var lists = SymbolMap<[Entry]>()
  /// The same in one array, and where each word's begin and end.
  private var entries: [Flat] = []
  private var ranges = SymbolMap<Forms>()
  private var rests: [Int32] = []
  private var classNames: [String: Int16] = [:]

  /// The class of unit nouns with a pronoun: شهرها.
  let possessedUnit: Int16
  private let unit: Int16

  init() {
    var names: [String: Int16] = [:]
    names["UNIT"] = 0
    names["UNITP"] = 1
    classNames = names
    unit = 0
    possessedUnit = 1
  }

  /// The number of a class, made if it is new.
  mutating func wordClass(_ name: String) -> Int16 {
    if let known = classNames[name] { return known }
    let number = Int16(classNames.count)
    classNames[name] = number
    return number
  }

  /// The number of a known class.
  func knownClass(_ name: String) -> Int16? { classNames[name] }

  /// Reads the calendar table.
  ///
  /// - Throws: A diagnostic where a value is no number.
  mutating func read(_ rows: [Table.Row], vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in rows {
      guard let value = Int16(row["value"]) else {
        throw row.fault("calendar-value", "“\(row["value"])” is no number", in: "value")
      }
      let number = wordClass(row["class"])
      let article = Array(row.utf8("article"))
      for form in row.values("forms") {
        var words = Self.words(form)
        let isDefinite = Self.isDefinite(form)
        add(words.span, number, value, isDefinite: isDefinite, &vocabulary)
        if !article.isEmpty {
          // The article stands before the last word.
          let last = words.lastIndex(of: 0x20).map { $0 + 1 } ?? 0
          words.insert(contentsOf: article, at: last)
          add(words.span, number, value, isDefinite: true, &vocabulary)
        }
      }
    }
  }

  /// ال in UTF-8.
  private static let article: [UInt8] = [0xD8, 0xA7, 0xD9, 0x84]

  /// The folded words of a form.
  static func words(_ form: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    Folding.fold(form.span, into: &folded)
    return folded
  }

  /// The number that digits write; nil for another word.
  private static func number(_ word: Span<UInt8>) -> Int? {
    guard word[0] >= 0x30, word[0] <= 0x39 else { return nil }
    return word.withUnsafeBufferPointer { Int(String(decoding: $0, as: UTF8.self)) }
  }

  /// Whether a form begins with the article.
  static func isDefinite(_ form: some Sequence<UInt8>) -> Bool { form.starts(with: article) }

  /// Adds one form of a class, as folded words between spaces.
  mutating func add(
    _ words: Span<UInt8>, _ number: Int16, _ value: Int16, isDefinite: Bool = false, _ vocabulary: inout Vocabulary
  ) {
    var first = Symbol.none
    var rest: [Int] = []
    var count = 0
    var start = 0
    while start < words.count {
      var end = start
      while end < words.count, words[end] != 0x20 { end += 1 }
      let word = words.extracting(start..<end)
      start = end + 1
      guard !word.isEmpty else { continue }
      count += 1
      if count == 1 {
        first = vocabulary.intern(folded: word)
      } else {
        rest.append(Self.number(word).map { -$0 } ?? Int(vocabulary.intern(folded: word).rawValue))
      }
    }
    guard first != .none else { return }
    let lexeme = TimeLexeme(wordClass: number, value: value, isDefinite: isDefinite, length: UInt8(clamping: count))
    // Longer forms first, so that the matcher tries them first.
    lists.change(first, default: []) { list in
      list.insert(Entry(rest: rest, lexeme: lexeme), at: list.firstIndex { $0.rest.count < rest.count } ?? list.count)
    }
  }

  /// Lays the forms out for look-up. Only then are they found.
  mutating func finish(_ vocabulary: inout Vocabulary) {
    for (symbol, list) in lists.all {
      let first = Int32(entries.count)
      for entry in list {
        let start = Int32(rests.count)
        for word in entry.rest { rests.append(Int32(clamping: word)) }
        if let next = entry.rest.first, next > 0 { vocabulary.mark(Symbol(rawValue: UInt32(next)), .timeRest) }
        entries.append(Flat(rest: start..<Int32(rests.count), lexeme: entry.lexeme))
      }
      let end = Int32(entries.count)
      let singles = Int32(list.count { $0.rest.isEmpty })
      ranges[symbol] = Forms(start: first, singles: end - singles, end: end)
    }
    lists = SymbolMap()
    ranges.mark(.time, in: &vocabulary)
  }

  /// Appends the lexemes that begin at a token.
  func append(at index: Int, of text: TokenizedText, to found: inout [TimeLexeme]) {
    let token = text.tokens[index]
    if ranges.contains(token.whole) { append(token.whole, [], nil, index, text, &found) }
    for place in Int(token.analyses.lowerBound)..<Int(token.analyses.upperBound) {
      let analysis = text.analyses[place]
      guard ranges.contains(analysis.stem), !analysis.proclitics.isEmpty || analysis.enclitic != nil else { continue }
      append(analysis.stem, analysis.proclitics, analysis.enclitic, index, text, &found)
    }
  }

  private func append(
    _ symbol: Symbol, _ proclitics: Proclitics, _ enclitic: Enclitic?, _ token: Int, _ text: TokenizedText,
    _ found: inout [TimeLexeme]
  ) {
    guard let forms = ranges[symbol], !proclitics.contains(.sa) else { return }
    // Most forms have several words, and most words go on none of them.
    let next = token + 1 < text.tokens.count ? text.tokens[token + 1] : nil
    let canGoOn = next.map { $0.marks.meets(.timeRest) || $0.kind == .number } ?? false
    for place in Int(canGoOn ? forms.start : forms.singles)..<Int(forms.end) {
      let entry = entries[place]
      var lexeme = entry.lexeme
      if enclitic != nil {
        guard lexeme.wordClass == unit else { continue }
        lexeme.wordClass = possessedUnit
      }
      guard continues(entry.rest, after: token, text) else { continue }
      if proclitics.contains(.al) { lexeme.isDefinite = true }
      found.append(lexeme)
    }
  }

  private func continues(_ rest: Range<Int32>, after token: Int, _ text: TokenizedText) -> Bool {
    guard token + rest.count < text.tokens.count else { return rest.isEmpty }
    var next = token + 1
    for place in Int(rest.lowerBound)..<Int(rest.upperBound) {
      guard isWord(Int(rests[place]), text, next) else { return false }
      next += 1
    }
    return true
  }

  /// Whether a token is the number (negative) or bare word that a form wants.
  private func isWord(_ wanted: Int, _ text: TokenizedText, _ index: Int) -> Bool {
    let token = text.tokens[index]
    if wanted < 0 { return token.number == -wanted }
    let symbol = Symbol(rawValue: UInt32(wanted))
    if token.whole == symbol { return true }
    for place in Int(token.analyses.lowerBound)..<Int(token.analyses.upperBound) {
      let analysis = text.analyses[place]
      if analysis.stem == symbol, analysis.enclitic == nil { return true }
    }
    return false
  }
}

/// The lexemes of a whole text, token by token.
struct TimeLexemeIndex {
  private var lexemes: [TimeLexeme] = []
  private var starts: [Int32] = []
  /// What stands at each token: see ``TimeSigns``.
  private var signs: [TimeSigns] = []

  init(_ text: TokenizedText, _ table: TimeLexemes) {
    starts.reserveCapacity(text.tokens.count + 1)
    lexemes.reserveCapacity(text.tokens.count / 4)
    signs.reserveCapacity(text.tokens.count)
    for index in 0..<text.tokens.count {
      starts.append(Int32(lexemes.count))
      let token = text.tokens[index]
      if token.marks.meets(.time), token.kind == .word { table.append(at: index, of: text, to: &lexemes) }
      var sign: TimeSigns =
        token.kind == .number || token.isBareClitic ? .number : token.kind == .punctuation ? .mark : []
      for place in Int(starts[index])..<lexemes.count { sign.formUnion(TimeSigns(lexemes[place].wordClass)) }
      signs.append(sign)
    }
    starts.append(Int32(lexemes.count))
  }

  /// What stands behind each lexeme that begins at a token.
  func signs(after token: Int) -> TimeSigns {
    var signs: TimeSigns = []
    for place in places(token) { signs.formUnion(self.signs(at: token + Int(lexemes[place].length))) }
    return signs
  }

  /// What stands behind each lexeme that begins at a token, and behind the lexemes there.
  func signs(afterTwo token: Int) -> TimeSigns {
    var signs: TimeSigns = []
    for place in places(token) {
      let next = token + Int(lexemes[place].length)
      signs.formUnion(self.signs(at: next).union(self.signs(after: next)))
    }
    return signs
  }

  /// What stands at a token.
  func signs(at token: Int) -> TimeSigns { token < signs.count ? signs[token] : [] }

  /// Whether any lexeme begins at a token.
  func isEmpty(_ token: Int) -> Bool {
    token + 1 >= starts.count || starts[token] == starts[token + 1]
  }

  /// The places of a token's lexemes.
  func places(_ token: Int) -> Range<Int> {
    guard token + 1 < starts.count else { return 0..<0 }
    return Int(starts[token])..<Int(starts[token + 1])
  }

  /// The lexeme at a place.
  subscript(place: Int) -> TimeLexeme { lexemes[place] }

  /// Whether some lexeme that begins at a token is wanted.
  func contains(_ token: Int, where isWanted: (TimeLexeme) -> Bool) -> Bool {
    for place in places(token) where isWanted(lexemes[place]) { return true }
    return false
  }
}

extension TimeLexemes: Imaged {
  init(from image: inout ImageReader) {
    self.init()
    entries = image.read()
    ranges = image.read()
    rests = image.read()
  }

  /// The names of classes serve only to compile.
  func write(to image: inout ImageWriter) { image.write(entries, ranges, rests) }
}

extension TimeLexemes.Flat: Imaged {
  init(from image: inout ImageReader) {
    self.init(rest: image.read(), lexeme: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(rest, lexeme) }
}

extension TimeLexemes.Forms: Imaged {
  init(from image: inout ImageReader) {
    self.init(start: image.read(), singles: image.read(), end: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(start, singles, end) }
}

extension TimeLexeme: Imaged {
  init(from image: inout ImageReader) {
    self.init(wordClass: image.read(), value: image.read(), isDefinite: image.read(), length: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(wordClass, value, isDefinite, length) }
}
