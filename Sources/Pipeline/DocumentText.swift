package import EventModel

extension SourceDocument {
  /// The document's text, in which all offsets count.
  ///
  /// - Parameter keptOnly: Whether only what articles keep is given, a line a block, an empty line between articles.
  package func printed(keptOnly: Bool) -> [UInt8] {
    guard keptOnly else { return text.bytes }
    var lines: [UInt8] = []
    for article in articles {
      if !lines.isEmpty { lines.append(0x0A) }
      for block in article.blocks {
        lines += text.bytes[block.range]
        lines.append(0x0A)
      }
    }
    return lines
  }
}
