/// A quotation and where it stands: the characters that a value came from.
public struct Evidence: Hashable, Sendable {
  /// The article that is quoted.
  public var article: RecordID
  /// The quotation's range in the document text, in code points, end exclusive.
  public var range: Range<Int>
  /// The characters in that range.
  public var quote: String

  /// Makes evidence.
  public init(article: RecordID, range: Range<Int>, quote: String) {
    self.article = article
    self.range = range
    self.quote = quote
  }

  /// Hashes where the quotation stands: what stands there need not be hashed, and Arabic text takes long.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(article)
    hasher.combine(range)
  }
}
