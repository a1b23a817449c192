internal import EventModel

/// What the lines of a page weigh, and which of its elements are left out.
struct PageMap {
  let page: Page
  /// The lines as plain text has them, one for each of the page's.
  let lines: [TextLine]
  /// The node behind the last one inside of each node.
  private(set) var ends: [Int]
  /// Why the content of each node is left out; nil where it is not.
  private(set) var removals: [Removal.Reason?]
  /// For each line, the bytes of all lines before it that are sentences and no links.
  private var masses: [Int] = [0]
  /// The same without lines that are left out.
  private var cleanMasses: [Int] = [0]
  /// For each line, the sentences of all lines before it that are not left out.
  private var sentenceCounts: [Int] = [0]
  /// For each line, the bytes, and the bytes of links, of all lines before it.
  private var sizes: [(all: Int, links: Int)] = [(0, 0)]

  /// Weighs a page.
  ///
  /// - Parameter titles: The keys (``FoldedLine/key``) of the titles that the page gives itself.
  init(_ page: Page, lines: [TextLine], furniture: FurnitureTable, titles: Set<UInt64>) {
    self.page = page
    self.lines = lines
    ends = page.nodes.indices.map { $0 + 1 }
    for node in page.nodes.indices.dropFirst().reversed() {
      let parent = page.nodes[node].parent
      ends[parent] = max(ends[parent], ends[node])
    }
    removals = []
    for index in lines.indices {
      let isTitle = page.block(of: index).isHeading || lines[index].key != 0 && titles.contains(lines[index].key)
      masses.append(masses[index] + (isTitle ? 0 : mass(of: page.lines[index], lines[index])))
      let line = page.lines[index]
      sizes.append((sizes[index].all + line.range.count, sizes[index].links + line.linkBytes))
    }
    var boxes = headedElements(furniture)
    for (node, reason) in cards() where boxes[node] == nil { boxes[node] = reason }
    for node in forms() where boxes[node] == nil { boxes[node] = .other }
    removals = findRemovals(titles: titles, headed: boxes)
    for index in lines.indices {
      let isKept = removals[page.lines[index].node] == nil
      cleanMasses.append(cleanMasses[index] + (isKept ? masses[index + 1] - masses[index] : 0))
      let counts = isKept && lines[index].words >= 5 && !isLink(index) && !lines[index].isFurniture
      sentenceCounts.append(sentenceCounts[index] + (counts ? Self.sentences(page.lines[index].range, page.text) : 0))
    }
  }

  private func mass(of line: Page.Line, _ measured: TextLine) -> Int {
    guard measured.isParagraph || measured.words >= 12, !measured.isFurniture, !measured.isCaption else { return 0 }
    // Who wrote it and when, in one line.
    if measured.ending == .none, measured.words <= 20, hasDate(line.range) { return 0 }
    let text = line.range.count - line.linkBytes
    // A sentence has a link or two in it; a list of links is none.
    return line.linkBytes * 2 > line.range.count ? 0 : text
  }

  /// The bytes of a node that are sentences.
  func mass(_ node: Int) -> Int {
    let lines = page.nodes[node].lines
    return masses[lines.upperBound] - masses[lines.lowerBound]
  }

  /// The bytes of a node that are sentences and are not left out.
  func cleanMass(_ node: Int) -> Int {
    cleanMass(page.nodes[node].lines)
  }

  /// The bytes of lines that are sentences and are not left out.
  func cleanMass(_ lines: Range<Int>) -> Int {
    cleanMasses[lines.upperBound] - cleanMasses[lines.lowerBound]
  }

  /// The sentences of lines that are not left out.
  func sentences(_ lines: Range<Int>) -> Int {
    sentenceCounts[lines.upperBound] - sentenceCounts[lines.lowerBound]
  }

  /// The number of full stops, question and exclamation marks of a line, at ends of words.
  private static func sentences(_ range: Range<Int>, _ text: [UInt8]) -> Int {
    var count = 0
    for index in range {
      let byte = text[index]
      guard byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x9F && text[index - 1] == 0xD8 else { continue }
      if index + 1 >= range.upperBound || text[index + 1] <= 0x22 || text[index + 1] == 0xC2 { count += 1 }
    }
    return count
  }

  /// Whether a line is a link and hardly anything else.
  func isLink(_ line: Int) -> Bool {
    page.lines[line].linkBytes * 10 >= page.lines[line].range.count * 7
  }

  /// Whether a line is printed bold.
  func isStrong(_ line: Int) -> Bool {
    page.lines[line].strongBytes * 10 >= page.lines[line].range.count * 9
  }

  /// Whether a node is a list of links.
  func isLinkList(_ node: Int) -> Bool {
    let range = page.nodes[node].lines
    guard range.count >= 2, mass(node) == 0 else { return false }
    let all = sizes[range.upperBound].all - sizes[range.lowerBound].all
    let links = sizes[range.upperBound].links - sizes[range.lowerBound].links
    return links * 10 >= all * 6
  }

  /// The children of a node that hold text, in order.
  func children(_ node: Int) -> [Int] {
    var children: [Int] = []
    var child = node + 1
    while child < ends[node] {
      children.append(child)
      child = ends[child]
    }
    return children
  }
}

// MARK: - What is left out

extension PageMap {
  /// Elements that begin with a heading of page furniture, such as a box of related articles or comments, and why they
  /// are left out.
  private func headedElements(_ furniture: FurnitureTable) -> [Int: Removal.Reason] {
    var found: [Int: Removal.Reason] = [:]
    let total = masses[lines.count]
    for index in lines.indices {
      guard let rule = lines[index].match.anywhere, furniture.rules[rule].reach != .line,
        case .removed(let reason) = furniture.rules[rule].kind
      else { continue }
      var node = page.lines[index].node
      var top: Int?
      while node > 0, page.nodes[node].lines.lowerBound == index {
        switch page.nodes[node].markup.role {
        case .article, .body, .content: node = 0
        default:
          let isLight = mass(node) * 10 <= total * 4 || reason == .commentForm
          if isLight, page.nodes[node].lines.count > 1 { top = node }
          node = isLight ? page.nodes[node].parent : 0
        }
      }
      if let top { found[top] = reason }
    }
    return found
  }

  /// Elements that hold nothing but cards: elements of one kind, each a title and at most a sentence or two, as links to
  /// other articles and the comments of readers are.
  private func cards() -> [Int: Removal.Reason] {
    var found: [Int: Removal.Reason] = [:]
    let total = masses[lines.count]
    for node in page.nodes.indices.dropFirst()
    where !page.nodes[node].tag.isTextBlock && page.nodes[node].lines.count >= 4 {
      var counts: [UInt64: (cards: Int, lines: Int)] = [:]
      for child in children(node) where isCard(child) {
        counts[page.nodes[child].kind, default: (0, 0)].cards += 1
        counts[page.nodes[child].kind, default: (0, 0)].lines += page.nodes[child].lines.count
      }
      guard let most = counts.values.max(by: { $0.lines < $1.lines }), most.cards >= 2 else { continue }
      // A heading and a line below may stand beside the cards.
      guard page.nodes[node].lines.count - most.lines <= 2, mass(node) * 2 < total else { continue }
      found[node] = .related
    }
    return found
  }

  private func isCard(_ node: Int) -> Bool {
    let element = page.nodes[node]
    guard element.tag.isBlock, !element.tag.isCell, element.tag != .p, element.tag != .blockquote else { return false }
    guard (2...6).contains(element.lines.count),
      sizes[element.lines.upperBound].all < sizes[element.lines.lowerBound].all + 1200
    else { return false }
    let start = element.lines.lowerBound
    // A heading or an item that is no link may begin a section of the text, and so may anything in a body.
    let isText = element.tag == .li || page.block(of: start).isHeading || isInBody(node)
    guard !isText || isLink(start) else { return false }
    let first = lines[element.lines.lowerBound]
    let sentences = element.lines.count { masses[$0 + 1] > masses[$0] }
    return first.ending != .final && first.words <= 16
      && masses[element.lines.lowerBound + 1] == masses[element.lines.lowerBound]
      && sentences <= 1
  }

  /// Whether markup says that a node is a part of an article's body.
  private func isInBody(_ node: Int) -> Bool {
    var node = node
    while node > 0 {
      if page.nodes[node].markup.role == .body { return true }
      node = page.nodes[node].parent
    }
    return false
  }

  /// Small elements with a field or a button in them: forms, offers to subscribe.
  private func forms() -> [Int] {
    let total = masses[lines.count]
    // Paragraphs that each have a button are no offers.
    var counts: [UInt64: Int] = [:]
    for node in page.nodes.indices where page.nodes[node].hasControl && mass(node) > 0 {
      counts[page.nodes[node].kind, default: 0] += 1
    }
    return page.nodes.indices.dropFirst().filter { node in
      let element = page.nodes[node]
      guard counts[element.kind, default: 0] < 3 else { return false }
      guard element.hasControl, element.lines.count <= 4, element.tag.isBlock else { return false }
      // A paragraph may have a button to share it.
      return mass(node) * 5 < total
        && !element.lines.contains { page.block(of: $0) == .h1 || lines[$0].words >= 18 && !isLink($0) }
    }
  }

  private func findRemovals(titles: Set<UInt64>, headed: [Int: Removal.Reason]) -> [Removal.Reason?] {
    var removals = [Removal.Reason?](repeating: nil, count: page.nodes.count)
    /// Whether an element is left out only for being a picture's.
    var soft = [Bool](repeating: false, count: page.nodes.count)
    var isArticle = [Bool](repeating: false, count: page.nodes.count)
    for node in page.nodes.indices.dropFirst() {
      let element = page.nodes[node]
      let parent = element.parent
      removals[node] = removals[parent]
      soft[node] = soft[parent]
      isArticle[node] = isArticle[parent]
      switch element.markup.role {
      case .article, .body, .content: isArticle[node] = true
      case .kept where soft[node]:
        removals[node] = nil
        soft[node] = false
      case .removed(let reason):
        guard !isOverruled(node, titles: titles, inArticle: isArticle[parent]) else { continue }
        if removals[parent] == nil || soft[parent] {
          soft[node] = removals[parent] == nil && element.tag == .figure && element.markup.weight <= 12
          removals[node] = element.tag == .footer && isArticle[parent] ? .other : reason
        } else if removals[parent] == .navigation || removals[parent] == .other {
          removals[node] = reason
        }
      default: break
      }
      if removals[node] == nil, let reason = headed[node] { removals[node] = reason }
    }
    return removals
  }

  /// Whether a paragraph that is called a teaser stands alone, and right below the page's title.
  private func isIntroduction(_ node: Int) -> Bool {
    let element = page.nodes[node]
    guard element.lines.count == 1, element.markup.role == .removed(.related) else { return false }
    let line = element.lines.lowerBound
    guard lines[line].words >= 10, !isLink(line) else { return false }
    return (max(line - 6, 0)..<line).contains { page.block(of: $0) == .h1 && lines[$0].words >= 3 }
  }

  /// Whether an element stays although its markup says that it is to be left out.
  private func isOverruled(_ node: Int, titles: Set<UInt64>, inArticle: Bool) -> Bool {
    let element = page.nodes[node]
    // A frame around nearly everything is a frame, not a column beside it; comments may well be most of a page.
    if mass(node) * 2 > masses[lines.count], element.markup.weight < 60 { return true }
    if element.tag == .p, isIntroduction(node) { return true }
    guard element.tag == .header || element.tag == .footer, element.markup.weight <= 31 else { return false }
    if element.tag == .footer {
      var parent = element.parent
      while parent > 0 {
        if page.nodes[parent].tag == .blockquote { return true }
        parent = page.nodes[parent].parent
      }
      return false
    }
    if inArticle { return true }
    return element.lines.contains { index in
      let block = page.block(of: index)
      guard block.isHeading else { return false }
      return block == .h1 && lines[index].words >= 4 && !isLink(index)
        || lines[index].key != 0 && titles.contains(lines[index].key)
    }
  }
}
