internal import ArabicText
internal import EventModel

/// Whose counterpart takes part in a contact.
extension ArgumentBinder {
  /// «أعلن الوزير أن بلاده ستشارك، خلال لقاء مع نظيره»: where only a counterpart is told to take part, the other is whose
  /// counterpart he is: the last of another country who does what a verb of the sentence tells.
  func fillCounterpart(before head: Int, _ frame: Frame, _ bound: inout Bound) {
    guard bound.parts.count == 1, let met = bound.parts.first, met.role == .both, head > 0,
      view.slot(head - 1) == .during,
      let slot: FunctionWords.Slot = frame[.subject] != nil ? .subject : frame[.genitive] != nil ? .genitive : nil,
      isCounterpart(met.entity, after: head)
    else { return }
    let sentence = text.sentences[text.sentence(of: head)].tokens
    let verbs = subjects.verbs(before: head).reversed().prefix { sentence.contains($0) }
    for verb in verbs {
      guard let subject = subjects.subjects[verb], let entity = subject.entities.first, subject.entities.count == 1,
        drafts[entity].kind == .person, entity != met.entity, drafts[entity].country != drafts[met.entity].country
      else { continue }
      fill(slot, [entity], frame, &bound)
      bound.governor = verb
      return
    }
  }

  /// Whether somebody is named as a counterpart behind a token.
  private func isCounterpart(_ entity: Int, after head: Int) -> Bool {
    let end = view.clause(of: head).upperBound
    return view.mentions(before: end).reversed().prefix { $0.tokens.lowerBound > head }.contains { mention in
      mention.entities == [entity] && (mention.rule.hasPrefix("counterpart") || mention.rule == "anaphor:counterpart")
    }
  }
}
