internal import ArabicText

/// Values by symbol. Most words of a text have none, which a bit tells.
struct SymbolMap<Value: Sendable>: Sendable {
  private var known = SymbolSet()
  private var places = SymbolPlaces()
  private var symbols: [Symbol] = []
  private var values: [Value] = []

  /// The value of a symbol.
  subscript(symbol: Symbol) -> Value? {
    get { known.contains(symbol) ? values[places[symbol]] : nil }
    set {
      guard let newValue, symbol != .none else { return }
      if known.contains(symbol) { values[places[symbol]] = newValue } else { add(symbol, newValue) }
    }
  }

  /// Whether a symbol has a value.
  func contains(_ symbol: Symbol) -> Bool { known.contains(symbol) }

  /// All symbols that have a value, in the order in which they got it, with it.
  var all: Zip2Sequence<[Symbol], [Value]> { zip(symbols, values) }

  /// Marks all symbols that have a value.
  func mark(_ marks: WordMarks, in vocabulary: inout Vocabulary) {
    for symbol in symbols { vocabulary.mark(symbol, marks) }
  }

  /// Appends an element to the list of a symbol.
  mutating func append<Element>(_ element: Element, to symbol: Symbol) where Value == [Element] {
    change(symbol, default: []) { $0.append(element) }
  }

  /// Changes the value of a symbol.
  ///
  /// - Parameter value: What is changed where the symbol has none.
  mutating func change(_ symbol: Symbol, default value: @autoclosure () -> Value, _ body: (inout Value) -> Void) {
    guard symbol != .none else { return }
    if !known.contains(symbol) { add(symbol, value()) }
    body(&values[places[symbol]])
  }

  /// The same values by the symbols of another vocabulary.
  func translated(_ translation: SymbolTranslation) -> Self {
    var result = Self()
    for (symbol, value) in all { result[translation[symbol]] = value }
    return result
  }

  /// Changes each value.
  mutating func change(_ body: (inout Value) -> Void) {
    for index in values.indices { body(&values[index]) }
  }

  private mutating func add(_ symbol: Symbol, _ value: Value) {
    known.insert(symbol)
    places.add(symbol, values.count)
    symbols.append(symbol)
    values.append(value)
  }
}

/// Where the values of symbols stand: open addressing. An array that symbols index would be as long as the vocabulary for
/// each of many small tables.
private struct SymbolPlaces: Sendable {
  fileprivate struct Slot: Sendable {
    /// 0 where the slot is free.
    var symbol: UInt32 = 0
    var place: Int32 = 0
  }

  private var slots = Array(repeating: Slot(), count: 16)
  private var count = 0

  /// The place of a symbol that has one.
  subscript(symbol: Symbol) -> Int { Int(slots[slot(symbol.rawValue)].place) }

  /// Sets the place of a symbol that has none.
  mutating func add(_ symbol: Symbol, _ place: Int) {
    count += 1
    if count * 2 > slots.count {
      let old = slots
      slots = Array(repeating: Slot(), count: old.count * 2)
      for slot in old where slot.symbol != 0 { slots[self.slot(slot.symbol)] = slot }
    }
    slots[slot(symbol.rawValue)] = Slot(symbol: symbol.rawValue, place: Int32(place))
  }

  /// The slot of a symbol, or the free one that it would take.
  private func slot(_ symbol: UInt32) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: (UInt64(symbol) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[index].symbol != 0, slots[index].symbol != symbol { index = (index + 1) & mask }
    return index
  }
}

/// A set of symbols, one bit each.
struct SymbolSet: Sendable {
  private var words: [UInt64] = []

  /// Adds a symbol; the unknown word is never in a set.
  mutating func insert(_ symbol: Symbol) {
    guard symbol != .none else { return }
    let word = Int(symbol.rawValue >> 6)
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: max(word + 1 - words.count, words.count)))
    }
    words[word] |= 1 << UInt64(symbol.rawValue & 63)
  }

  /// Marks all symbols of the set.
  func mark(_ marks: WordMarks, in vocabulary: inout Vocabulary) {
    forEach { vocabulary.mark($0, marks) }
  }

  /// The same words as symbols of another vocabulary.
  func translated(_ translation: SymbolTranslation) -> Self {
    var result = Self()
    forEach { result.insert(translation[$0]) }
    return result
  }

  /// Hands over each symbol, in order.
  private func forEach(_ body: (Symbol) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(Symbol(rawValue: UInt32(index * 64 + rest.trailingZeroBitCount)))
        rest &= rest - 1
      }
    }
  }

  /// Whether a symbol is in the set.
  func contains(_ symbol: Symbol) -> Bool {
    let word = Int(symbol.rawValue >> 6)
    return word < words.count && words[word] >> UInt64(symbol.rawValue & 63) & 1 != 0
  }
}

extension SymbolMap: Imaged where Value: Imaged {
  init(from image: inout ImageReader) {
    self.init(known: image.read(), places: image.read(), symbols: image.read(), values: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(known, places, symbols, values) }
}

extension SymbolPlaces: Imaged {
  init(from image: inout ImageReader) { self.init(slots: (image.read() as ImagedSlots).slots, count: image.read()) }

  func write(to image: inout ImageWriter) { image.write(ImagedSlots(slots), count) }
}

extension SymbolPlaces.Slot: ImagedSlot {
  static var free: Self { Self() }
  var isFree: Bool { symbol == 0 }

  init(from image: inout ImageReader) { self.init(symbol: image.read(), place: image.read()) }

  func write(to image: inout ImageWriter) { image.write(symbol, place) }
}

extension SymbolSet: Imaged {
  init(from image: inout ImageReader) { self.init(words: image.read()) }

  func write(to image: inout ImageWriter) { image.write(words) }
}
