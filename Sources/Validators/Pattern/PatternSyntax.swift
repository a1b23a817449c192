/// A regular expression taken apart.
indirect enum PatternSyntax: Sendable {
  case empty
  case scalars(ScalarSet)
  case start
  case end
  case sequence([PatternSyntax])
  case choice([PatternSyntax])
  /// At least `least` times; without limit where `most` is nil.
  case repeated(PatternSyntax, least: Int, most: Int?)
}

/// Why a regular expression cannot be used.
package struct PatternError: Error, Hashable, Sendable {
  /// The sentence for people.
  package let reason: String
  /// Where in the expression, in code points from 0.
  package let offset: Int
}

/// Reads the regular part of ECMA-262's expressions: no look-around, no references back, no word boundaries. What is left
/// can be matched in time that grows with the text only.
struct PatternReader {
  private let scalars: [UInt32]
  /// Whether the question is only if this is an expression, of whatever kind.
  private let isChecking: Bool
  private var position = 0

  /// The most that a counted repetition may count to.
  private static let repetitionLimit = 1000

  /// Takes a whole expression apart.
  static func read(_ text: String) throws(PatternError) -> PatternSyntax {
    var reader = PatternReader(text, isChecking: false)
    return try reader.whole()
  }

  /// Whether a text is an expression of ECMA-262 with the `u` flag, one that is not regular too.
  static func isExpression(_ text: String) -> Bool {
    var reader = PatternReader(text, isChecking: true)
    return (try? reader.whole()) != nil
  }

  private init(_ text: String, isChecking: Bool) {
    scalars = text.unicodeScalars.map(\.value)
    self.isChecking = isChecking
  }

  private mutating func whole() throws(PatternError) -> PatternSyntax {
    let syntax = try choice()
    guard position == scalars.count else { throw error("a closing parenthesis has no opening one") }
    return syntax
  }

  private func error(_ reason: String) -> PatternError {
    PatternError(reason: reason, offset: position)
  }

  private var next: Unicode.Scalar? {
    position < scalars.count ? Unicode.Scalar(scalars[position]) : nil
  }

  private mutating func take(_ text: String) -> Bool {
    let wanted = text.unicodeScalars.map(\.value)
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  // MARK: - Structure

  private mutating func choice() throws(PatternError) -> PatternSyntax {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternError) -> PatternSyntax {
    var parts: [PatternSyntax] = []
    while let next, next != "|", next != ")" { parts.append(try quantified()) }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func quantified() throws(PatternError) -> PatternSyntax {
    let part = try atom()
    guard let (least, most) = try quantifier() else { return part }
    // Greedy or not makes no difference to whether there is a match.
    _ = take("?")
    if let next, "*+?{".unicodeScalars.contains(next) { throw error("nothing to repeat") }
    switch part {
    case .start, .end: throw error("nothing to repeat")
    default: return .repeated(part, least: least, most: most)
    }
  }

  private mutating func quantifier() throws(PatternError) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard take("{") else { return nil }
    guard let least = try count() else { throw error("a brace must be escaped or hold a count") }
    var most: Int? = least
    if take(",") { most = try count() }
    guard take("}") else { throw error("a count must be closed by a brace") }
    if let most, most < least { throw error("the counts of a repetition are out of order") }
    return (least, most)
  }

  private mutating func count() throws(PatternError) -> Int? {
    var value: Int?
    while let next, ("0"..."9").contains(next) {
      value = (value ?? 0) * 10 + Int(next.value - 0x30)
      if isChecking { value = min(value ?? 0, Self.repetitionLimit) }
      guard let value, value <= Self.repetitionLimit else {
        throw error("a repetition may count to \(Self.repetitionLimit)")
      }
      position += 1
    }
    return value
  }

  private mutating func atom() throws(PatternError) -> PatternSyntax {
    guard let next else { return .empty }
    switch next {
    case "^":
      position += 1
      return .start
    case "$":
      position += 1
      return .end
    case ".":
      position += 1
      return .scalars(ScalarSet.lineEnds.inverted)
    case "(": return try group()
    case "[": return .scalars(try set())
    case "\\": return .scalars(try escape(inSet: false))
    case "*", "+", "?", "{": throw error("nothing to repeat")
    case "}", "]": throw error("a closing bracket must be escaped")
    default:
      position += 1
      return .scalars(ScalarSet(next.value))
    }
  }

  private mutating func group() throws(PatternError) -> PatternSyntax {
    position += 1
    if take("?") {
      if take("<"), next != "=", next != "!" {
        while let next, next != ">" { position += 1 }
        guard take(">") else { throw error("a group's name is not closed") }
      } else if !take(":") {
        guard isChecking else { throw error("look-ahead and look-behind are not supported") }
        guard take("=") || take("!") || take("<=") || take("<!") else { throw error("no such group") }
      }
    }
    let inner = try choice()
    guard take(")") else { throw error("a parenthesis is not closed") }
    return inner
  }

  // MARK: - Sets

  private mutating func set() throws(PatternError) -> ScalarSet {
    position += 1
    let isInverted = take("^")
    var set = ScalarSet([])
    while !take("]") {
      let low = try member()
      if take("-") {
        if next == "]" {
          set = set.union(low).union(ScalarSet(0x2D))
          continue
        }
        let high = try member()
        guard let first = low.single, let last = high.single, first <= last else {
          throw error("the ends of a range are out of order")
        }
        set = set.union(ScalarSet([first...last]))
      } else {
        set = set.union(low)
      }
    }
    return isInverted ? set.inverted : set
  }

  private mutating func member() throws(PatternError) -> ScalarSet {
    guard let next else { throw error("a bracket is not closed") }
    if next == "\\" { return try escape(inSet: true) }
    position += 1
    return ScalarSet(next.value)
  }

  private mutating func escape(inSet: Bool) throws(PatternError) -> ScalarSet {
    position += 1
    guard let letter = next else { throw error("a backslash ends the expression") }
    position += 1
    switch letter {
    case "d": return .digits
    case "D": return ScalarSet.digits.inverted
    case "w": return .word
    case "W": return ScalarSet.word.inverted
    case "s": return .spaces
    case "S": return ScalarSet.spaces.inverted
    case "t": return ScalarSet(0x09)
    case "n": return ScalarSet(0x0A)
    case "v": return ScalarSet(0x0B)
    case "f": return ScalarSet(0x0C)
    case "r": return ScalarSet(0x0D)
    case "0": return ScalarSet(0x00)
    case "b" where inSet: return ScalarSet(0x08)
    case "x": return ScalarSet(try hexadecimal(2))
    case "u": return ScalarSet(try codePoint())
    case "c":
      guard let control = next, control.properties.isASCIIHexDigit || control.isASCII else {
        throw error("a control escape needs a letter")
      }
      position += 1
      return ScalarSet(control.value & 0x1F)
    case "b" where isChecking, "B" where isChecking && !inSet, "1"..."9" where isChecking && !inSet:
      return ScalarSet([])
    case "k" where isChecking && !inSet:
      guard take("<") else { throw error("a reference needs a name") }
      while let next, next != ">" { position += 1 }
      guard take(">") else { throw error("a reference needs a name") }
      return ScalarSet([])
    case "p", "P":
      let set = try property()
      return letter == "P" ? set.inverted : set
    default:
      if letter.properties.isAlphabetic || ("0"..."9").contains(letter) {
        throw error("the escape \\\(letter) is not supported")
      }
      return ScalarSet(letter.value)
    }
  }

  private mutating func property() throws(PatternError) -> ScalarSet {
    guard take("{") else { throw error("a property needs braces") }
    var name = ""
    while let next, next != "}" {
      name.unicodeScalars.append(next)
      position += 1
    }
    guard take("}") else { throw error("a property needs braces") }
    for prefix in ["General_Category=", "gc="] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
    if isChecking, !name.isEmpty { return ScalarSet([]) }
    guard let set = ScalarSet(category: name) else { throw error("the property \(name) is not supported") }
    return set
  }

  private mutating func codePoint() throws(PatternError) -> UInt32 {
    if take("{") {
      var value: UInt32 = 0
      while let next, next != "}" { value = try hexadecimal(1) | min(value, 0x10FFFF) << 4 }
      guard take("}"), value <= 0x10FFFF else { throw error("no such code point") }
      return value
    }
    let high = try hexadecimal(4)
    if high & 0xFC00 == 0xD800, take("\\u") {
      let low = try hexadecimal(4)
      guard low & 0xFC00 == 0xDC00 else { throw error("half of a surrogate pair") }
      return 0x10000 + (high & 0x3FF) << 10 + low & 0x3FF
    }
    return high
  }

  private mutating func hexadecimal(_ count: Int) throws(PatternError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let next, let digit = UInt32(String(next), radix: 16) else {
        throw error("an escape lacks hexadecimal digits")
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }
}

extension ScalarSet {
  /// The only scalar of the set; nil where there are none or more.
  fileprivate var single: UInt32? {
    guard ranges.count == 1, let range = ranges.first, range.count == 1 else { return nil }
    return range.lowerBound
  }
}
