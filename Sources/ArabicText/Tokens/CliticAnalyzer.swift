/// Splits words into proclitics, stem and enclitic wherever the stem is a known word.
///
/// A known whole word comes first, so that names which begin with clitic letters (بوتين, وليام, كييف) stay whole. Where no
/// reading has a known stem, certain letters still tell clitics: وال, بال, لل, ال, and و before a longer word.
struct CliticAnalyzer: Sendable {
  private let vocabulary: Vocabulary

  init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// Sets the symbol of a word that takes no clitics.
  func lookUp(_ folded: [UInt8], _ token: inout Token, into analyses: inout [Analysis]) {
    let symbol = vocabulary.symbol(folded: folded[...])
    let first = Int32(analyses.count)
    token.whole = symbol
    if symbol != .none { analyses.append(Analysis(proclitics: [], stem: symbol)) }
    token.analyses = first..<Int32(analyses.count)
  }

  /// Sets a word's symbol and analyses.
  func analyze(_ folded: [UInt8], endsInTatweel: Bool, _ token: inout Token, into analyses: inout [Analysis]) {
    let first = analyses.count
    defer { token.analyses = Int32(first)..<Int32(analyses.count) }
    if endsInTatweel || folded.count == 2, let clitics = Self.bareClitics(folded) {
      token.isBareClitic = true
      analyses.append(Analysis(proclitics: clitics, stem: .none))
      return
    }
    token.whole = vocabulary.symbol(folded: folded[...])
    // A final ه that would have to be ة may as well be a pronoun (نظيره): that reading comes last.
    let isGuess = folded.last == 0x87 && vocabulary.exactSymbol(folded: folded[...]) == .none
    if token.whole != .none, !isGuess { analyses.append(Analysis(proclitics: [], stem: token.whole)) }
    let proclitics = Self.proclitics(folded)
    for prefix in proclitics {
      let rest = folded[prefix.length...]
      if prefix.length > 0 { appendStem(rest, prefix.clitics, nil, &analyses) }
      if prefix.restoresArticle {
        appendStem(([0xD8, 0xA7, 0xD9, 0x84] + rest)[...], prefix.clitics.subtracting(.al), nil, &analyses)
      }
      if !prefix.clitics.contains(.al) { appendEnclitics(rest, prefix.clitics, &analyses) }
    }
    if token.whole != .none, isGuess { analyses.append(Analysis(proclitics: [], stem: token.whole)) }
    if analyses.count == first {
      // Only the letters speak: the article is certain, a conjunction before a long word likely.
      let sure =
        proclitics.last { $0.clitics.contains(.al) }
        ?? proclitics.first { $0.clitics == .wa && folded.count - $0.length >= 6 }
      if let sure { analyses.append(Analysis(proclitics: sure.clitics, stem: .none)) }
    }
  }

  private func appendStem(
    _ stem: ArraySlice<UInt8>, _ proclitics: Proclitics, _ enclitic: Enclitic?, _ analyses: inout [Analysis]
  ) {
    guard stem.count >= 4 else { return }
    let symbol = vocabulary.symbol(folded: stem)
    if symbol != .none { analyses.append(Analysis(proclitics: proclitics, stem: symbol, enclitic: enclitic)) }
  }

  // MARK: - Enclitics

  private static let suffixes: [(bytes: [UInt8], enclitic: Enclitic)] =
    [Enclitic.huma, .kuma, .ha, .hum, .hunna, .kum, .na, .ni, .hu, .ka]
    .map { (Array($0.letters.utf8), $0) }

  private func appendEnclitics(_ word: ArraySlice<UInt8>, _ proclitics: Proclitics, _ analyses: inout [Analysis]) {
    for (bytes, enclitic) in Self.suffixes
    where word.count >= bytes.count + 4 && word.suffix(bytes.count).elementsEqual(bytes) {
      let stem = word.dropLast(bytes.count)
      appendStem(stem, proclitics, enclitic, &analyses)
      // The stem's last letter may stand in another shape before an enclitic.
      let (lead, last) = (stem[stem.endIndex - 2], stem[stem.endIndex - 1])
      switch (lead, last) {
      case (0xD8, 0xAA):  // زيارته: زيارة
        appendStem((stem.dropLast(2) + [0xD8, 0xA9])[...], proclitics, enclitic, &analyses)
      case (0xD8, 0xA6), (0xD8, 0xA4):  // لقائه، لقاؤه: لقاء
        appendStem((stem.dropLast(2) + [0xD8, 0xA1])[...], proclitics, enclitic, &analyses)
      case (0xD8, 0xA7):  // التقاه: التقى
        appendStem((stem.dropLast(2) + [0xD9, 0x89])[...], proclitics, enclitic, &analyses)
      case (0xD9, 0x88):  // اتهموه: اتهموا
        appendStem((stem + [0xD8, 0xA7])[...], proclitics, enclitic, &analyses)
      default: break
      }
    }
  }

  // MARK: - Proclitics

  private struct Prefix {
    var clitics: Proclitics
    var length: Int
    /// Whether the letters لل hide an article, or the article was taken off: the stem may be known with it.
    var restoresArticle = false
  }

  /// Every way to take proclitics off a folded word, the empty one first.
  private static func proclitics(_ word: [UInt8]) -> [Prefix] {
    var result = [Prefix(clitics: [], length: 0)]
    append(word, after: 0, [], &result)
    guard word.count > 4 else { return result }
    if word[0] == 0xD9, word[1] == 0x88 || word[1] == 0x81 {
      let conjunction: Proclitics = word[1] == 0x88 ? .wa : .fa
      result.append(Prefix(clitics: conjunction, length: 2))
      append(word, after: 2, conjunction, &result)
    }
    return result
  }

  private static func append(_ word: [UInt8], after start: Int, _ before: Proclitics, _ result: inout [Prefix]) {
    guard word.count >= start + 6 else { return }
    if isArticle(word, start) {
      result.append(Prefix(clitics: before.union(.al), length: start + 4))
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
    result.append(Prefix(clitics: clitics, length: start + 2))
    if letter == .la {
      if word[start + 2] == 0xD9, word[start + 3] == 0x84 {
        result.append(Prefix(clitics: clitics.union(.al), length: start + 4, restoresArticle: true))
      }
    } else if letter != .sa, word.count >= start + 8, isArticle(word, start + 2) {
      result.append(Prefix(clitics: clitics.union(.al), length: start + 6))
    }
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
}
