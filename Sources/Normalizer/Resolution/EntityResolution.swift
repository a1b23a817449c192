internal import Digest
internal import EventModel

/// Joins the entities of all articles: one entity a key.
struct EntityResolution {
  private(set) var entities: [String: Entity] = [:]

  /// Takes in every article's drafts; their order does not matter.
  init(_ records: [ArticleRecords]) {
    for record in records { for draft in record.entities { add(draft) } }
    for key in entities.keys { finish(key) }
  }

  /// The id of a key.
  static func id(_ key: String) -> RecordID {
    var identity = IdentityKey(.entity)
    identity.append(key)
    return RecordID(.entity, digest: SHA256Digest.bytes(of: identity.bytes))
  }

  private mutating func add(_ draft: EntityDrafts.Draft) {
    guard var known = entities[draft.key] else {
      entities[draft.key] = Entity(
        id: Self.id(draft.key), kind: draft.kind, name: draft.name, nameEnglish: draft.nameEnglish,
        aliases: draft.surfaces + [draft.name], wikidata: draft.wikidata,
        country: draft.country, sector: draft.sector, masked: draft.masked)
      return
    }
    if draft.known == nil, Self.isBetter(draft.name, than: known.name, for: known.kind) { known.name = draft.name }
    known.country = Self.least(known.country, draft.country)
    known.sector = [known.sector, draft.sector].compactMap { $0 }.min { $0.rawValue < $1.rawValue }
    known.masked = [known.masked, draft.masked].compactMap { $0 }.min {
      ($0.count ?? 0, $0.reason.rawValue) < ($1.count ?? 0, $1.reason.rawValue)
    }
    for surface in draft.surfaces + [draft.name] where !known.aliases.contains(where: { Self.isEqual($0, surface) }) {
      known.aliases.append(surface)
    }
    entities[draft.key] = known
  }

  /// An alias is another form than the name; aliases stand in order, each once.
  private mutating func finish(_ key: String) {
    guard let entity = entities[key] else { return }
    var aliases: [String] = []
    for alias in entity.aliases.sorted(by: Self.precedes) where !Self.isEqual(alias, entity.name) {
      if aliases.last.map({ !Self.isEqual($0, alias) }) ?? true { aliases.append(alias) }
    }
    entities[key]?.aliases = aliases
  }

  private static func isEqual(_ left: String, _ right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
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
