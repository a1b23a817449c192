/// One news article found in an input; one input may hold several.
public struct Article: Hashable, Sendable, Identifiable {
  /// The content-derived id.
  public var id: RecordID
  /// The input record that holds it.
  public var document: DocumentInfo
  /// The 1-based position inside the document.
  public var segment: Int
  /// The article's range in the document text, in code points, end exclusive.
  public var range: Range<Int>
  /// The BCP 47 language tag.
  public var language: String
  /// The headline as printed.
  public var headline: String?
  /// The line below the headline, as printed.
  public var deck: String?
  /// The byline as printed.
  public var byline: String?
  /// The outlet, only if the text or its metadata says so.
  public var outlet: String?
  /// The address that it was published at, as its metadata says.
  public var url: String?
  /// When it was published, as far as that is known.
  public var published: Publication
  /// The number of kept body paragraphs.
  public var paragraphs: Int
  /// The number of sentences in the kept body.
  public var sentences: Int
  /// The number of words in the kept body.
  public var words: Int
  /// The article of which this one is a syndicated copy: never itself a copy.
  public var copyOf: RecordID?
  /// The other places where the very same article was met, in canonical order.
  public var alsoIn: [Recurrence]
  /// The document's text, only where the user asked for it.
  public var text: String?
  /// Everything in the article's range that is not article text.
  public var removed: [Removal]

  /// Makes an article.
  public init(
    id: RecordID, document: DocumentInfo, segment: Int, range: Range<Int>, language: String = "ar",
    headline: String? = nil, deck: String? = nil, byline: String? = nil, outlet: String? = nil,
    url: String? = nil, published: Publication = .unknown, paragraphs: Int = 0, sentences: Int = 0, words: Int = 0,
    copyOf: RecordID? = nil, alsoIn: [Recurrence] = [], text: String? = nil, removed: [Removal] = []
  ) {
    self.id = id
    self.document = document
    self.segment = segment
    self.range = range
    self.language = language
    self.headline = headline
    self.deck = deck
    self.byline = byline
    self.outlet = outlet
    self.url = url
    self.published = published
    self.paragraphs = paragraphs
    self.sentences = sentences
    self.words = words
    self.copyOf = copyOf
    self.alsoIn = alsoIn
    self.text = text
    self.removed = removed
  }
}

/// A stretch of the document text that is not article text, and why.
public struct Removal: Hashable, Sendable {
  /// Why a stretch was left out.
  public enum Reason: String, Sendable, CaseIterable {
    case duplicateHeadline = "duplicate-headline"
    case caption
    case shareWidget = "share-widget"
    case related
    case commentForm = "comment-form"
    case readingTime = "reading-time"
    case navigation
    case tags
    case advert
    case other
  }

  /// The stretch, in code points, end exclusive.
  public var range: Range<Int>
  /// Why it was left out.
  public var reason: Reason

  /// Makes a removal.
  public init(range: Range<Int>, reason: Reason) {
    self.range = range
    self.reason = reason
  }
}

/// When an article was published, and how that is known.
public struct Publication: Hashable, Sendable {
  /// How the publication date is known.
  public enum Basis: String, Sendable, CaseIterable {
    case metadata
    case dateline
    case inferred
    case unknown
  }

  /// The date, nil only where the basis is unknown.
  public var date: EDTFDate?
  /// How it is known.
  public var basis: Basis
  /// The expressions that decided an inferred date.
  public var evidence: [Evidence]

  /// Makes a publication date.
  public init(date: EDTFDate?, basis: Basis, evidence: [Evidence] = []) {
    self.date = date
    self.basis = basis
    self.evidence = evidence
  }

  /// No date is known.
  public static let unknown = Publication(date: nil, basis: .unknown)
}
