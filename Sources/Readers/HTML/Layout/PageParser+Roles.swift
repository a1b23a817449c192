internal import EventModel

extension PageParser {
  mutating func role(of index: Int) -> Role {
    if index == headline {
      taking = nil
      return .kept(.headline)
    }
    let line = map.lines[index]
    if line.key != 0 {
      if let headline, line.key == map.lines[headline].key, index > headline || !isInBody(index) {
        return .removed(.duplicateHeadline)
      }
      if line.key == deck { return .removed(.duplicateHeadline) }
    }
    guard line.hasWords else { return .removed(.other) }
    if let reason = shapeReason(index) { return .removed(reason) }
    return isInBody(index) ? bodyRole(of: index) : outerRole(of: index)
  }

  /// What the table of page furniture says of a line where it stands.
  private mutating func furnitureRole(of index: Int, in zone: Zone) -> Role? {
    let line = map.lines[index]
    let local = zone == .head ? line.match.head : zone == .tail ? line.match.tail : nil
    guard let found = line.match.anywhere ?? local else { return nil }
    let rule = furniture.rules[found]
    switch rule.kind {
    case .removed(let reason):
      // What ends a page goes on behind further furniture.
      if rule.reach != .line || taking?.reach != .end { taking = rule.reach == .line ? nil : (reason, rule.reach) }
      return .removed(reason)
    case .section: return headline.map { index < $0 } ?? true || !isInBody(index) ? .removed(.navigation) : nil
    case .source:
      if outlet == nil { outlet = mediaName(index) }
      return .removed(.other)
    case .byline: return wrote(index)
    }
  }

  private mutating func wrote(_ index: Int) -> Role {
    guard bylines < 3, map.lines[index].words <= 14 else { return .removed(.other) }
    bylines += 1
    if outlet == nil { outlet = mediaName(index) }
    return .kept(.byline)
  }

  private func mediaName(_ index: Int) -> String? {
    map.page.text.withUnsafeBufferPointer { media.outlet(inByline: map.lines[index].range, of: $0) }
  }

  /// A line that tells when the article appeared, or when it was changed.
  private mutating func dated(_ index: Int) -> Role {
    guard let dateline = map.lines[index].dateline else {
      // A clock or a date that cannot be read; an age such as "two hours ago" is furniture.
      let hasDigit = map.page.text[map.lines[index].range].contains { $0 &- 0x30 < 10 || $0 == 0xD9 || $0 == 0xDB }
      return hasDigit && map.lines[index].words <= 14 ? .kept(.dateline) : .removed(.other)
    }
    let isChange = tellsChange(index)
    if published.basis == .unknown || !isPublishedSure && !isChange {
      published = Publication(date: EDTFDate(dateline.day), basis: .dateline)
      isPublishedSure = !isChange
    }
    return .kept(.dateline)
  }

  /// Whether a dateline is that of a change.
  private func tellsChange(_ index: Int) -> Bool {
    let text = map.page.text[map.lines[index].range]
    return Self.changeWords.contains { word in
      text.indices.prefix(24).contains { text[$0...].starts(with: word) }
    }
  }

  private static let changeWords = ["تحديث", "تعديل", "pdate"].map { Array($0.utf8) }
}

// MARK: - Among the paragraphs

extension PageParser {
  private mutating func bodyRole(of index: Int) -> Role {
    let line = map.lines[index]
    let zone = zone(of: index)
    let block = map.page.block(of: index)
    let isText = isMarkedText(index)
    let container = container(of: index) ?? 0
    if let role = furnitureRole(of: index, in: zone) {
      // A sentence that happens to begin like furniture stays.
      if !(isText && line.isParagraph && line.words > 16 && !map.isLink(index)) { return role }
      taking = nil
    }
    if line.isCaption && (!isText || line.words <= 30) || isBelowPicture(index) { return .removed(.caption) }
    if !isText, isPrintedTwice(index) { return .removed(.caption) }
    if let reason = taken(index, in: zone) { return .removed(reason) }
    if isRepeatedQuotation(index, block) { return .removed(.other) }
    if map.isLink(index), line.ending != .final, !block.isHeading, line.words >= 3 || !isText {
      return .removed(.related)
    }
    if isInLinkList(index, below: container) { return .removed(.related) }
    if let role = markedRole(of: index, role(of: map.page.lines[index].node, below: container), in: zone) {
      return role
    }
    if block.isHeading {
      guard zone == .head, deck == 0, line.words >= 6, headline == index - 1 else { return .kept(.subhead) }
      deck = line.key == 0 ? 1 : line.key
      return .kept(.deck)
    }
    if map.isStrong(index), line.words <= 14, line.ending != .final, zone == .body { return .kept(.subhead) }
    if line.isParagraph { return .kept(.paragraph) }
    switch zone {
    case .head: return headRole(of: index, isText: isText)
    case .body:
      if isText || block == .figcaption { return .kept(.paragraph) }
      return .kept(isSubhead(index) ? .subhead : .paragraph)
    case .tail: return tailRole(of: index, isText: isText)
    }
  }

  /// What the markup of a line says, if it can be believed where the line stands.
  private mutating func markedRole(of index: Int, _ role: Markup.Role, in zone: Zone) -> Role? {
    let line = map.lines[index]
    switch role {
    case .dateline where line.words <= 16: return dated(index)
    case .byline where line.words <= 10 && line.ending != .final:
      return zone == .body || bylines > 2 ? .removed(.other) : wrote(index)
    case .deck where zone == .head && deck == 0 && line.words <= 80 && headline.map { index > $0 } ?? true:
      deck = line.key == 0 ? 1 : line.key
      return .kept(.deck)
    case .note where line.words <= 14 && !line.isParagraph:
      if line.dateline != nil { return dated(index) }
      if line.hasBylineForm, bylines == 0, zone != .body { return wrote(index) }
      return .removed(.other)
    default: return nil
    }
  }

  /// The reason of the heading above that takes a line with it.
  private mutating func taken(_ index: Int, in zone: Zone) -> Removal.Reason? {
    guard let (reason, reach) = taking else { return nil }
    let line = map.lines[index]
    let isTaken =
      switch reach {
      case .line: false
      case .links:
        map.isLink(index)
          || !line.isParagraph && (zone == .tail || line.isItem || map.page.block(of: index) == .li)
      case .rest: reason == .commentForm ? map.sentences(self.reach.lowerBound..<index) >= 2 : !line.isLongParagraph
      case .end: !line.isLongParagraph
      }
    if !isTaken { taking = nil }
    return isTaken ? reason : nil
  }

  private func isPrintedTwice(_ index: Int) -> Bool {
    let line = map.lines[index]
    guard line.key != 0, line.ending == .none, line.words >= 2 else { return false }
    return index > reach.lowerBound && map.lines[index - 1].key == line.key
      || index + 1 < reach.upperBound && map.lines[index + 1].key == line.key
  }

  private mutating func headRole(of index: Int, isText: Bool) -> Role {
    let line = map.lines[index]
    if line.dateline != nil { return dated(index) }
    if line.hasBylineForm, bylines == 0, body != nil { return wrote(index) }
    if headline.map({ index < $0 }) ?? false { return .removed(.navigation) }
    if line.ending == .none, line.words <= 20, hasDate(index) { return .kept(.dateline) }
    if isText || body == nil { return .kept(.paragraph) }
    guard line.words >= 4 else { return .removed(.other) }
    if deck == 0, line.ending == .none, line.words <= 30 {
      deck = line.key
      return .kept(.deck)
    }
    return .kept(.paragraph)
  }

  private mutating func tailRole(of index: Int, isText: Bool) -> Role {
    let line = map.lines[index]
    if line.dateline != nil { return dated(index) }
    var folded = FoldedLine()
    map.page.text.withUnsafeBufferPointer { folded.fold(line.range, of: $0) }
    if media.contain(folded) {
      if outlet == nil { outlet = String(decoding: map.page.text[line.range], as: UTF8.self) }
      return .removed(.other)
    }
    if line.words <= 14, hasCopyrightSign(line.range) { return .removed(.navigation) }
    let block = map.page.block(of: index)
    if block == .li || block == .td || block == .th || block == .blockquote { return .kept(.paragraph) }
    if line.ending == .none, line.words <= 4, !line.isItem, bylines == 0, map.lines[index - 1].isParagraph {
      return wrote(index)
    }
    if !isText, !place.isSure || line.words <= 4 { return .removed(.other) }
    return .kept(.paragraph)
  }

  private func hasCopyrightSign(_ range: Range<Int>) -> Bool {
    range.contains { map.page.text[$0] == 0xA9 && $0 > range.lowerBound && map.page.text[$0 - 1] == 0xC2 }
  }

  /// A subhead is a few words between paragraphs.
  private func isSubhead(_ index: Int) -> Bool {
    guard map.lines[index].isTitle(words: 1...9), index + 1 < reach.upperBound else { return false }
    let next = (index + 1..<reach.upperBound).first {
      !map.lines[$0].isFurniture && !map.lines[$0].isCaption && isInBody($0)
    }
    guard let next, map.lines[next].isParagraph || map.lines[next].words >= 13 else { return false }
    return !map.lines[index - 1].isTitle(words: 1...9)
  }

  /// Whether a quotation is set apart from the paragraph that has it too.
  private func isRepeatedQuotation(_ index: Int, _ block: HTMLTag) -> Bool {
    var node = map.page.lines[index].node
    let top = container(of: index) ?? 0
    while node > top, map.page.nodes[node].tag != .blockquote { node = map.page.nodes[node].parent }
    guard node > top, map.lines[index].words >= 4 else { return false }
    return map.page.text.withUnsafeBufferPointer { text in
      var quote = Self.withoutQuotes(map.lines[index].range, text)
      while quote.count > 1, [0x2E, 0x21].contains(text[quote.upperBound - 1]) {
        quote = quote.lowerBound..<quote.upperBound - 1
      }
      let near = max(index - 60, reach.lowerBound)..<min(index + 60, reach.upperBound)
      return near.contains { other in
        other != index && isInBody(other) && !map.page.isInside(map.page.lines[other].node, node)
          && Self.holds(map.lines[other].range, quote, text)
      }
    }
  }

  private static func withoutQuotes(_ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let isQuote = text[start] == 0x22 || text[start] == 0x20
      let isGuillemet = text[start] == 0xC2 && start + 1 < end
      let isMark = text[start] == 0xE2 && start + 2 < end && text[start + 1] == 0x80
      guard isQuote || isGuillemet || isMark else { break }
      start += isQuote ? 1 : isGuillemet ? 2 : 3
    }
    while end > start {
      let isQuote = text[end - 1] == 0x22 || text[end - 1] == 0x20
      let isGuillemet = end - start >= 2 && text[end - 2] == 0xC2
      let isMark = end - start >= 3 && text[end - 3] == 0xE2 && text[end - 2] == 0x80
      guard isQuote || isGuillemet || isMark else { break }
      end -= isQuote ? 1 : isGuillemet ? 2 : 3
    }
    return start..<max(start, end)
  }

  private static func holds(_ range: Range<Int>, _ part: Range<Int>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !part.isEmpty, range.count >= part.count else { return false }
    let length = part.count
    for start in range.lowerBound...(range.upperBound - length)
    where text[start] == text[part.lowerBound] && text[start..<start + length].elementsEqual(text[part]) {
      return true
    }
    return false
  }
}

// MARK: - Around the paragraphs

extension PageParser {
  private mutating func outerRole(of index: Int) -> Role {
    taking = nil
    let line = map.lines[index]
    let node = map.page.lines[index].node
    if let reason = map.removals[node] { return .removed(reason) }
    let first = body?.lowerBound ?? reach.upperBound
    let isAbove = index < first
    let isHead = isAbove && (headline.map { index > $0 } ?? false || map.page.isInside(node, place.root))
    let isTail = !isAbove && map.page.isInside(node, place.root) && place.root > 0
    let zone: Zone = isAbove ? .head : .tail
    if isHead || isTail {
      let role = role(of: node, below: 0)
      if role == .dateline || role == .byline || role == .deck, line.match.anywhere == nil,
        isHead || role != .deck && bylines == 0, let role = markedRole(of: index, role, in: zone)
      {
        return role
      }
    }
    if let role = furnitureRole(of: index, in: zone), isHead || !isKept(role) {
      taking = nil
      return role
    }
    if line.isCaption || isBelowPicture(index) { return .removed(.caption) }
    if isBesideHeadline(index), deck == 0, line.words >= 4 {
      deck = line.key == 0 ? 1 : line.key
      return .kept(.deck)
    }
    if isHead {
      if line.dateline != nil { return dated(index) }
      if line.ending == .none, line.words <= 20, hasDate(index) { return .kept(.dateline) }
      if map.isLink(index) {
        return .removed(bylines == 0 && role(of: node, below: 0) == .byline ? .other : .navigation)
      }
      if line.hasBylineForm, bylines == 0 { return wrote(index) }
      if let role = introduction(index) { return role }
    }
    return .removed(map.isLink(index) ? isAbove ? .navigation : .related : .other)
  }

  /// The line below the headline, and paragraphs that stand apart from the others.
  private mutating func introduction(_ index: Int) -> Role? {
    guard let headline, index > headline, role(of: map.page.lines[index].node, below: 0) != .note else { return nil }
    let line = map.lines[index]
    let block = map.page.block(of: index)
    let isTitle =
      (block.isHeading || deck == 0 && line.ending == .none && line.words >= 6) && (4...40).contains(line.words)
    guard isTitle || map.cleanMass(index..<index + 1) > 0 else { return nil }
    guard deck == 0, line.words <= 60 else { return isTitle ? nil : .kept(.paragraph) }
    deck = line.key == 0 ? 1 : line.key
    return .kept(.deck)
  }

  private func isKept(_ role: Role) -> Bool {
    if case .kept = role { true } else { false }
  }
}
