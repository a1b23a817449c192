internal import EventModel

// MARK: - Lines that their form gives away

extension PageParser {
  /// Why a line is left out that no outlet prints as text, whatever its words.
  func shapeReason(_ index: Int) -> Removal.Reason? {
    let line = map.lines[index]
    guard line.words <= 14 else { return nil }
    let text = map.page.text[line.range]
    if isAddress(text) { return .shareWidget }
    if hasInitialsForm(text) { return .other }
    guard text.contains(0x40) || !text.contains(where: Self.isArabic) else { return nil }
    // The name below an embedded post, and a post in another language.
    return hasHandle(text) || isInQuotation(index) && !text.contains(where: Self.isArabic) ? .other : nil
  }

  private static func isArabic(_ byte: UInt8) -> Bool {
    (0xD8...0xDB).contains(byte)
  }

  /// Whether a line is an address and nothing else.
  private func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.starts(with: "http".utf8) || text.starts(with: "www.".utf8) else { return false }
    return !text.contains { $0 <= 0x20 }
  }

  /// Whether a line is the initials of those who wrote and edited: single letters, a slash between.
  private func hasInitialsForm(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 40, text.contains(0x2F) else { return false }
    var letters = 0
    var run = 0
    var index = text.startIndex
    while index < text.endIndex {
      if Self.isArabic(text[index]) {
        (letters, run, index) = (letters + 1, run + 1, index + 2)
        if run > 1 { return false }
        continue
      }
      guard [0x20, 0x28, 0x29, 0x2D, 0x2E, 0x2F].contains(text[index]) else { return false }
      (run, index) = (0, index + 1)
    }
    return letters >= 2
  }

  /// Whether a line has the name of an account in brackets, as an embedded post ends.
  private func hasHandle(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.dropLast(2).contains {
      text[$0] == 0x28 && text[$0 + 1] == 0x40 && MarkupByte.isLetter(text[$0 + 2])
    }
  }

  private func isInQuotation(_ index: Int) -> Bool {
    var node = map.page.lines[index].node
    while node > 0, map.page.nodes[node].tag != .blockquote { node = map.page.nodes[node].parent }
    return node > 0 && map.page.nodes[node].markup.weight >= Self.embedWeight
  }

  /// How sure markup is that a quotation is an embedded post; the element's name alone says less.
  private static let embedWeight = 40

  /// Whether a line that is no sentence shares a small element with a picture and ends in brackets, or has that element
  /// for itself.
  func isBelowPicture(_ index: Int) -> Bool {
    let line = map.lines[index]
    guard line.ending == .none, (2...25).contains(line.words), !map.page.block(of: index).isHeading
    else { return false }
    let isCredited = map.page.text[line.range.upperBound - 1] == 0x29
    var node = map.page.lines[index].node
    for _ in 0..<3 where node > 0 {
      let element = map.page.nodes[node]
      guard element.lines.count <= 2 else { return false }
      if element.hasImage {
        return isCredited || element.lines.count == 1 && !map.isLink(index) && !map.isStrong(index)
      }
      node = element.parent
    }
    return false
  }

  /// Whether a line stands in one group of headings (`<hgroup>`) with the headline.
  func isBesideHeadline(_ index: Int) -> Bool {
    guard let headline, index != headline else { return false }
    var node = map.page.lines[headline].node
    while node > 0, map.page.nodes[node].tag != .hgroup { node = map.page.nodes[node].parent }
    return node > 0 && map.page.isInside(map.page.lines[index].node, node)
  }

  /// Whether a line has a date in it that is written in digits only.
  func hasDate(_ index: Int) -> Bool {
    map.hasDate(map.lines[index].range)
  }
}

extension PageMap {
  /// Whether a stretch of the text has a date in it that is written in digits only: 05.10.2025.
  func hasDate(_ range: Range<Int>) -> Bool {
    var digits: [Int] = [0]
    var separator: UInt8 = 0
    for byte in page.text[range] {
      if byte &- 0x30 < 10 {
        digits[digits.count - 1] += 1
      } else if [0x2D, 0x2E, 0x2F].contains(byte), digits.last != 0, digits.count == 1 || byte == separator {
        digits.append(0)
        separator = byte
      } else {
        if Self.areDate(digits) { return true }
        digits = [0]
      }
    }
    return Self.areDate(digits)
  }

  /// Whether numbers of so many digits, divided by one sign, are a date.
  private static func areDate(_ digits: [Int]) -> Bool {
    guard digits.count == 3 else { return false }
    let short = 1...2
    return short.contains(digits[1])
      && (short.contains(digits[0]) && digits[2] == 4 || digits[0] == 4 && short.contains(digits[2]))
  }
}
