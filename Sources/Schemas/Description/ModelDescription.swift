package import EventModel

/// The event model in words: what every schema and the codebook are generated from.
///
/// Records are nested as in JSON Lines. The XML document follows by rule: ids, references, numbers, days, codes and
/// truth values are attributes; texts, records and lists are elements; what is null is left out.
package struct ModelDescription: Sendable {
  /// The records that stand at the top, in the order of the XML document.
  package var roots: [Root]
  /// The tables of the CSV format.
  package var tables: [TableDescription]

  /// A record at the top.
  package struct Root: Sendable {
    /// The name of the list, of its JSON Lines file and schema, and of the XML element around it.
    package var plural: String
    /// The record.
    package var record: RecordDescription
  }

  /// The model as it is exported.
  package static let current = ModelDescription(
    roots: [
      Root(plural: "articles", record: .article),
      Root(plural: "entities", record: .entity),
      Root(plural: "events", record: .event),
    ],
    tables: TableDescription.all)
}

/// A kind of record.
package struct RecordDescription: Sendable {
  /// The name, in the singular and in lower case.
  package var name: String
  /// What it is, as a sentence.
  package var meaning: String
  /// The fields, in the order in which they are written.
  package var fields: [FieldDescription]
  /// Which values of one field go with which of another.
  package var dependencies: [Dependency] = []

  /// The values that a field may have where another field has a certain value.
  package struct Dependency: Sendable {
    /// What the field that depends may hold.
    package enum Allowed: Sendable {
      case values([String], orNull: Bool)
      case null
      case notNull
      /// A list of no items, or of at least one.
      case empty
      case notEmpty
    }

    /// The field that decides.
    package var field: String
    /// Its value; nil for null.
    package var value: String?
    /// Whether what follows holds where the field has another value.
    package var isOtherwise = false
    /// The field that depends on it.
    package var dependent: String
    /// What that holds then.
    package var allowed: Allowed
  }

  /// The field of a name.
  package func field(_ name: String) -> FieldDescription? {
    fields.first { $0.name == name }
  }
}

/// A field of a record.
package struct FieldDescription: Sendable {
  /// Whether a field can be without a value.
  package enum Presence: Sendable {
    /// Always a value.
    case required
    /// Always written; null where there is no value.
    case nullable
    /// Only written where the user asked for it.
    case optional
  }

  /// The key in JSON Lines, the attribute or element in XML.
  package var name: String
  /// What values it has.
  package var shape: Shape
  /// Whether it can be without a value.
  package var presence: Presence
  /// What it says, as a sentence or two.
  package var meaning: String

  init(_ name: String, _ shape: Shape, _ presence: Presence, _ meaning: String) {
    self.name = name
    self.shape = shape
    self.presence = presence
    self.meaning = meaning
  }

  init(_ name: String, _ shape: Shape, _ meaning: String) {
    self.init(name, shape, .required, meaning)
  }
}

/// What values a field has.
package indirect enum Shape: Sendable {
  /// A text for people, never empty.
  case text
  /// A text in English, never empty.
  case english
  /// A text of a certain form.
  case token(Token)
  /// One of the codes of a list that others keep.
  case code(CodeList)
  case integer(minimum: Int)
  /// An integer from 0 to 100.
  case percent
  case boolean
  /// An ISO day.
  case day
  case enumeration(Enumeration)
  /// The record's own id.
  case identifier(RecordID.Kind)
  /// The id of another record.
  case reference(RecordID.Kind)
  case record(RecordDescription)
  /// A list, and the name of one item in XML; the items of a list of records bear that name.
  case list(Shape, item: String, _ demand: ListDemand = .none)
}

/// What a list must be beyond its items.
package enum ListDemand: Sendable {
  case none
  /// It has at least one item.
  case some
  /// No item stands twice.
  case different
}

/// The form of a text that is no prose.
package struct Token: Sendable {
  /// The name of the form.
  package var name: String
  /// What it is, as a sentence.
  package var meaning: String
  /// A regular expression for the whole text, in the common part of XML Schema's and ECMAScript's languages.
  package var pattern: String
  /// The name of the form among the formats of JSON Schema, or our own; nil where it has none.
  package var format: String?
}

/// A closed list of values.
package struct Enumeration: Sendable {
  /// A value and what it means.
  package struct Value: Sendable {
    package var name: String
    package var meaning: String
  }

  /// The name of the list.
  package var name: String
  /// What it tells, as a sentence.
  package var meaning: String
  /// The values, in the model's order.
  package var values: [Value]

  init<Values: Described>(_ name: String, _ meaning: String, of values: Values.Type) {
    self.name = name
    self.meaning = meaning
    self.values = Values.allCases.map { Value(name: $0.rawValue, meaning: $0.meaning) }
  }
}

/// An enumeration of the model whose values are explained; the compiler sees to it that none is left out.
protocol Described: CaseIterable, RawRepresentable<String> {
  /// What the value means, as a sentence without a full stop.
  var meaning: String { get }
}
