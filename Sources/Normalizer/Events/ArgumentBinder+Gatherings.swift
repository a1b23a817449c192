internal import ArabicText
internal import EventModel

/// Meetings that bring their participants together, as the subject of a verb: «لقاء جمع الوزيرين», «اجتماع ضم القادة».
extension ArgumentBinder {
  /// The verb of gathering that takes up an event noun, with a relative pronoun or without one.
  ///
  /// - Parameter noun: The noun's tokens.
  func gatherer(after noun: Range<Int>, _ frame: Frame, _ isTrigger: (Int) -> Bool) -> Int? {
    guard gathered(frame) != nil else { return nil }
    let sentence = text.sentences[text.sentence(of: noun.lowerBound)].tokens
    let end = min(sentence.upperBound, noun.upperBound + 8)
    for token in noun.upperBound..<max(noun.upperBound, end) {
      if gathers(token) { return token }
      if view.isVerb(token) { return nil }
      // A comma, another event or somebody who takes part comes between the noun and what is told of it.
      guard !isTrigger(token), text.tokens[token].kind == .word else { return nil }
      let mention = view.mentionAt[token]
      if mention >= 0, view.mentions[Int(mention)].form == .name { return nil }
    }
    return nil
  }

  /// The slot of those who come together.
  private func gathered(_ frame: Frame) -> FunctionWords.Slot? {
    ([.genitive, .subject] as [FunctionWords.Slot]).first { frame[$0]?.role == .both }
  }

  /// Whether a word is a form of a verb of gathering; «جمع» is read as a verb only here, where it could be no other noun.
  private func gathers(_ token: Int) -> Bool {
    guard text.tokens[token].marks.meets(.verb), view.mentionAt[token] < 0 else { return false }
    return text.analyses(of: token).contains { analysis in
      analysis.proclitics.isSubset(of: .sa)
        && view.knowledge.verbs.entries(analysis.stem).contains { entry in
          view.knowledge.triggers.lightVerbs[entry.lexeme]?.contains { $0.nounSlot == .gathers } ?? false
        }
    }
  }

  /// Fills in those whom a verb of gathering brings together: its objects, whoever its pronoun means, and with whom.
  func fillGathered(by verb: Int, _ head: Int, _ frame: Frame, _ isTrigger: (Int) -> Bool, _ bound: inout Bound) {
    guard let slot = gathered(frame) else { return }
    let enclitic = text.analyses(of: verb).first { $0.stem != .none && $0.enclitic != nil }?.enclitic
    var gathered: [Int] = []
    if let enclitic { gathered = cataphor(enclitic, at: verb) ?? subjects.antecedent(of: enclitic, before: head) }
    let arguments = view.arguments(from: verb + 1, to: view.clause(of: verb).upperBound) {
      view.isVerb($0) || isTrigger($0)
    }
    for argument in arguments
    where argument.slot == nil || argument.slot == .with || argument.slot == .by || argument.slot == .between {
      let entities = view.mentions[argument.mention].entities
      // «لقاء جمع الوزيرين في باريس»: a city is where it was.
      gathered += entities.filter { drafts[$0].kind != .place && !gathered.contains($0) }
    }
    fill(slot, gathered, frame, &bound)
    if bound.governor == nil { bound.governor = verb }
    fillPrepositions(arguments.filter { $0.slot == .in }, after: verb, frame, &bound)
  }
}
