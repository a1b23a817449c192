internal import ArabicText
internal import EventModel

/// The readings of a token as a trigger.
extension EventFinder {
  func candidates(at token: Int, _ sentence: Range<Int>) -> [Candidate] {
    guard view.mentionAt[token] < 0, !view.isTime[token], text.tokens[token].kind == .word else { return [] }
    var result: [Candidate] = []
    let noun = text.tokens[token].marks.meets(.eventNoun) ? nouns[token] : nil
    // «أن بوتين طلب من ماسك»: a verb with its preposition rather than the noun with the same one.
    let nounIsLikelier =
      noun.map { $0.end > token + 1 && (view.slot($0.end - 1) == nil || readsAsNoun(token, sentence)) } ?? false
    if let entries = view.verbs[token], !nounIsLikelier {
      for entry in entries {
        if knowledge.triggers.hasCombinations(entry.lexeme) { addCombinations(entry, token, &result) }
        for trigger in knowledge.triggers.verbs[entry.lexeme] ?? [] { result.append(candidate(trigger, token, entry)) }
      }
      if !result.isEmpty, noun == nil || !readsAsNoun(token, sentence) { return result }
    }
    if let noun {
      let nouns = noun.values.map {
        Candidate(
          trigger: $0.trigger, tokens: token..<noun.end, verb: nil, enclitic: noun.enclitic, number: $0.number,
          proclitics: noun.analysis.proclitics)
      }
      return nouns
    }
    if result.isEmpty, text.tokens[token].marks.meets(.eventParticiple), isAdverbial(token) {
      for analysis in text.analyses(of: token)
      where analysis.proclitics.isSubset(of: .conjunctions) && analysis.enclitic == nil {
        for trigger in knowledge.triggers.participles[analysis.stem] ?? [] {
          result.append(
            Candidate(
              trigger: trigger, tokens: token..<token + 1, verb: nil, enclitic: analysis.enclitic, number: .singular,
              proclitics: analysis.proclitics, isParticiple: true))
        }
        if !result.isEmpty { break }
      }
    }
    return result.isEmpty ? states(at: token) : result
  }

  /// «الأميركيين المحتجزين في روسيا»: readings of a definite participle as what goes on with the people named right before it.
  private func states(at token: Int) -> [Candidate] {
    guard token > 0, text.tokens[token].marks.meets(.eventParticiple), view.mentionAt[token - 1] >= 0,
      view.mentions[Int(view.mentionAt[token - 1])].isPeople
    else { return [] }
    for analysis in text.analyses(of: token) where analysis.proclitics == .al && analysis.enclitic == nil {
      guard let triggers = knowledge.triggers.states[analysis.stem] else { continue }
      return triggers.map {
        Candidate(
          trigger: $0, tokens: token..<token + 1, verb: nil, enclitic: nil, number: .singular, proclitics: .al,
          isState: true)
      }
    }
    return []
  }

  /// Whether a participle tells what else someone does: «، داعيا إلى الحوار»; the feminine may be a masdar (مطالبة) and the
  /// plural a genitive, unless they open a clause.
  func isAdverbial(_ token: Int) -> Bool {
    if text.tokens[token].hasTanwin { return true }
    let ending = text.text.bytes[text.tokens[token].bytes].suffix(2)
    if ending.elementsEqual([0xD8, 0xA7]) { return true }
    return token > 0 && text.tokens[token - 1].kind == .punctuation && !view.isQuote(token - 1)
      && (ending.elementsEqual([0xD8, 0xA9]) || ending.elementsEqual([0xD9, 0x86]))
  }

  func candidate(_ trigger: Int, _ token: Int, _ entry: VerbTable.Entry) -> Candidate {
    let analysis = text.analyses(of: token).first { $0.stem != .none }
    return Candidate(
      trigger: trigger, tokens: token..<token + 1, verb: entry, enclitic: analysis?.enclitic, number: .singular,
      proclitics: analysis?.proclitics ?? [])
  }

  /// A word that may be a perfect or a masdar is a noun unless it opens a clause or follows its subject.
  func readsAsNoun(_ token: Int, _ sentence: Range<Int>) -> Bool {
    if view.isBoundary[token] || token == sentence.lowerBound { return false }
    if text.analyses(of: token).contains(where: { $0.proclitics.contains(.sa) }) { return false }
    let previous = token - 1
    if view.mentionAt[previous] >= 0 || text.tokens[previous].kind == .punctuation { return false }
    switch view.kind(previous) {
    case .auxiliary?, .negation?, .relative?, .complementizer?, .conjunction?: return false
    default: return true
    }
  }

  /// Adds the triggers that a verb is together with a noun a few words and mentions after it in its clause.
  func addCombinations(_ entry: VerbTable.Entry, _ token: Int, _ result: inout [Candidate]) {
    let clause = view.clause(of: token)
    var steps = 0
    var index = token + 1
    while index < clause.upperBound, steps < 8 {
      for analysis in text.analyses(of: index)
      where analysis.stem != .none && text.tokens[index].marks.meets(.combinedNoun)
        && view.slot(index - 1) != .during
      {
        for trigger in knowledge.triggers.combinations(entry.lexeme, analysis.stem) {
          var found = candidate(trigger, token, entry)
          found.partner = index
          result.append(found)
        }
      }
      let mention = view.mentionAt[index]
      index = mention >= 0 ? max(index + 1, view.mentions[Int(mention)].tokens.upperBound) : index + 1
      steps += 1
    }
  }

  /// Whether the slots are filled without which a reading does not count: participants for verbs and participles, for every
  /// reading a topic, which may be any word («هدد بنشر الصواريخ»).
  func isComplete(_ candidate: Candidate, _ frame: Frame, _ filled: SlotSet) -> Bool {
    frame.required.allSatisfy { slot in
      if filled.contains(slot) { return true }
      guard frame[slot] == .topic else { return candidate.verb == nil && !candidate.isParticiple }
      return hasPreposition(slot, after: candidate.tokens)
    }
  }

  /// Whether a preposition of a slot stands a few words and mentions behind a trigger, or opens the next clause («هدد بأن»).
  private func hasPreposition(_ slot: FunctionWords.Slot, after tokens: Range<Int>) -> Bool {
    let sentence = text.sentences[text.sentence(of: tokens.lowerBound)].tokens
    let end = min(view.clause(of: tokens.lowerBound).upperBound + 1, sentence.upperBound)
    let clitic: Proclitics? = slot == .by ? .ba : slot == .to ? .la : nil
    var index = tokens.upperBound
    var steps = 0
    while index < end, steps < 5, text.tokens[index].mark != 0x60C {
      let analysis = text.analyses(of: index).first { $0.stem != .none }
      if view.slot(index) == slot { return true }
      if let clitic, analysis?.proclitics.contains(clitic) ?? false { return true }
      let mention = view.mentionAt[index]
      index = mention >= 0 ? max(index + 1, view.mentions[Int(mention)].tokens.upperBound) : index + 1
      steps += 1
    }
    return false
  }
}
