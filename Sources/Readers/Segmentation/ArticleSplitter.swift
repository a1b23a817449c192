internal import EventModel

/// Finds where articles begin among the lines of a document.
///
/// A new article is believed only after a paragraph of the one before, and only for a title with a sign that no subhead
/// has: it is printed again, page furniture follows or stands above, or a broad gap and a fresh lead surround it.
struct ArticleSplitter {
  let furniture: FurnitureTable
  let lines: [TextLine]

  /// How far ahead a title's repetition or its story is looked for, in lines.
  private static let reach = 12

  /// The indices of the lines with which articles begin; the first is 0.
  func starts() -> [Int] {
    guard !lines.isEmpty else { return [] }
    var starts = [0]
    var headline = headlineKey(from: 0)
    var hasBody = false
    var index = 0
    while index < lines.count {
      if hasBody, let title = newTitle(at: index, after: headline) {
        let start = opening(of: index)
        starts.append(start)
        headline = lines[title].key
        hasBody = false
        index = title + 1
        continue
      }
      if lines[index].isLongParagraph { hasBody = true }
      index += 1
    }
    return starts
  }

  /// The key of the first line that may be a headline.
  private func headlineKey(from start: Int) -> UInt64 {
    lines[start...].first { !$0.isFurniture && !isSection($0) && !$0.isCaption }?.key ?? 0
  }

  /// The line of the title, where an article begins at a line: that line, or the one below a section label.
  private func newTitle(at index: Int, after headline: UInt64) -> Int? {
    let line = lines[index]
    if isSection(line) {
      guard line.gap > 0 || lines[index - 1].isFurniture, index + 1 < lines.count, lines[index + 1].key != headline,
        lines[index + 1].isTitle(words: 4...30), story(after: index + 1) != nil
      else { return nil }
      return index + 1
    }
    guard line.isTitle(words: 3...30) || isTitleWithMark(line), line.key != headline else { return nil }
    guard let story = story(after: index) else { return nil }
    if isRepeated(index) { return index }
    guard line.words >= 4 else { return nil }
    if line.gap >= 2, (index + 1..<story).contains(where: { opensPage(lines[$0]) }) { return index }
    if line.gap >= 3, (index + 1..<story).contains(where: { lines[$0].isCaption }) { return index }
    if closesPage(lines[index - 1]) || isRule(lines[index - 1]) { return index }
    return isOpening(index, story: story) ? index : nil
  }

  /// Whether a title without any other sign opens an article: the gap above is broader than the one below, and the
  /// lead does not go on with a story.
  private func isOpening(_ index: Int, story: Int) -> Bool {
    let line = lines[index]
    let lead = lines[story]
    guard line.gap >= 3, line.gap > lines[index + 1].gap, line.words >= (lead.beginsWithAnd ? 7 : 5), !lead.isItem
    else { return false }
    return (index + 1..<story).allSatisfy { lines[$0].isFurniture || lines[$0].hasBylineForm || lines[$0].isCaption }
  }

  /// A title that asks or exclaims.
  private func isTitleWithMark(_ line: TextLine) -> Bool {
    line.ending == .final && (3...16).contains(line.words) && line.key != 0 && !line.isItem && line.gap > 0
  }

  /// Whether a line is printed again before a story begins. Two equal lines in a row may be a caption.
  private func isRepeated(_ index: Int) -> Bool {
    for next in index + 1..<max(index + 1, min(index + Self.reach, lines.count)) {
      if lines[next].key == lines[index].key { return next > index + 1 || lines[index].gap >= 2 }
      if lines[next].isLongParagraph { return false }
    }
    return false
  }

  /// The first paragraph of some length below a title; nil where anything but the head of an article comes first.
  private func story(after title: Int) -> Int? {
    for next in title + 1..<max(title + 1, min(title + Self.reach, lines.count)) where lines[next].isLongParagraph {
      return next
    }
    return nil
  }

  /// The first line of the article whose title is at a line: section labels and rules above it belong to it.
  private func opening(of title: Int) -> Int {
    var start = title
    while start > 1, lines[start].gap < 3 || start == title, isSection(lines[start - 1]) { start -= 1 }
    return start
  }

  private func isSection(_ line: TextLine) -> Bool {
    guard let rule = line.match.head else { return false }
    return furniture.rules[rule].kind == .section
  }

  private func opensPage(_ line: TextLine) -> Bool {
    if line.dateline != nil { return true }
    guard let rule = line.match.anywhere else { return false }
    switch furniture.rules[rule].kind {
    case .removed(.readingTime), .removed(.shareWidget): return true
    default: return false
    }
  }

  private func closesPage(_ line: TextLine) -> Bool {
    guard let rule = line.match.anywhere else { return false }
    return furniture.rules[rule].reach == .end || furniture.rules[rule].kind == .removed(.commentForm)
  }

  /// A ruled line between articles.
  private func isRule(_ line: TextLine) -> Bool {
    !line.hasWords && line.range.count >= 10
  }
}
