internal import ArabicText
internal import EventModel
internal import Lexicon

/// Numerals in words, by symbol.
struct Numerals: Sendable {
  private var values = SymbolMap<Int>()

  init(lexicon: Lexicon, vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("numerals") {
      guard let value = Int(row["value"]) else {
        throw row.fault("numeral-value", "“\(row["value"])” is no whole number", in: "value")
      }
      for form in row.list("forms") { values[vocabulary.intern(form)] = value }
    }
    values.mark(.numeral, in: &vocabulary)
  }

  /// The value of a number in digits or words; the article and a conjunction may stand before it.
  func value(_ text: TokenizedText, _ index: Int) -> Int? {
    if let number = text.tokens[index].number { return number }
    guard text.tokens[index].marks.meets(.numeral) else { return nil }
    for analysis in text.analyses(of: index) where analysis.enclitic == nil {
      if let value = values[analysis.stem] { return value }
    }
    return nil
  }

  /// The value of a number of one or more words and its end: «خمسة عشر», «خمسة وأربعين», «35 ألف»,
  /// «ثلاثة آلاف».
  func compound(_ text: TokenizedText, _ index: Int, limit: Int) -> (value: Int, end: Int)? {
    guard var value = value(text, index) else { return nil }
    var end = index + 1
    while end < limit, end - index < 5, text.tokens[end].kind == .word, let next = self.value(text, end) {
      let isJoined = text.analyses(of: end).contains { $0.proclitics.contains(.wa) && values[$0.stem] != nil }
      if isJoined, next < value || next < 100 && next % 10 == 0 && value < 10 {
        value += next
      } else if !isJoined, value < 10, next == 10 {
        value += 10
      } else if !isJoined, next >= 100, value < next {
        let (product, isTooLarge) = value.multipliedReportingOverflow(by: next)
        guard !isTooLarge else { break }
        value = product
      } else {
        break
      }
      end += 1
    }
    return (value, end)
  }
}

extension Numerals: Imaged {
  init(from image: inout ImageReader) { values = image.read() }

  func write(to image: inout ImageWriter) { image.write(values) }
}
