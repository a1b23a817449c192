internal import EventModel
internal import Lexicon

/// Reads the articles of a web page.
struct PageReader: Sendable {
  /// What a page holds.
  struct Reading {
    /// The text that the page shows, in UTF-8: a line for each of its blocks.
    var text: [UInt8]
    /// The articles in it, in order; none where there is nothing but furniture.
    var articles: [ArticleLayout]
    /// The page's address, as it says itself.
    var address: String?
    /// Whether the page has more lines than can be read; it has no articles then.
    var isTooLong = false
  }

  private let tables: PageTables
  private let segmenter: Segmenter

  /// Compiles the tables.
  ///
  /// - Throws: A diagnostic with file and line for a row that is not understood.
  init(lexicon: Lexicon, segmenter: Segmenter) throws(Diagnostic) {
    tables = try PageTables(lexicon: lexicon)
    self.segmenter = segmenter
  }

  /// Reads a page in valid UTF-8, whatever its faults.
  ///
  /// All of the text that is not blank lies in exactly one block or removed stretch of exactly one article, if there is
  /// any article.
  func read(_ bytes: [UInt8]) -> Reading {
    bytes.withUnsafeBufferPointer { buffer in
      let page = tables.page(buffer)
      if page.isCut { return Reading(text: [], articles: [], isTooLong: true) }
      let lines = page.text.withUnsafeBufferPointer { segmenter.lines(of: $0) }
      let facts = PageFacts(page.metadata, buffer, datelines: segmenter.datelines)
      let map = PageMap(page, lines: lines, furniture: segmenter.furniture, titles: facts.titles)
      let articles = articles(map, facts)
      return Reading(text: page.text, articles: articles, address: facts.address)
    }
  }

  private func articles(_ map: PageMap, _ facts: PageFacts) -> [ArticleLayout] {
    let places = ArticleFinder(map: map, titles: facts.titles).places()
    var parsers: [PageParser] = []
    for (index, place) in places.enumerated() {
      let start = place.span?.lowerBound ?? parsers.last?.end ?? 0
      let root = index + 1 < places.count ? map.page.nodes[places[index + 1].root].lines.lowerBound : map.lines.count
      let next = place.span?.upperBound ?? root
      let own = place.span?.upperBound ?? place.containers.map { map.page.nodes[$0].lines.upperBound }.max() ?? start
      parsers.append(
        PageParser(
          place, reach: start..<max(own, next), map: map, furniture: segmenter.furniture, media: segmenter.media,
          titles: facts.titles, isOnly: places.count == 1))
    }
    let isShared = parsers.count > 1 && !parsers.contains { facts.isTitle($0) }
    var articles: [ArticleLayout] = []
    for index in parsers.indices {
      let start = index == 0 ? 0 : max(parsers[index].start, parsers[index].reach.lowerBound)
      let end =
        index + 1 < parsers.count
        ? max(parsers[index + 1].start, parsers[index + 1].reach.lowerBound) : map.lines.count
      guard start < end else { continue }
      var article = parsers[index].layout(segment: articles.count + 1, lines: start..<end)
      facts.complete(
        &article, parsers[index], lines: start..<end, isOnly: parsers.count == 1, isShared: isShared)
      articles.append(article)
    }
    return articles
  }
}
