internal import ArabicText

/// The likeliest reading of a token, in letters: what is written together with it, and what is left.
struct TokenReading: Equatable {
  /// The particles before the stem, in the order in which they are written, such as و and ب.
  var proclitics: [String]
  /// What stands between the clitics, as printed; empty where a word is nothing but clitics.
  var stem: String
  /// The pronoun behind the stem.
  var enclitic: String?

  /// Reads a token.
  ///
  /// - Parameter text: The token as printed.
  init(_ text: String, _ token: Token, _ analysis: Analysis?) {
    guard token.kind == .word, let analysis else {
      (proclitics, stem, enclitic) = ([], text, nil)
      return
    }
    proclitics = Self.letters.filter { analysis.proclitics.contains($0.clitic) }.map(\.letters)
    enclitic = analysis.enclitic?.letters
    var before = proclitics.reduce(0) { $0 + $1.unicodeScalars.count }
    // «للإعلام» hides the alef of the article.
    if analysis.proclitics.isSuperset(of: [.la, .al]) { before -= 1 }
    let scalars = Array(text.unicodeScalars)
    let places = scalars.indices.filter { Self.isLetter(scalars[$0]) }
    let first = before < places.count && !token.isBareClitic ? places[before] : scalars.count
    let after = enclitic?.unicodeScalars.count ?? 0
    let end = after > 0 && after <= places.count ? places[places.count - after] : scalars.count
    stem = String(String.UnicodeScalarView(scalars[min(first, end)..<end]))
  }

  private static let letters: [(clitic: Proclitics, letters: String)] = [
    (.wa, "و"), (.fa, "ف"), (.ba, "ب"), (.ka, "ك"), (.la, "ل"), (.sa, "س"), (.al, "ال"),
  ]

  /// Whether a scalar is a letter, and no vowel sign, tatweel or mark of direction.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .otherLetter
  }
}
