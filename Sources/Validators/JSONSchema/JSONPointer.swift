/// JSON pointers (RFC 6901) as text.
enum JSONPointer {
  /// A key as it stands in a pointer.
  static func escaped(_ key: String) -> String {
    guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return key }
    var text = ""
    for scalar in key.unicodeScalars {
      switch scalar {
      case "~": text += "~0"
      case "/": text += "~1"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  /// The keys of a pointer; nil where it is none.
  static func keys(_ pointer: String) -> [String]? {
    if pointer.isEmpty { return [] }
    guard pointer.utf8.first == UInt8(ascii: "/") else { return nil }
    return pointer.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map { part in
      var key = ""
      var isEscaped = false
      for scalar in part.unicodeScalars {
        if isEscaped {
          key.unicodeScalars.append(scalar == "0" ? "~" : scalar == "1" ? "/" : scalar)
          isEscaped = false
        } else if scalar == "~" {
          isEscaped = true
        } else {
          key.unicodeScalars.append(scalar)
        }
      }
      return key
    }
  }
}
