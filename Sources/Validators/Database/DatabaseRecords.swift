internal import EventModel
internal import CSQLite
internal import JSON

/// The records of the SQLite database of an export, in the shape of JSON Lines: what is null is left out, and numbers
/// and truth values are texts.
struct DatabaseRecords: DatasetRecordSource, ~Copyable {
  /// The path of the database below an export's folder.
  static let path = "data/sqlite/isnad.sqlite"

  private var database: OpaquePointer?
  private var kinds = DatasetRecord.Kind.allCases[...]
  private var records: OpaquePointer?
  private var parts: [String: OpaquePointer] = [:]
  private var row = 0

  /// Opens the database of an export's folder, of which nothing is changed.
  ///
  /// - Throws: `database-unreadable`.
  init(folder: String) throws(Diagnostic) {
    let address = (folder + "/" + Self.path).utf8.map { byte in
      let isPlain = byte == 0x2F || byte >= 0x30 && byte <= 0x39 || byte >= 0x61 && byte <= 0x7A
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + Self.hexadecimal(byte)
    }
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
    guard sqlite3_open_v2("file:" + address.joined() + "?immutable=1", &database, flags, nil) == SQLITE_OK else {
      let fault = refused()
      sqlite3_close(database)
      throw fault
    }
  }

  deinit {
    for statement in parts.values { sqlite3_finalize(statement) }
    sqlite3_finalize(records)
    sqlite3_close(database)
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
  }

  /// The file that the records come from.
  var file: String { Self.path }

  /// What the database says of itself: damaged pages, and references that lead nowhere.
  ///
  /// - Throws: `database-unreadable`.
  func faults() throws(Diagnostic) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for (id, pragma) in [("database-damaged", "integrity_check(20)"), ("database-reference", "foreign_key_check")] {
      let statement = try prepared("PRAGMA " + pragma)
      defer { sqlite3_finalize(statement) }
      while try step(statement) {
        let first = Self.text(statement, 0) ?? ""
        guard first != "ok", faults.count < 20 else { continue }
        let reason =
          id == "database-damaged"
          ? first : "row \(Self.text(statement, 1) ?? "") of \(first) refers to what is not there"
        faults.append(Diagnostic(id, reason, file: Self.path))
      }
    }
    return faults
  }

  /// The next record; nil at the end.
  ///
  /// - Throws: `database-unreadable`.
  mutating func next() throws(Diagnostic) -> DatasetRecord? {
    while let kind = kinds.first {
      if records == nil { records = try prepared(DatabaseQueries.records(kind)) }
      guard let statement = records else { break }
      if try step(statement) {
        row += 1
        var object = Self.object(statement)
        for part in DatabaseQueries.parts(kind) { try add(part, to: &object, of: [object["id"]?.string ?? ""]) }
        return DatasetRecord(kind: kind, value: object, line: row)
      }
      sqlite3_finalize(statement)
      records = nil
      row = 0
      kinds = kinds.dropFirst()
    }
    return nil
  }

  /// Reads a list that belongs to a record, with the lists in its items.
  private mutating func add(
    _ part: DatabaseQueries.Part, to object: inout JSONValue, of keys: [String]
  ) throws(Diagnostic) {
    if parts[part.query] == nil { parts[part.query] = try prepared(part.query) }
    guard let statement = parts[part.query] else { return }
    for (index, key) in keys.enumerated() {
      key.withCString { _ = isnad_bind_text(statement, CInt(index + 1), $0, CInt(key.utf8.count)) }
    }
    var items: [JSONValue] = []
    while try step(statement) {
      guard !part.isOfTexts else {
        items.append(.string(Self.text(statement, 0) ?? ""))
        continue
      }
      items.append(Self.object(statement))
    }
    sqlite3_reset(statement)
    for inner in part.parts {
      for index in items.indices {
        let own = inner.keys(keys, index + 1, items[index]["id"]?.string)
        try add(inner, to: &items[index], of: own)
      }
    }
    object.set(part.name[...], .array(items))
  }

  // MARK: - Rows

  private static func object(_ statement: OpaquePointer) -> JSONValue {
    var object = JSONValue.object([])
    for column in 0..<sqlite3_column_count(statement) {
      guard let value = text(statement, column), let name = sqlite3_column_name(statement, column) else { continue }
      object.set(String(cString: name)[...], .string(value))
    }
    return object
  }

  private static func text(_ statement: OpaquePointer, _ column: CInt) -> String? {
    guard sqlite3_column_type(statement, column) != SQLITE_NULL else { return nil }
    guard let start = sqlite3_column_text(statement, column) else { return "" }
    let count = Int(sqlite3_column_bytes(statement, column))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  private func prepared(_ sql: String) throws(Diagnostic) -> OpaquePointer {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK, let statement else { throw refused() }
    return statement
  }

  private func step(_ statement: OpaquePointer) throws(Diagnostic) -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw refused()
    }
  }

  private borrowing func refused() -> Diagnostic {
    Diagnostic("database-unreadable", String(cString: sqlite3_errmsg(database)), file: Self.path)
  }
}

extension JSONValue {
  /// Sets a member, below others where its name has dots.
  fileprivate mutating func set(_ name: Substring, _ value: JSONValue) {
    guard case .object(var members) = self else { return }
    let parts = name.split(separator: ".", maxSplits: 1)
    let key = String(parts[0])
    if parts.count == 1 {
      members.append(JSONMember(key: key, value: value))
    } else if let place = members.firstIndex(where: { $0.key == key }) {
      members[place].value.set(parts[1], value)
    } else {
      var inner = JSONValue.object([])
      inner.set(parts[1], value)
      members.append(JSONMember(key: key, value: inner))
    }
    self = .object(members)
  }
}
