internal import Digest
package import EventModel
package import Lexicon

/// Turns raw records into documents: decodes the text, reads the metadata and divides the text into articles.
///
/// A value can serve many tasks at once; making one compiles the tables, so make one and keep it.
package struct DocumentReader: Sendable {
  private let segmenter: Segmenter
  private let pages: PageReader
  private let decoder: TextDecoder

  /// Compiles the tables of page furniture, markup, months, media and letters of a lexicon.
  ///
  /// - Parameter encoding: The encoding of all inputs that are not JSON, whatever they say; nil to find out.
  /// - Throws: A diagnostic with file and line for a row that the reader does not understand.
  package init(lexicon: Lexicon, encoding: TextEncoding? = nil) throws(Diagnostic) {
    segmenter = try Segmenter(lexicon: lexicon)
    pages = try PageReader(lexicon: lexicon, segmenter: segmenter)
    decoder = try TextDecoder(lexicon: lexicon, option: encoding)
  }

  /// Reads a record.
  ///
  /// - Throws: `invalid-utf8`, `undecodable`, `encoding-unknown`, `mojibake`, `binary-content`, `too-many-lines` or
  ///   `empty-input`; for a page also `html-no-article` and `html-too-long`; for a JSON record also the parser's faults,
  ///   `record-not-object`, `record-lacks-text`, `record-field-type` and `record-published`.
  package func read(_ record: RawRecord) throws(Diagnostic) -> SourceDocument {
    let check = TextCheck(record: record)
    let fields: RecordFields
    var articles: [ArticleLayout]
    var (encoding, basis) = (TextEncoding.utf8, DocumentInfo.EncodingBasis.fallback)
    switch record.mediaType {
    case .plainText:
      let text = try check.decoded(by: decoder)
      (encoding, basis) = (text.encoding, text.basis)
      fields = RecordFields(text: text.bytes)
      try check.checkLines(fields.text)
      articles = segmenter.articles(in: fields.text)
    case .html:
      let labels = [record.charset, DeclaredEncoding.label(inMarkup: record.bytes)].compactMap(\.self)
      let text = try check.decoded(by: decoder, declared: labels)
      (encoding, basis) = (text.encoding, text.basis)
      let reading = pages.read(text.bytes)
      guard !reading.isTooLong else {
        throw check.fault("html-too-long", "the page has more than \(Page.lineLimit) lines of text")
      }
      fields = RecordFields(text: reading.text, url: reading.address ?? record.url)
      articles = reading.articles
      if articles.isEmpty, !Blank.isBlank(reading.text) {
        throw check.fault("html-no-article", "the page has no article: no sentences outside of its furniture")
      }
    case .jsonLines:
      try check.checkContent()
      fields = try RecordFields(json: Self.withoutByteOrderMark(record.bytes), check, decoder.letters)
      try check.checkLines(fields.text)
      articles = segmenter.articles(in: fields.text)
    case .warc: throw check.fault("input-format", "a web archive is no document: its records are")
    }
    guard !articles.isEmpty else { throw check.fault("empty-input", "there is no text") }
    let text = SourceText(validUTF8: fields.text)
    for index in articles.indices {
      if let outlet = fields.outlet { articles[index].outlet = outlet }
      if let url = fields.url { articles[index].url = url }
      if let published = fields.published {
        articles[index].published = Publication(date: published, basis: .metadata)
      }
    }
    let info = DocumentInfo(
      id: fields.id ?? record.id ?? Self.stem(of: record.path), path: record.path, record: record.record,
      sha256: SHA256Digest.hex(of: record.bytes), bytes: record.bytes.count, encoding: encoding.rawValue,
      encodingBasis: basis, mediaType: record.mediaType.rawValue)
    return SourceDocument(info: info, text: text, articles: articles)
  }

  /// The bytes without the mark that some programs put before UTF-8 text; it is no part of the text.
  private static func withoutByteOrderMark(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
  }

  /// The file name without its extension, and without `.gz` behind that.
  private static func stem(of path: String) -> String {
    var name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    if ASCII.lowercased(name.suffix(3)) == ".gz", name.dropLast(3).dropFirst().contains(UInt8(ascii: ".")) {
      name = name.dropLast(3)
    }
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
      return String(decoding: name, as: UTF8.self)
    }
    return String(decoding: name[..<dot], as: UTF8.self)
  }
}
