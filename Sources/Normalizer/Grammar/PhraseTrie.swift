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
    var values: ArraySlice<Value>
    /// How the first word was read.
    var analysis: Analysis
    /// The last word's enclitic.
    var enclitic: Enclitic?
  }

  /// All but the mark: an array of one, so that a copy of the trie costs one reference count, and hot loops copy it.
  private var body = [Body()]
  /// What marks the first words, so that a token that begins no phrase is told by its marks alone; none in a trie without.
  private let mark: WordMarks

  /// Makes a trie whose first words bear a mark.
  init(mark: WordMarks = []) { self.mark = mark }

  private struct Body: Sendable {
    /// The node after each first word: most words begin no phrase, and an array tells so at once.
    var firsts = SymbolMap<Int32>()
    var edges = PhraseEdges()
    var nodes = [Node()]
    /// What was said of nodes, in order, until ``PhraseTrie/finish()``.
    var inserted: [(node: Int32, value: Value)] = []
    /// The same by node.
    var values: [Value] = []

    /// The node that a word leads to, made if it is new.
    mutating func step(from node: Int32, _ symbol: Symbol) -> Int32 {
      let next = Int32(nodes.count)
      if node == 0 {
        if let known = firsts[symbol] { return known }
        firsts[symbol] = next
      } else {
        if let known = edges.next(node, symbol) { return known }
        edges.insert(node, symbol, next)
        nodes[Int(node)].isInner = true
      }
      nodes.append(Node())
      return next
    }
  }

  fileprivate struct Node: Sendable {
    /// Where its values begin among all, and how many there are.
    var first: Int32 = 0
    var count: Int32 = 0
    /// Whether some phrase goes on from here.
    var isInner = false
  }

  /// Adds a phrase; its words are separated by spaces.
  mutating func insert(_ phrase: String, _ value: Value, _ vocabulary: inout Vocabulary) {
    var phrase = phrase
    phrase.withUTF8 { insert(utf8: $0, value, &vocabulary) }
  }

  /// Adds a phrase in UTF-8; its words are separated by spaces.
  mutating func insert(utf8 phrase: UnsafeBufferPointer<UInt8>, _ value: Value, _ vocabulary: inout Vocabulary) {
    var node: Int32 = 0
    var start = 0
    while start < phrase.count {
      var end = start
      while end < phrase.count, phrase[end] != 0x20 { end += 1 }
      let word = UnsafeBufferPointer(rebasing: phrase[start..<end])
      let symbol = (node == 0 ? nil : Self.numeral(word)) ?? vocabulary.intern(utf8: word)
      start = end + 1
      if symbol == .none { continue }
      if node == 0 { vocabulary.mark(symbol, mark) }
      node = body[0].step(from: node, symbol)
    }
    if node != 0 {
      body[0].inserted.append((node, value))
      body[0].nodes[Int(node)].count += 1
    }
  }

  /// Lays out what was inserted. Only then are phrases found.
  mutating func finish() {
    guard let (_, some) = body[0].inserted.first else { return }
    var body = self.body.removeLast()
    var next: [Int32] = []
    next.reserveCapacity(body.nodes.count)
    var first: Int32 = 0
    for node in body.nodes.indices {
      body.nodes[node].first = first
      next.append(first)
      first += body.nodes[node].count
    }
    body.values = Array(repeating: some, count: body.inserted.count)
    for (node, value) in body.inserted {
      body.values[Int(next[Int(node)])] = value
      next[Int(node)] += 1
    }
    body.inserted = []
    self.body = [body]
  }

  /// Changes its words to those of another vocabulary, which has their marks already.
  ///
  /// - Parameter change: Does the same to what is said of a phrase.
  mutating func translate(_ translation: SymbolTranslation, change: (inout Value) -> Void = { _ in }) {
    body[0].firsts = body[0].firsts.translated(translation)
    body[0].edges = body[0].edges.translated(translation)
    for index in body[0].values.indices { change(&body[0].values[index]) }
  }

  /// What stands for a number after the first word: its tokens have no analyses, and no word has so high a symbol.
  private static func numeral(_ number: Int) -> Symbol? {
    number < 1 << 31 ? Symbol(rawValue: 1 << 31 | UInt32(number)) : nil
  }

  /// What stands for a word of digits; nil for other words.
  private static func numeral(_ word: UnsafeBufferPointer<UInt8>) -> Symbol? {
    guard word.count < 10 else { return nil }
    var number = 0
    for index in word.indices {
      guard (0x30...0x39).contains(word[index]) else { return nil }
      number = number * 10 + Int(word[index] - 0x30)
    }
    return numeral(number)
  }

  /// Whether some phrase begins with a word.
  func begins(with word: Symbol) -> Bool { word != .none && body[0].firsts[word] != nil }

  /// The longest phrase whose first token is `index`, ending before `limit`; there is none at the limit or behind it, where
  /// a text may end.
  @inline(__always)
  func longest(in text: TokenizedText, at index: Int, limit: Int) -> Match? {
    assert(body[0].inserted.isEmpty, "a trie is asked before it is finished")
    guard index < limit, text.tokens[index].marks.holds(mark) else { return nil }
    return find(in: text, at: index, limit: limit)
  }

  @inline(never)
  private func find(in text: TokenizedText, at index: Int, limit: Int) -> Match? {
    let token = text.tokens[index]
    var best: Match?
    for place in Int(token.analyses.lowerBound)..<Int(token.analyses.upperBound) {
      let analysis = text.analyses[place]
      guard analysis.stem != .none, let node = body[0].firsts[analysis.stem] else { continue }
      let found = follow(node, analysis, in: text, from: index + 1, limit: limit)
      guard found.node != 0 else { continue }
      // «للحوثيين» is «لـ» and «الحوثيين» where both that and «حوثيين» are known.
      let isBarer = best?.analysis.proclitics.contains(.al) ?? false && !analysis.proclitics.contains(.al)
      guard found.end > best?.end ?? 0 || isBarer && found.end == best?.end else { continue }
      best = Match(
        end: found.end, values: values(found.node), analysis: analysis, enclitic: found.enclitic)
    }
    return best
  }

  private func values(_ node: Int32) -> ArraySlice<Value> {
    let node = body[0].nodes[Int(node)]
    return body[0].values[Int(node.first)..<Int(node.first + node.count)]
  }

  /// The end, the last node that a phrase ends at (0 for none) and the enclitic of the longest phrase from a node on.
  private func follow(
    _ start: Int32, _ first: Analysis, in text: TokenizedText, from index: Int, limit: Int
  ) -> (end: Int, node: Int32, enclitic: Enclitic?) {
    var best: (end: Int, node: Int32, enclitic: Enclitic?) = (0, 0, nil)
    var node = start
    var position = index
    var enclitic = first.enclitic
    while true {
      if body[0].nodes[Int(node)].count > 0 { best = (position, node, enclitic) }
      // A word with a pronoun cannot go on.
      guard enclitic == nil, position < limit, body[0].nodes[Int(node)].isInner else { return best }
      let token = text.tokens[position]
      let range = token.analyses
      var next = token.number.flatMap(Self.numeral).flatMap { body[0].edges.next(node, $0) }
      for place in Int(range.lowerBound)..<Int(range.upperBound) {
        let analysis = text.analyses[place]
        guard analysis.proclitics.isEmpty, analysis.stem != .none else { continue }
        next = body[0].edges.next(node, analysis.stem)
        if next != nil {
          enclitic = analysis.enclitic
          break
        }
      }
      guard let next else { return best }
      node = next
      position += 1
    }
  }
}

/// The edges between the words of phrases, by node and symbol: open addressing, because hashing must cost next to nothing.
private struct PhraseEdges: Sendable {
  fileprivate struct Slot: Sendable {
    /// 0 in a free slot; no edge begins at node 0.
    var key: UInt64 = 0
    var node: Int32 = 0
  }

  private var slots: [Slot] = Array(repeating: Slot(), count: 16)
  private var count = 0

  /// The node that a word leads to.
  func next(_ node: Int32, _ symbol: Symbol) -> Int32? {
    let slot = slots[place(Self.key(node, symbol))]
    return slot.key == 0 ? nil : slot.node
  }

  /// Adds an edge that is not there.
  mutating func insert(_ node: Int32, _ symbol: Symbol, _ next: Int32) {
    count += 1
    if count * 2 > slots.count {
      let old = slots
      slots = Array(repeating: Slot(), count: old.count * 2)
      for slot in old where slot.key != 0 { slots[place(slot.key)] = slot }
    }
    let key = Self.key(node, symbol)
    slots[place(key)] = Slot(key: key, node: next)
  }

  /// The same edges for the words of another vocabulary.
  func translated(_ translation: SymbolTranslation) -> Self {
    var result = self
    result.slots = Array(repeating: Slot(), count: slots.count)
    for slot in slots where slot.key != 0 {
      let symbol = translation[Symbol(rawValue: UInt32(truncatingIfNeeded: slot.key))]
      let key = (slot.key & ~0xFFFF_FFFF) | UInt64(symbol.rawValue)
      result.slots[result.place(key)] = Slot(key: key, node: slot.node)
    }
    return result
  }

  private static func key(_ node: Int32, _ symbol: Symbol) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(symbol.rawValue)
  }

  /// The slot of a key, or the free one that it would take.
  private func place(_ key: UInt64) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: mixed >> 32) & mask
    while slots[index].key != 0, slots[index].key != key { index = (index + 1) & mask }
    return index
  }
}

extension PhraseTrie: Imaged where Value: Imaged {
  init(from image: inout ImageReader) {
    mark = image.read()
    body[0].firsts = image.read()
    body[0].edges = image.read()
    body[0].nodes = image.read()
    body[0].values = image.read()
  }

  func write(to image: inout ImageWriter) {
    image.write(mark, body[0].firsts, body[0].edges, body[0].nodes, body[0].values)
  }
}

extension PhraseTrie.Node: Imaged {
  init(from image: inout ImageReader) {
    self.init(first: image.read(), count: image.read(), isInner: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(first, count, isInner) }
}

extension PhraseEdges: Imaged {
  init(from image: inout ImageReader) {
    self.init(slots: (image.read() as ImagedSlots).slots, count: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(ImagedSlots(slots), count) }
}

extension PhraseEdges.Slot: ImagedSlot {
  static var free: Self { Self() }
  var isFree: Bool { key == 0 }

  init(from image: inout ImageReader) { self.init(key: image.read(), node: image.read()) }

  func write(to image: inout ImageWriter) { image.write(key, node) }
}
