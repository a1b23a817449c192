internal import ArabicText
internal import EventModel

/// Verbs that speak of the noun before them, and verbs that hand on what somebody else says.
extension ReportFinder {
  /// «الاتصالات التي أكدها مسؤولون»: a verb of a relative clause speaks of the noun before it.
  mutating func relative(
    _ row: ReportingTable.Report, _ token: Int, _ after: SourcePhrases.Phrase?, _ sentence: Range<Int>
  ) -> Int? {
    guard let after, token > sentence.lowerBound,
      text.analyses(of: token).contains(where: { $0.enclitic == .ha || $0.enclitic == .hu || $0.enclitic == .hum })
        || (token + 1 < sentence.upperBound
          && text.analyses(of: token + 1).contains(where: { $0.enclitic != nil && view.slot(token + 1) == nil })
          && view.kind(token + 1) == .preposition)
    else { return nil }
    if isNegated(token, sentence) { return row.takesObject ? after.tokens.upperBound : nil }
    if let content = what(behind: after.tokens.upperBound, of: token, sentence) {
      for source in after.sources { add(row, token, [source], content, isDirect: false) }
      return after.tokens.upperBound
    }
    guard row.takesObject else { return nil }
    let isRelative = view.kind(token - 1) == .relative
    var start = isRelative ? token - 1 : token
    if start > sentence.lowerBound, text.tokens[start - 1].mark == 0x60C { start -= 1 }
    let end = start
    while start > sentence.lowerBound, end - start < 8, !view.isVerb(start - 1),
      start == end || !view.isBoundary[start],
      text.tokens[start - 1].kind != .punctuation || view.isQuote(start - 1)
    { start -= 1 }
    guard start < end else { return nil }
    var content = start..<end
    // «معلومات أبلغتها مصادر عن أن …»
    let isMatter = content.contains { token in
      text.analyses(of: token).contains { knowledge.reporting.matters.contains($0.stem) }
    }
    let reach = after.tokens.upperBound..<min(sentence.upperBound, after.tokens.upperBound + 12)
    if isMatter, let that = reach.first(where: { view.isThat($0) }) {
      content = that..<contents.end(from: that + 1, sentence)
    }
    for source in after.sources { add(row, token, [source], content, isDirect: false) }
    if !isRelative { remember(after.sources, token) }
    return after.tokens.upperBound
  }

  /// «نفى الجيش ما أعلنه المتمردون عن أن …», «ما ذكرته الصحيفة عن لقاء»: what a verb behind «ما» tells of behind «عن» or «من».
  private func what(behind start: Int, of verb: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard verb > sentence.lowerBound, text.tokens[verb - 1].whole == knowledge.reporting.what,
      start + 1 < sentence.upperBound, let slot = view.slot(start), slot == .about || slot == .from
    else { return nil }
    return start + 1..<contents.end(from: start + 1, sentence)
  }

  // MARK: - Chains: نقلت الوكالة عن مسؤول

  mutating func transmission(
    _ row: ReportingTable.Report, _ token: Int, _ preposition: Int, _ after: SourcePhrases.Phrase?, _ form: VerbForm,
    _ sentence: Range<Int>, _ printed: String
  ) -> Int? {
    guard let origin = phrases.phrase(from: preposition, to: sentence.upperBound, verb: printed) else { return nil }
    if row.needsDocument, !origin.isDocument { return nil }
    // «نقلت الوكالة عن المسؤول»: the one told of before.
    let known = origin.isAnaphoric ? unnamed(like: origin.sources[0]).map { [renamed($0, printed)] } : nil
    let origins = issuers(of: origin, sentence, printed)?.sources ?? known ?? origin.sources
    let start = origin.tokens.upperBound
    guard var content = contents.content(row, from: start, of: token, sentence) else { return nil }
    // «نقلت الصحيفة معلوماتها عن مسؤولين»: the object stands before the preposition.
    let object = (after?.tokens.upperBound ?? token + 1)..<max(after?.tokens.upperBound ?? token + 1, preposition - 1)
    if !content.isClause, !object.isEmpty { content.range = object }
    // Who has learnt something from others is the newspaper itself.
    let transmitters = row.isOwn ? [] : after?.sources ?? before(token, form, sentence, printed) ?? []
    let frame = content.isClause ? start : nil
    let isBack = !content.isClause
    if transmitters.isEmpty {
      for source in origins {
        add(
          row, token, [source], content.range, isDirect: content.isDirect, isClause: content.isClause,
          refersBack: isBack)
      }
    }
    for transmitter in transmitters {
      add(
        row, token, [transmitter], content.range, isDirect: content.isDirect, isClause: content.isClause,
        refersBack: isBack, frame: frame)
      for source in origins {
        add(
          row, token, [transmitter, source], content.range, isDirect: content.isDirect, isClause: content.isClause,
          refersBack: isBack)
      }
    }
    remember(origins, token)
    return start
  }

  /// The token after a row's further words, which follow the verb in order; a preposition of a chain stands close.
  func tail(_ row: ReportingTable.Report, from start: Int, subject end: Int, _ sentence: Range<Int>) -> Int? {
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
}
