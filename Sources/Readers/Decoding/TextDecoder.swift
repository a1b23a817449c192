internal import EventModel
internal import Lexicon

/// Decodes text into UTF-8: as the user says, else as its byte order mark says, else as it is declared unless the bytes
/// show otherwise, else as the bytes show.
struct TextDecoder: Sendable {
  /// How Arabic letters follow each other.
  let letters: LetterModel
  /// The encoding that the user named for all inputs.
  let option: TextEncoding?

  /// Compiles the table `letters`.
  ///
  /// - Throws: A diagnostic with file and line for a row that is not understood.
  init(lexicon: Lexicon, option: TextEncoding? = nil) throws(Diagnostic) {
    letters = try LetterModel(lexicon.rows("letters"))
    self.option = option
  }

  /// Decodes the bytes of a text.
  ///
  /// - Parameter labels: What the text is declared to be by who sent it and by itself, the first being the strongest.
  /// - Throws: `invalid-utf8` or `undecodable` at the first byte that is no text in the encoding; `encoding-unknown` where
  ///   nothing tells the encoding.
  func decode(_ bytes: [UInt8], declared labels: [String] = []) throws(DecodingFault) -> DecodedText {
    let marked = TextEncoding(byteOrderMarkOf: bytes)
    if let option {
      // Who says UTF-16 may leave the byte order to the mark.
      let isOrder = marked?.unitLength == 2 && option.unitLength == 2
      return try decode(bytes, as: isOrder ? marked ?? option : option, .option)
    }
    if let marked { return try decode(bytes, as: marked, .byteOrderMark) }
    let fault = UTF8Fault.first(in: bytes)
    // Labels of Western code pages are what servers say when nobody told them; they tell nothing.
    let declared = labels.lazy.compactMap { TextEncoding(label: $0) }.first
    switch EncodingDetector(letters: letters).finding(bytes, utf8Fault: fault) {
    case .encoding(.utf8):
      // Bytes of ASCII only are the same in a code page; others that are UTF-8 are so by no accident. With zero bytes
      // they are no text but in UTF-16.
      let holds =
        switch declared {
        case nil: false
        case .utf8: true
        case .windows1256, .iso8859Part6: bytes.allSatisfy { $0 < 0x80 }
        case .utf16LittleEndian, .utf16BigEndian: bytes.prefix(256).contains(0)
        }
      guard holds, let declared else { return DecodedText(bytes: bytes, encoding: .utf8, basis: .detected) }
      return try decode(bytes, as: declared, .declared)
    case .encoding(let found):
      return try decode(bytes, as: found, found == declared ? .declared : .detected)
    case .damagedUTF8:
      return try decode(bytes, as: .utf8, .detected)
    case .unknown:
      // Too little to judge by: the declaration is all there is.
      if let declared { return try decode(bytes, as: declared, .declared) }
      throw DecodingFault(
        id: "encoding-unknown",
        reason: "the text is not UTF-8, and its Arabic does not tell its encoding: name it with --encoding",
        offset: fault)
    }
  }

  /// Decodes bytes from a known encoding.
  private func decode(
    _ bytes: [UInt8], as encoding: TextEncoding, _ basis: DocumentInfo.EncodingBasis
  ) throws(DecodingFault) -> DecodedText {
    let mark = encoding.byteOrderMark
    let start = !mark.isEmpty && bytes.starts(with: mark) ? mark.count : 0
    var text = DecodedText(bytes: [], encoding: encoding, basis: basis, markLength: start)
    do throws(UndecodableByte) {
      switch encoding {
      case .utf8:
        if let fault = UTF8Fault.first(in: bytes) { throw UndecodableByte(offset: fault) }
        text.bytes = start > 0 ? Array(bytes[start...]) : bytes
      case .windows1256: text.bytes = try CodePage.windows1256.decode(bytes)
      case .iso8859Part6: text.bytes = try CodePage.iso8859Part6.decode(bytes)
      case .utf16LittleEndian: text.bytes = try UTF16Text.decode(bytes, from: start, bigEndian: false)
      case .utf16BigEndian: text.bytes = try UTF16Text.decode(bytes, from: start, bigEndian: true)
      }
    } catch {
      throw encoding == .utf8
        ? DecodingFault(id: "invalid-utf8", reason: "the text is not UTF-8", offset: error.offset)
        : DecodingFault(
          id: "undecodable", reason: "this is no character in \(encoding.rawValue)", offset: error.offset,
          encoding: encoding)
    }
    return text
  }
}
