/// The elements of HTML that a reader tells apart; all others are ``other``, which browsers show as inline text.
enum HTMLTag: UInt8 {
  case other
  // Inline text.
  case a, abbr, b, big, cite, code, del, em, font, i, ins, label, mark, q, s, small, span, strike, strong, sub, sup
  case time, tt, u
  case button, option, optgroup, select, output
  // Blocks.
  case address, article, aside, blockquote, body, caption, center, dd, details, dialog, dir, div, dl, dt, fieldset
  case figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, head, header, hgroup, html, legend, li, main, menu
  case nav, ol, p, pre, search, section, summary, ul
  case table, tbody, td, tfoot, th, thead, tr
  // Elements without content.
  case area, base, br, col, embed, hr, img, input, link, meta, param, source, track, wbr
  // Elements whose content is no markup, or is not shown.
  case iframe, math, noembed, noframes, noscript, object, script, style, svg, template, textarea, title, xmp
  case audio, canvas, video

  /// How browsers treat the content of an element.
  enum Content {
    /// Markup and text.
    case markup
    /// Nothing: there is no end tag.
    case nothing
    /// Bytes up to the end tag, in which no other tag counts.
    case raw
    /// Markup that is not shown as text of the page.
    case unseen
  }

  /// What the element holds.
  var content: Content {
    switch self {
    case .area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr: .nothing
    case .iframe, .noembed, .noframes, .noscript, .script, .style, .textarea, .title, .xmp: .raw
    case .math, .svg, .template: .unseen
    default: .markup
    }
  }

  /// Whether it begins a line and ends one.
  var isBlock: Bool {
    rawValue >= HTMLTag.address.rawValue && rawValue <= HTMLTag.tr.rawValue || self == .option || self == .hr
  }

  /// Whether a paragraph that is open ends where it begins.
  var endsParagraph: Bool {
    switch self {
    case .body, .head, .html, .caption, .legend, .option, .tbody, .td, .tfoot, .th, .thead, .tr: false
    default: isBlock
    }
  }

  /// Whether it is a row of a table, or a part of one.
  var isCell: Bool {
    switch self {
    case .td, .th, .tr, .tbody, .thead, .tfoot, .table, .caption: true
    default: false
    }
  }

  /// Whether it is a heading.
  var isHeading: Bool {
    rawValue >= HTMLTag.h1.rawValue && rawValue <= HTMLTag.h6.rawValue
  }

  /// Whether a run of text stands in it rather than further blocks.
  var isTextBlock: Bool {
    switch self {
    case .p, .li, .blockquote, .dd, .dt, .td, .th, .pre, .figcaption, .caption: true
    default: isHeading
    }
  }

  /// Whether end tags inside it do not reach elements outside of it.
  var isBoundary: Bool {
    switch self {
    case .table, .td, .th, .caption, .object, .button: true
    default: false
    }
  }
}

/// Finds elements by their names in any letter case.
struct HTMLTagTable: Sendable {
  private static let size = 512
  private var keys = [UInt64](repeating: 0, count: size)
  private var tags = [HTMLTag](repeating: .other, count: size)

  /// Fills the table.
  init() {
    var raw: UInt8 = 1
    while let tag = HTMLTag(rawValue: raw) {
      let name = Array("\(tag)".utf8)
      let key = name.withUnsafeBufferPointer { Self.key($0[...]) }
      var slot = Self.slot(key)
      while keys[slot] != 0 { slot = (slot + 1) & (Self.size - 1) }
      keys[slot] = key
      tags[slot] = tag
      raw += 1
    }
  }

  /// The element of a name.
  @inline(__always)
  func tag(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> HTMLTag {
    let key = Self.key(name)
    var slot = Self.slot(key)
    while keys[slot] != 0 {
      if keys[slot] == key { return tags[slot] }
      slot = (slot + 1) & (Self.size - 1)
    }
    return .other
  }

  /// A number that no two names share that a reader tells apart; zero for none.
  @inline(__always)
  private static func key(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    var key: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { key = (key ^ UInt64(MarkupByte.lowercased(byte))) &* 0x100_0000_01B3 }
    return key
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: key >> 32) & (size - 1)
  }
}

/// What the bytes of markup are.
enum MarkupByte {
  /// The small letter of a letter; any other byte as it is.
  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// Whether a byte is a Latin letter.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26
  }

  /// Whether a byte is white space in HTML.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5 && byte != 0x0B
  }
}
