internal import EventModel

extension Token {
  static let edtf = Token(
    name: "edtf",
    meaning: """
      A date in the Extended Date/Time Format, level 1 (ISO 8601-2): year, month, day, season (21–24) or quarter \
      (33–36), a qualifier (~ approximate, ? uncertain, % both), or an interval, whose open side is `..`.
      """,
    pattern: #"(\#(point)|\.\.)(/(\#(point)|\.\.))?"#)

  private static let point = "-?[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?"

  static let cameo = Token(
    name: "cameo", meaning: "An event code of CAMEO, three or four digits.", pattern: "[0-9]{3,4}")

  static let country = Token(
    name: "country", meaning: "A country in ISO 3166-1 alpha-3.", pattern: "[A-Z]{3}")

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
