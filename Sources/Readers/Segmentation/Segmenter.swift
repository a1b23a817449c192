internal import EventModel
internal import Lexicon

/// Divides a document's text into articles and their parts, by the tables `boilerplate`, `datelines` and
/// `media`.
struct Segmenter: Sendable {
  let furniture: FurnitureTable
  let datelines: DatelineReader
  let media: MediaNames
  private let content: ContentWords

  /// Compiles the tables.
  ///
  /// - Throws: A diagnostic with file and line for a row that is not understood.
  init(lexicon: Lexicon) throws(Diagnostic) {
    furniture = try FurnitureTable(lexicon.rows("boilerplate"))
    datelines = try DatelineReader(lexicon.rows("datelines"))
    media = MediaNames(lexicon.rows("media"))
    content = ContentWords(lexicon)
  }

  /// The lines of a text in valid UTF-8 that are not blank, measured.
  func lines(of bytes: UnsafeBufferPointer<UInt8>) -> [TextLine] {
    var scanner = LineScanner(furniture: furniture, datelines: datelines, media: media)
    return scanner.lines(of: bytes)
  }

  /// The articles of a text in valid UTF-8, in order; none where it is blank.
  ///
  /// All that is not blank lies in exactly one block or removed stretch of exactly one article.
  func articles(in bytes: [UInt8]) -> [ArticleLayout] {
    bytes.withUnsafeBufferPointer { buffer in
      let lines = lines(of: buffer)
      let starts = ArticleSplitter(furniture: furniture, content: content, lines: lines, bytes: buffer).starts()
      var articles: [ArticleLayout] = []
      for (position, start) in starts.enumerated() {
        let end = position + 1 < starts.count ? starts[position + 1] : lines.count
        var parser = ArticleParser(lines: lines[start..<end], furniture: furniture, media: media, bytes: buffer)
        articles.append(parser.layout(segment: position + 1))
      }
      return articles
    }
  }
}
