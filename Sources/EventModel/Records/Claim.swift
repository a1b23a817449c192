/// One source's stance on one event.
public struct Claim: Hashable, Sendable, Identifiable {
  /// What the source says of it.
  public enum Stance: String, Sendable, CaseIterable {
    case asserts
    case confirms
    case denies
    /// No comment.
    case declines
    /// Cannot confirm, cannot recall.
    case doubts
  }

  /// What the stance is about.
  public enum Scope: String, Sendable, CaseIterable {
    case occurrence
    case topic
    case extent
    case character
  }

  /// How the source's words are reported.
  public enum Speech: String, Sendable, CaseIterable {
    case direct
    case indirect
  }

  /// One transmitter of the chain of attribution.
  public struct Link: Hashable, Sendable {
    /// The source as printed, without clitics.
    public var name: String
    /// The English name, where it is known.
    public var nameEnglish: String?
    /// The source's entity, where it is one.
    public var entity: RecordID?
    /// Whether the text names the source.
    public var named: Bool
    /// The reporting verb, noun or particle, as printed.
    public var verb: String?

    /// Makes a link.
    public init(name: String, nameEnglish: String? = nil, entity: RecordID? = nil, named: Bool, verb: String? = nil) {
      self.name = name
      self.nameEnglish = nameEnglish
      self.entity = entity
      self.named = named
      self.verb = verb
    }
  }

  /// The content-derived id.
  public var id: RecordID
  /// The article that prints it.
  public var article: RecordID
  /// From the nearest transmitter to the origin.
  public var chain: [Link]
  /// What the source says of it.
  public var stance: Stance
  /// What the stance is about.
  public var scope: Scope
  /// How the words are reported.
  public var speech: Speech
  /// When it was said.
  public var date: EventDate?
  /// Where it stands.
  public var evidence: Evidence

  /// Makes a claim.
  public init(
    id: RecordID, article: RecordID, chain: [Link], stance: Stance, scope: Scope, speech: Speech,
    date: EventDate? = nil, evidence: Evidence
  ) {
    self.id = id
    self.article = article
    self.chain = chain
    self.stance = stance
    self.scope = scope
    self.speech = speech
    self.date = date
    self.evidence = evidence
  }
}
