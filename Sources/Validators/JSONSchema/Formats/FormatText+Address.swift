/// Addresses: RFC 3986 and what it takes from others.
extension FormatText {
  // MARK: - URI

  /// Whether the text is a URI, or, without need of a scheme, a relative reference.
  func isURI(needsScheme: Bool) -> Bool {
    var text = self
    let hasScheme = text.takeScheme()
    if needsScheme && !hasScheme { return false }
    if text.next == UInt8(ascii: "/"), text.position + 1 < bytes.count, bytes[text.position + 1] == UInt8(ascii: "/") {
      text.position += 2
      guard text.takeAuthority(), text.isAtEnd || "/?#".utf8.contains(text.next) else { return false }
    } else if !hasScheme {
      // The first part of a relative path has no colon: it would be a scheme.
      var part = text
      guard part.takeCharacters("@"), part.next != UInt8(ascii: ":") else { return false }
    }
    guard text.takeCharacters(":@/") else { return false }
    if text.take("?") { guard text.takeCharacters(":@/?") else { return false } }
    if text.take("#") { guard text.takeCharacters(":@/?") else { return false } }
    return text.isAtEnd
  }

  /// Goes past a scheme and its colon, or stays where it is.
  private mutating func takeScheme() -> Bool {
    guard Self.isLetter(next) else { return false }
    let start = position
    _ = skip { Self.isLetter($0) || Self.isDigit($0) || "+-.".utf8.contains($0) }
    if take(":") { return true }
    position = start
    return false
  }

  private mutating func takeAuthority() -> Bool {
    let end = bytes[position...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.count
    if let at = bytes[position..<end].lastIndex(of: UInt8(ascii: "@")) {
      guard takeCharacters(":"), position == at else { return false }
      position += 1
    }
    guard take("[") else {
      guard takeCharacters("") else { return false }
      return takePort(end)
    }
    guard let close = bytes[position..<end].firstIndex(of: UInt8(ascii: "]")) else { return false }
    let literal = FormatText(UnsafeBufferPointer(rebasing: bytes[position..<close]))
    position = close + 1
    return (literal.isIPv6 || literal.isFutureAddress) && takePort(end)
  }

  private mutating func takePort(_ end: Int) -> Bool {
    if take(":") { _ = skip(while: Self.isDigit) }
    return position == end
  }

  private var isFutureAddress: Bool {
    var text = self
    guard text.take("v") || text.take("V"), text.skip(while: Self.isHexDigit) > 0, text.take(".") else { return false }
    let start = text.position
    return text.takeCharacters(":") && text.position > start && text.isAtEnd
  }

  /// Goes past unreserved characters, sub-delimiters, whole percent escapes, and some more; false at a broken escape.
  private mutating func takeCharacters(_ more: String) -> Bool {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "%") {
        guard position + 2 < bytes.count, Self.isHexDigit(bytes[position + 1]), Self.isHexDigit(bytes[position + 2])
        else { return false }
        position += 3
      } else if Self.isLetter(byte) || Self.isDigit(byte) || "-._~!$&'()*+,;=".utf8.contains(byte)
        || more.utf8.contains(byte)
      {
        position += 1
      } else {
        return true
      }
    }
    return true
  }

  // MARK: - IP

  /// Goes past four numbers of at most 255 without leading zeros, with points between.
  mutating func takeIPv4() -> Bool {
    for index in 0..<4 {
      if index > 0 { guard take(".") else { return false } }
      let start = position
      let count = skip(while: Self.isDigit)
      guard (1...3).contains(count), count == 1 || bytes[start] != UInt8(ascii: "0") else { return false }
      let value = bytes[start..<position].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      guard value <= 255 else { return false }
    }
    return true
  }

  /// Eight groups of at most four hexadecimal digits; `::` once for one group or more of zeros; the last two may be an
  /// IPv4 address.
  var isIPv6: Bool {
    var text = self
    var groups = 0
    var isShortened = false
    if text.take(":") {
      guard text.take(":") else { return false }
      isShortened = true
    }
    while !text.isAtEnd {
      let start = text.position
      let digits = text.skip(while: Self.isHexDigit)
      if text.next == UInt8(ascii: ".") {
        text.position = start
        guard text.takeIPv4(), text.isAtEnd else { return false }
        groups += 2
        break
      }
      guard (1...4).contains(digits) else { return false }
      groups += 1
      if text.isAtEnd { break }
      guard text.take(":") else { return false }
      if text.take(":") {
        guard !isShortened else { return false }
        isShortened = true
      } else if text.isAtEnd {
        return false
      }
    }
    return isShortened ? groups < 8 : groups == 8
  }
}
