/// What a page says of its own encoding.
///
/// A simple reading of the prescan that the HTML standard describes:
/// https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
enum DeclaredEncoding {
  /// How many bytes from the beginning are looked at.
  static let reach = 4096

  /// The label in the XML declaration, `<meta charset>` or `<meta http-equiv=content-type>` at the beginning of a page,
  /// such as `windows-1256`; nil where there is none.
  static func label(inMarkup bytes: [UInt8]) -> String? {
    var scanner = MarkupScanner(bytes: bytes.prefix(reach))
    return scanner.label()
  }
}

/// Walks over the tags at the beginning of a page.
private struct MarkupScanner {
  let bytes: ArraySlice<UInt8>
  private var index: Int

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  mutating func label() -> String? {
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      if starts(with: "!--") {
        index += 3
        skip(past: "-->")
      } else if starts(with: "?xml"), let label = declaration() {
        return label
      } else if let byte = current, byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") {
        skip(past: ">")
      } else {
        let isMeta = starts(with: "meta") && isBreak(at: index + 4)
        while !isBreak(at: index) { index += 1 }
        if let label = meta(attributes()), isMeta { return label }
      }
    }
    return nil
  }

  /// The encoding in `?xml version="1.0" encoding="…"?>`.
  private func declaration() -> String? {
    let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
    var inner = MarkupScanner(bytes: bytes[(index + 4)..<max(end, index + 4)])
    return inner.attributes().first { $0.name == "encoding" && !$0.value.isEmpty }?.value
  }

  /// What the attributes of a `meta` say.
  private func meta(_ attributes: [(name: String, value: String)]) -> String? {
    func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    if let charset = value("charset"), !charset.isEmpty { return charset }
    guard value("http-equiv") == "content-type", let content = value("content") else { return nil }
    return Self.charset(ofContentType: content)
  }

  /// The value behind `charset=` in a content type such as `text/html; charset="cp1256"`, in lower case.
  static func charset(ofContentType content: String) -> String? {
    let bytes = Array(content.utf8)
    let name = Array("charset".utf8)
    var start = 0
    while start + name.count < bytes.count {
      defer { start += 1 }
      guard bytes[start...].starts(with: name) else { continue }
      var rest = bytes[(start + name.count)...].drop(while: isSpace)
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop(while: isSpace)
      if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        rest = rest.dropFirst().prefix { $0 != quote }
      } else {
        rest = rest.prefix { !isSpace($0) && $0 != UInt8(ascii: ";") }
      }
      return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
    }
    return nil
  }

  /// The attributes up to the end of a tag, names and values in lower case.
  mutating func attributes() -> [(name: String, value: String)] {
    var found: [(name: String, value: String)] = []
    while true {
      while let byte = current, Self.isSpace(byte) || byte == UInt8(ascii: "/") { index += 1 }
      guard let byte = current else { return found }
      if byte == UInt8(ascii: ">") {
        index += 1
        return found
      }
      let name = word { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "/") }
      while let byte = current, Self.isSpace(byte) { index += 1 }
      guard current == UInt8(ascii: "=") else {
        found.append((name, ""))
        continue
      }
      index += 1
      while let byte = current, Self.isSpace(byte) { index += 1 }
      if let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        index += 1
        let end = bytes[index...].firstIndex(of: quote) ?? bytes.endIndex
        found.append((name, Self.lowercased(bytes[index..<end])))
        index = min(end + 1, bytes.endIndex)
      } else {
        found.append((name, word { _ in false }))
      }
    }
  }

  /// What comes up to a space, the end of the tag or another end.
  private mutating func word(endedBy isEnd: (UInt8) -> Bool) -> String {
    let start = index
    // A name may begin with what else would end it.
    if current != nil, current != UInt8(ascii: ">") { index += 1 }
    while let byte = current, !Self.isSpace(byte), byte != UInt8(ascii: ">"), !isEnd(byte) { index += 1 }
    return Self.lowercased(bytes[start..<index])
  }

  private var current: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

  private func starts(with text: String) -> Bool {
    Self.lowercased(bytes[index...].prefix(text.utf8.count)) == text
  }

  private func isBreak(at index: Int) -> Bool {
    guard index < bytes.endIndex else { return true }
    return Self.isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") || bytes[index] == UInt8(ascii: ">")
  }

  private mutating func skip(past end: String) {
    let end = Array(end.utf8)
    while index < bytes.endIndex, !bytes[index...].starts(with: end) { index += 1 }
    index = min(index + end.count, bytes.endIndex)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }
}
