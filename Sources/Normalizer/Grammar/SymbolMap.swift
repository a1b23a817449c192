internal import ArabicText

/// Values by symbol: an array that symbols index, because the hot loops ask for every word of a text.
struct SymbolMap<Value: Sendable>: Sendable {
  /// The symbols that have a value: most words of a text have none, and bits stay in the cache where places would not.
  private var known = SymbolSet()
  /// One more than the value's place in ``values``; 0 for none.
  private var places: [Int32] = []
  private var values: [Value] = []

  /// The value of a symbol.
  subscript(symbol: Symbol) -> Value? {
    get {
      guard known.contains(symbol) else { return nil }
      return values[Int(places[Int(symbol.rawValue)]) - 1]
    }
    set {
      guard let newValue, symbol != .none else { return }
      let place = place(symbol)
      if place < 0 { values.append(newValue) } else { values[place] = newValue }
    }
  }

  /// Whether a symbol has a value.
  func contains(_ symbol: Symbol) -> Bool { known.contains(symbol) }

  /// All symbols that have a value, in their order, with it.
  var all: [(symbol: Symbol, value: Value)] {
    places.indices.compactMap { index in
      places[index] == 0 ? nil : (Symbol(rawValue: UInt32(index)), values[Int(places[index]) - 1])
    }
  }

  /// Marks all symbols that have a value.
  func mark(_ marks: WordMarks, in vocabulary: inout Vocabulary) { known.mark(marks, in: &vocabulary) }

  /// Appends an element to the list of a symbol.
  mutating func append<Element>(_ element: Element, to symbol: Symbol) where Value == [Element] {
    guard symbol != .none else { return }
    let place = place(symbol)
    if place < 0 { values.append([element]) } else { values[place].append(element) }
  }

  /// Changes the value of a symbol.
  ///
  /// - Parameter value: What is changed where the symbol has none.
  mutating func change(_ symbol: Symbol, default value: @autoclosure () -> Value, _ body: (inout Value) -> Void) {
    guard symbol != .none else { return }
    let place = place(symbol)
    if place < 0 { values.append(value()) }
    body(&values[place < 0 ? values.count - 1 : place])
  }

  /// The place of a symbol's value; -1 where the next value appended is its value.
  private mutating func place(_ symbol: Symbol) -> Int {
    let index = Int(symbol.rawValue)
    if index >= places.count {
      // Symbols come in rising order while tables are compiled.
      places.append(contentsOf: repeatElement(0, count: max(index + 1 - places.count, places.count / 2)))
    }
    if places[index] != 0 { return Int(places[index]) - 1 }
    places[index] = Int32(values.count + 1)
    known.insert(symbol)
    return -1
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
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        vocabulary.mark(Symbol(rawValue: UInt32(index * 64 + rest.trailingZeroBitCount)), marks)
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
