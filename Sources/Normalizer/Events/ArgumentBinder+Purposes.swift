internal import ArabicText
internal import EventModel

/// Who takes part in what is done on a purpose, on an occasion or because somebody is asked to.
extension ArgumentBinder {
  /// «قال الوزير خلال مؤتمر صحافي مع نظيره», «توجه الوفد إلى مسقط للتباحث مع المبعوث», «خلال زيارة إلى الكويت»: who does
  /// what the clause tells takes part in what it was done at or for, unless the noun says who did it.
  func fillController(of head: Int, _ clause: Range<Int>, _ frame: Frame, _ bound: inout Bound) {
    // «وصل الوزير إلى القاهرة للقاء نظيره»: who is to be met completes the noun.
    let isMeeting = bound.filled == [.genitive] && bound.parts.count == 1 && frame[.subject]?.role == .both
    guard isMeeting || bound.filled.isDisjoint(with: [.genitive, .subject, .between, .from]),
      var slot: FunctionWords.Slot = frame[.subject] != nil ? .subject : frame[.genitive] != nil ? .genitive : nil
    else { return }
    // «بحث الوزير خلال اتصال هاتفي مع نظيره»: those with whom one talks are peers.
    if frame[slot]?.role == .actor, frame[.with]?.role == .both, bound.filled.contains(.with) { slot = .with }
    let proclitics = proclitics(ofNoun: head)
    let previous = head > clause.lowerBound ? view.slot(head - 1) : nil
    let isPurpose = proclitics.contains(.la) || previous == .to || isHeld(head, clause)
    switch frame[slot]?.role {
    case .both?:
      // «وصل الوزير للاجتماع بالملك»
      let isMet = isPurpose && bound.filled.contains(.by) && frame[.by]?.role == .both
      guard isMet || isMeeting && (proclitics.contains(.la) || previous == .during) || bound.filled.contains(.with),
        bound.parts.count == 1
      else { return }
    case .actor?:
      // «توجه إلى القاعدة لزيارة السرب»: going there tells more than whom nobody names.
      let isTold = !proclitics.contains(.la) || !bound.parts.isEmpty
      guard frame.happensAtRecipient, frame[.to]?.role == .recipient, isTold else { return }
    default: return
    }
    guard isPurpose || proclitics.contains(.ba) || previous == .during || previous == .in || previous == .at else {
      return
    }
    var index = head - 1
    while index >= clause.lowerBound {
      if view.isVerb(index) {
        let asked = isPurpose ? asked(by: index, before: head) : []
        guard asked != [] || previous != .to else { return }
        let entities = asked.isEmpty ? subjects.subjects[index]?.entities ?? [] : asked
        fill(slot, entities.filter { entity in !bound.parts.contains { $0.entity == entity } }, frame, &bound)
        return
      }
      index -= 1
    }
  }

  /// «سافر الوزير لإجراء محادثات مع نظيره»: whether a masdar that adds nothing stands before a noun, behind «لـ».
  private func isHeld(_ head: Int, _ clause: Range<Int>) -> Bool {
    guard head - 1 > clause.lowerBound, view.mentionAt[head - 1] < 0 else { return false }
    let isBehindBa = proclitics(ofNoun: head).contains(.ba)
    return text.analyses(of: head - 1).contains {
      $0.proclitics == .la && view.knowledge.triggers.lightMasdars.contains($0.stem)
        || isBehindBa && $0.proclitics == [.la, .al] && view.knowledge.triggers.lightNouns.contains($0.stem)
    }
  }

  /// «استقبل الرئيس المصري الأمير السعودي أثناء زيارته لمصر»: a pronoun does not mean that somebody visits his own country where he
  /// receives somebody from another one.
  func takeGuest(
    of visit: Range<Int>, _ enclitic: Enclitic?, _ clause: Range<Int>, _ frame: Frame, _ bound: inout Bound
  ) {
    guard frame.isVisit, enclitic != nil || subjects.isHonour(visit.upperBound),
      let index = bound.parts.firstIndex(where: { $0.role == .actor }),
      let home = drafts[bound.parts[index].entity].country,
      bound.parts.contains(where: { $0.role == .recipient && drafts[$0.entity].country == home }),
      let verb = (clause.lowerBound..<max(clause.lowerBound, visit.lowerBound)).last(where: { view.isVerb($0) }),
      subjects.subjects[verb]?.entities == [bound.parts[index].entity],
      let guests = object(of: verb, before: visit.lowerBound).map({ view.mentions[$0].entities }), guests.count == 1,
      drafts[guests[0]].kind == .person, let country = drafts[guests[0]].country, country != home
    else { return }
    bound.parts[index].entity = guests[0]
  }

  /// Who does what a masdar behind «لـ» and with a pronoun is the purpose of.
  func purpose(of head: Int, _ clause: Range<Int>) -> [Int]? {
    let proclitics = proclitics(ofNoun: head)
    guard proclitics.contains(.la), !proclitics.contains(.al),
      let verb = (clause.lowerBound..<max(clause.lowerBound, head)).last(where: { view.isVerb($0) }),
      let entities = subjects.subjects[verb]?.entities, !entities.isEmpty
    else { return nil }
    return entities
  }

  /// «أجرى محادثات مع نظيره لتحذيره»: the person named last whom those who act have to do with.
  func partner(of doers: [Int], _ enclitic: Enclitic, _ tokens: Range<Int>) -> [Int] {
    let mention = view.mentions(before: tokens.upperBound).last { mention in
      mention.tokens.lowerBound >= tokens.lowerBound && mention.entities.count == 1
        && mention.isFeminine == (enclitic == .ha)
        && mention.entities.allSatisfy { drafts[$0].kind == .person && !doers.contains($0) }
    }
    return [.hu, .ha].contains(enclitic) ? mention?.entities ?? [] : []
  }

  /// «دعا الرئيس نظيره إلى زيارة موسكو», «تدعوهم لزيارة المدينة»: those of whom a verb of request asks something.
  private func asked(by verb: Int, before head: Int) -> [Int] {
    guard isOf([.request], verb) else { return [] }
    // «دعاه» is no word for preachers where it is a verb.
    let reading = text.analyses(of: verb).first { $0.enclitic != nil && !view.knowledge.verbs.entries($0.stem).isEmpty }
    if let enclitic = reading?.enclitic {
      // «سلمه رسالة دعاه فيها»: who asks is told before, too, and asks somebody else.
      let host = subjects.subjects[verb]?.entities ?? subjects.antecedent(of: enclitic, before: verb)
      let sentence = text.sentences[text.sentence(of: verb)].tokens
      let partner = partner(of: host, enclitic, sentence.lowerBound..<verb)
      return partner.isEmpty ? subjects.antecedent(of: enclitic, before: verb, besides: host) : partner
    }
    return object(of: verb, before: head).map { view.mentions[$0].entities } ?? []
  }

  /// «اتهم الرئيس المستشار بالتفريط بعد مكالمته مع نظيره»: who is asked or accused of something, where a pronoun stands in what that is.
  func controlled(_ enclitic: Enclitic, before head: Int, _ clause: Range<Int>) -> [Int]? {
    guard enclitic == .hu || enclitic == .ha,
      let verb = (clause.lowerBound..<max(clause.lowerBound, head)).last(where: { view.isVerb($0) }),
      isOf([.request, .accuse], verb), let number = object(of: verb, before: head)
    else { return nil }
    let mention = view.mentions[number]
    guard
      subjects.agrees(mention.entities, isFeminine: enclitic == .ha, number: .singular),
      (mention.tokens.upperBound..<max(mention.tokens.upperBound, head)).contains(where: { token in
        view.slot(token) == .to || text.analyses(of: token).contains { $0.stem != .none && $0.proclitics.contains(.ba) }
      })
    else { return nil }
    return mention.entities
  }

  /// Whether a verb is a trigger of some type that takes the other side for its object.
  private func isOf(_ types: [EventType], _ verb: Int) -> Bool {
    view.verbs[verb]?.contains { entry in
      view.knowledge.triggers.verbs[entry.lexeme]?.contains {
        let row = view.knowledge.triggers.triggers[$0]
        return types.contains(row.type) && row.frame[.object] == .recipient
      } ?? false
    } ?? false
  }

  /// The first bare mention behind a verb that is not its subject.
  private func object(of verb: Int, before head: Int) -> Int? {
    let subject = subjects.subjects[verb]?.mention
    return view.arguments(from: verb + 1, to: head) { view.isVerb($0) }
      .first { $0.slot == nil && !$0.isJoined && $0.mention != subject }?.mention
  }

  /// «دعوة للوفد بزيارة المدينة», «توصية للنواب بوجوب زيارة المخيم», «وجه له الدعوة لزيارة موسكو»: those of whom a noun of request
  /// asks a visit.
  ///
  /// - Returns: Whether there is such a noun: who asks is not who comes.
  func fillInvited(before head: Int, _ clause: Range<Int>, _ frame: Frame, _ bound: inout Bound) -> Bool {
    guard frame.isVisit, bound.parts.allSatisfy({ $0.role == .recipient }), head - 1 > clause.lowerBound else {
      return false
    }
    if let mention = view.mentions(before: head).last(where: { $0.tokens.upperBound <= head }),
      mention.tokens.lowerBound > clause.lowerBound, head - mention.tokens.upperBound <= 2
    {
      let start = mention.tokens.lowerBound - (mention.proclitics.contains(.la) ? 1 : 2)
      if start >= clause.lowerBound, asksFor(start), mention.proclitics.contains(.la) || view.slot(start + 1) == .to {
        fill(.subject, mention.entities, frame, &bound)
        return true
      }
    }
    guard asksFor(head - 1), let verb = (clause.lowerBound..<head).last(where: { view.isVerb($0) }) else {
      return false
    }
    let host = subjects.subjects[verb]?.entities ?? []
    for token in verb + 1..<max(verb + 1, head - 1) {
      guard let (slot, pronoun) = boundPronoun(token), slot == .to else { continue }
      let guests = subjects.antecedent(of: pronoun, before: token, besides: host)
      if guests.count == 1 { fill(.subject, guests, frame, &bound) }
      return true
    }
    let named = view.arguments(from: verb + 1, to: head - 1) { view.isVerb($0) }.first { $0.slot == .to }
    if let named { fill(.subject, view.mentions[named.mention].entities, frame, &bound) }
    return named != nil
  }

  /// Whether a noun of request stands at a token.
  private func asksFor(_ noun: Int) -> Bool {
    guard view.mentionAt[noun] < 0 else { return false }
    if text.analyses(of: noun).contains(where: { view.knowledge.words.isRequest($0.stem) }) { return true }
    return view.knowledge.triggers.nouns.longest(in: text, at: noun, limit: noun + 1)?.values
      .contains { view.knowledge.triggers.triggers[$0.trigger].type == .request } ?? false
  }

  /// «استضافت جنيف محادثات», «غادر الوزير موسكو بعد زيارة»: where a contact was, and whom a visit was paid to, as the verb before
  /// it tells.
  func takeScene(of verb: Int, _ head: Int, _ frame: Frame, _ bound: inout Bound) {
    if bound.place == nil, isHosting(verb) {
      bound.place = subjects.subjects[verb]?.entities.first { places.isSite($0) }
    }
    // Where somebody leaves is no recipient of his leaving.
    let departs =
      view.verbs[verb]?.contains { entry in
        view.knowledge.triggers.verbs[entry.lexeme]?.contains { row in
          let frame = view.knowledge.triggers.triggers[row].frame
          return frame.isVisit && frame[.object] == .topic
        } ?? false
      } ?? false
    guard departs else { return }
    let left = view.arguments(from: verb + 1, to: head) { view.isVerb($0) }.first { argument in
      (argument.slot == nil || argument.slot == .from) && argument.mention != subjects.subjects[verb]?.mention
        && view.mentions[argument.mention].entities.allSatisfy { places.isSite($0) }
    }
    guard let left else { return }
    if frame.isVisit {
      if bound.parts.allSatisfy({ $0.role == .actor }) {
        fill(.to, view.mentions[left.mention].entities, frame, &bound)
      }
    } else if bound.place == nil, frame[.with]?.role == .both, view.slot(head - 1) == .during {
      // «غادر الوفد القاهرة بعد لقاء مع الوزير»
      bound.place = view.mentions[left.mention].entities.first
    }
  }
}
