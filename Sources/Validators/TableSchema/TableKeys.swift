internal import CSV

/// Values of columns that were met in one table.
struct KeyValues {
  /// The columns, by number.
  let columns: [Int]
  /// Whether no value may come twice; `isPrimary` also whether none may be missing.
  let isUnique: Bool
  let isPrimary: Bool
  private var values: Set<[UInt8]> = []

  init(columns: [Int], isUnique: Bool, isPrimary: Bool) {
    self.columns = columns
    self.isUnique = isUnique
    self.isPrimary = isPrimary
  }

  /// Adds a value; false where it was met before.
  mutating func insert(_ value: [UInt8]) -> Bool {
    values.insert(value).inserted
  }

  func contains(_ value: [UInt8]) -> Bool {
    values.contains(value)
  }

  /// The value of columns in a record; nil where one of them is missing. Cells are UTF-8, so a byte that UTF-8 never has
  /// keeps them apart.
  static func value(_ columns: [Int], of record: CSVRecord, missing: [[UInt8]]) -> [UInt8]? {
    var value: [UInt8] = []
    for column in columns {
      let cell = record.bytes(column)
      guard !missing.contains(where: { $0.elementsEqual(cell) }) else { return nil }
      value += cell
      value.append(0xFF)
    }
    return value
  }
}

/// A reference of a row that has not been found yet.
struct OpenReference {
  var key: TableSchema.ForeignKey
  var value: [UInt8]
  var line: Int
  var column: Int
  var record: Int
}
