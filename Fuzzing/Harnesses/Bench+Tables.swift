internal import BundledTables
internal import CSV
internal import EventModel
internal import Lexicon
internal import Normalizer
internal import Readers

extension Bench {
  /// A file that is read in pieces of one byte, or written again with every field quoted, has the same fields.
  func checkCSV(_ bytes: [UInt8]) throws(Breach) {
    let whole = Self.fields { CSVReader(bytes, name: "input.csv") }
    let pieces = Self.fields { () throws(Diagnostic) in
      let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
      var position = 0
      return try CSVReader(name: "input.csv") { () throws(Diagnostic) in
        let end = min(bytes.count, position == 0 && isMarked ? 3 : position + 1)
        defer { position = end }
        return Array(bytes[position..<end])
      }
    }
    try hold(whole.fields == pieces.fields && whole.fault == pieces.fault, "fields do not depend on pieces")
    guard whole.fault == nil else { return }
    let written = whole.fields.flatMap { record in
      Array(record.map { Self.quoted($0) }.joined(separator: [UInt8(ascii: ",")])) + [0x0D, 0x0A]
    }
    let again = Self.fields { CSVReader(written, name: "input.csv") }
    try hold(again.fault == nil && again.fields == whole.fields, "quoted fields are read as they were")
  }

  private static func quoted(_ field: [UInt8]) -> [UInt8] {
    let mark = UInt8(ascii: "\"")
    return [mark] + field.flatMap { $0 == mark ? [mark, mark] : [$0] } + [mark]
  }

  private static func fields(
    _ open: () throws(Diagnostic) -> CSVReader
  ) -> (fields: [[[UInt8]]], fault: Diagnostic?) {
    var result: [[[UInt8]]] = []
    do throws(Diagnostic) {
      var reader = try open()
      var record = CSVRecord()
      while try reader.next(&record) { result.append(record.fields.indices.map { Array(record.bytes($0)) }) }
      return (result, nil)
    } catch {
      return (result, error)
    }
  }

  /// A user's table is taken or refused; what is taken is compiled or refused.
  func checkTables(_ bytes: [UInt8]) throws(Breach) {
    var (name, contents) = ("actors", bytes[...])
    if bytes.first == UInt8(ascii: "#") {
      let line = bytes.dropFirst().prefix { $0 != 0x0A }
      name = String(decoding: line, as: UTF8.self)
      contents = bytes.dropFirst(line.count + 2)
    }
    var lexicon = lexicon
    do throws(Diagnostic) {
      try lexicon.add(file: "tables/" + name + ".tsv", contents: Array(contents))
      guard lexicon.embedded(name) != nil else { return }
      _ = try DocumentReader(lexicon: lexicon)
      _ = try Normalizer(lexicon: lexicon, images: CompiledTables.images)
    } catch {
      try hold(error.file != nil, "the fault of a table names its file", error.description)
    }
  }

  /// A metadata file is taken or refused, and a fault names its line.
  func checkMetadata(_ bytes: [UInt8]) throws(Breach) {
    var table = MetadataTable()
    let name = bytes.first == UInt8(ascii: "{") ? "rows.jsonl" : "rows.csv"
    do throws(Diagnostic) {
      try table.add(file: name, contents: bytes)
    } catch {
      try hold(error.file == name, "the fault of metadata names its file", error.description)
      return
    }
    _ = table.warnings(exceptFor: [])
  }

  /// A date that is read is written as it was, and its first day is not after its last.
  func checkEDTF(_ bytes: [UInt8]) throws(Breach) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let day = CivilDay(iso: text) {
      try hold(day.description == text, "a day is written as it was read", "\(text) → \(day)")
      try hold(EDTFDate(text)?.earliest == day, "a day is a date", text)
      try hold(day.adding(days: 1).adding(days: -1) == day, "a day has a next", text)
      try hold(CivilDay(ordinal: day.ordinal).components == day.components, "a day has a number", text)
    }
    guard let date = EDTFDate(text) else { return }
    try hold(date.description == text, "a date is written as it was read", "\(text) → \(date)")
    try hold(EDTFDate(date.description) == date, "a date that is written can be read", text)
    if let first = date.earliest, let last = date.latest {
      try hold(first <= last, "a date ends after it begins", text)
    }
    try hold(date.overlaps(date), "a date overlaps itself", text)
    _ = date.precision
  }
}
