/// A nondeterministic automaton for a regular expression.
struct PatternGraph: Sendable {
  enum Step: Sendable {
    case scalars(ScalarSet, next: Int)
    case start(next: Int)
    case end(next: Int)
    case fork([Int])
    case match
  }

  private(set) var steps: [Step] = []
  private(set) var entry = 0

  /// The most steps of one expression.
  private static let limit = 20_000

  /// Builds the automaton of an expression; one that must not match a whole text may match anywhere in it.
  init(_ syntax: PatternSyntax, whole: Bool) throws(PatternError) {
    steps.append(.match)
    if whole {
      entry = try add(.start, before: add(syntax, before: add(.end, before: 0)))
    } else {
      let inner = try add(syntax, before: 0)
      // Anything may come before: where the automaton enters, it may also eat a scalar and enter again.
      steps.append(.fork([]))
      entry = steps.count - 1
      steps.append(.scalars(ScalarSet([0...0x10FFFF]), next: entry))
      steps[entry] = .fork([inner, entry + 1])
    }
  }

  /// Adds steps that match `syntax` and go on to `next`; returns the first.
  private mutating func add(_ syntax: PatternSyntax, before next: Int) throws(PatternError) -> Int {
    guard steps.count < Self.limit else { throw PatternError(reason: "the expression is too large", offset: 0) }
    switch syntax {
    case .empty: return next
    case .scalars(let set): return append(.scalars(set, next: next))
    case .start: return append(.start(next: next))
    case .end: return append(.end(next: next))
    case .sequence(let parts):
      var first = next
      for part in parts.reversed() { first = try add(part, before: first) }
      return first
    case .choice(let branches):
      var firsts: [Int] = []
      for branch in branches { firsts.append(try add(branch, before: next)) }
      return append(.fork(firsts))
    case .repeated(let part, let least, let most):
      var first = next
      if let most {
        for _ in least..<max(least, most) { first = append(.fork([try add(part, before: first), next])) }
      } else {
        let loop = append(.fork([]))
        steps[loop] = .fork([try add(part, before: loop), next])
        first = loop
      }
      for _ in 0..<least { first = try add(part, before: first) }
      return first
    }
  }

  private mutating func append(_ step: Step) -> Int {
    steps.append(step)
    return steps.count - 1
  }

  /// The steps that eat a scalar, and whether a match is reached, from some steps on without eating.
  func closure(_ starts: [Int], atStart: Bool, atEnd: Bool) -> (eating: [Int], matches: Bool) {
    var seen = Set<Int>()
    var open = starts
    var eating: [Int] = []
    var matches = false
    while let index = open.popLast() {
      guard seen.insert(index).inserted else { continue }
      switch steps[index] {
      case .scalars: eating.append(index)
      case .start(let next): if atStart { open.append(next) }
      case .end(let next): if atEnd { open.append(next) }
      case .fork(let nexts): open.append(contentsOf: nexts)
      case .match: matches = true
      }
    }
    return (eating.sorted(), matches)
  }
}
