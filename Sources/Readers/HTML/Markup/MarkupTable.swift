internal import EventModel
internal import Lexicon

/// What markup says of an element.
struct Markup: Hashable {
  /// What the element's content is.
  enum Role: Hashable {
    case unknown
    /// Text that counts though the element around it, such as a figure, would say otherwise.
    case kept
    /// Text that is not shown.
    case hidden
    /// Text that is shown though another name of the element says that it is hidden.
    case shown
    /// A whole article, with its head and its tail.
    case article
    /// The place of an article's paragraphs, perhaps with other things.
    case content
    /// The paragraphs of an article and hardly anything else.
    case body
    case headline, deck, byline, dateline
    /// A line about the article: who wrote it, when, in which section.
    case note
    case removed(Removal.Reason)
  }

  /// What the content is.
  var role = Role.unknown
  /// The more, the surer.
  var weight = 0

  /// Nothing is said.
  static let unknown = Markup()

  /// Whether the content is left out.
  var isRemoved: Bool {
    if case .removed = role { true } else { false }
  }
}

/// The table of markup (`html-markup`): what class names, ids, roles, properties and elements say.
///
/// Class names and ids are compared word by word: `postContent`, `post-content` and `post_content` are the same words.
struct MarkupTable: Sendable {
  private enum Form: String {
    case `is`, has, begins, ends, tag, role, itemprop, rel
    /// The words that follow such a word say nothing: `no-sidebar`.
    case negates
  }

  private struct Rule {
    let form: Form
    let words: [UInt64]
    let markup: Markup
  }

  private var rules: [Rule] = []
  private var byFirstWord: [UInt64: [Int]] = [:]
  private var negations: Set<UInt64> = []
  private var byTag: [UInt8: Markup] = [:]
  private var byRole: [UInt64: Markup] = [:]
  private var byProperty: [UInt64: Markup] = [:]
  private var byRelation: [UInt64: Markup] = [:]

  /// Compiles the table.
  ///
  /// - Throws: A diagnostic with file and line for a row with an unknown word in one of its columns.
  init(_ rows: [Table.Row], tags: HTMLTagTable) throws(Diagnostic) {
    for row in rows {
      guard let form = Form(rawValue: row["match"]) else {
        throw row.fault("table-value", "“\(row["match"])” is no way to match markup", in: "match")
      }
      guard let role = form == .negates ? .unknown : Self.role(row["says"]) else {
        throw row.fault("table-value", "“\(row["says"])” is nothing that markup can say", in: "says")
      }
      guard let weight = Int(row["weight"].isEmpty ? "\(Self.weight(role))" : row["weight"]) else {
        throw row.fault("table-value", "“\(row["weight"])” is no number", in: "weight")
      }
      let markup = Markup(role: role, weight: weight)
      for text in row.list("text") {
        let words = Self.words(of: text)
        guard let first = words.first else {
          throw row.fault("table-value", "“\(text)” holds neither letters nor digits", in: "text", at: text)
        }
        let whole = Array(text.utf8).withUnsafeBufferPointer { Self.hash($0[...]) }
        switch form {
        case .is, .has, .begins, .ends:
          byFirstWord[first, default: []].append(rules.count)
          rules.append(Rule(form: form, words: words, markup: markup))
        case .negates: negations.insert(first)
        case .tag:
          let tag = Array(text.utf8).withUnsafeBufferPointer { tags.tag($0[...]) }
          guard tag != .other else {
            throw row.fault("table-value", "“\(text)” is no element that is told apart", in: "text", at: text)
          }
          byTag[tag.rawValue] = markup
        case .role: byRole[whole] = markup
        case .itemprop: byProperty[whole] = markup
        case .rel: byRelation[whole] = markup
        }
      }
    }
  }

  private static func role(_ name: String) -> Markup.Role? {
    switch name {
    case "kept": .kept
    case "hidden": .hidden
    case "shown": .shown
    case "article": .article
    case "content": .content
    case "body": .body
    case "headline": .headline
    case "deck": .deck
    case "byline": .byline
    case "dateline": .dateline
    case "note": .note
    default: Removal.Reason(rawValue: name).map(Markup.Role.removed)
    }
  }

  /// The weight of a row that names none.
  private static func weight(_ role: Markup.Role) -> Int {
    switch role {
    case .unknown, .shown: 0
    case .kept: 10
    case .content: 15
    case .article: 20
    case .note: 25
    case .headline, .deck, .byline, .dateline: 35
    case .removed: 30
    case .body: 50
    case .hidden: 90
    }
  }
}

// MARK: - Look-up

extension MarkupTable {
  /// What the name of an element says.
  func markup(tag: HTMLTag) -> Markup {
    byTag[tag.rawValue] ?? .unknown
  }

  /// What an attribute's value says: the surest of its names.
  func markup(_ name: HTMLAttribute.Name, _ value: Slice<UnsafeBufferPointer<UInt8>>) -> Markup {
    var best = Markup.unknown
    var isShown = false
    var body: Markup?
    Self.forEachName(value) { token in
      let markup =
        switch name {
        case .classes, .id: self.markup(name: token)
        case .role: byRole[Self.hash(token)] ?? .unknown
        case .itemprop: byProperty[Self.hash(token)] ?? .unknown
        case .rel: byRelation[Self.hash(token)] ?? .unknown
        default: Markup.unknown
        }
      if markup.role == .shown { isShown = true }
      if markup.role == .body { body = markup }
      if markup.weight > best.weight { best = markup }
    }
    guard best.role == .hidden else { return best }
    // A body that is hidden waits for a script, or for a click, to be shown.
    return body ?? (isShown ? .unknown : best)
  }

  /// What a class name or an id says. Of several rows, those that leave out count first: an `article-body-share` is no
  /// body; then the longest.
  private func markup(name token: Slice<UnsafeBufferPointer<UInt8>>) -> Markup {
    guard token.count <= 128 else { return .unknown }
    var words = Self.words(of: token)
    if let negation = words.firstIndex(where: negations.contains) { words.removeSubrange(negation...) }
    var best = Markup.unknown
    var length = 0
    for start in words.indices {
      guard let candidates = byFirstWord[words[start]] else { continue }
      for index in candidates {
        let rule = rules[index]
        guard words[start...].starts(with: rule.words), isMet(rule, at: start, of: words.count) else { continue }
        let isSurer =
          rule.markup.isRemoved == best.isRemoved
          ? (rule.words.count, rule.markup.weight) > (length, best.weight) : rule.markup.isRemoved
        if best.role == .unknown || isSurer {
          best = rule.markup
          length = rule.words.count
        }
      }
    }
    return best
  }

  private func isMet(_ rule: Rule, at start: Int, of count: Int) -> Bool {
    switch rule.form {
    case .is: start == 0 && rule.words.count == count
    case .has: true
    case .begins: start == 0
    case .ends: start + rule.words.count == count
    case .tag, .role, .itemprop, .rel, .negates: false
    }
  }

  private static func forEachName(
    _ value: Slice<UnsafeBufferPointer<UInt8>>, _ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void
  ) {
    var start = value.startIndex
    while start < value.endIndex {
      var end = start
      while end < value.endIndex, !MarkupByte.isSpace(value[end]) { end += 1 }
      if end > start { body(value[start..<end]) }
      start = end + 1
    }
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func hash(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    bytes.reduce(seed) { ($0 ^ UInt64(MarkupByte.lowercased($1))) &* 0x100_0000_01B3 }
  }

  private static func words(of text: String) -> [UInt64] {
    Array(text.utf8).withUnsafeBufferPointer { words(of: $0[...]) }
  }

  /// Hashes of the words of a name: runs of letters and digits without the digits at their ends. A capital begins a word
  /// where three letters stand before it and a small letter follows: names made by machines, such as `kAdPqr`, are no
  /// words. What is written with per cent signs is none either.
  private static func words(of name: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt64] {
    var words: [UInt64] = []
    var word = seed
    var withoutDigits = seed
    var length = 0
    func end() {
      if withoutDigits != seed { words.append(withoutDigits) }
      word = seed
      withoutDigits = seed
      length = 0
    }
    var index = name.startIndex
    while index < name.endIndex {
      let byte = name[index]
      if byte == 0x25 { break }
      let isLetter = MarkupByte.isLetter(byte) || byte >= 0x80
      let isDigit = byte &- 0x30 < 10
      guard isLetter || isDigit else {
        end()
        index += 1
        continue
      }
      if byte &- 0x41 < 26, length >= 3, !(name[index - 1] &- 0x41 < 26), beginsWord(name, at: index) { end() }
      word = (word ^ UInt64(MarkupByte.lowercased(byte))) &* 0x100_0000_01B3
      if isLetter { withoutDigits = word }
      length += 1
      index += 1
    }
    end()
    return words
  }

  /// Whether three letters, of which only the first is a capital, stand at an index.
  private static func beginsWord(_ name: Slice<UnsafeBufferPointer<UInt8>>, at index: Int) -> Bool {
    guard index + 2 < name.endIndex else { return false }
    return (1...2).allSatisfy { name[index + $0] &- 0x61 < 26 }
  }
}
