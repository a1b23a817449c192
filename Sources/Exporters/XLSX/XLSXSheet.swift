#if XLSX
  internal import CXlsxWriter
  internal import EventModel

  /// Writes the rows of a sheet, below two rows of headings.
  ///
  /// The library keeps the row that is being written; those before it are in its temporary file.
  struct XLSXSheet: RowWriter {
    /// A cell that was too long for the format.
    struct CutCell {
      /// The number of the row, from 1.
      var row: Int
      /// How many columns stand before its own.
      var column: Int
      /// How many UTF-16 code units the text has.
      var units: Int
    }

    /// The rows above the records: Arabic headings, and the names of the columns.
    static let headings = 2
    /// How many cells are named one by one.
    private static let namedCells = 10
    /// The widths of columns, in the digits of the font.
    private static let widths = 9...48

    /// The table.
    let table: RecordTable
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let styles: XLSXStyles
    /// How many rows records have.
    private(set) var rows = 0
    /// The rows that the sheet has no room for.
    private(set) var omittedRows = 0
    /// The cells that were cut: the first of them, and how many there are.
    private(set) var cutCells = (first: [CutCell](), count: 0)
    /// How many cells have a link, and how many have none as there were too many.
    private(set) var linked = 0
    private(set) var unlinked = 0
    /// What the library could not do.
    private(set) var error = LXW_NO_ERROR
    /// Where cells of the row that comes next lead to, by column.
    var links: [Int: String] = [:]
    private var column = 0
    private var widths: [Int]

    /// Begins a sheet.
    init(_ table: RecordTable, in book: UnsafeMutablePointer<lxw_workbook>, styles: XLSXStyles) throws(XLSXFailure) {
      guard let sheet = workbook_add_worksheet(book, table.name) else {
        throw XLSXFailure(code: LXW_ERROR_MEMORY_MALLOC_FAILED)
      }
      self.table = table
      self.sheet = sheet
      self.styles = styles
      widths = zip(table.columns, table.arabicColumns).map { max($0.utf8.count, Self.width($1)) + 3 }
      worksheet_right_to_left(sheet)
      worksheet_freeze_panes(sheet, lxw_row_t(Self.headings), 0)
      worksheet_repeat_rows(sheet, 0, lxw_row_t(Self.headings - 1))
      worksheet_set_landscape(sheet)
      // CAMEO codes begin with zeros: they are texts, and no mistake of the user's.
      worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
      worksheet_set_row(sheet, 0, 21, styles.arabicHeading)
      for (column, heading) in table.arabicColumns.enumerated() {
        check(worksheet_write_string(sheet, 0, lxw_col_t(column), heading, styles.arabicHeading))
      }
      for (column, heading) in table.columns.enumerated() {
        check(worksheet_write_string(sheet, 1, lxw_col_t(column), heading, styles.heading))
      }
    }

    /// What the library calls the cell of a record's row, to lead there.
    static func link(to table: RecordTable, row: Int) -> String? {
      guard row + headings < Int(LXW_ROW_MAX) else { return nil }
      return "internal:\(table.name)!A\(row + headings + 1)"
    }

    /// Sets what depends on all rows.
    mutating func end() {
      for (column, width) in widths.enumerated() {
        let width = Double(min(max(width, Self.widths.lowerBound), Self.widths.upperBound))
        check(worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil))
      }
      check(
        worksheet_autofilter(
          sheet, lxw_row_t(Self.headings - 1), 0, lxw_row_t(Self.headings - 1 + rows),
          lxw_col_t(table.columns.count - 1)))
      if isnad_sheet_failed(sheet) != 0 { check(LXW_ERROR_CREATING_TMPFILE) }
    }

    // MARK: - Rows

    private var isFull: Bool { rows + Self.headings >= Int(LXW_ROW_MAX) }
    private var row: lxw_row_t { lxw_row_t(rows + Self.headings) }

    mutating func endRow() {
      if isFull { omittedRows += 1 } else { rows += 1 }
      column = 0
      links.removeAll(keepingCapacity: true)
    }

    mutating func text(_ value: String?) {
      defer { column += 1 }
      guard let value, !isFull else { return }
      let (text, length) = XLSXText.cell(value)
      if let length {
        cutCells.count += 1
        if cutCells.first.count < Self.namedCells {
          cutCells.first.append(CutCell(row: Int(row) + 1, column: column, units: length))
        }
      }
      string(text)
    }

    mutating func token(_ value: String?) {
      defer { column += 1 }
      if let value, !isFull { string(value) }
    }

    mutating func id(_ id: RecordID?) {
      token(id?.description)
    }

    mutating func integer(_ number: Int?) {
      defer { column += 1 }
      guard let number, !isFull else { return }
      check(worksheet_write_number(sheet, row, lxw_col_t(column), Double(number), styles.plain))
    }

    mutating func boolean(_ value: Bool) {
      defer { column += 1 }
      guard !isFull else { return }
      check(worksheet_write_boolean(sheet, row, lxw_col_t(column), value ? 1 : 0, styles.plain))
    }

    /// Programs differ in what the days before 1 March 1900 are, and know none before that year: these are texts.
    mutating func day(_ day: CivilDay?) {
      guard let day, (Self.firstDay...Self.lastDay).contains(day) else { return token(day?.description) }
      defer { column += 1 }
      guard !isFull else { return }
      widths[column] = max(widths[column], 11)
      check(
        worksheet_write_number(
          sheet, row, lxw_col_t(column), Double(day.ordinal - Self.firstDay.ordinal + 61), styles.day))
    }

    mutating func list(_ values: some Sequence<String>) {
      text(ListCell.joined(values))
    }

    private static let firstDay = CivilDay(firstOf: 3, 1900)
    private static let lastDay = CivilDay(firstOf: 13, 9999).adding(days: -1)

    // MARK: - Cells

    /// Writes a text that fits, never a formula, with the link that the cell is to have.
    private mutating func string(_ text: String) {
      widths[column] = max(widths[column], Self.width(text) + 1)
      guard let link = takeLink() else {
        check(worksheet_write_string(sheet, row, lxw_col_t(column), text, styles.plain))
        return
      }
      // The library writes the address as the cell's text, which the text then replaces.
      check(worksheet_write_url_opt(sheet, row, lxw_col_t(column), link, styles.link, nil, nil))
      check(worksheet_write_string(sheet, row, lxw_col_t(column), text, styles.link))
    }

    private mutating func takeLink() -> String? {
      guard let link = links[column] else { return nil }
      guard linked < Int(LXW_MAX_NUMBER_URLS) else {
        unlinked += 1
        return nil
      }
      linked += 1
      return link
    }

    private mutating func check(_ code: lxw_error) {
      if code != LXW_NO_ERROR, error == LXW_NO_ERROR { error = code }
    }

    /// How wide a text is: its characters without vowel marks, as far as a column would show them.
    private static func width(_ text: String) -> Int {
      var width = 0
      for scalar in text.unicodeScalars where scalar.properties.canonicalCombiningClass == .notReordered {
        width += 1
        if width >= widths.upperBound || scalar == "\n" { break }
      }
      return width
    }
  }
#endif
