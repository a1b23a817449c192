import ArabicText
import BundledTables
import EventModel
import Lexicon
import Testing

@testable import Normalizer

/// The actors are compiled with words of their own, beside the other tables.
@Suite struct TranslationTests {
  /// What holds no words of the vocabulary.
  private let wordless: Set<String> = [
    "known", "homes", "masculineHeads", "variants", "arabicCountries", "countries", "capitals", "holders", "sectors",
  ]

  @Test("Tables of actors with words of their own become those that are compiled with the words of all")
  func actors() throws {
    let lexicon = try beginnings()
    var shared = Vocabulary()
    for word in ["زار", "وزير", "كلمة"] { _ = shared.intern(word) }
    var (joined, own) = (shared, Vocabulary())
    let expected = try ActorTables(lexicon: lexicon, vocabulary: &shared)
    var tables = try ActorTables(lexicon: lexicon, vocabulary: &own)
    let before = described(tables)
    tables.translate(joined.take(own))
    let (left, right) = (described(tables), described(expected))
    #expect(left.count == 17 && left.values.allSatisfy { !$0.isEmpty })
    for (name, lines) in right {
      #expect(left[name] == lines, "\(name) is not translated")
      #expect(before[name] != lines, "\(name) would be the same without translation")
    }
    #expect(joined.count == shared.count)
    for number in 1...UInt32(shared.count) {
      let symbol = Symbol(rawValue: number)
      #expect(
        joined.bytes(of: symbol) == shared.bytes(of: symbol) && joined.marks(of: symbol) == shared.marks(of: symbol))
    }
  }

  @Test("The triggers of a verb and a noun come in the order in which they were added")
  func combinations() {
    var combinations = Combinations()
    for lexeme in 0..<200 {
      for noun in 1...100 as ClosedRange<UInt32> {
        combinations.append(lexeme, lexeme: lexeme, noun: Symbol(rawValue: noun))
        if noun.isMultiple(of: 3) { combinations.append(7, lexeme: lexeme, noun: Symbol(rawValue: noun)) }
      }
    }
    #expect(combinations[5, Symbol(rawValue: 99)] == [5, 7])
    #expect(combinations[199, Symbol(rawValue: 100)] == [199])
    #expect(combinations[200, Symbol(rawValue: 1)].isEmpty && combinations[0, .none].isEmpty)
  }

  @Test("Each argument slot is in a set by itself", arguments: FunctionWords.Slot.allCases)
  func slots(_ slot: FunctionWords.Slot) {
    let set: SlotSet = [slot]
    #expect(FunctionWords.Slot.allCases.filter(set.contains) == [slot])
    #expect(set.isDisjoint(with: []) && !set.isDisjoint(with: [.subject, slot]))
  }

  // MARK: - Support

  /// The first rows of the bundled tables.
  private func beginnings() throws -> Lexicon {
    var lexicon = Lexicon()
    for source in try Lexicon.bundled().sources {
      let lines = source.contents.split(separator: 0x0A).prefix(260)
      try lexicon.add(file: source.name, contents: Array(lines.joined(separator: [0x0A])))
    }
    return lexicon
  }

  /// The contents of each table that holds words, in an order that does not depend on how they are kept.
  private func described(_ tables: ActorTables) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for (name, value) in Mirror(reflecting: tables).children {
      guard let name, !wordless.contains(name) else { continue }
      result[name] = lines(value).sorted()
    }
    return result
  }

  private func lines(_ value: Any) -> [String] {
    switch String(describing: type(of: value)) {
    case "SymbolSet":
      let words = Mirror(reflecting: value).children.first?.value as? [UInt64] ?? []
      return words.enumerated().filter { $0.element != 0 }.map { "\($0.offset) \($0.element)" }
    case "SymbolPlaces": return []
    case "PhraseEdges":
      let slots = Mirror(reflecting: value).children.first { $0.label == "slots" }.map { Mirror(reflecting: $0.value) }
      return slots?.children.map { "\($0.value)" }.filter { !$0.contains("key: 0,") } ?? []
    case let type where type.hasPrefix("SymbolMap") || type.hasPrefix("PhraseTrie") || type == "Array<Body>":
      return Mirror(reflecting: value).children.flatMap { lines($0.value) }
    case "Body": return Mirror(reflecting: value).children.flatMap { lines($0.value) }
    default: return ["\(value)"]
    }
  }
}
