internal import ArabicText
internal import EventModel

/// Acts inside what somebody says that only tell when something was, who somebody is, or what somebody goes by.
extension Stances {
  /// Whether an act only tells when: «بعد توقيع الاتفاق», and a contact where a particle speaks of the whole sentence or where
  /// what is said is a noun phrase: «أكد، خلال اللقاء، أهمية الحوار».
  func isBackground(_ token: Int, _ event: EventDraft, _ report: Report) -> Bool {
    let content = report.content
    if event.type != .consult, report.isClause, describes(token, content) || isCharged(token, content) { return true }
    if isGround(token, content) { return true }
    guard event.type != .consult || report.isSegment || !report.isClause, !view.isVerb(token) else { return false }
    return (max(content.lowerBound, token - 2)..<max(content.lowerBound, token)).contains { view.slot($0) == .during }
  }

  /// «إن الرجل الذي تم تسليحه عاد»: whether an act only tells who somebody is.
  private func describes(_ token: Int, _ content: Range<Int>) -> Bool {
    let start = max(content.lowerBound, token - 2)
    guard let verb = (start..<token + 1).first(where: { view.isVerb($0) }), verb > content.lowerBound else {
      return false
    }
    // «المدن التي حررتها القوات»: the act that a pronoun joins to its object is told of.
    return view.kind(verb - 1) == .relative
      && !text.analyses(of: verb).contains { $0.enclitic == .ha || $0.enclitic == .hu || $0.enclitic == .hum }
  }

  /// «بسبب رفض تسليم المتهم باغتيال العميل»: whether an act only tells what somebody is called for, or is the word for it.
  private func isCharged(_ token: Int, _ content: Range<Int>) -> Bool {
    guard !view.isVerb(token) else { return false }
    return (max(content.lowerBound, token - 1)...token).contains { place in
      text.analyses(of: place).contains {
        $0.proclitics.contains(.al) && view.knowledge.triggers.participles[$0.stem] != nil
      }
    }
  }

  /// «قال إنه وفقا لقرار القمة»: whether an act inside what is said is only what somebody goes by.
  private func isGround(_ token: Int, _ content: Range<Int>) -> Bool {
    guard !view.isVerb(token) else { return false }
    for start in max(content.lowerBound, token - 3)..<max(content.lowerBound, token)
    where text.tokens[start].marks.meets(.reportingParticle) && view.mentionAt[start] < 0 {
      guard let match = view.knowledge.reporting.particles.longest(in: text, at: start, limit: token),
        match.values.first?.sourceSlot == .after,
        (match.end..<token).allSatisfy({ text.tokens[$0].kind == .word && !view.isVerb($0) })
      else { continue }
      return true
    }
    return false
  }

  /// «في الفترة التي أعلن فيها عقوبات»: whether an act only tells which time is meant.
  func tellsTime(_ token: Int, _ content: Range<Int>) -> Bool {
    // «التي فرض فيها الرئيس عقوبات»: the act may be named by the verb's object.
    let verb = view.isVerb(token) ? token : (content.lowerBound..<token).last { view.isVerb($0) } ?? token
    guard view.isVerb(verb), token - verb < 12, verb > content.lowerBound, view.kind(verb - 1) == .relative,
      verb + 1 < content.upperBound
    else { return false }
    return text.analyses(of: verb + 1).contains { analysis in
      (analysis.enclitic == .hu || analysis.enclitic == .ha) && view.knowledge.words.slot(analysis.stem) == .in
    }
  }
}
