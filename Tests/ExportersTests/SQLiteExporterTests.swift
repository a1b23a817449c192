import CSQLite
import EventModel
import Testing

@testable import Exporters

/// A database in memory, as an exporter wrote it.
private struct Database: ~Copyable {
  private var connection: OpaquePointer?

  init(_ dataset: Dataset) {
    var exporter = SQLiteExporter()
    var output = OutputBuffers(count: 1)
    exporter.export(dataset, header: ExportHeader(dataset), to: &output)
    #expect(exporter.failure == nil)
    sqlite3_open(":memory:", &connection)
    let bytes = output[0].bytes
    let memory = sqlite3_malloc64(UInt64(bytes.count))?.bindMemory(to: UInt8.self, capacity: bytes.count)
    guard let memory else { return }
    for index in bytes.indices { memory[index] = bytes[index] }
    sqlite3_deserialize(
      connection, "main", memory, Int64(bytes.count), Int64(bytes.count), UInt32(SQLITE_DESERIALIZE_FREEONCLOSE))
  }

  deinit { sqlite3_close(connection) }

  /// The rows of a query, each with its values joined by `|`; `-` for null.
  func rows(_ query: String) -> [String] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, query, -1, &statement, nil) == SQLITE_OK else {
      return [String(cString: sqlite3_errmsg(connection))]
    }
    defer { sqlite3_finalize(statement) }
    var rows: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      let values = (0..<sqlite3_column_count(statement)).map { column in
        sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "-"
      }
      rows.append(values.joined(separator: "|"))
    }
    return rows
  }
}

@Test("A database is whole, its references lead somewhere, and every table is strict")
func databaseIsWhole() {
  let database = Database(Sample.contested)
  #expect(database.rows("PRAGMA integrity_check") == ["ok"])
  #expect(database.rows("PRAGMA foreign_key_check(events)") == [])
  #expect(database.rows("PRAGMA user_version") == ["1"])
  #expect(
    database.rows("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite%'")
      == [])
  #expect(database.rows("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict").count == 13)
}

@Test("The tables hold the records, in canonical order")
func databaseHoldsRecords() {
  let database = Database(Sample.contested)
  #expect(
    database.rows("SELECT id, type, mode, contested, date, earliest, latest, place FROM events ORDER BY rowid") == [
      "evt-00000000000000f2|CONSULT|talks|1|2022-02-24/..|2022-02-24|-|ent-00000000000000e3",
      "evt-00000000000000f3|AGREE|-|0|-|-|-|-",
    ])
  #expect(
    database.rows("SELECT p.position, e.name, p.role FROM participants p JOIN entities e ON e.id = p.entity") == [
      "1|سيرغي لافروف|actor", "2|مصدران مطلعان|mediator",
    ])
  #expect(database.rows("SELECT claim, name, named FROM chain").count == 2)
  #expect(database.rows("SELECT count(*) FROM evidence WHERE event IS NULL") == ["1"])
}

@Test("The views say who contests what, who says what, and who meets whom")
func databaseViews() {
  let database = Database(Sample.contested)
  #expect(
    database.rows("SELECT source, stance FROM contested_events") == ["مصدران مطلعان|asserts", "الشرق|denies"])
  #expect(database.rows("SELECT * FROM stances_by_source") == ["الشرق|denies|1", "مصدران مطلعان|asserts|1"])
  #expect(database.rows("SELECT participants FROM timeline") == ["سيرغي لافروف | مصدران مطلعان", "-"])
  #expect(database.rows("SELECT first_name, second_name, events FROM contacts") == ["سيرغي لافروف|مصدران مطلعان|1"])
}

@Test("A word finds every spelling of it", arguments: ["ايران", "إيران", "إِيران"])
func databaseSearch(word: String) {
  var dataset = Sample.full
  dataset.events[0].evidence[0].quote = "زار إِيران أمس"
  dataset.articles[0].text = "وفد من إيران، وآخر"
  let database = Database(dataset)
  #expect(database.rows("SELECT quote FROM quote_search WHERE word = '\(word)'") == ["زار إِيران أمس"])
  #expect(database.rows("SELECT article FROM text_search WHERE word = '\(word)'") == ["art-00000000000000a1"])
  #expect(database.rows("SELECT count(*) FROM quote_search WHERE word = 'العراق'") == ["0"])
}

@Test("Texts are kept to the byte, formulas and controls included")
func databaseKeepsTexts() {
  for text in Sample.hostileTexts {
    let database = Database(Sample.hostile(text))
    let hexadecimal = text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    #expect(database.rows("SELECT hex(name) FROM entities") == [hexadecimal])
    #expect(database.rows("PRAGMA integrity_check") == ["ok"])
  }
}
