internal import ArabicText
internal import EventModel
internal import Lexicon

/// Words that change the status of an event that they govern.
struct ModalityTable: Sendable {
  /// What a governed event becomes.
  enum Effect: Sendable, Hashable {
    case status(Event.Status)
    /// Hypothetical or generic: no event.
    case none
  }

  private(set) var verbs = LexemeMap<Effect>()
  /// Phrases, particles and nouns.
  private(set) var phrases = PhraseTrie<Effect>(mark: .modality)
  /// Adjectives that stand behind the noun that they govern: «الاجتماع المرتقب».
  private(set) var adjectives = PhraseTrie<Effect>(mark: .modality)

  init(lexicon: Lexicon, verbs table: inout VerbTable, vocabulary: inout Vocabulary) throws(Diagnostic) {
    for row in lexicon.rows("modality") {
      let status = Event.Status(rawValue: row["status"])
      guard status != nil || row["status"] == "none" else {
        throw row.fault("unknown-status", "“\(row["status"])” is no status", in: "status")
      }
      let effect = status.map(Effect.status) ?? .none
      let form = row["form"]
      if row["kind"] == "verb" {
        // A pair with more words governs only together with them; those are rare and left to the phrases.
        guard !form.contains(" ") else { continue }
        verbs[try table.add(form, row: row, &vocabulary)] = effect
      } else if form.utf8.count > 2 {
        phrases.insert(form, effect, &vocabulary)
        if row["scope"] == "before" { adjectives.insert(form, effect, &vocabulary) }
      }
    }
  }
}
