internal import EventModel

extension SourceDocument {
  /// The document of an article that carries its text, laid out again as far as the article tells: what was removed stays
  /// out, and every line that is left is a block. Nil where there is no text.
  init?(reopening article: Article) {
    guard let text = article.text.map({ SourceText($0) }) else { return nil }
    let offsets = ByteOffsets(text.bytes)
    guard let range = offsets.bytes(article.range) else { return nil }
    let removed = article.removed.compactMap { removal in
      offsets.bytes(removal.range).map { ArticleLayout.Removed(range: $0, reason: removal.reason) }
    }
    var known: [(text: String, kind: ArticleLayout.Block.Kind)] = []
    for (text, kind) in [
      (article.headline, ArticleLayout.Block.Kind.headline), (article.deck, .deck), (article.byline, .byline),
    ] {
      if let text { known.append((text, kind)) }
    }
    let blocks = Self.lines(of: text.bytes, in: range, without: removed.map(\.range)).map { line in
      let words = text[line]
      // Each of them stands once; the same words further down are text.
      guard let place = known.firstIndex(where: { $0.text == words }) else {
        return ArticleLayout.Block(kind: .paragraph, range: line)
      }
      return ArticleLayout.Block(kind: known.remove(at: place).kind, range: line)
    }
    let layout = ArticleLayout(
      segment: article.segment, range: range, blocks: blocks, removed: removed, outlet: article.outlet,
      url: article.url, published: article.published)
    self.init(info: article.document, text: text, articles: [layout])
  }

  /// The lines in a range that are not blank, without white space around them.
  private static func lines(of bytes: [UInt8], in range: Range<Int>, without removed: [Range<Int>]) -> [Range<Int>] {
    var (lines, start) = ([Range<Int>](), range.lowerBound)
    func close(at end: Int) {
      var (first, last) = (start, end)
      while first < last, bytes[first] <= 0x20 { first += 1 }
      while first < last, bytes[last - 1] <= 0x20 { last -= 1 }
      if first < last { lines.append(first..<last) }
    }
    var rest = removed[...]
    var index = range.lowerBound
    while index < range.upperBound {
      if let next = rest.first, index >= next.lowerBound {
        close(at: index)
        index = max(index, next.upperBound)
        start = index
        rest.removeFirst()
      } else {
        if bytes[index] == 0x0A || bytes[index] == 0x0D {
          close(at: index)
          start = index + 1
        }
        index += 1
      }
    }
    close(at: range.upperBound)
    return lines
  }
}

/// From code points to bytes.
private struct ByteOffsets {
  /// Where each code point begins, and the end.
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
  }

  /// The bytes of a range of code points; nil where the text is too short.
  func bytes(_ range: Range<Int>) -> Range<Int>? {
    guard range.upperBound < starts.count else { return nil }
    return starts[range.lowerBound]..<starts[range.upperBound]
  }
}
