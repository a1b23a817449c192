internal import ArabicText
internal import Digest
internal import EventModel

/// What makes two articles one: the same kept text, white space and stray marks aside, in the same outlet.
enum ArticleIdentity {
  /// The id of an article.
  static func id(_ layout: ArticleLayout, _ text: TokenizedText) -> RecordID {
    var kept: [UInt8] = []
    kept.reserveCapacity(layout.range.count)
    let bytes = text.text.bytes
    // Nearly all words stand one space apart: such a run is taken over as it is printed.
    var run: Range<Int>?
    for token in text.tokens {
      if let before = run {
        if Int(token.start) == before.upperBound + 1, bytes[before.upperBound] == 0x20 {
          run = before.lowerBound..<Int(token.end)
          continue
        }
        kept += bytes[before]
        kept.append(0x20)
      }
      run = token.bytes
    }
    if let run {
      kept += bytes[run]
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
