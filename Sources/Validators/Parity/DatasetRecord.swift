internal import EventModel
internal import JSON

/// One record as a format has it, in the shape of JSON Lines.
struct DatasetRecord {
  /// What it is; the raw value is the name of the list.
  enum Kind: String, CaseIterable {
    case articles
    case entities
    case events

    /// One of the list.
    var singular: String {
      switch self {
      case .articles: "article"
      case .entities: "entity"
      case .events: "event"
      }
    }
  }

  var kind: Kind
  /// Members by the names of the event model. Numbers and truth values may come as strings, and what is null may be
  /// left out: a format that cannot tell the difference is not asked to.
  var value: JSONValue
  /// The line that it begins in, from 1.
  var line: Int

  /// What to call it.
  var title: String {
    kind.singular + " " + (value["id"]?.string ?? "without an id")
  }
}

/// Something that gives the records of a data set in canonical order.
protocol DatasetRecordSource: ~Copyable {
  /// The file that the last record came from, as diagnostics name it.
  var file: String { get }
  /// The next record; nil at the end.
  mutating func next() throws(Diagnostic) -> DatasetRecord?
}

extension JSONValue {
  /// The text of a value that is no list and no object, as a cell or an attribute would have it; empty for null.
  var plainText: String {
    switch self {
    case .null, .array, .object: ""
    case .bool(let value): value ? "true" : "false"
    case .number(let number): number.text
    case .string(let text): text
    }
  }
}
