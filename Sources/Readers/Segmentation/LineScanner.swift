/// Divides a text into lines and measures those that are not blank.
struct LineScanner {
  let furniture: FurnitureTable
  let datelines: DatelineReader
  let media: MediaNames

  /// The longest line in words that is looked up though it is a sentence.
  private static let sentenceLimit = 30

  private var line = FoldedLine()
  private var credit = FoldedLine()

  init(furniture: FurnitureTable, datelines: DatelineReader, media: MediaNames) {
    self.furniture = furniture
    self.datelines = datelines
    self.media = media
  }

  /// The lines of valid UTF-8 that are not blank, in order. Lines end at LF, CR, CR LF or a form
  /// feed.
  mutating func lines(of bytes: UnsafeBufferPointer<UInt8>) -> [TextLine] {
    var lines: [TextLine] = []
    var gap = 0
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0C, bytes[end] != 0x0D { end += 1 }
      let range = Blank.trim(start..<end, in: bytes)
      if range.isEmpty {
        gap += 1
      } else {
        lines.append(measured(range, gap: gap, in: bytes))
        gap = 0
      }
      start = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { start += 1 }
    }
    return lines
  }

  private mutating func measured(_ range: Range<Int>, gap: Int, in bytes: UnsafeBufferPointer<UInt8>) -> TextLine {
    var result = TextLine(range: range, gap: gap)
    let shape = LineShape(range, in: bytes)
    result.words = shape.words
    result.ending = shape.ending
    result.hasTitleMark = shape.hasTitleMark && shape.ending == .final
    result.isItem = shape.isItem
    result.beginsWithAnd = shape.beginsWithAnd
    guard range.count <= TextLine.byteLimit, shape.ending != .final || shape.words <= Self.sentenceLimit else {
      return result
    }
    line.fold(range, of: bytes)
    result.hasWords = line.count > 0
    guard result.hasWords else { return result }
    result.key = line.key
    result.match = furniture.match(line)
    result.dateline = datelines.read(line)
    result.hasBylineForm = shape.hasBylineForm
    if let range = shape.credit {
      credit.fold(range, of: bytes)
      result.isCaption = furniture.isCredit(credit) || media.certainlyContain(credit)
    }
    return result
  }
}
