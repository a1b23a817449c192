internal import ArabicText
internal import EventModel

/// Reads from the names that stand beside offices when an article can have been written: somebody is called by an office
/// while holding it, and by a former one afterwards.
struct HeldOffices {
  let knowledge: Knowledge
  let text: TokenizedText
  let drafts: EntityDrafts

  /// One clue for each person and office, at its first mention.
  func clues(_ mentions: [Mention]) -> [PublicationDate.Term] {
    var terms: [PublicationDate.Term] = []
    var seen: Set<Int> = []
    for mention in mentions where mention.form == .name && mention.entities.count == 1 {
      guard let entity = mention.entities.first, let known = drafts[entity].known, seen.insert(entity).inserted,
        knowledge.actors.known[known].source == .person
      else { continue }
      // Offices behind a name are kept with the person.
      let offices = mention.offices.isEmpty ? drafts[entity].offices.sorted { $0.role < $1.role } : mention.offices
      for office in offices {
        guard let window = window(knowledge.actors.known[known].roles, office) else { continue }
        terms.append(.init(days: window, bytes: text.bytes(mention.tokens), isFormer: isFormer(mention)))
      }
    }
    return terms
  }

  /// From the first day of the office to its last; one held twice allows no narrower window.
  private func window(_ roles: [DatedRole], _ office: Office) -> ClosedRange<CivilDay>? {
    let held = roles.filter { dated in
      (office.body ?? office.country).map { $0 == dated.of } ?? true
        && (dated.role == office.role || office.role == "head" && ActorTables.heads.contains(dated.role))
    }
    guard let first = held.compactMap({ $0.date?.earliest }).min() else { return nil }
    let last = held.map { $0.date?.latest ?? PublicationDate.endOfTime }.max() ?? PublicationDate.endOfTime
    return first <= last ? first...last : nil
  }

  /// Whether a word of the name's phrase, the one before it or the next one, says that the office is over.
  private func isFormer(_ mention: Mention) -> Bool {
    let around = max(mention.tokens.lowerBound - 1, 0)..<min(mention.tokens.upperBound + 1, text.tokens.count)
    return around.contains { token in
      text.analyses(of: token).contains { knowledge.actors.adjectives[$0.stem] == true }
    }
  }
}
