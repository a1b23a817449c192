internal import Lexicon

/// The content words of a text as hashes of their stems: what a stretch of text is about.
///
/// Stems are light, in the way of Larkey, Ballesteros and Connell ("Light Stemming for Arabic Information Retrieval",
/// 2007): conjunction, preposition and article go from the front, one inflectional ending from the back, and at least
/// three letters stay. Words of fewer than three letters and the words that carry grammar are no content.
struct ContentWords: Sendable {
  /// The stems of the words that carry grammar.
  private var grammar: StemSet
  /// The words whose first letter looks like the conjunction و, such as وزير and وصل.
  private var wawWords: StemSet

  /// The words with which a story goes on, folded, by the hash of their first word.
  private var connectives: [UInt64: [[UInt8]]] = [:]

  /// How many of the most frequent everyday words say nothing of what a text is about.
  private static let frequent = 300

  /// Makes a finder that passes over the words that all news is made of: those that carry grammar, say who speaks or
  /// name the day, and the most frequent other ones (`function-words`, `reporting`, `calendar`, `common-words`).
  init(_ lexicon: Lexicon) {
    var stems: [UInt64] = []
    for (table, column, limit) in [
      ("function-words", "forms", Int.max), ("calendar", "forms", Int.max), ("reporting", "form", Int.max),
      ("common-words", "forms", Self.frequent),
    ] as [(String, StaticString, Int)] {
      // Who somebody is, «محاميه», is content.
      for row in lexicon.rows(table).prefix(limit) where !row.has("relation", in: "kind") {
        for word in row.values(column) where !word.contains(0x20) {
          let end = word.firstIndex(of: UInt8(ascii: "/")) ?? word.count
          Self.appendForms(0..<end, of: word, to: &stems)
        }
      }
    }
    grammar = StemSet(capacity: stems.count)
    for stem in stems { grammar.insert(stem) }
    var words: [UInt64] = []
    for (table, column) in [("common-words", "forms"), ("verbs", "verb")] as [(String, StaticString)] {
      for row in lexicon.rows(table) {
        for word in row.values(column) where word.count > 4 && word[0] == 0xD9 && word[1] == 0x88 {
          if let hash = Self.firstWord(0..<word.count, of: word) { words.append(hash) }
        }
      }
    }
    wawWords = StemSet(capacity: words.count)
    for word in words { wawWords.insert(word) }
    for row in lexicon.rows("connectives") {
      for form in row.list("forms") {
        let line = FoldedLine(form)
        if let first = line.hashes.first { connectives[first, default: []].append(line.bytes) }
      }
    }
  }

  /// Appends the stems of a word, alone and with the conjunctions and pronouns that are glued to it.
  private static func appendForms(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, to stems: inout [UInt64]
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: letterLimit) { letters in
      var count = 1
      for index in range where bytes[index] == 0xD8 || bytes[index] == 0xD9 {
        guard index + 1 < range.upperBound, count < letterLimit - 2 else { return }
        let letter = Self.letters[Int(bytes[index] & 1) << 6 | Int(bytes[index + 1] & 0x3F)]
        if letter == mark { continue }
        guard letter != 0 else { return }
        letters[count] = letter
        count += 1
      }
      // و and ف before it, ه and هم and ها behind it.
      for (conjunction, start) in [(UInt8(0), 1), (0xC8, 0), (0xC1, 0)] {
        letters[0] = conjunction
        for pronoun in [[], [0xC7], [0xC7, 0xC5], [0xC7, 0xA7]] as [[UInt8]] {
          for (offset, letter) in pronoun.enumerated() { letters[count + offset] = letter }
          let word = UnsafeBufferPointer(rebasing: letters[start..<count + pronoun.count])
          if word.count >= 3, let stem = hash(word) { stems.append(stem) }
        }
      }
    }
  }

  /// Appends the stems of a range of valid UTF-8, in order.
  func append(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, to stems: inout [UInt64]) {
    let table = Self.letters
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.letterLimit) { letters in
      var count = 0
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = bytes[index]
        if byte == 0xD8 || byte == 0xD9, index + 1 < range.upperBound {
          let letter = table[Int(byte & 1) << 6 | Int(bytes[index + 1] & 0x3F)]
          index += 2
          if letter == Self.mark { continue }
          if letter != 0 {
            if count < Self.letterLimit {
              letters[count] = letter
              count += 1
            }
            continue
          }
        } else {
          index += 1
          // Latin letters, small and capital alike.
          let small = byte | 0x20
          if small >= 0x61, small <= 0x7A {
            if count < Self.letterLimit {
              letters[count] = small
              count += 1
            }
            continue
          }
        }
        if count >= 3 { end(UnsafeBufferPointer(rebasing: letters[..<count]), &stems) }
        count = 0
      }
      if count >= 3 { end(UnsafeBufferPointer(rebasing: letters[..<count]), &stems) }
    }
  }

  /// Whether a range of valid UTF-8 begins as a paragraph does that goes on with a story: with the conjunction و, and not
  /// a word of that letter, or with a connective.
  func goesOn(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    beginsWithAnd(range, of: bytes) || beginsWithConnective(range, of: bytes)
  }

  private func beginsWithConnective(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // The longest connective and the word behind it; a word that is cut matches nothing.
    var line = FoldedLine()
    line.fold(range.prefix(Self.opening), of: bytes)
    guard let first = line.hashes.first, let forms = connectives[first] else { return false }
    return forms.contains { form in
      line.bytes.starts(with: form) && (line.bytes.count == form.count || line.bytes[form.count] == 0x20)
    }
  }

  /// How many bytes of a paragraph can be its first words.
  private static let opening = 64

  private func beginsWithAnd(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count > 3, bytes[range.lowerBound] == 0xD9, bytes[range.lowerBound + 1] == 0x88 else { return false }
    guard let word = Self.firstWord(range, of: bytes) else { return true }
    return !wawWords.contains(word)
  }

  /// A hash of the first word of a range of letters, without the ت of the feminine and without the article.
  private static func firstWord(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var count = 0
    var index = range.lowerBound
    while index + 1 < range.upperBound, bytes[index] == 0xD8 || bytes[index] == 0xD9 {
      let letter = letters[Int(bytes[index] & 1) << 6 | Int(bytes[index + 1] & 0x3F)]
      index += 2
      if letter == 0 { break }
      if letter == mark { continue }
      let isLast = index + 1 >= range.upperBound || bytes[index] != 0xD8 && bytes[index] != 0xD9
      // ت and ة at the end.
      if isLast, count >= 3, letter & 0x7F == 0x2A || letter & 0x7F == 0x47 { break }
      hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3
      count += 1
    }
    return count >= 3 ? hash : nil
  }

  /// The longest part of a word that is told apart, in letters.
  private static let letterLimit = 24
  private static let mark: UInt8 = 0xFF

  /// For U+0600–U+067F the letter as its last seven bits with the top bit set, folded; 0 for what ends a word, and
  /// ``mark`` for what leaves no trace inside one.
  private static let letters: [UInt8] = (0..<128).map { low in
    switch low {
    case 0x22, 0x23, 0x25, 0x71: 0x80 | 0x27
    case 0x49: 0x80 | 0x4A
    case 0x29: 0x80 | 0x47
    case 0x40, 0x4B...0x5F, 0x70, 0x10...0x1A, 0x1C: mark
    case 0x21...0x3A, 0x41...0x48, 0x4A: 0x80 | UInt8(low)
    default: 0
    }
  }

  private func end(_ letters: UnsafeBufferPointer<UInt8>, _ stems: inout [UInt64]) {
    if let stem = Self.hash(letters), !grammar.contains(stem) { stems.append(stem) }
  }

  /// A hash of the stem of a word of three letters or more; nil where fewer letters stay.
  private static func hash(_ letters: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let stem = stem(letters)
    guard stem.count >= 3 else { return nil }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in stem { hash = (hash ^ UInt64(letters[index])) &* 0x100_0000_01B3 }
    return hash ^ hash >> 29
  }

  /// The letters that stay of a word.
  private static func stem(_ letters: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = 0
    var end = letters.count
    func letter(_ index: Int) -> UInt8 { letters[index] & 0x7F }
    guard letters[0] & 0x80 != 0 else { return start..<end }
    // و and ف
    if end >= 4, letter(0) == 0x48 || letter(0) == 0x41 { start = 1 }
    // ب and ك before the article; ل swallows its alef.
    let hasPreposition = letter(start) == 0x28 || letter(start) == 0x43
    let article = hasPreposition ? start + 1 : start
    if end - article >= 5, letter(article) == 0x27, letter(article + 1) == 0x44 {
      start = article + 2
    } else if end - start >= 5, letter(start) == 0x44, letter(start + 1) == 0x44 {
      start += 2
    }
    let left = end - start
    let last = letter(end - 1)
    let pair = (letter(end - 2), last)
    switch pair {
    // ها، ات، ان، ون، ين، هم، يه
    case (0x47, 0x27), (0x27, 0x2A), (0x27, 0x46), (0x48, 0x46), (0x4A, 0x46), (0x47, 0x45), (0x4A, 0x47):
      if left >= 5 { end -= 2 } else if left >= 4, last == 0x47 { end -= 1 }
    default:
      // ه and ي
      if left >= 4, last == 0x47 || last == 0x4A { end -= 1 }
    }
    return start..<end
  }
}

/// A set of hashes for quick look-up, with the number of times that each was added.
struct StemSet: Sendable {
  private var slots: [(hash: UInt64, times: Int)]
  /// The number of different hashes.
  private(set) var count = 0

  /// Makes an empty set that can hold a number of hashes.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: (0, 0), count: size)
  }

  /// How often a hash was added.
  func times(_ hash: UInt64) -> Int { slots[slot(of: hash)].times }

  /// Whether a hash is in the set.
  func contains(_ hash: UInt64) -> Bool { times(hash) > 0 }

  /// Adds a hash that is not 0.
  ///
  /// - Returns: Whether it was new.
  @discardableResult
  mutating func insert(_ hash: UInt64) -> Bool {
    let slot = slot(of: hash)
    if slots[slot].times == 0 {
      // One slot stays free, so that every look-up ends.
      guard count + 1 < slots.count else { return false }
      slots[slot].hash = hash
      count += 1
    }
    slots[slot].times += 1
    return slots[slot].times == 1
  }

  /// How alike two sets are: the square root of the cosine of their numbers.
  func likeness(_ other: StemSet) -> Double {
    var product = 0
    for slot in slots where slot.times > 0 { product += slot.times * other.times(slot.hash) }
    guard product > 0 else { return 0 }
    return (Double(product) / Double(squares * other.squares).squareRoot()).squareRoot()
  }

  /// The sum over all hashes of the square of their number.
  private var squares: Int { slots.reduce(0) { $0 + $1.times * $1.times } }

  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].times != 0, slots[slot].hash != hash { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
