internal import ArabicText

/// Values by symbol: an array that symbols index, because the hot loops ask for every word of a text.
struct SymbolMap<Value: Sendable>: Sendable {
  /// One more than the value's place in ``values``; 0 for none.
  private var places: [Int32] = []
  private var values: [Value] = []

  /// The value of a symbol.
  subscript(symbol: Symbol) -> Value? {
    get {
      let index = Int(symbol.rawValue)
      guard index < places.count, places[index] != 0 else { return nil }
      return values[Int(places[index]) - 1]
    }
    set {
      guard let newValue, symbol != .none else { return }
      let index = Int(symbol.rawValue)
      if index >= places.count { places += Array(repeating: 0, count: index + 1 - places.count) }
      if places[index] == 0 {
        values.append(newValue)
        places[index] = Int32(values.count)
      } else {
        values[Int(places[index]) - 1] = newValue
      }
    }
  }

  /// Whether a symbol has a value.
  func contains(_ symbol: Symbol) -> Bool {
    let index = Int(symbol.rawValue)
    return index < places.count && places[index] != 0
  }

  /// Reads or adds a value, starting from a default.
  subscript(symbol: Symbol, default fallback: @autoclosure () -> Value) -> Value {
    get { self[symbol] ?? fallback() }
    set { self[symbol] = newValue }
  }
}
