/// What `format` may say of a string, where it is asserted.
///
/// The names are those of JSON Schema 2020-12 (section 7.3 of its validation vocabulary) and one of ours, `edtf`. Formats
/// that need tables of other bodies (e-mail, host names, internationalized addresses) are not here: a schema that asks for
/// them cannot be judged by its formats, and says so.
enum StringFormat: String, Sendable, CaseIterable {
  /// RFC 3339 `full-date`, a day of the calendar.
  case date
  /// RFC 3339 `full-time`, with an offset; a leap second only at the end of a day of universal time.
  case time
  case dateTime = "date-time"
  /// ISO 8601 duration as in RFC 3339, appendix A.
  case duration
  /// RFC 3986, with a scheme.
  case uri
  case uriReference = "uri-reference"
  /// RFC 4122, of any version.
  case uuid
  /// An expression of ECMA-262 with the `u` flag.
  case regex
  case ipv4
  case ipv6
  /// RFC 6901.
  case jsonPointer = "json-pointer"
  case relativeJSONPointer = "relative-json-pointer"
  /// Extended Date/Time Format, level 1 as far as the event model uses it: see ``EventModel/EDTFDate``.
  case edtf

  /// Whether UTF-8 is of the format.
  func allows(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var text = FormatText(text)
    switch self {
    case .date: return text.takeDate() && text.isAtEnd
    case .time: return text.takeTime() && text.isAtEnd
    case .dateTime:
      return text.takeDate() && (text.take("T") || text.take("t")) && text.takeTime() && text.isAtEnd
    case .duration: return text.takeDuration() && text.isAtEnd
    case .uri: return text.isURI(needsScheme: true)
    case .uriReference: return text.isURI(needsScheme: false)
    case .uuid: return text.isUUID
    case .regex: return PatternReader.isExpression(text.string)
    case .ipv4: return text.takeIPv4() && text.isAtEnd
    case .ipv6: return text.isIPv6
    case .jsonPointer: return text.isJSONPointer
    case .relativeJSONPointer: return text.isRelativeJSONPointer
    case .edtf: return text.isEDTF
    }
  }

  /// What the text must be, for people.
  var wanted: String {
    switch self {
    case .date: "a day, as in 2024-10-26"
    case .time: "a time of day with an offset, as in 08:30:00Z"
    case .dateTime: "a moment, as in 2024-10-26T08:30:00Z"
    case .duration: "a duration, as in P1DT12H"
    case .uri: "a URI with a scheme"
    case .uriReference: "a URI or a relative reference"
    case .uuid: "a UUID"
    case .regex: "a regular expression"
    case .ipv4: "an IPv4 address"
    case .ipv6: "an IPv6 address"
    case .jsonPointer: "a JSON pointer"
    case .relativeJSONPointer: "a relative JSON pointer"
    case .edtf: "a date in EDTF, as in 2024-10-26, 2024-10~ or 2024-10-26/.."
    }
  }
}
