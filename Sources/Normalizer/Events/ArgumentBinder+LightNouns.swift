internal import ArabicText
internal import EventModel

/// Who does what an event noun tells, by the words before it: light nouns, masdars of doing and topics.
extension ArgumentBinder {
  /// «أن الوزير ومستشاريه كانوا على اتصال بالوسطاء»: those right before a phrase that tells in what state they are.
  func topic(before head: Int) -> [Int] {
    func mention(endingBefore token: Int) -> Mention? {
      var index = token - 1
      while index >= 0,
        view.kind(index) == .auxiliary || view.kind(index) == .adverb || view.isTime[index]
          || text.tokens[index].mark == 0x60C
      { index -= 1 }
      guard index >= 0, view.mentionAt[index] >= 0 else { return nil }
      return view.mentions[Int(view.mentionAt[index])]
    }
    guard var last = mention(endingBefore: head), last.proclitics.isSubset(of: .wa) else { return [] }
    // «الوزير، ومستشارو الرئيس، دونالد ترمب، كانوا»: a name set off behind those who are joined tells whose they are.
    if last.proclitics.isEmpty, let joined = mention(endingBefore: last.tokens.lowerBound),
      joined.proclitics == .wa
    {
      last = joined
    }
    var result = [last.entities]
    while last.proclitics == .wa, let next = mention(endingBefore: last.tokens.lowerBound),
      next.proclitics.isSubset(of: .wa)
    {
      result.append(next.entities)
      last = next
    }
    let first = last.tokens.lowerBound - 1
    guard first < 0 || view.slot(first) == nil, text.sentence(of: last.tokens.lowerBound) == text.sentence(of: head)
    else { return [] }
    return result.reversed().flatMap { $0 }
  }

  /// «قيام إسرائيل أمس بقصف المطار», «انخراط الوزير في محادثات»: those who complete a light noun before an event noun behind
  /// ب or في.
  func lightNounGenitive(before head: Int, _ clause: Range<Int>) -> [Int] {
    func isBehindBa(_ token: Int) -> Bool {
      text.analyses(of: token).contains { $0.proclitics.contains(.ba) } || token > 0 && view.slot(token - 1) == .in
    }
    // «بفرض عقوبات»: the masdar of a light verb may stand between.
    guard head > clause.lowerBound,
      let start = [head, head - 1].first(where: { view.mentionAt[$0] < 0 && isBehindBa($0) })
    else { return [] }
    var index = start - 1
    while index >= clause.lowerBound, view.isTime[index] || view.slot(index) == .in { index -= 1 }
    guard index >= clause.lowerBound, view.mentionAt[index] >= 0 else { return [] }
    let mention = view.mentions[Int(view.mentionAt[index])]
    let noun = mention.tokens.lowerBound - 1
    guard noun >= clause.lowerBound, mention.proclitics.isEmpty,
      text.analyses(of: noun).contains(where: { view.knowledge.triggers.lightNouns.contains($0.stem) })
    else { return [] }
    return mention.entities
  }

  /// «تعرضت مواقع الجيش لقصف»: whose the thing is that has something done to it, as the subject of a verb names nobody.
  func sufferers(behind verb: Int, before head: Int) -> [Int] {
    let arguments = view.arguments(from: verb + 1, to: head) { view.isVerb($0) }
    guard let owner = arguments.first, owner.slot == nil, owner.gap <= 2 else { return [] }
    return joined(owner, arguments)
  }

  /// «رفض إيران طلب الولايات المتحدة»: whose a request or an offer among tokens is.
  func asking(from start: Int, to end: Int) -> [Int] {
    func isRequest(_ token: Int) -> Bool {
      view.mentionAt[token] < 0
        && text.analyses(of: token).contains { $0.proclitics.isEmpty && view.knowledge.words.isRequest($0.stem) }
    }
    let arguments = view.arguments(from: start, to: end) { view.isVerb($0) && !isRequest($0) }
    let owner = arguments.first { argument in
      let mention = view.mentions[argument.mention]
      return argument.slot == nil && !argument.isJoined && argument.gap == 1 && mention.proclitics.isEmpty
        && isRequest(mention.tokens.lowerBound - 1)
    }
    return owner.map { joined($0, arguments) } ?? []
  }

  /// «فرض واشنطن عقوبات على شركات», «توقيع موسكو اتفاقا مع بكين»: those who complete a masdar that adds nothing to the event
  /// noun, which is its object.
  func lightMasdarGenitive(before head: Int, _ clause: Range<Int>) -> [Int] {
    var index = head - 1
    while index > clause.lowerBound, view.isTime[index] { index -= 1 }
    guard index > clause.lowerBound, view.mentionAt[index] >= 0, !view.isDefinite(head) else { return [] }
    let mention = view.mentions[Int(view.mentionAt[index])]
    let masdar = mention.tokens.lowerBound - 1
    guard masdar >= clause.lowerBound, mention.proclitics.isEmpty, view.mentionAt[masdar] < 0,
      text.analyses(of: masdar).contains(where: { analysis in
        analysis.enclitic == nil && !analysis.proclitics.contains(.al)
          && view.knowledge.triggers.lightMasdars.contains(analysis.stem)
      })
    else { return [] }
    return mention.entities
  }
}
