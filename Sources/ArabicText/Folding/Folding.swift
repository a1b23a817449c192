/// Folds the spelling of words, for look-up only: stored text is never folded.
///
/// Dropped: tashkeel, tatweel, bidi and zero-width marks. Folded: أ إ آ ٱ to ا, Persian ی and ک to ي and ك, Eastern
/// digits to ASCII digits, Latin capitals to small letters. Hamza seats ئ and ؤ stay, because they tell words apart.
public enum Folding {
  /// Appends the folded form of valid UTF-8 bytes.
  package static func fold(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) {
    fold(bytes.span, into: &output)
  }

  /// Appends the folded form of valid UTF-8 bytes.
  package static func fold(_ bytes: Span<UInt8>, into output: inout [UInt8]) {
    let start = output.count
    bytes.withUnsafeBufferPointer { output.append(contentsOf: $0) }
    let length = output.withUnsafeMutableBufferPointer { fold(UnsafeMutableBufferPointer(rebasing: $0[start...])) }
    output.removeLast(output.count - start - length)
  }

  /// Folds valid UTF-8 in place, as the folded form is never longer.
  ///
  /// - Returns: The length of the folded form, which stands at the beginning.
  static func fold(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let count = bytes.count
    var index = 0
    // Most words are plain letters.
    while index + 1 < count, bytes[index] & 0xFE == 0xD8, let trail = plain(bytes[index], bytes[index + 1]) {
      bytes[index + 1] = trail
      index += 2
    }
    var end = index
    func append(_ byte: UInt8) {
      bytes[end] = byte
      end += 1
    }
    while index < count {
      let lead = bytes[index]
      switch lead {
      case 0x41...0x5A:
        append(lead + 0x20)
        index += 1
      case 0xC2..<0xE0 where index + 1 < count:
        switch pair(lead, bytes[index + 1]) {
        case .two(let lead, let trail):
          append(lead)
          append(trail)
        case .digit(let digit): append(digit)
        case .nothing: break
        }
        index += 2
      case 0xE0..<0xF0 where index + 2 < count:
        let (second, third) = (bytes[index + 1], bytes[index + 2])
        if !isInvisible(lead, second, third) {
          append(lead)
          append(second)
          append(third)
        }
        index += 3
      default:
        append(lead)
        index += 1
      }
    }
    return end
  }

  /// The folded form of a word.
  package static func fold(_ word: String) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(word.utf8.count)
    fold(word, into: &output)
    return output
  }

  /// Appends the folded form of a word.
  package static func fold(_ word: String, into output: inout [UInt8]) {
    var word = word
    word.withUTF8 { fold($0.span, into: &output) }
  }

  /// The two last bytes of a folded word as they read where final ى stands for ي and final ة for ه, or nil where they are
  /// neither.
  ///
  /// It is a fallback only: على and علي, or كرة and كره, are different words where a text keeps them apart.
  @inlinable @inline(__always)
  public static func relaxed(_ lead: UInt8, _ last: UInt8) -> (UInt8, UInt8)? {
    switch (lead, last) {
    case (0xD9, 0x89): (0xD9, 0x8A)
    case (0xD8, 0xA9): (0xD9, 0x87)
    default: nil
    }
  }

  /// Replaces a final ى of a folded word by ي and a final ة by ه.
  package static func relaxLastLetter(of word: inout [UInt8]) {
    guard word.count >= 2, let letter = relaxed(word[word.count - 2], word[word.count - 1]) else { return }
    (word[word.count - 2], word[word.count - 1]) = letter
  }

  /// The folded second byte of a common Arabic letter, whose first byte folding keeps; nil for all that needs a closer look.
  @inlinable @inline(__always)
  public static func plain(_ lead: UInt8, _ trail: UInt8) -> UInt8? {
    if lead == 0xD9 { return trail >= 0x81 && trail <= 0x8A ? trail : nil }
    if trail >= 0xA6 || trail == 0xA1 || trail == 0xA4 { return trail }
    return trail == 0xA2 || trail == 0xA3 || trail == 0xA5 ? 0xA7 : nil
  }

  /// What a character of two bytes folds to.
  private enum Folded {
    case two(UInt8, UInt8)
    case digit(UInt8)
    case nothing
  }

  private static func pair(_ lead: UInt8, _ trail: UInt8) -> Folded {
    switch (lead, trail) {
    case (0xD8, 0xA2), (0xD8, 0xA3), (0xD8, 0xA5), (0xD9, 0xB1): .two(0xD8, 0xA7)
    case (0xD8, 0x90...0x9A), (0xD9, 0x80), (0xD9, 0x8B...0x9F), (0xD9, 0xB0), (0xDB, 0x96...0x9C), (0xD8, 0x9C):
      .nothing
    case (0xD9, 0xA0...0xA9): .digit(trail - 0xA0 + 0x30)
    case (0xDB, 0xB0...0xB9): .digit(trail - 0xB0 + 0x30)
    case (0xDB, 0x8C): .two(0xD9, 0x8A)
    case (0xDA, 0xA9): .two(0xD9, 0x83)
    default: .two(lead, trail)
    }
  }

  /// Zero-width and bidi marks: U+200B–200F, U+202A–202E, U+2060–206F, U+FEFF.
  static func isInvisible(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (lead, second, third) {
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF), (0xEF, 0xBB, 0xBF): true
    default: false
    }
  }
}
