internal import EventModel

/// Says what each line of one article is.
///
/// The article has three zones: the head up to the first paragraph, the body, and the tail after the last paragraph.
struct ArticleParser {
  private typealias Kind = ArticleLayout.Block.Kind

  /// What a line is.
  private enum Role {
    case kept(Kind)
    case removed(Removal.Reason)
  }

  private enum Zone {
    case head, body, tail
  }

  /// How many lines the head of an article has at most.
  private static let headLimit = 24

  private let lines: ArraySlice<TextLine>
  private let furniture: FurnitureTable
  private let media: MediaNames
  private let bytes: UnsafeBufferPointer<UInt8>

  /// The line of the headline.
  private var headline: Int?
  private var deck: Int?
  /// The first and the last line that can be nothing but paragraphs.
  private var body: ClosedRange<Int>?
  private var outlet: String?
  private var published = Publication.unknown
  private var hasByline = false
  /// What the lines below a heading are, and how far the heading reaches.
  private var taking: (reason: Removal.Reason, reach: FurnitureTable.Reach)?

  /// Makes a parser for the lines of an article, at least one.
  init(
    lines: ArraySlice<TextLine>, furniture: FurnitureTable, media: MediaNames, bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.lines = lines
    self.furniture = furniture
    self.media = media
    self.bytes = bytes
    headline = findHeadline()
    let rest = lines[(headline.map { $0 + 1 } ?? lines.startIndex)...]
    if let first = rest.firstIndex(where: \.isParagraph), let last = rest.lastIndex(where: \.isParagraph) {
      body = first...last
    }
  }

  /// The parts of the article.
  mutating func layout(segment: Int) -> ArticleLayout {
    var blocks: [ArticleLayout.Block] = []
    var removed: [ArticleLayout.Removed] = []
    for index in lines.indices {
      let range = lines[index].range
      switch role(of: index) {
      case .kept(let kind): blocks.append(.init(kind: kind, range: range))
      case .removed(let reason): removed.append(.init(range: range, reason: reason))
      }
    }
    splitTail(&blocks, &removed)
    let start = lines.first?.range.lowerBound ?? 0
    let end = lines.last?.range.upperBound ?? start
    return ArticleLayout(
      segment: segment, range: start..<end, blocks: blocks, removed: removed, outlet: outlet, published: published)
  }
}

// MARK: - Headline

extension ArticleParser {
  private func findHeadline() -> Int? {
    let candidates = lines.indices.prefix(Self.headLimit).filter { isCandidate($0) }
    guard var first = candidates.first else { return nil }
    // Of a few words above a title that is printed again, the words are a label.
    if candidates.count > 1, lines[first].words <= 4, !isPrintedAgain(first), isPrintedAgain(candidates[1]) {
      first = candidates[1]
    }
    // A text without a headline begins with a paragraph.
    let line = lines[first]
    if line.words > 40 || line.ending == .final && line.words > 25 { return nil }
    if line.ending == .final, line.words > 5, first == lines.indices.last { return nil }
    return first
  }

  private func isCandidate(_ index: Int) -> Bool {
    let line = lines[index]
    guard !line.isFurniture, !line.isCaption, line.dateline == nil else { return false }
    guard let rule = line.match.head else { return true }
    switch furniture.rules[rule].kind {
    // A section label or a way through the site asks for something below it to be the headline.
    case .section, .removed(.navigation), .removed(.shareWidget), .removed(.readingTime):
      guard let next = lines[(index + 1)...].first(where: { !$0.isFurniture && !$0.isCaption }) else { return true }
      return next.isParagraph
    default: return true
    }
  }

  private func isPrintedAgain(_ index: Int) -> Bool {
    let key = lines[index].key
    guard key != 0 else { return false }
    for line in lines[(index + 1)...].prefix(12) {
      if line.key == key { return true }
      if line.isLongParagraph { return false }
    }
    return false
  }
}

// MARK: - Roles

extension ArticleParser {
  private func zone(of index: Int) -> Zone {
    guard let body else { return .head }
    return index < body.lowerBound ? .head : index > body.upperBound ? .tail : .body
  }

  private mutating func role(of index: Int) -> Role {
    if index == headline {
      taking = nil
      return .kept(.headline)
    }
    let line = lines[index]
    let zone = zone(of: index)
    if line.key != 0 {
      if let headline, index > headline, line.key == lines[headline].key { return .removed(.duplicateHeadline) }
      if let deck, line.key == lines[deck].key { return .removed(.duplicateHeadline) }
    }
    if let role = furnitureRole(of: line, in: zone) { return role }
    if line.isCaption || isPrintedTwice(index) { return .removed(.caption) }
    if let reason = taken(line, in: zone) { return .removed(reason) }
    if let headline, index < headline {
      if let dateline = line.dateline { return dated(dateline) }
      return .removed(.navigation)
    }
    switch zone {
    case .head: return headRole(of: index)
    case .body: return .kept(isSubhead(index) ? .subhead : .paragraph)
    case .tail: return tailRole(of: index)
    }
  }

  /// What the table says of a line where it stands.
  private mutating func furnitureRole(of line: TextLine, in zone: Zone) -> Role? {
    guard line.hasWords else { return .removed(.other) }
    let local = zone == .head ? line.match.head : zone == .tail ? line.match.tail : nil
    guard let index = line.match.anywhere ?? local else { return nil }
    let rule = furniture.rules[index]
    switch rule.kind {
    case .removed(let reason):
      taking = rule.reach == .line ? nil : (reason, rule.reach)
      return .removed(reason)
    case .section: return line.range.lowerBound < start(of: headline) ? .removed(.navigation) : nil
    case .source:
      if outlet == nil { outlet = media.outlet(inByline: line.range, of: bytes) }
      return .removed(.other)
    case .byline: return wrote(line)
    }
  }

  private func start(of index: Int?) -> Int {
    index.map { lines[$0].range.lowerBound } ?? 0
  }

  /// The reason of the heading above that takes a line with it.
  private mutating func taken(_ line: TextLine, in zone: Zone) -> Removal.Reason? {
    guard let (reason, reach) = taking else { return nil }
    let isTaken =
      switch reach {
      case .line: false
      // Links are titles; inside the body a few words after a gap are rather a subhead.
      case .links: !line.isParagraph && (zone != .body || line.words >= 5 || line.gap == 0)
      case .rest, .end: !line.isLongParagraph
      }
    // Inside the body a heading has links directly below it, if any.
    if !isTaken || (zone == .body && line.gap > 0) { taking = nil }
    return isTaken ? reason : nil
  }

  /// Whether a line that is no sentence is printed twice in a row, as captions are.
  private func isPrintedTwice(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.key != 0, line.ending == .none else { return false }
    return index > lines.startIndex && lines[index - 1].key == line.key
      || index + 1 < lines.endIndex && lines[index + 1].key == line.key
  }

  private mutating func headRole(of index: Int) -> Role {
    let line = lines[index]
    if let dateline = line.dateline { return dated(dateline) }
    if line.hasBylineForm, !hasByline, isNearHeadline(index) { return wrote(line) }
    // Lines without any paragraph among them are verse or a list.
    guard let body, body.lowerBound - index <= Self.headLimit else { return .kept(.paragraph) }
    let isLast = lines[(index + 1)..<body.lowerBound].allSatisfy {
      $0.isFurniture || $0.isCaption || isNoted($0) || $0.key == line.key
    }
    guard isLast, line.ending == .none, !line.isItem else { return .kept(.paragraph) }
    if deck == nil, (4...16).contains(line.words) {
      deck = index
      return .kept(.deck)
    }
    return .kept(line.words <= 9 ? .subhead : .paragraph)
  }

  /// Whether a line of the head is no text of its own: a repetition, byline or dateline.
  private func isNoted(_ line: TextLine) -> Bool {
    line.hasBylineForm || line.dateline != nil || line.match.head != nil
      || headline.map { lines[$0].key == line.key } ?? false
  }

  /// Whether hardly any text stands between the headline and a line.
  private func isNearHeadline(_ index: Int) -> Bool {
    guard let headline, index > headline else { return false }
    return lines[(headline + 1)..<index].count { !$0.isFurniture && !$0.isCaption && !isNoted($0) } <= 2
  }

  /// A subhead is a few words between paragraphs.
  private func isSubhead(_ index: Int) -> Bool {
    guard isShort(lines[index]), index + 1 < lines.endIndex else { return false }
    let next = lines[(index + 1)...].first { !$0.isFurniture && !$0.isCaption }
    guard let next, next.isParagraph || next.words >= 13 else { return false }
    return index == lines.startIndex || !isShort(lines[index - 1])
  }

  private func isShort(_ line: TextLine) -> Bool {
    line.isTitle(words: 1...9)
  }

  private mutating func tailRole(of index: Int) -> Role {
    let line = lines[index]
    if let dateline = line.dateline { return dated(dateline) }
    let folded = folded(line)
    if media.contain(folded) {
      if outlet == nil { outlet = text(line) }
      return .removed(.other)
    }
    // A note of one or two words about the writer or the source.
    if line.isItem, line.ending == .none, line.words <= 8, isLastText(index), bytes[line.range.lowerBound] == 0x2A {
      return .removed(.other)
    }
    if line.ending == .none, line.words <= 4, !line.isItem, !hasByline, isLastText(index), lines[index - 1].isParagraph
    {
      return wrote(line)
    }
    return .kept(.paragraph)
  }

  private func isLastText(_ index: Int) -> Bool {
    lines[(index + 1)...].allSatisfy { $0.isFurniture || $0.match.tail != nil || $0.isCaption }
  }

  private mutating func wrote(_ line: TextLine) -> Role {
    hasByline = true
    if outlet == nil { outlet = media.outlet(inByline: line.range, of: bytes) }
    return .kept(.byline)
  }

  private mutating func dated(_ dateline: Dateline) -> Role {
    if published.basis == .unknown { published = Publication(date: EDTFDate(dateline.day), basis: .dateline) }
    return .kept(.dateline)
  }

  private func folded(_ line: TextLine) -> FoldedLine {
    var folded = FoldedLine()
    folded.fold(line.range, of: bytes)
    return folded
  }

  private func text(_ line: TextLine) -> String {
    String(decoding: bytes[line.range], as: UTF8.self)
  }
}

// MARK: - Furniture inside the last paragraph

extension ArticleParser {
  /// Cuts off tags that were glued to the last paragraph, behind its last full stop.
  private func splitTail(_ blocks: inout [ArticleLayout.Block], _ removed: inout [ArticleLayout.Removed]) {
    guard let last = blocks.last, last.kind == .paragraph, last.range.upperBound == lines.last?.range.upperBound,
      let stop = lastStop(in: last.range)
    else { return }
    let rest = Blank.trim(stop..<last.range.upperBound, in: bytes)
    guard rest.count > 2, rest.count < 720 else { return }
    var line = FoldedLine()
    line.fold(rest, of: bytes)
    guard let index = furniture.tail(line), case .removed(let reason) = furniture.rules[index].kind else { return }
    blocks[blocks.count - 1].range = Blank.trim(last.range.lowerBound..<stop, in: bytes)
    removed.append(.init(range: rest, reason: reason))
  }

  /// The offset behind the last full stop, question or exclamation mark of a range.
  private func lastStop(in range: Range<Int>) -> Int? {
    var index = range.upperBound - 1
    while index > range.lowerBound {
      let byte = bytes[index]
      if byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x9F && bytes[index - 1] == 0xD8 {
        return index + 1 + LineShape.closersLength(from: index + 1, to: range.upperBound, in: bytes)
      }
      index -= 1
    }
    return nil
  }
}
