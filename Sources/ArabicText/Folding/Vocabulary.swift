/// The words that the tables know, interned by their folded spelling.
///
/// Open-addressing hash tables over one arena of bytes: looking up and interning allocate nothing but room for new words.
package struct Vocabulary: Sendable {
  /// The folded words one after another, and room for more.
  private var arena: [UInt8]
  /// Where the arena's words end.
  private var end = 0
  /// The known words by symbol, and one more, where the next would begin; symbol 0 is the unknown word.
  private var words = [Word(), Word()]
  private var slots: [Slot]
  /// Final-letter fallbacks (see ``Folding/relaxed(_:_:)``), to the symbol that was interned first.
  private var relaxedSlots: [Slot]
  private var relaxedCount = 0

  /// A word of the arena.
  package struct Word: Sendable {
    /// Where its bytes begin in the arena.
    package let start: UInt32
    /// What the tables say of it.
    package fileprivate(set) var marks: WordMarks

    package init(start: UInt32 = 0, marks: WordMarks = []) {
      self.start = start
      self.marks = marks
    }
  }

  /// A place of a hash table: a symbol, 0 where the place is free, and above it bits of the word's hash that tell most other
  /// words apart. Small, because looking up is as fast as the table is near.
  package struct Slot: Sendable {
    private static let symbolBits: UInt32 = 22
    /// The most words that a vocabulary can hold.
    fileprivate static let limit = 1 << 22 - 1

    package let bits: UInt32

    package init(bits: UInt32 = 0) { self.bits = bits }

    fileprivate init(hash: UInt32, symbol: UInt32) { bits = hash & ~(1 << Self.symbolBits - 1) | symbol }

    fileprivate var symbol: UInt32 { bits & (1 << Self.symbolBits - 1) }

    /// Whether the word may have a hash.
    fileprivate func agrees(_ hash: UInt32) -> Bool { (bits ^ hash) >> Self.symbolBits == 0 }
  }

  /// Makes an empty vocabulary with room for so many words; it grows where they are more.
  package init(words: Int = 1 << 12) {
    var capacity = 1 << 10
    while capacity < words * 2 { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
    relaxedSlots = Array(repeating: Slot(), count: capacity / 8)
    self.words.reserveCapacity(words)
    arena = Array(repeating: 0, count: words * 12)
  }

  /// The number of known words.
  package var count: Int { words.count - 2 }

  // MARK: - Parts, for an image

  /// Makes a vocabulary of the parts of another.
  ///
  /// - Parameters:
  ///   - letters: The words, one after another.
  ///   - words: Each of these from symbol 0 on, and one more, where the next would begin.
  ///   - slots: The hash table of the words.
  ///   - relaxed: The hash table of the final-letter fallbacks.
  package init(letters: [UInt8], words: [Word], slots: [Slot], relaxed: [Slot]) {
    arena = letters
    end = letters.count
    self.words = words
    self.slots = slots
    relaxedSlots = relaxed
    relaxedCount = relaxed.count { $0.symbol != 0 }
  }

  /// The words, one after another, each from symbol 0 on, and the hash tables of the words and of the final-letter fallbacks.
  package var parts: (letters: [UInt8], words: [Word], slots: [Slot], relaxed: [Slot]) {
    (Array(arena[..<end]), words, slots, relaxedSlots)
  }

  // MARK: - Interning

  /// The symbol of a word, interned if it is new; ``Symbol/none`` for a word that folds to nothing.
  package mutating func intern(_ word: String) -> Symbol {
    var word = word
    return word.withUTF8 { intern(utf8: $0) }
  }

  /// The symbol of a word in UTF-8, interned if it is new.
  package mutating func intern(utf8 word: Span<UInt8>) -> Symbol {
    word.withUnsafeBufferPointer { intern(utf8: $0) }
  }

  /// The symbol of a word in UTF-8, interned if it is new.
  package mutating func intern(utf8 word: UnsafeBufferPointer<UInt8>) -> Symbol {
    copy(word)
    return intern(next: fold(word.count))
  }

  /// The symbol of a stem in UTF-8 and an ending, interned if it is new.
  package mutating func intern(utf8 stem: UnsafeBufferPointer<UInt8>, ending: StaticString) -> Symbol {
    copy(stem)
    ending.withUTF8Buffer { copy($0, after: stem.count) }
    return intern(next: fold(stem.count + ending.utf8CodeUnitCount))
  }

  /// The symbol of a folded word, interned if it is new.
  package mutating func intern(folded word: Span<UInt8>) -> Symbol {
    word.withUnsafeBufferPointer { copy($0) }
    return intern(next: word.count)
  }

  /// Copies bytes behind the arena's words, where they stay only if they become one of them.
  ///
  /// - Parameter count: How many bytes behind the words stand before these.
  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>, after count: Int = 0) {
    let start = end + count
    if arena.count - start < bytes.count {
      arena.append(contentsOf: repeatElement(0, count: max(bytes.count, arena.count)))
    }
    arena.withUnsafeMutableBufferPointer {
      _ = UnsafeMutableBufferPointer(rebasing: $0[start...]).update(fromContentsOf: bytes)
    }
  }

  /// Folds so many bytes behind the arena's words and returns how many they become.
  private mutating func fold(_ count: Int) -> Int {
    let range = end..<end + count
    return arena.withUnsafeMutableBufferPointer { Folding.fold(UnsafeMutableBufferPointer(rebasing: $0[range])) }
  }

  /// Takes the bytes behind the arena's words for a word, if it is new.
  private mutating func intern(next length: Int) -> Symbol {
    guard length > 0 else { return .none }
    let start = end
    let word = start..<start + length
    let ending = Ending(arena.span.extracting(word))
    let known = find(arena.span.extracting(word), ending)
    guard known == 0 else { return Symbol(rawValue: known) }
    guard words.count <= Slot.limit else { return .none }
    let symbol = UInt32(words.count - 1)
    end = word.upperBound
    words.append(Word(start: UInt32(end)))
    if count * 2 > slots.count { grow() } else { Self.insert(symbol, ending.hash, into: &slots) }
    if let relaxed = ending.relaxed { internRelaxed(from: start, to: end, relaxed, symbol) }
    return Symbol(rawValue: symbol)
  }

  private mutating func internRelaxed(from start: Int, to end: Int, _ relaxed: Ending, _ symbol: UInt32) {
    guard findRelaxed(arena.span.extracting(start..<end), relaxed) == 0 else { return }
    relaxedCount += 1
    if relaxedCount * 2 > relaxedSlots.count { growRelaxed() }
    Self.insert(symbol, relaxed.hash, into: &relaxedSlots)
  }

  // MARK: - Marks

  /// Marks a word; the unknown word bears no marks.
  package mutating func mark(_ symbol: Symbol, _ marks: WordMarks) {
    guard symbol != .none, Int(symbol.rawValue) + 1 < words.count else { return }
    words[Int(symbol.rawValue)].marks.formUnion(marks)
  }

  /// What the tables say of a word.
  package func marks(of symbol: Symbol) -> WordMarks { words[Int(symbol.rawValue)].marks }

  // MARK: - Joining

  /// Takes the words of another vocabulary that are new, and the marks of all.
  ///
  /// - Returns: The symbol here of each symbol there.
  package mutating func take(_ other: Vocabulary) -> SymbolTranslation {
    var symbols = [Symbol.none]
    symbols.reserveCapacity(other.count + 1)
    for index in 1..<other.words.count - 1 {
      let symbol = intern(folded: other.arena.span.extracting(other.range(of: index)))
      mark(symbol, other.words[index].marks)
      symbols.append(symbol)
    }
    return SymbolTranslation(symbols)
  }

  /// Where a word stands in the arena.
  private func range(of word: Int) -> Range<Int> { Int(words[word].start)..<Int(words[word + 1].start) }

  // MARK: - Looking up

  /// The symbol of a folded word; where the exact spelling is unknown, that of its final-letter fallback.
  package func symbol(folded: ArraySlice<UInt8>) -> Symbol {
    lookUp(folded: folded.span).symbol
  }

  /// The symbol of a word as printed.
  package func symbol(_ word: String) -> Symbol {
    lookUp(folded: Folding.fold(word).span).symbol
  }

  /// The symbol of a folded word, and whether the word is known in this very spelling.
  func lookUp(folded word: Span<UInt8>) -> (symbol: Symbol, isExact: Bool) {
    guard !word.isEmpty else { return (.none, false) }
    let ending = Ending(word)
    let exact = find(word, ending)
    if exact != 0 { return (Symbol(rawValue: exact), true) }
    if let relaxed = ending.relaxed {
      let known = find(word, relaxed)
      if known != 0 { return (Symbol(rawValue: known), false) }
    }
    // A text that prints ي for ى, or ه for ة.
    if ending.last == 0x8A || ending.last == 0x87 {
      return (Symbol(rawValue: findRelaxed(word, ending)), false)
    }
    return (.none, false)
  }

  /// The folded bytes of a known word.
  package func bytes(of symbol: Symbol) -> ArraySlice<UInt8> {
    let index = Int(symbol.rawValue)
    guard index > 0, index + 1 < words.count else { return [] }
    return arena[Int(words[index].start)..<Int(words[index + 1].start)]
  }

  // MARK: - The hash tables

  /// The two last bytes of a word, which may be read in another way, and its hash with them.
  private struct Ending {
    /// Of all bytes but the two last.
    let prefix: UInt64
    /// 0 in a word of one byte.
    let lead: UInt8
    let last: UInt8

    /// Takes the ending of a word that is not empty.
    init(_ word: Span<UInt8>) {
      let count = word.count
      let letters = word.bytes
      var hash: UInt64 = 0
      var index = 0
      // Most letters have two bytes.
      while index + 10 <= count {
        hash = Self.mix(hash, letters.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
      }
      if index + 6 <= count {
        hash = Self.mix(hash, UInt64(letters.unsafeLoadUnaligned(fromByteOffset: index, as: UInt32.self)))
        index += 4
      }
      if index + 4 <= count {
        hash = Self.mix(hash, UInt64(letters.unsafeLoadUnaligned(fromByteOffset: index, as: UInt16.self)))
        index += 2
      }
      if index + 3 <= count { hash = Self.mix(hash, UInt64(word[index])) }
      prefix = hash
      lead = count > 1 ? word[count - 2] : 0
      last = word[count - 1]
    }

    private init(prefix: UInt64, lead: UInt8, last: UInt8) {
      self.prefix = prefix
      self.lead = lead
      self.last = last
    }

    private static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
      ((hash << 5 | hash >> 59) ^ value) &* 0x9E37_79B9_7F4A_7C15
    }

    var hash: UInt32 {
      let mixed = Self.mix(prefix, UInt64(lead) << 8 | UInt64(last))
      // The low bits choose the slot; the high bits are the better ones.
      return UInt32(truncatingIfNeeded: mixed ^ mixed >> 32)
    }

    /// The ending as a final-letter fallback, nil where it has none.
    var relaxed: Ending? {
      Folding.relaxed(lead, last).map { Ending(prefix: prefix, lead: $0.0, last: $0.1) }
    }
  }

  /// The symbol of a word with an ending that may differ from the printed one, 0 where it is unknown.
  private func find(_ word: Span<UInt8>, _ ending: Ending) -> UInt32 {
    let hash = ending.hash
    let mask = slots.count - 1
    var index = Int(hash) & mask
    while slots[index].symbol != 0 {
      if slots[index].agrees(hash), let (lead, last) = self.ending(of: slots[index].symbol, after: word),
        lead == ending.lead, last == ending.last
      {
        return slots[index].symbol
      }
      index = (index + 1) & mask
    }
    return 0
  }

  /// The symbol of the word that reads like `word` where its final letter is relaxed, 0 where there is none.
  private func findRelaxed(_ word: Span<UInt8>, _ ending: Ending) -> UInt32 {
    let hash = ending.hash
    let mask = relaxedSlots.count - 1
    var index = Int(hash) & mask
    while relaxedSlots[index].symbol != 0 {
      if relaxedSlots[index].agrees(hash),
        let (lead, last) = self.ending(of: relaxedSlots[index].symbol, after: word),
        let relaxed = Folding.relaxed(lead, last), relaxed == (ending.lead, ending.last)
      {
        return relaxedSlots[index].symbol
      }
      index = (index + 1) & mask
    }
    return 0
  }

  /// The two last bytes of a known word that has the length of `word` and its bytes before these two, else nil.
  private func ending(of symbol: UInt32, after word: Span<UInt8>) -> (UInt8, UInt8)? {
    let start = Int(words[Int(symbol)].start)
    let count = word.count
    guard Int(words[Int(symbol) + 1].start) - start == count else { return nil }
    let known = arena.span
    let (left, right) = (known.bytes, word.bytes)
    var offset = 0
    while offset + 10 <= count {
      guard
        left.unsafeLoadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
          == right.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      else { return nil }
      offset += 8
    }
    while offset + 4 <= count {
      guard
        left.unsafeLoadUnaligned(fromByteOffset: start + offset, as: UInt16.self)
          == right.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self)
      else { return nil }
      offset += 2
    }
    if offset + 3 <= count, known[start + offset] != word[offset] { return nil }
    return (count > 1 ? known[start + count - 2] : 0, known[start + count - 1])
  }

  /// Doubles the table of all words and fills it anew.
  private mutating func grow() {
    slots = Array(repeating: Slot(), count: slots.count * 2)
    for symbol in 1...UInt32(count) { Self.insert(symbol, ending(of: symbol).hash, into: &slots) }
  }

  /// Doubles the table of final-letter fallbacks and fills it anew.
  private mutating func growRelaxed() {
    let old = relaxedSlots
    relaxedSlots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.symbol != 0 {
      guard let relaxed = ending(of: slot.symbol).relaxed else { continue }
      Self.insert(slot.symbol, relaxed.hash, into: &relaxedSlots)
    }
  }

  private func ending(of symbol: UInt32) -> Ending {
    Ending(arena.span.extracting(Int(words[Int(symbol)].start)..<Int(words[Int(symbol) + 1].start)))
  }

  private static func insert(_ symbol: UInt32, _ hash: UInt32, into slots: inout [Slot]) {
    let mask = slots.count - 1
    var index = Int(hash) & mask
    while slots[index].symbol != 0 { index = (index + 1) & mask }
    slots[index] = Slot(hash: hash, symbol: symbol)
  }
}
