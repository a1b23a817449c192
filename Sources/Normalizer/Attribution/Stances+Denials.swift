internal import ArabicText
internal import EventModel

/// Denials of what others tell: of several things at once, and of a contact in other words than theirs.
extension Stances {
  /// «ونفى الوزير هذه الاتهامات»: all that the last speaker before a denial of several things told shortly before it.
  func severalTold(before report: Report, _ events: [EventDraft]) -> [Int] {
    guard report.stance == .denies, let denier = report.chain.last,
      report.content.prefix(8).contains(where: { token in
        text.analyses(of: token).contains { view.knowledge.reporting.severals.contains($0.stem) }
      })
    else { return [] }
    let here = text.sentence(of: report.token)
    let before = reports.filter {
      $0.token < report.token && here - text.sentence(of: $0.token) <= Self.reach && $0.stance == .asserts
    }
    guard let speaker = before.last(where: { !($0.chain.last?.isSame(as: denier) ?? true) })?.chain.last else {
      return []
    }
    var result: [Int] = []
    for told in before where told.isClause && told.chain.contains(where: { $0.isSame(as: speaker) }) {
      forTriggers(in: told.content) { _, event in
        if !result.contains(event) { result.append(event) }
      }
    }
    return result
  }

  /// «ونفى الكرملين إجراء أي اتصالات مع ماكرون»: the contact with whom it names told last, where what is denied is no event.
  func denied(by report: Report, _ events: [EventDraft]) -> Int? {
    guard report.stance == .denies, !report.isSegment, let denier = report.chain.last else { return nil }
    let bytes = text.bytes(report.content)
    let isContact = rejected.contains {
      $0.type == .consult && bytes.contains($0.range.lowerBound)
        && ($0.reason == .missingParticipant || $0.reason == .missingArgument)
    }
    guard isContact else { return nil }
    let here = text.sentence(of: report.token)
    let named = Set(
      report.content.filter { view.mentionAt[$0] >= 0 }.flatMap { view.mentions[Int(view.mentionAt[$0])].entities })
    return triggers[..<place(of: report.token)].last { place, event in
      events[event].type == .consult && here - text.sentence(of: place) <= Self.memory
        && (named.isEmpty ? speaksFor(denier, events[event]) : !named.isDisjoint(with: events[event].entities))
    }?.event
  }

  /// How many sentences back several things that are denied at once may have been told.
  private static let reach = 4

  /// «نفى البيت الأبيض إجراء أي اتصالات مع الروس»: a contact that is only denied, where others tell of one of the same kind
  /// between the same, is that one.
  func joiningDenials(_ events: [EventDraft]) -> [EventDraft] {
    var result = events
    var joined: Set<Int> = []
    for (index, denied) in events.enumerated() where isOnlyDenied(denied) {
      let told = events.indices.last { other in
        other != index && !joined.contains(other) && isDenial(denied, of: events[other])
      }
      guard let told else { continue }
      result[told].stances += denied.stances
      result[told].evidence += denied.evidence
      result[told].triggers += denied.triggers
      result[told].rules += denied.rules
      joined.insert(index)
    }
    return result.indices.filter { !joined.contains($0) }.map { result[$0] }
  }

  /// Whether all that is said of a contact is that a verb of denial denies it.
  private func isOnlyDenied(_ event: EventDraft) -> Bool {
    event.type == .consult && event.status == .denied && !event.stances.isEmpty
      && event.stances.allSatisfy { $0.stance == .denies }
      && event.triggers.allSatisfy { token in
        reports.contains { $0.stance == .denies && !$0.isClause && $0.content.contains(token) }
      }
  }

  private func isDenial(_ denied: EventDraft, of told: EventDraft) -> Bool {
    guard told.type == .consult, told.status != .denied, !told.isAhead,
      (denied.mode == .visit) == (told.mode == .visit),
      !denied.entities.isEmpty,
      denied.entities.isSubset(of: told.entities) || told.isPair && told.entities.isSubset(of: denied.entities),
      let first = told.triggers.min(), let last = denied.triggers.max(), first < last
    else { return false }
    if let left = denied.date?.date, let right = told.date?.date, !left.overlaps(right) { return false }
    return told.stances.contains { other in
      (other.stance == .asserts || other.stance == .confirms)
        && !denied.stances.contains { known in
          known.chain.last.map { other.chain.last?.isSame(as: $0) ?? false } ?? false
        }
    }
  }
}
