internal import ArabicText
internal import EventModel
internal import Lexicon

/// Words that change the status of an event that they govern.
struct ModalityTable: Sendable {
  /// What a governed event becomes.
  enum Effect: Sendable, Hashable {
    case status(Event.Status)
    /// What may happen: a contact is planned, no other act is an event.
    case possible
    /// What does not happen: a contact is denied, no other act is an event.
    case averted
    /// Hypothetical or generic: no event.
    case none

    /// The effect that a cell of the table names.
    init?(_ cell: String) {
      switch cell {
      case "possible": self = .possible
      case "averted": self = .averted
      case "none": self = .none
      default:
        guard let status = Event.Status(rawValue: cell) else { return nil }
        self = .status(status)
      }
    }
  }

  private(set) var verbs = LexemeMap<Effect>()
  /// Phrases, particles and nouns.
  private(set) var phrases = PhraseTrie<Effect>(mark: .modality)
  /// Adjectives that stand behind the noun that they govern: «الاجتماع المرتقب».
  private(set) var adjectives = PhraseTrie<Effect>(mark: .modality)
  /// Particles that govern only the imperfect right behind them: «قد يزور».
  private(set) var imperfects = PhraseTrie<Effect>(mark: .modality)

  init(lexicon: Lexicon, verbs table: inout VerbTable, vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("modality") {
      guard let effect = Effect(row["status"]) else {
        throw row.fault("unknown-status", "“\(row["status"])” is no status", in: "status")
      }
      let form = row["form"]
      if row["kind"] == "verb" {
        // A pair with more words governs only together with them; those are rare and left to the phrases.
        guard !form.contains(" ") else { continue }
        verbs[try table.add(row.utf8("form"), row: row, &vocabulary)] = effect
      } else if row["kind"] == "imperfect" {
        imperfects.insert(form, effect, &vocabulary)
      } else if form.utf8.count > 2 {
        phrases.insert(form, effect, &vocabulary)
        if row["scope"] == "before" { adjectives.insert(form, effect, &vocabulary) }
      }
    }
    phrases.finish()
    adjectives.finish()
    imperfects.finish()
  }
}

extension ModalityTable: Imaged {
  init(from image: inout ImageReader) {
    verbs = image.read()
    phrases = image.read()
    adjectives = image.read()
    imperfects = image.read()
  }

  func write(to image: inout ImageWriter) { image.write(verbs, phrases, adjectives, imperfects) }
}

extension ModalityTable.Effect: Imaged {
  init(from image: inout ImageReader) {
    switch image.number() as UInt8 {
    case 0: self = .none
    case 1: self = .possible
    case 2: self = .averted
    default: self = .status(image.read())
    }
  }

  func write(to image: inout ImageWriter) {
    switch self {
    case .none: image.write(0 as UInt8)
    case .possible: image.write(1 as UInt8)
    case .averted: image.write(2 as UInt8)
    case .status(let status): image.write(3 as UInt8, status)
    }
  }
}
