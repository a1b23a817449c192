/// A URI reference taken apart, for finding schemas by address (RFC 3986, section 5).
struct URIReference: Hashable, Sendable {
  var scheme: String?
  var authority: String?
  var path: String
  var query: String?
  var fragment: String?

  /// Takes a reference apart.
  init(_ text: String) {
    var rest = text[...]
    if let hash = rest.firstIndex(of: "#") {
      fragment = String(rest[rest.index(after: hash)...])
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("/"), colon != rest.startIndex {
      scheme = String(rest[..<colon])
      rest = rest[rest.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      let start = rest.index(rest.startIndex, offsetBy: 2)
      let end = rest[start...].firstIndex(of: "/") ?? rest.endIndex
      authority = String(rest[start..<end])
      rest = rest[end...]
    }
    path = String(rest)
  }

  /// The address that a reference means where it stands in a document at `base`.
  static func resolve(_ reference: String, against base: String) -> URIReference {
    var result = URIReference(reference)
    guard result.scheme == nil else {
      result.path = withoutDots(result.path)
      return result
    }
    let base = URIReference(base)
    result.scheme = base.scheme
    guard result.authority == nil else { return result }
    result.authority = base.authority
    if result.path.isEmpty {
      result.path = base.path
      result.query = result.query ?? base.query
    } else if result.path.hasPrefix("/") {
      result.path = withoutDots(result.path)
    } else {
      let folder = base.path.lastIndex(of: "/").map { String(base.path[...$0]) }
      result.path = withoutDots((folder ?? (base.authority == nil ? "" : "/")) + result.path)
    }
    return result
  }

  private static func withoutDots(_ path: String) -> String {
    guard path.contains("/") else { return path }
    var kept: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case ".": if isLast { kept.append("") }
      case "..":
        if kept.count > 1 { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(part)
      }
    }
    return kept.joined(separator: "/")
  }

  /// The address without fragment.
  var address: String {
    (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path + (query.map { "?" + $0 } ?? "")
  }

  /// The fragment with percent escapes undone; empty where there is none.
  var plainFragment: String {
    let bytes = Array((fragment ?? "").utf8)
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        plain.append(byte)
        index += 3
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
