internal import EventModel

/// Judges whether bytes are text that can be read.
struct TextCheck {
  /// The record that the bytes come from, for messages.
  let record: RawRecord

  /// Checks that the record's bytes are no binary content.
  ///
  /// - Throws: `binary-content` for a NUL byte, or where more than one byte in a hundred is a control character that no
  ///   text has.
  func checkContent() throws(Diagnostic) {
    if let (reason, offset) = Self.binary(record.bytes) { throw fault("binary-content", reason, at: offset) }
  }

  /// Checks that the record's bytes are UTF-8.
  ///
  /// - Throws: `invalid-utf8` with the byte offset of the first fault.
  func checkEncoding() throws(Diagnostic) {
    if let offset = record.bytes.withUnsafeBufferPointer({ UTF8Fault.first(in: $0) }) {
      throw fault("invalid-utf8", "the text is not UTF-8", at: offset)
    }
  }

  /// Checks that a decoded text, valid UTF-8, is no binary content; its offsets are not the record's.
  ///
  /// - Throws: `binary-content`.
  func checkText(_ text: [UInt8]) throws(Diagnostic) {
    guard let (reason, offset) = Self.binary(text) else { return }
    throw fault("binary-content", reason + ", at byte \(offset) of the text")
  }

  /// A fault of the whole record.
  func fault(_ id: String, _ reason: String) -> Diagnostic {
    Diagnostic(id, reason, file: record.path, line: record.record, record: record.record)
  }

  /// A fault at a byte of the record; a record of a JSON Lines file is one line.
  private func fault(_ id: String, _ reason: String, at offset: Int) -> Diagnostic {
    let before = record.bytes[..<offset]
    var fault = fault(id, reason)
    fault.line = record.record ?? before.count { $0 == UInt8(ascii: "\n") } + 1
    fault.column = offset - (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1)
    fault.byte = offset
    return fault
  }

  /// What shows that bytes are no text, and where.
  private static func binary(_ bytes: [UInt8]) -> (reason: String, offset: Int)? {
    var first: Int?
    var count = 0
    let nul = bytes.withUnsafeBytes { buffer -> Int? in
      var index = 0
      while index < buffer.count {
        // Eight bytes at a time while none is below 0x20, which a borrow out of its top bit would show.
        if index + 8 <= buffer.count {
          let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 == 0 {
            index += 8
            continue
          }
        }
        for index in index..<min(index + 8, buffer.count) {
          let byte = buffer[index]
          if byte >= 0x20 || (0x09...0x0D).contains(byte) { continue }
          if byte == 0 { return index }
          if first == nil { first = index }
          count += 1
        }
        index += 8
      }
      return nil
    }
    if let nul { return ("a NUL byte: this is no text in UTF-8", nul) }
    guard let first, count * 100 > bytes.count else { return nil }
    return ("control characters: this is no text", first)
  }
}
