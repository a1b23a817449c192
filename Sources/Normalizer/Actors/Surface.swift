internal import ArabicText
internal import EventModel

/// Words as printed, without the particles glued to the first.
enum Surface {
  /// The text of tokens, its first proclitics taken off; لل is read as ل and ال.
  static func string(_ text: TokenizedText, _ tokens: Range<Int>, _ proclitics: Proclitics) -> String {
    guard let first = tokens.first else { return "" }
    let start = stem(text, first, proclitics)
    let end = Int(text.tokens[tokens.upperBound - 1].end)
    let string = text.text[start.byte..<end]
    return start.isAssimilated ? "ال" + string : string
  }

  /// Where a token's stem begins, in bytes, the article counted as part of the stem.
  static func stem(
    _ text: TokenizedText, _ token: Int, _ proclitics: Proclitics
  ) -> (byte: Int, isAssimilated: Bool) {
    var letters = 0
    for clitic in [Proclitics.wa, .fa, .ba, .ka, .la, .sa] where proclitics.contains(clitic) { letters += 1 }
    let bytes = text.text.bytes
    var index = Int(text.tokens[token].start)
    let end = Int(text.tokens[token].end)
    while letters > 0, index + 1 < end {
      let isMark =
        bytes[index] == 0xD9 && (0x8B...0x9F).contains(bytes[index + 1])
        || bytes[index] == 0xD9 && bytes[index + 1] == 0x80
      if !isMark { letters -= 1 }
      index += 2
    }
    // After ل the article is written as a second ل alone: لل.
    let isAssimilated =
      proclitics.contains(.la) && index + 1 < end && bytes[index] == 0xD9 && bytes[index + 1] == 0x84
      && index >= 2 && bytes[index - 2] == 0xD9 && bytes[index - 1] == 0x84
    return (isAssimilated ? index + 2 : index, isAssimilated)
  }
}
