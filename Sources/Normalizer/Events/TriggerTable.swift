internal import ArabicText
internal import EventModel
internal import Lexicon

/// The compiled tables of triggers and light verbs.
struct TriggerTable: Sendable {
  /// What an event needs in order to count.
  struct Needs: OptionSet, Sendable {
    let rawValue: UInt8
    static let two = Needs(rawValue: 1)
    static let actor = Needs(rawValue: 2)
    static let recipient = Needs(rawValue: 4)
    static let named = Needs(rawValue: 8)
    /// No event of its own: who takes part joins the last event of the type.
    static let joins = Needs(rawValue: 16)
    /// All persons named in the rest of the sentence take part.
    static let list = Needs(rawValue: 32)
    /// With ``joins``: without an event to join there is none.
    static let only = Needs(rawValue: 64)
    /// No event: a statement whose day the story goes on at.
    static let told = Needs(rawValue: 128)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ cell: String, row: Table.Row) throws(Diagnostic) {
      self = []
      for word in cell.utf8.split(separator: 0x20) {
        switch String(decoding: Array(word), as: UTF8.self) {
        case "2": insert(.two)
        case "actor": insert(.actor)
        case "recipient": insert(.recipient)
        case "named": insert(.named)
        case "joins": insert(.joins)
        case "list": insert(.list)
        case "only": insert(.only)
        case "told": insert(.told)
        case let other: throw row.fault("needs", "“\(other)” is no need", at: other)
        }
      }
    }
  }

  /// A row of the table of triggers.
  struct Trigger: Sendable {
    var id: String
    var type: EventType
    var mode: EventMode?
    var cameo: String
    var frame: Frame
    var needs: Needs
    var nounNeeds: Needs
    /// Words that veto the trigger anywhere in the sentence.
    var vetoWords: Set<Symbol>
  }

  /// A noun that is a trigger.
  struct Noun: Sendable {
    var trigger: Int
    var number: VerbForm.Number
  }

  /// A row of the table of light verbs.
  struct LightVerb: Sendable {
    /// Where the event noun stands.
    enum NounSlot: String, Sendable {
      case object = "obj"
      case by, subject = "subj", `in`
    }

    var id: String
    var nounSlot: NounSlot
    /// The slot of the noun's frame that the light verb's subject fills; nil for none.
    var subject: FunctionWords.Slot?
    var status: Event.Status?
  }

  private(set) var triggers: [Trigger] = []
  /// Triggers by verb.
  private(set) var verbs = LexemeMap<[Int]>()
  private(set) var nouns = PhraseTrie<Noun>(mark: .eventNoun)
  private(set) var participles = SymbolMap<[Int]>()
  /// Triggers that need a verb and a noun together, by verb.
  private var combinations: [UInt64: [Int]] = [:]
  private var combined = LexemeMap<Bool>()
  private(set) var vetoes = PhraseTrie<Int>(mark: .veto)
  private(set) var lightVerbs = LexemeMap<[LightVerb]>()
  /// Nouns whose genitive does what an event noun behind ب says.
  private(set) var lightNouns = SymbolSet()

  init(lexicon: Lexicon, verbs table: inout VerbTable, vocabulary: inout Vocabulary) throws(Diagnostic) {
    var printed: [ByteKey: String] = [:]
    var frames: [String: Frame] = [:]
    for row in lexicon.rows("triggers") {
      let id = row["id"]
      for noun in row.list("nouns") where printed[ByteKey(noun)] == nil { printed[ByteKey(noun)] = id }
    }
    for row in lexicon.rows("triggers") { try add(row, printed: printed, &frames, &table, &vocabulary) }
    for row in lexicon.rows("light-verbs") {
      guard let slot = LightVerb.NounSlot(rawValue: row["noun_slot"]) else {
        throw row.fault("noun-slot", "“\(row["noun_slot"])” is no place of a noun", in: "noun_slot")
      }
      let light = LightVerb(
        id: row["id"], nounSlot: slot, subject: FunctionWords.Slot(rawValue: row["subj"]),
        status: Event.Status(rawValue: row["status"]))
      for noun in row.list("nouns") { lightNouns.insert(vocabulary.intern(noun)) }
      for pair in row.list("verb") {
        lightVerbs.append(light, to: try table.add(pair, row: row, &vocabulary))
      }
    }
  }

  /// Whether a verb is a trigger together with some noun.
  func hasCombinations(_ lexeme: Int) -> Bool { combined.contains(lexeme) }

  /// The triggers that a verb and a noun are together.
  func combinations(_ lexeme: Int, _ noun: Symbol) -> [Int] {
    combinations[UInt64(lexeme) << 32 | UInt64(noun.rawValue)] ?? []
  }

  private mutating func add(
    _ row: Table.Row, printed: [ByteKey: String], _ frames: inout [String: Frame], _ table: inout VerbTable,
    _ vocabulary: inout Vocabulary
  ) throws(Diagnostic) {
    guard let type = EventType(rawValue: row["type"]) else {
      throw row.fault("unknown-type", "“\(row["type"])” is no event type", in: "type")
    }
    let mode = EventMode(rawValue: row["mode"])
    guard row["mode"].isEmpty || mode.map(type.modes.contains) ?? false else {
      throw row.fault("unknown-mode", "“\(row["mode"])” is no mode of \(type.rawValue)", in: "mode")
    }
    let index = triggers.count
    var vetoWords: Set<Symbol> = []
    for veto in row.list("block") {
      if veto.utf8.first == 0x7E {
        let word = vocabulary.intern(String(veto.utf8.dropFirst()) ?? "")
        vocabulary.mark(word, .vetoWord)
        vetoWords.insert(word)
      } else {
        vetoes.insert(veto, index, &vocabulary)
      }
    }
    let needs = try Needs(row["needs"], row: row)
    let cell = row["frame"]
    // Most rows share their frame with others.
    if frames[cell] == nil { frames[cell] = try Frame(cell, row: row) }
    guard var frame = frames[cell] else { return }
    frame.happensAtRecipient = mode == .visit || type == .assault
    frame.isVisit = mode == .visit
    frame.isSuffered = [.assault, .coerce, .accuse, .sanction].contains(type)
    frame.isStatement = [.accuse, .reject, .request, .support, .threaten, .agree].contains(type)
    triggers.append(
      Trigger(
        id: row["id"], type: type, mode: mode, cameo: row["cameo"].isEmpty ? type.cameo : row["cameo"],
        frame: frame, needs: needs,
        nounNeeds: needs.union(try Needs(row["noun_needs"], row: row)), vetoWords: vetoWords))
    for pair in row.list("verb") { verbs.append(index, to: try table.add(pair, row: row, &vocabulary)) }
    for noun in row.list("nouns") {
      for form in NounInflection.forms(of: noun, plural: .feminine) {
        // A plural that another row prints is that row's: اتصالات are no اتصال.
        if form.number == .plural, let owner = printed[ByteKey(String(decoding: form.letters, as: UTF8.self))],
          owner != row["id"]
        {
          continue
        }
        nouns.insert(utf8: form.letters.span, Noun(trigger: index, number: form.number), &vocabulary)
      }
    }
    for participle in row.list("participles") {
      var form = Array(participle.utf8)
      let stem = form.count
      for ending: StaticString in ["", "ا", "ة", "ين", "ون", "ان", "تان"] {
        form.removeLast(form.count - stem)
        ending.withUTF8Buffer { form += $0 }
        let word = vocabulary.intern(utf8: form.span)
        vocabulary.mark(word, .eventParticiple)
        participles.append(index, to: word)
      }
    }
    for combination in row.list("combos") {
      guard let space = combination.utf8.firstIndex(of: 0x20) else {
        throw row.fault("combination", "“\(combination)” is not a verb pair and a noun", in: "combos", at: combination)
      }
      let lexeme = try table.add(String(combination[..<space]), row: row, &vocabulary)
      let noun = combination[combination.index(after: space)...]
      let last = noun.utf8.split(separator: 0x20).last.map { String(decoding: Array($0), as: UTF8.self) } ?? ""
      for form in NounInflection.forms(of: last, plural: .none) {
        let noun = vocabulary.intern(utf8: form.letters.span)
        vocabulary.mark(noun, .combinedNoun)
        combinations[UInt64(lexeme) << 32 | UInt64(noun.rawValue), default: []].append(index)
        combined[lexeme] = true
      }
    }
  }
}
