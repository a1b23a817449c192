internal import ArabicText
internal import Digest
internal import EventModel

/// What makes two articles one: the same kept text, white space and stray marks aside, in the same outlet.
enum ArticleIdentity {
  /// The id of an article.
  static func id(_ layout: ArticleLayout, _ text: TokenizedText) -> RecordID {
    var kept: [UInt8] = []
    kept.reserveCapacity(layout.range.count)
    for token in text.tokens {
      kept += text.text.bytes[token.bytes]
      kept.append(0x20)
    }
    // A page that keeps nothing is known by all that is on it.
    if kept.isEmpty { kept += text.text.bytes[layout.range] }
    var key = IdentityKey(.article)
    key.append(bytes: kept)
    key.append(layout.outlet)
    return RecordID(.article, digest: SHA256Digest.bytes(of: key.bytes))
  }
}
