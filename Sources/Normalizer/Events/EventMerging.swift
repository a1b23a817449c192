internal import EventModel

/// Joins the mentions of one event inside an article.
enum EventMerging {
  /// Whether two modes can be of one event: equal, or one of them says nothing of the channel.
  static func modesAgree(_ left: EventMode?, _ right: EventMode?) -> Bool {
    left == right || left == .unspecified || right == .unspecified || left == nil || right == nil
      || [left, right].allSatisfy { $0 == .talks || $0 == .meeting || $0 == .unspecified }
  }

  /// Merges drafts that tell of one event, in the order of the text; those that tell who attended what nobody told of are
  /// left over.
  ///
  /// - Parameter published: The day of publication, where it is known.
  static func merge(
    _ drafts: [EventDraft], _ entities: EntityDrafts, published: CivilDay?
  ) -> (events: [EventDraft], leftOver: [EventDraft]) {
    var result: [EventDraft] = []
    var leftOver: [EventDraft] = []
    for draft in drafts where !draft.isAttendance {
      if let index = match(draft, result, entities) {
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
    return (result, leftOver)
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
    if let date = draft.date?.date, let index = events.lastIndex(where: { $0.date?.date == date && isSame($0, draft) })
    {
      return index
    }
    if let index = events.lastIndex(where: { $0.mode == draft.mode && isSame($0, draft) }) { return index }
    if let index = events.lastIndex(where: { isSame($0, draft) }) { return index }
    // The headline tells the article's event in fewer words: offices and countries for persons.
    return events.firstIndex { $0.isHeadline && isTold($0, by: draft, entities) }
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

  static func isSame(_ left: EventDraft, _ right: EventDraft) -> Bool {
    guard left.type == right.type, modesAgree(left.mode, right.mode) else { return false }
    guard left.type == .consult || left.mode == right.mode else { return false }
    // What is denied is the same only if it is the same kind of contact: talks may be affirmed and negotiations denied.
    if (left.status == .denied) != (right.status == .denied) {
      guard left.mode == right.mode, left.entities == right.entities, left.date?.date == right.date?.date else {
        return false
      }
    }
    if let a = left.date?.date, let b = right.date?.date {
      guard a.overlaps(b) else { return false }
    } else if left.isAhead != right.isAhead {
      // What is planned is not what happened, unless both are of one day.
      return false
    }
    if let a = left.count, let b = right.count, a.value != b.value { return false }
    let a = left.entities
    let b = right.entities
    guard !a.isDisjoint(with: b) else { return false }
    // Twelve calls of some are not the contacts of more.
    if (left.count?.value ?? 1 > 1) != (right.count?.value ?? 1 > 1), a != b { return false }
    // Two of the same, or the fuller one holds all of the other.
    return a.isSubset(of: b) || b.isSubset(of: a)
  }

  /// Adds what another mention tells.
  static func absorb(_ other: EventDraft, into draft: inout EventDraft, _ entities: EntityDrafts) {
    if draft.isHeadline, !other.isHeadline {
      // The body names whom the headline only hints at.
      draft.parts.removeAll { part in
        !other.parts.contains { $0.entity == part.entity }
          && other.parts.contains { stands(entities[part.entity], for: entities[$0.entity]) }
      }
      draft.isHeadline = false
    }
    for part in other.parts where !draft.parts.contains(where: { $0.entity == part.entity }) {
      draft.parts.append(part)
    }
    if draft.mode == nil || draft.mode == .unspecified || draft.mode == .talks && other.mode == .meeting {
      // Who talk where one meets the other talk face to face.
      draft.mode = other.mode ?? draft.mode
    }
    if let date = other.date { draft.date = better(draft.date, date) }
    if draft.date == nil { draft.waiting = draft.waiting ?? other.waiting }
    if draft.place == nil || entities[draft.place ?? 0].kind == .country { draft.place = other.place ?? draft.place }
    if draft.count == nil { draft.count = other.count }
    for topic in other.topics where !draft.topics.contains(topic) { draft.topics.append(topic) }
    for range in other.evidence where !draft.evidence.contains(range) { draft.evidence.append(range) }
    draft.triggers += other.triggers
    draft.rules += other.rules
    draft.status = joined(draft.status, other.status, draft.mode)
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
