internal import ArabicText

/// Hashes of words as they are folded for look-up, their last letters too, so that spelling does not matter.
enum WordHash {
  private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of a word.
  ///
  /// - Parameter isBare: Whether its article, with a particle of one letter before it, is left out.
  static func hash(_ word: Span<UInt8>, isBare: Bool = false) -> UInt64 {
    // Nearly all words have only letters that folding keeps or turns into alif: they need no room for their folded form.
    var value = basis
    var index = isBare ? articleEnd(word) : 0
    guard word.count >= 2, word.count % 2 == 0 else { return hash(folding: word, isBare) }
    for place in stride(from: 0, to: index, by: 2) where letter(word, place) == nil {
      return hash(folding: word, isBare)
    }
    while index + 2 < word.count {
      guard let trail = letter(word, index) else { return hash(folding: word, isBare) }
      value = taking(taking(value, word[index]), trail)
      index += 2
    }
    guard let trail = letter(word, index) else { return hash(folding: word, isBare) }
    let (lead, last) = Folding.relaxed(word[index], trail) ?? (word[index], trail)
    return mixed(taking(taking(value, lead), last))
  }

  private static func hash(folding word: Span<UInt8>, _ isBare: Bool) -> UInt64 {
    var folded: [UInt8] = []
    Folding.fold(word, into: &folded)
    Folding.relaxLastLetter(of: &folded)
    let start = isBare ? articleEnd(folded.span) : 0
    return mixed(folded[start...].reduce(basis, taking))
  }

  /// Spreads every bit over all bits.
  static func mixed(_ value: UInt64) -> UInt64 {
    var value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  @inline(__always)
  private static func taking(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// The folded second byte of a plain Arabic letter.
  @inline(__always)
  private static func letter(_ word: Span<UInt8>, _ index: Int) -> UInt8? {
    word[index] == 0xD8 || word[index] == 0xD9 ? Folding.plain(word[index], word[index + 1]) : nil
  }

  /// How many bytes of a word are its article, with a particle of one letter before it; 0 for a word without one, or with
  /// less than three letters behind it. The word is folded or has plain letters only.
  private static func articleEnd(_ word: Span<UInt8>) -> Int {
    // Three letters must be left.
    guard word.count >= 10 else { return 0 }
    if isLam(word, 2), isLam(word, 0) || isAlif(word, 0) { return 4 }
    return word.count >= 12 && isAlif(word, 2) && isLam(word, 4) && isParticle(word) ? 6 : 0
  }

  private static func isAlif(_ word: Span<UInt8>, _ place: Int) -> Bool {
    word[place] == 0xD8 && Folding.plain(0xD8, word[place + 1]) == 0xA7
  }

  private static func isLam(_ word: Span<UInt8>, _ place: Int) -> Bool {
    word[place] == 0xD9 && word[place + 1] == 0x84
  }

  /// Whether a word begins with و, ف, ب or ك.
  private static func isParticle(_ word: Span<UInt8>) -> Bool {
    switch (word[0], word[1]) {
    case (0xD9, 0x88), (0xD9, 0x81), (0xD8, 0xA8), (0xD9, 0x83): true
    default: false
    }
  }
}
