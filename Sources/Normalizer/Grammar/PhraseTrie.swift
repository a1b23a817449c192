internal import ArabicText

/// Phrases of one or more words, found from a token on; the longest wins.
///
/// The first word may carry any clitics that its analyses allow. The words after it stand bare, and the last one may carry
/// an enclitic.
struct PhraseTrie<Value: Sendable>: Sendable {
  /// A phrase that was found.
  struct Match {
    /// The index after the phrase's last token.
    var end: Int
    /// Everything that the tables say of the phrase.
    var values: [Value]
    /// How the first word was read.
    var analysis: Analysis
    /// The last word's enclitic.
    var enclitic: Enclitic?
  }

  /// The node after each first word: most words begin no phrase, and an array tells so at once.
  private var firsts = SymbolMap<Int32>()
  private var edges: [UInt64: Int32] = [:]
  private var values: [[Value]] = [[]]

  /// Adds a phrase; its words are separated by spaces.
  mutating func insert(_ phrase: String, _ value: Value, _ vocabulary: inout Vocabulary) {
    var node: Int32 = 0
    for word in phrase.utf8.split(separator: 0x20) {
      let symbol = vocabulary.intern(String(decoding: Array(word), as: UTF8.self))
      guard symbol != .none else { continue }
      if let next = node == 0 ? firsts[symbol] : edges[Self.edge(node, symbol)] {
        node = next
        continue
      }
      let next = Int32(values.count)
      if node == 0 { firsts[symbol] = next } else { edges[Self.edge(node, symbol)] = next }
      values.append([])
      node = next
    }
    if node != 0 { values[Int(node)].append(value) }
  }

  /// The longest phrase whose first token is `index`, ending before `limit`.
  func longest(in text: TokenizedText, at index: Int, limit: Int) -> Match? {
    guard text.tokens[index].kind != .punctuation, text.tokens[index].kind != .number else { return nil }
    var best: Match?
    for analysis in text.analyses(of: index) where analysis.stem != .none {
      guard let node = firsts[analysis.stem] else { continue }
      if let match = follow(node, analysis, in: text, from: index + 1, limit: limit), match.end > best?.end ?? 0 {
        best = match
      }
    }
    return best
  }

  private func follow(
    _ start: Int32, _ first: Analysis, in text: TokenizedText, from index: Int, limit: Int
  ) -> Match? {
    var best: Match?
    var node = start
    var position = index
    var enclitic = first.enclitic
    while true {
      if !values[Int(node)].isEmpty {
        best = Match(end: position, values: values[Int(node)], analysis: first, enclitic: enclitic)
      }
      // A word with a pronoun cannot go on.
      guard enclitic == nil, position < limit else { return best }
      guard
        let next = text.analyses(of: position).lazy.filter({ $0.proclitics.isEmpty && $0.stem != .none })
          .compactMap({ analysis in edges[Self.edge(node, analysis.stem)].map { ($0, analysis.enclitic) } }).first
      else { return best }
      (node, enclitic) = next
      position += 1
    }
  }

  private static func edge(_ node: Int32, _ symbol: Symbol) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(symbol.rawValue)
  }
}
