internal import Digest
internal import EventModel

/// Joins the entities of all articles: one entity a key.
struct EntityResolution {
  /// All entities, each once.
  private(set) var entities: [Entity] = []
  /// Their keys.
  private var keys: [String] = []
  private var places: [ByteKey: Int] = [:]
  /// The keys of the entities that matter; others are passed over.
  private let wanted: Set<ByteKey>

  /// Makes a resolution that knows of no entity.
  ///
  /// - Parameter wanted: The keys of the entities that matter.
  init(wanted: Set<ByteKey>) {
    self.wanted = wanted
  }

  /// Takes in the entities of an article; the order of articles does not matter.
  mutating func add(_ records: ArticleRecords) {
    for told in records.entities where wanted.contains(ByteKey(told.key)) { add(told) }
  }

  /// Puts the entities' aliases in order, once all articles have told theirs.
  mutating func finish() {
    for place in entities.indices { Self.finish(&entities[place]) }
  }

  /// The entity of a key.
  subscript(key: String) -> Entity? { places[ByteKey(key)].map { entities[$0] } }

  /// A key, in one place for all that refer to it.
  func key(_ key: String) -> String { places[ByteKey(key)].map { keys[$0] } ?? key }

  /// The id of a key's entity.
  func id(of key: String) -> RecordID { places[ByteKey(key)].map { entities[$0].id } ?? Self.id(key) }

  /// The id of a key.
  static func id(_ key: String) -> RecordID {
    var identity = IdentityKey(.entity)
    identity.append(key)
    return RecordID(.entity, digest: SHA256Digest.bytes(of: identity.bytes))
  }

  private mutating func add(_ told: LocalEntity) {
    let key = ByteKey(told.key)
    guard let place = places[key] else {
      places[key] = entities.count
      keys.append(told.key)
      entities.append(
        Entity(
          id: Self.id(told.key), kind: told.kind, name: told.name, nameEnglish: told.nameEnglish,
          aliases: told.surfaces + [told.name], wikidata: told.wikidata,
          country: told.country, sector: told.sector, masked: told.masked))
      return
    }
    Self.join(told, to: &entities[place])
  }

  private static func join(_ told: LocalEntity, to known: inout Entity) {
    if !told.isKnown, isBetter(told.name, than: known.name, for: known.kind) { known.name = told.name }
    known.country = least(known.country, told.country)
    if known.sector != told.sector {
      known.sector = [known.sector, told.sector].compactMap { $0 }.min { $0.rawValue < $1.rawValue }
    }
    if known.masked != told.masked {
      known.masked = [known.masked, told.masked].compactMap { $0 }.min {
        ($0.count ?? 0, $0.reason.rawValue) < ($1.count ?? 0, $1.reason.rawValue)
      }
    }
    for surface in told.surfaces { add(alias: surface, to: &known) }
    add(alias: told.name, to: &known)
  }

  private static func add(alias: String, to known: inout Entity) {
    if !known.aliases.contains(where: { $0.hasBytes(of: alias) }) { known.aliases.append(alias) }
  }

  /// An alias is another form than the name; aliases stand in order, each once.
  private static func finish(_ entity: inout Entity) {
    var aliases: [String] = []
    for alias in entity.aliases.sorted(by: precedes) where !alias.hasBytes(of: entity.name) {
      if aliases.last.map({ !$0.hasBytes(of: alias) }) ?? true { aliases.append(alias) }
    }
    entity.aliases = aliases
  }

  private static func least(_ left: String?, _ right: String?) -> String? {
    guard let left else { return right }
    return right.map { min(left, $0) } ?? left
  }

  /// Of two names the longer one says more, but of a group the shorter one says what all its mentions have in common;
  /// equal lengths go by bytes.
  private static func isBetter(_ left: String, than right: String, for kind: EntityKind) -> Bool {
    let (a, b) = (left.utf8.count, right.utf8.count)
    if a == b { return precedes(left, right) }
    return kind == .group ? a < b : a > b
  }

  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
