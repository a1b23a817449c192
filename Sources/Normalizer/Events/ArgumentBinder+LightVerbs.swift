internal import ArabicText
internal import EventModel

/// Verbs that add little to an event noun and bring it its subject.
extension ArgumentBinder {
  /// The light verb that governs a noun from the left in its clause.
  func lightVerb(of noun: Int, _ clause: Range<Int>) -> (token: Int, verb: TriggerTable.LightVerb)? {
    var index = noun - 1
    while index >= clause.lowerBound, noun - index <= 14 {
      if let entries = view.verbs[index] {
        if let own = ownVerb(index, noun, clause) { return (index, own) }
        for entry in entries {
          for light in view.knowledge.triggers.lightVerbs[entry.lexeme] ?? []
          where stands(noun, light.nounSlot) || completes(index, noun, light.nounSlot) {
            return (index, light)
          }
        }
        return nil
      }
      index -= 1
    }
    return nil
  }

  /// «يجري التحقيق معها»: the reading of a verb whose subject is the noun right behind it, of its gender, where nobody else
  /// is named that could be.
  private func ownVerb(_ verb: Int, _ noun: Int, _ clause: Range<Int>) -> TriggerTable.LightVerb? {
    guard noun == verb + 1, let entries = view.verbs[verb], entries.count > 1, let form = entries.first?.form,
      form.person == 3, subjects.subjects[verb]?.mention == nil
    else { return nil }
    let shape = NounShape(view.text.text.bytes[view.text.tokens[noun].bytes], isDefinite: view.isDefinite(noun))
    guard shape.isFeminine == form.isFeminine, !view.isAccusative(noun) else { return nil }
    if !view.isDefinite(noun) {
      let arguments = view.arguments(from: noun + 1, to: clause.upperBound) { view.isVerb($0) }
      if !form.isFeminine || arguments.contains(where: { $0.slot == .with }) { return nil }
    }
    return entries.lazy.flatMap { self.view.knowledge.triggers.lightVerbs[$0.lexeme] ?? [] }
      .first { $0.nounSlot == .subject && self.stands(noun, .subject) }
  }

  private func stands(_ noun: Int, _ slot: TriggerTable.LightVerb.NounSlot) -> Bool {
    let proclitics = proclitics(ofNoun: noun)
    var before = noun - 1
    while before > 0, view.isQuote(before) { before -= 1 }
    let previous = before >= 0 ? view.slot(before) : nil
    switch slot {
    case .by: return proclitics.contains(.ba) || text.analyses(of: noun).contains { $0.proclitics == .ba }
    case .in: return previous == .in
    case .on: return previous == .on
    case .masdar, .from, .to, .gathers: return false
    case .object, .subject:
      return proclitics.isDisjoint(with: .prepositions) && previous == nil && !isNounBehindLa(noun)
    }
  }

  /// «تمكن الجيش من استعادة المدينة», «قرر الاتحاد فرض عقوبات»: whether an event noun is what a verb says that somebody can,
  /// wants or begins to do; no noun but a masdar that adds nothing may stand in between («تمكن من صد هجوم»).
  private func completes(_ verb: Int, _ noun: Int, _ slot: TriggerTable.LightVerb.NounSlot) -> Bool {
    guard slot == .masdar || slot == .from || slot == .to else { return false }
    // «جماعات تنشر الفكر أو تحاول التجنيد»: who does what an imperfect tells must be named with it.
    if view.verbs[verb]?.first?.form.tense != .perfect {
      guard let mention = subjects.subjects[verb]?.mention else { return false }
      let tokens = view.mentions[mention].tokens
      guard tokens.lowerBound > verb || tokens.upperBound == verb else { return false }
    }
    var head = noun
    for token in (verb + 1..<noun).reversed()
    where view.mentionAt[token] < 0 && !view.isTime[token] && view.kind(token) == nil
      && text.tokens[token].kind == .word
    {
      // «تعرضت مواقع الجيش لقصف»: it belongs to who is named behind it.
      let isOwned = token + 1 < noun && view.mentionAt[token + 1] >= 0
      if slot == .to, isOwned, (verb + 1..<token).allSatisfy({ view.mentionAt[$0] < 0 }) { continue }
      let isLight = text.analyses(of: token).contains { view.knowledge.triggers.lightMasdars.contains($0.stem) }
      guard isLight, head == noun, token == noun - 1 else { return false }
      head = token
    }
    guard head == noun || proclitics(ofNoun: noun).isDisjoint(with: .prepositions) else { return false }
    let previous = view.slot(head - 1)
    switch slot {
    case .from: return previous == .from
    case .to: return previous == .to || proclitics(ofNoun: head).contains(.la)
    default: return previous == nil && proclitics(ofNoun: head).isDisjoint(with: .prepositions)
    }
  }

  /// «قمة مع القادة استضافها الرئيس», «هجوم شنه التنظيم»: a verb of hosting or a light verb that takes up an indefinite noun
  /// without a relative pronoun.
  private func bareRelative(_ index: Int, _ clause: Range<Int>) -> Int? {
    guard index > clause.lowerBound, !view.isDefinite(index - 1),
      let verb = (index..<max(index, clause.upperBound)).first(where: { view.isVerb($0) }), verb - index <= 8
    else { return nil }
    // «زيارة رسمية قام بها الأمير»
    if (index..<verb).allSatisfy({ view.isAdjective($0) }), isTakenUp(by: verb) { return verb }
    guard isHosting(verb) || isLight(verb) && (index..<verb).allSatisfy({ view.isAdjective($0) }),
      text.analyses(of: verb).contains(where: { $0.enclitic == .ha || $0.enclitic == .hu })
    else { return nil }
    return verb
  }

  /// «اتصال وصفته مصادر بأنه مهم، جرى بين الرئيسين»: the verb that tells between whom a contact was, whatever clauses describe
  /// it before; none where another event is told before it.
  func laterLight(after noun: Range<Int>, _ frame: Frame, _ isTrigger: (Int) -> Bool) -> Int? {
    guard frame[.between]?.role == .both, !view.isDefinite(noun.lowerBound) else { return nil }
    let sentence = text.sentences[text.sentence(of: noun.lowerBound)].tokens
    let end = min(sentence.upperBound - 1, noun.upperBound + 24)
    for token in noun.upperBound..<max(noun.upperBound, end) where view.mentionAt[token] < 0 {
      if isTrigger(token) { return nil }
      if view.slot(token + 1) == .between,
        view.verbs[token]?.contains(where: { entry in
          view.knowledge.triggers.lightVerbs[entry.lexeme]?.contains { $0.nounSlot == .subject && $0.subject == nil }
            ?? false
        }) ?? false
      {
        return token
      }
    }
    return nil
  }

  /// «شن», «وقع»: whether a perfect adds little to an event noun that it takes up, and its subject is the noun's.
  private func isLight(_ verb: Int) -> Bool {
    view.verbs[verb]?.contains { entry in
      entry.form.tense == .perfect
        && view.knowledge.triggers.lightVerbs[entry.lexeme]?.contains {
          $0.nounSlot == .object && $0.subject == .subject
        }
          ?? false
    } ?? false
  }

  /// «قام بها»: whether a verb takes up an event noun by a pronoun behind its preposition.
  private func isTakenUp(by verb: Int) -> Bool {
    guard verb + 1 < text.tokens.count, boundPronoun(verb + 1)?.0 == .by else { return false }
    return view.verbs[verb]?.contains { entry in
      view.knowledge.triggers.lightVerbs[entry.lexeme]?.contains { $0.nounSlot == .by && $0.subject == .subject }
        ?? false
    } ?? false
  }

  /// «استضاف», «يستضيف»: whether a verb's subject is where its event was.
  func isHosting(_ verb: Int) -> Bool {
    view.verbs[verb]?.contains { entry in
      view.knowledge.triggers.verbs[entry.lexeme]?.contains {
        view.knowledge.triggers.triggers[$0].frame[.subject] == .place
      } ?? false
    } ?? false
  }

  /// «المكالمة التي أجراها بيرنز», «الاتفاق الذي أبرمته إيران»: the verb behind a relative pronoun right after the noun. A
  /// light verb fills the slot that its row says; another verb that takes up the noun as its object gives the noun's subject.
  func relativeLight(_ noun: Range<Int>, _ clause: Range<Int>) -> (token: Int, slot: FunctionWords.Slot?)? {
    let index = noun.upperBound
    if let verb = bareRelative(index, clause) { return (verb, .subject) }
    let relative = clause.upperBound
    let sentence = text.sentences[text.sentence(of: max(0, index - 1))].tokens
    guard relative < sentence.upperBound, relative - index <= 4, view.kind(relative) == .relative else { return nil }
    // «المفاوضات على وقع التقدم الذي تحرزه القوات»: the pronoun agrees with its noun, or the head of
    // «مؤتمر القمة الذي عقد».
    let isMasculine = text.text.bytes[text.tokens[relative].bytes].elementsEqual("الذي".utf8)
    let isCompound =
      index > 1 && view.isDefinite(index - 1) && !view.isDefinite(index - 2) && !view.isVerb(index - 2)
      && view.mentionAt[index - 2] < 0 && (view.kind(index - 2) ?? .noun) == .noun
    // «رفض الاتفاق الذي أبرمته إيران»: the agreement is what she made.
    if noun.count > 1, view.isDefinite(index - 1), !view.isDefinite(noun.lowerBound),
      NounShape(text.text.bytes[text.tokens[index - 1].bytes], isDefinite: true).isFeminine != isMasculine
    {
      return nil
    }
    if isMasculine, index > 0, !isCompound,
      NounShape(text.text.bytes[text.tokens[index - 1].bytes], isDefinite: view.isDefinite(index - 1)).isFeminine
    {
      return nil
    }
    // «مناقشة العمليات التي نفذتها الوحدات»: the noun in the genitive is what the clause is about.
    if index > 0, index < relative, view.isDefinite(index), !view.isDefinite(index - 1) { return nil }
    for token in relative + 1..<min(sentence.upperBound, relative + 3) {
      guard let entries = view.verbs[token] else { continue }
      for entry in entries {
        // «الزيارة التي قام بها الأمير».
        let isTakenUp = token + 1 < sentence.upperBound && view.kind(token + 1) == .pronoun
        let light = view.knowledge.triggers.lightVerbs[entry.lexeme]?.first {
          $0.nounSlot == .object || $0.nounSlot == .subject || $0.nounSlot == .by && isTakenUp
        }
        if let light { return (token, light.subject) }
      }
      // «المناقشات التي أكدها المسؤولون»: who reports it takes no part in it.
      let isReported = entries.contains { view.knowledge.reporting.verbs[$0.lexeme] != nil }
      if !isReported, text.analyses(of: token).contains(where: { $0.enclitic == .ha || $0.enclitic == .hu }) {
        return (token, .subject)
      }
    }
    return nil
  }
}
