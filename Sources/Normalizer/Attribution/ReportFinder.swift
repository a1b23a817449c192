internal import ArabicText
internal import EventModel

/// Finds who says what: verbs, participles, nouns and particles of reporting with their sources and contents.
struct ReportFinder {
  private let view: SyntaxView
  private let subjects: SubjectFinder
  private let drafts: EntityDrafts
  private var knowledge: Knowledge { view.knowledge }
  private var text: TokenizedText { view.text }
  private var reports: [Report] = []
  /// The sources of the last report, for verbs like وأضاف that go on without one.
  private var lastSources: [Report.Source] = []

  init(view: SyntaxView, subjects: SubjectFinder, drafts: EntityDrafts) {
    self.view = view
    self.subjects = subjects
    self.drafts = drafts
  }

  /// All reports of the article, in order.
  static func find(view: SyntaxView, subjects: SubjectFinder, drafts: EntityDrafts) -> [Report] {
    var finder = ReportFinder(view: view, subjects: subjects, drafts: drafts)
    for sentence in view.text.sentences { finder.read(sentence.tokens) }
    return finder.reports
  }

  private mutating func read(_ sentence: Range<Int>) {
    let first = reports.count
    defer { transmit(from: first, sentence) }
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      if let end = particle(index, sentence) ?? verb(index, sentence) ?? participle(index, sentence)
        ?? noun(index, sentence)
      {
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
  }

  /// What a particle names passes on the reports of its sentence: in «قال الوزير …، بحسب الوكالة» the agency is nearer.
  private mutating func transmit(from first: Int, _ sentence: Range<Int>) {
    hearFromOrigins(from: first, sentence)
    let transmitters = reports[first...].filter { $0.content == sentence && $0.stance == .asserts && !$0.isOrigin }
    guard let transmitter = transmitters.first, transmitters.count == 1 else { return }
    for index in first..<reports.count where reports[index].content != sentence {
      let isKnown = reports[index].chain.contains { link in transmitter.chain.contains { $0.entity == link.entity } }
      if !isKnown { reports[index].chain = transmitter.chain + reports[index].chain }
    }
  }

  /// Puts those from whom the speaker has it behind the speaker.
  private mutating func hearFromOrigins(from first: Int, _ sentence: Range<Int>) {
    guard let speaker = reports[first...].first(where: { !$0.isOrigin && $0.content != sentence }) else { return }
    for index in first..<reports.count where reports[index].isOrigin {
      reports[index].chain = speaker.chain + reports[index].chain
      reports[index].content = speaker.content
    }
  }

  // MARK: - Verbs

  private mutating func verb(_ token: Int, _ sentence: Range<Int>) -> Int? {
    guard let entries = view.verbs[token] else { return nil }
    for entry in entries {
      guard let rows = knowledge.reporting.verbs[entry.lexeme] else { continue }
      for row in rows where tailFollows(row.tail, token, sentence) {
        guard let content = content(row, after: token, sentence) else { continue }
        // «لم يعلن عنها» without a subject says nothing of who did not say it.
        if isNegated(token, sentence), row.tail.isEmpty, !(subjects.subjects[token]?.isExplicit ?? false) { continue }
        var sources: [Report.Source] = []
        let printed = Surface.string(text, token..<token + 1, proclitics(token))
        if let subject = subjects.subjects[token] {
          sources = subject.entities.map { source($0, mention: subject.mention, verb: printed) }
          if !subject.isExplicit, subject.mention == nil,
            lastSources.contains(where: { source in subject.entities.contains { $0 == source.entity } })
          {
            sources = lastSources.map { renamed($0, printed) }
          }
        }
        if sources.isEmpty, row.sourceSlot != .from { sources = lastSources.map { renamed($0, printed) } }
        if row.sourceSlot == .from {
          guard addChain(row, token, sources, content, sentence, printed) else { continue }
          return max(content.lowerBound, token + 1)
        }
        guard !sources.isEmpty else { return nil }
        for source in sources { add(row, token, [source], content, sentence) }
        lastSources = sources
        return row.takesClause ? content.lowerBound : token + 1
      }
    }
    return nil
  }

  private func renamed(_ source: Report.Source, _ verb: String) -> Report.Source {
    var source = source
    source.verb = verb
    return source
  }

  private func proclitics(_ token: Int) -> Proclitics {
    text.analyses(of: token).first { $0.stem != .none }?.proclitics.subtracting(.al) ?? []
  }

  private func tailFollows(_ tail: [Symbol], _ token: Int, _ sentence: Range<Int>) -> Bool {
    var index = token + 1
    for symbol in tail {
      while index < min(sentence.upperBound, token + 10),
        text.tokens[index].whole != symbol, !text.analyses(of: index).contains(where: { $0.stem == symbol })
      { index += 1 }
      guard index < min(sentence.upperBound, token + 10) else { return false }
      index += 1
    }
    return true
  }

  /// What a verb reports: the clause of أن or إن, a quotation, or what follows where the row asks for no clause.
  private func content(
    _ row: ReportingTable.Report, after token: Int, _ sentence: Range<Int>
  ) -> Range<Int>? {
    var index = token + 1
    while index < sentence.upperBound {
      if view.complementizer(index).found { return index..<contentEnd(index + 1, sentence) }
      if text.tokens[index].mark == 0x3A { return index + 1..<sentence.upperBound }
      if view.isQuote(index), view.mentionAt[index] < 0, row.sourceSlot != .from,
        index > token + 1 || text.tokens[token].end < text.tokens[index].start, !row.takesObject
      {
        return index..<contentEnd(index + 1, sentence)
      }
      // Another verb of reporting begins before any content.
      if index > token + 1, view.isVerb(index), view.isBoundary[index], row.takesClause { return nil }
      index += 1
    }
    if row.takesClause { return nil }
    return token..<contentEnd(token + 1, sentence)
  }

  /// The end of the sentence, or the next reporting verb that is joined by و or stands after a comma.
  private func contentEnd(_ start: Int, _ sentence: Range<Int>) -> Int {
    var depth = 0
    for index in start..<max(start, sentence.upperBound) {
      if view.isQuote(index) { depth ^= 1 }
      guard depth == 0, view.isBoundary[index], let entries = view.verbs[index],
        entries.contains(where: { knowledge.reporting.verbs[$0.lexeme] != nil }),
        text.analyses(of: index).contains(where: { $0.proclitics.contains(.wa) })
      else { continue }
      return index
    }
    return sentence.upperBound
  }

  // MARK: - Chains: نقلت الوكالة عن مسؤول

  private mutating func addChain(
    _ row: ReportingTable.Report, _ token: Int, _ sources: [Report.Source], _ content: Range<Int>,
    _ sentence: Range<Int>, _ verb: String
  ) -> Bool {
    let end = content.lowerBound > token ? content.lowerBound : sentence.upperBound
    let arguments = view.arguments(from: token + 1, to: end) { view.isVerb($0) }
    var origins: [Report.Source] = []
    for argument in arguments where argument.slot == .about || argument.slot == .from {
      for entity in view.mentions[argument.mention].entities {
        origins.append(source(entity, mention: argument.mention, verb: verb))
      }
    }
    guard !origins.isEmpty else { return false }
    if sources.isEmpty {
      for origin in origins { add(row, token, [origin], content, sentence) }
    }
    for source in sources {
      add(row, token, [source], content, sentence)
      for origin in origins { add(row, token, [source, origin], content, sentence) }
    }
    lastSources = origins
    return true
  }

  // MARK: - Particles: بحسب الوكالة

  private mutating func particle(_ token: Int, _ sentence: Range<Int>) -> Int? {
    guard let match = knowledge.reporting.particles.longest(in: text, at: token, limit: sentence.upperBound),
      let row = match.values.first, view.mentionAt[token] < 0
    else { return nil }
    if row.sourceSlot == .subject {
      // A negated phrase such as لم يستجب takes the subject of its verb.
      guard let verb = (token..<match.end).first(where: { view.isVerb($0) }), let subject = subjects.subjects[verb]
      else { return nil }
      let printed = text.string(token..<match.end)
      for entity in subject.entities {
        add(row, token, [source(entity, mention: subject.mention, verb: printed)], sentence, sentence)
      }
      return match.end
    }
    let arguments = view.arguments(from: match.end, to: min(sentence.upperBound, match.end + 10)) { index in
      view.isVerb(index) || view.complementizer(index).found
    }
    guard let first = arguments.first, first.gap <= 3 else { return nil }
    var sources: [Report.Source] = []
    let printed = text.string(token..<match.end)
    for argument in [first] + arguments.dropFirst().prefix(while: { $0.isJoined }) {
      for entity in view.mentions[argument.mention].entities {
        sources.append(source(entity, mention: argument.mention, verb: printed))
      }
    }
    guard !sources.isEmpty else { return nil }
    for source in sources { add(row, token, [source], sentence, sentence) }
    return view.mentions[first.mention].tokens.upperBound
  }

  // MARK: - Participles and nouns

  private mutating func participle(_ token: Int, _ sentence: Range<Int>) -> Int? {
    guard view.mentionAt[token] < 0,
      let row = participleRow(token),
      view.isBoundary[token] || text.tokens[token].hasTanwin, !lastSources.isEmpty
    else { return nil }
    let printed = Surface.string(text, token..<token + 1, proclitics(token))
    guard let content = content(row, after: token, sentence) else { return nil }
    for source in lastSources { add(row, token, [renamed(source, printed)], content, sentence) }
    return content.lowerBound
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
    let arguments = view.arguments(from: match.end, to: min(sentence.upperBound, match.end + 12)) { index in
      view.isVerb(index) || view.complementizer(index).found
    }
    guard let first = arguments.first, first.slot == nil || first.slot == .to, first.gap == 0,
      let start = (match.end..<min(sentence.upperBound, match.end + 14)).first(where: { view.complementizer($0).found })
    else { return nil }
    let printed = text.string(token..<match.end)
    let sources = view.mentions[first.mention].entities.map { source($0, mention: first.mention, verb: printed) }
    guard !sources.isEmpty else { return nil }
    for source in sources { add(row, token, [source], start..<contentEnd(start + 1, sentence), sentence) }
    return start
  }

  // MARK: - Making reports

  private func source(_ entity: Int, mention: Int?, verb: String) -> Report.Source {
    let draft = drafts[entity]
    var name = draft.name
    var named = draft.masked == nil && draft.kind != .group
    if let mention {
      name = Surface.string(text, view.mentions[mention].tokens, view.mentions[mention].proclitics)
      if view.mentions[mention].entities.count > 1 { name = draft.name }
      if view.mentions[mention].form == .group { named = false }
    }
    return Report.Source(name: name, entity: entity, named: named, verb: verb)
  }

  private mutating func add(
    _ row: ReportingTable.Report, _ token: Int, _ chain: [Report.Source], _ content: Range<Int>,
    _ sentence: Range<Int>
  ) {
    var stance = row.stance
    if isNegated(token, sentence), row.id.utf8.starts(with: "verb".utf8) {
      stance = stance == .denies || stance == .confirms || stance == .asserts ? .doubts : stance
    }
    // A report inside the content of another goes on from that one's source.
    let outer =
      content == sentence
      ? nil
      : reports.last {
        $0.content.contains(token) && $0.token < token && $0.content != sentence && $0.chain != chain
      }
    let full =
      (outer?.chain ?? []) + chain.filter { link in !(outer?.chain.contains { $0.entity == link.entity } ?? false) }
    let isDirect = content.prefix(3).contains { view.isQuote($0) }
    let end = max(content.upperBound, token + 1)
    let start = min(token, content.lowerBound)
    reports.append(
      Report(
        token: token, chain: full.isEmpty ? chain : full, stance: stance, scope: row.scope,
        speech: isDirect ? .direct : .indirect, content: content, evidence: text.bytes(start..<end), rule: row.id,
        isOrigin: row.sourceSlot == .origin))
  }

  private func isNegated(_ token: Int, _ sentence: Range<Int>) -> Bool {
    token > sentence.lowerBound && view.kind(token - 1) == .negation
  }
}
