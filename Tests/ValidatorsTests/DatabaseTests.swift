import CSQLite
import EventModel
import Exporters
import Testing
import Validators

/// Runs a statement on the database of an export.
private func damage(_ folder: TemporaryFolder, _ sql: String) {
  var database: OpaquePointer?
  sqlite3_open(folder.path + "/data/sqlite/isnad.sqlite", &database)
  #expect(sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK)
  sqlite3_close(database)
}

@Test("The database of an export has the records of JSON Lines", arguments: ExportedSample.hostileTexts)
func databaseAgrees(text: String) throws {
  let folder = try TemporaryFolder()
  try ExportedSample.write(ExportedSample.dataset(text), to: folder)
  #expect(DatabaseValidator.faults(in: folder.path) == [])
}

@Test(
  "A damaged database is found out",
  arguments: [
    ("UPDATE entities SET name = 'x' WHERE rowid = 1", "entity ent-0000000000000001: /name is"),
    ("UPDATE events SET contested = 0", "event evt-0000000000000001: /contested is"),
    ("UPDATE chain SET verb = NULL", "event evt-0000000000000001: /claims/0/chain/0/verb is"),
    ("UPDATE evidence SET start = 5 WHERE event IS NULL", "article art-0000000000000001: /published/evidence/0/start"),
    ("DELETE FROM surfaces WHERE position = 2", "/participants/0/surface is 1 element"),
    ("DELETE FROM events WHERE rowid = 2", "event evt-0000000000000002 is missing"),
    ("INSERT INTO entities(id, kind, name) VALUES('ent-9', 'place', 'x')", "event evt-0000000000000001 is missing"),
    ("DELETE FROM entities WHERE rowid = 2", "refers to what is not there"),
    ("DROP TABLE topics", "no such table: topics"),
  ])
func damagedDatabase(sql: String, reason: String) throws {
  let folder = try TemporaryFolder()
  try ExportedSample.write(ExportedSample.dataset("نص"), to: folder)
  damage(folder, "PRAGMA foreign_keys = OFF; " + sql)
  let faults = DatabaseValidator.faults(in: folder.path)
  #expect(faults.contains { $0.reason.contains(reason) || $0.reason.hasPrefix("entity ent-9") }, "\(faults)")
}

@Test("What is no database is said to be none")
func noDatabase() throws {
  let folder = try TemporaryFolder()
  try folder.write("data/sqlite/isnad.sqlite", Array("no database, whatever its name says".utf8))
  #expect(DatabaseValidator.faults(in: folder.path).map(\.id) == ["database-unreadable"])
}
