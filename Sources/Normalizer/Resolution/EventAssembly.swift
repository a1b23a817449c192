internal import ArabicText
internal import Digest
internal import EventModel

/// An event while the tellings of several articles are put together; entities are known by their keys.
struct EventAssembly {
  private var type: EventType
  private var mode: EventMode?
  private var cameo: String
  private var status: Event.Status
  private var roles: [String: Participant.Role]
  /// A list of each participant's forms, because it is short and hashing Arabic text is slow.
  private var surfaces: [String: [String]] = [:]
  private var place: EventSite?
  /// What tells that two articles name the same side, by participant.
  private var sides: [String: EventSide]
  private var date: EventDate?
  private var count: EventCount?
  /// Its first quotation.
  private var opening: Evidence?
  private var topics: Set<String> = []
  private var evidence: Set<Evidence> = []
  private var claims: [Claim] = []
  private var articles: Set<RecordID>
  /// Whether it is told of as many without a number.
  private var isSeries: Bool
  /// The rows whose words tell of it.
  private var rules: Set<String>
  /// Participants that are specific enough to tell that two articles speak of one event.
  private var named: Set<String>

  /// Begins with what one article tells, as far as it tells events apart.
  init(_ event: LocalEvent, of records: ArticleRecords, _ resolution: EntityResolution) {
    let entities = records.entities
    type = event.type
    mode = event.mode
    cameo = event.cameo
    status = event.status
    roles = [:]
    sides = [:]
    named = []
    for part in event.parts {
      let entity = entities[part.entity]
      let (key, side) = (resolution.key(entity.key), EventSide(entity))
      roles[key] = part.role
      sides[key] = side
      if entity.kind == .person || side.isState || entity.isKnown { named.insert(side.key) }
    }
    place = event.place.map { EventSite(entities[$0]) }
    date = event.date
    count = event.count
    articles = [records.article.id]
    rules = Set(event.rules)
    isSeries = event.isSeries
    opening = event.evidence.min { ($0.article, $0.range.lowerBound) < ($1.article, $1.range.lowerBound) }
    // Its words count only where little else tells the event apart.
    if date != nil || named.count > 1 { opening?.quote = "" }
  }

  /// Takes in the forms of names, the topics, quotations and claims of one of the tellings.
  mutating func add(_ event: LocalEvent, of records: ArticleRecords, _ resolution: EntityResolution) {
    let entities = records.entities
    for part in event.parts {
      let key = resolution.key(entities[part.entity].key)
      surfaces[key] = Self.union(surfaces[key] ?? [], entities[part.entity].surfaces)
    }
    topics.formUnion(event.topics)
    evidence.formUnion(event.evidence)
    claims += event.claims.map { Self.claim($0, entities, records.article.id, resolution) }
  }

  private static func union(_ left: [String], _ right: [String]) -> [String] {
    var result = left
    for form in right where !result.contains(form) { result.append(form) }
    return result
  }

  private static func claim(
    _ local: LocalClaim, _ entities: [LocalEntity], _ article: RecordID, _ resolution: EntityResolution
  ) -> Claim {
    let chain = local.chain.map { source in
      Claim.Link(
        name: source.name, nameEnglish: source.entity.flatMap { entities[$0].nameEnglish },
        entity: source.entity.map { resolution.id(of: entities[$0].key) }, named: source.named, verb: source.verb)
    }
    return Claim(
      id: RecordID(.claim, bits: 0), article: article, chain: chain, stance: local.stance, scope: local.scope,
      speech: local.speech, evidence: local.evidence)
  }

  // MARK: - Identity

  /// The id: type, mode, sorted participants, date and place, and the words that tell it where nothing tells which it was.
  func id(_ entities: EntityResolution) -> RecordID {
    var key = IdentityKey(.event)
    key.append(type.rawValue)
    key.append(mode?.rawValue)
    key.append(roles.count)
    for participant in roles.keys.map({ entities.id(of: $0).description }).sorted() { key.append(participant) }
    key.append(date?.date.description)
    key.append(place.map { entities.id(of: $0.key).description })
    // «سيطر الثوار على مواقع»: without a day and another side, only the same words are the same event.
    if date == nil, named.count < 2 { key.append(wording) }
    return RecordID(.event, digest: SHA256Digest.bytes(of: key.bytes))
  }

  /// The folded words of the first quotation.
  private var wording: String? { opening.map { String(decoding: Folding.fold($0.quote), as: UTF8.self) } }

  /// The order of events of one id, by their first quotations, so that joining does not depend on the order of articles.
  func precedes(_ other: Self) -> Bool {
    guard let left = opening, let right = other.opening else { return opening != nil }
    return (left.article, left.range.lowerBound) < (right.article, right.range.lowerBound)
  }

  /// Events can be the same only if they share one of these: two names, all sides on a day, or two countries on a day where
  /// one article names who acts for the other's state. One name alone would bring together all that a state ever did.
  var blockingKeys: [String] {
    let names = named.sorted()
    var blocks = names.indices.flatMap { first in names[(first + 1)...].map { [names[first], $0] } }
    if let date = date?.date {
      blocks.append([date.description] + Set(sides.values.map(\.key)).sorted())
      let countries = sides.values.compactMap(\.country).sorted()
      if date.precision == .day, place != nil, sides.count == 2, countries.count == 2 {
        blocks.append([date.description] + countries)
      }
    } else if !isStanding {
      return []
    }
    return blocks.map { type.rawValue + "|" + $0.joined(separator: "|") }
  }

  /// The ordinals of the days that it may have been on; the open side of an interval is without bound.
  var days: ClosedRange<Int> {
    let (first, last) = (date?.date.earliest?.ordinal ?? .min, date?.date.latest?.ordinal ?? .max)
    return first...max(first, last)
  }

  /// Whether two events are of one mode.
  func hasMode(of other: Self) -> Bool { mode == other.mode }

  /// Whether an article keeps two events apart, which no third telling joins then.
  func sharesArticle(with other: Self) -> Bool { !articles.isDisjoint(with: other.articles) }

  /// Whether another article tells of the same event: compatible mode and date, and the same named participants or one
  /// set within the other, at least two of them.
  func isSame(as other: Self) -> Bool {
    guard type == other.type, articles != other.articles, EventMerging.modesAgree(mode, other.mode) else {
      return false
    }
    if date == nil || other.date == nil {
      return isStanding && other.isStanding && named == other.named && doers == other.doers
    }
    guard let left = date?.date, let right = other.date?.date, left.overlaps(right) else { return false }
    // Talks may be affirmed and negotiations denied: what one affirms and one denies they call the same.
    if (status == .denied) != (other.status == .denied), mode != other.mode || rules.isDisjoint(with: other.rules) {
      return false
    }
    // «بعد الانتخابات» is no day, and holds for much else; what goes on since a day is the same only with what goes on.
    if (left.width == .max) != (right.width == .max), status != .ongoing || other.status != .ongoing { return false }
    if isSeries != other.isSeries, mode != other.mode,
      EventMerging.isSingle(isSeries ? other.mode : mode, isSeries ? other.count : count)
    {
      return false
    }
    if let left = count, let right = other.count, left.value != right.value { return false }
    if let left = place, let right = other.place, !left.agrees(with: right) { return false }
    // One name in common is not enough, unless it is all there is and the day is the same.
    let shared = named.intersection(other.named)
    let isOneDay = left == right && (left.precision == .day || left.latest != nil && left.earliest == nil)
    let areAll = isOneDay && Set(sides.values.map(\.key)) == Set(other.sides.values.map(\.key))
    if shared.count >= 2 || areAll {
      return named.isSubset(of: other.named) || other.named.isSubset(of: named)
    }
    return left == right && left.precision == .day && place != nil && other.place != nil && isRepresented(in: other)
  }

  /// «تحافظ واشنطن وموسكو على قنوات اتصال», «لدينا قنوات»: whether two are in contact, by whatever channel, without an end;
  /// «الأميركيين المحتجزين في روسيا»: or one holds people of the other.
  private var isStanding: Bool {
    (type == .consult && mode == .unspecified || type == .coerce && mode == .arrest) && status == .ongoing
      && named.count == 2 && sides.count == 2 && date?.date.latest == nil
  }

  /// Who acts, where not all do alike.
  private var doers: Set<String> { Set(sides.filter { roles[$0.key] == .actor }.map(\.value.key)) }

  /// «حذرت واشنطن موسكو», «حذر بيرنز ناريشكين»: whether the same two states act and suffer, one article naming a state
  /// where the other names somebody who acts for it.
  private func isRepresented(in other: Self) -> Bool {
    guard sides.count == 2, other.sides.count == 2, named.count == 2, other.named.count == 2 else { return false }
    var countries: Set<String> = []
    for (key, side) in sides {
      guard let country = side.country,
        let peer = other.sides.first(where: { $0.value.country == country && other.roles[$0.key] == roles[key] }),
        side.stands(for: peer.value)
      else { return false }
      countries.insert(country)
    }
    return countries.count == 2
  }

  /// The keys of the entities that the event refers to, but for its claims.
  var keys: [String] { Array(roles.keys) + (place.map { [$0.key] } ?? []) }

  /// The ordinal of the first day that it may have been on, as the canonical order of events has it: without a date last.
  var firstDay: Int { date.map { $0.date.earliest?.ordinal ?? .min } ?? .max }

  // MARK: - Joining

  /// Takes in another telling.
  mutating func absorb(_ other: Self) {
    mode = Self.finer(mode, other.mode)
    if cameo != other.cameo { cameo = max(cameo, other.cameo) }
    if other.status.weight < status.weight { status = other.status }
    for (key, role) in other.roles where roles[key] == nil { roles[key] = role }
    sides.merge(other.sides) { own, _ in own }
    dropRepresented()
    if let site = other.place, place.map({ $0.rank < site.rank }) ?? true { place = site }
    date = Self.finer(date, other.date)
    count = count ?? other.count
    if other.precedes(self) { opening = other.opening }
    articles.formUnion(other.articles)
    rules.formUnion(other.rules)
    named.formUnion(other.named)
  }

  /// A state beside somebody who acts for it in the same role is no further participant, nor is a people beside its state,
  /// nor are citizens beside their people.
  private mutating func dropRepresented() {
    let represented = sides.filter { key, side in
      side.isState
        && sides.contains { other in
          other.key != key && other.value.country == side.country && roles[other.key] == roles[key]
            && (side.isPeople
              ? other.value.isState && !other.value.isPeople || other.value.isWholePeople : other.value.isOfState)
        }
    }
    for key in represented.keys {
      sides[key] = nil
      roles[key] = nil
    }
  }

  private static func finer(_ left: EventMode?, _ right: EventMode?) -> EventMode? {
    guard let left, left != .unspecified else { return right ?? left }
    guard let right, right != .unspecified else { return left }
    return left.rawValue < right.rawValue ? left : right
  }

  private static func finer(_ left: EventDate?, _ right: EventDate?) -> EventDate? {
    guard let left else { return right }
    guard let right else { return left }
    let (a, b) = (left.date.width, right.date.width)
    if a != b { return a < b ? left : right }
    let isFirst =
      (left.date.description, left.expression ?? "") <= (right.date.description, right.expression ?? "")
    return isFirst ? left : right
  }

  // MARK: - The record

  /// The finished event.
  func event(_ entities: EntityResolution, _ context: EventContext) -> Event {
    let id = id(entities)
    let participants = roles.keys.compactMap { key in
      entities[key].map { entity in
        var entity = entity
        entity.aliases = []
        return Participant(
          entity: entity, role: roles[key] ?? .both,
          surface: (surfaces[key] ?? []).sorted(by: EntityResolution.precedes))
      }
    }
    let claims = finished(claims, event: id)
    let place = place.flatMap { entities[$0.key] }.map {
      EventPlace(entity: $0.id, name: $0.name, nameEnglish: $0.nameEnglish, country: $0.country)
    }
    let affirming = claims.filter { $0.affirmsOccurrence }
    let denying = claims.contains { $0.stance == .denies && $0.scope == .occurrence }
    let isContested = denying && !affirming.isEmpty
    var event = Event(
      id: id, type: type, mode: mode, cameo: cameo,
      status: isAlleged(claims, affirming, contested: isContested, context) ? .alleged : status,
      contested: isContested, date: date, place: place,
      count: count,
      participants: participants.sorted {
        ($0.role.rawValue, $0.entity.id.description) < ($1.role.rawValue, $1.entity.id.description)
      },
      topics: topics.sorted(by: EntityResolution.precedes), claims: claims,
      evidence: evidence.sorted {
        ($0.article, $0.range.lowerBound, $0.range.upperBound) < ($1.article, $1.range.lowerBound, $1.range.upperBound)
      },
      corroboration: Corroboration(
        articles: articles, claims: affirming, outlets: context.outlets, originals: context.originals))
    event.confidence = Confidence.percent(of: event)
    return event
  }

  /// Whether an event is known by allegation only: someone denies it and no named source confirms it, or none but
  /// anonymous sources tell of it and none confirms it. Outlets that pass it on do not count, officials of a country speak
  /// for it, and what is done in public or by saying it is no secret that a source lets out.
  private func isAlleged(
    _ claims: [Claim], _ affirming: [Claim], contested: Bool, _ context: EventContext
  ) -> Bool {
    guard status == .occurred || status == .ongoing else { return false }
    let origins = affirming.filter { claim in !(claim.chain.last?.entity.map(context.newsrooms.contains) ?? false) }
    if contested { return !origins.contains { $0.stance == .confirms && $0.chain.last?.named ?? false } }
    let isOpen =
      switch type {
      case .accuse, .assault, .coerce, .protest, .retreat: true
      default: false
      }
    guard !isOpen, !origins.isEmpty,
      origins.allSatisfy({ claim in
        claim.stance != .confirms
          && claim.chain.last.map { !$0.named && !($0.entity.map(context.offices.contains) ?? false) } ?? false
      })
    else { return false }
    // The article may tell it in words of its own once, as headlines do.
    let own = evidence.filter { told in
      !claims.contains { $0.article == told.article && $0.evidence.range.overlaps(told.range) }
    }
    return own.count <= 1
  }

  /// Gives claims their ids and order, each once.
  private func finished(_ claims: [Claim], event: RecordID) -> [Claim] {
    var result: [RecordID: Claim] = [:]
    for var claim in claims {
      var key = IdentityKey(.claim)
      key.append(event.description)
      key.append(claim.article.description)
      key.append(claim.stance.rawValue)
      key.append(claim.scope.rawValue)
      for link in claim.chain { key.append(link.entity?.description ?? link.name) }
      key.append(claim.evidence.range.lowerBound)
      key.append(claim.evidence.range.upperBound)
      claim.id = RecordID(.claim, digest: SHA256Digest.bytes(of: key.bytes))
      result[claim.id] = claim
    }
    let sorted = result.values.sorted {
      ($0.article, $0.evidence.range.lowerBound, $0.chain.count, $0.id)
        < ($1.article, $1.evidence.range.lowerBound, $1.chain.count, $1.id)
    }
    // Two tellings of an article may be one event only when all is known; what a source says of both it says once.
    var said: Set<[String]> = []
    return sorted.filter { claim in
      let links = claim.chain.map { $0.entity?.description ?? $0.name }
      return said.insert([claim.article.description, claim.stance.rawValue, claim.scope.rawValue] + links).inserted
    }
  }
}
