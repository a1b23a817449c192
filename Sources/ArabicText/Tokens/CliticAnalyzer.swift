/// Splits words into proclitics, stem and enclitic wherever the stem is a known word.
///
/// A known whole word comes first, so that names which begin with clitic letters (بوتين, وليام, كييف) stay whole. Where no
/// reading has a known stem, certain letters still tell clitics: وال, بال, لل, ال, and و before a longer word.
///
/// Words are folded bytes in a buffer of the caller's; a stem whose letters change beside a clitic is written into the
/// buffer for the look-up and taken back, so that no reading allocates.
struct CliticAnalyzer: Sendable {
  let vocabulary: Vocabulary

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// Sets the symbol of a word that takes no clitics.
  func lookUp(_ folded: [UInt8], _ token: inout Token, into analyses: inout [Analysis]) {
    let symbol = vocabulary.lookUp(folded: folded.span).symbol
    let first = Int32(analyses.count)
    token.whole = symbol
    if symbol != .none { analyses.append(Analysis(proclitics: [], stem: symbol)) }
    token.analyses = first..<Int32(analyses.count)
    token.marks = vocabulary.marks(of: symbol)
  }

  /// Sets a word's symbol and analyses. `folded` is left as it was.
  func analyze(_ folded: inout [UInt8], endsInTatweel: Bool, _ token: inout Token, into analyses: inout [Analysis]) {
    let first = analyses.count
    if endsInTatweel || folded.count == 2, let clitics = Self.bareClitics(folded) {
      token.isBareClitic = true
      analyses.append(Analysis(proclitics: clitics, stem: .none))
      token.analyses = Int32(first)..<Int32(analyses.count)
      return
    }
    let (whole, isExact) = vocabulary.lookUp(folded: folded.span)
    token.whole = whole
    // A final ه that would have to be ة may as well be a pronoun (نظيره): that reading comes last.
    let isGuess = !isExact && folded.last == 0x87
    if whole != .none, !isGuess { analyses.append(Analysis(proclitics: [], stem: whole)) }
    var sure = Sure()
    read(&folded, Prefix(clitics: [], length: 0), &sure, &analyses)
    readPrefixes(&folded, after: 0, [], &sure, &analyses)
    if folded.count > 4, folded[0] == 0xD9, folded[1] == 0x88 || folded[1] == 0x81 {
      let conjunction: Proclitics = folded[1] == 0x88 ? .wa : .fa
      read(&folded, Prefix(clitics: conjunction, length: 2), &sure, &analyses)
      readPrefixes(&folded, after: 2, conjunction, &sure, &analyses)
    }
    if whole != .none, isGuess { analyses.append(Analysis(proclitics: [], stem: whole)) }
    if analyses.count == first, let clitics = sure.article ?? sure.conjunction {
      analyses.append(Analysis(proclitics: clitics, stem: .none))
    }
    token.analyses = Int32(first)..<Int32(analyses.count)
    for place in first..<analyses.count {
      token.marks.formUnion(vocabulary.marks(of: analyses[place].stem))
    }
  }

  /// What the letters alone tell where no stem is known: the article is certain, a conjunction before a long word likely.
  private struct Sure {
    var article: Proclitics?
    var conjunction: Proclitics?
  }

  /// A way to take proclitics off a word.
  private struct Prefix {
    var clitics: Proclitics
    /// Bytes.
    var length: Int
    /// Whether the letters لل hide an article: the stem may be known with it.
    var restoresArticle = false
  }

  // MARK: - Proclitics

  /// Reads the word behind each proclitic that may stand at `start`.
  private func readPrefixes(
    _ word: inout [UInt8], after start: Int, _ before: Proclitics, _ sure: inout Sure, _ analyses: inout [Analysis]
  ) {
    guard word.count >= start + 6 else { return }
    if Self.isArticle(word, start) {
      read(&word, Prefix(clitics: before.union(.al), length: start + 4), &sure, &analyses)
      return
    }
    let letter: Proclitics
    switch (word[start], word[start + 1]) {
    case (0xD8, 0xA8): letter = .ba
    case (0xD9, 0x83): letter = .ka
    case (0xD9, 0x84): letter = .la
    case (0xD8, 0xB3): letter = .sa
    default: return
    }
    let clitics = before.union(letter)
    read(&word, Prefix(clitics: clitics, length: start + 2), &sure, &analyses)
    if letter == .la {
      if word[start + 2] == 0xD9, word[start + 3] == 0x84 {
        read(
          &word, Prefix(clitics: clitics.union(.al), length: start + 4, restoresArticle: true), &sure, &analyses)
      }
    } else if letter != .sa, word.count >= start + 8, Self.isArticle(word, start + 2) {
      read(&word, Prefix(clitics: clitics.union(.al), length: start + 6), &sure, &analyses)
    }
  }

  /// Appends the readings of a word behind its proclitics.
  private func read(_ word: inout [UInt8], _ prefix: Prefix, _ sure: inout Sure, _ analyses: inout [Analysis]) {
    let length = prefix.length
    let first = analyses.count
    let isGuess = length > 0 && appendStem(word, length..<word.count, prefix.clitics, nil, &analyses)
    if prefix.restoresArticle {
      // The first of the two ل becomes ا.
      word[length - 4] = 0xD8
      word[length - 3] = 0xA7
      appendStem(word, length - 4..<word.count, prefix.clitics.subtracting(.al), nil, &analyses)
      word[length - 4] = 0xD9
      word[length - 3] = 0x84
    }
    if prefix.clitics.contains(.al) {
      sure.article = prefix.clitics
      return
    }
    if prefix.clitics == .wa, word.count - length >= 6 { sure.conjunction = prefix.clitics }
    appendEnclitics(&word, from: length, prefix.clitics, &analyses)
    // بنظيره: the pronoun is likelier than a misprinted ة.
    if isGuess, analyses.count > first + 1 { analyses.append(analyses.remove(at: first)) }
  }

  /// Appends the reading of letters as a stem that is known. True where the stem's final ه would have to be ة.
  @discardableResult
  private func appendStem(
    _ word: [UInt8], _ range: Range<Int>, _ proclitics: Proclitics, _ enclitic: Enclitic?,
    _ analyses: inout [Analysis]
  ) -> Bool {
    guard range.count >= 4 else { return false }
    let (symbol, isExact) = vocabulary.lookUp(folded: word.span.extracting(range))
    guard symbol != .none else { return false }
    analyses.append(Analysis(proclitics: proclitics, stem: symbol, enclitic: enclitic))
    return !isExact && word[range.upperBound - 1] == 0x87
  }

  private static func isArticle(_ word: [UInt8], _ index: Int) -> Bool {
    word[index] == 0xD8 && word[index + 1] == 0xA7 && word[index + 2] == 0xD9 && word[index + 3] == 0x84
  }

  /// The clitics of a word that is nothing else, such as وبـ or ال, or nil.
  private static func bareClitics(_ word: [UInt8]) -> Proclitics? {
    var clitics: Proclitics = []
    var index = 0
    while index + 1 < word.count {
      switch (word[index], word[index + 1]) {
      case (0xD9, 0x88): clitics.insert(.wa)
      case (0xD9, 0x81): clitics.insert(.fa)
      case (0xD8, 0xA8): clitics.insert(.ba)
      case (0xD9, 0x83): clitics.insert(.ka)
      case (0xD9, 0x84): clitics.insert(.la)
      case (0xD8, 0xA7) where index + 4 == word.count && word[index + 2] == 0xD9 && word[index + 3] == 0x84:
        return clitics.union(.al)
      default: return nil
      }
      index += 2
    }
    return clitics.isEmpty ? nil : clitics
  }

  // MARK: - Enclitics

  /// The pronoun that a word's last letters may be, and its length in bytes. No two end in the same letters.
  private static func enclitic(_ word: [UInt8]) -> (Enclitic, Int)? {
    let count = word.count
    func letter(_ back: Int) -> UInt16 { UInt16(word[count - 2 * back]) << 8 | UInt16(word[count - 2 * back + 1]) }
    let (heh, kaf, meem, noon): (UInt16, UInt16, UInt16, UInt16) = (0xD987, 0xD983, 0xD985, 0xD986)
    switch letter(1) {
    case heh: return (.hu, 2)
    case kaf: return (.ka, 2)
    case noon: return letter(2) == heh ? (.hunna, 4) : nil
    case meem: return letter(2) == heh ? (.hum, 4) : letter(2) == kaf ? (.kum, 4) : nil
    case 0xD98A: return letter(2) == noon ? (.ni, 4) : nil
    case 0xD8A7:
      switch letter(2) {
      case heh: return (.ha, 4)
      case noon: return (.na, 4)
      case meem: return letter(3) == heh ? (.huma, 6) : letter(3) == kaf ? (.kuma, 6) : nil
      default: return nil
      }
    default: return nil
    }
  }

  private func appendEnclitics(
    _ word: inout [UInt8], from start: Int, _ proclitics: Proclitics, _ analyses: inout [Analysis]
  ) {
    guard word.count - start >= 6, let (enclitic, length) = Self.enclitic(word), word.count - start >= length + 4
    else { return }
    let end = word.count - length
    appendStem(word, start..<end, proclitics, enclitic, &analyses)
    // The stem's last letter may stand in another shape before an enclitic.
    let (lead, last) = (word[end - 2], word[end - 1])
    switch (lead, last) {
    case (0xD8, 0xAA):  // زيارته: زيارة
      word[end - 1] = 0xA9
      appendStem(word, start..<end, proclitics, enclitic, &analyses)
    case (0xD8, 0xA6), (0xD8, 0xA4):  // لقائه, لقاؤه: لقاء
      word[end - 1] = 0xA1
      appendStem(word, start..<end, proclitics, enclitic, &analyses)
    case (0xD8, 0xA7):  // التقاه: التقى
      word[end - 2] = 0xD9
      word[end - 1] = 0x89
      appendStem(word, start..<end, proclitics, enclitic, &analyses)
    case (0xD9, 0x8A):  // عليه: على
      word[end - 1] = 0x89
      appendStem(word, start..<end, proclitics, enclitic, &analyses)
    case (0xD9, 0x88):  // اتهموه: اتهموا
      let (first, second) = (word[end], word[end + 1])
      word[end] = 0xD8
      word[end + 1] = 0xA7
      appendStem(word, start..<end + 2, proclitics, enclitic, &analyses)
      word[end] = first
      word[end + 1] = second
    default: break
    }
    word[end - 2] = lead
    word[end - 1] = last
  }
}
