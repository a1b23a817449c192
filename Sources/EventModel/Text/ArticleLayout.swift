/// Where the parts of one article stand in its document: what a reader hands to the normalizer. Ranges are in bytes of
/// ``SourceText/bytes``, end exclusive, in document order.
public struct ArticleLayout: Sendable, Hashable {
  /// A kept stretch of text.
  public struct Block: Sendable, Hashable {
    /// What a kept stretch is.
    public enum Kind: String, Sendable, CaseIterable {
      case headline
      case deck
      case byline
      case dateline
      case subhead
      case paragraph
    }

    /// What it is.
    public var kind: Kind
    /// Where it stands, without surrounding white space.
    public var range: Range<Int>

    /// Makes a block.
    public init(kind: Kind, range: Range<Int>) {
      self.kind = kind
      self.range = range
    }
  }

  /// A left-out stretch of text.
  public struct Removed: Sendable, Hashable {
    /// Where it stands.
    public var range: Range<Int>
    /// Why it was left out.
    public var reason: Removal.Reason

    /// Makes a left-out stretch.
    public init(range: Range<Int>, reason: Removal.Reason) {
      self.range = range
      self.reason = reason
    }
  }

  /// The 1-based position inside the document.
  public var segment: Int
  /// The whole article.
  public var range: Range<Int>
  /// The kept stretches.
  public var blocks: [Block]
  /// The left-out stretches.
  public var removed: [Removed]
  /// The outlet, if the text or its metadata says so.
  public var outlet: String?
  /// The address that the article was published at, if its metadata says so.
  public var url: String?
  /// The publication date, if metadata or a dateline says so, with its basis.
  public var published: Publication

  /// Makes a layout.
  public init(
    segment: Int, range: Range<Int>, blocks: [Block], removed: [Removed], outlet: String? = nil,
    url: String? = nil, published: Publication = .unknown
  ) {
    self.segment = segment
    self.range = range
    self.blocks = blocks
    self.removed = removed
    self.outlet = outlet
    self.url = url
    self.published = published
  }
}

/// One input record, decoded and divided into articles.
public struct SourceDocument: Sendable, Hashable {
  /// Where it came from.
  public var info: DocumentInfo
  /// Its text.
  public var text: SourceText
  /// The articles in it, in order.
  public var articles: [ArticleLayout]

  /// Makes a document.
  public init(info: DocumentInfo, text: SourceText, articles: [ArticleLayout]) {
    self.info = info
    self.text = text
    self.articles = articles
  }
}
