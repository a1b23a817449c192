/// Some tokens of a text: an array that tokens index, because the steps ask for one token after another.
struct TokenSet {
  private var isMember: [Bool]
  private var members: [Int] = []

  /// Makes an empty set for a text of so many tokens.
  init(count: Int) { isMember = Array(repeating: false, count: count) }

  /// Whether a token is one of them.
  func contains(_ token: Int) -> Bool { isMember.indices.contains(token) && isMember[token] }

  /// Adds a token.
  mutating func insert(_ token: Int) {
    guard !isMember[token] else { return }
    isMember[token] = true
    members.append(token)
  }

  /// Leaves no token.
  mutating func removeAll() {
    for token in members { isMember[token] = false }
    members.removeAll(keepingCapacity: true)
  }
}
