internal import ArabicText
internal import EventModel

/// Verbs of reporting and who says what they report.
extension ReportFinder {
  mutating func verb(_ token: Int, _ sentence: Range<Int>) -> Int? {
    guard let entries = view.verbs[token] else { return nil }
    // «نقول»: the quotation's speaker; «عدم ذكر اسمه»: a noun.
    let isNoun = token > sentence.lowerBound && text.tokens[token - 1].whole == knowledge.reporting.lack
    for entry in entries where !entry.form.isPassive && entry.form.person == 3 && !isNoun {
      // «يجب أن»: a shortened form stands behind a negation only.
      if entry.form.tense == .dependent, entry.form.number == .singular, !isNegated(token, sentence) { continue }
      if addressesReader(entry, token) { continue }
      guard let rows = knowledge.reporting.verbs[entry.lexeme] else { continue }
      let printed = Surface.string(text, token..<token + 1, entry.proclitics)
      // A verb in the plural has its subject before it: «أكدوا عرض الأخير».
      let after =
        entry.form.number == .singular && !followsSubject(token)
        ? phrases.phrase(from: token + 1, to: sentence.upperBound, verb: printed) : nil
      let start = after?.tokens.upperBound ?? token + 1
      for row in rows where !row.isNegative || isNegated(token, sentence) {
        guard let tail = tail(row, from: token + 1, subject: start, sentence) else { continue }
        if row.sourceSlot == .from {
          guard let end = transmission(row, token, tail, after, entry.form, sentence, printed) else { continue }
          return end
        }
        if let end = relative(row, token, after, sentence) { return end }
        // «لم تذكر الصحيفة»: who says nothing takes no stance.
        if row.stance == .asserts, !row.isNegative, isNegated(token, sentence) { continue }
        if row.isNegative, after == nil, let outer = speech(around: token) {
          restate(outer, row.stance)
          return tail
        }
        let first = row.tail.isEmpty ? start : max(start, tail)
        guard let content = closing(row, token, after) ?? contents.content(row, from: first, of: token, sentence)
        else { continue }
        // «لم يعلن عنها» without a subject says nothing of who did not say it.
        let isExplicit = after != nil || (subjects.subjects[token]?.isExplicit ?? false)
        if isNegated(token, sentence), row.tail.isEmpty, !isExplicit { continue }
        // «كذب» without a subject behind it is "lied", and «أنها كذب وهراء» a noun.
        if row.stance == .denies, !row.takesClause, after?.sources.contains(where: { $0.entity != nil }) != true {
          continue
        }
        if after == nil, isImpersonal(row, entry.form, token, sentence) { return content.range.lowerBound }
        let sources = sources(token, entry.form, after, sentence, printed)
        guard !sources.isEmpty else { return nil }
        let heard = after?.hearer ?? hearer(after, at: start)
        if let heard {
          add(
            row, token, [heard], content.range, isDirect: content.isDirect, isClause: content.isClause, frame: nil)
        }
        for source in sources {
          add(
            row, token, (heard.map { [$0] } ?? []) + [source], content.range, isDirect: content.isDirect,
            isClause: content.isClause,
            refersBack: (!content.isClause || row.stance == .denies) && refersBack(row, content.range),
            frame: content.isClause && content.range.lowerBound >= start ? start : nil)
        }
        // «المعلومات التي ذكر التقرير»
        if after == nil || token == sentence.lowerBound || view.kind(token - 1) != .relative {
          remember(sources, token)
        }
        return row.isNegative || row.stance == .declines ? first : start
      }
    }
    return nil
  }

  /// «أخبرك»: whether a reading has «you» as the verb's object; in «شكك» the letter is the verb's own.
  private func addressesReader(_ entry: VerbTable.Entry, _ token: Int) -> Bool {
    let analyses = text.analyses(of: token)
    return analyses.contains { $0.enclitic == .ka }
      && !analyses.contains { analysis in
        analysis.enclitic == nil && knowledge.verbs.entries(analysis.stem).contains { $0.lexeme == entry.lexeme }
      }
  }

  /// «لن نعود»، قال الوزير: the quotation that a verb with its subject closes.
  private func closing(
    _ row: ReportingTable.Report, _ token: Int, _ after: SourcePhrases.Phrase?
  ) -> (range: Range<Int>, isDirect: Bool, isClause: Bool)? {
    guard row.takesClause, after != nil, let quotation = contents.quotation(before: token),
      text.analyses(of: token).allSatisfy({ $0.proclitics.isDisjoint(with: .conjunctions) })
    else { return nil }
    return (quotation, true, true)
  }

  /// The last report that holds a token in what it says.
  func speech(around token: Int) -> Int? {
    reports.lastIndex { $0.content.contains(token) && !$0.isSegment && $0.isClause && $0.token < token }
  }

  /// Gives all who say the same as a report another stance: who says that he does not remember doubts.
  mutating func restate(_ report: Int, _ stance: Claim.Stance) {
    let content = reports[report].content
    for index in reports.indices where reports[index].content == content && !reports[index].isSegment {
      reports[index].stance = stance
      reports[index].refersBack = true
    }
  }

  /// «وأضاف الدبلوماسي»: the last source without a name that was introduced, one or many as the word says.
  func unnamed(like source: Report.Source) -> Report.Source? {
    guard let entity = source.entity else { return nil }
    let isOne = drafts[entity].number == 1
    let isSource = drafts[entity].key.utf8.starts(with: "group:source".utf8)
    let last = reports.last { report in
      guard let origin = report.chain.last, let other = origin.entity else { return false }
      return !origin.named && (drafts[other].number == 1) == isOne
        && drafts[other].key.utf8.starts(with: "group:source".utf8) == isSource
    }
    return last?.chain.last
  }

  /// «قالت المصادر لوكالة رويترز»: the outlet to which a source without a name spoke. What stands alone in quotation marks is
  /// the newspaper itself: «قالت مصادر لـ«الصحيفة»».
  func hearer(_ phrase: SourcePhrases.Phrase?, at token: Int) -> Report.Source? {
    guard let phrase, phrase.sources.allSatisfy({ !$0.named }), token < text.tokens.count, view.mentionAt[token] >= 0
    else { return nil }
    let number = Int(view.mentionAt[token])
    let mention = view.mentions[number]
    guard mention.tokens.lowerBound == token, mention.proclitics == .la || mention.proclitics.isEmpty,
      phrases.isOutlet(mention)
    else { return nil }
    return source(mention.entities[0], mention: number, verb: phrase.sources[0].verb)
  }

  /// «أن أنقرة أبلغت واشنطن»: whether the verb's subject stands right before it, so that what follows is its object.
  private func followsSubject(_ token: Int) -> Bool {
    guard let subject = subjects.subjects[token], subject.isExplicit, let mention = subject.mention else {
      return false
    }
    let end = view.mentions[mention].tokens.upperBound
    return end <= token && (end..<token).allSatisfy { view.kind($0) == .auxiliary || view.kind($0) == .adverb }
      && text.analyses(of: token).allSatisfy { $0.proclitics.isDisjoint(with: .conjunctions) }
  }

  /// «ويذكر أن», «ومن المتوقع»: an imperfect at the beginning without a subject has none.
  private func isImpersonal(
    _ row: ReportingTable.Report, _ form: VerbForm, _ token: Int, _ sentence: Range<Int>
  ) -> Bool {
    guard row.isImpersonal, form.tense == .imperfect, !form.isFeminine, form.number == .singular else { return false }
    return !(subjects.subjects[token]?.isExplicit ?? false)
  }

  /// Who says it: behind the verb, before it, or who spoke last.
  private mutating func sources(
    _ token: Int, _ form: VerbForm, _ after: SourcePhrases.Phrase?, _ sentence: Range<Int>, _ printed: String
  ) -> [Report.Source] {
    if let after {
      if after.isAnaphoric, let known = unnamed(like: after.sources[0]) { return [renamed(known, printed)] }
      return issuers(of: after, sentence, printed)?.sources ?? after.sources
    }
    if let before = before(token, form, sentence, printed) { return before }
    // «رسالة تحذر من العواقب»
    if form.tense == .imperfect, token > sentence.lowerBound,
      view.isIndefiniteNoun(token - 1) || isIndefinite(token - 1) && view.kind(token - 1) == .noun
    {
      return []
    }
    let subject = subjects.subjects[token]
    if let subject, subject.isExplicit, !isQuoted(subject, behind: token) {
      return subject.entities.map { source($0, mention: subject.mention, verb: printed) }
    }
    // «التقارير التي تحدثت عن»: nobody is named.
    if token > sentence.lowerBound, view.kind(token - 1) == .relative { return [] }
    if !canTakeOver(token, sentence) { return [] }
    // «دعم المرشح، وقال إنه»: who acts in the same sentence goes on before who spoke in an earlier one.
    if text.sentence(of: token) > lastSentence, let agent = agent(before: token, sentence) {
      let sources = agent.entities.map { source($0, mention: agent.mention, verb: printed) }
      if agrees(form, sources) { return sources }
    }
    if let subject, !isPlace(subject), token - sentence.lowerBound > 3, text.sentence(of: token) > lastSentence {
      return subject.entities.map { source($0, mention: subject.mention, verb: printed) }
    }
    let isNear = text.sentence(of: token) - lastSentence <= 3
    if isNear, !lastSources.isEmpty, agrees(form, lastSources) { return lastSources.map { renamed($0, printed) } }
    guard let subject, !isPlace(subject) else { return [] }
    return subject.entities.map { source($0, mention: subject.mention, verb: printed) }
  }

  /// «عاصمتها القدس. وقالت إن»: a city that is only told of does not go on speaking.
  private func isPlace(_ subject: SubjectFinder.Subject) -> Bool {
    !subject.isExplicit && subject.entities.contains { drafts[$0].kind == .place }
  }

  /// «وقال «العبادي غير قادر»»: whether a subject stands inside the quotation that opens right behind the verb.
  private func isQuoted(_ subject: SubjectFinder.Subject, behind token: Int) -> Bool {
    guard let mention = subject.mention, token + 1 < text.tokens.count else { return false }
    let opens = view.isQuote(token + 1) || text.tokens[token + 1].mark == 0x3A
    return opens && view.mentions[mention].tokens.lowerBound > token
  }

  /// «فلين ومايك بنس، نائب الرئيس، نفيا», «وكانت تقارير تحدثت»: a phrase before the verb, with no other verb between.
  func before(
    _ token: Int, _ form: VerbForm, _ sentence: Range<Int>, _ printed: String
  ) -> [Report.Source]? {
    guard form.person == 3 else { return nil }
    var start = token
    var isOpened = false
    while start > max(sentence.lowerBound, token - 14), text.tokens[start - 1].mark != 0x3A {
      let kind = view.kind(start - 1)
      if kind == .auxiliary, start == token {
        start -= 1
        continue
      }
      if view.isThat(start - 1) || kind == .auxiliary && view.slot(start - 1) == nil {
        isOpened = start < token
        break
      }
      if kind == .complementizer || view.isVerb(start - 1) { break }
      if kind == .relative { return nil }
      start -= 1
    }
    if start == token || !isOpened && start > sentence.lowerBound && view.isVerb(start - 1) { return nil }
    // «إن محادثات ماسك تشير»: the subject is no source.
    guard let phrase = phrases.phrase(from: start, to: token, verb: printed, isOpened: isOpened) else {
      return isOpened ? [] : nil
    }
    let end = phrase.tokens.upperBound
    let isApposed = end == token || text.tokens[end].mark == 0x60C || view.isTime[end] || view.kind(end) == .auxiliary
    guard isApposed || isOpened else { return nil }
    if form.number == .dual, phrase.sources.count != 2 { return nil }
    if form.number == .singular, !form.isFeminine, phrase.sources.count > 1 { return nil }
    return phrase.sources
  }

  /// Whether a verb without a subject can go on from somebody told of before: «وأضاف», «، إلا أنه أكد», and not behind a
  /// noun, which would be its subject, nor in «قبل أن يعلن».
  private func canTakeOver(_ token: Int, _ sentence: Range<Int>) -> Bool {
    if text.analyses(of: token).contains(where: { !$0.proclitics.isDisjoint(with: .conjunctions) }) { return true }
    var index = token - 1
    while index >= sentence.lowerBound {
      if view.isTime[index] || text.tokens[index].kind == .punctuation { return true }
      switch view.kind(index) {
      case .auxiliary?, .negation?, .adverb?: index -= 1
      case .complementizer?:
        // «إلا أنه أكد»
        return index == sentence.lowerBound || text.analyses(of: index).contains { $0.enclitic != nil }
          || !text.analyses(of: index - 1).contains { knowledge.reporting.conjoiners.contains($0.stem) }
      case nil, .noun?, .preposition?: return view.isVerb(index) || text.tokens[index].hasTanwin
      default: return true
      }
    }
    return true
  }

  private func isIndefinite(_ token: Int) -> Bool {
    text.analyses(of: token).allSatisfy { !$0.proclitics.contains(.al) && $0.enclitic == nil }
  }

  /// Whether those who spoke last can be the subject of a verb without one.
  private func agrees(_ form: VerbForm, _ sources: [Report.Source]) -> Bool {
    if form.person == 1 { return false }
    let drafts: [EntityDrafts.Draft] = sources.compactMap { $0.entity }.map { self.drafts[$0] }
    switch form.number {
    case .dual: return sources.count == 2
    case .plural: return sources.count > 1 || drafts.contains { $0.kind == .group || $0.number > 1 } || drafts.isEmpty
    case .singular:
      if form.isFeminine { return !drafts.contains { $0.kind == .person && !$0.isFeminine } }
      return sources.count == 1 && !drafts.contains { $0.isFeminine || $0.kind == .group && $0.number > 1 }
    }
  }
}
