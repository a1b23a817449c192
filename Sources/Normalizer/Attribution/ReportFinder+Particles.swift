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
    var link: Symbol?
    // «وفقا لما أكده شخص»: the verb tells the stance.
    if start < sentence.upperBound, let entries = view.verbs[start], contents.isReport(start) {
      for entry in entries {
        guard let known = knowledge.reporting.verbs[entry.lexeme]?.first(where: { $0.stands }) else { continue }
        stance = known.stance
        if known.sourceSlot == .from { link = known.tail.first }
      }
      start += 1
    } else if row.takesVerb {
      return nil
    }
    guard let phrase = phrases.phrase(from: start, to: sentence.upperBound, verb: printed, follows: true),
      phrase.sources.contains(where: { $0.entity != nil || $0.named }) || phrase.isDocument || row.stance != .asserts
        || start > match.end || isUnnamed(phrase)
    else { return nil }
    if isDescribed(match.end, phrase) || isTold(token, sentence) { return nil }
    var end = phrase.tokens.upperBound
    let issuers = issuers(of: phrase, sentence, printed)
    var sources = issuers?.sources ?? phrase.sources
    // «وفقا للمصادر ذاتها»
    if issuers == nil, phrase.isAnaphoric, let known = unnamed(like: phrase.sources[0]) {
      sources = [renamed(known, printed)]
    }
    end = issuers?.end ?? end
    // «بحسب ما نقلت الوكالة عن مسؤول»
    var origins: [Report.Source] = []
    if let link, end + 1 < sentence.upperBound, text.tokens[end].whole == link,
      let origin = phrases.phrase(from: end + 1, to: sentence.upperBound, verb: printed)
    {
      origins = origin.sources
      end = origin.tokens.upperBound
    }
    if row.sourceSlot == .origin {
      origin(row, token, sources, sentence, first)
      return end
    }
    var told = row
    told.stance = stance
    let scope = segment(around: token..<end, sentence, first)
    for index in first..<reports.count
    where row.stance == .asserts && !reports[index].isSegment && scope.contains(reports[index].token) {
      let chain = reports[index].chain
      guard sources.count == 1, let source = sources.first,
        !chain.contains(where: { $0.isSame(as: source) })
      else { continue }
      // «ذكرت الشبكة، طبقا لمصادر»: the outlet passes on what others say, and others what an outlet does not.
      let isPassedOn = chain.count == 1 && isOutlet(chain[0]) && source.entity != nil && !isOutlet(source)
      reports[index].chain = isPassedOn ? chain + [source] : [source] + chain
      if isPassedOn, reports[index].stance == .confirms { reports[index].stance = .asserts }
    }
    if !reports[first...].contains(where: { scope.contains($0.token) }) {
      remember(origins.isEmpty ? sources : origins, token)
    }
    let content = content(of: scope, without: token..<end)
    if let hearer = phrase.hearer ?? hearer(phrase, at: end) {
      add(told, token, [hearer], content, isDirect: false, isSegment: true, whole: scope)
    }
    for source in sources {
      add(
        told, token, [source], content, isDirect: false, refersBack: stance == .declines, isSegment: true, whole: scope)
      for origin in origins {
        add(told, token, [source, origin], content, isDirect: false, isSegment: true, whole: scope)
      }
    }
    return end
  }

  /// A stretch without the particle and its source, where they open or close it.
  private func content(of scope: Range<Int>, without phrase: Range<Int>) -> Range<Int> {
    let isFirst = (scope.lowerBound..<phrase.lowerBound).allSatisfy {
      text.tokens[$0].kind == .punctuation || view.kind($0) == .conjunction || view.isTime[$0]
    }
    if isFirst {
      var start = min(phrase.upperBound, scope.upperBound)
      while start < scope.upperBound, text.tokens[start].kind == .punctuation && !view.isQuote(start) { start += 1 }
      return start < scope.upperBound ? start..<scope.upperBound : scope
    }
    let isLast =
      phrase.upperBound >= scope.upperBound
      || (phrase.upperBound..<scope.upperBound).allSatisfy { text.tokens[$0].kind == .punctuation }
    guard isLast else { return scope }
    var end = phrase.lowerBound
    // «وذلك وفقا لما ذكر»
    if end > scope.lowerBound, view.kind(end - 1) == .demonstrative { end -= 1 }
    while end > scope.lowerBound, text.tokens[end - 1].mark == 0x60C { end -= 1 }
    return end > scope.lowerBound ? scope.lowerBound..<end : scope
  }

  /// «في بيان صحافي»: whether the word behind a document describes it and names nobody.
  private func isDescribed(_ token: Int, _ phrase: SourcePhrases.Phrase) -> Bool {
    guard phrase.tokens.count == 1, phrase.sources.count == 1, let entity = phrase.sources[0].entity,
      drafts[entity].kind == .group
    else { return false }
    return text.analyses(of: token - 1).contains { knowledge.reporting.nouns.begins(with: $0.stem) }
      && text.analyses(of: token).allSatisfy { !$0.proclitics.contains(.al) }
  }

  /// «المضامين التي جاءت في بيان الوزارة»: whether a relative clause tells where something stands.
  private func isTold(_ token: Int, _ sentence: Range<Int>) -> Bool {
    token > sentence.lowerBound + 1 && view.isVerb(token - 1) && view.kind(token - 2) == .relative
  }

  private func isOutlet(_ source: Report.Source) -> Bool {
    source.entity.map { drafts[$0].sector == .journalism && drafts[$0].kind == .organization } ?? false
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
    // «وتضمنت الزيارة وفق الصحيفة لقاء مع الرئيس»: no comma parts the particle from what goes on.
    let isInside =
      tokens.upperBound < sentence.upperBound && text.tokens[tokens.upperBound].kind == .word
      && text.tokens[tokens.lowerBound - (tokens.lowerBound > start ? 1 : 0)].kind == .word
      && !view.isVerb(tokens.upperBound)
    let goesOn = isFirst || isParenthesis || isInside
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
    // «قال: لا نعلق»: who declines does so at once.
    if let outer,
      row.stance != .declines
        || sources.isEmpty && tokens.lowerBound < reports[outer].content.lowerBound + 5
    {
      restate(outer, row.stance)
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
