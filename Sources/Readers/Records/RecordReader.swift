package import EventModel

/// Reads a file record by record and holds no more than one of them at a time.
///
/// A record that cannot be read does not keep the others from being read: ``next()`` throws for it, and is called again
/// for the next.
///
/// ```swift
/// var reader = try RecordReader(file)
/// while true {
///   do {
///     guard let record = try reader.next() else { break }
///     …
///   } catch { … }
/// }
/// ```
package struct RecordReader: ~Copyable {
  /// The largest record that is read unless told otherwise: 64 MiB, also of inflated bytes.
  package static let defaultLimit = 64 << 20

  private let path: String
  /// The file's format.
  package let mediaType: MediaType
  private let limit: Int
  private var input: InputBytes
  private var archive: WARCReader
  private var line = 0
  private var isAtEnd = false
  private var hasFoundRecord = false
  /// Where the last record begins, in bytes from 0: in the file; of a compressed file in the inflated content, and of a
  /// compressed web archive in the file again, at the beginning of a gzip member, as such archives are indexed.
  package private(set) var position = 0

  /// Opens a file, and reads its beginning where that is to tell the format.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - limit: The largest record in bytes.
  ///   - bufferSize: How many bytes are asked of the file at a time.
  /// - Throws: `input-missing` or `input-unreadable`; where the format is to be told also `gzip-corrupt` or
  ///   `gzip-truncated`.
  package init(_ file: InputFile, limit: Int = defaultLimit, bufferSize: Int = 1 << 18) throws(Diagnostic) {
    path = file.path
    self.limit = min(limit, Int.max - 1)
    var input = try InputBytes(file, limit: limit, pieceSize: bufferSize)
    mediaType =
      if let known = file.mediaType { known } else { MediaType(firstBytes: Array(try input.peek(Self.tellingBytes))) }
    self.input = input
    archive = WARCReader(path: file.path, limit: limit)
  }

  /// How many bytes tell a format.
  private static let tellingBytes = 512

  /// The size and digest of all that the file held while it was read; meaningful at its end, and nil where it was not read
  /// from one end to the other.
  package var digest: StreamDigest? { input.digest }

  /// What the file was when it was opened; nil for a stream, such as standard input.
  package var state: FileState? { input.state }

  /// Whether somebody wrote into the file since it was opened.
  package var isChanged: Bool { input.isChanged }

  /// The next record, or nil at the end of the file. Blank lines of a JSON Lines file are counted and passed over, and so
  /// are the records of a web archive that are no pages.
  ///
  /// - Throws: `record-too-large` for a record above the limit; `gzip-corrupt` and `gzip-truncated`; `empty-input` for a
  ///   file of records without any; what ``WARCReader`` says of an archive's record; `input-unreadable`. In any
  ///   case the next call gives what comes then, if only that the file is at its end.
  package mutating func next() throws(Diagnostic) -> RawRecord? {
    guard !isAtEnd else { return nil }
    do throws(Diagnostic) {
      let record = try find()
      if record == nil { end() }
      return record
    } catch {
      var fault = error
      if !canGoOn(behind: fault) {
        end()
        if mediaType == .jsonLines, fault.id != "empty-input" { (fault.line, fault.record) = (line + 1, line + 1) }
      }
      throw fault
    }
  }

  private mutating func end() {
    isAtEnd = true
    input.drain()
  }

  /// Whether something can be read behind a fault.
  private func canGoOn(behind fault: Diagnostic) -> Bool {
    switch mediaType {
    case .plainText, .html: false
    case .jsonLines: fault.id == "record-too-large" && fault.record != nil
    case .warc: fault.id != "input-unreadable" && fault.id != "empty-input"
    }
  }

  private mutating func find() throws(Diagnostic) -> RawRecord? {
    switch mediaType {
    case .plainText, .html:
      guard !hasFoundRecord else { return nil }
      hasFoundRecord = true
      return RawRecord(path: path, bytes: try everything(), mediaType: mediaType)
    case .jsonLines:
      while let bytes = try nextLine() {
        if Blank.isBlank(bytes) { continue }
        hasFoundRecord = true
        return RawRecord(path: path, record: line, bytes: bytes, mediaType: .jsonLines)
      }
      guard hasFoundRecord else { throw Diagnostic("empty-input", "the file holds no record", file: path) }
      return nil
    case .warc:
      defer { position = archive.position }
      if let page = try archive.next(from: &input) { return page }
      guard archive.number > 0 else { throw Diagnostic("empty-input", "the file holds no record", file: path) }
      return nil
    }
  }

  private mutating func everything() throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let stop = try input.take(limit - bytes.count + 1, to: &bytes)
      if bytes.count > limit { throw tooLarge(record: nil) }
      if stop == .end { return bytes }
    }
  }

  /// The next line without its ending, or nil at the end of the file.
  private mutating func nextLine() throws(Diagnostic) -> [UInt8]? {
    var bytes: [UInt8] = []
    position = input.offset
    while true {
      // One byte more than the limit, for the line feed.
      switch try input.takeLine(atMost: limit + 1 - bytes.count, to: &bytes) {
      case .complete:
        bytes.removeLast()
        line += 1
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return bytes
      case .end:
        if bytes.isEmpty { return nil }
        line += 1
        if bytes.count > limit { throw tooLarge(record: line) }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return bytes
      case .memberEnd: continue
      case .full:
        hasFoundRecord = true
        bytes = []
        while try input.skipLine() == .memberEnd {}
        line += 1
        throw tooLarge(record: line)
      }
    }
  }

  private func tooLarge(record: Int?) -> Diagnostic {
    Diagnostic(
      "record-too-large", "the record is larger than \(limit) bytes", file: path, line: record, record: record,
      byte: record.map { _ in position })
  }
}
