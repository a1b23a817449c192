internal import EventModel

/// Judges whether bytes are text that can be read.
struct TextCheck {
  /// The record that the bytes come from, for messages.
  let record: RawRecord

  /// Decodes the record's bytes and checks that they are readable text.
  ///
  /// - Parameter labels: What the text says of its own encoding, the first being the strongest; the word of the container
  ///   is stronger.
  /// - Throws: `invalid-utf8`, `undecodable`, `encoding-unknown`, `mojibake` or `binary-content`, each with the byte offset
  ///   in the record.
  func decoded(by decoder: TextDecoder, declared labels: [String] = []) throws(Diagnostic) -> DecodedText {
    let text: DecodedText
    do throws(DecodingFault) {
      text = try decoder.decode(record.bytes, declared: (record.charset.map { [$0] } ?? []) + labels)
    } catch {
      // What is no text at all needs no encoding.
      if error.encoding.unitLength == 1 { try checkContent() }
      guard let offset = error.offset else { throw fault(error.id, error.reason) }
      throw fault(error.id, error.reason, at: offset, in: error.encoding)
    }
    if let (reason, offset) = Self.binary(text.bytes) {
      throw fault("binary-content", reason, at: text.rawOffset(offset), in: text.encoding)
    }
    if let found = Mojibake(letters: decoder.letters).find(in: text.bytes) {
      throw fault("mojibake", found.reason, at: text.rawOffset(found.offset), in: text.encoding)
    }
    return text
  }

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
    if let offset = UTF8Fault.first(in: record.bytes) {
      throw fault("invalid-utf8", "the text is not UTF-8", at: offset)
    }
  }

  /// Checks that a text of the record, valid UTF-8, is readable; its offsets are not the record's.
  ///
  /// - Throws: `binary-content` or `mojibake`.
  func checkText(_ text: [UInt8], _ letters: LetterModel) throws(Diagnostic) {
    if let (reason, offset) = Self.binary(text) {
      throw fault("binary-content", reason + ", at byte \(offset) of the text")
    }
    if let found = Mojibake(letters: letters).find(in: text) {
      throw fault("mojibake", found.reason + ", at byte \(found.offset) of the text")
    }
  }

  /// How many lines a text may have; one with more is no text that anybody wrote.
  static let lineLimit = 1_000_000

  /// Checks that a decoded text has no more lines than can be told apart in memory.
  ///
  /// - Throws: `too-many-lines`.
  func checkLines(_ text: [UInt8]) throws(Diagnostic) {
    guard text.count > Self.lineLimit, text.count(where: { $0 == 0x0A || $0 == 0x0D }) > Self.lineLimit else { return }
    throw fault("too-many-lines", "the text has more than \(Self.lineLimit) lines")
  }

  /// A fault of the whole record.
  func fault(_ id: String, _ reason: String) -> Diagnostic {
    Diagnostic(id, reason, file: record.path, line: record.line, record: record.record)
  }

  /// A fault at a byte of the record; a record of a JSON Lines file is one line.
  private func fault(
    _ id: String, _ reason: String, at offset: Int, in encoding: TextEncoding = .utf8
  ) -> Diagnostic {
    var fault = fault(id, reason)
    let start = encoding.lineStart(before: offset, in: record.bytes)
    fault.line = record.line ?? start.line
    fault.column = offset - start.offset + 1
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
    if let nul { return ("a NUL character: this is no text", nul) }
    guard let first, count * 100 > bytes.count else { return nil }
    return ("control characters: this is no text", first)
  }
}
