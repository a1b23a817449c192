internal import ArabicText
internal import EventModel

/// What nouns that are no mentions tell of a verb's subject.
extension SubjectFinder {
  /// «الفيضانات التي ضربت البلاد»: whether a verb is the first behind a relative pronoun that nothing in its clause takes up,
  /// so that the noun before the pronoun is its subject.
  func opensRelative(_ verb: Int, _ form: VerbForm, _ clause: Range<Int>) -> Bool {
    guard verb > clause.lowerBound, view.kind(clause.lowerBound) == .relative, form.person == 3, !form.isPassive,
      (clause.lowerBound + 1..<verb).allSatisfy({ index in
        view.kind(index) == .auxiliary || view.kind(index) == .negation || view.isTime[index]
      })
    else { return false }
    return !(clause.lowerBound + 1..<clause.upperBound).contains { token in
      view.kind(token) == .pronoun
        || view.text.analyses(of: token).contains { analysis in
          analysis.enclitic != nil && (token == verb || view.knowledge.words.slot(analysis.stem) != nil)
        }
    }
  }

  /// The mention right before a relative pronoun, adjectives and a comma apart.
  func relativeAntecedent(_ relative: Int) -> Subject? {
    var index = relative - 1
    // «محمد علان (31 عاما) الذي»
    if index >= 0, view.text.tokens[index].mark == 0x29,
      let open = (max(0, index - 6)..<index).last(where: { view.text.tokens[$0].mark == 0x28 })
    {
      index = open - 1
    } else if index >= 0, view.text.tokens[index].kind == .punctuation {
      index -= 1
    }
    guard index >= 0, case let number = view.mentionAt[index], number >= 0,
      !view.mentions[Int(number)].entities.isEmpty
    else { return nil }
    return Subject(entities: view.mentions[Int(number)].entities, mention: Int(number), isExplicit: true)
  }

  /// «الذي كان أول مسؤول غربي يزور إيران»: of whom it is told that he was the first to do what a verb says.
  func ranked(_ mention: Int, _ clause: Range<Int>, _ sentence: Range<Int>) -> Subject? {
    let first = view.mentions[mention].tokens.lowerBound - 1
    let grammar = view.knowledge.times.grammar
    guard first > clause.lowerBound, view.mentions[mention].form != .name, view.kind(first - 1) == .auxiliary,
      grammar.holds(grammar.superlative, at: first, in: view.text)
    else { return nil }
    if view.kind(clause.lowerBound) == .relative { return relativeAntecedent(clause.lowerBound) }
    let named = view.arguments(from: clause.lowerBound, to: first) { _ in false }.first { $0.slot == nil }
    guard let named, !view.mentions[named.mention].entities.isEmpty else { return nil }
    return Subject(entities: view.mentions[named.mention].entities, mention: named.mention, isExplicit: true)
  }

  /// «أن المبعوث الأممي، ستيفان دي ميستورا، زار طهران»: whom the clause names that ends before a verb without a conjunction,
  /// where it opens with him and has no verb of its own.
  func topic(before verb: Int, _ clause: Range<Int>) -> Subject? {
    let start = clause.lowerBound
    guard start > 0, view.text.tokens[start - 1].mark == 0x60C,
      (start..<verb).allSatisfy({ view.kind($0) == .auxiliary || view.kind($0) == .negation }),
      !view.text.analyses(of: start).contains(where: { !$0.proclitics.isDisjoint(with: .conjunctions) }),
      case let sentence = view.text.sentences[view.text.sentence(of: verb)].tokens, sentence.contains(start - 1)
    else { return nil }
    var before = view.clause(of: start - 1)
    // «أن القوات الموالية للرئيس، الذي يعيش في المنفى، قد استعادت المطار».
    while view.kind(before.lowerBound) == .relative, before.lowerBound > sentence.lowerBound {
      before = view.clause(of: before.lowerBound - 1)
    }
    guard !before.contains(where: { view.isVerb($0) }), view.kind(before.lowerBound) != .relative else { return nil }
    let named = view.arguments(from: before.lowerBound, to: before.upperBound) { _ in false }
    guard let first = named.first, first.slot == nil, first.gap == 0 else { return nil }
    // The name behind the office, where both are set off.
    let last = named.last { $0.slot == nil && !$0.isJoined && view.mentions[$0.mention].form == .name }
    let mention = (last ?? first).mention
    guard !view.mentions[mention].entities.isEmpty else { return nil }
    return Subject(entities: view.mentions[mention].entities, mention: mention, isExplicit: true)
  }

  /// The noun right behind a verb that is no mention, adverbials apart.
  func nounBehind(_ verb: Int, _ clause: Range<Int>) -> Int? {
    for token in verb + 1..<max(verb + 1, clause.upperBound) {
      if view.mentionAt[token] >= 0 || view.slot(token) != nil || view.isVerb(token) { return nil }
      if view.isTime[token] || view.text.tokens[token].kind == .punctuation { continue }
      if let kind = view.kind(token), kind != .noun || !standsForActor(token, verb) {
        // «بحث مسألة الصحافي»: what comes next completes it.
        if kind == .noun, token == verb + 1, !view.isAccusative(token) { return nil }
        continue
      }
      let analyses = view.text.analyses(of: token)
      let proclitics = analyses.first { $0.stem != .none }?.proclitics ?? []
      if !proclitics.isDisjoint(with: .prepositions) { return nil }
      // «فرضها عليه الحوثيون».
      if analyses.contains(where: { $0.enclitic != nil && view.knowledge.words.slot($0.stem) != nil }) { continue }
      if view.isAccusative(token) { continue }
      return token
    }
    return nil
  }

  /// «بحث مسألة الصحافي»: whether the noun behind a verb is no actor, and a mention only completes it.
  func completesNoun(_ argument: SyntaxView.Argument, _ verb: Int) -> Bool {
    let mention = view.mentions[argument.mention]
    let noun = mention.tokens.lowerBound - 1
    return argument.gap == 1 && noun == verb + 1 && mention.proclitics.isEmpty && view.kind(noun) == .noun
      && !view.isTime[noun] && !standsForActor(noun, verb)
      && view.text.analyses(of: noun).allSatisfy { $0.enclitic == nil }
  }

  /// «أشادت بجهود فرنسا»: whether a mention completes the noun right before it, which has a preposition glued to it.
  func completesPreposed(_ argument: SyntaxView.Argument) -> Bool {
    let mention = view.mentions[argument.mention]
    let noun = mention.tokens.lowerBound - 1
    guard noun >= 0, mention.proclitics.isEmpty, view.mentionAt[noun] < 0, !view.isTime[noun], !view.isVerb(noun),
      view.text.tokens[noun].kind == .word, !view.text.tokens[noun].hasTanwin
    else { return false }
    return view.text.analyses(of: noun).contains { reading in
      (reading.proclitics == .ba || reading.proclitics == .la) && reading.enclitic == nil
        && (view.knowledge.commonWords.contains(reading.stem)
          || reading.proclitics == .ba && view.text.tokens[noun].marks.meets(.eventNoun))
    }
  }

  /// «فرضت دول أخرى», «أكد تقرير»: whether an abstract noun is one for those who act, has the article or says something.
  private func standsForActor(_ noun: Int, _ verb: Int) -> Bool {
    isActing(noun) || view.isDefinite(noun) || isReport(verb)
  }

  private func isActing(_ noun: Int) -> Bool {
    view.text.analyses(of: noun).contains { view.knowledge.actors.actingNouns.contains($0.stem) }
  }

  private func takesNounBehindBa(_ verb: Int) -> Bool {
    view.verbs[verb]?.contains { entry in
      view.knowledge.triggers.lightVerbs[entry.lexeme]?.contains { $0.nounSlot == .by } ?? false
    } ?? false
  }

  func isReport(_ verb: Int) -> Bool {
    view.verbs[verb]?.contains { view.knowledge.reporting.verbs[$0.lexeme] != nil } ?? false
  }

  /// «لكن المفاوضات تعثرت», «إن نمو الصين تباطأ»: whether the clause opens with a noun that names nobody and agrees with the
  /// verb.
  func followsNoun(_ verb: Int, _ form: VerbForm, _ clause: Range<Int>) -> Bool {
    guard form.person == 3, form.number == .singular else { return false }
    let mark = (clause.lowerBound..<verb).last { token in
      view.text.tokens[token].kind == .punctuation && view.text.tokens[token].mark != 0x60C && !view.isQuote(token)
    }
    for token in (mark.map { $0 + 1 } ?? clause.lowerBound)..<verb {
      if view.mentionAt[token] >= 0 || view.slot(token) != nil || view.isVerb(token) { return false }
      if view.isTime[token] || view.text.tokens[token].kind != .word || view.isAccusative(token) { continue }
      if let kind = view.kind(token), kind != .noun {
        if kind == .preposition { return false }
        continue
      }
      let analyses = view.text.analyses(of: token)
      guard let reading = analyses.first(where: { $0.stem != .none }),
        reading.proclitics.isDisjoint(with: .prepositions), reading.enclitic == nil
      else { return false }
      // A word that no table has may belong to a name.
      if isOwner(token) || isTitle(token) { return false }
      if !reading.proclitics.contains(.al), !view.text.tokens[token].marks.meets(.commonWord) { return false }
      let shape = NounShape(
        view.text.text.bytes[view.text.tokens[token].bytes], isDefinite: reading.proclitics.contains(.al))
      return shape.isFeminine == form.isFeminine || form.isFeminine && isActing(token)
    }
    return false
  }

  /// «الكاتب محمد سلماوي قال»: whether a noun with the article stands right before a name.
  private func isTitle(_ noun: Int) -> Bool {
    guard noun + 1 < view.text.tokens.count, view.isDefinite(noun), view.mentionAt[noun + 1] >= 0 else { return false }
    return view.mentions[Int(view.mentionAt[noun + 1])].form == .name
  }

  /// Whether what a noun does its owner does: «طيران التحالف قصف».
  private func isOwner(_ noun: Int) -> Bool {
    view.text.analyses(of: noun).contains { view.knowledge.metonyms.contains($0.stem) }
  }

  /// «شنت طائرات إسرائيلية غارات», «طائرات روسية تقصف المدينة»: the country whose adjective describes what acts on its behalf, behind
  /// a verb or right before it. An aircraft that arrives visits nobody.
  func country(acting verb: Int, _ behind: Int?, _ clause: Range<Int>) -> Subject? {
    let meets =
      view.verbs[verb]?.contains { entry in
        view.knowledge.triggers.verbs[entry.lexeme]?.contains {
          view.knowledge.triggers.triggers[$0].type == .consult
        } ?? false
      } ?? false
    guard !meets else { return nil }
    if let behind, let owner = country(owning: behind) { return owner }
    var noun = verb - 1
    while noun > clause.lowerBound, view.isAdjective(noun) { noun -= 1 }
    guard noun >= clause.lowerBound, noun < verb - 1, noun == clause.lowerBound || view.slot(noun - 1) == nil else {
      return nil
    }
    return country(owning: noun)
  }

  private func country(owning noun: Int) -> Subject? {
    guard isOwner(noun) else { return nil }
    let isDefinite = view.isDefinite(noun)
    var index = noun + 1
    while index < view.text.tokens.count, view.isAdjective(index), view.isDefinite(index) == isDefinite {
      let country = view.text.analyses(of: index).lazy.compactMap {
        self.view.knowledge.actors.nisbas[$0.stem]?.country
      }
      .first
      if let country, let entity = drafts.indices.first(where: { drafts[$0].key == "country:" + country }) {
        return Subject(entities: [entity], mention: nil, isExplicit: true)
      }
      index += 1
    }
    return nil
  }

  /// Whether what a noun before a mention does those do who are mentioned: «قصف طيران التحالف».
  func isOwned(_ noun: Int, by mention: Mention) -> Bool {
    let start = mention.tokens.lowerBound
    // «دعا لاري آندري، سفير الولايات المتحدة»: an unknown name, and behind a comma who that is.
    if noun < start, view.text.tokens[start - 1].kind == .punctuation { return true }
    return noun > start
      || noun + 1 == start && isOwner(noun)
  }

  /// Whether a noun right behind a verb is likely its subject: «طالب حمادة», «تصل الفجوة»; masdars, event nouns and
  /// nouns of another gender are objects.
  func isSubject(_ noun: Int, of verb: Int, _ form: VerbForm) -> Bool {
    guard form.person == 3, form.number == .singular,
      view.knowledge.triggers.nouns.longest(in: view.text, at: noun, limit: noun + 1) == nil
    else { return false }
    // «قام ثلاثة مقنعين بخطف الأب»: what a verb without an object has behind it is its subject.
    if view.text.tokens[noun].marks.meets(.numeral), takesNounBehindBa(verb) { return true }
    let analyses = view.text.analyses(of: noun)
    if analyses.contains(where: { $0.enclitic != nil }) { return false }
    let isDefinite = analyses.first?.proclitics.contains(.al) ?? false
    let isCommon = analyses.contains { view.knowledge.commonWords.contains($0.stem) }
    let shape = NounShape(view.text.text.bytes[view.text.tokens[noun].bytes], isDefinite: isDefinite)
    // «فرضت دول أخرى قيودا»: a noun for those who act.
    if !shape.isFeminine, isActing(noun) { return true }
    if shape.isMasdar { return false }
    // «فر الرجل»
    if view.isDefinite(noun), takesNoObject(verb), !isReport(verb) {
      let letters = view.text.text.bytes[view.text.tokens[noun].bytes]
      return NounShape(letters, isDefinite: true).isFeminine == form.isFeminine
    }
    if view.kind(noun) == .noun, !isReport(verb), !form.isFeminine { return false }
    // «واعتبرت كويلو التراث ثروة»: a verb of speech has whoever speaks right behind it.
    if form.isFeminine { return shape.isFeminine || !isCommon && !isDefinite && isReport(verb) }
    return shape.isFeminine ? !isCommon : isDefinite || !isCommon || shape.isPluralOfPersons
  }
}
