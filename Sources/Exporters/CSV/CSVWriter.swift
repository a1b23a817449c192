internal import EventModel

/// Writes rows of RFC 4180 into a byte array: texts quoted and guarded, everything else bare, CR LF at the end.
///
/// A missing value is an empty cell without quotation marks.
struct CSVWriter: RowWriter {
  /// What has been written.
  var bytes: [UInt8] = []
  /// How many rows have been ended.
  private(set) var rows = 0
  /// The cells that hold more than spreadsheets show.
  private(set) var longCells: [LongCell] = []
  /// How many cells the row has already.
  private var columns = 0

  /// A cell that holds more than spreadsheets show.
  struct LongCell: Hashable {
    /// How many rows stand before its own.
    var row: Int
    /// How many columns stand before its own.
    var column: Int
    /// The length in UTF-16 code units.
    var units: Int
    /// How many line feeds there are.
    var lineFeeds: Int
  }

  /// The most UTF-16 code units, and the most line feeds, that Excel keeps in a cell.
  static let cellLimit = (units: 32_767, lineFeeds: 253)

  /// Ends the row.
  mutating func endRow() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    columns = 0
    rows += 1
  }

  /// Writes a row of texts.
  mutating func row(_ texts: [String]) {
    for value in texts { text(value) }
    endRow()
  }

  // MARK: - Cells

  /// Writes a text.
  mutating func text(_ value: String?) {
    separate()
    guard let value else { return }
    bytes.append(0x22)
    let start = bytes.count
    value.withBytes { text in
      if FormulaGuard.endangers(text) { bytes.append(0x27) }
      append(text)
    }
    measure(from: start)
    bytes.append(0x22)
  }

  /// Writes the name of a value of an enumeration, which needs neither guard nor escape.
  mutating func token(_ value: String?) {
    separate()
    guard let value else { return }
    bytes.append(0x22)
    bytes.append(contentsOf: value.utf8)
    bytes.append(0x22)
  }

  /// Writes an id.
  mutating func id(_ id: RecordID?) {
    separate()
    guard let id else { return }
    bytes.append(0x22)
    Literal.append(id, to: &bytes)
    bytes.append(0x22)
  }

  /// Writes a number.
  mutating func integer(_ number: Int?) {
    separate()
    if let number { Literal.append(number, to: &bytes) }
  }

  /// Writes `true` or `false`.
  mutating func boolean(_ value: Bool) {
    separate()
    Literal.append(value, to: &bytes)
  }

  /// Writes an ISO day.
  mutating func day(_ day: CivilDay?) {
    separate()
    if let day { Literal.append(day, to: &bytes) }
  }

  /// Writes several values in one cell, joined by ` | `; a `|` or `\` of a value itself has a `\` before it.
  mutating func list(_ values: some Sequence<String>) {
    separate()
    bytes.append(0x22)
    let start = bytes.count
    var isFirst = true
    for value in values {
      if !isFirst { bytes.append(contentsOf: ListCell.separator.utf8) }
      value.withBytes { text in
        // What follows the first value begins with a space and a bar, which are harmless.
        if isFirst && FormulaGuard.endangers(text) { bytes.append(0x27) }
        if ListCell.needsEscape(text) {
          ListCell.escaped(text).withUnsafeBufferPointer { append($0) }
        } else {
          append(text)
        }
      }
      isFirst = false
    }
    measure(from: start)
    bytes.append(0x22)
  }

  // MARK: - Bytes

  private mutating func separate() {
    if columns > 0 { bytes.append(0x2C) }
    columns += 1
  }

  /// Copies runs between quotation marks whole, and doubles the marks.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    for index in text.indices where text[index] == 0x22 {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...index]))
      runStart = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  /// Notes the cell whose text begins at `start` if a spreadsheet would cut it, without saying so.
  private mutating func measure(from start: Int) {
    let limit = Self.cellLimit
    guard bytes.count - start > limit.lineFeeds else { return }
    let (units, lineFeeds) = bytes.withUnsafeBufferPointer { buffer in
      let text = UnsafeBufferPointer(rebasing: buffer[start...])
      let lineFeeds = Self.count(text) { $0 == 0x0A }
      guard lineFeeds > limit.lineFeeds || text.count > limit.units else { return (0, 0) }
      // What begins a character, twice where it has two code units; a quotation mark stands there twice.
      let characters = Self.count(text) { $0 & 0xC0 != 0x80 } + Self.count(text) { $0 >= 0xF0 }
      return (characters - Self.count(text) { $0 == 0x22 } / 2, lineFeeds)
    }
    guard lineFeeds > limit.lineFeeds || units > limit.units else { return }
    longCells.append(LongCell(row: rows, column: columns - 1, units: units, lineFeeds: lineFeeds))
  }

  /// How many bytes are as asked for; a plain loop, which the compiler makes one of many bytes at a time.
  @inline(__always)
  private static func count(_ text: UnsafeBufferPointer<UInt8>, where isWanted: (UInt8) -> Bool) -> Int {
    var count = 0
    for byte in text { count &+= isWanted(byte) ? 1 : 0 }
    return count
  }
}

extension ByteBuffer {
  /// Lets rows be written at the end of the buffer.
  ///
  /// - Returns: How many rows were written, and the cells among them that hold more than spreadsheets show.
  @discardableResult
  mutating func csv(_ write: (inout CSVWriter) -> Void) -> (rows: Int, longCells: [CSVWriter.LongCell]) {
    var writer = CSVWriter()
    swap(&writer.bytes, &bytes)
    write(&writer)
    swap(&writer.bytes, &bytes)
    return (writer.rows, writer.longCells)
  }
}
