internal import ArabicText
internal import EventModel

/// What those who meet talk about where they do.
extension EventFinder {
  /// How many sentences lie between a meeting and what its people discuss.
  private static let reach = 2

  /// «يجتمع الرئيس مع قادة الحلف. ويناقش القادة الأزمة»: whether those who discuss something, and nobody else is named, are told
  /// of shortly before to meet; then it is another mention of that meeting.
  mutating func isDiscussed(_ candidate: Candidate) -> Bool {
    let trigger = knowledge.triggers.triggers[candidate.trigger]
    let token = candidate.tokens.lowerBound
    guard candidate.verb != nil, trigger.type == .consult, trigger.mode == .talks,
      let subject = subjects.subjects[token], let number = subject.mention, subject.entities.count == 1,
      view.mentions[number].isDefinite, let kind = groupKind(subject.entities[0]),
      let index = events.lastIndex(where: { $0.type == .consult && $0.mode == .meeting }),
      text.sentence(of: token) - text.sentence(of: events[index].triggers.max() ?? 0) <= Self.reach,
      events[index].parts.contains(where: { groupKind($0.entity) == kind })
    else { return false }
    events[index].evidence.append(evidence(candidate.tokens, nil))
    events[index].triggers.append(token)
    events[index].rules.append(trigger.id)
    return true
  }

  /// What the members of a group are, by the row that it was found with: «قادة الحلف», «القادة».
  private func groupKind(_ entity: Int) -> Substring? {
    guard drafts[entity].kind == .group, let end = drafts[entity].key.utf8.firstIndex(of: 0x40) else { return nil }
    return drafts[entity].key[..<end]
  }
}
