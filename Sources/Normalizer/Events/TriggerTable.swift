internal import ArabicText
internal import EventModel
internal import Lexicon

/// The compiled tables of triggers and light verbs.
struct TriggerTable: Sendable {
  /// What an event needs in order to count.
  struct Needs: OptionSet, Sendable {
    let rawValue: UInt16
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
    /// No need: it is told of as many in one word, «اتصالات».
    static let series = Needs(rawValue: 256)
    /// No need: an event of its own beside those that it came with, «مؤتمر صحافي مشترك».
    static let apart = Needs(rawValue: 512)
    /// It is about what is done: who is greeted by the word is no side of an event.
    static let deed = Needs(rawValue: 1024)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ column: StaticString, of row: Table.Row) throws(Diagnostic) {
      self = []
      for word in row.utf8(column).split(separator: 0x20) {
        switch String(decoding: word, as: UTF8.self) {
        case "2": insert(.two)
        case "actor": insert(.actor)
        case "recipient": insert(.recipient)
        case "named": insert(.named)
        case "joins": insert(.joins)
        case "list": insert(.list)
        case "only": insert(.only)
        case "told": insert(.told)
        case "series": insert(.series)
        case "apart": insert(.apart)
        case "deed": insert(.deed)
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
    enum NounSlot: String, Sendable, CaseIterable {
      case object = "obj"
      case by, subject = "subj", `in`, on, masdar, from, to, gathers
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
  /// Participles that describe people in whose state an event goes on.
  private(set) var states = SymbolMap<[Int]>()
  /// Triggers that need a verb and a noun together, by verb.
  private var combinations = Combinations()
  private var combined = LexemeMap<Bool>()
  private(set) var vetoes = PhraseTrie<Int>(mark: .veto)
  private(set) var lightVerbs = LexemeMap<[LightVerb]>()
  /// Nouns whose genitive does what an event noun behind ب says.
  private(set) var lightNouns = SymbolSet()
  /// Masdars that may stand between a verb and the event noun: «قرر فرض عقوبات».
  private(set) var lightMasdars = SymbolSet()

  init(lexicon: Lexicon, verbs table: inout VerbTable, vocabulary: inout Vocabulary) throws(Diagnostic) {
    // The first row that prints each noun.
    var owners = ByteMap<Int>(capacity: 4096)
    var frames = ByteMap<Frame>(capacity: 512)
    let rows = lexicon.rows("triggers")
    for (number, row) in rows.enumerated() {
      for noun in row.values("nouns") { _ = owners.place(of: noun, orAdd: number) }
    }
    var inflection = NounInflection()
    for row in rows { try add(row, owners, &frames, &inflection, &table, &vocabulary) }
    nouns.finish()
    vetoes.finish()
    for row in lexicon.rows("light-verbs") {
      guard let slot = LightVerb.NounSlot(rawValue: row["noun_slot"]) else {
        throw row.fault("noun-slot", "“\(row["noun_slot"])” is no place of a noun", in: "noun_slot")
      }
      let light = LightVerb(
        id: row["id"], nounSlot: slot, subject: FunctionWords.Slot(rawValue: row["subj"]),
        status: Event.Status(rawValue: row["status"]))
      for noun in row.values("nouns") {
        let word = vocabulary.intern(utf8: noun)
        if slot == .masdar { lightMasdars.insert(word) } else { lightNouns.insert(word) }
      }
      for pair in row.values("verb") {
        lightVerbs.append(light, to: try table.add(pair, row: row, &vocabulary))
      }
    }
  }

  /// Whether a verb is a trigger together with some noun.
  func hasCombinations(_ lexeme: Int) -> Bool { combined.contains(lexeme) }

  /// The triggers that a verb and a noun are together.
  func combinations(_ lexeme: Int, _ noun: Symbol) -> [Int] { combinations[lexeme, noun] }

  /// Whether a word with the article and nothing else is such a participle: «المحتجزين».
  func isState(_ token: Int, _ text: TokenizedText) -> Bool {
    text.analyses(of: token).contains { $0.proclitics == .al && $0.enclitic == nil && states[$0.stem] != nil }
  }

  /// - Parameter owners: The number of the first row that prints each noun.
  private mutating func add(
    _ row: Table.Row, _ owners: ByteMap<Int>, _ frames: inout ByteMap<Frame>, _ inflection: inout NounInflection,
    _ table: inout VerbTable, _ vocabulary: inout Vocabulary
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
    for veto in row.values("block") {
      if veto.first == 0x7E {
        let word = vocabulary.intern(utf8: UnsafeBufferPointer(rebasing: veto.dropFirst()))
        vocabulary.mark(word, .vetoWord)
        vetoWords.insert(word)
      } else {
        vetoes.insert(utf8: veto, index, &vocabulary)
      }
    }
    let needs = try Needs("needs", of: row)
    // Most rows share their frame with others.
    let cell = row.utf8("frame")
    if frames[cell] == nil { frames.set(cell, try Frame(row)) }
    guard var frame = frames[cell] else { return }
    frame.happensAtRecipient = mode == .visit || type == .assault
    frame.isVisit = mode == .visit
    frame.isSuffered = [.assault, .coerce, .accuse, .sanction].contains(type)
    frame.isBlame = type == .accuse
    // Arrests, deportations, killings, abductions, beatings, executions and sentences.
    frame.isPersonal = ["173", "174", "180", "181", "182", "186", "116"].contains { row["cameo"].hasPrefix($0) }
    frame.isAttendance = needs.contains(.joins)
    frame.isDeparture = [.retreat, .coerce].contains(type)
    frame.isStatement = [.accuse, .reject, .request, .support, .threaten, .agree].contains(type)
    triggers.append(
      Trigger(
        id: row["id"], type: type, mode: mode, cameo: row["cameo"].isEmpty ? type.cameo : row["cameo"],
        frame: frame, needs: needs,
        nounNeeds: needs.union(try Needs("noun_needs", of: row)), vetoWords: vetoWords))
    for pair in row.values("verb") { verbs.append(index, to: try table.add(pair, row: row, &vocabulary)) }
    for noun in row.values("nouns") {
      inflection.inflect(noun, plural: .feminine)
      inflection.forEach { form, letters in
        // A plural that another row prints is that row's: اتصالات are no اتصال.
        if form.number == .plural, let owner = owners[letters], owner != index { return }
        nouns.insert(utf8: letters, Noun(trigger: index, number: form.number), &vocabulary)
      }
    }
    for participle in row.values("participles") {
      for ending in ["", "ا", "ة", "ين", "ون", "ان", "تان"] as [StaticString] {
        let word = vocabulary.intern(utf8: participle, ending: ending)
        vocabulary.mark(word, .eventParticiple)
        participles.append(index, to: word)
      }
    }
    for state in row.values("states") {
      for ending in ["", "ة", "ين", "ون", "ان", "ات", "تين"] as [StaticString] {
        let word = vocabulary.intern(utf8: state, ending: ending)
        vocabulary.mark(word, .eventParticiple)
        states.append(index, to: word)
      }
    }
    for combination in row.values("combos") {
      guard let space = combination.firstIndex(of: 0x20), let last = combination.lastIndex(of: 0x20) else {
        let cell = String(decoding: combination, as: UTF8.self)
        throw row.fault("combination", "“\(cell)” is not a verb pair and a noun", in: "combos", at: cell)
      }
      let lexeme = try table.add(UnsafeBufferPointer(rebasing: combination[..<space]), row: row, &vocabulary)
      inflection.inflect(UnsafeBufferPointer(rebasing: combination[(last + 1)...]), plural: .none)
      inflection.forEach { _, letters in
        let noun = vocabulary.intern(utf8: letters)
        vocabulary.mark(noun, .combinedNoun)
        combinations.append(index, lexeme: lexeme, noun: noun)
      }
      combined[lexeme] = true
    }
  }
}

extension TriggerTable: Imaged {
  init(from image: inout ImageReader) {
    triggers = image.read()
    verbs = image.read()
    nouns = image.read()
    participles = image.read()
    states = image.read()
    combinations = image.read()
    combined = image.read()
    vetoes = image.read()
    lightVerbs = image.read()
    lightNouns = image.read()
    lightMasdars = image.read()
  }

  func write(to image: inout ImageWriter) {
    image.write(
      triggers, verbs, nouns, participles, states, combinations, combined, vetoes, lightVerbs, lightNouns, lightMasdars)
  }
}

extension TriggerTable.Needs: Imaged {
  init(from image: inout ImageReader) {
    self.init(rawValue: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(rawValue) }
}

extension TriggerTable.Trigger: Imaged {
  init(from image: inout ImageReader) {
    self.init(
      id: image.read(), type: image.read(), mode: image.read(), cameo: image.read(), frame: image.read(),
      needs: image.read(), nounNeeds: image.read(), vetoWords: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(id, type, mode, cameo, frame, needs, nounNeeds, vetoWords) }
}

extension TriggerTable.Noun: Imaged {
  init(from image: inout ImageReader) {
    self.init(trigger: image.read(), number: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(trigger, number) }
}

extension TriggerTable.LightVerb: Imaged {
  init(from image: inout ImageReader) {
    self.init(id: image.read(), nounSlot: image.read(), subject: image.read(), status: image.read())
  }

  func write(to image: inout ImageWriter) { image.write(id, nounSlot, subject, status) }
}

extension TriggerTable.LightVerb.NounSlot: ImagedCase {}
