package import EventModel
internal import CLibrary

/// Reads CSV files (RFC 4180) record by record: a byte order mark is passed over, lines end in LF or CRLF, a quotation
/// mark stands only around a field or doubled inside a quoted one.
package struct CSVReader: ~Copyable {
  private enum Place {
    case recordStart
    /// After a delimiter.
    case fieldStart
    case plain
    case quoted
    /// After a quotation mark in a quoted field: the end, or half of a doubled one.
    case quote
    case carriageReturn
  }

  /// Gives the next bytes; none at the end.
  package typealias Pieces = () throws(Diagnostic) -> [UInt8]

  private let pieces: Pieces?
  private let name: String
  private let delimiter: UInt8
  private var buffer: [UInt8]
  private var position = 0
  private var place = Place.recordStart
  /// The line that the reader has come to, from 1.
  package private(set) var line = 1
  /// The offset of the line's beginning and of the buffer's, in bytes from the file's.
  private var lineStart = 0
  private var bufferStart = 0

  private static let quotationMark = UInt8(ascii: "\"")

  /// Reads bytes that come in pieces; the first has a byte order mark whole, if there is one.
  ///
  /// - Parameters:
  ///   - name: The name that diagnostics give the file.
  ///   - delimiter: The byte between fields.
  /// - Throws: What `pieces` throws.
  package init(
    name: String, delimiter: UInt8 = UInt8(ascii: ","), pieces: @escaping Pieces
  ) throws(Diagnostic) {
    buffer = try pieces()
    self.pieces = pieces
    self.name = name
    self.delimiter = delimiter
    skipByteOrderMark()
  }

  /// Reads bytes in memory.
  ///
  /// - Parameters:
  ///   - name: The name that diagnostics give the file.
  ///   - delimiter: The byte between fields.
  package init(_ bytes: [UInt8], name: String, delimiter: UInt8 = UInt8(ascii: ",")) {
    buffer = bytes
    pieces = nil
    self.name = name
    self.delimiter = delimiter
    skipByteOrderMark()
  }

  private mutating func skipByteOrderMark() {
    guard buffer.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    position = 3
    lineStart = 3
  }

  /// Reads the next record; false at the end.
  ///
  /// - Throws: `csv-quote`, `csv-text-after-quote`, `csv-carriage-return` or `csv-open-quote` where the file is no CSV.
  package mutating func next(_ record: inout CSVRecord) throws(Diagnostic) -> Bool {
    record.clear()
    while true {
      if position == buffer.count {
        bufferStart += buffer.count
        buffer = try pieces?() ?? []
        position = 0
        if buffer.isEmpty { return try end(&record) }
      }
      if try step(&record) { return true }
    }
  }

  /// Goes on as far as the buffer and the place allow; true at the end of a record.
  private mutating func step(_ record: inout CSVRecord) throws(Diagnostic) -> Bool {
    switch place {
    case .recordStart, .fieldStart:
      begin(&record)
      place = buffer[position] == Self.quotationMark ? .quoted : .plain
      if place == .quoted { position += 1 }
    case .plain:
      takePlain(&record)
      guard position < buffer.count else { return false }
      if buffer[position] == Self.quotationMark {
        throw fault("csv-quote", "a quotation mark in a field that is not quoted")
      }
      return endField(&record)
    case .quoted:
      takeQuoted(&record)
    case .quote:
      if buffer[position] == Self.quotationMark {
        record.bytes.append(Self.quotationMark)
        position += 1
        place = .quoted
        return false
      }
      guard Self.ends(buffer[position], delimiter) else {
        throw fault("csv-text-after-quote", "something follows the closing quotation mark")
      }
      return endField(&record)
    case .carriageReturn:
      guard buffer[position] == 0x0A else {
        throw fault("csv-carriage-return", "a carriage return without a line feed must be quoted")
      }
      position += 1
      return endRecord()
    }
    return false
  }

  private static func ends(_ byte: UInt8, _ delimiter: UInt8) -> Bool {
    byte == delimiter || byte == 0x0A || byte == 0x0D
  }

  private func begin(_ record: inout CSVRecord) {
    let start = record.bytes.count
    record.fields.append(
      CSVRecord.Field(range: start..<start, line: line, column: bufferStart + position - lineStart + 1))
  }

  /// Takes bytes of a plain field, up to its end or that of the buffer.
  private mutating func takePlain(_ record: inout CSVRecord) {
    let start = position
    let delimiter = self.delimiter
    position = buffer.withUnsafeBufferPointer { bytes in
      var index = start
      while index < bytes.count, bytes[index] != Self.quotationMark, !Self.ends(bytes[index], delimiter) { index += 1 }
      return index
    }
    record.bytes.append(contentsOf: buffer[start..<position])
  }

  /// Takes bytes of a quoted field, up to the next quotation mark or the buffer's end.
  private mutating func takeQuoted(_ record: inout CSVRecord) {
    let start = position
    let end = buffer.withUnsafeBytes { bytes -> Int in
      guard let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(Self.quotationMark), bytes.count - start)
      else { return bytes.count }
      return UnsafeRawPointer(found) - base
    }
    countLines(in: start..<end)
    record.bytes.append(contentsOf: buffer[start..<end])
    position = end
    if end < buffer.count {
      position += 1
      place = .quote
    }
  }

  private mutating func countLines(in range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let found = buffer.withUnsafeBytes { bytes -> Int? in
        guard let base = bytes.baseAddress else { return nil }
        return memchr(base + start, 0x0A, range.upperBound - start).map { UnsafeRawPointer($0) - base }
      }
      guard let found else { return }
      line += 1
      lineStart = bufferStart + found + 1
      start = found + 1
    }
  }

  /// Ends a field at the delimiter, CR or LF of the position; true where it is also the record's end.
  private mutating func endField(_ record: inout CSVRecord) -> Bool {
    close(&record)
    let byte = buffer[position]
    position += 1
    place = byte == 0x0D ? .carriageReturn : .fieldStart
    return byte == 0x0A ? endRecord() : false
  }

  private func close(_ record: inout CSVRecord) {
    let last = record.fields.count - 1
    record.fields[last].range = record.fields[last].range.lowerBound..<record.bytes.count
    record.bytes.append(0)
  }

  private mutating func endRecord() -> Bool {
    line += 1
    lineStart = bufferStart + position
    place = .recordStart
    return true
  }

  /// Ends the file; true where a record was open.
  private mutating func end(_ record: inout CSVRecord) throws(Diagnostic) -> Bool {
    switch place {
    case .quoted: throw fault("csv-open-quote", "the file ends in a quoted field")
    case .carriageReturn: throw fault("csv-carriage-return", "the file ends in half a line end")
    case .recordStart: return false
    case .fieldStart: begin(&record)
    case .plain, .quote: break
    }
    close(&record)
    place = .recordStart
    return true
  }

  private func fault(_ id: String, _ reason: String) -> Diagnostic {
    let offset = bufferStart + position
    return Diagnostic(id, reason, file: name, line: line, column: offset - lineStart + 1, byte: offset)
  }
}
