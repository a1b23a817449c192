internal import EventModel
internal import Lexicon

/// An entity that the tables describe.
struct KnownEntity: Sendable {
  /// Which table it comes from.
  enum Source: String, Sendable, CaseIterable {
    case person, country, place, organization, media
  }

  /// The table.
  var source: Source
  /// The row; its names are made when they are asked for, because few of them ever are.
  let row: Table.Row
  var kind: EntityKind
  var country: String?
  var sector: Sector?
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
  var rowID: String { row["id"] }
  /// Table and row id, such as `person:vladimir-putin`: the entity's identity.
  var key: String { source.rawValue + ":" + rowID }
  var name: String { row["name"] }
  var nameEnglish: String? { row.optional("name_en") }
  /// What sort of place it is: city, province, base; nil for all that are no places.
  var placeKind: String? { source == .place ? row["kind"] : nil }
  var wikidata: String? { row.optional("wikidata") }
}

extension Table.Row {
  /// The cell of a column, nil where it is empty.
  func optional(_ column: StaticString) -> String? {
    let cell = utf8(column)
    return cell.isEmpty ? nil : String(decoding: cell, as: UTF8.self)
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
  ///
  /// - Parameter names: The names of roles and bodies that were met, so that each is made once.
  init?(_ cell: UnsafeBufferPointer<UInt8>, _ names: inout ByteMap<String>) {
    var (at, end) = (0, 0)
    while end < cell.count, cell[end] != 0x3A {
      if cell[end] == 0x40 {
        guard at == 0 else { return nil }
        at = end
      }
      end += 1
    }
    guard at > 0, at + 1 < end else { return nil }
    role = names.string(UnsafeBufferPointer(rebasing: cell[..<at]))
    of = names.string(UnsafeBufferPointer(rebasing: cell[(at + 1)..<end]))
    guard end < cell.count else { return }
    guard let date = EDTFDate(utf8: UnsafeBufferPointer(rebasing: cell[(end + 1)...]).span) else { return nil }
    self.date = date
  }
}

extension KnownEntity: Imaged {
  init(from image: inout ImageReader) {
    source = image.read()
    row = image.row(of: source.table)
    kind = image.read()
    country = image.read()
    sector = image.read()
    standsFor = image.read()
    needsHead = image.read()
    isMasculine = image.read()
    roles = image.read()
  }

  func write(to image: inout ImageWriter) {
    image.write(source)
    image.append(row: row)
    image.write(kind, country, sector, standsFor, needsHead, isMasculine, roles)
  }
}

extension KnownEntity.Source: ImagedCase {
  /// The name of the table.
  fileprivate var table: String {
    switch self {
    case .person: "persons"
    case .country: "countries"
    case .place: "places"
    case .organization: "organizations"
    case .media: "media"
    }
  }
}

extension DatedRole: Imaged {
  init(from image: inout ImageReader) {
    role = image.read()
    of = image.read()
    date = image.read()
  }

  func write(to image: inout ImageWriter) { image.write(role, of, date) }
}
