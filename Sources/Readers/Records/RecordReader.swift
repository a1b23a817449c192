package import EventModel

/// Reads a file record by record. Of a JSON Lines file no more than one record is held at a time.
///
/// ```swift
/// var reader = try RecordReader(file)
/// while let record = try reader.next() { … }
/// ```
package struct RecordReader: ~Copyable {
  /// The largest record that is read unless told otherwise: 64 MiB.
  package static let defaultLimit = 64 << 20

  private let input: InputFile
  private let limit: Int
  private let file: ReadOnlyFile
  private var buffer: [UInt8]
  /// The unread bytes of the buffer.
  private var unread = 0..<0
  private var line = 0
  /// The offset in the file, in bytes from 0, behind the last line that was taken.
  private var taken = 0
  /// Where in the file the last record begins, in bytes from 0.
  package private(set) var position = 0
  private var isAtEnd = false
  private var hasFoundRecord = false

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - input: The file.
  ///   - limit: The largest record in bytes.
  ///   - bufferSize: How many bytes are asked of the file at a time.
  /// - Throws: `input-missing` or `input-unreadable`.
  package init(_ input: InputFile, limit: Int = defaultLimit, bufferSize: Int = 1 << 18) throws(Diagnostic) {
    self.input = input
    self.limit = limit
    file = try ReadOnlyFile(input.location)
    buffer = [UInt8](repeating: 0, count: max(bufferSize, 1))
  }

  /// The next record, or nil at the end of the file. Blank lines of a JSON Lines file are counted and passed over.
  ///
  /// - Throws: `input-unreadable`; `record-too-large` for a record above the limit; `empty-input` for a JSON Lines file
  ///   without any record.
  package mutating func next() throws(Diagnostic) -> RawRecord? {
    guard !isAtEnd else { return nil }
    switch input.mediaType {
    case .plainText:
      let bytes = try everything()
      isAtEnd = true
      return RawRecord(path: input.path, bytes: bytes, mediaType: .plainText)
    case .jsonLines:
      while let bytes = try nextLine() {
        if Blank.isBlank(bytes) { continue }
        hasFoundRecord = true
        return RawRecord(path: input.path, record: line, bytes: bytes, mediaType: .jsonLines)
      }
      isAtEnd = true
      guard hasFoundRecord else {
        throw Diagnostic("empty-input", "the file holds no record", file: input.path)
      }
      return nil
    }
  }

  private mutating func everything() throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let count = try file.read(into: &buffer)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      try check(bytes.count, record: nil)
    }
  }

  /// The next line without its ending, or nil at the end of the file.
  private mutating func nextLine() throws(Diagnostic) -> [UInt8]? {
    var bytes: [UInt8] = []
    position = taken
    while true {
      if unread.isEmpty {
        unread = 0..<(try file.read(into: &buffer))
        if unread.isEmpty {
          if bytes.isEmpty { return nil }
          break
        }
      }
      let end = buffer[unread].firstIndex(of: UInt8(ascii: "\n"))
      bytes += buffer[unread.lowerBound..<(end ?? unread.upperBound)]
      taken = position + bytes.count + (end == nil ? 0 : 1)
      try check(bytes.count, record: line + 1)
      unread = (end.map { $0 + 1 } ?? unread.upperBound)..<unread.upperBound
      if end != nil { break }
    }
    line += 1
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return bytes
  }

  private func check(_ count: Int, record: Int?) throws(Diagnostic) {
    guard count > limit else { return }
    throw Diagnostic(
      "record-too-large", "the record is larger than \(limit) bytes", file: input.path, line: record, record: record)
  }
}
