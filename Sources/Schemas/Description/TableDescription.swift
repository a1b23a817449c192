internal import EventModel

/// A table of the CSV format: a record of the model, or a part of it, with one column for each value.
package struct TableDescription: Sendable {
  /// The name of the table, its file and its resource.
  package var name: String
  /// What a row is, as a sentence.
  package var meaning: String
  /// The columns, in the order of the file.
  package var columns: [ColumnDescription]
  /// The columns that tell one row from all others.
  package var primaryKey: [String]
}

/// A column of a table.
package struct ColumnDescription: Sendable {
  /// What stands in a cell.
  package enum Content: Sendable {
    /// The value of a field.
    case value(Shape)
    /// Several values, joined; each may be absent.
    case list(Shape)
  }

  /// The name in the header row.
  package var name: String
  /// What stands in a cell.
  package var content: Content
  /// Whether every row has a value.
  package var isRequired: Bool
  /// What it says, as a sentence or two.
  package var meaning: String
  /// The table whose `id` the cell repeats.
  package var references: String?
}

extension ColumnDescription {
  /// The column of a field, which is found by the names on the way to it.
  static func field(_ name: String, _ path: String, of record: RecordDescription) -> ColumnDescription? {
    var fields = record.fields
    var isRequired = true
    var found: FieldDescription?
    for step in path.split(separator: ".") {
      guard let field = fields.first(where: { $0.name == step }) else { return nil }
      isRequired = isRequired && field.presence == .required
      if case .record(let nested) = field.shape { fields = nested.fields } else { fields = [] }
      found = field
    }
    guard let found else { return nil }
    if case .list(let item, _, _) = found.shape {
      return ColumnDescription(name: name, content: .list(item), isRequired: false, meaning: found.meaning)
    }
    return ColumnDescription(
      name: name, content: .value(found.shape), isRequired: isRequired, meaning: found.meaning,
      references: Self.table(of: found.shape))
  }

  /// A column that the table makes.
  static func made(
    _ name: String, _ shape: Shape, isRequired: Bool = true, _ meaning: String
  ) -> ColumnDescription {
    ColumnDescription(
      name: name, content: .value(shape), isRequired: isRequired, meaning: meaning, references: table(of: shape))
  }

  /// A column of several values that the table makes.
  static func list(_ name: String, of shape: Shape = .text, _ meaning: String) -> ColumnDescription {
    ColumnDescription(name: name, content: .list(shape), isRequired: false, meaning: meaning)
  }

  private static func table(of shape: Shape) -> String? {
    guard case .reference(let kind) = shape else { return nil }
    return switch kind {
    case .article: "articles"
    case .entity: "entities"
    case .event: "events"
    case .claim: "claims"
    }
  }
}
