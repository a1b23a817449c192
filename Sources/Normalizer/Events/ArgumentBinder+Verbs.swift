internal import ArabicText
internal import EventModel

/// Arguments of verbs, and of participles that are used as verbs.
extension ArgumentBinder {
  /// Binds a verb's arguments.
  ///
  /// - Parameter partner: The noun that the verb is a trigger together with, whose genitive takes part too.
  func bind(
    verb token: Int, form: VerbForm, partner: Int? = nil, _ frame: Frame, isTrigger: (Int) -> Bool
  ) -> Bound {
    var bound = Bound()
    let clause = view.clause(of: token)
    // «رفضت الحكومة طلبا من الوسيط»: the verb's own noun may look like another verb.
    var arguments = view.arguments(from: token + 1, to: clause.upperBound) {
      view.isVerb($0) && $0 != partner || isTrigger($0)
    }
    let subject = subjects.subjects[token]
    // «ضغط على الروس الذين يزورون لندن من قبل الشرطة»: who does what another verb tells.
    if frame.isVisit, subject?.entities.isEmpty == false { arguments.removeAll { $0.slot == .agent } }
    arguments.removeAll { isBracketed(view.mentions[$0.mention], after: token) }
    var bare = arguments.filter {
      $0.slot == nil && !$0.isJoined && !view.mentions[$0.mention].entities.isEmpty && !places.isApposition($0.mention)
    }
    let enclitic = text.analyses(of: token).first { $0.stem != .none }?.enclitic
    // «دربتهم الولايات المتحدة لمحاربة التنظيم»: a pronoun is the object, and who completes a noun is not.
    if enclitic != nil { bare.removeAll { subjects.completesPreposed($0) } }
    // «وسيطرتها»: a verb without an object has no pronoun, so that it is a noun.
    if enclitic != nil, frame[.object] == nil { return bound }
    var object: [Int] = []
    var actor: [Int] = subject?.entities ?? []
    if let mention = subject?.mention, bare.first?.mention == mention {
      // A meeting takes two; another verb has its subject behind it where it is the sentence's first.
      let needsObject =
        enclitic == nil
        && (lacksPeer(mention, arguments, frame)
          || frame.required.contains(.object) && (frame.isSuffered || hasSubjectBefore(token, clause, form)))
      // «اعتقلت الشرطة، وهي جهاز مستقل، ثمانية»: a body arrests and is not arrested; rebels may be driven out.
      let isDoer =
        frame.isPersonal
        && view.mentions[mention].entities.allSatisfy {
          drafts[$0].kind == .organization && drafts[$0].sector != .rebels
        }
      if bare.count == 1, needsObject, !isDoer, !isFollowedByNoun(mention, clause) {
        // One mention after a verb that needs an object: it is the object, and the subject stands before or is passive.
        object = subject?.entities ?? []
        actor =
          subjects.subject(before: token, form, other: object, inSentence: frame.isSuffered)?.entities ?? []
        if frame.isSuffered,
          isMarkedPassive(token) || suffered(actor, before: token) || tellsLosses(token, mention, arguments)
        {
          actor = []
        }
      } else {
        bare.removeFirst()
        object = bare.first.map { joined($0, arguments) } ?? []
      }
    } else {
      object = bare.first.map { joined($0, arguments) } ?? []
    }
    if object.isEmpty, enclitic != nil, view.kind(clause.lowerBound) == .relative {
      // «اليمن الذي دمرته الحرب»
      object = subjects.relativeAntecedent(clause.lowerBound)?.entities ?? []
    } else if object.isEmpty, let enclitic {
      object = subjects.antecedent(of: enclitic, before: token).filter { !actor.contains($0) }
    }
    // «قتل ثلاثة جنود على أيدي مسلحين»: where the doer is named apart, the verb is passive.
    if frame.isSuffered, arguments.contains(where: { $0.slot == .agent }) {
      object = object.isEmpty ? actor : object
      actor = []
    } else if form.isPassive || isMarkedPassive(token) || isUnmarkedPassive(token, subject, frame), object.isEmpty,
      frame[.object] != nil
    {
      object = actor
      actor = []
    } else if form.isPassive, frame[.object] == nil, frame[.by] == .recipient,
      token == 0 || !view.opensContent(token - 1)
    {
      // «أطيح به»: who is behind the preposition has it done to him, and nobody says who did it; «أن أشيد به» is the speaker.
      actor = []
    }
    // «استنكر تصريحات المالكي تجاه المملكة»: who is blamed stands before.
    if frame.isBlame, !object.isEmpty, let blamed = bare.first?.mention {
      arguments.removeAll { $0.slot == .to && $0.mention > blamed }
    }
    // «ناقش الوزيران الأزمة بين البلدين»: the topic has those between whom it is.
    if !actor.isEmpty, frame[.object] == .topic, let own = arguments.first(where: { $0.slot == .between }),
      isDefiniteNoun(before: view.mentions[own.mention].tokens.lowerBound - 1, after: token)
    {
      arguments.removeAll { $0.slot == .between }
    }
    fill(.subject, actor, frame, &bound)
    fill(.object, object, frame, &bound)
    fillPrepositions(arguments, after: token, frame, &bound)
    if bound.parts.count == 1 { fillBoundPronouns(after: token..<token + 1, frame, isTrigger, &bound) }
    if frame[.by] == .recipient, !bound.filled.contains(.by) {
      fill(.by, owners(behindBa: arguments, besides: subject?.mention), frame, &bound)
    }
    // «رفضت إيران طلب الولايات المتحدة»
    if frame[.object] == .topic, frame[.to] == .recipient, !bound.filled.contains(.to) {
      let asking = asking(from: token + 1, to: clause.upperBound)
      fill(.to, asking.filter { entity in !bound.parts.contains { $0.entity == entity } }, frame, &bound)
    }
    // «انتقد السياسة الإسرائيلية»
    if frame.isBlame, bound.filled.isDisjoint(with: [.object, .by]) {
      let countries = blamed(from: token + 1, to: clause.upperBound) { self.isBlamed($0) }
      fill(.object, countries.filter { country in !bound.parts.contains { $0.entity == country } }, frame, &bound)
    }
    if let partner, clause.contains(partner) {
      let enclitic = text.analyses(of: partner).first { $0.stem != .none }?.enclitic
      if enclitic == nil { bindGenitive(partner..<partner + 1, nil, frame, clause, &bound) }
      // «عقد الرئيس اجتماعا ضم مستشاريه»
      if let gatherer = gatherer(after: partner..<partner + 1, frame, isTrigger) {
        fillGathered(by: gatherer, partner, frame, isTrigger, &bound)
      }
    }
    locate(token, frame, isTrigger, &bound)
    return bound
  }

  /// Whether a definite noun that is nobody stands right before a preposition, its adjectives apart.
  private func isDefiniteNoun(before preposition: Int, after verb: Int) -> Bool {
    var noun = preposition - 1
    while noun > verb + 1, view.isAdjective(noun) { noun -= 1 }
    return noun > verb && view.mentionAt[noun] < 0 && view.isDefinite(noun)
  }

  /// Whether a token is a definite common noun, bare or behind ب, that can be what is blamed.
  private func isBlamed(_ token: Int) -> Bool {
    guard !view.isTime[token], !view.isVerb(token), view.kind(token) == nil, text.tokens[token].kind == .word else {
      return false
    }
    let proclitics = text.analyses(of: token).first { $0.stem != .none }?.proclitics ?? []
    return proclitics == .al || proclitics == [.ba, .al]
  }

  /// «أشاد بجهود المملكة», «ندد بسياسات إسرائيل»: those whose a thing is that ب names; what befalls them is another's deed.
  private func owners(behindBa arguments: [SyntaxView.Argument], besides subject: Int?) -> [Int] {
    let owner = arguments.first { argument in
      let mention = view.mentions[argument.mention]
      let noun = mention.tokens.lowerBound - 1
      guard argument.slot == nil, !argument.isJoined, argument.mention != subject, mention.proclitics.isEmpty,
        noun >= 0,
        view.mentionAt[noun] < 0, !view.isVerb(noun), text.tokens[noun].kind == .word,
        text.analyses(of: noun).contains(where: { $0.proclitics == .ba && $0.enclitic == nil })
      else { return false }
      let isAct = view.knowledge.triggers.nouns.longest(in: text, at: noun, limit: noun + 1) != nil
      return !isAct && !NounShape(text.text.bytes[text.tokens[noun].bytes].dropFirst(2), isDefinite: false).isMasdar
    }
    return owner.map { joined($0, arguments) } ?? []
  }

  /// Binds the arguments of a participle that is used as a verb: «وقال الوزير ...، متهما إيران بدعم المتمردين».
  func bind(participle token: Int, _ frame: Frame, isTrigger: (Int) -> Bool) -> Bound {
    var bound = Bound()
    let clause = view.clause(of: token)
    let arguments = view.arguments(from: token + 1, to: clause.upperBound) { view.isVerb($0) || isTrigger($0) }
    let actor = subjects.controller(ofParticiple: token)
    var object = arguments.first.flatMap { $0.slot == nil && $0.gap == 0 ? joined($0, arguments) : nil } ?? []
    if object.isEmpty, let enclitic = text.analyses(of: token).first(where: { $0.stem != .none })?.enclitic {
      object = subjects.antecedent(of: enclitic, before: token)
    }
    fill(.subject, actor.filter { !object.contains($0) }, frame, &bound)
    fill(.object, object, frame, &bound)
    fillPrepositions(arguments, after: token, frame, &bound)
    return bound
  }

  /// Whether someone may do what a verb says who is named before it: in its relative clause, or with a verb of its sentence.
  /// A sentence's first verb has its subject behind it.
  private func hasSubjectBefore(_ verb: Int, _ clause: Range<Int>, _ form: VerbForm) -> Bool {
    if form.isPassive || view.kind(clause.lowerBound) == .relative { return true }
    let sentence = text.sentences[text.sentence(of: verb)].tokens
    return (sentence.lowerBound..<verb).contains { token in
      view.isVerb(token) || view.complementizer(token).enclitic != nil
        || view.mentionAt[token] >= 0 && clause.contains(token)
    }
  }

  /// «الوزير الذي اعتقل في القاهرة», «إن الوزير قتل أمس»: whether a verb that needs an object has none, and its subject stands
  /// before it, so that the verb is a passive.
  private func isUnmarkedPassive(_ verb: Int, _ subject: SubjectFinder.Subject?, _ frame: Frame) -> Bool {
    guard frame.isSuffered, !frame.isBlame || view.kind(view.clause(of: verb).lowerBound) == .relative, let subject,
      subject.mention.map({ view.mentions[$0].tokens.lowerBound < verb })
        ?? (view.kind(view.clause(of: verb).lowerBound) == .relative),
      text.analyses(of: verb).first(where: { $0.stem != .none })?.enclitic == nil,
      view.verbs[verb]?.contains(where: { needsObject($0.lexeme) }) ?? false
    else { return false }
    let next = verb + 1
    let sentence = text.sentences[text.sentence(of: verb)].tokens
    guard next < sentence.upperBound, text.tokens[next].kind == .word else { return true }
    if view.isTime[next] || view.isBoundary[next] || view.kind(next) == .adverb { return true }
    if let slot = view.slot(next) { return slot == .in || slot == .during || slot == .from || slot == .agent }
    return view.mentionAt[next] < 0 && text.analyses(of: next).contains { $0.proclitics.contains(.ba) }
  }

  /// «قتل ثلاثة جنود إثر هجوم», «وقتل تسعة جنود على الأقل وشرطيان أمس في انفجار»: whether a verb that opens what is told has one
  /// party behind it, and then what befell them.
  private func tellsLosses(_ verb: Int, _ mention: Int, _ arguments: [SyntaxView.Argument]) -> Bool {
    let sentence = text.sentences[text.sentence(of: verb)].tokens
    guard verb == sentence.lowerBound || text.analyses(of: verb).allSatisfy({ $0.proclitics.isEmpty }) else {
      return false
    }
    var last = mention
    for argument in arguments.drop(while: { $0.mention != mention }).dropFirst() {
      guard argument.isJoined else { break }
      last = argument.mention
    }
    var next = view.mentions[last].tokens.upperBound
    while next < sentence.upperBound {
      if let bound = view.countBound(at: next, limit: sentence.upperBound) {
        next = bound
      } else if view.isTime[next]
        || view.slot(next) == .during && next + 1 < sentence.upperBound && view.isTime[next + 1]
      {
        next += 1
      } else {
        break
      }
    }
    guard next + 1 < sentence.upperBound, view.slot(next) == .in || isCause(next) else { return false }
    return isCause(next) && view.mentionAt[next + 1] < 0
      || view.knowledge.triggers.nouns.longest(in: text, at: next + 1, limit: text.tokens.count)?.values
        .contains { view.knowledge.triggers.triggers[$0.trigger].type == .assault } ?? false
  }

  /// «إثر», «نتيجة»: whether a word tells that what follows is the cause.
  private func isCause(_ token: Int) -> Bool {
    let word = text.text.bytes[text.tokens[token].bytes]
    return Self.causes.contains { word.elementsEqual($0.utf8) }
  }

  /// Words before the cause of what befell somebody.
  private static let causes = ["إثر", "اثر", "نتيجة", "جراء", "بسبب"]

  /// «هاجمت عناصر الحزب (أكراد سوريا) القرية»: whether a mention stands in brackets that tell who it is that is named right
  /// before them.
  private func isBracketed(_ mention: Mention, after verb: Int) -> Bool {
    let start = mention.tokens.lowerBound
    guard start > verb else { return false }
    let mark = (verb + 1..<start).last { [0x28, 0x29].contains(text.tokens[$0].mark ?? 0) }
    guard let mark, text.tokens[mark].mark == 0x28 else { return false }
    return mark > verb + 1 && view.mentionAt[mark - 1] >= 0 && view.mentionAt[mark - 1] != view.mentionAt[start]
  }

  /// «قتل النائب العام، كما قتل ثلاثة قضاة»: whether the same verb tells of some before in the sentence what was done to them.
  private func suffered(_ entities: [Int], before verb: Int) -> Bool {
    let start = text.sentences[text.sentence(of: verb)].tokens.lowerBound
    let lexemes = view.verbs[verb]?.map(\.lexeme) ?? []
    return !entities.isEmpty
      && (start..<verb).contains { token in
        view.verbs[token]?.contains { lexemes.contains($0.lexeme) } ?? false
          && subjects.subjects[token]?.entities == entities
      }
  }

  /// Whether a verb is a trigger only with an object.
  private func needsObject(_ lexeme: Int) -> Bool {
    view.knowledge.triggers.verbs[lexeme]?.contains {
      view.knowledge.triggers.triggers[$0].frame.required.contains(.object)
    } ?? false
  }

  /// «يُقتل»: whether a vowel sign tells that an imperfect is passive.
  private func isMarkedPassive(_ token: Int) -> Bool {
    guard let reading = view.verbs[token]?.first, reading.form.tense != .perfect else { return false }
    let bytes = text.text.bytes[text.tokens[token].bytes]
    return zip(bytes, bytes.dropFirst()).prefix(8).contains { $0 == 0xD9 && $1 == 0x8F }
  }

  /// «أن يزور أوباما موقع التفجير»: whether a noun that names nobody stands right behind a mention, so that it is the object.
  private func isFollowedByNoun(_ mention: Int, _ clause: Range<Int>) -> Bool {
    var end = view.mentions[mention].tokens.upperBound
    while end < clause.upperBound, view.isTime[end] || text.tokens[end].mark == 0x60C { end += 1 }
    guard end < clause.upperBound else { return false }
    // «أن تحظر السلطات نشاطها»
    let hasPronoun =
      view.mentionAt[end] < 0 && !view.isVerb(end) && view.kind(end) == nil
      && text.analyses(of: end).first { $0.stem != .none }?.enclitic != nil
    guard hasPronoun || view.isPlainNoun(end) || view.isIndefiniteNoun(end) else { return false }
    return text.analyses(of: end).first { $0.stem != .none }?.proclitics.isDisjoint(with: [.ba, .la, .ka, .wa]) ?? false
  }

  /// «الذي التقى وزير الاقتصاد»: whether the one party named behind a verb of meeting must be the other side.
  private func lacksPeer(_ mention: Int, _ arguments: [SyntaxView.Argument], _ frame: Frame) -> Bool {
    guard frame[.subject] == .both, frame[.object] == .both else { return false }
    let entities = joinedEntities(mention, arguments)
    return entities.count == 1 && entities.allSatisfy { drafts[$0].number == 1 }
      && !arguments.contains { argument in argument.slot.map { frame[$0]?.role != nil } ?? false }
  }

  private func joinedEntities(_ mention: Int, _ arguments: [SyntaxView.Argument]) -> [Int] {
    arguments.first { $0.mention == mention }.map { joined($0, arguments) } ?? []
  }
}
