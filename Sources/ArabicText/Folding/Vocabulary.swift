/// A number that stands for a folded word; words that no table knows have ``none``.
package struct Symbol: Hashable, Sendable, Comparable {
  /// The number, 0 for unknown words.
  package let rawValue: UInt32

  /// Wraps a number.
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The unknown word.
  package static let none = Symbol(rawValue: 0)

  /// Orders by time of interning.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The words that the tables know, interned by their folded spelling.
///
/// An open-addressing hash table over one arena of bytes: a look-up allocates nothing.
package struct Vocabulary: Sendable {
  private var arena: [UInt8] = []
  /// Where each symbol's bytes begin in the arena; symbol 0 is the unknown word.
  private var starts: [UInt32] = [0, 0]
  private var slots: [(hash: UInt32, symbol: UInt32)]
  /// Final-letter fallbacks (see ``Folding/relaxed(_:)``), to the symbol that was interned first.
  private var relaxedSlots: [(hash: UInt32, symbol: UInt32)]
  private var relaxedCount = 0

  /// Makes an empty vocabulary.
  package init() {
    slots = Array(repeating: (0, 0), count: 1 << 15)
    relaxedSlots = Array(repeating: (0, 0), count: 1 << 12)
  }

  /// The number of known words.
  package var count: Int { starts.count - 2 }

  /// The symbol of a word, interned if it is new; ``Symbol/none`` for a word that folds to nothing.
  package mutating func intern(_ word: String) -> Symbol {
    intern(folded: Folding.fold(word))
  }

  /// The symbol of a folded word, interned if it is new.
  package mutating func intern(folded: [UInt8]) -> Symbol {
    guard !folded.isEmpty else { return .none }
    let slice = folded[...]
    if let known = find(slice, in: slots) { return known }
    let symbol = UInt32(starts.count - 1)
    arena += folded
    starts.append(UInt32(arena.count))
    if (starts.count - 2) * 2 > slots.count { grow() }
    Self.insert(Self.hash(slice), symbol, into: &slots)
    if let relaxed = Folding.relaxed(folded) { internRelaxed(relaxed, symbol) }
    return Symbol(rawValue: symbol)
  }

  /// The symbol of a folded word; where the exact spelling is unknown, that of its final-letter fallback.
  package func symbol(folded: ArraySlice<UInt8>) -> Symbol {
    guard !folded.isEmpty else { return .none }
    if let exact = find(folded, in: slots) { return exact }
    if let relaxed = Folding.relaxed(folded), let known = find(relaxed[...], in: slots) { return known }
    // A text that prints ي for ى, or ه for ة.
    if let last = folded.last, last == 0x8A || last == 0x87, let known = findRelaxed(folded) { return known }
    return .none
  }

  /// The symbol of a folded word in its exact spelling.
  package func exactSymbol(folded: ArraySlice<UInt8>) -> Symbol {
    folded.isEmpty ? .none : find(folded, in: slots) ?? .none
  }

  /// The symbol of a word as printed.
  package func symbol(_ word: String) -> Symbol {
    symbol(folded: Folding.fold(word)[...])
  }

  /// The folded bytes of a known word.
  package func bytes(of symbol: Symbol) -> ArraySlice<UInt8> {
    let index = Int(symbol.rawValue)
    guard index > 0, index + 1 < starts.count else { return [] }
    return arena[Int(starts[index])..<Int(starts[index + 1])]
  }

  // MARK: - The hash table

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    // FNV-1a with a final mix, because the low bits choose the slot.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 29)) | 1
  }

  private func find(_ bytes: ArraySlice<UInt8>, in slots: [(hash: UInt32, symbol: UInt32)]) -> Symbol? {
    let hash = Self.hash(bytes)
    let mask = slots.count - 1
    var index = Int(hash) & mask
    while slots[index].symbol != 0 {
      if slots[index].hash == hash, isEqual(bytes, slots[index].symbol) {
        return Symbol(rawValue: slots[index].symbol)
      }
      index = (index + 1) & mask
    }
    return nil
  }

  private func isEqual(_ bytes: ArraySlice<UInt8>, _ symbol: UInt32) -> Bool {
    let start = Int(starts[Int(symbol)])
    guard Int(starts[Int(symbol) + 1]) - start == bytes.count else { return false }
    var offset = start
    for byte in bytes {
      if arena[offset] != byte { return false }
      offset += 1
    }
    return true
  }

  private func findRelaxed(_ bytes: ArraySlice<UInt8>) -> Symbol? {
    let hash = Self.hash(bytes)
    let mask = relaxedSlots.count - 1
    var index = Int(hash) & mask
    while relaxedSlots[index].symbol != 0 {
      let symbol = Symbol(rawValue: relaxedSlots[index].symbol)
      if relaxedSlots[index].hash == hash, let relaxed = Folding.relaxed(self.bytes(of: symbol)),
        relaxed.elementsEqual(bytes)
      {
        return symbol
      }
      index = (index + 1) & mask
    }
    return nil
  }

  private mutating func internRelaxed(_ relaxed: [UInt8], _ symbol: UInt32) {
    guard findRelaxed(relaxed[...]) == nil else { return }
    relaxedCount += 1
    if relaxedCount * 2 > relaxedSlots.count {
      let old = relaxedSlots
      relaxedSlots = Array(repeating: (0, 0), count: old.count * 2)
      for slot in old where slot.symbol != 0 { Self.insert(slot.hash, slot.symbol, into: &relaxedSlots) }
    }
    Self.insert(Self.hash(relaxed[...]), symbol, into: &relaxedSlots)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: (0, 0), count: old.count * 2)
    for slot in old where slot.symbol != 0 { Self.insert(slot.hash, slot.symbol, into: &slots) }
  }

  private static func insert(_ hash: UInt32, _ symbol: UInt32, into slots: inout [(hash: UInt32, symbol: UInt32)]) {
    let mask = slots.count - 1
    var index = Int(hash) & mask
    while slots[index].symbol != 0 { index = (index + 1) & mask }
    slots[index] = (hash, symbol)
  }
}
