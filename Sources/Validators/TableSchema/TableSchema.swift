package import JSON

/// A schema of a table, in the manner of Frictionless Table Schema.
///
/// Understood: the types `string`, `integer`, `number`, `boolean`, `date` and `any` in their default formats; every
/// constraint of theirs; `missingValues`, `primaryKey`, `uniqueKeys` and `foreignKeys`. What is not understood is refused
/// rather than passed over.
package struct TableSchema: Sendable {
  /// The columns in order.
  package let fields: [TableField]
  /// The cells that count as empty.
  let missingValues: [[UInt8]]
  /// Columns, by number, whose values together are never twice the same, and never missing in the primary key.
  let primaryKey: [Int]
  let uniqueKeys: [[Int]]
  let foreignKeys: [ForeignKey]

  /// Columns whose values must be those of columns of a table.
  struct ForeignKey: Sendable {
    var fields: [Int]
    /// The table's name; nil for the same table.
    var table: String?
    /// The other table's columns, by name.
    var columns: [String]
  }

  /// Reads a schema.
  ///
  /// - Throws: What is not a schema, or not understood.
  package init(_ document: JSONValue) throws(SchemaError) {
    guard let descriptors = document["fields"]?.array, !descriptors.isEmpty else {
      throw Self.malformed("fields", "fields must be an array of at least one field")
    }
    var fields: [TableField] = []
    for (index, descriptor) in descriptors.enumerated() {
      fields.append(try TableField(descriptor, place: "fields/\(index)"))
    }
    let names = fields.map(\.name)
    guard Set(names.map { JSONKey($0) }).count == names.count else {
      throw Self.malformed("fields", "two fields have the same name")
    }
    self.fields = fields
    missingValues = (try Self.strings(document["missingValues"], "missingValues") ?? [""]).map { Array($0.utf8) }
    primaryKey = try Self.numbers(document["primaryKey"], "primaryKey", names) ?? []
    let unique = fields.indices.filter { fields[$0].isUnique }.map { [$0] }
    var keys = unique
    for key in document["uniqueKeys"]?.array ?? [] {
      keys.append(try Self.numbers(key, "uniqueKeys", names) ?? [])
    }
    uniqueKeys = keys
    var foreignKeys: [ForeignKey] = []
    for key in document["foreignKeys"]?.array ?? [] {
      guard let reference = key["reference"], let own = try Self.numbers(key["fields"], "foreignKeys", names),
        let columns = try Self.strings(reference["fields"], "foreignKeys"), columns.count == own.count
      else { throw Self.malformed("foreignKeys", "a foreign key needs fields and a reference with as many fields") }
      let table = reference["resource"]?.string ?? ""
      foreignKeys.append(ForeignKey(fields: own, table: table.isEmpty ? nil : table, columns: columns))
    }
    self.foreignKeys = foreignKeys
  }

  /// The number of the column of a name.
  func number(of name: String) -> Int? {
    fields.firstIndex { $0.name.hasSameBytes(as: name) }
  }

  static func malformed(_ place: String, _ reason: String) -> SchemaError {
    SchemaError(kind: .malformed, place: "/" + place, reason: reason)
  }

  /// A string or an array of strings.
  private static func strings(_ value: JSONValue?, _ place: String) throws(SchemaError) -> [String]? {
    guard let value else { return nil }
    if let one = value.string { return [one] }
    let many = value.array?.compactMap { $0.string ?? $0["value"]?.string }
    guard let many, many.count == value.array?.count else {
      throw malformed(place, "must be a string or an array of strings")
    }
    return many
  }

  private static func numbers(
    _ value: JSONValue?, _ place: String, _ names: [String]
  ) throws(SchemaError) -> [Int]? {
    guard let wanted = try strings(value, place) else { return nil }
    var numbers: [Int] = []
    for name in wanted {
      guard let number = names.firstIndex(where: { $0.hasSameBytes(as: name) }) else {
        throw malformed(place, "there is no field \(name)")
      }
      numbers.append(number)
    }
    return numbers
  }
}
