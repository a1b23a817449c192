internal import CLibrary
internal import EventModel
internal import Readers

extension Bench {
  func checkDocument(_ bytes: [UInt8], _ mediaType: MediaType) throws(Breach) {
    guard let document = document(RawRecord(path: "input", bytes: bytes, mediaType: mediaType)) else { return }
    try Self.checkLayout(document)
  }

  /// Reads a document; nil where it cannot be read.
  func document(_ record: RawRecord) -> SourceDocument? {
    try? reader.read(record)
  }

  /// Every range lies in the text, between characters; blocks are in order.
  static func checkLayout(_ document: SourceDocument) throws(Breach) {
    let bytes = document.text.bytes
    try hold((try? UTF8Span(validating: bytes.span)) != nil, "the text of a document is UTF-8")
    func checkRange(_ range: Range<Int>, _ name: String) throws(Breach) {
      try hold(range.lowerBound >= 0 && range.upperBound <= bytes.count, "\(name) lies in the text", "\(range)")
      for end in [range.lowerBound, range.upperBound] where end < bytes.count {
        try hold(bytes[end] & 0xC0 != 0x80, "\(name) begins and ends between characters", "\(range)")
      }
    }
    try hold(!document.articles.isEmpty, "a document that can be read has an article")
    for (index, article) in document.articles.enumerated() {
      try hold(article.segment == index + 1, "articles are numbered from 1", "\(article.segment)")
      try checkRange(article.range, "an article")
      var end = 0
      for block in article.blocks {
        try checkRange(block.range, "a block")
        try hold(block.range.lowerBound >= end, "blocks follow each other", "\(block.range) before \(end)")
        end = block.range.upperBound
      }
      for removed in article.removed { try checkRange(removed.range, "what was removed") }
    }
  }

  /// Reads a file of records twice, in large and in small pieces.
  func checkRecords(_ bytes: [UInt8], _ mediaType: MediaType) throws(Breach) {
    guard let file = HeldFile(bytes) else { return }
    defer { withExtendedLifetime(file) {} }
    let input = InputFile(path: "input", location: file.path, mediaType: mediaType)
    let whole = try Self.records(input, bytes.count, bufferSize: 1 << 16)
    let pieces = try Self.records(input, bytes.count, bufferSize: 7)
    // How much of a damaged stream comes out before the damage is met, and which fault of its record is met first, depends
    // on how much of it goes in at once.
    let isDamaged = Self.isDamaged(whole) || Self.isDamaged(pieces)
    let (left, right) = isDamaged ? (Self.beforeFault(whole), Self.beforeFault(pieces)) : (whole, pieces)
    let common = isDamaged ? min(left.count, right.count) : max(left.count, right.count)
    try hold(
      left.prefix(common) == right.prefix(common), "records do not depend on the size of what is read at a time")
    for case .success(let record) in whole {
      if let document = document(record) { try Self.checkLayout(document) }
    }
  }

  /// Whether a compressed stream is met that is damaged.
  private static func isDamaged(_ records: [Result<RawRecord, Diagnostic>]) -> Bool {
    records.contains {
      if case .failure(let fault) = $0 { fault.id.hasPrefix("gzip-") } else { false }
    }
  }

  /// The records before the first fault.
  private static func beforeFault(_ records: [Result<RawRecord, Diagnostic>]) -> [Result<RawRecord, Diagnostic>] {
    Array(
      records.prefix {
        if case .success = $0 { true } else { false }
      })
  }

  private static func records(
    _ file: InputFile, _ size: Int, bufferSize: Int
  ) throws(Breach) -> [Result<RawRecord, Diagnostic>] {
    var results: [Result<RawRecord, Diagnostic>] = []
    do throws(Diagnostic) {
      var reader = try RecordReader(file, limit: 1 << 20, bufferSize: bufferSize)
      // Every byte may at most be one fault.
      while results.count <= size + 8 {
        do throws(Diagnostic) {
          guard let record = try reader.next() else { return results }
          results.append(.success(record))
        } catch {
          results.append(.failure(error))
        }
      }
    } catch {
      return [.failure(error)]
    }
    throw Breach("a file of records comes to its end")
  }
}

/// A file that holds bytes for as long as it is wanted.
private final class HeldFile {
  let path: String

  init?(_ bytes: [UInt8]) {
    var name = Array("/tmp/isnad-fuzz-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
    guard written == bytes.count else {
      unlink(path)
      return nil
    }
  }

  deinit { unlink(path) }
}
