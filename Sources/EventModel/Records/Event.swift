/// Something an actor did, or two or more did together, merged over all its mentions in all articles.
public struct Event: Hashable, Sendable, Identifiable {
  /// Whether it happened.
  public enum Status: String, Sendable, CaseIterable {
    case occurred
    case ongoing
    case planned
    case requested
    case denied
    case alleged
  }

  /// The content-derived id.
  public var id: RecordID
  /// The PLOVER type.
  public var type: EventType
  /// One of ``EventType/modes``, or nil.
  public var mode: EventMode?
  /// The CAMEO code, three or four digits.
  public var cameo: String
  /// Whether it happened.
  public var status: Status
  /// Whether one claim asserts or confirms and another denies that it happened.
  public var contested: Bool
  /// How likely the words were read rightly, in percent: that they tell of an event of this type with participants of
  /// these. It says nothing about whether what they tell is true.
  public var confidence: Int
  /// The event that this one is a counted part of.
  public var partOf: RecordID?
  /// When it happened.
  public var date: EventDate?
  /// Where it happened.
  public var place: EventPlace?
  /// How often it happened.
  public var count: EventCount?
  /// Who took part.
  public var participants: [Participant]
  /// What it was about: noun phrases as printed, without clitics.
  public var topics: [String]
  /// Who says so and who denies it.
  public var claims: [Claim]
  /// Every clause that mentions the event.
  public var evidence: [Evidence]
  /// How many independent voices report it.
  public var corroboration: Corroboration

  /// Makes an event.
  public init(
    id: RecordID, type: EventType, mode: EventMode?, cameo: String, status: Status, contested: Bool = false,
    confidence: Int = 0, partOf: RecordID? = nil, date: EventDate? = nil, place: EventPlace? = nil,
    count: EventCount? = nil,
    participants: [Participant] = [], topics: [String] = [], claims: [Claim] = [], evidence: [Evidence] = [],
    corroboration: Corroboration = Corroboration()
  ) {
    self.id = id
    self.type = type
    self.mode = mode
    self.cameo = cameo
    self.status = status
    self.contested = contested
    self.confidence = confidence
    self.partOf = partOf
    self.date = date
    self.place = place
    self.count = count
    self.participants = participants
    self.topics = topics
    self.claims = claims
    self.evidence = evidence
    self.corroboration = corroboration
  }
}

/// When an event happened, or a claim was made.
public struct EventDate: Hashable, Sendable {
  /// How the date was found.
  public enum Basis: String, Sendable, CaseIterable {
    case explicit
    case relative
    case knownEvent = "known-event"
    case otherArticle = "other-article"
  }

  /// The date; first and last day and precision follow from it.
  public var date: EDTFDate
  /// The words that give the date, as printed.
  public var expression: String?
  /// How the date was found.
  public var resolvedBy: Basis

  /// Makes a date.
  public init(date: EDTFDate, expression: String?, resolvedBy: Basis) {
    self.date = date
    self.expression = expression
    self.resolvedBy = resolvedBy
  }
}

/// Where an event happened.
public struct EventPlace: Hashable, Sendable {
  /// The place's entity.
  public var entity: RecordID
  /// The preferred Arabic name.
  public var name: String
  /// The English name, where it is known.
  public var nameEnglish: String?
  /// The ISO 3166-1 alpha-3 code of its country.
  public var country: String?

  /// Makes a place.
  public init(entity: RecordID, name: String, nameEnglish: String? = nil, country: String? = nil) {
    self.entity = entity
    self.name = name
    self.nameEnglish = nameEnglish
    self.country = country
  }
}

/// How often an event happened.
public struct EventCount: Hashable, Sendable {
  /// How the stated number relates to the true one.
  public enum Relation: String, Sendable, CaseIterable {
    case exactly
    case atLeast = "at-least"
    case about
    case atMost = "at-most"
  }

  /// The stated number.
  public var value: Int
  /// How it relates to the true one.
  public var relation: Relation

  /// Makes a count.
  public init(value: Int, relation: Relation = .exactly) {
    self.value = value
    self.relation = relation
  }
}

/// An entity's part in an event.
public struct Participant: Hashable, Sendable {
  /// What a participant does in an event.
  public enum Role: String, Sendable, CaseIterable {
    /// The doer: visitor, caller, sender.
    case actor
    /// The target: host, called, receiver.
    case recipient
    /// Peers who did it together.
    case both
    case mediator
  }

  /// The entity as it stands in the data set, without its aliases.
  public var entity: Entity
  /// What it does.
  public var role: Role
  /// The forms used in the mentions, sorted by code point.
  public var surface: [String]

  /// Makes a participant.
  public init(entity: Entity, role: Role, surface: [String]) {
    self.entity = entity
    self.role = role
    self.surface = surface
  }
}

/// How many independent voices report an event. An article and its copies (``Article/copyOf``) are one voice.
public struct Corroboration: Hashable, Sendable {
  /// Articles that mention it; an original and its copies count once.
  public var articles: Int
  /// Different outlets of the originals among them.
  public var outlets: Int
  /// Different named sources that assert or confirm it.
  public var namedSources: Int
  /// Different anonymous sources that assert or confirm it.
  public var anonymousSources: Int

  /// Makes a corroboration.
  public init(articles: Int = 0, outlets: Int = 0, namedSources: Int = 0, anonymousSources: Int = 0) {
    self.articles = articles
    self.outlets = outlets
    self.namedSources = namedSources
    self.anonymousSources = anonymousSources
  }
}
