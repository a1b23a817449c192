internal import EventModel

extension Token {
  static let edtf = Token(
    name: "edtf",
    meaning: """
      A date in the Extended Date/Time Format, level 1 (ISO 8601-2): year, month, day, season (21–24) or quarter \
      (33–36), a qualifier (~ approximate, ? uncertain, % both), or an interval, whose open side is `..`.
      """,
    pattern: #"\#(point)(/(\#(point)|\.\.))?|\.\./\#(point)"#, format: "edtf")

  private static let point =
    "-?[0-9]{4}(-((0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?|2[1-4]|3[3-6]))?[~?%]?"

  static let day = Token(
    name: "day", meaning: "A day of the Gregorian calendar in ISO 8601.",
    pattern: "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", format: "date")

  static let wikidata = Token(
    name: "wikidata", meaning: "An item of Wikidata.", pattern: "Q[1-9][0-9]*")

  static let language = Token(
    name: "language", meaning: "A language tag of BCP 47.", pattern: "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

  static let sha256 = Token(
    name: "sha256", meaning: "A SHA-256 digest in lower-case hexadecimal digits.", pattern: "[0-9a-f]{64}")

  static let encoding = Token(
    name: "encoding", meaning: "The name of a character encoding in lower case.", pattern: "[a-z0-9][a-z0-9._:+-]*")

  static let mediaType = Token(
    name: "media-type", meaning: "A media type without parameters.", pattern: "[a-z]+/[a-z0-9][a-z0-9.+-]*")

  static let removal = Token(
    name: "removal", meaning: "A stretch in offsets, and the reason why it is no article text.",
    pattern: "[0-9]+-[0-9]+ (" + Enumeration.removalReason.values.map(\.name).joined(separator: "|") + ")")

  static let supported = Token(
    name: "supported-id", meaning: "The id of an event or an article.", pattern: "(evt|art)-[0-9a-f]{16}")

  /// The form of the ids of a kind.
  static func id(_ kind: RecordID.Kind) -> Token {
    let name =
      switch kind {
      case .article: "article"
      case .entity: "entity"
      case .event: "event"
      case .claim: "claim"
      }
    return Token(
      name: name + "-id", meaning: "The id of \(kind == .claim ? "a" : "an") \(name).",
      pattern: kind.rawValue + "-[0-9a-f]{16}")
  }
}
