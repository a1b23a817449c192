internal import ArabicText
internal import EventModel

/// Arguments of event nouns.
extension ArgumentBinder {
  /// Binds the arguments of an event noun: its genitive, pronoun, adjectives and prepositions, and the subject of its light
  /// verb.
  func bind(noun tokens: Range<Int>, enclitic: Enclitic?, _ frame: Frame, isTrigger: (Int) -> Bool) -> Bound {
    var bound = Bound()
    guard let head = tokens.first else { return bound }
    let clause = view.clause(of: head)
    // A trigger such as «طلب من» ends in a preposition of its own.
    let after = tokens.count > 1 && view.slot(tokens.upperBound - 1) != nil ? tokens.upperBound - 1 : tokens.upperBound
    let light = lightVerb(of: head, clause)
    if let enclitic, let purpose = purpose(of: head, clause) {
      // «وصل للقائه»: who came meets somebody else.
      let named = subjects.antecedent(of: enclitic, before: head).filter { !purpose.contains($0) }
      let met = named.isEmpty ? partner(of: purpose, enclitic, clause.lowerBound..<head) : named
      if !met.isEmpty {
        fill(frame[.object] != nil ? .object : .genitive, met, frame, &bound)
        fill(frame[.subject] != nil ? .subject : .genitive, purpose, frame, &bound)
      }
    }
    let doers = light.flatMap { $0.verb.subject == .subject ? subjects.subjects[$0.token]?.entities : nil } ?? []
    if after == tokens.upperBound, bound.parts.isEmpty {
      // «قرر الاتحاد دعم المعارضة»: those who complete the noun have it done to them, where the verb tells who does it.
      let isSuffered = !doers.isEmpty && enclitic == nil && frame[.genitive] == .actor && frame[.object] == .recipient
      bindGenitive(tokens, enclitic, isSuffered ? frame.suffered : frame, clause, &bound)
    }
    if let light {
      bound.governor = light.token
      bound.lightStatus = light.verb.status
      if let slot = light.verb.subject {
        let entities = subjects.subjects[light.token]?.entities ?? []
        // The light verb's subject is not the noun's own argument.
        fill(slot, entities.filter { entity in !bound.parts.contains { $0.entity == entity } }, frame, &bound)
      }
    }
    var end = clause.upperBound
    var arguments = view.arguments(from: after, to: end) { view.isVerb($0) || isTrigger($0) }
    // «استقبال وزير الخارجية وكيل الوزارة»: a second bare mention is the object of a masdar.
    if frame[.object] != nil, bound.filled.contains(.genitive),
      let second = arguments.first(where: { argument in
        argument.slot == nil && !argument.isJoined && !isOwner(argument)
          && !view.mentions[argument.mention].entities.contains { takesPart($0, bound) }
      })
    {
      fill(.object, joined(second, arguments), frame, &bound)
      if isDoer(before: second, frame, bound) { turnIntoDoers(&bound) }
    } else if bound.filled.contains(.genitive),
      let target = arguments.first(where: { $0.slot == .to && !$0.isJoined && $0.gap <= 1 }),
      isDoer(before: target, frame, bound)
    {
      turnIntoDoers(&bound)
    } else if enclitic == nil, let first = arguments.first, first.slot == nil,
      isDoer(beforeUnnamed: first, frame, bound)
    {
      turnIntoDoers(&bound)
    }
    // «تناول اللقاء العلاقات الثنائية بين البلدين»: a noun in between has the pair as its own.
    arguments.removeAll { $0.slot == nil || $0.slot == .between && $0.distance > 2 }
    if let relative = relativeLight(tokens.upperBound, clause) {
      bound.governor = relative.token
      if let slot = relative.slot {
        let entities = subject(ofRelative: relative.token, before: head)
        fill(frame[slot] == nil && slot == .subject ? .genitive : slot, entities, frame, &bound)
        if isHosting(relative.token), let host = entities.first(where: { places.isSite($0) }) { bound.place = host }
      }
      end = view.clause(of: relative.token).upperBound
      arguments += view.arguments(from: relative.token + 1, to: end) { view.isVerb($0) || isTrigger($0) }
        .filter { $0.slot != nil }
    } else if bound.parts.isEmpty, let verb = gatherer(after: tokens, isTrigger) {
      fillGathered(by: verb, head, frame, isTrigger, &bound)
      arguments = []
    } else if light == nil, bound.parts.isEmpty, let verb = laterLight(after: tokens, frame, isTrigger) {
      bound.governor = verb
      arguments = view.arguments(from: verb + 1, to: view.clause(of: verb).upperBound) {
        view.isVerb($0) || isTrigger($0)
      }.filter { $0.slot == .between }
    } else if let light {
      // «أجرى مع نظيره محادثات»: arguments between the light verb and its noun.
      arguments += view.arguments(from: light.token + 1, to: head) { _ in false }.filter {
        $0.slot != nil && $0.slot != .to || $0.slot == .with
      }
    }
    if frame[.between]?.role != nil, let pronoun = betweenThem(after..<max(after, end)) {
      fill(.between, subjects.antecedent(of: pronoun.enclitic, before: pronoun.token), frame, &bound)
      bound.filled.remove(.between)
    }
    fillPrepositions(arguments, after: tokens.upperBound - 1, frame, &bound)
    if bound.parts.count == 1 {
      fillBoundPronouns(after: (light?.token ?? head)..<tokens.upperBound, frame, isTrigger, &bound)
    }
    // «شجب الممارسات الإسرائيلية بحق الفلسطينيين»
    if frame.isBlame, frame[.genitive] == .recipient, bound.filled.isDisjoint(with: [.genitive, .object]) {
      let countries = blamed(from: after, to: end) { $0 == after && self.isPlainlyDefinite($0) }
      fill(.genitive, countries, frame, &bound)
      if !countries.isEmpty { arguments.removeAll { $0.slot.map { frame[$0] == .recipient } ?? false } }
    }
    // «تعرض الجيش لهجوم من حزب الله»
    if light?.verb.subject == .object, frame[.from] == nil, let doer = arguments.first(where: { $0.slot == .from }) {
      fill(.subject, joined(doer, arguments), frame, &bound)
    }
    if frame.isBlame, frame[.to] == .recipient, bound.filled.isDisjoint(with: [.to, .object]) {
      fill(.to, blamed(from: after, to: end) { self.isNounBehindLa($0) }, frame, &bound)
    }
    if frame[.subject] != nil, bound.filled.isDisjoint(with: [.subject, .genitive]) {
      fill(.subject, lightNounGenitive(before: head, clause), frame, &bound)
      if bound.filled.isDisjoint(with: [.subject, .genitive]) {
        fill(.subject, lightMasdarGenitive(before: head, clause), frame, &bound)
      }
      if tokens.count > 1, view.slot(head) != nil { fill(.subject, topic(before: head), frame, &bound) }
    }
    if light == nil, bound.governor == nil { fillController(of: head, clause, frame, &bound) }
    fillInvited(before: head, clause, frame, &bound)
    locate(head, frame, isTrigger, &bound)
    if let verb = (clause.lowerBound..<max(clause.lowerBound, head)).last(where: { view.isVerb($0) }) {
      takeScene(of: verb, head, frame, &bound)
    }
    return bound
  }

  /// «دعوة للوفد بزيارة المدينة», «توصية للنواب بوجوب زيارة المخيم»: those of whom a noun of request asks a visit.
  private func fillInvited(before head: Int, _ clause: Range<Int>, _ frame: Frame, _ bound: inout Bound) {
    guard frame.isVisit, bound.parts.allSatisfy({ $0.role == .recipient }),
      let mention = view.mentions(before: head).last(where: { $0.tokens.upperBound <= head }),
      mention.tokens.lowerBound > clause.lowerBound, head - mention.tokens.upperBound <= 2,
      mention.proclitics.contains(.la),
      case let noun = mention.tokens.lowerBound - 1, view.mentionAt[noun] < 0,
      let match = view.knowledge.triggers.nouns.longest(in: text, at: noun, limit: noun + 1),
      match.values.contains(where: { view.knowledge.triggers.triggers[$0.trigger].type == .request })
    else { return }
    fill(.subject, mention.entities, frame, &bound)
  }

  /// «استضافت جنيف محادثات», «غادر الوزير موسكو بعد زيارة»: where a contact was, and whom a visit was paid to, as the verb before
  /// it tells.
  private func takeScene(of verb: Int, _ head: Int, _ frame: Frame, _ bound: inout Bound) {
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
    guard departs, frame.isVisit, bound.parts.allSatisfy({ $0.role == .actor }) else { return }
    let left = view.arguments(from: verb + 1, to: head) { view.isVerb($0) }.first { argument in
      (argument.slot == nil || argument.slot == .from) && argument.mention != subjects.subjects[verb]?.mention
        && view.mentions[argument.mention].entities.allSatisfy { places.isSite($0) }
    }
    if let left { fill(.to, view.mentions[left.mention].entities, frame, &bound) }
  }

  /// «أن الوزير ومستشاريه كانوا على اتصال بالوسطاء»: those right before a phrase that tells in what state they are.
  private func topic(before head: Int) -> [Int] {
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
  private func lightNounGenitive(before head: Int, _ clause: Range<Int>) -> [Int] {
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

  /// «فرض واشنطن عقوبات على شركات», «توقيع موسكو اتفاقا مع بكين»: those who complete a masdar that adds nothing to the event
  /// noun, which is its object.
  private func lightMasdarGenitive(before head: Int, _ clause: Range<Int>) -> [Int] {
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

  /// «قال الوزير خلال مؤتمر صحافي مع نظيره», «توجه الوفد إلى مسقط للتباحث مع المبعوث», «خلال زيارة إلى الكويت»: who does
  /// what the clause tells takes part in what it was done at or for, unless the noun says who did it.
  private func fillController(of head: Int, _ clause: Range<Int>, _ frame: Frame, _ bound: inout Bound) {
    // «وصل الوزير إلى القاهرة للقاء نظيره»: who is to be met completes the noun.
    let isMeeting = bound.filled == [.genitive] && bound.parts.count == 1 && frame[.subject]?.role == .both
    guard isMeeting || bound.filled.isDisjoint(with: [.genitive, .subject, .between, .from]),
      let slot: FunctionWords.Slot = frame[.subject] != nil ? .subject : frame[.genitive] != nil ? .genitive : nil
    else { return }
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
    return text.analyses(of: head - 1).contains {
      $0.proclitics == .la && view.knowledge.triggers.lightMasdars.contains($0.stem)
    }
  }

  /// Who does what a masdar behind «لـ» and with a pronoun is the purpose of.
  private func purpose(of head: Int, _ clause: Range<Int>) -> [Int]? {
    let proclitics = proclitics(ofNoun: head)
    guard proclitics.contains(.la), !proclitics.contains(.al),
      let verb = (clause.lowerBound..<max(clause.lowerBound, head)).last(where: { view.isVerb($0) }),
      let entities = subjects.subjects[verb]?.entities, !entities.isEmpty
    else { return nil }
    return entities
  }

  /// «أجرى محادثات مع نظيره لتحذيره»: the person named last whom those who act have to do with.
  private func partner(of doers: [Int], _ enclitic: Enclitic, _ tokens: Range<Int>) -> [Int] {
    let mention = view.mentions(before: tokens.upperBound).last { mention in
      mention.tokens.lowerBound >= tokens.lowerBound && mention.entities.count == 1
        && mention.isFeminine == (enclitic == .ha)
        && mention.entities.allSatisfy { drafts[$0].kind == .person && !doers.contains($0) }
    }
    return [.hu, .ha].contains(enclitic) ? mention?.entities ?? [] : []
  }

  /// «دعا الرئيس نظيره إلى زيارة موسكو», «تدعوهم لزيارة المدينة»: those of whom a verb of request asks something.
  private func asked(by verb: Int, before head: Int) -> [Int] {
    let asks =
      view.verbs[verb]?.contains { entry in
        view.knowledge.triggers.verbs[entry.lexeme]?.contains {
          let row = view.knowledge.triggers.triggers[$0]
          return row.type == .request && row.frame[.object] == .recipient
        } ?? false
      } ?? false
    guard asks else { return [] }
    if let enclitic = text.analyses(of: verb).first(where: { $0.stem != .none })?.enclitic {
      return subjects.antecedent(of: enclitic, before: verb)
    }
    let subject = subjects.subjects[verb]?.mention
    let object = view.arguments(from: verb + 1, to: head) { view.isVerb($0) }
      .first { $0.slot == nil && !$0.isJoined && $0.mention != subject }
    return object.map { view.mentions[$0.mention].entities } ?? []
  }

  /// Whether a token is a noun with the article and no preposition.
  private func isPlainlyDefinite(_ token: Int) -> Bool {
    text.analyses(of: token).first { $0.stem != .none }?.proclitics == .al
  }

  /// «بحث كيري القضية خلال المفاوضات التي أجراها مع نظيره»: the subject of a verb that takes an event noun up; where none is told
  /// behind it, whoever the sentence is about.
  private func subject(ofRelative verb: Int, before head: Int) -> [Int] {
    if let entities = subjects.subjects[verb]?.entities, !entities.isEmpty { return entities }
    guard let form = view.verbs[verb]?.first?.form, form.person == 3, !form.isPassive,
      text.analyses(of: verb).contains(where: { $0.enclitic == .ha || $0.enclitic == .hu }),
      verb + 1 < text.tokens.count, view.slot(verb + 1) != nil || text.tokens[verb + 1].kind == .punctuation
    else { return [] }
    let pronoun: Enclitic = form.isFeminine ? .ha : form.number == .plural ? .hum : .hu
    return subjects.antecedent(of: pronoun, before: head)
  }

  /// «المباحثات التي جرت بينهما», «الاتفاق بينها وبين الدول الكبرى»: the first بين with a pronoun of two, or of one before another
  /// بين.
  private func betweenThem(_ tokens: Range<Int>) -> (token: Int, enclitic: Enclitic)? {
    for token in tokens where text.tokens[token].marks.meets(.preposition) {
      guard let reading = text.analyses(of: token).first(where: { view.knowledge.words.slot($0.stem) == .between }),
        let enclitic = reading.enclitic
      else { continue }
      if enclitic == .huma { return (token, enclitic) }
      let isSecond =
        token + 1 < tokens.upperBound && view.slot(token + 1) == .between
        && text.analyses(of: token + 1).contains { $0.proclitics.contains(.wa) }
      if isSecond, enclitic == .ha || enclitic == .hu { return (token, enclitic) }
    }
    return nil
  }

  /// «لمساعدة اليمن وللتصدي لمخططات إيران»: whether a bare mention completes a common noun behind a preposition.
  private func isOwner(_ argument: SyntaxView.Argument) -> Bool {
    let noun = view.mentions[argument.mention].tokens.lowerBound - 1
    guard argument.gap > 1, noun >= 0, view.mentionAt[noun] < 0, !view.isTime[noun] else { return false }
    return text.analyses(of: noun).contains {
      $0.stem != .none && !$0.proclitics.isDisjoint(with: .prepositions) && !$0.proclitics.contains(.al)
    }
  }

  func bindGenitive(
    _ tokens: Range<Int>, _ enclitic: Enclitic?, _ frame: Frame, _ clause: Range<Int>, _ bound: inout Bound
  ) {
    if let enclitic {
      let owner =
        cataphor(enclitic, at: tokens.lowerBound) ?? subjects.antecedent(of: enclitic, before: tokens.lowerBound)
      fill(.genitive, owner, frame, &bound)
      return
    }
    var index = tokens.upperBound
    var nisbas: [String] = []
    let isDefinite = proclitics(ofNoun: tokens.lowerBound).contains(.al)
    while index < clause.upperBound, view.mentionAt[index] < 0, !view.isTime[index] {
      let nisba = nisba(index)
      if let country = nisba?.country {
        nisbas.append(country)
      } else if nisba == nil,
        !text.analyses(of: index).contains(where: { view.knowledge.actors.adjectives[$0.stem] != nil })
      {
        break
      }
      index += 1
    }
    let countries = nisbas.compactMap { country in drafts.indices.first { drafts[$0].key == "country:" + country } }
    if frame.isPersonal, !isDefinite, !countries.isEmpty { return }
    if !countries.isEmpty {
      // «الغزو الروسي»: the adjective tells who did it, although a genitive would tell to whom («غزو العراق»).
      let isDoer = isDefinite && frame[.genitive] == .recipient && frame[.subject] == .actor
      let slot: FunctionWords.Slot = isDoer ? .subject : .genitive
      fill(countries.count > 1 && frame[.between] != nil ? .between : slot, countries, frame, &bound)
      return
    }
    guard !isDefinite, index == tokens.upperBound else { return }
    let arguments = view.arguments(from: index, to: clause.upperBound) { view.isVerb($0) }
    guard let first = arguments.first, first.slot == nil,
      first.gap == 0
        || first.gap == 1
          && (frame[.genitive] == .recipient || subjects.isOwned(index, by: view.mentions[first.mention]))
    else { return }
    let entities = joined(first, arguments)
    // «اجتماع الدوحة» is where it was; only a visit is paid to the government of the place.
    if frame[.genitive] == .both, entities.allSatisfy({ drafts[$0].kind == .place }) {
      bound.place = entities.first { !places.isRegion($0) }
      return
    }
    // «لزيارة الولايات المتحدة»: a place is visited, unless it goes somewhere.
    if frame.isVisit, frame[.genitive] == .actor, frame[.to] == .recipient,
      entities.allSatisfy({ drafts[$0].kind == .place || drafts[$0].kind == .country }),
      !arguments.contains(where: { $0.slot == .to })
    {
      fill(.to, entities, frame, &bound)
      return
    }
    fill(.genitive, entities, frame, &bound)
  }

  func nisba(_ token: Int) -> Nisba? {
    for analysis in text.analyses(of: token)
    where analysis.proclitics.isSubset(of: [.al, .wa]) && analysis.enclitic == nil {
      if let nisba = view.knowledge.actors.nisbas[analysis.stem] { return nisba }
    }
    return nil
  }
}
