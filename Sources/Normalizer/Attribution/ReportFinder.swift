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
  /// Who issued each kind of document that was told of: «وأضاف البيان».
  var issued: [Symbol: [Report.Source]] = [:]
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
    finder.relay()
    return finder.reports
  }

  private mutating func read(_ sentence: Range<Int>) {
    let first = reports.count
    var index = sentence.lowerBound
    label(sentence)
    while index < sentence.upperBound {
      // «رفض نشر اسمه»: asking not to be named says nothing.
      if let mask = knowledge.reporting.masks.longest(in: text, at: index, limit: sentence.upperBound) {
        index = mask.end
        continue
      }
      index = max(report(index, sentence, first) ?? 0, index + 1)
    }
  }

  /// Reads a report that begins at a token and returns where it goes on.
  private mutating func report(_ token: Int, _ sentence: Range<Int>, _ first: Int) -> Int? {
    let marks = text.tokens[token].marks
    if marks.meets(.reportingParticle), let end = particle(token, sentence, first) { return end }
    if view.isVerb(token), let end = verb(token, sentence) { return end }
    if marks.meets(.reportingParticiple), let end = participle(token, sentence) { return end }
    return marks.meets(.reportingNoun) ? noun(token, sentence) : nil
  }

  /// Where the article retells what an outlet has found, the sources without a name or office are that outlet's.
  private mutating func relay() {
    guard let first = reports.first, first.stance == .asserts, first.chain.count == 1,
      text.sentence(of: first.token) < 5,
      let outlet = first.chain.first, let entity = outlet.entity, drafts[entity].sector == .journalism,
      drafts[entity].kind == .organization
    else { return }
    var relayed: [Report] = []
    let named = Set(reports.filter { $0.chain.contains { $0.named } }.map(\.token))
    for var report in reports {
      let source = report.chain[0]
      let isKnown =
        source.named || source.entity.map { drafts[$0].country != nil || drafts[$0].kind != .group } ?? false
      if report.chain.count == 1, !isKnown, !named.contains(report.token), !report.isOrigin,
        report.stance == .asserts || report.stance == .confirms
      {
        var copy = report
        copy.chain = [outlet]
        copy.stance = .asserts
        copy.isRelayed = true
        relayed.append(copy)
        report.chain = [outlet, source]
      }
      relayed.append(report)
    }
    reports = relayed
  }

  /// «الكرملين: لا نتفاوض», «الوزير لـ«الصحيفة»: لا نتفاوض»: a source before a colon that opens the sentence.
  private mutating func label(_ sentence: Range<Int>) {
    guard view.mentionAt[sentence.lowerBound] >= 0,
      let colon = sentence.prefix(9).first(where: { text.tokens[$0].mark == 0x3A }), colon + 1 < sentence.upperBound,
      let phrase = phrases.phrase(from: sentence.lowerBound, to: colon, verb: ""),
      // «وزير ":" الخارجية»: a name that goes on behind the colon is no label.
      phrase.tokens.upperBound <= colon,
      phrase.tokens.upperBound == colon || isHearer(phrase.tokens.upperBound..<colon)
    else { return }
    let content = colon + 1..<sentence.upperBound
    for var source in phrase.sources {
      source.verb = ":"
      add(knowledge.reporting.label, sentence.lowerBound, [source], content, isDirect: true)
    }
  }

  /// «لـ«الصحيفة»», «للصحيفة»: whether words name nothing but the outlet to which something is said.
  private func isHearer(_ tokens: Range<Int>) -> Bool {
    let isTo = text.analyses(of: tokens.lowerBound).contains { $0.proclitics.contains(.la) }
    guard isTo || text.tokens[tokens.lowerBound].isBareClitic, !tokens.contains(where: { view.isVerb($0) }) else {
      return false
    }
    let mentions = Set(tokens.map { view.mentionAt[$0] }.filter { $0 >= 0 }.map(Int.init))
    let isQuoted = tokens.count > 2 && view.isQuote(tokens.lowerBound + 1) && view.isQuote(tokens.upperBound - 1)
    if isQuoted { return mentions.count <= 1 }
    guard mentions.count == 1, let outlet = mentions.first else { return false }
    return view.mentions[outlet].tokens.upperBound == tokens.upperBound
      && view.mentions[outlet].entities.allSatisfy { drafts[$0].sector == .journalism }
  }

  // MARK: - Participles and nouns

  private mutating func participle(_ token: Int, _ sentence: Range<Int>) -> Int? {
    guard let row = contents.participle(token),
      view.isBoundary[token] || text.tokens[token].hasTanwin
    else { return nil }
    let printed = Surface.string(text, token..<token + 1, proclitics(token))
    if row.sourceSlot == .from { return handingOn(row, token, sentence, printed) }
    let own = speaker(behind: token, sentence, printed)
    var start = own?.end ?? token + 1
    if !row.tail.isEmpty {
      guard let end = tail(row, from: token + 1, subject: start, sentence), end <= token + 4 else { return nil }
      start = max(start, end)
    }
    let sources = own?.sources ?? goesOn(at: token, sentence)
    guard !sources.isEmpty, let content = contents.content(row, from: start, of: token, sentence) else { return nil }
    for source in sources {
      add(
        row, token, [renamed(source, printed)], content.range, isDirect: content.isDirect,
        isClause: content.isClause, refersBack: !content.isClause && refersBack(row, content.range))
    }
    return start
  }

  /// «ناقلة عن دبلوماسي أن»: who spoke last has it from somebody.
  private mutating func handingOn(
    _ row: ReportingTable.Report, _ token: Int, _ sentence: Range<Int>, _ printed: String
  ) -> Int? {
    guard token + 1 < sentence.upperBound, view.slot(token + 1) == .about,
      let origin = phrases.phrase(from: token + 2, to: sentence.upperBound, verb: printed),
      let content = contents.content(row, from: origin.tokens.upperBound, of: token, sentence), content.isClause
    else { return nil }
    let transmitters = goesOn(at: token, sentence)
    for source in origin.sources {
      let chain = transmitters.prefix(1).map { renamed($0, printed) } + [source]
      add(row, token, chain, content.range, isDirect: content.isDirect)
    }
    return origin.tokens.upperBound
  }

  /// «مؤكدا وزير الدفاع أن»: a person right behind the participle is its subject.
  private func speaker(
    behind token: Int, _ sentence: Range<Int>, _ printed: String
  ) -> (sources: [Report.Source], end: Int)? {
    guard token + 1 < sentence.upperBound, view.mentionAt[token + 1] >= 0,
      let phrase = phrases.phrase(from: token + 1, to: sentence.upperBound, verb: printed), phrase.sources.count == 1,
      let entity = phrase.sources[0].entity, drafts[entity].kind == .person
    else { return nil }
    return (phrase.sources, phrase.tokens.upperBound)
  }

  /// Who goes on with a participle: who spoke in the sentence, else who acts in it, else who spoke before it.
  private func goesOn(at token: Int, _ sentence: Range<Int>) -> [Report.Source] {
    let distance = text.sentence(of: token) - lastSentence
    if distance > 0, let agent = agent(before: token, sentence) {
      let sources = agent.entities.map { source($0, mention: agent.mention, verb: "") }
      if canSpeak(sources, as: token) { return sources }
    }
    return distance <= 1 && canSpeak(lastSources, as: token) ? lastSources : []
  }

  /// Whether a participle can be said of some: no country and no woman speaks in the masculine, and no man in the feminine.
  private func canSpeak(_ sources: [Report.Source], as token: Int) -> Bool {
    guard sources.count == 1, let entity = sources[0].entity else { return true }
    var bytes = text.text.bytes[text.tokens[token].bytes]
    while let last = bytes.last, last == 0x8B || last == 0xD9 { bytes = bytes.dropLast() }
    let isFeminine = bytes.suffix(2).elementsEqual([0xD8, 0xA9])
    switch drafts[entity].kind {
    case .person: return drafts[entity].isFeminine == isFeminine
    case .country: return isFeminine
    default: return true
    }
  }

  /// Who acts in the sentence before a token: «دعا الرئيس إلى الحوار، محذرا من».
  func agent(before token: Int, _ sentence: Range<Int>) -> SubjectFinder.Subject? {
    for verb in (sentence.lowerBound..<token).reversed() where view.isVerb(verb) {
      // «في جولة تشمل قطر والعراق»: the verb speaks of a noun.
      if verb > sentence.lowerBound, view.kind(verb - 1) == .relative || view.isIndefiniteNoun(verb - 1) { continue }
      guard let subject = subjects.subjects[verb], subject.isExplicit, !subject.entities.isEmpty else { continue }
      let canSpeak = subject.entities.allSatisfy {
        // An outlet that met somebody does not go on speaking itself.
        drafts[$0].kind == .person
          || drafts[$0].kind == .organization && (drafts[$0].sector != .journalism || contents.isReport(verb))
      }
      if canSpeak { return subject }
    }
    // The first person named in the sentence, where its verb may be a noun: «دعم الوزير المرشح».
    let named = view.mentions(before: token).firstIndex {
      $0.tokens.lowerBound > sentence.lowerBound && $0.entities.count == 1 && drafts[$0.entities[0]].kind == .person
    }
    guard let named, view.mentions[named].proclitics.isEmpty,
      view.slot(view.mentions[named].tokens.lowerBound - 1) == nil
    else { return nil }
    return SubjectFinder.Subject(entities: view.mentions[named].entities, mention: named, isExplicit: true)
  }

  /// «للتأكيد للكرملين أن»: behind a definite noun ل names to whom it is said.
  private func isAddressed(
    _ match: PhraseTrie<ReportingTable.Report>.Match, _ phrase: SourcePhrases.Phrase
  ) -> Bool {
    guard match.analysis.proclitics.contains(.al) else { return false }
    let number = view.mentionAt[phrase.tokens.lowerBound]
    return number >= 0 && view.mentions[Int(number)].proclitics.contains(.la)
  }

  private mutating func noun(_ token: Int, _ sentence: Range<Int>) -> Int? {
    guard view.mentionAt[token] < 0, !view.isVerb(token),
      let match = knowledge.reporting.nouns.longest(in: text, at: token, limit: sentence.upperBound),
      let row = match.values.first
    else { return nil }
    // «نقلت عنه قوله إن»: the verb has said it; «رفض تأكيد أو نفي الخبر» says neither.
    if let last = reports.last, last.token < token,
      last.content.lowerBound > token || last.stance == .declines && last.content.contains(token)
    {
      return nil
    }
    let printed = text.string(token..<match.end)
    var sources: [Report.Source] = []
    var start = match.end
    if match.enclitic != nil {
      sources = lastSources.map { renamed($0, printed) }
    } else if let phrase = phrases.phrase(
      from: match.end, to: min(sentence.upperBound, match.end + 12), verb: printed, follows: true),
      phrase.sources.allSatisfy({ $0.entity != nil }), !isAddressed(match, phrase)
    {
      sources = phrase.sources
      start = phrase.tokens.upperBound
    }
    guard !sources.isEmpty, let content = contents.content(row, from: start, of: token, sentence),
      content.isClause ? content.range.lowerBound < match.end + 14 : row.takesObject && match.enclitic == nil,
      content.isClause || !isTitle(start, sentence)
    else { return nil }
    for source in sources {
      add(row, token, [source], content.range, isDirect: content.isDirect, isClause: content.isClause)
    }
    return start
  }

  /// «إعلان القاهرة الصادر في ختام الزيارة»: a definite adjective behind a noun of reporting and its place makes both a title.
  private func isTitle(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token < sentence.upperBound, view.mentionAt[token] < 0, token > 0 else { return false }
    let number = view.mentionAt[token - 1]
    guard number >= 0, view.mentions[Int(number)].entities.count == 1,
      drafts[view.mentions[Int(number)].entities[0]].kind != .person
    else { return false }
    return text.analyses(of: token).contains { $0.proclitics == .al }
      && knowledge.triggers.nouns.longest(in: text, at: token, limit: sentence.upperBound) == nil
      && !text.analyses(of: token).contains { knowledge.reporting.matters.contains($0.stem) }
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
    // «أعلن بدلا من ذلك»: the demonstrative belongs to an adverb.
    let isAside = content.prefix(3).contains { text.tokens[$0].hasTanwin || view.kind($0) == .adverb }
    return content.prefix(6).contains { token in
      // «أكد، خلال اللقاء، أهمية الحوار»: only when he said it.
      if token > content.lowerBound, view.slot(token - 1) == .during { return false }
      return view.kind(token) == .demonstrative && !isAside
        || text.analyses(of: token).contains {
          knowledge.reporting.matters.contains($0.stem) && ($0.proclitics.contains(.al) || $0.enclitic != nil)
        }
    }
  }

  mutating func add(
    _ row: ReportingTable.Report, _ token: Int, _ chain: [Report.Source], _ content: Range<Int>, isDirect: Bool,
    isClause: Bool = true, refersBack: Bool = false, isSegment: Bool = false, frame: Int? = nil,
    whole: Range<Int>? = nil
  ) {
    var stance = row.stance
    let isNegated = isNegated(token, text.sentences[text.sentence(of: token)].tokens)
    if isNegated, !row.isNegative, row.id.utf8.starts(with: "verb".utf8) {
      stance = stance == .denies || stance == .confirms || stance == .asserts ? .doubts : stance
    }
    // A report inside the content of another goes on from that one's source; who declines to speak passes nothing on.
    let outer =
      isSegment
      ? nil
      : reports.last {
        !$0.isSegment && $0.isClause && $0.stance != .declines && $0.content.contains(token) && $0.token < token
          && $0.chain != chain
      }
    let full = (outer?.chain ?? []) + chain.filter { link in !(outer?.chain.contains { $0.isSame(as: link) } ?? false) }
    let end = max(content.upperBound, token + 1)
    let start = min(isNegated ? token - 1 : token, content.lowerBound)
    reports.append(
      Report(
        token: token, chain: full.isEmpty ? chain : full, stance: stance, scope: row.scope,
        speech: isDirect ? .direct : .indirect, content: content, evidence: text.bytes(whole ?? start..<end),
        rule: row.id,
        isOrigin: row.sourceSlot == .origin, isSegment: isSegment, isClause: isClause, isEmphatic: row.isEmphatic,
        refersBack: refersBack,
        frame: (frame ?? content.lowerBound)..<max(frame ?? 0, content.lowerBound)))
  }

  func isNegated(_ token: Int, _ sentence: Range<Int>) -> Bool {
    token > sentence.lowerBound && view.kind(token - 1) == .negation
  }
}
