internal import CSQLite
internal import EventModel

/// A new database in a temporary file, without journal: nobody reads it before it is whole.
///
/// One exporter has it to itself, and whoever runs an exporter makes one call at a time.
final class SQLiteFile: @unchecked Sendable {
  /// What a column is given.
  enum Value {
    case text(String?)
    case integer(Int?)
  }

  private let file: PrivateFile
  private var database: OpaquePointer?
  private var statements: [String: OpaquePointer] = [:]
  /// What the library could not do, first of all.
  private(set) var failure: Diagnostic?

  /// Makes an empty database.
  ///
  /// - Throws: What the system or the library refused.
  init() throws(Diagnostic) {
    file = try PrivateFile()
    guard sqlite3_open_v2(file.path, &database, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK else { throw refused() }
    // What was in a page before must not show in the file.
    execute(
      """
      PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
      PRAGMA locking_mode = EXCLUSIVE; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
      PRAGMA foreign_keys = OFF; PRAGMA application_id = \(SQLiteSchema.application);
      PRAGMA user_version = \(SQLiteSchema.version); BEGIN;
      """)
    execute(SQLiteSchema.tables)
    if let failure { throw failure }
  }

  deinit {
    close()
  }

  /// Inserts a row: the values of the columns, in their order.
  func insert(_ table: String, _ values: [Value]) {
    let places = Array(repeating: "?", count: values.count).joined(separator: ", ")
    run("INSERT INTO \(table) VALUES (\(places))", values)
  }

  /// Runs a statement that gives no rows.
  func run(_ sql: String, _ values: [Value]) {
    guard failure == nil, let statement = prepared(sql) else { return }
    for (index, value) in values.enumerated() {
      let place = CInt(index + 1)
      switch value {
      case .text(nil), .integer(nil): sqlite3_bind_null(statement, place)
      case .integer(let number?): sqlite3_bind_int64(statement, place, Int64(number))
      case .text(let text?):
        _ = text.withBytes { bytes in
          bytes.withMemoryRebound(to: CChar.self) { characters in
            // An empty text has no address of its own, and no address is no text.
            characters.isEmpty
              ? isnad_bind_text(statement, place, "", 0)
              : isnad_bind_text(statement, place, characters.baseAddress, CInt(characters.count))
          }
        }
      }
    }
    if sqlite3_step(statement) != SQLITE_DONE { failure = refused() }
    sqlite3_reset(statement)
  }

  /// Ends the database, so that it can be taken.
  ///
  /// - Throws: What the library refused at any time.
  func end() throws(Diagnostic) {
    execute(SQLiteSchema.end)
    execute("COMMIT")
    close()
    if let failure { throw failure }
    try file.rewind()
  }

  /// Appends the next piece of the file.
  ///
  /// - Returns: Whether there was any.
  func take(into buffer: inout ByteBuffer) throws(Diagnostic) -> Bool {
    try file.take(into: &buffer)
  }

  private func prepared(_ sql: String) -> OpaquePointer? {
    if let known = statements[sql] { return known }
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK, let statement else {
      failure = refused()
      return nil
    }
    statements[sql] = statement
    return statement
  }

  private func execute(_ sql: String) {
    guard failure == nil else { return }
    if sqlite3_exec(database, sql, nil, nil, nil) != SQLITE_OK { failure = refused() }
  }

  private func close() {
    for statement in statements.values { sqlite3_finalize(statement) }
    statements = [:]
    guard let database else { return }
    if sqlite3_close(database) != SQLITE_OK, failure == nil { failure = refused() }
    self.database = nil
  }

  private func refused() -> Diagnostic {
    let reason = String(cString: sqlite3_errmsg(database))
    return Diagnostic("sqlite-failed", "the database cannot be written: " + reason, file: SQLiteExporter.path)
  }
}
