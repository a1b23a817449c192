#if XLSX
  import EventModel
  import Testing

  @testable import Exporters

  /// An event, and what its texts are to be.
  private func event(_ number: Int, text: String = "نص", date: String = "2022-11-14") -> Event {
    var event = Sample.event
    event.id = RecordID(.event, bits: UInt64(number))
    event.date?.expression = text
    event.date = EDTFDate(date).map { EventDate(date: $0, expression: text, resolvedBy: .explicit) }
    return event
  }

  private func workbook(_ events: [Event]) -> Workbook {
    Workbook(Dataset(articles: [Sample.article], entities: [], events: events), with: XLSXExporter())
  }

  @Test("A workbook has a sheet for each table, right to left, with frozen headings in two languages and a filter")
  func sheets() {
    let book = Workbook(Sample.contested, with: XLSXExporter())
    #expect(
      book["xl/workbook.xml"].components(between: "<sheet name=\"", and: "\"") == RecordTable.allCases.map(\.name))
    for (number, table) in RecordTable.allCases.enumerated() {
      #expect(table.arabicColumns.count == table.columns.count)
      let sheet = book["xl/worksheets/sheet\(number + 1).xml"]
      #expect(sheet.contains("rightToLeft=\"1\"") && sheet.contains("<pane ySplit=\"2\""))
      #expect(sheet.contains("<autoFilter ref=\"A2:"))
      let texts = sheet.components(between: "<t>", and: "</t>")
      #expect(Array(texts.prefix(table.columns.count)) == table.arabicColumns)
      #expect(Array(texts.dropFirst(table.columns.count).prefix(table.columns.count)) == table.columns)
    }
  }

  @Test("Days and numbers are numbers, truth values truth values, everything else text")
  func cellKinds() {
    let cells = Workbook(Sample.full, with: XLSXExporter()).cells(1)
    #expect(
      cells.prefix(11) == [
        "A3=t evt-00000000000000f1", "B3=t 2022-11", "C3=44866", "D3=44895", "E3=t month", "F3=t CONSULT",
        "G3=t phone", "H3=t 041", "I3=t alleged", "J3=b 1", "K3=73",
      ])
  }

  @Test(
    "Days that spreadsheets do not know or do not agree on are text",
    arguments: [
      ("1900-02-28", "t 1900-02-28"), ("1900-03-01", "61"), ("1258-02-10", "t 1258-02-10"), ("2000-01-01", "36526"),
      ("9999-12-31", "2958465"),
    ])
  func days(day: String, cell: String) {
    #expect(workbook([event(1, date: day)]).cells(1)[2] == "C3=" + cell)
  }

  @Test(
    "No text is a formula",
    arguments: ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2", "{=1}", "internal:events!A1"])
  func noFormulas(text: String) {
    let book = workbook([event(1, text: text)])
    for name in book.names { #expect(!book[name].contains("<f>")) }
    #expect(book.cells(1).contains("AD3=t " + text))
  }

  @Test("What XML cannot hold is escaped, as is what looks like an escape")
  func escapes() {
    #expect(XLSXText.cell("a\u{0}\r\u{FFFF}\t\n").text == "a_x0000__x000D__xFFFF_\t\n")
    #expect(XLSXText.cell("_x0041_ _x41_ x_x00ff_").text == "_x005F_x0041_ _x41_ x_x005F_x00ff_")
    #expect(XLSXText.cell("_xقبل").text == "_xقبل")
    #expect(XLSXText.cell("\u{FDFA}\u{FFFD}").text == "\u{FDFA}\u{FFFD}")
  }

  @Test("A text of 32,767 UTF-16 code units is whole, a longer one ends in an ellipsis and is noted")
  func longTexts() {
    let whole = String(repeating: "ق", count: 32_767)
    #expect(XLSXText.cell(whole).text == whole && XLSXText.cell(whole).cutFrom == nil)
    let (text, length) = XLSXText.cell(whole + "ق")
    #expect(text == String(repeating: "ق", count: 32_766) + "…" && length == 32_768)
    let faces = XLSXText.cell(String(repeating: "😀", count: 16_384))
    #expect(faces.text == String(repeating: "😀", count: 16_383) + "…" && faces.cutFrom == 32_768)
    var exporter = XLSXExporter()
    var output = OutputBuffers(count: 1)
    let dataset = Dataset(articles: [Sample.article], entities: [], events: [event(1, text: whole + "قال")])
    exporter.export(dataset, header: ExportHeader(dataset), to: &output)
    #expect(
      exporter.lossNotes.map(\.description) == [
        "data/xlsx/isnad.xlsx: note: the cell in row 3, column “date_expression” of events has 32770 characters and is "
          + "cut: 32767 fit [xlsx-long-cell]"
      ])
    #expect(exporter.failure == nil)
  }

  @Test("An event leads to its first claim, quotation and article, and these lead back")
  func links() {
    let book = Workbook(Sample.contested, with: XLSXExporter())
    func links(_ sheet: Int) -> [String] {
      book["xl/worksheets/sheet\(sheet).xml"].components(between: "<hyperlink ref=\"", and: "\" display").map {
        $0.replacing("\" location=\"", with: " → ")
      }
    }
    #expect(links(1) == ["W3 → claims!A3", "Z3 → evidence!A4", "AA3 → articles!A3"])
    #expect(links(3) == ["B3 → events!A3", "B4 → events!A3"])
    #expect(book.cells(1).contains("Z3=t أجرى اتصالاً أمس"))
  }

  @Test("A sheet has 65,530 links at most, and what has none is counted")
  func linkLimit() {
    var exporter = XLSXExporter()
    var output = OutputBuffers(count: 1)
    exporter.begin(ExportHeader(articles: 0, entities: 0, events: 1), to: &output)
    var large = Sample.event
    large.participants = Array(repeating: Sample.event.participants[0], count: 21_844)
    for _ in 0..<3 { exporter.event(large, to: &output) }
    exporter.end(to: &output)
    #expect(exporter.failure == nil)
    let notes = exporter.lossNotes.filter { $0.id == "xlsx-links" }
    #expect(notes.map(\.reason) == ["2 cells of participants have no link: too many have one"])
  }

  @Test("A temporary folder that is not there fails the export, and a private file goes away with its user")
  func privateFiles() throws {
    var path = ""
    do {
      let file = try PrivateFile()
      path = file.path
      #expect(Set(path.utf8.suffix(6)) != [UInt8(ascii: "X")])
      var buffer = ByteBuffer()
      try file.rewind()
      #expect(try !file.take(into: &buffer))
    }
    #expect(throws: Diagnostic.self) { try PrivateFile(in: path) }
  }
#endif
