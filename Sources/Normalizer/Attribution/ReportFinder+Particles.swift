internal import ArabicText
internal import EventModel

/// Particles that name a source, and phrases that decline or doubt.
extension ReportFinder {
  /// «بحسب الوكالة», «حسبما ذكرت الوكالة», «لم يستجب المتحدث».
  ///
  /// - Parameter first: The sentence's first report.
  mutating func particle(_ token: Int, _ sentence: Range<Int>, _ first: Int) -> Int? {
    guard view.mentionAt[token] < 0,
      let match = knowledge.reporting.particles.longest(in: text, at: token, limit: sentence.upperBound),
      let row = match.values.first
    else { return nil }
    if row.sourceSlot == .subject { return refusal(row, token..<match.end, sentence) }
    let printed = text.string(token..<match.end)
    var start = match.end
    var stance = row.stance
    // «وفقا لما أكده شخص»: the verb tells the stance.
    if start < sentence.upperBound, let entries = view.verbs[start], contents.isReport(start) {
      for entry in entries {
        if let known = knowledge.reporting.verbs[entry.lexeme]?.first { stance = known.stance }
      }
      start += 1
    } else if row.takesVerb {
      return nil
    }
    guard let phrase = phrases.phrase(from: start, to: sentence.upperBound, verb: printed, follows: true),
      phrase.sources.contains(where: { $0.entity != nil || $0.named }) || phrase.isDocument || row.stance != .asserts
        || start > match.end || isUnnamed(phrase)
    else { return nil }
    let end = phrase.tokens.upperBound
    let sources = issuers(of: phrase, sentence, printed) ?? phrase.sources
    if row.sourceSlot == .origin {
      origin(row, token, sources, sentence, first)
      return end
    }
    var told = row
    told.stance = stance
    let scope = segment(around: token..<end, sentence, first)
    for index in first..<reports.count where !reports[index].isSegment && scope.contains(reports[index].token) {
      let chain = reports[index].chain
      guard sources.count == 1, let source = sources.first,
        !chain.contains(where: { $0.isSame(as: source) })
      else { continue }
      reports[index].chain = [source] + chain
    }
    if !reports[first...].contains(where: { scope.contains($0.token) }) { remember(sources, token) }
    if let hearer = phrase.hearer { add(told, token, [hearer], scope, isDirect: false, isSegment: true) }
    for source in sources {
      add(told, token, [source], scope, isDirect: false, refersBack: stance == .declines, isSegment: true)
    }
    return end
  }

  private func isUnnamed(_ phrase: SourcePhrases.Phrase) -> Bool {
    view.kind(phrase.tokens.lowerBound) == .quantifier
      || text.analyses(of: phrase.tokens.lowerBound).contains { knowledge.reporting.others.contains($0.stem) }
  }

  /// What a particle with its source speaks of: the sentence up to it from the last report, or what follows it.
  private func segment(around tokens: Range<Int>, _ sentence: Range<Int>, _ first: Int) -> Range<Int> {
    var start = sentence.lowerBound
    for report in reports[first...] {
      let isJoined = text.analyses(of: report.token).contains { !$0.proclitics.isDisjoint(with: .conjunctions) }
      if report.isSegment, report.content.upperBound <= tokens.lowerBound {
        start = max(start, report.content.upperBound)
      }
      if !report.isSegment, isJoined, report.token < tokens.lowerBound { start = max(start, report.token) }
    }
    let isFirst = (start..<tokens.lowerBound).allSatisfy {
      text.tokens[$0].kind == .punctuation || view.kind($0) == .conjunction || view.isTime[$0]
    }
    let isParenthesis = tokens.lowerBound > start && text.tokens[tokens.lowerBound - 1].mark == 0x60C
    let goesOn = isFirst || isParenthesis
    var end = tokens.upperBound
    if end < sentence.upperBound, text.tokens[end].mark == 0x60C { end += 1 }
    guard end < sentence.upperBound, goesOn, isFirst || view.kind(end) != .relative && !contents.breaks(end, sentence)
    else { return start..<tokens.upperBound }
    return start..<max(tokens.upperBound, contents.end(from: end, sentence))
  }

  /// Puts those from whom the speaker has it behind the speaker.
  private mutating func origin(
    _ row: ReportingTable.Report, _ token: Int, _ sources: [Report.Source], _ sentence: Range<Int>, _ first: Int
  ) {
    let speaker = reports[first...].last { !$0.isOrigin && $0.token < token }
    for source in sources {
      let content = speaker?.content ?? segment(around: token..<token + 1, sentence, first)
      var chain = speaker?.chain ?? []
      if !chain.contains(where: { $0.isSame(as: source) }) { chain.append(source) }
      add(row, token, chain, content, isDirect: false, isSegment: true)
    }
    if speaker == nil, let end = (token..<sentence.upperBound).first(where: { view.isThat($0) }) {
      // «نقلا عن مصدر أن …»
      for index in reports.indices.suffix(sources.count) {
        reports[index].content = end..<contents.end(from: end + 1, sentence)
      }
    }
  }

  /// A negated phrase: of the verb's subject, or, inside what somebody says, of the speaker.
  private mutating func refusal(_ row: ReportingTable.Report, _ tokens: Range<Int>, _ sentence: Range<Int>) -> Int? {
    let printed = text.string(tokens)
    let verb = tokens.first { view.isVerb($0) }
    let after = phrases.phrase(from: tokens.upperBound, to: sentence.upperBound, verb: printed)
    var sources: [Report.Source] = after?.sources ?? []
    let outer = reports.lastIndex { $0.content.contains(tokens.lowerBound) && !$0.isSegment }
    if let outer, row.stance != .declines || sources.isEmpty {
      let content = reports[outer].content
      for index in reports.indices where reports[index].content == content && !reports[index].isSegment {
        reports[index].stance = row.stance
        reports[index].refersBack = true
      }
      return tokens.upperBound
    }
    if sources.isEmpty, let verb, let subject = subjects.subjects[verb], subject.isExplicit {
      sources = subject.entities.map { source($0, mention: subject.mention, verb: printed) }
    }
    if sources.isEmpty, tokens.lowerBound > sentence.lowerBound, row.stance == .declines {
      sources = lastSources.map { renamed($0, printed) }
    }
    guard !sources.isEmpty else { return nil }
    let start = after?.tokens.upperBound ?? tokens.upperBound
    for source in sources {
      add(
        row, tokens.lowerBound, [source], start..<contents.end(from: start, sentence), isDirect: false, refersBack: true
      )
    }
    remember(sources, tokens.lowerBound)
    return start
  }
}
