package import EventModel

/// An event as far as one article tells, with its quotations.
package struct LocalEvent: Sendable, Hashable {
  /// Who took part.
  package struct Part: Sendable, Hashable {
    /// The number of the entity among the article's.
    package var entity: Int
    /// As what.
    package var role: Participant.Role

    /// Makes a part.
    package init(entity: Int, role: Participant.Role) {
      self.entity = entity
      self.role = role
    }
  }

  /// The PLOVER type.
  package var type: EventType
  /// How it was done.
  package var mode: EventMode?
  /// The CAMEO code.
  package var cameo: String
  /// Whether it happened.
  package var status: Event.Status
  /// Who took part.
  package var parts: [Part]
  /// The number of the place among the article's entities.
  package var place: Int?
  /// When it was.
  package var date: EventDate?
  /// The date for each of the article's candidate days, where the event's own date waits for it.
  package var dates: [EDTFDate?]
  /// The words that give the waiting date.
  package var expression: String?
  /// Whether these words only tell when others told of it.
  package var isRevealed: Bool
  /// How many there were.
  package var count: EventCount?
  /// What it was about.
  package var topics: [String]
  /// The rows that found it.
  package var rules: [String]
  /// Whether it is told of as many without a number: «اتصالات», «لقاءات».
  package var isSeries: Bool
  /// The clauses that mention it.
  package var evidence: [Evidence]
  /// Who says what of it.
  package var claims: [LocalClaim]

  /// Makes an event.
  package init(
    type: EventType, mode: EventMode?, cameo: String, status: Event.Status, parts: [Part] = [], place: Int? = nil,
    date: EventDate? = nil, dates: [EDTFDate?] = [], expression: String? = nil, isRevealed: Bool = false,
    count: EventCount? = nil, topics: [String] = [], rules: [String] = [], isSeries: Bool = false,
    evidence: [Evidence] = [], claims: [LocalClaim] = []
  ) {
    self.type = type
    self.mode = mode
    self.cameo = cameo
    self.status = status
    self.parts = parts
    self.place = place
    self.date = date
    self.dates = dates
    self.expression = expression
    self.isRevealed = isRevealed
    self.count = count
    self.topics = topics
    self.rules = rules
    self.isSeries = isSeries
    self.evidence = evidence
    self.claims = claims
  }
}

/// A claim of one article.
package struct LocalClaim: Sendable, Hashable {
  /// One transmitter.
  package struct Link: Sendable, Hashable {
    /// The words that name it.
    package var name: String
    /// The number of the entity among the article's.
    package var entity: Int?
    /// Whether it is named.
    package var named: Bool
    /// The reporting word.
    package var verb: String

    /// Makes a link.
    package init(name: String, entity: Int? = nil, named: Bool, verb: String) {
      self.name = name
      self.entity = entity
      self.named = named
      self.verb = verb
    }
  }

  /// From the nearest transmitter to the origin.
  package var chain: [Link]
  /// Whether it is asserted, denied and so on.
  package var stance: Claim.Stance
  /// What of the event is meant.
  package var scope: Claim.Scope
  /// How it is said.
  package var speech: Claim.Speech
  /// Source, verb and content.
  package var evidence: Evidence

  /// Makes a claim.
  package init(
    chain: [Link], stance: Claim.Stance, scope: Claim.Scope, speech: Claim.Speech, evidence: Evidence
  ) {
    self.chain = chain
    self.stance = stance
    self.scope = scope
    self.speech = speech
    self.evidence = evidence
  }
}
