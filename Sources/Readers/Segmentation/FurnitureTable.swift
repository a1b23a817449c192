internal import EventModel
internal import Lexicon

/// The table of page furniture (`boilerplate`), compiled for look-up by the first word of each text.
struct FurnitureTable: Sendable {
  /// What a line is by a row.
  enum Kind: Hashable {
    case removed(Removal.Reason)
    /// A section label, which stands above a headline.
    case section
    case byline
    /// The line that names where the text comes from.
    case source
  }

  /// What of a line a row's text must be.
  enum Form: String {
    case equals, begins, contains, ends, credit, tail
  }

  /// Where in an article a row counts.
  enum Place: String {
    case any, head, tail
    /// Head or tail.
    case edge
  }

  /// What the lines below are.
  enum Reach: String {
    /// Nothing follows from this line.
    case line = ""
    /// Titles below are links.
    case links
    /// All lines below up to the next paragraph belong to it.
    case rest
    /// A page ends here.
    case end
  }

  /// A row's text.
  struct Rule {
    let kind: Kind
    let form: Form
    let place: Place
    let reach: Reach
    let wordLimit: Int
    let text: [UInt8]
    let words: Int
  }

  /// The rules that a line meets, by the place in which they count; each the most specific one.
  struct Match {
    var anywhere: Int?
    var head: Int?
    var tail: Int?
  }

  /// All rules.
  private(set) var rules: [Rule] = []
  private var byFirstWord: [UInt64: [Int]] = [:]

  /// Compiles the table.
  ///
  /// - Throws: A diagnostic with file and line for a row with an unknown word in one of its columns.
  init(_ rows: [Table.Row]) throws(Diagnostic) {
    var (line, letters) = (FoldedLine(), [UInt8]())
    for row in rows {
      guard let kind = Self.kind(row["kind"]) else {
        throw row.fault("table-value", "“\(row["kind"])” is no kind of page furniture", in: "kind")
      }
      guard let form = Form(rawValue: row["match"]) else {
        throw row.fault("table-value", "“\(row["match"])” is no way to match", in: "match")
      }
      guard let place = Place(rawValue: row["where"].isEmpty ? "any" : row["where"]) else {
        throw row.fault("table-value", "“\(row["where"])” is no place in an article", in: "where")
      }
      guard let reach = Reach(rawValue: row["takes"]) else {
        throw row.fault("table-value", "“\(row["takes"])” is nothing that a row can take", in: "takes")
      }
      guard let limit = row["words"].isEmpty ? 12 : Int(row["words"]) else {
        throw row.fault("table-value", "“\(row["words"])” is no number of words", in: "words")
      }
      for text in row.values("text") {
        // A line's numbers fold to `#`; so must the sign in the table.
        letters.removeAll(keepingCapacity: true)
        for byte in text { letters.append(byte == 0x23 ? 0x30 : byte) }
        letters.withUnsafeBufferPointer { line.fold($0) }
        guard let first = line.hashes.first else {
          let text = String(decoding: text, as: UTF8.self)
          throw row.fault("table-value", "“\(text)” holds neither letters nor digits", in: "text", at: text)
        }
        byFirstWord[first, default: []].append(rules.count)
        rules.append(
          Rule(
            kind: kind, form: form, place: place, reach: reach, wordLimit: limit, text: Array(line.bytes[...]),
            words: line.count))
      }
    }
  }

  private static func kind(_ name: String) -> Kind? {
    switch name {
    case "section": .section
    case "byline": .byline
    case "source": .source
    // A photo credit makes a caption.
    case "credit": .removed(.caption)
    default: Removal.Reason(rawValue: name).map(Kind.removed)
    }
  }

  /// The rules that a line meets.
  func match(_ line: FoldedLine) -> Match {
    var match = Match()
    for word in 0..<line.count {
      guard let candidates = byFirstWord[line.hashes[word]] else { continue }
      for index in candidates {
        let rule = rules[index]
        guard line.count <= rule.wordLimit, isMet(rule, by: line, at: word) else { continue }
        switch rule.place {
        case .any: prefer(index, over: &match.anywhere)
        case .head: prefer(index, over: &match.head)
        case .tail: prefer(index, over: &match.tail)
        case .edge:
          prefer(index, over: &match.head)
          prefer(index, over: &match.tail)
        }
      }
    }
    if match.anywhere == nil, match.head == nil, let index = buttons(line) {
      match.head = index
      match.tail = index
    }
    return match
  }

  /// The rule of the first button, where a line is nothing but a row of buttons to share with.
  private func buttons(_ line: FoldedLine) -> Int? {
    guard (2...20).contains(line.count) else { return nil }
    return covered(line) { $0.form == .equals && $0.kind == .removed(.shareWidget) }
  }

  /// The first rule, where the texts of rules of some kind, one after the other, make up a line.
  private func covered(_ line: FoldedLine, by isWanted: (Rule) -> Bool) -> Int? {
    var first: Int?
    var word = 0
    while word < line.count {
      guard let candidates = byFirstWord[line.hashes[word]] else { return nil }
      var longest: Int?
      for index in candidates where isWanted(rules[index]) && stands(rules[index], in: line, at: word) {
        if let known = longest, rules[known].words >= rules[index].words { continue }
        longest = index
      }
      guard let longest else { return nil }
      first = first ?? longest
      word += rules[longest].words
    }
    return first
  }

  /// Whether the last brackets of a line, or the words after its last dash, are a photo credit.
  func isCredit(_ line: FoldedLine) -> Bool {
    guard line.count <= 6 else { return false }
    // A name follows the word for photographer.
    if let first = line.hashes.first, let candidates = byFirstWord[first],
      candidates.contains(where: {
        rules[$0].form == .credit && rules[$0].reach == .rest && stands(rules[$0], in: line, at: 0)
      })
    {
      return true
    }
    return covered(line) { $0.form == .credit } != nil
  }

  /// The rule that a text after the last full stop of an article meets.
  func tail(_ line: FoldedLine) -> Int? {
    guard let first = line.hashes.first, line.count > 1 else { return nil }
    return byFirstWord[first]?.first { index in
      rules[index].form == .tail && line.count <= rules[index].wordLimit && stands(rules[index], in: line, at: 0)
    }
  }

  private func isMet(_ rule: Rule, by line: FoldedLine, at word: Int) -> Bool {
    switch rule.form {
    case .equals: word == 0 && rule.words == line.count && rule.text == line.bytes
    case .begins: word == 0 && stands(rule, in: line, at: word)
    case .contains: stands(rule, in: line, at: word)
    case .ends: word + rule.words == line.count && stands(rule, in: line, at: word)
    case .credit, .tail: false
    }
  }

  /// Whether a rule's words stand in a line from a word on.
  private func stands(_ rule: Rule, in line: FoldedLine, at word: Int) -> Bool {
    guard word + rule.words <= line.count else { return false }
    let start = line.words[word].lowerBound
    return line.bytes[start..<line.words[word + rule.words - 1].upperBound].elementsEqual(rule.text)
  }

  private func prefer(_ index: Int, over other: inout Int?) {
    // A whole line says more than a part of one, a longer text more than a shorter one.
    if let known = other, weight(known) >= weight(index) { return }
    other = index
  }

  private func weight(_ index: Int) -> Int {
    rules[index].text.count + (rules[index].form == .equals ? 10_000 : 0)
  }
}
