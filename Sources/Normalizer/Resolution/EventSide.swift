internal import EventModel

/// A participant as far as it tells whether two articles speak of one event.
struct EventSide {
  /// The entity's key; of a people, that of its state.
  var key: String
  /// The ISO code of its country.
  var country: String?
  /// Whether it is a state, or a people that stands for one: «الأوكرانيون».
  var isState: Bool
  /// Whether it is a people, or citizens of a country: «الأوكرانيون», «مواطنون أوكرانيون».
  var isPeople: Bool
  /// Whether it is a people and not citizens alone.
  var isWholePeople: Bool
  /// Whether it is a person, an office or a body that acts for a state.
  var isOfState: Bool

  init(_ entity: LocalEntity) {
    country = entity.country
    isPeople =
      entity.kind == .group && entity.masked == nil && entity.country != nil && entity.sector == .civilians
      && ["group:people@", "group:citizen@"].contains { entity.key == $0 + (entity.country ?? "") }
    isWholePeople = isPeople && entity.key.hasPrefix("group:people@")
    isState = entity.kind == .country || isPeople
    key = isPeople ? "country:" + (entity.country ?? "") : entity.key
    isOfState =
      switch entity.sector {
      case .government?, .military?, .intelligence?: entity.kind == .person || entity.kind == .organization
      default: false
      }
  }

  /// Whether one article may name this side where another names the other one.
  func stands(for other: Self) -> Bool {
    key == other.key || isState && other.isOfState || isOfState && other.isState
  }
}

/// The place of an event as far as it tells whether two articles speak of one event.
struct EventSite {
  /// The entity's key.
  var key: String
  /// The ISO code of its country.
  var country: String?
  /// How much it tells: a country least, then a house by whose it is, then a name.
  var rank: Int

  init(_ entity: LocalEntity) {
    key = entity.key
    country = entity.country
    rank = entity.kind == .country ? 0 : entity.key.utf8.contains(0x40) ? 1 : 2
  }

  /// Whether an event may have been at both: they are one, or one may lie in the other.
  func agrees(with other: Self) -> Bool {
    if key == other.key { return true }
    if let own = country, let foreign = other.country, own != foreign { return false }
    return rank != other.rank || rank == 1
  }
}
