/// A regular expression, matched in time that grows with the text only.
///
/// The expressions are those of ECMA-262 with the `u` flag, as JSON Schema has them, without what is not regular:
/// look-around, references back, word boundaries. They match code points.
///
///     try Pattern("^evt-[0-9a-f]{16}$").matches("evt-0123456789abcdef")  // true
package struct Pattern: Sendable {
  /// The expression as written.
  package let text: String
  private let automaton: PatternAutomaton

  /// Compiles an expression.
  ///
  /// - Parameters:
  ///   - text: The expression.
  ///   - whole: Whether it must match the whole text rather than a part.
  /// - Throws: What cannot be used, and where.
  package init(_ text: String, whole: Bool = false) throws(PatternError) {
    self.text = text
    automaton = try PatternAutomaton(PatternGraph(PatternReader.read(text), whole: whole))
  }

  /// Whether the expression matches a string.
  package func matches(_ string: String) -> Bool {
    string.utf8.withContiguousStorageIfAvailable { automaton.matches($0) }
      ?? Array(string.utf8).withUnsafeBufferPointer { automaton.matches($0) }
  }

  /// Whether the expression matches bytes that are UTF-8.
  package func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    automaton.matches(bytes)
  }
}

/// A deterministic automaton over classes of scalars that the expression does not tell apart.
struct PatternAutomaton: Sendable {
  /// The class of each ASCII byte.
  private var asciiClasses: [UInt16] = []
  /// The first scalar of each class range; the range goes up to the next.
  private var bounds: [UInt32] = []
  private var classCount = 0
  /// The next state by state times class count plus class.
  private var transitions: [UInt16] = []
  /// Whether a match is found once the state is reached, whatever follows.
  private var isFound: [Bool] = []
  /// Whether a match is found where the text ends in the state.
  private var isFoundAtEnd: [Bool] = []

  /// The most states of one expression.
  private static let limit = 10_000

  init(_ graph: PatternGraph) throws(PatternError) {
    var starts: Set<UInt32> = [0]
    for case .scalars(let set, _) in graph.steps {
      for range in set.ranges {
        starts.insert(range.lowerBound)
        starts.insert(range.upperBound + 1)
      }
    }
    bounds = starts.sorted()
    classCount = bounds.count
    asciiClasses = (0..<128).map { byte in UInt16(classIndex(UInt32(byte))) }
    try addStates(graph)
  }

  private mutating func addStates(_ graph: PatternGraph) throws(PatternError) {
    var numbers: [[Int]: Int] = [:]
    var sources: [[Int]] = []
    // The first state alone stands at the start of the text; its key is no list of steps.
    let first = graph.closure([graph.entry], atStart: true, atEnd: false)
    sources.append(first.eating)
    isFound.append(first.matches)
    isFoundAtEnd.append(graph.closure([graph.entry], atStart: true, atEnd: true).matches)
    var index = 0
    while index < sources.count {
      for bound in bounds {
        var nexts: [Int] = []
        for step in sources[index] {
          if case .scalars(let set, let next) = graph.steps[step], set.contains(bound) { nexts.append(next) }
        }
        nexts = Array(Set(nexts)).sorted()
        if let known = numbers[nexts] {
          transitions.append(UInt16(known))
          continue
        }
        guard sources.count < Self.limit else {
          throw PatternError(reason: "the expression has too many states", offset: 0)
        }
        numbers[nexts] = sources.count
        transitions.append(UInt16(sources.count))
        let state = graph.closure(nexts, atStart: false, atEnd: false)
        sources.append(state.eating)
        isFound.append(state.matches)
        isFoundAtEnd.append(graph.closure(nexts, atStart: false, atEnd: true).matches)
      }
      index += 1
    }
  }

  private func classIndex(_ scalar: UInt32) -> Int {
    var low = 0
    var high = bounds.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if bounds[middle] <= scalar { low = middle } else { high = middle }
    }
    return low
  }

  func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var state = 0
    var index = 0
    while index < bytes.count {
      if isFound[state] { return true }
      let byte = bytes[index]
      let symbol: Int
      if byte < 0x80 {
        symbol = Int(asciiClasses[Int(byte)])
        index += 1
      } else {
        symbol = classIndex(Self.scalar(in: bytes, at: &index))
      }
      state = Int(transitions[state * classCount + symbol])
    }
    return isFound[state] || isFoundAtEnd[state]
  }

  /// Decodes the scalar of more than one byte at `index` and moves on.
  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> UInt32 {
    let first = bytes[index]
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length where index + offset < bytes.count {
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    index += length
    return value
  }
}
