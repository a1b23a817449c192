/// Values by verb: an array that the verbs' numbers index, because the hot loops ask for every verb of a text.
struct LexemeMap<Value: Sendable>: Sendable {
  /// One more than the value's place in ``values``; 0 for none.
  private var places: [Int32] = []
  private(set) var values: [Value] = []

  /// The value of a verb.
  subscript(lexeme: Int) -> Value? {
    get {
      guard lexeme < places.count, places[lexeme] != 0 else { return nil }
      return values[Int(places[lexeme]) - 1]
    }
    set {
      guard let newValue else { return }
      if lexeme >= places.count { places += repeatElement(0, count: max(lexeme + 1 - places.count, places.count)) }
      if places[lexeme] == 0 {
        values.append(newValue)
        places[lexeme] = Int32(values.count)
      } else {
        values[Int(places[lexeme]) - 1] = newValue
      }
    }
  }

  /// Whether a verb has a value.
  func contains(_ lexeme: Int) -> Bool { lexeme < places.count && places[lexeme] != 0 }

  /// Adds an element to the list of a verb.
  mutating func append<Element>(_ element: Element, to lexeme: Int) where Value == [Element] {
    if contains(lexeme) {
      values[Int(places[lexeme]) - 1].append(element)
    } else {
      self[lexeme] = [element]
    }
  }

  /// Changes each value.
  mutating func change(_ body: (inout Value) -> Void) {
    for index in values.indices { body(&values[index]) }
  }
}

extension LexemeMap: Imaged where Value: Imaged {
  init(from image: inout ImageReader) { self.init(places: image.read(), values: image.read()) }

  func write(to image: inout ImageWriter) { image.write(places, values) }
}
