internal import EventModel

extension ArticleLayout {
  /// Makes the line that prints a headline the article's headline, spelling and punctuation aside; a line that was taken
  /// for it is kept as a subhead, and what prints it again is a duplicate.
  ///
  /// A headline is printed text: where no line prints this one, nothing changes.
  mutating func mark(headline: String, in text: SourceText) {
    let key = FoldedLine(headline).key
    guard FoldedLine(headline).count > 0 else { return }
    func prints(_ range: Range<Int>) -> Bool {
      text.bytes.withUnsafeBufferPointer { bytes in
        var line = FoldedLine()
        line.fold(range, of: bytes)
        return line.key == key
      }
    }
    if !blocks.contains(where: { prints($0.range) }) {
      guard let place = removed.firstIndex(where: { prints($0.range) }) else { return }
      blocks.append(Block(kind: .paragraph, range: removed.remove(at: place).range))
      blocks.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
    var isMarked = false
    for (index, block) in blocks.enumerated() {
      if !isMarked, prints(block.range) {
        isMarked = true
        blocks[index].kind = .headline
      } else if block.kind == .headline {
        blocks[index].kind = .subhead
      }
    }
    let again = blocks.filter { $0.kind != .headline && prints($0.range) }
    guard !again.isEmpty else { return }
    blocks.removeAll { again.contains($0) }
    removed += again.map { Removed(range: $0.range, reason: .duplicateHeadline) }
    removed.sort { $0.range.lowerBound < $1.range.lowerBound }
  }
}
