internal import ArabicText
internal import EventModel

/// Finds where an event was: the places that the clauses around its trigger name behind في and ب.
struct PlaceFinder {
  let view: SyntaxView
  let drafts: EntityDrafts

  private var text: TokenizedText { view.text }

  /// Whether a place lies in several countries, as continents do: too vague to say where something was. A city is none,
  /// whosever it is.
  func isRegion(_ entity: Int) -> Bool {
    guard drafts[entity].kind == .place, let known = drafts[entity].known.map({ view.knowledge.actors.known[$0] })
    else {
      return false
    }
    return known.country == nil && known.placeKind != "city"
  }

  /// «مدينة زنجبار، عاصمة محافظة أبين»: whether a mention tells more of the place named right before it, which without a
  /// comma only a word for a capital does.
  func isApposition(_ mention: Int) -> Bool {
    let start = view.mentions[mention].tokens.lowerBound
    let hasComma = start > 0 && text.tokens[start - 1].mark == 0x60C
    let end = hasComma ? start - 1 : start
    guard end > 0, hasComma || view.mentions[mention].rule.hasSuffix("capital"), view.mentionAt[end - 1] >= 0 else {
      return false
    }
    let before = view.mentions[Int(view.mentionAt[end - 1])]
    return isPlace(view.mentions[mention].entities) && isPlace(before.entities)
      && view.mentions[mention].proclitics.isEmpty
  }

  /// The place of an event: one that its own clause names, else one of the clauses before it in the sentence.
  ///
  /// - Parameters:
  ///   - head: The first token of the trigger.
  ///   - governor: Its light verb, which may stand in another clause.
  func place(of head: Int, governor: Int?, _ frame: Frame, isTrigger: (Int) -> Bool) -> Int? {
    let own = view.clause(of: head)
    if let place = place(in: own, head: head, frame, isTrigger) { return place }
    // «المحادثات بين البلدين جرت في تركيا»
    if let governor, governor > head, let place = place(in: view.clause(of: governor), head: governor, frame, isTrigger)
    {
      return place
    }
    if let governor, !own.contains(governor),
      let place = place(in: view.clause(of: governor), head: governor, frame, isTrigger)
    {
      return place
    }
    let governing = governor.map { view.clause(of: $0).lowerBound } ?? own.lowerBound
    return fronted(before: min(own.lowerBound, governing), frame)
  }

  /// «وفي إثيوبيا، سيلتقي أوباما رئيس الوزراء», «وفي الدوحة من المقرر أن يلتقي»: the place that the sentence opens with, right
  /// before the trigger's clause or what tells whether it will be.
  private func fronted(before clause: Int, _ frame: Frame) -> Int? {
    let sentence = text.sentences[text.sentence(of: clause)].tokens
    guard !frame.isStatement, clause - sentence.lowerBound <= 6,
      let argument = view.arguments(from: sentence.lowerBound, to: clause, stop: { _ in false }).first,
      argument.slot == .in, argument.gap == 0
    else { return nil }
    let mention = view.mentions[argument.mention]
    let opens = mention.tokens.lowerBound - sentence.lowerBound <= 2
    let end = mention.tokens.upperBound
    let next = end < clause && text.tokens[end].mark == 0x60C ? end + 1 : end
    guard opens, next == clause || isModal(next..<clause), let entity = mention.entities.first,
      mention.entities.allSatisfy({ isSite($0) })
    else { return nil }
    return entity
  }

  /// «من المقرر», «ينتظر»: whether tokens only tell that something is expected or planned.
  private func isModal(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    let modality = view.knowledge.modality
    if let phrase = modality.phrases.longest(in: text, at: first, limit: tokens.upperBound) {
      return phrase.end == tokens.upperBound
    }
    return tokens.count == 1 && view.verbs[first]?.contains { modality.verbs[$0.lexeme] != nil } ?? false
  }

  /// The best place of a clause: a city or the like before a country, one behind the trigger before one ahead of it, the
  /// nearest first.
  private func place(
    in clause: Range<Int>, head: Int, _ frame: Frame, _ isTrigger: (Int) -> Bool
  ) -> Int? {
    var best: (entity: Int, rank: Int)?
    for argument in view.arguments(from: clause.lowerBound, to: clause.upperBound, stop: { _ in false }) {
      let mention = view.mentions[argument.mention]
      guard let entity = mention.entities.first, mention.entities.allSatisfy({ isSite($0) }),
        stands(argument, mention, head, frame, isTrigger)
      else { continue }
      let isBehind = mention.tokens.lowerBound > head
      let isCountry = drafts[entity].kind == .country
      let distance = isBehind ? mention.tokens.lowerBound - head : head - mention.tokens.lowerBound
      // «بمكتبه بديوان الوزارة»: a name tells more than whose house it is.
      let isOwned = mention.rule.hasPrefix("place-owned")
      let rank = (isCountry ? 4000 : isOwned ? 2000 : 0) + (isBehind ? 0 : 1000) + min(999, distance)
      if best.map({ rank < $0.rank }) ?? true { best = (entity, rank) }
    }
    return best?.entity
  }

  private func isPlace(_ entities: [Int]) -> Bool {
    !entities.isEmpty && entities.allSatisfy { drafts[$0].kind == .place }
  }

  /// Whether an entity can be where an event was: a country, or a place inside one.
  func isSite(_ entity: Int) -> Bool {
    drafts[entity].kind == .country || drafts[entity].kind == .place && !isRegion(entity)
  }

  /// Whether an argument says where the trigger's event was: behind في or ب, and no part of a noun phrase that tells what
  /// it was about.
  private func stands(
    _ argument: SyntaxView.Argument, _ mention: Mention, _ head: Int, _ frame: Frame, _ isTrigger: (Int) -> Bool
  ) -> Bool {
    let start = mention.tokens.lowerBound
    let isCountry = mention.entities.contains { drafts[$0].kind == .country }
    // «قتل الجيش عشرين مسلحا شمال بغداد».
    if mention.proclitics.isEmpty, isLocated(start) {
      return start > head && frame[.object] != .topic && !frame.isStatement && !crosses(head, start, isTrigger)
        && !belongsToOther(start, head, isTrigger)
    }
    // «في شوارع بغداد» is there, «في شؤون سوريا» is not, and further words have the preposition for themselves.
    guard argument.gap <= (isCountry ? 0 : 1) || argument.slot == .by else { return false }
    let isFree: Bool
    switch argument.slot {
    case .in: isFree = !argument.isAttached
    case .at where frame[.at]?.role == nil, .on where frame[.on] == nil, .from where frame[.from] == nil:
      return !isCountry && start > head && argument.gap == 0 && isThere(argument, mention, frame)
        && !crosses(head, start, isTrigger) && !belongsToOther(start, head, isTrigger)
    case .by where frame[.by]?.role == nil || !isCountry:
      // «حذرها من استخدام السلاح في حربها بأوكرانيا»: the war is there.
      isFree = argument.gap == 0 && !(frame.isStatement && isCommonNoun(start - 1, from: head))
    default: return false
    }
    if isCountry { return isFree && !argument.isJoined && start > head && !crosses(head, start, isTrigger) }
    if isFree { return !belongsToOther(start, head, isTrigger) }
    if start > head, argument.slot == .in, isInSetting(start, head, isTrigger) { return true }
    // «زار بيت الشباب في الرياض»: the noun is what the trigger has for its argument; what is discussed is elsewhere.
    guard start > head, frame.isAttendance || frame[.object] != .topic, !frame.isStatement,
      !isOfTopic(start, head, frame)
    else { return false }
    return frame.happensAtRecipient || !crosses(head, start, isTrigger)
  }

  /// «عند المعبر», «على الحدود التركية», «انسحب من المدينة», «نقل الأسرى من القاعدة»: whether other prepositions than في tell
  /// where something was; not «السفير لدى بغداد» and «ثلاثة رجال من بغداد».
  private func isThere(_ argument: SyntaxView.Argument, _ mention: Mention, _ frame: Frame) -> Bool {
    let preposition = mention.tokens.lowerBound - 1
    guard preposition > 0 else { return false }
    return switch argument.slot {
    case .at?: !text.text.bytes[text.tokens[preposition].bytes].elementsEqual("لدى".utf8)
    case .on?: mention.rule.hasSuffix(":border")
    case .from?: frame.isDeparture && !view.isIndefiniteNoun(preposition - 1)
    default: false
    }
  }

  /// Whether words right before a place say that something was there: «بالقرب من الرمادي», «في مختلف أحياء حلب», but not
  /// «من شمال العراق».
  private func isLocated(_ start: Int) -> Bool {
    var index = start - 1
    // «بالقرب من», «إلى الشمال من».
    let isDefinite = index > 0 && view.slot(index) == .from
    if isDefinite { index -= 1 }
    let last = index
    while index >= 0, view.mentionAt[index] < 0,
      text.analyses(of: index).contains(where: { analysis in
        view.knowledge.words.isLocative(analysis.stem) && analysis.enclitic == nil
          && analysis.proclitics.contains(.al) == isDefinite
      })
    {
      index -= 1
    }
    return index < last && (isDefinite || index < 0 || view.slot(index) != .from && view.slot(index) != .to)
  }

  /// Whether a word behind the trigger is a noun that is no name, time or function word.
  private func isCommonNoun(_ token: Int, from head: Int) -> Bool {
    token > head && text.tokens[token].kind == .word && view.mentionAt[token] < 0 && !view.isTime[token]
      && !view.isVerb(token) && (view.kind(token) ?? .noun) == .noun && view.slot(token) == nil
  }

  /// «نددت بالهجوم الإرهابي في المدينة»: whether a place stands right behind another event noun, whose place it is.
  private func belongsToOther(_ start: Int, _ head: Int, _ isTrigger: (Int) -> Bool) -> Bool {
    var index = view.slot(start - 1) == .in ? start - 2 : start - 1
    while index > head, view.isAdjective(index) { index -= 1 }
    return index > head && isTrigger(index) && !isSetting(index)
  }

  /// «خلال زيارة», «في اجتماع»: whether an event noun says at what the trigger's event was.
  private func isSetting(_ noun: Int) -> Bool {
    switch view.slot(noun - 1) {
    case .during?, .in?, .at?: true
    default: view.mentionAt[noun - 1] < 0 && view.slot(max(0, noun - 2)) == .on
    }
  }

  /// «أطلعه على الأوضاع في القطاع»: whether the noun that a place belongs to stands behind the preposition of a topic.
  private func isOfTopic(_ start: Int, _ head: Int, _ frame: Frame) -> Bool {
    var index = start - 2
    while index > head, !view.isBoundary[index] {
      if let slot = view.slot(index) { return frame[slot] == .topic }
      index -= 1
    }
    return false
  }

  /// «بحثا الأزمة على هامش القمة في نيودلهي»: whether a place is that of an occasion at which the trigger's event was.
  private func isInSetting(_ start: Int, _ head: Int, _ isTrigger: (Int) -> Bool) -> Bool {
    var index = start - 2
    while index > head, !view.isBoundary[index], !view.isVerb(index) {
      if isTrigger(index) { return view.slot(index - 1) != .in && isSetting(index) }
      index -= 1
    }
    return false
  }

  /// «المحادثات بين البلدين جرت في تركيا»: whether a verb only says that what the event noun before it tells took place.
  private func tellsOf(_ verb: Int) -> Bool {
    view.verbs[verb]?.contains { entry in
      view.knowledge.triggers.lightVerbs[entry.lexeme]?.contains { $0.nounSlot == .subject } ?? false
    } ?? false
  }

  /// Whether a verb, a particle or the words for a topic or purpose stand between a trigger and a place.
  private func crosses(_ head: Int, _ start: Int, _ isTrigger: (Int) -> Bool) -> Bool {
    var index = head + 1
    while index < start - 1 {
      if view.kind(index) == .complementizer || view.kind(index) == .relative { return true }
      // «قوات المخلوع صالح»: a first name right behind others is no verb.
      let isName = text.tokens[index].marks.meets(.givenName) && view.mentionAt[index - 1] >= 0
      if view.isVerb(index), !isName, view.isVerb(head) || !tellsOf(index) { return true }
      if view.slot(index) == .about || view.slot(index) == .against { return true }
      let proclitics = text.analyses(of: index).first { $0.stem != .none }?.proclitics ?? []
      // «لبحث الأزمة»: a purpose begins.
      if index > head + 1, isTrigger(index), !isSetting(index) { return true }
      if proclitics.contains(.la), !proclitics.contains(.al), isTrigger(index) { return true }
      index += 1
    }
    return false
  }
}

extension Sector {
  /// Whether its bodies sit in a house that can be visited.
  var isSeated: Bool {
    switch self {
    case .legislature, .judiciary, .education, .health: true
    default: false
    }
  }
}
