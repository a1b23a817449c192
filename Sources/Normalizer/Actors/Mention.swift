internal import ArabicText
internal import EventModel

/// A stretch of text that names or describes an actor or place.
struct Mention: Sendable {
  /// How the text speaks of it.
  enum Form: Sendable, Hashable {
    case name
    case role
    case group
    case country
    case place
    case organization
    /// A noun or pronoun that stands for entities named elsewhere (الجانبان, الاثنان, نظيره).
    case anaphor
  }

  /// Its tokens, clitics and all.
  var tokens: Range<Int>
  /// The particles glued to its first token.
  var proclitics: Proclitics
  /// How the text speaks of it.
  var form: Form
  /// The entities that it stands for; several for duals and joint roles.
  var entities: [Int]
  var number: VerbForm.Number
  var isFeminine: Bool
  var isDefinite: Bool
  /// What its role means, for roles.
  var offices: [Office] = []
  /// The sector that a role tells.
  var sector: Sector?
  /// Whether a personal name belongs to it.
  var isNamed = false
  /// Which rule found it.
  var rule: String

  /// Whether it names or describes people.
  var isPeople: Bool {
    switch form {
    case .name, .role, .group, .anaphor: true
    case .country, .place, .organization: false
    }
  }
}
