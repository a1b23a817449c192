internal import EventModel

/// Gives events what the events around them tell: a meeting is where the visit was during which it was held, and whoever
/// speaks to the press there is in that place on that day.
enum EventSetting {
  /// Completes the merged events of an article.
  ///
  /// - Parameter published: The day of publication, where it is known.
  static func complete(_ events: inout [EventDraft], _ entities: EntityDrafts, published: CivilDay?) {
    for index in events.indices where events[index].type == .consult { dropRepresented(&events[index], entities) }
    for index in events.indices { takeOccasion(index, &events) }
    for index in events.indices { takeMeeting(index, &events) }
    for index in events.indices { takeWhole(index, &events) }
    for index in events.indices where events[index].mode == .visit { refine(index, &events, entities) }
    for index in events.indices where events[index].type == .consult {
      guard let visit = visit(of: events[index], events, entities, published) else { continue }
      if let date = visit.date, events[index].date == nil || date.date.precision == .day {
        events[index].date = EventMerging.better(events[index].date, date)
      }
      if events[index].parts.count == 1 { addHosts(of: visit, to: &events[index]) }
      if events[index].place == nil { events[index].place = visit.place }
    }
    for index in events.indices where events[index].mode == .visit { refine(index, &events, entities) }
    // A meeting may have got its place from a visit.
    for index in events.indices where events[index].place == nil { takeOccasion(index, &events) }
    for index in events.indices where events[index].place == nil && isSpoken(events[index]) {
      events[index].place = whereabouts(of: events[index], events, entities)
    }
  }

  /// A country whose own officials take part on its side is no further participant, nor is its nation.
  static func dropRepresented(_ event: inout EventDraft, _ entities: EntityDrafts) {
    let kept = event.parts.filter { part in
      let entity = entities[part.entity]
      let isNation =
        entity.kind == .group && entity.country != nil && entity.sector == .civilians && entity.masked == nil
      guard entity.kind == .country || isNation && event.isSeries else { return true }
      return !event.parts.contains { other in
        (other.role == part.role || part.role == .both)
          && entities[other.entity].country == entities[part.entity].country
          && entities[other.entity].kind != .country && entities[other.entity].sector?.isOfState ?? false
      }
    }
    if kept.count > 1 { event.parts = kept }
  }

  /// «أشاد خلال اللقاء بالمبادرة»: what was done during a meeting was done there and then.
  private static func takeOccasion(_ index: Int, _ events: inout [EventDraft]) {
    guard let trigger = events[index].occasion,
      let occasion = events.first(where: { $0.triggers.contains(trigger) }), occasion.isAhead == events[index].isAhead
    else { return }
    if isSpoken(events[index]) {
      // Who stays away from a meeting is not where it is.
      let isAway = events[index].type == .reject && events[index].mode == .meet
      if events[index].place == nil, !isAway { events[index].place = occasion.place }
      if occasion.mode == .visit, events[index].type == .consult { addVisitors(of: occasion, to: &events[index]) }
    }
    if events[index].date == nil, events[index].waiting == nil {
      events[index].date = occasion.date
      events[index].waiting = occasion.waiting
    }
  }

  /// «نقل إليه رسالة», «سيبلغه»: what one tells another whom he meets, he tells him at the meeting.
  private static func takeMeeting(_ index: Int, _ events: inout [EventDraft]) {
    let event = events[index]
    guard event.type == .consult, event.mode == .message || event.mode == .unspecified, event.isPair,
      event.parts.contains(where: { $0.role == .actor }), event.place == nil, event.waiting == nil
    else { return }
    let meeting = events.last { meeting in
      meeting.type == .consult && (meeting.mode == .meeting || meeting.mode == .talks && meeting.place != nil)
        && isNear(meeting, event)
        && event.entities.isSubset(of: meeting.entities) && meeting.parts.count <= 3
        && (event.date == nil
          ? event.isAhead || meeting.isAhead == event.isAhead : event.date?.date == meeting.date?.date)
    }
    guard let meeting else { return }
    events[index].place = meeting.place
    if event.date == nil {
      events[index].date = meeting.date
      events[index].waiting = meeting.waiting
    }
  }

  /// «عقدوا أربعة لقاءات خلال الحملة ... والتقى السفير مرتين السيناتور»: some of many were when the many were.
  private static func takeWhole(_ index: Int, _ events: inout [EventDraft]) {
    let part = events[index]
    guard part.date == nil, part.waiting == nil, !part.isAhead, let count = part.count, count.relation == .exactly
    else {
      return
    }
    let whole = events.last { whole in
      whole.type == part.type && EventMerging.modesAgree(whole.mode, part.mode) && !whole.isAhead
        && (whole.count.map { $0.value > count.value } ?? false) && isTold(whole, before: part)
        && !whole.entities.isDisjoint(with: part.entities)
    }
    events[index].date = whole?.date
    events[index].waiting = whole?.waiting
  }

  /// «تضمنت الزيارة لقاء مع الوزير»: the visitors met whom the article names alone.
  private static func addVisitors(of visit: EventDraft, to event: inout EventDraft) {
    let visitors = visit.parts.filter { $0.role == .actor }
    guard event.parts.allSatisfy({ $0.role == .both }), visitors.allSatisfy({ !event.entities.contains($0.entity) })
    else { return }
    event.parts += visitors.map { EventDraft.Part(entity: $0.entity, role: .both) }
  }

  /// Gives contacts of which one side is told the other, and takes out those that got one.
  static func completed(_ events: inout [EventDraft], _ entities: EntityDrafts) -> [EventDraft] {
    var result: [EventDraft] = []
    for index in events.indices where events[index].isOneSided {
      addPeers(index, &events, entities)
      if !events[index].isOneSided { result.append(events[index]) }
    }
    events.removeAll { event in result.contains { $0.triggers == event.triggers } }
    return result
  }

  /// «قال إنه لا يجري مفاوضات»: who talks with somebody the article does not name again talks with those whom it tells
  /// close before that he was in contact with; «حوارات مع مسؤولين روس» are those of who was in contact with another Russian.
  private static func addPeers(_ index: Int, _ events: inout [EventDraft], _ entities: EntityDrafts) {
    let event = events[index]
    guard event.parts.count == 1, let part = event.parts.first, let start = event.triggers.min() else { return }
    let told = events.filter { other in
      other.type == .consult && other.mode != .visit && other.mode != .mediation && (2...3).contains(other.parts.count)
        && (other.entities.contains(part.entity) || foreign(other, to: part.entity, entities).count == 1)
        && other.triggers.contains { $0 < start && start - $0 <= reach }
    }
    func last(_ other: EventDraft) -> Int { other.triggers.filter { $0 < start }.max() ?? 0 }
    guard let contact = told.max(by: { last($0) < last($1) }) else { return }
    let isOwn = contact.entities.contains(part.entity)
    let peers = isOwn ? contact.parts.filter { $0.entity != part.entity } : foreign(contact, to: part.entity, entities)
    events[index].parts += peers.map { EventDraft.Part(entity: $0.entity, role: .both) }
    events[index].isOneSided = false
  }

  /// Those who take part in a contact of two and are of another country than somebody, where one of his own takes part too.
  private static func foreign(_ contact: EventDraft, to entity: Int, _ entities: EntityDrafts) -> [EventDraft.Part] {
    guard contact.isPair, let country = entities[entity].country, entities[entity].kind != .country,
      contact.parts.contains(where: { entities[$0.entity].country == country && entities[$0.entity].kind != .country })
    else { return [] }
    return contact.parts.filter { part in entities[part.entity].country.map { $0 != country } ?? false }
  }

  // MARK: - Visits

  /// The visit during which a contact face to face was: one of the same people at the same time, or near it in the text
  /// where only one of them is dated.
  private static func visit(
    of event: EventDraft, _ events: [EventDraft], _ entities: EntityDrafts, _ published: CivilDay?
  ) -> EventDraft? {
    guard event.mode == .meeting || event.mode == .talks else { return nil }
    return events.last { visit in
      guard visit.type == .consult, visit.triggers != event.triggers,
        visit.mode == .visit
          ? visit.parts.contains(where: { $0.role == .actor && event.entities.contains($0.entity) })
          : isStay(visit, entities) && visit.parts.allSatisfy({ event.entities.contains($0.entity) }),
        agree(visit.place, event.place, entities)
      else { return false }
      if visit.isAhead != event.isAhead {
        // What a guest who has just come will do, he does during his visit.
        guard event.isAhead, event.date == nil, let published, let day = visit.date?.date.latest else { return false }
        return published.ordinal - day.ordinal <= 1
      }
      let follows = isTold(visit, before: event)
      guard let a = visit.date?.date, let b = event.date?.date else {
        // «التقى نظيره اليمني قبل يومين من زيارته إلى طهران»: of what is told before the visit only hosts tell that it was there.
        let isSame = visit.date == nil && event.date == nil && (follows || isHosted(event, by: visit.place, entities))
        return isSame || isNear(visit, event) && follows
      }
      return a.overlaps(b)
    }
  }

  /// Whether somebody of the country where a visit is takes part.
  private static func isHosted(_ event: EventDraft, by place: Int?, _ entities: EntityDrafts) -> Bool {
    guard let host = place.flatMap({ entities[$0].country }) else { return true }
    return event.parts.contains { entities[$0.entity].country == host }
  }

  /// «تجري محادثات في الرياض»: whether talks of which one side alone is told are those of a guest in another country, or of
  /// one who is of no country, as those of international bodies are.
  private static func isStay(_ event: EventDraft, _ entities: EntityDrafts) -> Bool {
    guard event.mode == .talks, event.parts.count == 1, let guest = event.parts.first,
      let place = event.place, let host = entities[place].country
    else { return false }
    return entities[guest.entity].country != host && entities[guest.entity].kind == .person
  }

  /// Whether two places can be one or one inside the other.
  private static func agree(_ left: Int?, _ right: Int?, _ entities: EntityDrafts) -> Bool {
    guard let left, let right, let a = entities[left].country, let b = entities[right].country else { return true }
    return a == b
  }

  /// Who visits a country and meets somebody in one of its cities then was in that city.
  private static func refine(_ index: Int, _ events: inout [EventDraft], _ entities: EntityDrafts) {
    let visit = events[index]
    guard let place = visit.place, entities[place].kind == .country else { return }
    let meeting = events.first { event in
      guard event.type == .consult, event.mode == .meeting || event.mode == .talks,
        event.isAhead || !visit.isAhead, let city = event.place, entities[city].kind == .place,
        entities[city].country == entities[place].country,
        visit.parts.contains(where: { $0.role == .actor && event.entities.contains($0.entity) })
      else { return false }
      guard let a = visit.date?.date, let b = event.date?.date else { return isNear(visit, event) }
      return a.overlaps(b) || isWithinDays(a, b, isNear(visit, event) ? 3 : 1)
    }
    if let meeting { events[index].place = meeting.place }
  }

  /// Whether a meeting is few enough days after a visit began to have been held on it.
  private static func isWithinDays(_ visit: EDTFDate, _ meeting: EDTFDate, _ days: Int) -> Bool {
    guard visit.precision == .day, let start = visit.earliest, let day = meeting.earliest else { return false }
    return (0...days).contains(day.ordinal - start.ordinal)
  }

  /// How far apart, in tokens, mentions may stand that tell of one occasion although only one of them is dated.
  private static let reach = 60

  private static func isNear(_ left: EventDraft, _ right: EventDraft) -> Bool {
    left.triggers.contains { a in right.triggers.contains { abs(a - $0) <= reach } }
  }

  private static func isTold(_ left: EventDraft, before right: EventDraft) -> Bool {
    guard let a = left.triggers.min(), let b = right.triggers.min() else { return false }
    return a <= b
  }

  /// «سأجري محادثات»: who visits talks to those whom he visits.
  private static func addHosts(of visit: EventDraft, to event: inout EventDraft) {
    for part in visit.parts where part.role == .recipient && !event.entities.contains(part.entity) {
      event.parts.append(EventDraft.Part(entity: part.entity, role: .both))
    }
  }

  // MARK: - Whereabouts

  /// Whether an event is one of words or meetings, which is where those are who do it.
  private static func isSpoken(_ event: EventDraft) -> Bool {
    switch event.type {
    case .consult: event.mode == .meeting || event.mode == .talks
    case .agree, .support, .request, .accuse, .reject, .threaten: true
    default: false
    }
  }

  /// The city where a person who takes part was on the event's day, as another event near it tells, or one whose day it
  /// took over. Of a country it is where its minister was.
  private static func whereabouts(of event: EventDraft, _ events: [EventDraft], _ entities: EntityDrafts) -> Int? {
    let day = event.date?.date
    guard day?.precision == .day || day == nil && event.isAhead else { return nil }
    let actors = Set(event.parts.filter { $0.role == .actor || $0.role == .both }.map(\.entity))
    let persons = actors.filter { entities[$0].kind == .person }
    let states = Set(actors.filter { entities[$0].kind == .country }.compactMap { entities[$0].country })
    let isTakenOver = day != nil && event.date?.expression == nil
    func isThere(_ part: EventDraft.Part) -> Bool {
      if persons.contains(part.entity) { return true }
      guard isTakenOver, entities[part.entity].kind == .person, entities[part.entity].sector == .government else {
        return false
      }
      return entities[part.entity].country.map(states.contains) ?? false
    }
    let other = events.last { other in
      other.type == .consult && (other.date?.date == day || day == nil) && !other.isAhead
        && (isNear(other, event) || isTakenOver && isTold(other, before: event))
        && (other.mode == .meeting || other.mode == .talks || other.mode == .visit)
        && other.parts.contains { $0.role != .recipient && isThere($0) }
        && (other.place.map { entities[$0].kind == .place } ?? false)
    }
    return other?.place
  }
}

extension Sector {
  /// Whether its people act for their country.
  fileprivate var isOfState: Bool {
    switch self {
    case .government, .military, .intelligence, .police, .legislature: true
    default: false
    }
  }
}
