import EventModel
import Testing

@testable import Exporters

private func rows(_ table: String, of dataset: Dataset) throws -> [[CSVReader.Cell]] {
  let files = Sample.export(dataset, with: CSVExporter(profile: .plain))
  let text = try #require(files["data/csv/" + table + ".csv"])
  return try #require(CSVReader.rows(text), "\(table) is malformed")
}

@Test("Texts are quoted, numbers, days and truth values are bare, what is absent is empty")
func csvEntities() throws {
  let files = Sample.export(Sample.contested, with: CSVExporter(profile: .plain))
  #expect(
    files["data/csv/entities.csv"]
      == [
        #""id","kind","name","name_en","aliases","wikidata","country","sector","masked_reason","masked_count""#,
        #""ent-00000000000000e1","person","سيرغي لافروف","Sergey Lavrov","لافروف","Q58217","RUS","GOV","on-request",1"#,
        #""ent-00000000000000e2","group","مصدران مطلعان",,"",,,,"unnamed",2"#,
        #""ent-00000000000000e3","place","أنقرة","Ankara","",,"TUR",,,"#, "",
      ].joined(separator: "\r\n"))
}

@Test("The flat table has one row an event, with several values in a cell joined by bars")
func csvEvents() throws {
  let rows = try rows("events", of: Sample.contested)
  #expect(rows.map(\.count) == [35, 35, 35])
  let cells = Dictionary(uniqueKeysWithValues: zip(rows[0].map(\.text), rows[1].map(\.text)))
  let expected = [
    "id": "evt-00000000000000f2", "date": "2022-02-24/..", "earliest": "2022-02-24", "latest": "",
    "precision": "interval", "type": "CONSULT", "mode": "talks", "cameo": "046", "status": "alleged",
    "contested": "true", "confidence": "41", "actors": "سيرغي لافروف", "recipients": "", "mediators": "مصدران مطلعان",
    "participants": "سيرغي لافروف | مصدران مطلعان", "participants_en": "Sergey Lavrov | ", "place": "أنقرة",
    "place_en": "Ankara", "country": "TUR", "count": "", "count_relation": "", "topics": "",
    "sources": "مصدران مطلعان | الشرق", "stances": "asserts | denies", "outlets": "الشرق",
    "quote": "أجرى اتصالاً أمس", "articles": "art-00000000000000a1 | art-00000000000000a2", "part_of": "",
    "place_entity": "ent-00000000000000e3", "date_expression": "", "date_resolved_by": "known-event",
    "corroboration_articles": "2", "corroboration_outlets": "1", "corroboration_named_sources": "0",
    "corroboration_anonymous_sources": "1",
  ]
  #expect(cells == expected)
}

@Test("A claim keeps its whole chain, column by column")
func csvClaims() throws {
  let rows = try rows("claims", of: Sample.contested)
  let cells = Dictionary(uniqueKeysWithValues: zip(rows[0].map(\.text), rows[1]))
  #expect(try CSVReader.values(#require(cells["chain"])) == ["CNN", "مصدران مطلعان"])
  #expect(try CSVReader.values(#require(cells["chain_en"])) == ["", ""])
  #expect(try CSVReader.values(#require(cells["chain_entities"])) == ["", "ent-00000000000000e2"])
  #expect(try CSVReader.values(#require(cells["chain_named"])) == ["true", "false"])
  #expect(try CSVReader.values(#require(cells["chain_verbs"])) == ["نقلت", ""])
}

@Test("Every quotation that supports a record has a row")
func csvEvidence() throws {
  let rows = try rows("evidence", of: Sample.contested).map { $0.map(\.text) }
  #expect(
    rows == [
      ["record", "position", "event", "article", "start", "end", "quote"],
      ["art-00000000000000a1", "1", "", "art-00000000000000a1", "40", "58", "أجرى اتصالاً أمس"],
      ["evt-00000000000000f2", "1", "evt-00000000000000f2", "art-00000000000000a1", "40", "58", "أجرى اتصالاً أمس"],
      ["evt-00000000000000f2", "2", "evt-00000000000000f2", "art-00000000000000a2", "1", "5", "لقاء"],
      ["evt-00000000000000f2", "3", "evt-00000000000000f2", "art-00000000000000a1", "70", "74", "قال "],
    ])
}

@Test(
  "A cell that Excel would cut is a note of the spreadsheet profile, with its row and column",
  arguments: [
    (String(repeating: "ق", count: 32_767), nil), (String(repeating: "\n", count: 253), nil),
    (String(repeating: "😀", count: 16_383), nil),
    (String(repeating: "\"", count: 32_767), nil), ("=" + String(repeating: "ق", count: 32_765), nil),
    // The guard is a character too.
    ("=" + String(repeating: "ق", count: 32_766), "32768 characters, of which Excel shows 32767"),
    (String(repeating: "ق", count: 32_768), "32768 characters, of which Excel shows 32767"),
    (String(repeating: "\n", count: 254), "254 line feeds, of which Excel shows 253"),
    (String(repeating: "😀", count: 16_384), "32768 characters, of which Excel shows 32767"),
  ])
func csvLongCells(text: String, size: String?) {
  for profile in CSVProfile.allCases {
    var exporter = CSVExporter(profile: profile)
    var output = OutputBuffers(count: exporter.format.files.count)
    var dataset = Sample.contested
    dataset.articles[1].text = text
    exporter.export(dataset, header: ExportHeader(dataset), to: &output)
    let notes = exporter.lossNotes.map(\.description)
    let expected = size.map {
      "data/csv/articles.csv: note: the cell in row 3, column “text” has \($0) [csv-long-cell]"
    }
    #expect(notes == (profile == .spreadsheet ? [expected].compactMap { $0 } : []))
  }
}

@Test("A cell of several values is as long as all of them, and after ten cells of a table the rest is counted")
func csvManyLongCells() throws {
  var exporter = CSVExporter()
  var output = OutputBuffers(count: exporter.format.files.count)
  var entity = Sample.entity
  exporter.begin(ExportHeader(articles: 0, entities: 0, events: 0), to: &output)
  // 16,382 in quotation marks, which are doubled in the file, and 32,770 with what joins them.
  entity.aliases = ["\"" + String(repeating: "ق", count: 16_380) + "\"", String(repeating: "|", count: 8_192), "a"]
  exporter.entity(entity, to: &output)
  #expect(
    exporter.lossNotes.map(\.reason) == [
      "the cell in row 2, column “aliases” has 32773 characters, of which Excel shows 32767"
    ])
  entity.aliases[0] = String(repeating: "ق", count: 16_376)
  exporter.entity(entity, to: &output)
  #expect(exporter.lossNotes.count == 1)
  entity.name = String(repeating: "\n", count: 300)
  for _ in 0..<20 { exporter.entity(entity, to: &output) }
  let reasons = exporter.lossNotes.map(\.reason)
  #expect(reasons.count == 11)
  #expect(reasons[9] == "the cell in row 12, column “name” has 300 line feeds, of which Excel shows 253")
  #expect(reasons[10] == "11 more cells have more than Excel shows")
}

@Test("Only the spreadsheet profile begins with a byte order mark", arguments: CSVProfile.allCases)
func csvByteOrderMark(profile: CSVProfile) {
  let exporter = CSVExporter(profile: profile)
  for (_, text) in Sample.export(Sample.full, with: exporter) {
    #expect(text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) == (profile == .spreadsheet))
  }
  for file in exporter.format.files { #expect(file.dialect?.byteOrderMark == (profile == .spreadsheet)) }
}

@Test("Any text survives in any cell, alone or among others", arguments: Sample.hostileTexts)
func csvHostileTexts(text: String) throws {
  let dataset = Sample.hostile(text)
  let expected: [String: [String: [String]]] = [
    "articles": [
      "headline": [text], "path": [text], "outlet": [text], "url": [text], "also_in": [text + ":3"], "text": [text],
    ],
    "entities": ["name": [text], "name_en": [text], "aliases": [text, text]],
    "participants": ["name": [text], "surface": [text, text]],
    "claims": ["source": [text], "chain": [text, text], "chain_verbs": [text, ""], "quote": [text]],
    "evidence": ["quote": [text]],
    "events": ["actors": [text], "topics": [text, "b", text], "place": [text], "outlets": [text], "quote": [text]],
  ]
  let lists: Set = ["aliases", "also_in", "surface", "chain", "chain_verbs", "topics", "actors", "outlets"]
  for (table, columns) in expected {
    let rows = try rows(table, of: dataset)
    for row in rows { #expect(row.count == rows[0].count) }
    let cells = Dictionary(uniqueKeysWithValues: zip(rows[0].map(\.text), rows[1]))
    for (column, values) in columns {
      let cell = try #require(cells[column])
      #expect(cell.isQuoted)
      #expect(!FormulaGuard.apply(text).hasPrefix("'") || cell.text.hasPrefix("'"))
      let read = lists.contains(column) ? CSVReader.values(cell) : [FormulaGuard.undo(cell.text)]
      #expect(read.map { Array($0.utf8) } == values.map { Array($0.utf8) }, "\(table).\(column)")
    }
  }
}
