internal import ArabicText
internal import EventModel

/// Binds the arguments of one trigger: who, to whom, where, how often.
final class ArgumentBinder {
  /// What was bound.
  struct Bound {
    var parts: [EventDraft.Part] = []
    var filled: Set<FunctionWords.Slot> = []
    var place: Int?
    var lightStatus: Event.Status?
    /// The light verb that governs the noun.
    var governor: Int?
  }

  let view: SyntaxView
  let subjects: SubjectFinder
  let drafts: EntityDrafts
  /// The country entity that a place stands for, by place entity.
  let government: [Int: Int]
  let places: PlaceFinder

  private var text: TokenizedText { view.text }

  init(view: SyntaxView, subjects: SubjectFinder, drafts: EntityDrafts, government: [Int: Int]) {
    self.view = view
    self.subjects = subjects
    self.drafts = drafts
    self.government = government
    places = PlaceFinder(view: view, drafts: drafts)
  }

  // MARK: - Verbs

  /// Binds a verb's arguments.
  ///
  /// - Parameter partner: The noun that the verb is a trigger together with, whose genitive takes part too.
  func bind(
    verb token: Int, form: VerbForm, partner: Int? = nil, _ frame: Frame, isTrigger: (Int) -> Bool
  ) -> Bound {
    var bound = Bound()
    let clause = view.clause(of: token)
    let arguments = view.arguments(from: token + 1, to: clause.upperBound) { view.isVerb($0) || isTrigger($0) }
    let subject = subjects.subjects[token]
    var bare = arguments.filter {
      $0.slot == nil && !$0.isJoined && !view.mentions[$0.mention].entities.isEmpty && !places.isApposition($0.mention)
    }
    let enclitic = text.analyses(of: token).first { $0.stem != .none }?.enclitic
    var object: [Int] = []
    var actor: [Int] = subject?.entities ?? []
    if let mention = subject?.mention, bare.first?.mention == mention {
      let needsObject = enclitic == nil && (frame.required.contains(.object) || lacksPeer(mention, arguments, frame))
      if bare.count == 1, needsObject {
        // One mention after a verb that needs an object: it is the object, and the subject stands before or is passive.
        object = subject?.entities ?? []
        actor =
          subjects.subject(before: token, form, other: object, inSentence: frame.isSuffered)?.entities ?? []
      } else {
        bare.removeFirst()
        object = bare.first.map { joined($0, arguments) } ?? []
      }
    } else {
      object = bare.first.map { joined($0, arguments) } ?? []
    }
    if object.isEmpty, let enclitic {
      object = subjects.antecedent(of: enclitic, before: token).filter { !actor.contains($0) }
    }
    if form.isPassive, object.isEmpty, frame[.object] != nil {
      object = actor
      actor = []
    }
    fill(.subject, actor, frame, &bound)
    fill(.object, object, frame, &bound)
    fillPrepositions(arguments, frame, &bound)
    if let partner, clause.contains(partner) {
      let enclitic = text.analyses(of: partner).first { $0.stem != .none }?.enclitic
      if enclitic == nil { bindGenitive(partner..<partner + 1, nil, frame, clause, &bound) }
    }
    locate(token, frame, isTrigger, &bound)
    return bound
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
    fillPrepositions(arguments, frame, &bound)
    return bound
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

  private func joined(_ first: SyntaxView.Argument, _ arguments: [SyntaxView.Argument]) -> [Int] {
    guard let index = arguments.firstIndex(where: { $0.mention == first.mention }) else { return [] }
    let rest = arguments[(index + 1)...].prefix { $0.isJoined }
    return ([first] + rest).flatMap { view.mentions[$0.mention].entities }
  }

  private func fillPrepositions(_ arguments: [SyntaxView.Argument], _ frame: Frame, _ bound: inout Bound) {
    for argument in arguments {
      // «لبحث الأزمة في ليبيا»: the crisis is there.
      guard let slot = argument.slot, slot != .in || !argument.isAttached else { continue }
      if slot == .in, frame[.in]?.role == nil, argument.gap > 1 { continue }
      fill(slot == .agent ? .subject : slot, view.mentions[argument.mention].entities, frame, &bound)
    }
  }

  /// Puts entities into a slot; a place that takes part stands for its government.
  private func fill(_ slot: FunctionWords.Slot, _ entities: [Int], _ frame: Frame, _ bound: inout Bound) {
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
      // «خلال لقائه بالرياض» says where; only what is no place is met so.
      if kind == .place, slot == .by, part?.role != nil {
        if bound.place == nil { bound.place = entity }
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

  // MARK: - Nouns

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
      let met = subjects.antecedent(of: enclitic, before: head).filter { !purpose.contains($0) }
      if !met.isEmpty {
        fill(frame[.object] != nil ? .object : .genitive, met, frame, &bound)
        fill(frame[.subject] != nil ? .subject : .genitive, purpose, frame, &bound)
      }
    }
    if after == tokens.upperBound, bound.parts.isEmpty { bindGenitive(tokens, enclitic, frame, clause, &bound) }
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
        argument.slot == nil && !argument.isJoined
          && !view.mentions[argument.mention].entities.contains { entity in bound.parts.contains { $0.entity == entity }
          }
      })
    {
      fill(.object, joined(second, arguments), frame, &bound)
    }
    // «تناول اللقاء العلاقات الثنائية بين البلدين»: a noun in between has the pair as its own.
    arguments.removeAll { $0.slot == nil || $0.slot == .between && $0.distance > 2 }
    if let relative = relativeLight(tokens.upperBound, clause) {
      bound.governor = relative.token
      if let slot = relative.slot {
        let entities = subjects.subjects[relative.token]?.entities ?? []
        fill(frame[slot] == nil && slot == .subject ? .genitive : slot, entities, frame, &bound)
        if isHosting(relative.token), let host = entities.first(where: { places.isSite($0) }) { bound.place = host }
      }
      end = view.clause(of: relative.token).upperBound
      arguments += view.arguments(from: relative.token + 1, to: end) { view.isVerb($0) || isTrigger($0) }
        .filter { $0.slot != nil }
    } else if let light {
      // «أجرى مع نظيره محادثات»: arguments between the light verb and its noun.
      arguments += view.arguments(from: light.token + 1, to: head) { _ in false }.filter {
        $0.slot != nil && $0.slot != .to || $0.slot == .with
      }
    }
    fillPrepositions(arguments, frame, &bound)
    if frame[.subject] != nil, bound.filled.isDisjoint(with: [.subject, .genitive]) {
      fill(.subject, lightNounGenitive(before: head, clause), frame, &bound)
    }
    if light == nil, bound.governor == nil { fillController(of: head, clause, frame, &bound) }
    locate(head, frame, isTrigger, &bound)
    return bound
  }

  /// «قيام إسرائيل أمس بقصف المطار»: those who complete a light noun before an event noun behind ب.
  private func lightNounGenitive(before head: Int, _ clause: Range<Int>) -> [Int] {
    func isBehindBa(_ token: Int) -> Bool { text.analyses(of: token).contains { $0.proclitics.contains(.ba) } }
    // «بفرض عقوبات»: the masdar of a light verb may stand between.
    guard head > clause.lowerBound,
      let start = [head, head - 1].first(where: { view.mentionAt[$0] < 0 && isBehindBa($0) })
    else { return [] }
    var index = start - 1
    while index >= clause.lowerBound, view.isTime[index] { index -= 1 }
    guard index >= clause.lowerBound, view.mentionAt[index] >= 0 else { return [] }
    let mention = view.mentions[Int(view.mentionAt[index])]
    let noun = mention.tokens.lowerBound - 1
    guard noun >= clause.lowerBound, mention.proclitics.isEmpty,
      text.analyses(of: noun).contains(where: { view.knowledge.triggers.lightNouns.contains($0.stem) })
    else { return [] }
    return mention.entities
  }

  /// «قال الوزير خلال مؤتمر صحافي مع نظيره», «توجه الوفد إلى مسقط للتباحث مع المبعوث», «خلال زيارة إلى الكويت»: who does
  /// what the clause tells takes part in what it was done at or for, unless the noun says who did it.
  private func fillController(of head: Int, _ clause: Range<Int>, _ frame: Frame, _ bound: inout Bound) {
    guard bound.filled.isDisjoint(with: [.genitive, .subject, .between, .from]),
      let slot: FunctionWords.Slot = frame[.subject] != nil ? .subject : frame[.genitive] != nil ? .genitive : nil
    else { return }
    switch frame[slot]?.role {
    case .both?: guard bound.filled.contains(.with), bound.parts.count == 1 else { return }
    case .actor?: guard frame.happensAtRecipient, frame[.to]?.role == .recipient else { return }
    default: return
    }
    let proclitics = text.analyses(of: head).first { $0.stem != .none }?.proclitics ?? []
    let previous = head > clause.lowerBound ? view.slot(head - 1) : nil
    let isPurpose = proclitics.contains(.la) || previous == .to
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

  /// Who does what a masdar behind «لـ» and with a pronoun is the purpose of.
  private func purpose(of head: Int, _ clause: Range<Int>) -> [Int]? {
    let proclitics = text.analyses(of: head).first { $0.stem != .none }?.proclitics ?? []
    guard proclitics.contains(.la), !proclitics.contains(.al),
      let verb = (clause.lowerBound..<max(clause.lowerBound, head)).last(where: { view.isVerb($0) }),
      let entities = subjects.subjects[verb]?.entities, !entities.isEmpty
    else { return nil }
    return entities
  }

  /// Looks around a trigger whose arguments say nothing of the place; an institution that is visited is the place itself.
  private func locate(_ head: Int, _ frame: Frame, _ isTrigger: (Int) -> Bool, _ bound: inout Bound) {
    if bound.place == nil {
      bound.place = places.place(of: head, governor: bound.governor, frame, isTrigger: isTrigger)
    }
    guard bound.place == nil, frame.isVisit else { return }
    bound.place =
      bound.parts.first { part in
        part.role == .recipient && drafts[part.entity].kind == .organization
          && drafts[part.entity].sector?.isSeated ?? false
      }?.entity
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

  private func bindGenitive(
    _ tokens: Range<Int>, _ enclitic: Enclitic?, _ frame: Frame, _ clause: Range<Int>, _ bound: inout Bound
  ) {
    if let enclitic {
      fill(.genitive, subjects.antecedent(of: enclitic, before: tokens.lowerBound), frame, &bound)
      return
    }
    var index = tokens.upperBound
    var nisbas: [String] = []
    let isDefinite = text.analyses(of: tokens.lowerBound).first { $0.stem != .none }?.proclitics.contains(.al) ?? false
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
    if !countries.isEmpty {
      fill(countries.count > 1 && frame[.between] != nil ? .between : .genitive, countries, frame, &bound)
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

  private func nisba(_ token: Int) -> Nisba? {
    for analysis in text.analyses(of: token)
    where analysis.proclitics.isSubset(of: [.al, .wa]) && analysis.enclitic == nil {
      if let nisba = view.knowledge.actors.nisbas[analysis.stem] { return nisba }
    }
    return nil
  }

  // MARK: - Light verbs

  /// The light verb that governs a noun from the left in its clause.
  private func lightVerb(of noun: Int, _ clause: Range<Int>) -> (token: Int, verb: TriggerTable.LightVerb)? {
    var index = noun - 1
    while index >= clause.lowerBound, noun - index <= 14 {
      if let entries = view.verbs[index] {
        for entry in entries {
          for light in view.knowledge.triggers.lightVerbs[entry.lexeme] ?? [] where stands(noun, light.nounSlot) {
            return (index, light)
          }
        }
        return nil
      }
      index -= 1
    }
    return nil
  }

  private func stands(_ noun: Int, _ slot: TriggerTable.LightVerb.NounSlot) -> Bool {
    let proclitics = text.analyses(of: noun).first { $0.stem != .none }?.proclitics ?? []
    var before = noun - 1
    while before > 0, view.isQuote(before) { before -= 1 }
    let previous = before >= 0 ? view.slot(before) : nil
    switch slot {
    case .by: return proclitics.contains(.ba)
    case .in: return previous == .in
    case .on: return previous == .on
    case .object, .subject: return proclitics.isDisjoint(with: .prepositions) && previous == nil
    }
  }

  /// «قمة مع القادة استضافها الرئيس»: a verb of hosting that takes up an indefinite noun without a relative pronoun.
  private func bareRelative(_ index: Int, _ clause: Range<Int>) -> Int? {
    guard index > clause.lowerBound, !view.isDefinite(index - 1),
      let verb = (index..<max(index, clause.upperBound)).first(where: { view.isVerb($0) }), verb - index <= 8,
      isHosting(verb), text.analyses(of: verb).contains(where: { $0.enclitic == .ha || $0.enclitic == .hu })
    else { return nil }
    return verb
  }

  /// «استضاف», «يستضيف»: whether a verb's subject is where its event was.
  func isHosting(_ verb: Int) -> Bool {
    view.verbs[verb]?.contains { entry in
      view.knowledge.triggers.verbs[entry.lexeme]?.contains {
        view.knowledge.triggers.triggers[$0].frame[.subject] == .place
      } ?? false
    } ?? false
  }

  /// «المكالمة التي أجراها بيرنز», «الاتفاق الذي أبرمته إيران»: the verb behind a relative pronoun right after the noun. A
  /// light verb fills the slot that its row says; another verb that takes up the noun as its object gives the noun's subject.
  private func relativeLight(_ index: Int, _ clause: Range<Int>) -> (token: Int, slot: FunctionWords.Slot?)? {
    if let verb = bareRelative(index, clause) { return (verb, .subject) }
    let relative = clause.upperBound
    let sentence = text.sentences[text.sentence(of: max(0, index - 1))].tokens
    guard relative < sentence.upperBound, relative - index <= 4, view.kind(relative) == .relative else { return nil }
    // «مناقشة العمليات التي نفذتها الوحدات»: the noun in the genitive is what the clause is about.
    if index > 0, index < relative, view.isDefinite(index), !view.isDefinite(index - 1) { return nil }
    for token in relative + 1..<min(sentence.upperBound, relative + 3) {
      guard let entries = view.verbs[token] else { continue }
      for entry in entries {
        // «الزيارة التي قام بها الأمير».
        let isTakenUp = token + 1 < sentence.upperBound && view.kind(token + 1) == .pronoun
        let light = view.knowledge.triggers.lightVerbs[entry.lexeme]?.first {
          $0.nounSlot == .object || $0.nounSlot == .subject || $0.nounSlot == .by && isTakenUp
        }
        if let light { return (token, light.subject) }
      }
      // «المناقشات التي أكدها المسؤولون»: who reports it takes no part in it.
      let isReported = entries.contains { view.knowledge.reporting.verbs[$0.lexeme] != nil }
      if !isReported, text.analyses(of: token).contains(where: { $0.enclitic == .ha || $0.enclitic == .hu }) {
        return (token, .subject)
      }
    }
    return nil
  }
}
