internal import EventModel
internal import JSON

/// Generates a Table Schema (Data Package v2) for a table of the CSV format.
enum TableSchemaGenerator {
  /// The schema of a table.
  static func schema(_ table: TableDescription) -> [UInt8] {
    JSONTree.object([
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "name": .string(table.name),
      "description": .string(table.meaning),
      "fields": .array(table.columns.map(field)),
      "missingValues": [""],
      "primaryKey": .strings(table.primaryKey),
      "foreignKeys": foreignKeys(table),
    ]).pretty()
  }

  private static func field(_ column: ColumnDescription) -> JSONTree {
    .object([
      "name": .string(column.name),
      "type": .string(type(of: column)),
      "description": .string(column.meaning),
      "constraints": constraints(column),
    ])
  }

  private static func type(of column: ColumnDescription) -> String {
    guard case .value(let shape) = column.content else { return "string" }
    return switch shape {
    case .integer, .percent: "integer"
    case .boolean: "boolean"
    case .day: "date"
    default: "string"
    }
  }

  private static func constraints(_ column: ColumnDescription) -> JSONTree? {
    var members: [JSONTree.Member] = []
    if column.isRequired { members.append(.init("required", true)) }
    switch column.content {
    case .value(let shape): members += constraints(shape)
    case .list(let shape):
      if let pattern = pattern(ofSeveral: shape) { members.append(.init("pattern", .string(pattern))) }
    }
    return members.isEmpty ? nil : .members(members)
  }

  private static func constraints(_ shape: Shape) -> [JSONTree.Member] {
    switch shape {
    case .integer(let minimum): [.init("minimum", .integer(minimum))]
    case .percent: [.init("minimum", .integer(0)), .init("maximum", .integer(100))]
    case .enumeration(let list): [.init("enum", .strings(list.values.map(\.name)))]
    case .code(let list): [.init("enum", .strings(list.codes))]
    case .identifier(let kind), .reference(let kind): [.init("pattern", .string(Token.id(kind).pattern))]
    case .token(let token):
      // A year before the common era begins with a hyphen, which the formula guard puts an apostrophe before.
      [.init("pattern", .string(token.name == Token.edtf.name ? "'?(\(token.pattern))" : token.pattern))]
    default: []
    }
  }

  /// An expression for values joined in one cell, each of which may be absent; nil where they are free texts.
  private static func pattern(ofSeveral shape: Shape) -> String? {
    let one: String
    switch shape {
    case .boolean: one = "true|false"
    case .enumeration(let list): one = list.values.map(\.name).joined(separator: "|")
    case .identifier(let kind), .reference(let kind): one = Token.id(kind).pattern
    case .token(let token): one = token.pattern
    default: return nil
    }
    return "(\(one))?( \\| (\(one))?)*"
  }

  private static func foreignKeys(_ table: TableDescription) -> JSONTree? {
    let keys = table.columns.compactMap { column in
      column.references.map { target in
        JSONTree.object([
          "fields": [.string(column.name)],
          "reference": .object([
            // A key into the table itself names no resource.
            "resource": target == table.name ? "" : .string(target),
            "fields": ["id"],
          ]),
        ])
      }
    }
    return keys.isEmpty ? nil : .array(keys)
  }
}
