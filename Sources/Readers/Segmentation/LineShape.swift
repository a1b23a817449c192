/// What the punctuation of a line says about it.
struct LineShape {
  /// The number of words, as in ``TextLine/words``.
  private(set) var words = 0
  /// How the line ends.
  private(set) var ending = TextLine.Ending.none
  /// Whether it ends as titles may: with a question mark, an exclamation mark or an ellipsis.
  private(set) var hasTitleMark = false
  /// Whether it begins with a bullet, a dash, an asterisk or a number.
  private(set) var isItem = false
  /// Whether it begins with the letter of the conjunction "and".
  private(set) var beginsWithAnd = false
  /// Where a photo credit would stand: in the last brackets, or after the last dash.
  private(set) var credit: Range<Int>?
  /// Whether it is a few words on both sides of a dash, slash or colon.
  private(set) var hasBylineForm = false

  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: Range<Int>

  /// Reads a range of valid UTF-8 that is not empty and does not begin or end with blanks.
  init(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    self.range = range
    ending = findEnding()
    words =
      range.count > TextLine.byteLimit
      ? TextLine.wordLimit
      : countWords(range, limit: ending == .final ? TextLine.sentenceLimit : TextLine.wordLimit)
    isItem = startsItem()
    beginsWithAnd = range.count > 1 && bytes[range.lowerBound] == 0xD9 && bytes[range.lowerBound + 1] == 0x88
    guard ending != .final, words <= 45 else { return }
    if ending == .none { credit = findCredit() }
    hasBylineForm = words <= 8 && findBylineForm()
  }

  private func countWords(_ range: Range<Int>, limit: Int) -> Int {
    var count = 0
    var isInside = false
    var index = range.lowerBound
    let raw = UnsafeRawBufferPointer(bytes)
    while index < range.upperBound, count < limit {
      if index + 8 <= range.upperBound {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        if let spaces = Self.spaces(word) {
          // A word begins at a byte that is no space, behind one.
          let behind = spaces << 8 | (isInside ? 0 : 0x80)
          count += (~spaces & behind & 0x8080_8080_8080_8080).nonzeroBitCount
          isInside = spaces >> 63 == 0
          index += 8
          continue
        }
      }
      let byte = bytes[index]
      // Only these begin a blank character; others are nearly all Arabic letters of two bytes.
      let mayBeBlank = byte <= 0x20 || byte == 0xC2 || byte >= 0xE1
      let blank = mayBeBlank ? Blank.length(bytes, at: index) : 0
      if blank > 0 {
        isInside = false
        index += blank
      } else {
        if !isInside { count += 1 }
        isInside = true
        index += byte >= 0xC2 && byte <= 0xDF ? 2 : 1
      }
    }
    return min(count, limit)
  }

  /// The top bit of each of eight bytes that is a space; nil where a byte may begin another blank character.
  @inline(__always)
  private static func spaces(_ word: UInt64) -> UInt64? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let low = word & ~tops
    // From 0xE1 on, or 0xC2, or below 0x20.
    let high = word & (low &+ 0x1F * ones) & tops
    let latin = word ^ (0xC2 * ones)
    let isLatin = ~((latin & ~tops) &+ (0x7F * ones) | latin) & tops
    let isControl = ~(word | (low &+ 0x60 * ones)) & tops
    if high | isLatin | isControl != 0 { return nil }
    let space = word ^ (0x20 * ones)
    return ~((space & ~tops) &+ (0x7F * ones) | space) & tops
  }

  /// The length of the closing quote or bracket that ends at an index, or 0.
  private func closerLength(before end: Int) -> Int {
    switch bytes[end - 1] {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0x20: return 1
    case 0xBB, 0xAB: return end - range.lowerBound >= 2 && bytes[end - 2] == 0xC2 ? 2 : 0
    // An HTML entity that was left as it stood.
    case 0x3B: return bytes[range.lowerBound..<end].suffix(6).elementsEqual("&quot;".utf8) ? 6 : 0
    case 0x98...0x9F:
      return end - range.lowerBound >= 3 && bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE2 ? 3 : 0
    default: return 0
    }
  }

  /// The length of the closing quotes and brackets that stand at an index.
  static func closersLength(from start: Int, to end: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start
    while index < end {
      switch bytes[index] {
      case 0x22, 0x27, 0x29, 0x5D, 0x7D: index += 1
      case 0xC2 where index + 1 < end && bytes[index + 1] == 0xBB: index += 2
      case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && (0x99...0x9D).contains(bytes[index + 2]):
        index += 3
      // A quote may stand after a space.
      case 0x20 where index + 1 < end && [0x22, 0xE2].contains(bytes[index + 1]): index += 1
      default: return index - start
      }
    }
    return index - start
  }

  private mutating func findEnding() -> TextLine.Ending {
    var end = range.upperBound
    while end > range.lowerBound {
      let length = closerLength(before: end)
      if length == 0 { break }
      end -= length
    }
    guard end > range.lowerBound else { return .none }
    let before = end - range.lowerBound >= 2 ? bytes[end - 2] : 0
    hasTitleMark =
      switch bytes[end - 1] {
      case 0x21, 0x3F, 0x9F: true
      case 0x2E, 0xA6: before == bytes[end - 1] || before == 0x80
      default: false
      }
    switch bytes[end - 1] {
    case 0x21, 0x2E, 0x3F: return .final
    case 0x2C, 0x3A, 0x3B: return .open
    default: break
    }
    guard end - range.lowerBound >= 2 else { return .none }
    switch (bytes[end - 2], bytes[end - 1]) {
    // Question mark and full stop of the Arabic script; comma and semicolon.
    case (0xD8, 0x9F), (0xDB, 0x94): return .final
    case (0xD8, 0x8C), (0xD8, 0x9B): return .open
    // Ellipsis.
    case (0x80, 0xA6): return end - range.lowerBound >= 3 && bytes[end - 3] == 0xE2 ? .final : .none
    default: return .none
    }
  }

  private func startsItem() -> Bool {
    var index = range.lowerBound
    switch bytes[index] {
    case 0x2A, 0x2D, 0x2B, 0x23, 0x3E: return true
    case 0xE2:
      guard range.count > 2 else { return false }
      // Dashes and bullets (U+2010–U+2015, U+2020–U+2023), arrows and geometric shapes (U+2190–U+2BFF).
      let second = bytes[index + 1]
      return second >= 0x86
        || second == 0x80 && ((0x90...0x95).contains(bytes[index + 2]) || (0xA0...0xA3).contains(bytes[index + 2]))
    default: break
    }
    let start = index
    while index < range.upperBound, isDigit(at: index) > 0 { index += isDigit(at: index) }
    guard index > start, index < range.upperBound else { return false }
    if bytes[index] == 0x20, index + 1 < range.upperBound { return [0x2D, 0x29].contains(bytes[index + 1]) }
    return [0x2E, 0x2D, 0x29, 0x2F, 0x3A].contains(bytes[index])
  }

  /// The length of the digit at an index, or 0.
  private func isDigit(at index: Int) -> Int {
    if (0x30...0x39).contains(bytes[index]) { return 1 }
    guard bytes[index] == 0xD9, index + 1 < range.upperBound else { return 0 }
    return (0xA0...0xA9).contains(bytes[index + 1]) ? 2 : 0
  }

  private func findCredit() -> Range<Int>? {
    let close = bytes[range.upperBound - 1]
    if close == 0x29 || close == 0x5D {
      let open: UInt8 = close == 0x29 ? 0x28 : 0x5B
      guard let start = bytes[range].lastIndex(of: open) else { return nil }
      // Brackets after a full stop sign a story; a caption is no such long sentence.
      if words > 20, let last = bytes[range.lowerBound..<start].last(where: { $0 != 0x20 }), last == 0x2E { return nil }
      return start + 1..<range.upperBound - 1
    }
    var index = range.upperBound - 1
    while index > range.lowerBound {
      let length = separatorLength(at: index)
      if length > 0, bytes[index] != 0x2F, bytes[index] != 0x3A {
        // Fewer words before the dash make a byline.
        return countWords(range.lowerBound..<index, limit: 4) == 4 ? index + length..<range.upperBound : nil
      }
      index -= 1
    }
    return nil
  }

  /// The length of the dash, bar, slash or colon at an index, or 0. A hyphen inside a word is none.
  private func separatorLength(at index: Int) -> Int {
    switch bytes[index] {
    case 0x2D:
      return index > range.lowerBound && bytes[index - 1] == 0x20
        || index + 1 < range.upperBound && bytes[index + 1] == 0x20 ? 1 : 0
    case 0x2F, 0x3A, 0x7C: return 1
    // En dash and em dash.
    case 0xE2:
      guard index + 2 < range.upperBound, bytes[index + 1] == 0x80 else { return 0 }
      return bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94 ? 3 : 0
    // A tatweel that stands alone is a dash.
    case 0xD9:
      guard index > range.lowerBound, index + 2 < range.upperBound, bytes[index + 1] == 0x80 else { return 0 }
      return bytes[index - 1] == 0x20 && bytes[index + 2] == 0x20 ? 2 : 0
    default: return 0
    }
  }

  private func findBylineForm() -> Bool {
    var start = range.lowerBound
    var parts = 0
    var index = range.lowerBound
    var hasColon = false
    var end = range.upperBound
    // A colon at the end introduces the story.
    while end > start, [0x3A, 0x20].contains(bytes[end - 1]) { end -= 1 }
    while index < end {
      let length = bytes[index] == 0x2D && words <= 5 ? 1 : separatorLength(at: index)
      guard length > 0 else {
        index += 1
        continue
      }
      hasColon = hasColon || bytes[index] == 0x3A
      guard (1...4).contains(countWords(start..<index, limit: 5)) else { return false }
      parts += 1
      index += length
      start = index
    }
    guard parts > 0, (1...4).contains(countWords(start..<end, limit: 5)) else { return false }
    // Titles have colons too, so a colon asks for fewer words.
    return !hasColon || words <= 5
  }
}
