/// Values by token: an array of places, because the steps ask for every token of a text and few tokens have a value.
struct TokenMap<Value> {
  /// One more than the value's place in ``values``; 0 for none.
  private var places: [Int32]
  private var values: [Value] = []
  /// The tokens that have a value, in the order in which they got it.
  private(set) var tokens: [Int] = []

  init(count: Int) {
    places = Array(repeating: 0, count: count)
  }

  /// The value of a token.
  subscript(token: Int) -> Value? {
    get {
      let place = places[token]
      return place == 0 ? nil : values[Int(place) - 1]
    }
    set {
      guard let newValue else { return }
      if places[token] == 0 {
        values.append(newValue)
        tokens.append(token)
        places[token] = Int32(values.count)
      } else {
        values[Int(places[token]) - 1] = newValue
      }
    }
  }

  /// Whether a token has a value.
  func contains(_ token: Int) -> Bool { places[token] != 0 }
}
