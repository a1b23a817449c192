/// A pattern that some word can begin, and what must stand behind it for the pattern to go on.
struct TimeStart: Sendable {
  /// The pattern's number.
  let pattern: Int
  /// What can stand behind the beginning.
  var signs: TimeSigns
  /// Whether the beginning is one word; else it may be a number of two.
  var isBehindOne = true

  /// Whether the pattern can go on, by the signs of what stands behind one word and behind one or two.
  func goesOn(_ behindOne: TimeSigns, _ behindTwo: TimeSigns) -> Bool {
    signs.contains(.any) || !signs.isDisjoint(with: isBehindOne ? behindOne : behindTwo)
  }

  /// Adds the start to those of a class, joined with another start of the same pattern.
  func add(to starts: inout [Self]) {
    guard let last = starts.indices.last, starts[last].pattern == pattern else {
      starts.append(self)
      return
    }
    starts[last].signs.formUnion(signs)
    starts[last].isBehindOne = starts[last].isBehindOne && isBehindOne
  }
}

extension TimeStart: Imaged {
  init(from image: inout ImageReader) {
    self.init(pattern: image.read(), signs: image.read(), isBehindOne: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(pattern, signs, isBehindOne) }
}
