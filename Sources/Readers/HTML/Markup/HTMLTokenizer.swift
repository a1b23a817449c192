/// An attribute of a start tag.
struct HTMLAttribute {
  /// The attributes that a reader looks at.
  enum Name: UInt8 {
    case other
    case ariaHidden, classes, content, datetime, hidden, href, id, itemprop, itemtype, name, property, rel, role, style,
      title,
      type
  }

  /// Which one it is.
  var name: Name
  /// Where its value stands, references unresolved; empty where it has none.
  var value: Range<Int>
}

/// What is told of the markup of a page. Ranges are in bytes of the page.
protocol HTMLHandler {
  /// Text, references unresolved.
  mutating func text(_ range: Range<Int>)
  /// A start tag.
  mutating func start(_ tag: HTMLTag, _ attributes: [HTMLAttribute])
  /// An end tag.
  mutating func end(_ tag: HTMLTag)
  /// The content of an element that holds no markup; its tags are not told.
  mutating func raw(_ tag: HTMLTag, _ attributes: [HTMLAttribute], _ content: Range<Int>)
}

/// Steps through the markup of a page as browsers do, whatever its faults: once, forwards, without recursion.
///
/// It is our own so that the same page gives the same text and offsets everywhere: what libxml2 makes of HTML depends on
/// its version, and its time grows with the square of the tags that stay open.
///
/// - Complexity: O(*n*) in the number of bytes.
struct HTMLTokenizer {
  /// The number of attributes of one tag that are read; more are passed over.
  private static let attributeLimit = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private let tags: HTMLTagTable
  private var position = 0
  private var attributes: [HTMLAttribute] = []
  /// Elements of raw content that no end tag is left for, so that none is looked for twice.
  private var unclosed: Set<UInt8> = []

  /// Makes a tokenizer for a page in valid UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>, tags: HTMLTagTable) {
    self.bytes = bytes
    self.tags = tags
    attributes.reserveCapacity(Self.attributeLimit)
  }

  /// Tells a handler of everything in the page.
  mutating func run(_ handler: inout some HTMLHandler) {
    var start = 0
    while position < bytes.count {
      guard let open = next(0x3C) else { break }
      position = open + 1
      guard position < bytes.count else { break }
      let byte = bytes[position]
      let isMarkup = MarkupByte.isLetter(byte) || byte == 0x21 || byte == 0x2F || byte == 0x3F
      guard isMarkup else { continue }
      if start < open { handler.text(start..<open) }
      switch byte {
      case 0x21: skipDeclaration()
      case 0x3F: skip(past: 0x3E)
      case 0x2F: endTag(&handler)
      default: startTag(&handler)
      }
      start = position
    }
    position = bytes.count
    if start < bytes.count { handler.text(start..<bytes.count) }
  }

  /// The next place of a byte.
  @inline(__always)
  private func next(_ byte: UInt8) -> Int? {
    var index = position
    while index < bytes.count {
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }

  private mutating func skip(past byte: UInt8) {
    position = next(byte).map { $0 + 1 } ?? bytes.count
  }

  /// Skips a comment, or a declaration up to its end.
  private mutating func skipDeclaration() {
    guard position + 2 < bytes.count, bytes[position + 1] == 0x2D, bytes[position + 2] == 0x2D else {
      return skip(past: 0x3E)
    }
    // `<!-->` and `<!--->` are comments too.
    var index = position + 3
    while index < bytes.count {
      if bytes[index] == 0x3E {
        if index <= position + 4 || bytes[index - 1] == 0x2D && bytes[index - 2] == 0x2D { break }
        if bytes[index - 1] == 0x21, bytes[index - 2] == 0x2D, bytes[index - 3] == 0x2D { break }
      }
      index += 1
    }
    position = min(index + 1, bytes.count)
  }

  private mutating func endTag(_ handler: inout some HTMLHandler) {
    position += 1
    guard position < bytes.count, MarkupByte.isLetter(bytes[position]) else { return skip(past: 0x3E) }
    let tag = name()
    skip(past: 0x3E)
    handler.end(tag)
  }

  /// Reads the name of a tag.
  private mutating func name() -> HTMLTag {
    let start = position
    while position < bytes.count, !MarkupByte.isSpace(bytes[position]), bytes[position] != 0x2F, bytes[position] != 0x3E
    {
      position += 1
    }
    return tags.tag(bytes[start..<position])
  }

  private mutating func startTag(_ handler: inout some HTMLHandler) {
    let nameStart = position
    let tag = name()
    let name = nameStart..<position
    attributes.removeAll(keepingCapacity: true)
    // The name of an element that a site made itself says what a class name would.
    if tag == .other, bytes[name].contains(0x2D) { attributes.append(HTMLAttribute(name: .classes, value: name)) }
    var isClosed = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x3E { break }
      isClosed = byte == 0x2F
      if isClosed || MarkupByte.isSpace(byte) {
        position += 1
      } else {
        attribute()
      }
    }
    // A tag that the page's end cuts off is none.
    guard position < bytes.count else { return }
    position += 1
    switch tag.content {
    case .markup, .nothing: handler.start(tag, attributes)
    case .raw:
      guard let end = endOfContent(tag, name, counting: false) else { return }
      handler.raw(tag, attributes, position..<end)
      position = end
      skip(past: 0x3E)
    case .unseen:
      guard !isClosed, let end = endOfContent(tag, name, counting: true) else { return }
      position = end
      skip(past: 0x3E)
    }
  }

  private mutating func attribute() {
    let start = position
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x3D || byte == 0x3E || byte == 0x2F || MarkupByte.isSpace(byte) { break }
      position += 1
    }
    let name = start..<position
    var index = position
    while index < bytes.count, MarkupByte.isSpace(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == 0x3D else {
      position = index
      return add(name, position..<position)
    }
    position = index + 1
    while position < bytes.count, MarkupByte.isSpace(bytes[position]) { position += 1 }
    guard position < bytes.count else { return }
    let quote = bytes[position]
    let valueStart: Int
    if quote == 0x22 || quote == 0x27 {
      valueStart = position + 1
      position = valueStart
      position = next(quote) ?? bytes.count
      add(name, valueStart..<position)
      position = min(position + 1, bytes.count)
    } else {
      valueStart = position
      while position < bytes.count, bytes[position] != 0x3E, !MarkupByte.isSpace(bytes[position]) { position += 1 }
      add(name, valueStart..<position)
    }
  }

  private mutating func add(_ name: Range<Int>, _ value: Range<Int>) {
    guard attributes.count < Self.attributeLimit else { return }
    let name = HTMLAttribute.Name(bytes, name)
    guard name != .other else { return }
    attributes.append(HTMLAttribute(name: name, value: value))
  }

  /// Where the end tag of an element of raw content begins; nil where there is none.
  ///
  /// - Parameter counting: Whether elements of the same name may stand inside.
  private mutating func endOfContent(_ tag: HTMLTag, _ name: Range<Int>, counting: Bool) -> Int? {
    guard !unclosed.contains(tag.rawValue) else { return nil }
    var depth = 1
    var index = position
    while index + 1 < bytes.count {
      guard bytes[index] == 0x3C else {
        index += 1
        continue
      }
      if bytes[index + 1] == 0x2F {
        if isName(name, at: index + 2) {
          depth -= 1
          if depth == 0 { return index }
        }
      } else if counting, isName(name, at: index + 1) {
        depth += 1
      }
      index += 1
    }
    unclosed.insert(tag.rawValue)
    // Browsers take all the rest for the content of a script or a style; for any other element that would be too much.
    return tag == .script || tag == .style ? bytes.count : nil
  }

  private func isName(_ name: Range<Int>, at index: Int) -> Bool {
    let end = index + name.count
    guard end <= bytes.count else { return false }
    for offset in 0..<name.count
    where MarkupByte.lowercased(bytes[index + offset]) != MarkupByte.lowercased(bytes[name.lowerBound + offset]) {
      return false
    }
    return end == bytes.count || bytes[end] == 0x3E || bytes[end] == 0x2F || MarkupByte.isSpace(bytes[end])
  }
}

extension HTMLAttribute.Name {
  /// The attribute of a name in any letter case.
  fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var key: UInt64 = 0
    guard range.count <= 8 else {
      if range.count == 11, Self.isEqual(bytes, range, "aria-hidden") {
        self = .ariaHidden
      } else if range.count == 14, Self.isEqual(bytes, range, "data-component") {
        self = .classes
      } else if range.count == 11, Self.isEqual(bytes, range, "data-testid") {
        self = .classes
      } else {
        self = .other
      }
      return
    }
    for byte in bytes[range] { key = key << 8 | UInt64(MarkupByte.lowercased(byte)) }
    self =
      switch key {
      case 0x63_6C61_7373: .classes
      case 0x63_6F6E_7465_6E74: .content
      case 0x6461_7465_7469_6D65: .datetime
      case 0x6869_6464_656E: .hidden
      case 0x6872_6566: .href
      case 0x6964: .id
      case 0x6974_656D_7072_6F70: .itemprop
      case 0x6974_656D_7479_7065: .itemtype
      case 0x6E61_6D65: .name
      case 0x7072_6F70_6572_7479: .property
      case 0x72_656C: .rel
      case 0x726F_6C65: .role
      case 0x73_7479_6C65: .style
      case 0x74_6974_6C65: .title
      case 0x7479_7065: .type
      default: .other
      }
  }

  private static func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ name: StaticString) -> Bool {
    for (offset, byte) in bytes[range].enumerated() where MarkupByte.lowercased(byte) != name.utf8Start[offset] {
      return false
    }
    return true
  }
}
