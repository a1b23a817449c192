internal import EventModel

/// An entity that the tables describe.
struct KnownEntity: Sendable {
  /// Which table it comes from.
  enum Source: String, Sendable {
    case person, country, place, organization, media
  }

  /// The table.
  var source: Source
  /// Table and row id, such as `person:vladimir-putin`: the entity's identity.
  var key: String
  var kind: EntityKind
  var name: String
  var nameEnglish: String?
  var country: String?
  var sector: Sector?
  var wikidata: String?
  /// The country whose government the name stands for: a capital, or a seat of government.
  var standsFor: String?
  /// Whether the name is taken only after a head noun (قناة العربية).
  var needsHead = false
  /// Whether verbs agree with the name as masculine; countries are feminine but for a few.
  var isMasculine = true
  /// Dated offices of a person.
  var roles: [DatedRole] = []
}

extension KnownEntity {
  /// The row's id without the table's name.
  var rowID: String {
    key.utf8.firstIndex(of: 0x3A).map { String(key[key.utf8.index(after: $0)...]) } ?? key
  }
}

/// An office that a person held.
struct DatedRole: Sendable {
  /// The role's id in the table of roles.
  var role: String
  /// The country's ISO code or the organization's id.
  var of: String
  /// When.
  var date: EDTFDate?

  /// Reads `role@country:dates`, where the dates may be missing; nil where it is anything else.
  init?(_ cell: UnsafeBufferPointer<UInt8>) {
    let end = cell.firstIndex(of: 0x3A) ?? cell.count
    guard let at = cell.firstIndex(of: 0x40), at > 0, at + 1 < end, !cell[(at + 1)..<end].contains(0x40)
    else { return nil }
    role = String(decoding: cell[..<at], as: UTF8.self)
    of = String(decoding: cell[(at + 1)..<end], as: UTF8.self)
    guard end < cell.count else { return }
    guard let date = EDTFDate(utf8: UnsafeBufferPointer(rebasing: cell[(end + 1)...]).span) else { return nil }
    self.date = date
  }
}
