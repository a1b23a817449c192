/// A canonical actor or place.
public struct Entity: Hashable, Sendable, Identifiable {
  /// The content-derived id.
  public var id: RecordID
  /// What kind of entity it is.
  public var kind: EntityKind
  /// The preferred Arabic name.
  public var name: String
  /// The English name, where it is known.
  public var nameEnglish: String?
  /// Other surface forms met in the corpus, sorted by code point.
  public var aliases: [String]
  /// The Wikidata item, only where it is certain.
  public var wikidata: String?
  /// The ISO 3166-1 alpha-3 code of the country it belongs to.
  public var country: String?
  /// The PLOVER sector.
  public var sector: Sector?
  /// Set where the text withholds the identity.
  public var masked: Masking?

  /// Makes an entity.
  public init(
    id: RecordID, kind: EntityKind, name: String, nameEnglish: String? = nil, aliases: [String] = [],
    wikidata: String? = nil, country: String? = nil, sector: Sector? = nil, masked: Masking? = nil
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.nameEnglish = nameEnglish
    self.aliases = aliases
    self.wikidata = wikidata
    self.country = country
    self.sector = sector
    self.masked = masked
  }
}

/// What kind of thing an entity is.
public enum EntityKind: String, Sendable, CaseIterable, Hashable {
  case person
  case organization
  case country
  case place
  case group
}

/// Why and for how many people a text withholds an identity.
public struct Masking: Hashable, Sendable {
  /// Why the identity is withheld.
  public enum Reason: String, Sendable, CaseIterable {
    case onRequest = "on-request"
    case legal
    case unnamed
    case unknown
  }

  /// Why the identity is withheld.
  public var reason: Reason
  /// How many people, as stated.
  public var count: Int?

  /// Makes a masking.
  public init(reason: Reason, count: Int? = nil) {
    self.reason = reason
    self.count = count
  }
}
