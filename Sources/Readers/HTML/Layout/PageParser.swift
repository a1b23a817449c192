internal import EventModel

/// Says what each line of one article of a page is: by markup first, and where that says nothing by the rules for plain
/// text.
struct PageParser {
  typealias Kind = ArticleLayout.Block.Kind

  /// What a line is.
  enum Role {
    case kept(Kind)
    case removed(Removal.Reason)
  }

  enum Zone {
    case head, body, tail
  }

  let map: PageMap
  let furniture: FurnitureTable
  let media: MediaNames
  /// The keys of the titles that the page gives itself.
  let titles: Set<UInt64>
  let place: ArticleFinder.Place
  /// The lines among which the headline and the article's parts may stand.
  let reach: Range<Int>
  /// Whether the page has no other article.
  let isOnly: Bool

  /// For each line of the reach, the element of the paragraphs that it stands in.
  private(set) var containers: [Int?] = []
  /// The first and the last line that can be nothing but paragraphs.
  private(set) var body: ClosedRange<Int>?
  /// The line of the headline.
  private(set) var headline: Int?
  var deck: UInt64 = 0
  var outlet: String?
  /// What the visible datelines say.
  var published = Publication.unknown
  var isPublishedSure = false
  var bylines = 0
  /// What the lines below a heading are, and how far the heading reaches.
  var taking: (reason: Removal.Reason, reach: FurnitureTable.Reach)?

  /// Makes a parser for an article that has its place in a reach of lines.
  init(
    _ place: ArticleFinder.Place, reach: Range<Int>, map: PageMap, furniture: FurnitureTable, media: MediaNames,
    titles: Set<UInt64>, isOnly: Bool
  ) {
    self.isOnly = isOnly
    self.place = place
    self.reach = reach
    self.map = map
    self.furniture = furniture
    self.media = media
    self.titles = titles
    containers = [Int?](repeating: nil, count: reach.count)
    for node in place.containers {
      for line in map.page.nodes[node].lines.clamped(to: place.span ?? reach).clamped(to: reach)
      where map.page.isInside(map.page.lines[line].node, node) {
        containers[line - reach.lowerBound] = node
      }
    }
    addUnmarkedSiblings()
    let paragraphs = reach.filter { isInBody($0) && map.cleanMass($0..<$0 + 1) > 0 }
    if let first = paragraphs.first, let last = paragraphs.last { body = first...last }
    // A part of a bulletin begins with its title.
    headline = place.span.map(\.lowerBound) ?? findHeadline(before: body?.lowerBound, limit: 30)
    // What stands above a sure title is no paragraph of its article, even if it is a sentence.
    if headline == nil, let last = paragraphs.last { headline = findHeadline(before: last, limit: 65) }
    if headline == nil { headline = findStrongTitle() ?? findPlainTitle() }
    if let headline, let body, headline > body.lowerBound, let first = paragraphs.first(where: { $0 > headline }) {
      self.body = first...body.upperBound
    }
  }

  /// Where markup calls each paragraph a body, quotations and headings between them belong to the body too.
  private mutating func addUnmarkedSiblings() {
    guard place.containers.count > 1, let first = place.containers.first, let last = place.containers.last
    else { return }
    let parent = map.page.nodes[first].parent
    guard place.containers.allSatisfy({ map.page.nodes[$0].tag.isTextBlock && map.page.nodes[$0].parent == parent })
    else { return }
    let between = map.page.nodes[first].lines.upperBound..<map.page.nodes[last].lines.lowerBound
    for line in between.clamped(to: reach) where containers[line - reach.lowerBound] == nil {
      var node = map.page.lines[line].node
      while node > parent, map.page.nodes[node].parent != parent { node = map.page.nodes[node].parent }
      if node > parent, map.page.nodes[node].tag.isTextBlock { containers[line - reach.lowerBound] = node }
    }
  }

  /// Whether a line stands among the paragraphs and is not left out.
  func isInBody(_ line: Int) -> Bool {
    guard container(of: line) != nil, map.removals[map.page.lines[line].node] == nil else { return false }
    return headline.map { line > $0 || place.isSure && map.cleanMass(line..<line + 1) > 0 && body?.lowerBound == line }
      ?? true
  }

  /// The line behind the last one of the article's own elements.
  var end: Int {
    if let span = place.span { return span.upperBound }
    return max(
      place.containers.map { map.page.nodes[$0].lines.upperBound }.max() ?? 0,
      map.page.nodes[place.root].lines.upperBound)
  }

  /// The first line of the article's own elements.
  var start: Int {
    if let span = place.span { return span.lowerBound }
    let body = place.containers.first.map { map.page.nodes[$0].lines.lowerBound } ?? 0
    return min(headline ?? Int.max, map.page.nodes[place.root].lines.lowerBound, body)
  }

  /// The parts of the article, whose lines are a part of the reach.
  mutating func layout(segment: Int, lines range: Range<Int>) -> ArticleLayout {
    var blocks: [(line: Int, block: ArticleLayout.Block)] = []
    var removed: [ArticleLayout.Removed] = []
    for line in range {
      switch role(of: line) {
      case .kept(let kind): blocks.append((line, .init(kind: kind, range: map.lines[line].range)))
      case .removed(let reason):
        // Bold words right above a player's furniture are the title of what it plays.
        if let last = blocks.last, last.line == line - 1, last.block.kind == .subhead, reason == .other,
          map.lines[line].match.anywhere != nil, !map.page.block(of: last.line).isHeading
        {
          blocks.removeLast()
          removed.append(.init(range: last.block.range, reason: .other))
        }
        removed.append(.init(range: map.lines[line].range, reason: reason))
      }
    }
    // A subhead that nothing follows heads something that was left out.
    if blocks.contains(where: { $0.block.kind == .paragraph }) {
      while let last = blocks.last, last.block.kind == .subhead {
        blocks.removeLast()
        removed.append(.init(range: last.block.range, reason: .other))
      }
    }
    removed.sort { $0.range.lowerBound < $1.range.lowerBound }
    let start = range.isEmpty ? 0 : map.lines[range.lowerBound].range.lowerBound
    let end = range.isEmpty ? 0 : map.lines[range.upperBound - 1].range.upperBound
    return ArticleLayout(
      segment: segment, range: start..<end, blocks: blocks.map(\.block), removed: removed, outlet: outlet,
      published: published)
  }
}

// MARK: - Headline

extension PageParser {
  /// The surest title above the first paragraph.
  ///
  /// - Parameter limit: How sure it has to be.
  private func findHeadline(before first: Int?, limit: Int) -> Int? {
    let end = first ?? place.containers.first.map { map.page.nodes[$0].lines.upperBound } ?? reach.upperBound
    var best: (line: Int, score: Int)?
    for line in reach.lowerBound..<max(min(end, reach.upperBound), reach.lowerBound) {
      let score = score(line)
      if score >= limit, score > best?.score ?? 0 { best = (line, score) }
    }
    return best?.line
  }

  /// A few bold words right above the first paragraph.
  private func findStrongTitle() -> Int? {
    guard isOnly, let body else { return nil }
    return (max(body.lowerBound - 3, reach.lowerBound)..<body.lowerBound).first { line in
      isInBody(line) && map.isStrong(line) && map.lines[line].isTitle(words: 4...30)
        && map.lines[line].match.head == nil
    }
  }

  /// The first line above the paragraphs that may be a title, in the innermost element around them that has one.
  private func findPlainTitle() -> Int? {
    guard isOnly, let body, var node = place.containers.first else { return nil }
    while true {
      let start = max(map.page.nodes[node].lines.lowerBound, reach.lowerBound)
      guard start <= body.lowerBound, body.lowerBound - start <= Self.plainTitleReach else { return nil }
      if let line = (start..<body.lowerBound).first(where: { mayBeTitle($0) }) { return line }
      guard node > 0 else { return nil }
      node = map.page.nodes[node].parent
    }
  }

  /// How far above the first paragraph a title without any markup is looked for, in lines.
  private static let plainTitleReach = 12

  private func mayBeTitle(_ line: Int) -> Bool {
    let measured = map.lines[line]
    let node = map.page.lines[line].node
    guard (4...30).contains(measured.words), measured.ending == .none || measured.hasTitleMark, measured.key != 0,
      measured.dateline == nil, !measured.isFurniture, !measured.isCaption, !measured.hasBylineForm, !measured.isItem,
      measured.match.head == nil, map.removals[node] == nil, !map.isLink(line) || map.page.block(of: line).isHeading
    else { return false }
    switch role(of: node, below: 0) {
    case .byline, .dateline, .note: return false
    default: return !hasDate(line)
    }
  }

  /// How sure it is that a line is the headline.
  private func score(_ line: Int) -> Int {
    let measured = map.lines[line]
    guard measured.hasWords, (1...45).contains(measured.words), measured.dateline == nil else { return 0 }
    let node = map.page.lines[line].node
    let block = map.page.block(of: line)
    let role = role(of: node, below: 0)
    var score = 0
    // Two words may be the name of the channel as well.
    if measured.key != 0, titles.contains(measured.key) { score += measured.words > 2 ? 100 : 30 }
    if role == .headline { score += 45 }
    switch block {
    case .h1: score += 50
    case .h2: score += 20
    case .h3: score += 12
    default: break
    }
    // The heading right above the first paragraph.
    if block == .h2, isOnly, let body, line < body.lowerBound, body.lowerBound - line <= 8 { score += 10 }
    guard score > 0 else { return 0 }
    if measured.isFurniture || measured.match.head != nil, score < 100 { return 0 }
    if map.removals[node] != nil { score -= score >= 100 ? 55 : 60 }
    if map.isLink(line) { score -= 25 }
    if place.root > 0 { score += map.page.isInside(node, place.root) ? 15 : isOnly ? 0 : -80 }
    if role == .deck || role == .byline { score -= 30 }
    return score
  }
}

// MARK: - What markup says

extension PageParser {
  /// What an element, or the nearest one around it that says something, says; nothing is asked of an outer one or those
  /// around it.
  func role(of node: Int, below outer: Int) -> Markup.Role {
    var node = node
    while node > outer {
      switch map.page.nodes[node].markup.role {
      // An element of many lines is no deck, whatever its name, and nobody's name.
      case .deck where map.page.nodes[node].lines.count > 4: node = map.page.nodes[node].parent
      case .byline where map.page.nodes[node].lines.count > 6: node = map.page.nodes[node].parent
      case .headline, .deck, .byline, .dateline, .note: return map.page.nodes[node].markup.role
      case .article, .content, .body: return .unknown
      default: node = map.page.nodes[node].parent
      }
    }
    return .unknown
  }

  func zone(of line: Int) -> Zone {
    guard let body else { return .head }
    return line < body.lowerBound ? .head : line > body.upperBound ? .tail : .body
  }

  /// Whether the element of a line is made for a paragraph, an item or a cell.
  func isMarkedText(_ line: Int) -> Bool {
    switch map.page.block(of: line) {
    case .p, .li, .blockquote, .dd, .dt, .td, .th, .pre: true
    default: false
    }
  }

  /// The reason of an element that has a line and is a list of links, among the article's paragraphs.
  func isInLinkList(_ line: Int, below container: Int) -> Bool {
    var node = map.page.lines[line].node
    while node > container {
      if map.isLinkList(node) { return true }
      node = map.page.nodes[node].parent
    }
    return false
  }

  /// The container of a line of the body.
  func container(of line: Int) -> Int? {
    reach.contains(line) ? containers[line - reach.lowerBound] : nil
  }
}
