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
        var entities = subjects.subjects[light.token]?.entities ?? []
        if entities.isEmpty, slot == .object { entities = sufferers(behind: light.token, before: head) }
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
    // «رفض إيران طلب الولايات المتحدة»: whose the request is that is turned down.
    if frame[.object] == .topic, frame[.to] == .recipient, bound.filled.contains(.genitive), !bound.filled.contains(.to)
    {
      fill(.to, asking(from: after, to: end), frame, &bound)
    }
    // «تناول اللقاء العلاقات الثنائية بين البلدين»: a noun in between has the pair as its own.
    let isPair = !frame.isVisit || arguments.first { $0.slot == .between }?.distance == 0
    arguments.removeAll {
      $0.slot == nil || $0.slot == .between && ($0.distance > 2 || !isPair)
        || $0.slot == .from && frame.isVisit && isOfOtherNoun($0, behind: tokens.upperBound)
    }
    if let relative = relativeLight(tokens, clause) {
      bound.governor = relative.token
      if let slot = relative.slot {
        let entities = subject(ofRelative: relative.token, before: head, isVisit: frame.isVisit)
        fill(frame[slot] == nil && slot == .subject ? .genitive : slot, entities, frame, &bound)
        if isHosting(relative.token), let host = entities.first(where: { places.isSite($0) }) { bound.place = host }
      }
      end = view.clause(of: relative.token).upperBound
      arguments += view.arguments(from: relative.token + 1, to: end) { view.isVerb($0) || isTrigger($0) }
        .filter { $0.slot != nil }
    } else if bound.parts.isEmpty || light != nil, let verb = gatherer(after: tokens, frame, isTrigger) {
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
    let isInvited = fillInvited(before: head, clause, frame, &bound)
    if light == nil, bound.governor == nil, !isInvited { fillController(of: head, clause, frame, &bound) }
    if bound.governor == nil { fillCounterpart(before: head, frame, &bound) }
    takeGuest(of: tokens, enclitic, clause, frame, &bound)
    locate(head, frame, isTrigger, &bound)
    if let verb = (clause.lowerBound..<max(clause.lowerBound, head)).last(where: { view.isVerb($0) }) {
      takeScene(of: verb, head, frame, &bound)
    }
    return bound
  }

  /// «زيارة عدن بعد تحريرها من المسلحين»: whether a preposition is that of another noun, with a pronoun, right before it.
  private func isOfOtherNoun(_ argument: SyntaxView.Argument, behind end: Int) -> Bool {
    let noun = view.mentions[argument.mention].tokens.lowerBound - 2
    guard argument.gap == 0, noun >= end, view.mentionAt[noun] < 0 else { return false }
    return text.analyses(of: noun).contains { $0.stem != .none && $0.enclitic != nil }
  }

  /// «بحث كيري القضية خلال المفاوضات التي أجراها مع نظيره»: the subject of a verb that takes an event noun up; where none is told
  /// behind it, whoever the sentence is about.
  private func subject(ofRelative verb: Int, before head: Int, isVisit: Bool) -> [Int] {
    if let entities = subjects.subjects[verb]?.entities, !entities.isEmpty { return entities }
    // «آخر زيارة قام بها إلى موسكو»
    let isBound = verb + 1 < text.tokens.count && boundPronoun(verb + 1) != nil
    let next = isBound ? verb + 2 : verb + 1
    guard let form = view.verbs[verb]?.first?.form, form.person == 3, !form.isPassive,
      isBound || text.analyses(of: verb).contains(where: { $0.enclitic == .ha || $0.enclitic == .hu }),
      next < text.tokens.count, namesNobody(next)
    else { return [] }
    let pronoun: Enclitic = form.isFeminine ? .ha : form.number == .plural ? .hum : .hu
    // «رحلة قام بها إلى الأردن»: no body travels.
    return subjects.antecedent(of: pronoun, before: head).filter { !isVisit || subjects.isPerson([$0]) }
  }

  /// Whether nobody is named at a token who could be the subject of the verb before it.
  private func namesNobody(_ token: Int) -> Bool {
    if view.slot(token) != nil || text.tokens[token].kind == .punctuation || view.isTime[token] { return true }
    return view.mentionAt[token] >= 0
      && !view.mentions[Int(view.mentionAt[token])].proclitics.isDisjoint(with: .prepositions)
  }
}
