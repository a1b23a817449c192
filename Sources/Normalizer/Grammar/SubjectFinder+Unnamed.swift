internal import ArabicText
internal import EventModel

/// Subjects that name nobody and stand behind their verb, or right before it.
extension SubjectFinder {
  /// «قصف الطيران مواقع», «أقرها المؤتمر», «ساعدته خلفيته», «فجر إرهابي نفسه»: whether the noun behind a verb must be its
  /// subject, as whom or what it is done to stands behind the noun or is a pronoun of the verb.
  func isSurelySubject(_ noun: Int, of verb: Int, _ form: VerbForm, _ clause: Range<Int>) -> Bool {
    guard form.person == 3, form.number == .singular, !form.isPassive,
      let reading = view.text.analyses(of: noun).first(where: { $0.stem != .none }),
      reading.proclitics.isSubset(of: .al)
    else { return false }
    let isDefinite = view.isDefinite(noun)
    let shape = NounShape(view.text.text.bytes[view.text.tokens[noun].bytes], isDefinite: isDefinite)
    let hasPronoun = view.text.analyses(of: verb).first { $0.stem != .none }?.enclitic != nil
    if hasPronoun {
      // «خلفيته»: its last letter before a pronoun tells no gender.
      return reading.enclitic != nil || isDefinite && shape.isFeminine == form.isFeminine
    }
    guard shape.isFeminine == form.isFeminine, noun + 1 < clause.upperBound else { return false }
    if isSelf(noun + 1) || !isDefinite && isOwned(noun + 1) { return true }
    guard isDefinite else { return false }
    var next = noun + 1
    while next < clause.upperBound, view.mentionAt[next] < 0, isBareDefinite(next) { next += 1 }
    guard next < clause.upperBound, view.text.tokens[next].kind == .word, !view.isTime[next], !view.isVerb(next),
      view.slot(next) == nil, (view.kind(next) ?? .noun) == .noun
    else { return false }
    if case let number = Int(view.mentionAt[next]), number >= 0 {
      let mention = view.mentions[number]
      return mention.proclitics.isEmpty && mention.form != .name
    }
    return view.text.analyses(of: next).allSatisfy { analysis in
      analysis.proclitics.isEmpty && view.knowledge.reporting.participles[analysis.stem] == nil
    }
  }

  /// Whether a token is a word with the article and nothing else before it.
  private func isBareDefinite(_ token: Int) -> Bool {
    !view.isVerb(token) && !view.isTime[token] && view.kind(token) == nil
      && view.text.analyses(of: token).first { $0.stem != .none }?.proclitics == .al
  }

  /// «فجر انتحاري حزامه»: whether a token is a bare everyday noun with a pronoun.
  private func isOwned(_ token: Int) -> Bool {
    guard view.mentionAt[token] < 0, !view.isVerb(token), view.kind(token) == nil else { return false }
    return view.text.analyses(of: token).contains { analysis in
      analysis.proclitics.isEmpty && (analysis.enclitic == .hu || analysis.enclitic == .ha)
        && view.knowledge.commonWords.contains(analysis.stem)
    }
  }

  /// «نفسه», «نفسها»
  private func isSelf(_ token: Int) -> Bool {
    let word = view.text.text.bytes[view.text.tokens[token].bytes]
    return word.elementsEqual("نفسه".utf8) || word.elementsEqual("نفسها".utf8)
  }

  /// «استهدفت غارات التحالف مواقع», «استهدفت غارة للتحالف مواقع»: whose an attack is that is the subject of a verb.
  func owner(ofAct noun: Int, _ after: [SyntaxView.Argument], _ form: VerbForm) -> Subject? {
    guard let first = after.first, form.person == 3, form.number == .singular,
      view.mentions[first.mention].tokens.lowerBound == noun + 1, first.slot == nil || first.slot == .to,
      !view.mentions[first.mention].entities.isEmpty,
      NounShape(view.text.text.bytes[view.text.tokens[noun].bytes], isDefinite: false).isFeminine == form.isFeminine,
      let match = view.knowledge.triggers.nouns.longest(in: view.text, at: noun, limit: noun + 1),
      match.values.contains(where: { view.knowledge.triggers.triggers[$0.trigger].type == .assault })
    else { return nil }
    return Subject(entities: view.mentions[first.mention].entities, mention: first.mention, isExplicit: true)
  }

  /// «رسالة تحذر من العواقب», «طائرة عسكرية سعودية تصل المطار», «قتل في تفجير استهدف موكبه»: the indefinite noun right before a verb
  /// that describes it, its adjectives apart.
  func describedNoun(before verb: Int, _ form: VerbForm, _ clause: Range<Int>) -> Int? {
    guard verb > clause.lowerBound, form.person == 3, !form.isPassive,
      view.text.analyses(of: verb).allSatisfy({ $0.proclitics.isEmpty })
    else { return nil }
    var noun = verb - 1
    if form.tense == .imperfect, view.isIndefiniteNoun(noun) { return noun }
    while noun > clause.lowerBound, view.isAdjective(noun), !view.isDefinite(noun) { noun -= 1 }
    // «وبخاري هو جنرال سابق تولى منصبه» tells of him.
    guard view.isIndefiniteNoun(noun), noun == clause.lowerBound || view.kind(noun - 1) != .pronoun else { return nil }
    // «نحو 2000 مواطن روسي غادروا»
    if form.number == .plural, view.text.analyses(of: verb).allSatisfy({ $0.enclitic == nil }) { return noun }
    // A noun of another gender is only when something is done: «وفي بيان قالت».
    let shape = NounShape(view.text.text.bytes[view.text.tokens[noun].bytes], isDefinite: false)
    guard shape.isFeminine == form.isFeminine, form.number == .singular,
      view.text.analyses(of: verb).allSatisfy({ $0.enclitic == nil }),
      form.tense == .imperfect
        || (clause.lowerBound..<noun).contains(where: { view.isVerb($0) || view.mentionAt[$0] >= 0 })
    else { return nil }
    return noun
  }

  /// «معاليه», «سموه»: whether a noun stands for a man of rank who was named before.
  func isHonour(_ noun: Int) -> Bool {
    view.text.analyses(of: noun).contains { $0.enclitic == .hu && view.knowledge.words.isHonour($0.stem) }
  }

  /// «زار سموه جلالة الملك، وعقد جلالته»: the last man who bears the title, else the last who did something.
  ///
  /// - Parameter others: Those whom it cannot mean.
  func honoured(before noun: Int, besides others: [Int] = []) -> Subject? {
    let titles = view.text.analyses(of: noun).filter { $0.enclitic == .hu && view.knowledge.words.isHonour($0.stem) }
    let bearer = view.mentions(before: noun).last { mention in
      mention.form == .name && isPerson(mention.entities) && !others.contains(mention.entities[0])
        && mention.tokens.prefix(2).contains { token in
          view.text.analyses(of: token).contains { reading in titles.contains { $0.stem == reading.stem } }
        }
    }
    if let bearer { return Subject(entities: bearer.entities, mention: nil, isExplicit: false) }
    let doer = last.last {
      isPerson($0.entities) && isMan($0.entities[0]) && !$0.isRelative && agrees($0.entities, $0.form)
        && !others.contains($0.entities[0])
    }
    return doer.map { Subject(entities: $0.entities, mention: nil, isExplicit: false) }
  }

  /// «الله»
  func isGod(_ noun: Int) -> Bool {
    view.text.text.bytes[view.text.tokens[noun].bytes].elementsEqual("الله".utf8)
  }

  /// Whether somebody is one person.
  func isPerson(_ entities: [Int]) -> Bool { entities.count == 1 && drafts[entities[0]].kind == .person }

  private func isMan(_ entity: Int) -> Bool { !drafts[entity].isFeminine }
}
