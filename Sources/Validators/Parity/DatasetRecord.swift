package import EventModel
package import JSON

/// One record as a format has it, in the shape of JSON Lines.
package struct DatasetRecord: Sendable {
  /// What it is; the raw value is the name of the list.
  package enum Kind: String, CaseIterable, Sendable {
    case articles
    case entities
    case events

    /// One of the list.
    package var singular: String {
      switch self {
      case .articles: "article"
      case .entities: "entity"
      case .events: "event"
      }
    }
  }

  /// What it is.
  package var kind: Kind
  /// Members by the names of the event model. Numbers and truth values may come as strings, and what is null may be
  /// left out: a format that cannot tell the difference is not asked to.
  package var value: JSONValue
  /// The line that it begins in, from 1.
  package var line: Int
  /// Where its text stands in its file, in bytes from 0; nil for formats whose records cannot be read alone.
  package var place: Range<Int>?

  /// What to call it.
  package var title: String {
    kind.singular + " " + (value["id"]?.string ?? "without an id")
  }
}

/// Something that gives the records of a data set in canonical order.
package protocol DatasetRecordSource: ~Copyable {
  /// The file that the last record came from, as diagnostics name it.
  var file: String { get }
  /// Where the text of the last record is not as the format writes it: the byte, from 0 in its line. Formats that have
  /// more than one way to write a record, all of them right, say nil.
  var deviation: Int? { get }
  /// The next record; nil at the end.
  mutating func next() throws(Diagnostic) -> DatasetRecord?
}

extension DatasetRecordSource where Self: ~Copyable {
  /// Nothing to say.
  package var deviation: Int? { nil }
}

extension JSONValue {
  /// The text of a value that is no list and no object, as a cell or an attribute would have it; empty for null.
  package var plainText: String {
    switch self {
    case .null, .array, .object: ""
    case .bool(let value): value ? "true" : "false"
    case .number(let number): number.text
    case .string(let text): text
    }
  }
}
