#if XLSX
  internal import EventModel

  /// One workbook for spreadsheet programs: a sheet for each table, right to left, with dates, numbers and links.
  struct XLSXExporter: Exporter {
    /// The file of the workbook.
    static let path = "data/xlsx/isnad.xlsx"

    /// The name and the file.
    let format = ExportFormat(
      name: "xlsx", summary: "A workbook for Excel and LibreOffice",
      files: [
        OutputFile(
          name: "workbook", title: "All tables, one sheet each", path: Self.path, format: "xlsx",
          mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", schema: nil, isText: false)
      ])
    private(set) var failure: Diagnostic?
    private var book: XLSXBook?
    /// The outlets of the articles that have one, and the rows of all.
    private var outlets: [RecordID: String] = [:]
    private var articleRows: [RecordID: Int] = [:]

    /// Makes an exporter.
    init() {}

    mutating func begin(_ header: ExportHeader, to output: inout OutputBuffers) {
      book = attempt { () throws(Diagnostic) in try XLSXBook() }
    }

    mutating func article(_ article: Article, to output: inout OutputBuffers) {
      guard let book, failure == nil else { return }
      outlets[article.id] = article.outlet
      articleRows[article.id] = book[.articles].rows
      book[.articles].article(article)
      for (index, evidence) in article.published.evidence.enumerated() {
        book[.evidence].evidence(evidence, of: article.id, position: index + 1)
      }
    }

    mutating func entity(_ entity: Entity, to output: inout OutputBuffers) {
      guard let book, failure == nil else { return }
      book[.entities].entity(entity)
    }

    /// An event's row leads to its first claim, quotation and article, and theirs lead back.
    mutating func event(_ event: Event, to output: inout OutputBuffers) {
      guard let book, failure == nil else { return }
      let row = book[.events].rows
      if !event.claims.isEmpty { book[.events].link("sources", to: .claims, row: book[.claims].rows) }
      if let evidence = event.evidence.first {
        book[.events].link("quote", to: .evidence, row: book[.evidence].rows)
        if let article = articleRows[evidence.article] { book[.events].link("articles", to: .articles, row: article) }
      }
      book[.events].event(event, outlets: outlets)
      for (index, participant) in event.participants.enumerated() {
        book[.participants].link("event", to: .events, row: row)
        book[.participants].participant(participant, of: event.id, position: index + 1)
      }
      for claim in event.claims {
        book[.claims].link("event", to: .events, row: row)
        book[.claims].claim(claim, of: event.id, outlets: outlets)
      }
      for (index, evidence) in event.evidence.enumerated() {
        book[.evidence].link("event", to: .events, row: row)
        book[.evidence].evidence(evidence, of: event.id, position: index + 1)
      }
    }

    mutating func end(to output: inout OutputBuffers) {
      guard let book, failure == nil else { return }
      attempt { () throws(Diagnostic) in try book.end() }
    }

    mutating func drain(to output: inout OutputBuffers) -> Bool {
      guard let book, failure == nil else { return false }
      return attempt { () throws(Diagnostic) in try book.take(into: &output[0]) } ?? false
    }

    @discardableResult
    private mutating func attempt<Result>(_ body: () throws(Diagnostic) -> Result) -> Result? {
      do throws(Diagnostic) {
        return try body()
      } catch {
        failure = error
        return nil
      }
    }

    /// What is cut, left out or without a link as the format has limits.
    var lossNotes: [Diagnostic] {
      (book?.sheets ?? []).flatMap { sheet in
        var notes = sheet.cutCells.first.map { cell in
          (
            "xlsx-long-cell",
            "the cell in row \(cell.row), column “\(sheet.table.columns[cell.column])” of \(sheet.table.name) has "
              + "\(cell.units) characters and is cut: \(XLSXText.limit) fit"
          )
        }
        let more = sheet.cutCells.count - sheet.cutCells.first.count
        if more > 0 { notes.append(("xlsx-long-cell", "\(more) more cells of \(sheet.table.name) are cut")) }
        if sheet.omittedRows > 0 {
          notes.append(("xlsx-full-sheet", "\(sheet.omittedRows) rows of \(sheet.table.name) do not fit its sheet"))
        }
        if sheet.unlinked > 0 {
          notes.append(("xlsx-links", "\(sheet.unlinked) cells of \(sheet.table.name) have no link: too many have one"))
        }
        return notes.map { Diagnostic($0.0, $0.1, severity: .note, file: Self.path) }
      }
    }
  }

  extension XLSXBook {
    /// The sheet of a table.
    fileprivate subscript(table: RecordTable) -> XLSXSheet {
      get { sheets[table.rawValue] }
      _modify { yield &sheets[table.rawValue] }
    }
  }

  extension XLSXSheet {
    /// Lets a cell of the row that comes next lead to a record's row.
    fileprivate mutating func link(_ column: String, to table: RecordTable, row: Int) {
      guard let index = self.table.columns.firstIndex(of: column) else { return }
      links[index] = Self.link(to: table, row: row)
    }
  }

  extension ExporterRegistry.Entry {
    /// A workbook.
    static let xlsx = Self(name: "xlsx") { _ in XLSXExporter() }
  }
#endif
