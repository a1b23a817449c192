internal import ArabicText
internal import EventModel

/// Binds the arguments of one trigger: who, to whom, where, how often.
final class ArgumentBinder {
  /// What was bound.
  struct Bound {
    var parts: [EventDraft.Part] = []
    var filled: SlotSet = []
    var place: Int?
    var lightStatus: Event.Status?
    /// Whether others are named whose people take part: «بين مسؤولين بين البلدين».
    var isNamed = false
    /// The light verb that governs the noun.
    var governor: Int?
  }

  let view: SyntaxView
  let subjects: SubjectFinder
  let drafts: EntityDrafts
  /// The country entity that a place stands for, by place entity.
  let government: [Int: Int]
  let places: PlaceFinder

  var text: TokenizedText { view.text }

  init(view: SyntaxView, subjects: SubjectFinder, drafts: EntityDrafts, government: [Int: Int]) {
    self.view = view
    self.subjects = subjects
    self.drafts = drafts
    self.government = government
    places = PlaceFinder(view: view, drafts: drafts)
  }

  func joined(_ first: SyntaxView.Argument, _ arguments: [SyntaxView.Argument]) -> [Int] {
    guard let index = arguments.firstIndex(where: { $0.mention == first.mention }) else { return [] }
    let rest = arguments[(index + 1)...].prefix { $0.isJoined }
    return ([first] + rest).flatMap { view.mentions[$0.mention].entities }
  }

  func fillPrepositions(
    _ arguments: [SyntaxView.Argument], after head: Int, _ frame: Frame, _ bound: inout Bound
  ) {
    for argument in arguments {
      if argument.slot == .to, frame[.to]?.role == .recipient, isTaken(argument, after: head) { continue }
      // «لبحث الأزمة في ليبيا»: the crisis is there.
      guard let slot = argument.slot, slot != .in || !argument.isAttached else { continue }
      // «صفقات الأسلحة وأزمات مع الجيران»: the noun that is joined to the other has its own.
      if argument.completesJoined, slot != .agent { continue }
      if slot == .in, frame[.in]?.role == nil, argument.gap > 1 { continue }
      // «التنسيق بين بغداد ودمشق لتحرير المعابر المحتلة من قبل التنظيم»: those between whom it is do it.
      if slot == .agent, bound.filled.contains(.between) { continue }
      // «استعادها من أيدي المسلحين» tells only from whom something is taken.
      if slot == .from, frame[.from] != .recipient, isBehindHand(argument) { continue }
      // «حررتها القوات، مسنودة من اللجان»: those behind «من» belong to the word before it.
      if slot == .from, frame[.from] == .recipient, argument.isAttached { continue }
      if slot == .between, bound.filled.contains(.between), opensAnotherPair(argument) {
        bound.isNamed = true
        continue
      }
      if slot == .with, isRelated(argument, after: head, bound) { continue }
      // «اجتماعات بين شيوخ القضاءين، والخروج بقرار الوقوف مع التنظيم»: those between whom it was are all who took part.
      if slot == .with, bound.filled.contains(.between), argument.distance > 2 { continue }
      fill(slot == .agent ? .subject : slot, view.mentions[argument.mention].entities, frame, &bound)
    }
  }

  private func isBehindHand(_ argument: SyntaxView.Argument) -> Bool {
    let hand = view.mentions[argument.mention].tokens.lowerBound - 1
    return hand >= 0 && view.isHand(hand)
  }

  /// «محادثات مع كيري لتعزيز العلاقات مع إيران», «اتصالا بكيري لبحث التعاون مع إيران»: whether «مع» belongs to a noun right before
  /// it that tells of a relation, where those who take part are named already.
  private func isRelated(_ argument: SyntaxView.Argument, after head: Int, _ bound: Bound) -> Bool {
    let preposition = view.mentions[argument.mention].tokens.lowerBound - 1
    guard !argument.isJoined, preposition > head + 1, view.slot(preposition) == .with else { return false }
    var noun = preposition - 1
    while noun > head + 1, view.isAdjective(noun) { noun -= 1 }
    guard noun > head, view.mentionAt[noun] < 0,
      text.analyses(of: noun).contains(where: { $0.enclitic == nil && view.knowledge.words.isRelation($0.stem) })
    else { return false }
    if !bound.filled.isDisjoint(with: [.with, .by, .between]) { return true }
    // «اجتماعا مع كيري لمناقشة الحرب مع أوكرانيا»
    let isPurpose =
      text.analyses(of: head).contains { $0.proclitics.contains(.la) } || head > 0 && view.slot(head - 1) == .to
    guard isPurpose else { return false }
    let clause = view.clause(of: head)
    var named: [Int] = []
    for mention in view.mentions(before: head) where clause.contains(mention.tokens.lowerBound) {
      for entity in mention.entities where drafts[entity].kind != .place && !named.contains(entity) {
        named.append(entity)
      }
    }
    return named.count > 1
  }

  /// «الزيارات بين المسؤولين بين البلدين», but not «بين المسؤولين وبين نظرائهم»: whether another بين stands before an argument.
  private func opensAnotherPair(_ argument: SyntaxView.Argument) -> Bool {
    let preposition = view.mentions[argument.mention].tokens.lowerBound - 1
    guard !argument.isJoined, preposition >= 0, view.slot(preposition) == .between else { return false }
    return !text.analyses(of: preposition).contains { $0.proclitics.contains(.wa) }
  }

  /// «انتقادات للمساعدات الأميركية لأوكرانيا»: whether a common noun behind the same «لـ» stands before an argument, which then
  /// completes that noun.
  private func isTaken(_ argument: SyntaxView.Argument, after head: Int) -> Bool {
    let mention = view.mentions[argument.mention]
    guard mention.proclitics.contains(.la), !argument.isJoined, mention.tokens.lowerBound > head + 1 else {
      return false
    }
    return (head + 1..<mention.tokens.lowerBound).contains { isNounBehindLa($0) }
  }

  /// Whether a token is a definite common noun behind «لـ».
  func isNounBehindLa(_ token: Int) -> Bool {
    view.mentionAt[token] < 0 && !view.isTime[token] && !view.isVerb(token) && view.kind(token) == nil
      && text.analyses(of: token).contains { $0.stem != .none && $0.proclitics.contains([.la, .al]) }
  }

  /// «انتقد المساعدات العسكرية الأميركية», «ندد بالغارات الإسرائيلية»: the country whose a thing is that is blamed, by the
  /// adjective of the first common noun from a token on.
  func blamed(from start: Int, to end: Int, isHead: (Int) -> Bool) -> [Int] {
    guard let head = (start..<max(start, end)).first(where: { view.mentionAt[$0] < 0 && isHead($0) }) else { return [] }
    var index = head + 1
    while index < end, view.mentionAt[index] < 0, !view.isTime[index], view.isAdjective(index) {
      if let country = nisba(index)?.country {
        return drafts.indices.first { drafts[$0].key == "country:" + country }.map { [$0] } ?? []
      }
      index += 1
    }
    return []
  }

  /// The proclitics of a noun, of an event noun as its table has it: «للتفاوض» is a word of its own in some phrases.
  func proclitics(ofNoun token: Int) -> Proclitics {
    if let match = view.knowledge.triggers.nouns.longest(in: text, at: token, limit: token + 1) {
      return match.analysis.proclitics
    }
    return text.analyses(of: token).first { $0.stem != .none }?.proclitics ?? []
  }

  /// Puts entities into a slot; a place that takes part stands for its government.
  func fill(_ slot: FunctionWords.Slot, _ entities: [Int], _ frame: Frame, _ bound: inout Bound) {
    guard !entities.isEmpty else { return }
    let part = frame[slot]
    for entity in entities {
      let kind = drafts[entity].kind
      if kind == .place && !places.isRegion(entity)
        || kind == .country && (slot == .in || part?.role == .recipient && frame.isVisit)
      {
        if bound.place == nil || drafts[bound.place ?? entity].kind == .country && kind == .place,
          slot == .in || part == .place || frame.happensAtRecipient && (part?.role == .recipient || slot == .to)
        {
          bound.place = entity
        }
      }
      // «خلال لقائه بالرياض», «زيارتهم للمخيم باليابان» say where; only what is no place is met so.
      if kind == .place || kind == .country && frame.isVisit, slot == .by, part?.role != nil {
        if bound.place.map({ drafts[$0].isLocal }) ?? true { bound.place = entity }
        continue
      }
      guard let role = part?.role else {
        if part != nil { bound.filled.insert(slot) }
        continue
      }
      guard let participant = kind == .place ? government[entity] : entity else {
        bound.filled.insert(slot)
        continue
      }
      bound.filled.insert(slot)
      if !bound.parts.contains(where: { $0.entity == participant }) {
        bound.parts.append(EventDraft.Part(entity: participant, role: role))
      }
    }
  }

  /// Looks around a trigger whose arguments say nothing of the place; an institution that is visited is the place itself.
  func locate(_ head: Int, _ frame: Frame, _ isTrigger: (Int) -> Bool, _ bound: inout Bound) {
    // «بمكتبه بديوان الوزارة»: whose house it is tells less than a name.
    if bound.place.map({ drafts[$0].isLocal }) ?? true {
      bound.place = places.place(of: head, governor: bound.governor, frame, isTrigger: isTrigger) ?? bound.place
    }
    guard bound.place == nil, frame.isVisit else { return }
    bound.place =
      bound.parts.first { part in
        part.role == .recipient && drafts[part.entity].kind == .organization
          && drafts[part.entity].sector?.isSeated ?? false
      }?.entity
  }
}
