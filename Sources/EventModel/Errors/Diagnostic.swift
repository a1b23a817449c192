/// A fault in somebody's data: facts with a stable id, a place and a sentence.
///
/// It prints as `file:line:column: error: reason [id]`, leaving out what is not known. The id is stable; the wording may
/// change.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    case error
    case warning
    case note
  }

  /// The stable id, in words joined by hyphens, such as `invalid-utf8`.
  public var id: String
  /// How bad it is.
  public var severity: Severity
  /// The file, as the user named it.
  public var file: String?
  /// The line, from 1.
  public var line: Int?
  /// The column, from 1, in the unit that the format counts in (bytes unless the producer says otherwise).
  public var column: Int?
  /// The record, from 1, in files of records.
  public var record: Int?
  /// The byte offset, from 0.
  public var byte: Int?
  /// The record's own id or key.
  public var key: String?
  /// Where in a schema stands what is not kept to.
  public var rule: String?
  /// The sentence for people, without a full stop.
  public var reason: String

  /// Makes a diagnostic.
  public init(
    _ id: String, _ reason: String, severity: Severity = .error, file: String? = nil, line: Int? = nil,
    column: Int? = nil, record: Int? = nil, byte: Int? = nil, key: String? = nil, rule: String? = nil
  ) {
    self.id = id
    self.reason = reason
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.record = record
    self.byte = byte
    self.key = key
    self.rule = rule
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The one-line message.
  public var description: String { description { $0 } }

  /// The one-line message, with the word that tells how bad it is as somebody marks it.
  package func description(marking mark: (String) -> String) -> String {
    var place = file ?? ""
    if let line {
      place += (place.isEmpty ? "" : ":") + "\(line)"
      if let column { place += ":\(column)" }
    }
    if !place.isEmpty { place += ": " }
    var details: [String] = []
    if let record { details.append("record \(record)") }
    if let key { details.append(key) }
    if let byte { details.append("byte \(byte)") }
    if let rule { details.append(rule) }
    let suffix = details.isEmpty ? "" : " (" + details.joined(separator: ", ") + ")"
    return place + mark(severity.rawValue + ":") + " " + reason + suffix + " [" + id + "]"
  }
}
