package import EventModel

/// Cuts the kept blocks of an article into sentences and tokens, and analyses each word's clitics.
///
/// One pass over the bytes. A tatweel before anything but an Arabic letter ends a word (الـ24, بـ«), and so does a
/// change between letters and digits. A sentence ends at `. ! ? ؟` before white space or a closing mark, not after a
/// single letter (د.), and at the end of its block; a run of dots is a pause.
package struct Tokenizer: Sendable {
  private let analyzer: CliticAnalyzer
  private let pool = WordReadingsPool()

  /// Makes a tokenizer whose words are those of `vocabulary`.
  package init(vocabulary: Vocabulary) {
    analyzer = CliticAnalyzer(vocabulary: vocabulary)
  }

  /// The words that are known.
  package var vocabulary: Vocabulary { analyzer.vocabulary }

  /// Tokenizes the blocks.
  package func tokenize(_ text: SourceText, blocks: [ArticleLayout.Block]) -> TokenizedText {
    var result = Cut()
    var size = 0
    for block in blocks { size += block.range.count }
    result.tokens.reserveCapacity(size / 8)
    result.analyses.reserveCapacity(size / 8)
    var words = WordMemory(readings: pool.take())
    defer { pool.giveBack(words.readings) }
    let bytes = text.bytes.span
    var number = 0
    for block in blocks {
      let first = result.tokens.count
      scan(bytes, block.range, into: &result, &words)
      cut(first..<result.tokens.count, block: number, into: &result)
      number += 1
    }
    return TokenizedText(text: text, tokens: result.tokens, analyses: result.analyses, sentences: result.sentences)
  }

  /// What is cut so far.
  private struct Cut {
    var tokens: [Token] = []
    var analyses: [Analysis] = []
    var sentences: [Sentence] = []
  }

  private func scan(
    _ bytes: Span<UInt8>, _ range: Range<Int>, into result: inout Cut, _ words: inout WordMemory
  ) {
    var index = range.lowerBound
    var isSpaced = true
    while index < range.upperBound {
      let (kind, length, scalar) = CharacterClass.scan(bytes, at: index)
      switch kind {
      case .space, .lineBreak:
        isSpaced = true
        index += length
        continue
      case .arabicLetter:
        index = word(bytes, from: index, to: range.upperBound, isSpaced, into: &result, &words)
      case .digit:
        index = number(bytes, from: index, to: range.upperBound, isSpaced, into: &result)
      case .otherLetter:
        index = latin(bytes, from: index, to: range.upperBound, isSpaced, into: &result)
      case .wordMark, .tatweel:
        index += length
        continue
      case .punctuation:
        var end = index + length
        if scalar == 0x2E { while end < range.upperBound, bytes[end] == 0x2E { end += 1 } }
        result.tokens.append(
          Self.token(index..<end, .punctuation, isSpaced, value: end - index > 1 && scalar == 0x2E ? 0x2026 : scalar))
        index = end
      }
      isSpaced = false
    }
  }

  private static func token(
    _ range: Range<Int>, _ kind: Token.Kind, _ isSpaced: Bool, value: UInt32? = nil
  ) -> Token {
    Token(
      start: Int32(range.lowerBound), end: Int32(range.upperBound), kind: kind, isSpaced: isSpaced,
      isBareClitic: false, hasTanwin: false, whole: .none, value: value.map { Int32($0) } ?? -1, analyses: 0..<0)
  }

  private func word(
    _ bytes: Span<UInt8>, from start: Int, to limit: Int, _ isSpaced: Bool, into result: inout Cut,
    _ words: inout WordMemory
  ) -> Int {
    var index = start
    var end = start
    var tatweelAtEnd = false
    var tanwin = false
    var hash: UInt64 = 0
    loop: while index < limit {
      let lead = bytes[index]
      if lead == 0xD8 || lead == 0xD9, Folding.plain(lead, bytes[index + 1]) != nil {
        hash = WordMemory.mix(hash, UInt32(lead) << 8 | UInt32(bytes[index + 1]))
        tatweelAtEnd = false
        index += 2
        end = index
        continue
      }
      let (kind, length, scalar) = CharacterClass.scan(bytes, at: index)
      switch kind {
      case .arabicLetter: tatweelAtEnd = false
      case .wordMark: if scalar == 0x64B { tanwin = true }
      case .tatweel: tatweelAtEnd = true
      default: break loop
      }
      hash = WordMemory.mix(hash, scalar)
      index += length
      end = index
    }
    var token = Self.token(start..<end, .word, isSpaced)
    token.hasTanwin = tanwin
    let known = words.take(bytes, start..<end, hash: hash, result.tokens.count) { other in result.tokens[other].bytes }
    if let known {
      token.takeReading(of: result.tokens[known])
    } else if !words.readings.read(bytes, start..<end, hash: hash, &token, into: &result.analyses) {
      words.folded.removeAll(keepingCapacity: true)
      Folding.fold(bytes.extracting(start..<end), into: &words.folded)
      analyzer.analyze(&words.folded, endsInTatweel: tatweelAtEnd, &token, into: &result.analyses)
      words.readings.keep(bytes, start..<end, hash: hash, token, from: result.analyses)
    }
    result.tokens.append(token)
    return end
  }

  private func latin(
    _ bytes: Span<UInt8>, from start: Int, to limit: Int, _ isSpaced: Bool, into result: inout Cut
  ) -> Int {
    var index = start
    while index < limit {
      let (kind, length, _) = CharacterClass.scan(bytes, at: index)
      guard kind == .otherLetter || kind == .digit else { break }
      index += length
    }
    var folded: [UInt8] = []
    Folding.fold(bytes.extracting(start..<index), into: &folded)
    var token = Self.token(start..<index, .latin, isSpaced)
    analyzer.lookUp(folded, &token, into: &result.analyses)
    result.tokens.append(token)
    return index
  }

  private func number(
    _ bytes: Span<UInt8>, from start: Int, to limit: Int, _ isSpaced: Bool, into result: inout Cut
  ) -> Int {
    var index = start
    var value: Int? = 0
    while index < limit {
      let (kind, length, scalar) = CharacterClass.scan(bytes, at: index)
      if kind == .digit {
        let digit = Int(scalar < 0x100 ? scalar - 0x30 : scalar >= 0x6F0 ? scalar - 0x6F0 : scalar - 0x660)
        value = value.flatMap { $0 < 100_000_000 ? $0 * 10 + digit : nil }
        index += length
        continue
      }
      // A separator counts only between digits: 1.8, 1,200, ٣٫٥.
      guard scalar == 0x2E || scalar == 0x2C || scalar == 0x66B || scalar == 0x66C, index + length < limit,
        CharacterClass.scan(bytes, at: index + length).class == .digit
      else { break }
      let groupsOfThree = scalar == 0x2C || scalar == 0x66C
      if !groupsOfThree { value = nil }
      index += length
    }
    result.tokens.append(Self.token(start..<index, .number, isSpaced, value: value.map { UInt32($0) }))
    return index
  }

  /// The tokens that a sentence has at most. The longest of people's have about half as many; what looks at a sentence from
  /// each of its words must not take a whole book for one.
  package static let mostTokens = 1_024

  /// Cuts a block's tokens into sentences.
  private func cut(_ range: Range<Int>, block: Int, into result: inout Cut) {
    var start = range.lowerBound
    var index = start
    var pause = start
    while index < range.upperBound {
      defer { index += 1 }
      if index - start >= Self.mostTokens {
        let end = pause - start > Self.mostTokens / 2 ? pause : index
        append(start..<end, block: block, into: &result)
        start = end
      }
      if let mark = result.tokens[index].mark, Self.pauses(mark) { pause = index + 1 }
      guard let mark = result.tokens[index].mark, Self.endsSentence(mark) else { continue }
      var end = index + 1
      // Closing marks stay with the sentence that they close.
      while end < range.upperBound, let next = result.tokens[end].mark, !result.tokens[end].isSpaced,
        Self.endsSentence(next) || Self.closes(next)
      { end += 1 }
      let followsSpace = end == range.upperBound || result.tokens[end].isSpaced
      let afterLetter =
        index > start && result.tokens[index - 1].kind == .word
        && result.tokens[index - 1].end - result.tokens[index - 1].start <= 2
      guard followsSpace, !(mark == 0x2E && afterLetter) else { continue }
      append(start..<end, block: block, into: &result)
      start = end
      index = end - 1
    }
    append(start..<range.upperBound, block: block, into: &result)
  }

  private static func endsSentence(_ mark: UInt32) -> Bool {
    mark == 0x2E || mark == 0x21 || mark == 0x3F || mark == 0x61F
  }

  /// Whether a mark is a comma or a semicolon.
  private static func pauses(_ mark: UInt32) -> Bool {
    mark == 0x60C || mark == 0x61B || mark == 0x2C || mark == 0x3B
  }

  private static func closes(_ mark: UInt32) -> Bool {
    switch mark {
    case 0x22, 0x29, 0x5D, 0xBB, 0x201D, 0x2019: true
    default: false
    }
  }

  private func append(_ range: Range<Int>, block: Int, into result: inout Cut) {
    guard !range.isEmpty else { return }
    result.sentences.append(
      Sentence(
        tokens: range, bytes: Int(result.tokens[range.lowerBound].start)..<Int(result.tokens[range.upperBound - 1].end),
        block: block))
  }
}
