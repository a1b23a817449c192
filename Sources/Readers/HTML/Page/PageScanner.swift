internal import EventModel

/// Makes a page's text and tree of what a tokenizer tells.
///
/// The tree follows the rules of browsers for elements that end without an end tag, and for end tags out of place. It
/// holds only elements with text in them, and of the inline ones only those whose attributes say something.
struct PageScanner: HTMLHandler {
  /// An element that is open.
  private struct Open {
    var tag: HTMLTag
    var markup: Markup
    /// The node for it, or the one around it; -1 while no text has been met since its start tag.
    var node = -1
    /// Whether it gets a node.
    var hasNode: Bool
    /// Whether it begins and ends a line.
    var breaks: Bool
    /// Whether its end tag was met inside a block that is still open.
    var isClosed = false
    /// A number for its name and class names.
    var kind: UInt64 = 0
    /// Whether it holds a field or a button.
    var hasControl = false
    /// Whether a picture stands right in it, or in inline elements inside.
    var hasImage = false
  }

  /// How deep elements are told apart; deeper ones count as text of the one around them.
  static let depthLimit = 512

  private(set) var page = Page()
  private let bytes: UnsafeBufferPointer<UInt8>
  private let tables: PageTables

  private var stack: [Open] = []
  private var openCounts = [Int32](repeating: 0, count: 256)
  /// Elements beyond the depth limit.
  private var overflow = [Int32](repeating: 0, count: 256)
  /// How many elements on the stack have their nodes.
  private var placed = 0
  private var links = 0
  private var strong = 0
  private var hidden = 0
  private var textBlocks = 0
  private var preformatted = 0
  /// How many open elements are lines about the article, or are left out.
  private var asides = 0

  private var lineStart = 0
  private var lineNode = -1
  private var linkBytes = 0
  private var strongBytes = 0
  private var needsSpace = false
  /// The size of the text at the end of the last link.
  private var linkEnd = -1

  /// A number for the class names of the last start tag.
  private var classKey: UInt64 = 0
  /// What attributes' values say that were met before.
  private var known: [UInt64: Markup] = [:]

  /// Makes a scanner for a page in valid UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>, tables: PageTables) {
    self.bytes = bytes
    self.tables = tables
    page.nodes = [Page.Node(parent: 0, tag: .body, markup: .unknown, lines: 0..<0)]
    page.text.reserveCapacity(bytes.count / 4)
  }

  /// Ends all that is open and hands over the page.
  mutating func finish() -> Page {
    while !stack.isEmpty { pop() }
    breakLine()
    page.nodes[0].lines = 0..<page.lines.count
    return page
  }
}

// MARK: - Text

extension PageScanner {
  mutating func text(_ range: Range<Int>) {
    guard hidden == 0 else { return }
    var index = range.lowerBound
    let end = range.upperBound
    if preformatted > 0 { return preformatted(range) }
    while index < end, bytes[index] <= 0x20 { index += 1 }
    if index > range.lowerBound { needsSpace = true }
    guard index < end else { return }
    enterLine()
    while index < end {
      let start = index
      while index < end, bytes[index] > 0x20, bytes[index] != 0x26 { index += 1 }
      if index > start { append(start..<index) }
      guard index < end else { break }
      if bytes[index] == 0x26 {
        index = reference(at: index, before: end)
      } else {
        while index < end, bytes[index] <= 0x20 { index += 1 }
        needsSpace = true
      }
    }
  }

  /// Keeps the lines and spaces of a text.
  private mutating func preformatted(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case 0x0A, 0x0D:
        breakLine()
        index += 1
      case 0x26:
        enterLine()
        index = reference(at: index, before: range.upperBound)
      case 0x00...0x20:
        needsSpace = true
        index += 1
      default:
        let start = index
        while index < range.upperBound, bytes[index] > 0x20, bytes[index] != 0x26 { index += 1 }
        enterLine()
        append(start..<index)
      }
    }
  }

  /// Appends the character of a reference, or the ampersand, and returns the offset behind it.
  private mutating func reference(at index: Int, before end: Int) -> Int {
    guard let (code, next) = tables.references.resolve(bytes, at: index, before: end) else {
      append(index..<index + 1)
      return index + 1
    }
    if code <= 0x20 {
      needsSpace = true
      return next
    }
    space()
    let count = page.text.count
    HTMLReferences.append(code, to: &page.text)
    measure(page.text.count - count)
    return next
  }

  private mutating func append(_ range: Range<Int>) {
    space()
    page.text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
    measure(range.count)
  }

  @inline(__always)
  private mutating func space() {
    if needsSpace, page.text.count > lineStart { page.text.append(0x20) }
    needsSpace = false
  }

  @inline(__always)
  private mutating func measure(_ count: Int) {
    if links > 0 { linkBytes += count }
    if strong > 0 { strongBytes += count }
  }

  /// Makes the nodes of the open elements that have none yet, and takes the line to the one that holds all of it.
  private mutating func enterLine() {
    if placed < stack.count {
      var node = placed > 0 ? stack[placed - 1].node : 0
      for index in placed..<stack.count {
        if stack[index].hasNode {
          let line = page.lines.count
          let open = stack[index]
          page.nodes.append(
            Page.Node(parent: node, tag: open.tag, markup: open.markup, lines: line..<line, kind: open.kind))
          node = page.nodes.count - 1
        }
        stack[index].node = node
      }
      placed = stack.count
    }
    let node = stack.last?.node ?? 0
    if lineNode < 0 {
      lineNode = node
    } else if lineNode != node {
      lineNode = page.common(lineNode, node)
    }
  }

  /// Ends the line; a blank one leaves nothing.
  private mutating func breakLine() {
    needsSpace = false
    guard page.text.count > lineStart else { return }
    let range = page.text.withUnsafeBufferPointer { Blank.trim(lineStart..<$0.count, in: $0) }
    if range.isEmpty || page.lines.count == Page.lineLimit {
      page.isCut = page.isCut || !range.isEmpty
      page.text.removeLast(page.text.count - lineStart)
    } else {
      page.lines.append(
        Page.Line(range: range, node: max(lineNode, 0), linkBytes: linkBytes, strongBytes: strongBytes))
      page.text.append(0x0A)
    }
    lineStart = page.text.count
    lineNode = -1
    linkBytes = 0
    strongBytes = 0
  }

  /// Whether the line so far ends with a full stop or the like, or is empty.
  private var isBetweenSentences: Bool {
    guard let last = page.text[lineStart...].last else { return true }
    // The last byte of an Arabic question mark is that of a few rare letters, too.
    return [0x2E, 0x21, 0x3F, 0x9F].contains(last)
  }
}

// MARK: - Elements

extension PageScanner {
  mutating func start(_ tag: HTMLTag, _ attributes: [HTMLAttribute]) {
    switch tag {
    case .html, .head, .body: return
    case .br: return breakLine()
    case .meta, .link:
      page.metadata.add(tag, attributes, line: page.lines.count, bytes, tables.metadata, tables.references)
      return
    default: break
    }
    // Links side by side that no space divides are a menu.
    if tag == .a, textBlocks == 0, links == 0, page.text.count == linkEnd { breakLine() }
    endImplied(tag)
    if tag == .hr { return breakLine() }
    if tag == .input || tag == .select || tag == .button, !stack.isEmpty, isControl(tag, attributes) {
      stack[stack.count - 1].hasControl = true
    }
    if tag == .img, !stack.isEmpty { stack[stack.count - 1].hasImage = true }
    guard tag.content != .nothing else { return }
    guard stack.count < Self.depthLimit else {
      if tag.isBlock { breakLine() }
      overflow[Int(tag.rawValue)] += 1
      return
    }
    let markup = markup(tag, attributes)
    if tag == .time || attributes.contains(where: { $0.name == .itemprop }) {
      page.metadata.add(tag, attributes, line: page.lines.count, bytes, tables.metadata, tables.references)
    }
    let breaks = tag.isBlock || breaksLine(tag, markup)
    if breaks { breakLine() }
    stack.append(
      Open(
        tag: tag, markup: markup, hasNode: tag.isBlock || markup != .unknown, breaks: breaks,
        kind: classKey &+ UInt64(tag.rawValue)))
    openCounts[Int(tag.rawValue)] += 1
    count(tag, markup, 1)
  }

  mutating func end(_ tag: HTMLTag) {
    let raw = Int(tag.rawValue)
    switch tag {
    case .html, .head, .body: return
    case .br: return breakLine()
    case .p where openCounts[raw] == 0: return breakLine()
    default: break
    }
    if overflow[raw] > 0 {
      overflow[raw] -= 1
      if tag.isBlock { breakLine() }
      return
    }
    guard openCounts[raw] > 0 || tag.isHeading else { return }
    let isCell = tag.isCell
    var isBlocked = false
    var index = stack.count - 1
    while index >= 0 {
      let open = stack[index].tag
      if open == tag || tag.isHeading && open.isHeading {
        if isBlocked { close(index) } else { popTo(index) }
        return
      }
      if isCell ? open == .table : open.isBoundary { return }
      if !tag.isBlock, open.isBlock { isBlocked = true }
      index -= 1
    }
  }

  mutating func raw(_ tag: HTMLTag, _ attributes: [HTMLAttribute], _ content: Range<Int>) {
    switch tag {
    case .title:
      if page.metadata.pageTitle.isEmpty { page.metadata.pageTitle = tables.references.text(bytes, content) }
    case .script:
      guard let type = attributes.first(where: { $0.name == .type }) else { return }
      // application/ld+json
      if bytes[type.value].contains(0x2B) { page.metadata.linkedData.append(content) }
    default: break
    }
  }

  /// Counts what an element means for the text in it.
  private mutating func count(_ tag: HTMLTag, _ markup: Markup, _ step: Int) {
    if tag == .a { links += step }
    if tag == .b || tag == .strong { strong += step }
    if tag == .pre { preformatted += step }
    if tag.isTextBlock { textBlocks += step }
    switch markup.role {
    case .hidden: hidden += step
    case .note, .byline, .dateline, .removed: asides += step
    default: break
    }
  }

  /// Whether an inline element stands on a line of its own because of what it says: not where it is part of a sentence.
  private func breaksLine(_ tag: HTMLTag, _ markup: Markup) -> Bool {
    switch markup.role {
    case .unknown, .kept, .hidden, .shown: return false
    case .removed:
      return tag == .button || textBlocks == 0 || asides > 0 || page.text.count > lineStart && isBetweenSentences
    default: return textBlocks == 0 || asides > 0
    }
  }

  /// Whether an element is something to fill in or to press; hidden fields are not.
  private func isControl(_ tag: HTMLTag, _ attributes: [HTMLAttribute]) -> Bool {
    guard let type = attributes.first(where: { $0.name == .type }) else { return true }
    return !bytes[type.value].elementsEqual("hidden".utf8)
  }

  private mutating func pop() {
    let open = stack.removeLast()
    openCounts[Int(open.tag.rawValue)] -= 1
    if !open.isClosed { count(open.tag, open.markup, -1) }
    if open.tag == .a { linkEnd = page.text.count }
    if open.breaks { breakLine() }
    if open.node >= 0, open.hasNode {
      let end = page.lines.count + (page.text.count > lineStart ? 1 : 0)
      page.nodes[open.node].lines = page.nodes[open.node].lines.lowerBound..<end
      page.nodes[open.node].hasControl = open.hasControl
      page.nodes[open.node].hasImage = open.hasImage
    }
    if open.hasImage, !open.tag.isBlock, !stack.isEmpty { stack[stack.count - 1].hasImage = true }
    if open.hasControl, !stack.isEmpty { stack[stack.count - 1].hasControl = true }
    placed = min(placed, stack.count)
  }

  private mutating func popTo(_ index: Int) {
    while stack.count > index { pop() }
  }

  /// Ends an inline element in which a block is still open.
  private mutating func close(_ index: Int) {
    guard !stack[index].isClosed else { return }
    stack[index].isClosed = true
    count(stack[index].tag, stack[index].markup, -1)
  }

  /// Ends the elements that a start tag ends.
  private mutating func endImplied(_ tag: HTMLTag) {
    if tag.endsParagraph, openCounts[Int(HTMLTag.p.rawValue)] > 0 {
      end(.p, before: \.isBoundary)
    }
    switch tag {
    case .li: end([.li]) { $0.isBlock && $0 != .address && $0 != .div && $0 != .p }
    case .dd, .dt: end([.dd, .dt]) { $0.isBlock && $0 != .address && $0 != .div && $0 != .p }
    case .option, .optgroup: end([.option]) { $0.isBlock || $0 == .select }
    case .tr: end([.tr]) { $0 == .table }
    case .td, .th: end([.td, .th]) { $0 == .tr || $0 == .table }
    case .tbody, .thead, .tfoot: end([.tbody, .thead, .tfoot]) { $0 == .table }
    case .a: end([.a]) { $0.isBlock || $0.isBoundary }
    case .button: end([.button]) { $0.isBlock }
    default:
      if tag.isHeading, let last = stack.last, last.tag.isHeading { pop() }
    }
  }

  private mutating func end(_ tag: HTMLTag, before isBoundary: (HTMLTag) -> Bool) {
    end([tag], before: isBoundary)
  }

  /// Ends the innermost open element of some names, unless an element of another kind is around first.
  private mutating func end(_ tags: [HTMLTag], before isBoundary: (HTMLTag) -> Bool) {
    guard tags.contains(where: { openCounts[Int($0.rawValue)] > 0 }) else { return }
    var index = stack.count - 1
    while index >= 0 {
      if tags.contains(stack[index].tag) { return popTo(index) }
      if isBoundary(stack[index].tag) { return }
      index -= 1
    }
  }
}

// MARK: - What elements say

extension PageScanner {
  private mutating func markup(_ tag: HTMLTag, _ attributes: [HTMLAttribute]) -> Markup {
    var best = tables.markup.markup(tag: tag)
    classKey = 0
    for attribute in attributes {
      let markup: Markup
      switch attribute.name {
      case .classes, .id, .role, .itemprop, .rel: markup = said(attribute)
      case .hidden: markup = Markup(role: .hidden, weight: 90)
      case .ariaHidden:
        guard attribute.value.count == 4 else { continue }
        markup = Markup(role: .removed(.other), weight: 45)
      case .style:
        guard isHidden(attribute.value) else { continue }
        markup = Markup(role: .hidden, weight: 90)
      default: continue
      }
      if markup.weight > best.weight { best = markup }
    }
    // What holds the article is not hidden to those who read it.
    if best.role == .hidden, tag == .main || tag == .article { return tables.markup.markup(tag: tag) }
    return best
  }

  /// What an attribute's value says.
  private mutating func said(_ attribute: HTMLAttribute) -> Markup {
    guard !attribute.value.isEmpty else { return .unknown }
    var key: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(attribute.name.rawValue)
    for byte in bytes[attribute.value] { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
    if attribute.name == .classes { classKey = key }
    if let markup = known[key] { return markup }
    let markup = tables.markup.markup(attribute.name, bytes[attribute.value])
    known[key] = markup
    return markup
  }

  /// Whether a style hides the element.
  private func isHidden(_ style: Range<Int>) -> Bool {
    var text: [UInt8] = []
    for byte in bytes[style] where !MarkupByte.isSpace(byte) { text.append(MarkupByte.lowercased(byte)) }
    return Self.hiding.contains { pattern in
      text.count >= pattern.count
        && (0...text.count - pattern.count).contains { text[$0...].starts(with: pattern) }
    }
  }

  private static let hiding = ["display:none", "visibility:hidden"].map { Array($0.utf8) }
}
