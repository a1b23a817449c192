package import EventModel

/// An entity as far as one article tells.
package struct LocalEntity: Sendable, Hashable {
  /// What makes it the same entity elsewhere: a table's row, or kind and folded name.
  package var key: String
  /// Its kind.
  package var kind: EntityKind
  /// Its name.
  package var name: String
  /// Its English name, where a table has it.
  package var nameEnglish: String?
  /// The ISO code of its country.
  package var country: String?
  /// Its sector.
  package var sector: Sector?
  /// Its Wikidata id.
  package var wikidata: String?
  /// Why its identity is withheld.
  package var masked: Masking?
  /// The forms met, without clitics, each once.
  package var surfaces: [String]
  /// Whether the tables have it.
  package var isKnown: Bool

  /// Makes an entity.
  package init(
    key: String, kind: EntityKind, name: String, nameEnglish: String? = nil, country: String? = nil,
    sector: Sector? = nil, wikidata: String? = nil, masked: Masking? = nil, surfaces: [String] = [],
    isKnown: Bool = false
  ) {
    self.key = key
    self.kind = kind
    self.name = name
    self.nameEnglish = nameEnglish
    self.country = country
    self.sector = sector
    self.wikidata = wikidata
    self.masked = masked
    self.surfaces = surfaces
    self.isKnown = isKnown
  }
}

extension LocalEntity {
  /// What resolution needs of a draft.
  init(_ draft: EntityDrafts.Draft) {
    self.init(
      key: draft.key, kind: draft.kind, name: draft.name, nameEnglish: draft.nameEnglish, country: draft.country,
      sector: draft.sector, wikidata: draft.wikidata, masked: draft.masked, surfaces: draft.surfaces,
      isKnown: draft.known != nil)
  }
}
