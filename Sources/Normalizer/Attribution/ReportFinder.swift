internal import ArabicText
internal import EventModel

/// Finds who says what: verbs, participles, nouns and particles of reporting with their sources and contents.
struct ReportFinder {
  let view: SyntaxView
  let subjects: SubjectFinder
  let drafts: EntityDrafts
  let phrases: SourcePhrases
  let contents: ReportContents
  var knowledge: Knowledge { view.knowledge }
  var text: TokenizedText { view.text }
  var reports: [Report] = []
  /// The sources of the last report, for verbs like وأضاف that go on without one, and its sentence.
  var lastSources: [Report.Source] = []
  var lastSentence = 0

  init(view: SyntaxView, subjects: SubjectFinder, drafts: EntityDrafts) {
    self.view = view
    self.subjects = subjects
    self.drafts = drafts
    phrases = SourcePhrases(view: view, drafts: drafts)
    contents = ReportContents(view: view)
  }

  /// All reports of the article, in order.
  static func find(view: SyntaxView, subjects: SubjectFinder, drafts: EntityDrafts) -> [Report] {
    var finder = ReportFinder(view: view, subjects: subjects, drafts: drafts)
    for sentence in view.text.sentences { finder.read(sentence.tokens) }
    return finder.reports
  }

  private mutating func read(_ sentence: Range<Int>) {
    let first = reports.count
    var index = sentence.lowerBound
    label(sentence)
    while index < sentence.upperBound {
      if let end = particle(index, sentence, first) ?? verb(index, sentence) ?? participle(index, sentence)
        ?? noun(index, sentence)
      {
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
  }

  /// «الكرملين: لا نتفاوض»: a source before a colon that opens the sentence.
  private mutating func label(_ sentence: Range<Int>) {
    guard view.mentionAt[sentence.lowerBound] >= 0,
      let colon = sentence.prefix(9).first(where: { text.tokens[$0].mark == 0x3A }), colon + 1 < sentence.upperBound,
      let phrase = phrases.phrase(from: sentence.lowerBound, to: colon, verb: ""), phrase.tokens.upperBound == colon
    else { return }
    let content = colon + 1..<sentence.upperBound
    for var source in phrase.sources {
      source.verb = ":"
      add(knowledge.reporting.label, sentence.lowerBound, [source], content, isDirect: true)
    }
  }

  // MARK: - Verbs

  private mutating func verb(_ token: Int, _ sentence: Range<Int>) -> Int? {
    guard let entries = view.verbs[token], !text.analyses(of: token).contains(where: { $0.enclitic == .ka }) else {
      return nil
    }
    for entry in entries {
      guard let rows = knowledge.reporting.verbs[entry.lexeme] else { continue }
      let printed = Surface.string(text, token..<token + 1, entry.proclitics)
      // A verb in the plural has its subject before it: «أكدوا عرض الأخير».
      let after =
        entry.form.number == .singular
        ? phrases.phrase(from: token + 1, to: sentence.upperBound, verb: printed) : nil
      let start = after?.tokens.upperBound ?? token + 1
      for row in rows {
        guard let tail = tail(row, from: token + 1, subject: start, sentence) else { continue }
        if row.sourceSlot == .from {
          guard let end = transmission(row, token, tail, after, entry.form, sentence, printed) else { continue }
          return end
        }
        if let end = relative(row, token, after, sentence) { return end }
        guard
          let content = contents.content(row, from: max(start, row.tail.isEmpty ? start : tail), of: token, sentence)
        else { continue }
        // «لم يعلن عنها» without a subject says nothing of who did not say it.
        let isExplicit = after != nil || (subjects.subjects[token]?.isExplicit ?? false)
        if isNegated(token, sentence), row.tail.isEmpty, !isExplicit { continue }
        if after == nil, isImpersonal(row, entry.form, token, sentence) { return content.range.lowerBound }
        let sources = sources(token, entry.form, after, sentence, printed)
        guard !sources.isEmpty else { return nil }
        for source in sources {
          add(
            row, token, [source], content.range, isDirect: content.isDirect,
            isClause: content.isClause, refersBack: !content.isClause && refersBack(row, content.range))
        }
        remember(sources, token)
        return start
      }
    }
    return nil
  }

  /// «ويذكر أن», «ومن المتوقع»: an imperfect at the beginning without a subject has none.
  private func isImpersonal(
    _ row: ReportingTable.Report, _ form: VerbForm, _ token: Int, _ sentence: Range<Int>
  ) -> Bool {
    guard row.isImpersonal, form.tense == .imperfect, !form.isFeminine, form.number == .singular else { return false }
    return !(subjects.subjects[token]?.isExplicit ?? false)
  }

  /// Who says it: behind the verb, before it, or who spoke last.
  private func sources(
    _ token: Int, _ form: VerbForm, _ after: SourcePhrases.Phrase?, _ sentence: Range<Int>, _ printed: String
  ) -> [Report.Source] {
    if let after {
      return issuers(of: after, sentence, printed) ?? after.sources
    }
    if let before = before(token, form, sentence, printed) { return before }
    let subject = subjects.subjects[token]
    if let subject, subject.isExplicit {
      return subject.entities.map { source($0, mention: subject.mention, verb: printed) }
    }
    // «التقارير التي تحدثت عن»: nobody is named.
    if token > sentence.lowerBound, view.kind(token - 1) == .relative { return [] }
    let isNear = text.sentence(of: token) - lastSentence <= 3
    if isNear, !lastSources.isEmpty, agrees(form, lastSources) { return lastSources.map { renamed($0, printed) } }
    return subject.map { subject in
      subject.entities.map { source($0, mention: subject.mention, verb: printed) }
    } ?? []
  }

  /// «فلين ومايك بنس، نائب الرئيس، نفيا», «وكانت تقارير تحدثت»: a phrase before the verb, with no other verb between.
  private func before(
    _ token: Int, _ form: VerbForm, _ sentence: Range<Int>, _ printed: String
  ) -> [Report.Source]? {
    guard form.person == 3 else { return nil }
    var start = token
    var isOpened = false
    while start > max(sentence.lowerBound, token - 14), text.tokens[start - 1].mark != 0x3A {
      let kind = view.kind(start - 1)
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
    guard let phrase = phrases.phrase(from: start, to: token, verb: printed) else { return isOpened ? [] : nil }
    let end = phrase.tokens.upperBound
    let isApposed = end == token || text.tokens[end].mark == 0x60C || view.isTime[end] || view.kind(end) == .auxiliary
    guard isApposed || isOpened else { return nil }
    if form.number == .dual, phrase.sources.count != 2 { return nil }
    if form.number == .singular, !form.isFeminine, phrase.sources.count > 1 { return nil }
    return phrase.sources
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

  /// «تقرير نشرته الصحيفة», «بيان صادر عن الحكومة»: who says it is who published it.
  func issuers(of phrase: SourcePhrases.Phrase, _ sentence: Range<Int>, _ printed: String) -> [Report.Source]? {
    guard phrase.isDocument else { return nil }
    // A body inside the phrase: «تقرير وزارة الخارجية».
    for token in phrase.tokens.dropFirst() where view.mentionAt[token] >= 0 {
      let mention = view.mentions[Int(view.mentionAt[token])]
      if mention.tokens.lowerBound == token, mention.form == .organization, !mention.entities.isEmpty {
        return mention.entities.map { source($0, mention: Int(view.mentionAt[token]), verb: printed) }
      }
    }
    var index = phrase.tokens.upperBound
    guard index + 1 < sentence.upperBound else { return nil }
    if view.mentionAt[index] >= 0, view.mentions[Int(view.mentionAt[index])].proclitics == .la {
      return phrases.phrase(from: index, to: sentence.upperBound, verb: printed, follows: true)?.sources
    }
    if view.kind(index) == .relative { index += 1 }
    let isOf = { (token: Int) in
      text.analyses(of: token).contains { $0.enclitic == .hu || $0.enclitic == .ha || $0.enclitic == .hum }
    }
    if view.isVerb(index), isOf(index) {
      return phrases.phrase(from: index + 1, to: sentence.upperBound, verb: printed)?.sources
    }
    // «صادر عن الحكومة»
    if index + 2 < sentence.upperBound, view.slot(index + 1) == .about, !view.isThat(index) {
      return phrases.phrase(from: index + 2, to: sentence.upperBound, verb: printed)?.sources
    }
    return nil
  }

  /// «الاتصالات التي أكدها مسؤولون»: a verb of a relative clause speaks of the noun before it.
  private mutating func relative(
    _ row: ReportingTable.Report, _ token: Int, _ after: SourcePhrases.Phrase?, _ sentence: Range<Int>
  ) -> Int? {
    guard let after, token > sentence.lowerBound,
      text.analyses(of: token).contains(where: { $0.enclitic == .ha || $0.enclitic == .hu || $0.enclitic == .hum })
        || (token + 1 < sentence.upperBound
          && text.analyses(of: token + 1).contains(where: { $0.enclitic != nil && view.slot(token + 1) == nil })
          && view.kind(token + 1) == .preposition)
    else { return nil }
    let isRelative = view.kind(token - 1) == .relative
    var start = isRelative ? token - 1 : token
    if start > sentence.lowerBound, text.tokens[start - 1].mark == 0x60C { start -= 1 }
    let end = start
    while start > sentence.lowerBound, end - start < 8, !view.isVerb(start - 1), !view.isBoundary[start],
      text.tokens[start - 1].kind != .punctuation || view.isQuote(start - 1)
    { start -= 1 }
    guard start < end else { return nil }
    for source in after.sources { add(row, token, [source], start..<end, isDirect: false) }
    if !isRelative { remember(after.sources, token) }
    return after.tokens.upperBound
  }

  // MARK: - Chains: نقلت الوكالة عن مسؤول

  private mutating func transmission(
    _ row: ReportingTable.Report, _ token: Int, _ preposition: Int, _ after: SourcePhrases.Phrase?, _ form: VerbForm,
    _ sentence: Range<Int>, _ printed: String
  ) -> Int? {
    guard let origin = phrases.phrase(from: preposition, to: sentence.upperBound, verb: printed) else { return nil }
    let start = origin.tokens.upperBound
    guard let content = contents.content(row, from: start, of: token, sentence) else { return nil }
    let transmitters = after?.sources ?? before(token, form, sentence, printed) ?? []
    let isBack = !content.isClause
    if transmitters.isEmpty {
      for source in origin.sources {
        add(
          row, token, [source], content.range, isDirect: content.isDirect, isClause: content.isClause,
          refersBack: isBack)
      }
    }
    for transmitter in transmitters {
      add(
        row, token, [transmitter], content.range, isDirect: content.isDirect, isClause: content.isClause,
        refersBack: isBack)
      for source in origin.sources {
        add(
          row, token, [transmitter, source], content.range, isDirect: content.isDirect, isClause: content.isClause,
          refersBack: isBack)
      }
    }
    remember(origin.sources, token)
    return start
  }

  /// The token after a row's further words, which follow the verb in order; a preposition of a chain stands close.
  private func tail(_ row: ReportingTable.Report, from start: Int, subject end: Int, _ sentence: Range<Int>) -> Int? {
    var index = row.sourceSlot == .from ? end : start
    let limit = min(sentence.upperBound, row.sourceSlot == .from ? end + 9 : start + 14)
    for symbol in row.tail {
      while index < limit,
        text.tokens[index].whole != symbol, !text.analyses(of: index).contains(where: { $0.stem == symbol })
      {
        if row.sourceSlot == .from, view.isVerb(index), view.isBoundary[index] || view.isThat(index) { return nil }
        index += 1
      }
      guard index < limit else { return nil }
      index += 1
    }
    return index
  }

  // MARK: - Participles and nouns

  private mutating func participle(_ token: Int, _ sentence: Range<Int>) -> Int? {
    guard view.mentionAt[token] < 0,
      let row = participleRow(token),
      view.isBoundary[token] || text.tokens[token].hasTanwin, !lastSources.isEmpty
    else { return nil }
    let printed = Surface.string(text, token..<token + 1, proclitics(token))
    guard let content = contents.content(row, from: token + 1, of: token, sentence) else { return nil }
    for source in lastSources {
      add(
        row, token, [renamed(source, printed)], content.range, isDirect: content.isDirect,
        isClause: content.isClause, refersBack: !content.isClause && refersBack(row, content.range))
    }
    return token + 1
  }

  private func participleRow(_ token: Int) -> ReportingTable.Report? {
    for analysis in text.analyses(of: token) where !analysis.proclitics.contains(.al) && analysis.enclitic == nil {
      if let row = knowledge.reporting.participles[analysis.stem] { return row }
    }
    return nil
  }

  private mutating func noun(_ token: Int, _ sentence: Range<Int>) -> Int? {
    guard view.mentionAt[token] < 0, !view.isVerb(token),
      let match = knowledge.reporting.nouns.longest(in: text, at: token, limit: sentence.upperBound),
      let row = match.values.first
    else { return nil }
    // «نقلت عنه قوله إن»: the verb has said it.
    if let last = reports.last, last.token < token, last.content.lowerBound > token { return nil }
    let printed = text.string(token..<match.end)
    var sources: [Report.Source] = []
    var start = match.end
    if match.enclitic != nil {
      sources = lastSources.map { renamed($0, printed) }
    } else if let phrase = phrases.phrase(
      from: match.end, to: min(sentence.upperBound, match.end + 12), verb: printed, follows: true),
      phrase.sources.allSatisfy({ $0.entity != nil })
    {
      sources = phrase.sources
      start = phrase.tokens.upperBound
    }
    guard !sources.isEmpty, let content = contents.content(row, from: start, of: token, sentence),
      content.isClause ? content.range.lowerBound < match.end + 14 : row.takesObject && match.enclitic == nil
    else { return nil }
    for source in sources {
      add(row, token, [source], content.range, isDirect: content.isDirect, isClause: content.isClause)
    }
    return start
  }

  // MARK: - Making reports

  func renamed(_ source: Report.Source, _ verb: String) -> Report.Source {
    var source = source
    source.verb = verb
    return source
  }

  func proclitics(_ token: Int) -> Proclitics {
    text.analyses(of: token).first { $0.stem != .none }?.proclitics.subtracting(.al) ?? []
  }

  /// Keeps who spoke at a token for what goes on; who is only quoted by somebody else does not go on.
  mutating func remember(_ sources: [Report.Source], _ token: Int) {
    let isInner = reports.contains {
      !$0.isSegment && $0.isClause && $0.content.contains(token) && $0.token < token
    }
    if isInner { return }
    lastSources = sources
    lastSentence = text.sentence(of: token)
  }

  func source(_ entity: Int, mention: Int?, verb: String) -> Report.Source {
    guard let mention else {
      let draft = drafts[entity]
      let named = draft.masked == nil && draft.kind != .group
      return Report.Source(name: draft.name, entity: entity, named: named, verb: verb)
    }
    let found = view.mentions[mention]
    return phrases.source(entity, found.tokens, found.proclitics, verb, isAlone: found.entities.count == 1)
  }

  /// Whether what a report is about is told before: «نفى ذلك», «رفض التعليق».
  func refersBack(_ row: ReportingTable.Report, _ content: Range<Int>) -> Bool {
    if row.stance == .declines { return true }
    return content.prefix(6).contains { token in
      view.kind(token) == .demonstrative
        || text.analyses(of: token).contains {
          knowledge.reporting.matters.contains($0.stem) && ($0.proclitics.contains(.al) || $0.enclitic != nil)
        }
    }
  }

  mutating func add(
    _ row: ReportingTable.Report, _ token: Int, _ chain: [Report.Source], _ content: Range<Int>, isDirect: Bool,
    isClause: Bool = true, refersBack: Bool = false, isSegment: Bool = false
  ) {
    var stance = row.stance
    if isNegated(token, text.sentences[text.sentence(of: token)].tokens), row.id.utf8.starts(with: "verb".utf8) {
      stance = stance == .denies || stance == .confirms || stance == .asserts ? .doubts : stance
    }
    // A report inside the content of another goes on from that one's source.
    let outer =
      isSegment
      ? nil
      : reports.last {
        !$0.isSegment && $0.isClause && $0.content.contains(token) && $0.token < token && $0.chain != chain
      }
    let full = (outer?.chain ?? []) + chain.filter { link in !(outer?.chain.contains { $0.isSame(as: link) } ?? false) }
    let end = max(content.upperBound, token + 1)
    let start = min(
      isNegated(token, text.sentences[text.sentence(of: token)].tokens) ? token - 1 : token, content.lowerBound)
    reports.append(
      Report(
        token: token, chain: full.isEmpty ? chain : full, stance: stance, scope: row.scope,
        speech: isDirect ? .direct : .indirect, content: content, evidence: text.bytes(start..<end), rule: row.id,
        isOrigin: row.sourceSlot == .origin, isSegment: isSegment, isClause: isClause, refersBack: refersBack))
  }

  func isNegated(_ token: Int, _ sentence: Range<Int>) -> Bool {
    token > sentence.lowerBound && view.kind(token - 1) == .negation
  }
}
