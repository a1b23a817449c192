internal import EventModel

/// Joins the mentions of one event inside an article.
enum EventMerging {
  /// Whether two modes can be of one event: equal, or one of them says nothing of the channel.
  static func modesAgree(_ left: EventMode?, _ right: EventMode?) -> Bool {
    left == right || left == .unspecified || right == .unspecified || left == nil || right == nil
      || [left, right].allSatisfy { $0 == .talks || $0 == .meeting }
      || [left, right].allSatisfy { $0 == .talks || $0 == .phone }
  }

  /// Merges drafts that tell of one event: those of the body in the order of the text, then those of headlines, which sum
  /// up what the body tells; those that tell who attended what nobody told of, and those that name one unknown side alone,
  /// are left over.
  ///
  /// - Parameter published: The day of publication, where it is known.
  static func merge(
    _ drafts: [EventDraft], _ entities: EntityDrafts, published: CivilDay?
  ) -> (events: [EventDraft], leftOver: [EventDraft], oneSided: [EventDraft]) {
    var result: [EventDraft] = []
    var leftOver: [EventDraft] = []
    for draft in drafts where !draft.isAttendance && !draft.isHeadline {
      if let index = match(draft, result, entities) {
        absorb(draft, into: &result[index], entities)
      } else {
        result.append(draft)
      }
    }
    for draft in EventSetting.completed(&result, entities) {
      var draft = draft
      // What it tells of may turn out to be what another tells of too.
      while let index = match(draft, result, entities) {
        var event = result.remove(at: index)
        absorb(draft, into: &event, entities)
        EventSetting.dropRepresented(&event, entities)
        draft = event
      }
      result.append(draft)
    }
    for draft in drafts where !draft.isAttendance && draft.isHeadline {
      if let index = summed(draft, result, entities) {
        absorb(draft, into: &result[index], entities)
      } else {
        result.append(draft)
      }
    }
    for draft in drafts where draft.isAttendance && !attend(draft, &result, entities) { leftOver.append(draft) }
    for index in result.indices where result[index].status == .ongoing {
      // What went on at a time that is over is over.
      guard let published, let date = result[index].date?.date, date.earliest != nil, let latest = date.latest,
        latest < published.adding(days: -1)
      else { continue }
      result[index].status = .occurred
    }
    EventSetting.complete(&result, entities, published: published)
    let sides = result.filter { isUntold($0, entities) }
    result.removeAll { isUntold($0, entities) }
    return (result, leftOver, sides)
  }

  /// «محادثات مع مسؤولين», «حضر حفلا»: whether nothing tells who was on the other side of a contact, and a crowd was on this
  /// one or a single guest.
  private static func isUntold(_ event: EventDraft, _ entities: EntityDrafts) -> Bool {
    event.parts.count == 1
      && (event.opens || event.needsPeer
        || event.isOneSided && event.parts.allSatisfy { entities[$0.entity].kind == .group })
  }

  /// How many tokens lie between an event and who attended it, if those alone make no event.
  private static let reach = 90

  /// Adds those who attended to the event of the kind that was told last before; without one they make an event if they
  /// are two or more. False where they do neither.
  private static func attend(_ draft: EventDraft, _ events: inout [EventDraft], _ entities: EntityDrafts) -> Bool {
    let place = draft.triggers.first ?? 0
    func told(_ event: EventDraft) -> Int { event.triggers.filter { $0 < place }.max() ?? -1 }
    let attended = events.indices.filter { index in
      events[index].type == draft.type && modesAgree(events[index].mode, draft.mode) && told(events[index]) >= 0
        && events[index].status != .denied && (draft.mode != .visit || events[index].mode == .visit)
        && (!draft.isOnlyAttendance || place - told(events[index]) <= reach)
    }
    if let index = attended.max(by: { told(events[$0]) < told(events[$1]) }) {
      var added = draft
      added.date = nil
      added.waiting = nil
      added.status = events[index].status
      absorb(added, into: &events[index], entities)
      return true
    }
    if !draft.isOnlyAttendance, draft.parts.reduce(0, { $0 + min(2, max(1, entities[$1.entity].number)) }) >= 2 {
      var event = draft
      event.isAttendance = false
      events.append(event)
      return true
    }
    return false
  }

  /// The event that a draft tells of: one of the same day, else the last one that agrees.
  private static func match(_ draft: EventDraft, _ events: [EventDraft], _ entities: EntityDrafts) -> Int? {
    if draft.opens { return nil }
    if let index = held(draft, events, entities) { return index }
    if let index = events.lastIndex(where: { isOfOwn($0, draft, entities) || isOfOwn(draft, $0, entities) }) {
      return index
    }
    if let date = draft.date?.date,
      let index = events.lastIndex(where: { $0.date?.date == date && isSame($0, draft, entities) })
    {
      return index
    }
    if let index = events.lastIndex(where: { $0.mode == draft.mode && isSame($0, draft, entities) }) { return index }
    if let index = events.lastIndex(where: { isSame($0, draft, entities) }) { return index }
    // «الاتصال الوحيد بين الكرملين ورجل الأعمال», «تحدث مرة واحدة مع بوتين».
    if draft.count?.value == 1, draft.type == .consult,
      let index = events.lastIndex(where: { event in
        event.count?.value == 1 && event.type == .consult && modesAgree(event.mode, draft.mode)
          && !event.entities.isDisjoint(with: draft.entities) && event.isPair && draft.isPair
          && (isTold(event, by: draft, entities) || isTold(draft, by: event, entities))
      })
    {
      return index
    }
    // «الجانبان لا يتفاوضان»: the same word for what states do and for what their officials do.
    return events.lastIndex { event in
      event.type == .consult && event.mode == draft.mode && draft.mode != .visit && event.status == draft.status
        && event.count == draft.count && event.isSeries == draft.isSeries && event.isPair && draft.isPair
        && !Set(event.rules).isDisjoint(with: draft.rules)
        && (isTold(event, by: draft, entities) && areStates(event, entities)
          || isTold(draft, by: event, entities) && areStates(draft, entities))
    }
  }

  /// «جرى خلال الاتصال بحث العلاقات بين البلدين»: the contact during which its own people, or their countries, talked.
  private static func held(_ draft: EventDraft, _ events: [EventDraft], _ entities: EntityDrafts) -> Int? {
    guard let occasion = draft.occasion, draft.type == .consult, draft.mode == .talks || draft.mode == .unspecified,
      let index = events.lastIndex(where: { $0.triggers.contains(occasion) }), events[index].mode != .visit,
      events[index].status == draft.status,
      draft.entities.isSubset(of: events[index].entities)
        || areStates(draft, entities) && isWhole(draft, of: events[index], entities)
    else { return nil }
    return index
  }

  /// Whether countries are those of the people who were in contact.
  private static func isWhole(_ states: EventDraft, of event: EventDraft, _ entities: EntityDrafts) -> Bool {
    states.parts.allSatisfy { part in
      event.parts.contains { entities[$0.entity].country == entities[part.entity].country }
    }
  }

  private static func areStates(_ event: EventDraft, _ entities: EntityDrafts) -> Bool {
    event.parts.allSatisfy { entities[$0.entity].kind == .country }
  }

  /// «اتصالاته بالروس», «أجرى خمسة اتصالات مع السفير الروسي»: whether one is told with a nation where the other names one of
  /// its officials, and the other side is the same.
  private static func isOfOwn(_ event: EventDraft, _ draft: EventDraft, _ entities: EntityDrafts) -> Bool {
    guard event.type == .consult, draft.type == .consult, event.isSeries, draft.isSeries, event.isPair, draft.isPair,
      event.status == draft.status, modesAgree(event.mode, draft.mode),
      !Set(event.rules).isDisjoint(with: draft.rules)
    else { return false }
    if let a = event.date?.date, let b = draft.date?.date, !a.overlaps(b) { return false }
    let others = event.parts.filter { !draft.entities.contains($0.entity) }
    guard others.count == 1, let nation = others.first.map({ entities[$0.entity] }), nation.kind == .group,
      nation.country != nil, nation.masked == nil
    else { return false }
    return draft.parts.contains {
      !event.entities.contains($0.entity) && entities[$0.entity].kind == .person
        && entities[$0.entity].country == nation.country
    }
  }

  /// The event of the body that a headline sums up, or another headline's: the first that it may tell in fewer words, with
  /// offices and countries for persons.
  private static func summed(_ headline: EventDraft, _ events: [EventDraft], _ entities: EntityDrafts) -> Int? {
    var headline = headline
    // A day that it took over from the report is not its own.
    if headline.date?.expression == nil { headline.date = nil }
    let told = events.indices.filter {
      isSame(events[$0], headline, entities) || isTold(headline, by: events[$0], entities)
    }
    return told.min { (events[$0].triggers.min() ?? 0) < (events[$1].triggers.min() ?? 0) }
  }

  /// Whether a headline's event is one that the body tells: the same kind, and every side of the headline's has one of
  /// its own country in the body's.
  private static func isTold(_ headline: EventDraft, by body: EventDraft, _ entities: EntityDrafts) -> Bool {
    guard headline.type == body.type,
      modesAgree(headline.mode, body.mode)
        || headline.type == .consult && headline.mode != .visit && body.mode != .visit,
      (headline.status == .denied) == (body.status == .denied)
    else { return false }
    if let a = headline.date?.date, let b = body.date?.date, !a.overlaps(b) { return false }
    return headline.parts.allSatisfy { part in
      body.parts.contains { $0.entity == part.entity || stands(entities[part.entity], for: entities[$0.entity]) }
    }
  }

  /// Whether one entity can stand for another of its country: a government, an office or a body for a person.
  private static func stands(_ left: EntityDrafts.Draft, for right: EntityDrafts.Draft) -> Bool {
    guard let country = left.country, country == right.country else { return false }
    return left.key == right.key || left.kind != .person || right.kind != .person || left.known == nil
      || right.known == nil
  }

  /// The longest time, in days, in which what is planned and what happened can be one.
  private static let mostDays = 31

  static func isSame(_ left: EventDraft, _ right: EventDraft, _ entities: EntityDrafts) -> Bool {
    guard left.type == right.type, modesAgree(left.mode, right.mode), !left.opens, !right.opens,
      left.isApart == right.isApart
    else { return false }
    guard left.type == .consult || left.mode == right.mode else { return false }
    // What is denied is the same only if it is the same kind of contact: talks may be affirmed and negotiations denied.
    if (left.status == .denied) != (right.status == .denied), !isDenial(left, of: right), !isDenial(right, of: left) {
      guard left.mode == right.mode, left.entities == right.entities, left.date?.date == right.date?.date,
        !Set(left.rules).isDisjoint(with: right.rules)
      else { return false }
    }
    // Contacts over some time are not the one meeting of the same people.
    if left.isSeries != right.isSeries, left.mode != right.mode,
      isSingle(left.isSeries ? right.mode : left.mode, left.isSeries ? right.count : left.count)
    {
      return false
    }
    if let a = left.date?.date, let b = right.date?.date {
      guard a.overlaps(b) else { return false }
      // Long times overlap without being one.
      if left.isAhead != right.isAhead, max(a.width, b.width) > Self.mostDays { return false }
    } else if left.isAhead != right.isAhead {
      // What is planned is not what happened, unless both are of one day.
      return false
    }
    if let a = left.count, let b = right.count, a.value != b.value { return false }
    // «استقالة الحكومة المقدمة للرئيس», «استقال الرئيس»: to whom one did it does not do it himself.
    if left.type != .consult, crosses(left, right) || crosses(right, left) { return false }
    let a = bodies(left, entities)
    let b = bodies(right, entities)
    guard !a.isDisjoint(with: b) else { return false }
    // «قمة مصغرة بين الجانبين»: what some of those who met are newly told to have held is another event.
    if right.isIndefinite, right.isPair, left.parts.count > 3, a != b { return false }
    if isMore(right, than: left, a, b) || isMore(left, than: right, b, a) { return false }
    // Twelve calls of some are not the contacts of more.
    if (left.count?.value ?? 1 > 1) != (right.count?.value ?? 1 > 1), a != b { return false }
    // Two of the same, or the fuller one holds all of the other.
    return a.isSubset(of: b) || b.isSubset(of: a)
  }

  /// «اتصالات منتظمة بين الرئيسين», «تحدث معه مرة واحدة», «تحدث مع الرئيس ومستشاريه»: whether a verb tells of a talk with more
  /// than those between whom contacts go on, or who talked once.
  private static func isMore(
    _ talk: EventDraft, than other: EventDraft, _ few: Set<Int>, _ many: Set<Int>
  ) -> Bool {
    few.count > 1 && few.isStrictSubset(of: many) && talk.verb != nil && !talk.isSeries && talk.count == nil
      && talk.status != .denied && other.status != .denied && (other.isSeries || other.count?.value == 1)
  }

  /// Those who take part; in other events than contacts fighters and members stand for their body: «متشددي تنظيم داعش».
  private static func bodies(_ event: EventDraft, _ entities: EntityDrafts) -> Set<Int> {
    event.type == .consult ? event.entities : Set(event.parts.map { entities.body(of: $0.entity) ?? $0.entity })
  }

  /// Whether somebody acts in one event to whom the other is done.
  private static func crosses(_ left: EventDraft, _ right: EventDraft) -> Bool {
    left.parts.contains { $0.role == .actor && right.parts.contains(.init(entity: $0.entity, role: .recipient)) }
  }

  /// Whether a mode is of contacts that are one at a time, and not told to be more.
  static func isSingle(_ mode: EventMode?, _ count: EventCount?) -> Bool {
    switch mode {
    case .meeting?, .visit?, .message?: true
    case .phone?: (count?.value ?? 1) == 1
    default: false
    }
  }

  /// «لا يجرون محادثات مع الملياردير», «نفى إجراء أي اتصالات مع المسؤولين»: whether a draft denies in the words of an event
  /// that it happened, and names one side of it only, or more people: «الرئيس ومستشاروه لا يجرون محادثات معه».
  private static func isDenial(_ draft: EventDraft, of event: EventDraft) -> Bool {
    guard draft.status == .denied, event.status != .denied else { return false }
    let isInSameWords = !Set(draft.rules).isDisjoint(with: event.rules)
    let isOften = event.isSeries && (draft.isSeries || draft.mode == .talks)
    if isOften, event.isPair, event.entities.isStrictSubset(of: draft.entities) { return true }
    return draft.isOneSided && (draft.mode == .unspecified && draft.isSeries || isInSameWords)
  }

  /// Adds what another mention tells.
  static func absorb(_ other: EventDraft, into draft: inout EventDraft, _ entities: EntityDrafts) {
    if draft.isHeadline && !other.isHeadline || draft.count?.value == 1 && other.count?.value == 1 {
      // The body names whom the headline only hints at.
      draft.parts.removeAll { part in
        !other.parts.contains { $0.entity == part.entity }
          && other.parts.contains { stands(entities[part.entity], for: entities[$0.entity]) }
      }
      draft.isHeadline = draft.isHeadline && other.isHeadline
    }
    // Who is only denied to have taken part did not.
    let told = other.status == .denied && draft.status != .denied && draft.isPair ? [] : other.parts
    for part in told where !draft.parts.contains(where: { $0.entity == part.entity }) {
      if draft.type != .consult,
        draft.parts.contains(where: { isBody(part, $0, entities) || isBody($0, part, entities) })
      {
        continue
      }
      if other.isHeadline, !draft.isHeadline,
        draft.parts.contains(where: { stands(entities[part.entity], for: entities[$0.entity]) })
      {
        continue
      }
      draft.parts.append(part)
    }
    takeActor(of: other, into: &draft)
    if draft.mode == nil || draft.mode == .unspecified
      || draft.mode == .talks && (other.mode == .meeting || other.mode == .phone)
    {
      // Who talk where one meets the other talk face to face.
      draft.mode = other.mode ?? draft.mode
    }
    if let date = other.date, !other.isHeadline || draft.date == nil || date.expression != nil {
      draft.date = better(draft.date, date)
    }
    if draft.date == nil { draft.waiting = draft.waiting ?? other.waiting }
    if draft.place == nil || entities[draft.place ?? 0].kind == .country { draft.place = other.place ?? draft.place }
    if draft.count == nil { draft.count = other.count }
    for topic in other.topics where !draft.topics.contains(topic) { draft.topics.append(topic) }
    for range in other.evidence where !draft.evidence.contains(range) { draft.evidence.append(range) }
    draft.triggers += other.triggers
    draft.rules += other.rules
    draft.isOneSided = draft.isOneSided && other.isOneSided && draft.parts.count == 1
    // A headline's present tells nothing of the time.
    if !other.isHeadline || draft.isHeadline { draft.status = joined(draft.status, other.status, draft.mode) }
  }

  /// Whether one who takes part is the body of another who does the same.
  private static func isBody(
    _ body: EventDraft.Part, _ member: EventDraft.Part, _ entities: EntityDrafts
  ) -> Bool {
    body.role == member.role && entities.body(of: member.entity) == body.entity
  }

  /// Where one telling has nobody who acts, the other tells who does.
  private static func takeActor(of other: EventDraft, into draft: inout EventDraft) {
    guard draft.mode == .visit, !draft.parts.contains(where: { $0.role == .actor }) else { return }
    for index in draft.parts.indices where other.parts.contains(.init(entity: draft.parts[index].entity, role: .actor))
    {
      draft.parts[index].role = .actor
    }
  }

  /// The status of two tellings: what is told as fact outweighs what is planned, but a present beside a future is one, and
  /// a visit that goes on has only begun.
  private static func joined(_ left: Event.Status, _ right: Event.Status, _ mode: EventMode?) -> Event.Status {
    switch (left, right) {
    case (.ongoing, .planned), (.planned, .ongoing): .planned
    case (.ongoing, .occurred), (.occurred, .ongoing): mode == .visit ? .ongoing : .occurred
    default: right.weight < left.weight ? right : left
    }
  }

  /// The better of two dates of one event: one that words of its own give rather than one taken over, and the finer one
  /// where they agree.
  static func better(_ old: EventDate?, _ new: EventDate) -> EventDate {
    guard let old else { return new }
    if !old.date.overlaps(new.date) { return old.expression == nil && new.expression != nil ? new : old }
    return new.date.width < old.date.width ? new : old
  }
}
