/// The content words of a document's lines. They are looked for once, when the first line is asked for.
final class LineWords {
  private let content: ContentWords
  private let lines: [TextLine]
  private let bytes: UnsafeBufferPointer<UInt8>
  private var words: [UInt64] = []
  /// Where the words of each line begin, and the end of the last one's.
  private var bounds: [Int] = []

  /// Makes the words of lines in valid UTF-8, which must outlive them.
  init(_ content: ContentWords, lines: [TextLine], bytes: UnsafeBufferPointer<UInt8>) {
    self.content = content
    self.lines = lines
    self.bytes = bytes
  }

  /// The stems of a line, in order; none of a line that is no text.
  subscript(line: Int) -> ArraySlice<UInt64> {
    if bounds.isEmpty { find() }
    return words[bounds[line]..<bounds[line + 1]]
  }

  private func find() {
    words.reserveCapacity(bytes.count / 12)
    bounds.reserveCapacity(lines.count + 1)
    for line in lines {
      bounds.append(words.count)
      if line.isFurniture || line.isCaption || line.dateline != nil { continue }
      content.append(line.range, of: bytes, to: &words)
    }
    bounds.append(words.count)
  }
}
