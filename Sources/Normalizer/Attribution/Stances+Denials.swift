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

  /// «وينفي المتهم وعائلته هذه الاتهامات»: the last accusation that was told of one of those who deny it.
  func accusation(deniedBy report: Report, _ events: [EventDraft]) -> Int? {
    guard report.stance == .denies,
      report.content.prefix(8).contains(where: { token in
        text.analyses(of: token).contains {
          ($0.proclitics.contains(.al) || $0.enclitic != nil) && view.knowledge.reporting.charges.contains($0.stem)
        }
      })
    else { return nil }
    let deniers = Set(reports.filter { $0.token == report.token }.compactMap { $0.chain.last?.entity })
    return triggers[..<place(of: report.token)].last { _, event in
      events[event].type == .accuse
        && events[event].parts.contains { $0.role == .recipient && deniers.contains($0.entity) }
    }?.event
  }

  /// «نفى البيت الأبيض إجراء أي اتصالات مع الروس. وأكد لاحقا أن السفير التقى مستشارين»: who denies any contact denies that which
  /// is affirmed against it, and who has denied them and affirms that one admits some.
  func oppose(_ events: inout [EventDraft]) {
    for denial in reports where denial.stance == .denies && !denial.isSegment && deniesAny(denial) {
      let denied = self.events(of: denial, events).filter { events[$0].type == .consult }
      let countries = countries(in: denial.content)
      for report in reports where report.token > denial.token && report.stance == .confirms && !report.isSegment {
        guard text.sentence(of: report.token) - text.sentence(of: denial.token) <= 1 else { break }
        let affirmed = self.events(of: report, events).filter { index in
          events[index].type == .consult && !events[index].isAhead && events[index].status != .denied
            && !denied.contains(index)
            && events[index].entities.contains { drafts[$0].country.map(countries.contains) ?? false }
        }
        for index in affirmed { add(denial, to: &events[index]) }
        guard !affirmed.isEmpty, let denier = denial.chain.last, report.chain.last?.isSame(as: denier) ?? false else {
          continue
        }
        // It is a part of what he denied that he affirms.
        var admission = report
        admission.scope = .extent
        for index in denied { add(admission, to: &events[index]) }
      }
    }
  }

  /// «أي اتصالات», «أي لقاء»: whether a report speaks of contacts of whatever kind.
  private func deniesAny(_ report: Report) -> Bool {
    report.content.dropLast().contains { token in
      text.analyses(of: token).contains { view.knowledge.reporting.any.contains($0.stem) }
        && view.knowledge.triggers.nouns.longest(in: text, at: token + 1, limit: report.content.upperBound)?.values
          .first
          .map { view.knowledge.triggers.triggers[$0.trigger].type == .consult } ?? false
    }
  }

  private func countries(in tokens: Range<Int>) -> Set<String> {
    Set(
      tokens.filter { view.mentionAt[$0] >= 0 }.flatMap { view.mentions[Int(view.mentionAt[$0])].entities }
        .compactMap { drafts[$0].country })
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
